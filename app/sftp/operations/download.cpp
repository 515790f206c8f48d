// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/download.h"

#include "sftp/errors.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// Of what is there already, so much is fetched again and compared.
constexpr qint64 tailBytes = 64 * 1024;

} // namespace

Download::Download(WirePath source, LocalPath target, TransferOptions options)
    : m_source(std::move(source))
    , m_target(std::move(target))
    , m_part(m_target)
    , m_meter(std::move(options.progress))
    , m_unfinished(options.unfinished)
    , m_wantedSha256(std::move(options.wantedSha256))
    , m_hash(options.hash || !m_wantedSha256.isEmpty() ? std::make_unique<Sha256>() : nullptr)
    , m_reading([this](QByteArrayView bytes) { return m_writer.add(bytes, waker()); })
    , m_writer(m_part, m_hash.get())
{
}

void Download::start(Client &client)
{
    if (QFileInfo(m_target).exists() || QFileInfo(m_target).isSymLink())
        return end(tl::make_unexpected(m_part.alreadyThere()));
    if (m_unfinished == Unfinished::Discard) {
        if (auto opened = m_part.openFresh(); !opened)
            return end(tl::make_unexpected(opened.error()));
    }
    m_opening = true;
    client.open(m_source.bytes, openflag::read, handler(this, &Download::onOpened, client));
}

Error Download::changed(const QString &detail) const
{
    return {ErrorKind::Protocol,
            QCoreApplication::translate(
                "Sftp",
                "“%1” was not received whole, or changed on the server meanwhile. Nothing was saved; it can be fetched "
                "again.")
                .arg(m_source.shown.displayText()),
            detail};
}

void Download::onOpened(Client &client, const Reply &reply)
{
    m_opening = false;
    if (reply.type == PacketType::Handle)
        m_handle = reply.bytes.toByteArray();
    else if (!m_stopped)
        return stop(client, errorFromStatus(reply.status, m_source.shown, reply.text));
    if (m_stopped) {
        closeHandle(client);
        return setOver();
    }
    client.fileStat(m_handle, handler(this, &Download::onFirstStat, client));
    if (m_unfinished != Unfinished::Discard && m_part.hasLeftovers())
        return;
    // Small files, the usual ones, come with the same trip.
    ask(client, m_reading.first(client.readBytes()));
    m_askedFirst = true;
}

void Download::onFirstStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    if (reply.type == PacketType::Attributes) {
        if (reply.attributes.isDirectory())
            return stop(client, errorFromStatus(status::isADirectory, m_source.shown));
        if (reply.attributes.size && reply.attributes.sizeBytes() < 0)
            return stop(client, changed(u"impossible size %1"_s.arg(*reply.attributes.size)));
        m_reading.setSize(reply.attributes.sizeBytes());
    }
    if (m_unfinished != Unfinished::Discard) {
        if (const auto opened = openPart(reply.attributes); !opened)
            return stop(client, opened.error());
        if (m_part.size() > 0)
            return lookAtTail(client);
    }
    beginAt(client, 0);
}

// Only what tells its size and time can be known again.
Result<void> Download::openPart(const Attributes &attributes)
{
    if (!attributes.size || !attributes.modifiedSecs)
        return m_part.openFresh();
    const Result<void> opened = m_part.openVersion(m_source.bytes + '\0' + QByteArray::number(m_reading.size()) + '\0' +
                                                   QByteArray::number(qint64(*attributes.modifiedSecs)));
    if (opened && (m_askedFirst || m_part.size() > m_reading.size()))
        return m_part.clear();
    return opened;
}

void Download::lookAtTail(Client &client)
{
    const qint64 length = std::min({m_part.size(), tailBytes, qint64(client.readBytes())});
    m_continuedFrom = m_part.size();
    QFile &part = m_part.file();
    QByteArray expected;
    if (part.seek(m_continuedFrom - length))
        expected = part.read(length);
    if (expected.size() != length)
        return stop(client, changed(u"the part cannot be read"_s));
    compareTail(client, expected);
}

// `expected` is what should be there up to where it goes on.
void Download::compareTail(Client &client, const QByteArray &expected)
{
    client.read(m_handle, quint64(m_continuedFrom - expected.size()), quint32(expected.size()),
                handler(this, &Download::onTail, client, expected));
}

void Download::onTail(Client &client, const Reply &reply, QByteArray expected)
{
    if (m_stopped)
        return;
    const bool same = reply.type == PacketType::Data && !reply.bytes.isEmpty() && expected.startsWith(reply.bytes);
    if (same && reply.bytes.size() < expected.size()) // a server may give less than is asked for
        return compareTail(client, expected.sliced(reply.bytes.size()));
    if (!same) {
        m_continuedFrom = 0;
        if (const auto cleared = m_part.clear(); !cleared)
            return stop(client, cleared.error());
        return beginAt(client, 0);
    }
    if (!m_part.file().seek(m_hash ? 0 : m_continuedFrom))
        return stop(client, changed(u"the part cannot be read"_s));
    if (m_hash)
        m_prefix.begin(m_continuedFrom);
    else
        beginAt(client, m_continuedFrom);
}

