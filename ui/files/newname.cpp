// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/newname.h"

#include "base/safename.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::NewName)
};

} // namespace

std::optional<QString> askNewName(const QByteArray &name, QWidget *parent)
{
    const QString shown = visibleName(name);
    // What is not shown as it is would be sent without anybody having seen it.
    const bool canBeTyped = shown == QString::fromUtf8(name);
    const QString before = canBeTyped ? shown : QString();
    QString question = Words::tr("New name of %1").arg(shown);
    if (!canBeTyped)
        question +=
            u'\n' + Words::tr("This name holds characters that cannot be typed, so the new one is empty at first.");
    bool accepted = false;
    const QString after =
        QInputDialog::getText(parent, Words::tr("Rename"), question, QLineEdit::Normal, before, &accepted);
    if (!accepted || after.isEmpty() || after == before)
        return {};
    return after;
}

} // namespace navette::ui
