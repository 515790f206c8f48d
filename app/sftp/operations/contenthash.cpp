// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/contenthash.h"

#include "sftp/errors.h"

#include <QCoreApplication>

namespace navette::sftp
{
namespace
{

// One answer to wait for, in which nothing else tells that the server is still there: it has to come in good time.
constexpr qint64 mostHashedThere = 256 * 1024 * 1024;

} // namespace

ContentHash::ContentHash(WirePath path, TransferProgress progress)
    : m_path(std::move(path)), m_meter(std::move(progress)), m_reading([this](QByteArrayView bytes) -> Result<void> {
        m_hash.addData(bytes);
        return {};
    })
{
}

void ContentHash::start(Client &client)
{
    m_opening = true;
    client.open(m_path.bytes, openflag::read, handler(this, &ContentHash::onOpened, client));
}

void ContentHash::onOpened(Client &client, const Reply &reply)
{
    m_opening = false;
    if (reply.type != PacketType::Handle)
        return end(tl::make_unexpected(m_cancelled ? cancelledError()
                                                   : errorFromStatus(reply.status, m_path.shown, reply.text)));
    m_handle = reply.bytes.toByteArray();
    if (m_cancelled)
        return finish(client, tl::make_unexpected(cancelledError()));
    client.fileStat(m_handle, handler(this, &ContentHash::onStat, client));
}

void ContentHash::onStat(Client &client, const Reply &reply)
{
    if (reply.type == PacketType::Attributes) {
        if (reply.attributes.isDirectory())
            return finish(client, tl::make_unexpected(errorFromStatus(status::isADirectory, m_path.shown)));
        m_reading.setSize(reply.attributes.sizeBytes());
    }
    const qint64 size = m_reading.size();
    if (client.hasExtension("check-file") && size >= 0 && size <= mostHashedThere)
        client.checkFile(m_handle, handler(this, &ContentHash::onHashed, client));
    else
        readThrough(client);
}

void ContentHash::onHashed(Client &client, const Reply &reply)
{
    const auto hash = reply.type == PacketType::ExtendedReply ? decodeCheckFile(reply.bytes) : std::nullopt;
    if (hash)
        return finish(client, *hash);
    readThrough(client);
}

void ContentHash::readThrough(Client &client)
{
    // Nothing came before, so there is nothing that could be refused.
    (void)m_reading.begin(0);
    if (m_reading.isAtEnd())
        finish(client, m_hash.result());
}

void ContentHash::ask(Client &client, const OrderedRead::Piece &piece)
{
    client.read(m_handle, quint64(piece.offset), piece.length, handler(this, &ContentHash::onData, client, piece));
}

void ContentHash::pump(Client &client, qsizetype window)
{
    while (!m_cancelled && client.hasRoom()) {
        const auto piece = m_reading.next(window, client.readBytes());
        if (!piece)
            break;
        ask(client, *piece);
    }
}

void ContentHash::onData(Client &client, const Reply &reply, OrderedRead::Piece piece)
{
    if (reply.type != PacketType::Data && !reply.isStatus(status::endOfFile))
        return finish(client, tl::make_unexpected(errorFromStatus(reply.status, m_path.shown, reply.text)));
    const auto missing = m_reading.take(piece, reply);
    if (missing && *missing)
        ask(client, **missing);
    if (missing && !m_reading.isAtEnd())
        return m_meter.report(m_reading.passedOn(), m_reading.size());
    if (!missing || !m_reading.isWhole())
        return finish(client, fail(ErrorKind::Protocol,
                                   QCoreApplication::translate(
                                       "Sftp", "“%1” changed on the server while its content was compared.")
                                       .arg(m_path.shown.displayText()),
                                   missing ? QString() : missing.error().detail));
    finish(client, m_hash.result());
}

void ContentHash::finish(Client &client, Result<QByteArray> result)
{
    client.close(std::exchange(m_handle, {}));
    end(std::move(result));
}

void ContentHash::cancel(Client &client)
{
    m_cancelled = true;
    if (!m_opening && !m_handle.isEmpty())
        finish(client, tl::make_unexpected(cancelledError()));
}

} // namespace navette::sftp
