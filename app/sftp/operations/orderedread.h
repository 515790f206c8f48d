// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sftp/protocol/packets.h"

#include <QByteArray>

#include <functional>
#include <limits>
#include <map>
#include <optional>

namespace navette::sftp
{

/// A remote file that is read to its end with many requests in flight: tells what to ask for next, takes the answers in
/// whatever order they come, and passes the bytes on in theirs. Knows no client.
class OrderedRead final
{
public:
    struct Piece {
        qint64 offset = 0; ///< bytes
        quint32 length = 0;
    };
    /// Takes the next bytes of the file.
    using Sink = std::function<Result<void>(QByteArrayView bytes)>;

    explicit OrderedRead(Sink sink) : m_sink(std::move(sink)) {}

    /// The size as the server said first, in bytes; -1 where it does not tell.
    void setSize(qint64 size);
    [[nodiscard]] qint64 size() const { return m_size; }
    /// The first bytes, which may be asked for before anything is known of the file.
    [[nodiscard]] Piece first(quint32 chunk);
    /// From here on bytes are passed on; `offset` is where the first of them stands. Errors: the sink's.
    [[nodiscard]] Result<void> begin(qint64 offset);
    /// What to ask for next, in pieces of `chunk` bytes, as long as less than `window` bytes are on their way. Nothing
    /// before begin().
    [[nodiscard]] std::optional<Piece> next(qsizetype window, quint32 chunk);
    /// Takes Data, or the status "end of file". Gives what is to be asked for once more, as the answer was short.
    /// Errors: the sink's; Protocol, without a sentence.
    [[nodiscard]] Result<std::optional<Piece>> take(const Piece &piece, const Reply &reply);

    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Bytes passed on, those before begin()'s offset included.
    [[nodiscard]] qint64 passedOn() const { return m_passedOn; }
    /// Whether nothing more is to come. It may still be wrong.
    [[nodiscard]] bool isAtEnd() const;
    /// At the end: whether all of it was there, without gaps, as long as the size said.
    [[nodiscard]] bool isWhole() const { return m_early.empty() && (m_size < 0 || m_passedOn == m_size); }

private:
    [[nodiscard]] bool knowsEnd() const { return m_endSeen != std::numeric_limits<qint64>::max(); }
    Result<void> keep(qint64 offset, QByteArrayView bytes);
    Result<void> pass(QByteArrayView bytes);
    Result<void> passEarly();

    Sink m_sink;
    bool m_begun = false;
    qint64 m_size = -1;
    qint64 m_asked = 0;                                    ///< everything before this was asked for
    qint64 m_passedOn = 0;                                 ///< everything before this was passed on
    qint64 m_endSeen = std::numeric_limits<qint64>::max(); ///< the server said "end of file" here
    qint64 m_bytesInFlight = 0;
    qint64 m_slowStart = 128 * 1024;      ///< may be on their way; grows with every answer
    std::map<qint64, QByteArray> m_early; ///< came before what stands before it
};

} // namespace navette::sftp
