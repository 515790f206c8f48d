// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"
#include "sftp/operations/diskwork.h"
#include "sftp/operations/partfile.h"

namespace navette::sftp
{

/// Writes what arrives into a part, and hashes it where that is wanted, a block at a time in another thread: neither a
/// slow disk nor the hash holds up the connection. While it is busy nobody else touches the part or the hash.
class PartWriter final
{
public:
    /// `hash` may be null. Both have to live longer than this.
    PartWriter(PartFile &part, Sha256 *hash) : m_part(part), m_hash(hash) {}

    /// Takes the next bytes; `whenDone` is called in the other thread when a block was written. Errors: those of blocks
    /// before (NoSpace, NotWritable).
    [[nodiscard]] Result<void> add(QByteArrayView bytes, const std::function<void()> &whenDone);
    /// Whether more is waiting than it should: then nothing more should be asked for.
    [[nodiscard]] bool isBehind() const;
    /// Goes on with what waits, if the disk is free. Errors as with add().
    [[nodiscard]] Result<void> goOn(const std::function<void()> &whenDone);
    /// Writes the rest and through to the disk, which may take seconds; takeFinished() gives the result.
    void finish(const std::function<void()> &whenDone);
    [[nodiscard]] bool isFinishing() const { return m_finishing && m_disk.isRunning(); }
    /// What finish() came to, once; nothing while it is under way.
    [[nodiscard]] std::optional<Result<void>> takeFinished();
    /// Until the disk has what it was given last: a block, or after finish() everything.
    void wait() { m_disk.wait(); }
    /// Writes what waits, here and now. Nothing after finish().
    void flush();

private:
    [[nodiscard]] Result<void> takeWritten();
    [[nodiscard]] Result<void> write(QByteArrayView bytes);

    PartFile &m_part;
    Sha256 *m_hash;
    QByteArray m_waiting;
    QByteArray m_block; ///< being written
    Result<void> m_written; ///< the first failure, after which nothing more is written
    bool m_finishing = false;
    DiskWork m_disk; ///< last, as it uses the others until it has ended
};

} // namespace navette::sftp
