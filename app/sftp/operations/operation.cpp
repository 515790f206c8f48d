// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/operation.h"

namespace navette::sftp
{

void Operation::pump(Client &, qsizetype) {}

void ProgressMeter::report(qint64 done, qint64 total)
{
    if (!m_progress)
        return;
    // A hundredth of the whole, or a mebibyte where the whole is not known.
    const qint64 step = total > 0 ? done / std::max<qint64>(1, total / 100) : done / (1024 * 1024);
    if (step == m_lastStep && done != total)
        return;
    m_lastStep = step;
    m_progress(done, total);
}

} // namespace navette::sftp
