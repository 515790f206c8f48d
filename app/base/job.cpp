// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"

namespace navette
{

Error cancelledError()
{
    return {ErrorKind::Cancelled, QCoreApplication::translate("Job", "Cancelled."), {}};
}

} // namespace navette
