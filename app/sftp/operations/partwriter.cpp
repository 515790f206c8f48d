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
    if (m_disk.isRunning() || m_ending)
        return {};
    collect();
    if (!m_written || m_waiting.size() < blockBytes)
        return m_written;
    m_block.resize(0); // keeps its room
    m_block.swap(m_waiting);
    m_disk.start([this] { return write(m_block); }, whenDone);
    return {};
}

void PartWriter::finish(Ending ending)
{
    if (!m_ending)
        m_ending = ending;
}

std::optional<Result<void>> PartWriter::takeFinished(const std::function<void()> &whenDone)
{
    if (!m_ending || m_disk.isRunning())
        return {};
    collect();
    if (!m_written || m_ending == Ending::Nothing)
        return m_written;
    const bool throughToDisk = std::exchange(m_ending, Ending::Nothing) == Ending::WriteThrough;
    m_disk.start([this, throughToDisk] { return writeRest(throughToDisk); }, whenDone);
    return takeFinished(whenDone);
}

void PartWriter::flush()
{
    m_disk.wait();
    collect();
    // A block that failed leaves a gap, which nothing may follow.
    if (m_written)
        m_written = write(std::exchange(m_waiting, {}));
}

void PartWriter::collect()
{
    if (auto written = m_disk.take(); written && m_written)
        m_written = std::move(*written);
}

Result<void> PartWriter::writeRest(bool throughToDisk)
{
    auto written = write(std::exchange(m_waiting, {}));
    return written && throughToDisk ? m_part.sync() : written;
}

Result<void> PartWriter::write(QByteArrayView bytes)
{
    if (m_hash)
        m_hash->addData(bytes);
    return m_part.write(bytes);
}

} // namespace navette::sftp
