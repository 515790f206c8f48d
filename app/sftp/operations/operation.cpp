// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/operation.h"

namespace navette::sftp
{

void Operation::pump(Client &, qsizetype) {}

bool PrefixHash::addSlice(QFile &file, Sha256 &hash)
{
    constexpr qint64 sliceBytes = 1024 * 1024;
    m_slice.resize(std::min(sliceBytes, m_end - m_done));
    const qint64 got = file.read(m_slice.data(), m_slice.size());
    if (got <= 0)
        return false;
    hash.addData(QByteArrayView(m_slice).first(got));
    m_done += got;
    if (!isBusy())
        m_slice.clear();
    return true;
}

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