void Download::hashPrefix(Client &client)
{
    if (!m_prefix.addSlice(m_part.file(), *m_hash))
        return stop(client, changed(u"the part cannot be read"_s));
    if (!m_prefix.isBusy())
        beginAt(client, m_continuedFrom);
}

void Download::beginAt(Client &client, qint64 offset)
{
    if (const auto begun = m_reading.begin(offset); !begun)
        return stop(client, begun.error());
    if (offset > 0)
        m_meter.report(offset, m_reading.size());
    finishWhenWhole(client);
}

void Download::ask(Client &client, const OrderedRead::Piece &piece)
{
    client.read(m_handle, quint64(piece.offset), piece.length, handler(this, &Download::onData, client, piece));
}

void Download::pump(Client &client, qsizetype window)
{
    if (const auto written = m_writer.takeFinished(waker()))
        return settle(*written);
    if (isBusy())
        hashPrefix(client);
    if (m_stopped || m_finishing)
        return;
    if (const auto written = m_writer.goOn(waker()); !written)
        return stop(client, written.error());
    while (client.hasRoom() && !m_writer.isBehind()) {
        const auto piece = m_reading.next(window, client.readBytes());
        if (!piece)
            break;
        ask(client, *piece);
    }
}

void Download::onData(Client &client, const Reply &reply, OrderedRead::Piece piece)
{
    if (m_stopped)
        return;
    if (reply.type != PacketType::Data && !reply.isStatus(status::endOfFile))
        return stop(client, errorFromStatus(reply.status, m_source.shown, reply.text));
    const auto missing = m_reading.take(piece, reply);
    if (!missing)
        return stop(client, missing.error().message.isEmpty() ? changed(missing.error().detail) : missing.error());
    if (*missing)
        ask(client, **missing);
    finishWhenWhole(client);
}

void Download::finishWhenWhole(Client &client)
{
    if (m_finishing)
        return;
    if (!m_reading.isAtEnd()) {
        if (m_reading.hasBegun())
            m_meter.report(m_reading.passedOn(), m_reading.size());
        return; // pump() asks for more
    }
    if (!m_reading.isWhole())
        return stop(client, changed(u"%1 bytes instead of %2"_s.arg(m_reading.passedOn()).arg(m_reading.size())));
    m_finishing = true;
    client.fileStat(m_handle, handler(this, &Download::onLastStat, client));
    closeHandle(client);
}

void Download::onLastStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    const bool told = reply.type == PacketType::Attributes && reply.attributes.size.has_value();
    if (told && reply.attributes.sizeBytes() != m_reading.passedOn())
        return stop(client, changed(u"%1 bytes, and now %2"_s.arg(m_reading.passedOn()).arg(*reply.attributes.size)));
    m_writer.finish(PartWriter::Ending::WriteThrough);
    if (const auto written = m_writer.takeFinished(waker()))
        settle(*written);
}

void Download::settle(const Result<void> &written)
{
    if (m_stopped)
        return leave();
    const bool asWanted = m_wantedSha256.isEmpty() || m_hash->result() == m_wantedSha256;
    Result<void> settled = !written   ? written
                           : asWanted ? m_part.settle()
                                      : tl::make_unexpected(changed(u"other content than the server said"_s));
    if (!settled) {
        m_part.drop();
        return end(tl::make_unexpected(settled.error()));
    }
    m_meter.report(m_reading.passedOn(), m_reading.passedOn());
    end(TransferSummary{m_reading.passedOn(), m_hash ? m_hash->result() : QByteArray(), m_continuedFrom});
}

void Download::closeHandle(Client &client)
{
    if (!m_handle.isEmpty())
        client.close(std::exchange(m_handle, {}));
}

void Download::stop(Client &client, Error error)
{
    m_stopped = true;
    m_error = std::move(error);
    closeHandle(client);
    // The part goes when the disk lets go of it, which the answer waits for.
    m_writer.finish(m_keepsPart ? PartWriter::Ending::Write : PartWriter::Ending::Nothing);
    if (m_writer.takeFinished(waker()))
        leave();
}

// What was stopped: the part for a later transfer, or nothing.
void Download::leave()
{
    if (m_left)
        return;
    m_left = true;
    const Error said = m_keepsPart ? leftBehind(m_error) : m_error;
    m_part.drop();
    answer(tl::make_unexpected(said));
    if (!m_opening)
        setOver();
}

void Download::cancel(Client &client)
{
    if (m_stopped) // and waits for the disk
        return;
    m_keepsPart = m_unfinished == Unfinished::Keep;
    stop(client, cancelledError());
}

void Download::abandon(const Error &error)
{
    if (!m_stopped) {
        m_error = error;
        m_keepsPart = m_unfinished != Unfinished::Discard && error.kind != ErrorKind::Cancelled;
    }
    m_writer.flush();
    leave();
    setOver();
}

Error Download::leftBehind(Error error)
{
    if (m_part.keep())
        error.message += u' ' + QCoreApplication::translate("Sftp", "What arrived is kept, and fetching “%1” into the "
                                                                    "same folder again goes on from there.")
                                    .arg(fileName(m_target));
    return error;
}

} // namespace navette::sftp
