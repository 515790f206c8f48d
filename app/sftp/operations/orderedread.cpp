// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/orderedread.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// Until something has come and tells what the line carries.
constexpr qint64 firstAhead = 512 * 1024;

} // namespace

void OrderedRead::setSize(qint64 size)
{
    m_size = size;
    if (size >= 0)
        m_slowStart = firstAhead; // the end is known, so nothing is asked for in vain
}

OrderedRead::Piece OrderedRead::first(quint32 chunk)
{
    m_asked = chunk;
    m_bytesInFlight += chunk;
    return {0, chunk};
}

Result<void> OrderedRead::begin(qint64 offset)
{
    m_begun = true;
    m_asked = std::max(m_asked, offset);
    m_passedOn = offset;
    return passEarly();
}

std::optional<OrderedRead::Piece> OrderedRead::next(qsizetype window, quint32 chunk)
{
    const qint64 end = m_size >= 0 ? std::min(m_size, m_endSeen) : m_endSeen;
    const qint64 limit = std::min<qint64>(window, m_slowStart);
    if (!m_begun || m_asked >= end || m_bytesInFlight >= limit || m_asked - m_passedOn >= window)
        return {};
    const Piece piece{m_asked, quint32(std::min<qint64>(chunk, end - m_asked))};
    m_asked += piece.length;
    m_bytesInFlight += piece.length;
    return piece;
}

Result<std::optional<OrderedRead::Piece>> OrderedRead::take(const Piece &piece, const Reply &reply)
{
    m_bytesInFlight -= piece.length;
    if (reply.isStatus(status::endOfFile)) {
        m_endSeen = std::min(m_endSeen, piece.offset);
        return std::nullopt;
    }
    const qsizetype got = reply.bytes.size();
    if (got == 0 || got > qsizetype(piece.length))
        return fail(ErrorKind::Protocol, {}, u"%1 bytes for a read of %2"_s.arg(got).arg(piece.length));
    if (auto kept = keep(piece.offset, reply.bytes); !kept)
        return tl::make_unexpected(kept.error());
    // A short answer is not the end, unless the size says so.
    const auto missing = quint32(piece.length - got);
    if (missing == 0 || (m_size >= 0 && piece.offset + got >= m_size))
        return std::nullopt;
    m_bytesInFlight += missing;
    return Piece{piece.offset + got, missing};
}

Result<void> OrderedRead::keep(qint64 offset, QByteArrayView bytes)
{
    m_slowStart += 2 * bytes.size();
    if (offset != m_passedOn || !m_begun) {
        m_early.emplace(offset, bytes.toByteArray());
        return {};
    }
    if (auto passed = pass(bytes); !passed)
        return passed;
    return passEarly();
}

Result<void> OrderedRead::pass(QByteArrayView bytes)
{
    m_passedOn += bytes.size();
    return m_sink(bytes);
}

Result<void> OrderedRead::passEarly()
{
    while (!m_early.empty() && m_early.begin()->first == m_passedOn) {
        if (auto passed = pass(m_early.extract(m_early.begin()).mapped()); !passed)
            return passed;
    }
    return {};
}

bool OrderedRead::isAtEnd() const
{
    if (!m_begun || m_bytesInFlight > 0)
        return false;
    return knowsEnd() || (m_size >= 0 && m_passedOn >= m_size);
}

} // namespace navette::sftp
