// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/execuntil.h"

#include <QDialog>

namespace navette::ui
{

int execUntil(const CancelToken &withdrawn, QDialog &dialog)
{
    const auto registration =
        withdrawn.onCancel([&dialog] { QMetaObject::invokeMethod(&dialog, &QDialog::reject, Qt::QueuedConnection); });
    return dialog.exec();
}

} // namespace navette::ui
