// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

class QFile;

// Helpers that the archive readers share.
namespace navette::archive
{

/// Opens an existing regular file for reading; devices, pipes and folders are refused before they are opened.
/// Errors: NotFound, NotAFile, NotReadable.
[[nodiscard]] Result<void> openForReading(QFile &file);

/// Exactly `length` bytes at `position`, or a null array.
[[nodiscard]] QByteArray readAt(QFile &file, qint64 position, qint64 length);

/// A little-endian number at `offset`, which must lie inside `bytes`.
template<typename T>
[[nodiscard]] T number(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.sliced(offset, sizeof(T)).data());
}

/// Reports a job's progress about a hundred times, however often it is told.
class Progress
{
public:
    Progress(const JobControl &job, qint64 total) : m_job(job), m_total(total) {}
    void at(qint64 done)
    {
        const qint64 percent = m_total > 0 ? done * 100 / m_total : 0;
        if (percent == m_percent)
            return;
        m_percent = percent;
        m_job.report(done, m_total);
    }

private:
    const JobControl &m_job;
    qint64 m_total;
    qint64 m_percent = -1;
};

} // namespace navette::archive
