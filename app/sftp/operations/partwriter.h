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
///
/// Where something is started `whenDone` is called in the other thread afterwards; then goOn() or takeFinished() are to
/// be called again. Without `whenDone` all is done at once.
class PartWriter final
{
public:
    /// `hash` may be null. Both have to live longer than this.
    PartWriter(PartFile &part, Sha256 *hash) : m_part(part), m_hash(hash) {}

    /// Takes the next bytes. Errors: those of blocks before (NoSpace, NotWritable).
    [[nodiscard]] Result<void> add(QByteArrayView bytes, const std::function<void()> &whenDone);
    /// Whether more is waiting than it should: then nothing more should be asked for.
    [[nodiscard]] bool isBehind() const;
    /// Goes on with what waits, if the disk is free. Errors as with add().
    [[nodiscard]] Result<void> goOn(const std::function<void()> &whenDone);

    enum class Ending {
        WriteThrough, ///< the rest, and through to the disk, which may take seconds
        Write,        ///< the rest
        Nothing,
    };
    /// No more bytes will come. Only the first call counts.
    void finish(Ending ending);
    /// After finish(): what all came to; nothing while that is under way.
    [[nodiscard]] std::optional<Result<void>> takeFinished(const std::function<void()> &whenDone);

    /// Waits for the disk, and writes what waits, here and now.
    void flush();

private:
    void collect();
    [[nodiscard]] Result<void> writeRest(bool throughToDisk);
    [[nodiscard]] Result<void> write(QByteArrayView bytes);

    PartFile &m_part;
    Sha256 *m_hash;
    QByteArray m_waiting;
    QByteArray m_block;     ///< being written
    Result<void> m_written; ///< the first failure, after which nothing more is written
    std::optional<Ending> m_ending;
    DiskWork m_disk; ///< last, as it uses the others until it has ended
};

} // namespace navette::sftp
