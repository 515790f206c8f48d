// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/partwriter.h"

namespace navette::sftp
{
namespace
{

// So large that handing it over costs nothing beside writing it.
constexpr qsizetype blockBytes = 1024 * 1024;

} // namespace

Result<void> PartWriter::add(QByteArrayView bytes, const std::function<void()> &whenDone)
{
    m_waiting.append(bytes);
    return goOn(whenDone);
}

bool PartWriter::isBehind() const
{
    return m_waiting.size() >= 2 * blockBytes;
}

Result<void> PartWriter::goOn(const std::function<void()> &whenDone)
{
    if (m_disk.isRunning() || m_finishing)
        return {};
    if (auto written = takeWritten(); !written || m_waiting.size() < blockBytes)
        return written;
    m_block.resize(0); // keeps its room
    m_block.swap(m_waiting);
    m_disk.start([this] { return write(m_block); }, whenDone);
    return {};
}

void PartWriter::finish(const std::function<void()> &whenDone)
{
    m_finishing = true;
    (void)takeWritten();
    const auto writeThrough = [this]() -> Result<void> {
        if (m_written)
            m_written = write(m_waiting);
        return m_written ? m_part.sync() : m_written;
    };
    m_disk.start(writeThrough, whenDone);
}

std::optional<Result<void>> PartWriter::takeFinished()
{
    return m_finishing ? m_disk.take() : std::nullopt;
}

void PartWriter::flush()
{
    // A block that failed leaves a gap, which nothing may follow.
    if (!m_finishing && takeWritten())
        (void)write(std::exchange(m_waiting, {}));
}

Result<void> PartWriter::takeWritten()
{
    m_disk.wait();
    if (auto written = m_disk.take(); written && m_written)
        m_written = std::move(*written);
    return m_written;
}

Result<void> PartWriter::write(QByteArrayView bytes)
{
    if (m_hash)
        m_hash->addData(bytes);
    return m_part.write(bytes);
}

} // namespace navette::sftp
