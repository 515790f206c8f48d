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
{
    if (options.hash)
        m_hash.emplace();
}

void Download::start(Client &client)
{
    if (QFileInfo(m_target).exists() || QFileInfo(m_target).isSymLink())
        return end(tl::make_unexpected(m_part.alreadyThere()));
    if (m_unfinished == Unfinished::Discard) {
        if (auto opened = m_part.openFresh(); !opened)
            return end(tl::make_unexpected(opened.error()));
    }
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
    if (reply.type != PacketType::Handle) {
        if (!m_stopped)
            stop(client, errorFromStatus(reply.status, m_source.shown, reply.text));
        return setOver();
    }
    m_handle = reply.bytes.toByteArray();
    if (m_stopped) {
        closeHandle(client);
        return setOver();
    }
    client.fileStat(m_handle, handler(this, &Download::onFirstStat, client));
    if (m_unfinished != Unfinished::Discard && m_part.hasLeftovers())
        return;
    // Small files, the usual ones, come with the same trip.
    askFor(client, 0, client.readBytes());
    m_asked = client.readBytes();
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
        m_size = reply.attributes.sizeBytes();
        if (m_size >= 0)
            m_slowStart = m_size; // nothing is asked for in vain
    }
    if (m_unfinished != Unfinished::Discard) {
        if (const auto opened = openPart(reply.attributes); !opened)
            return stop(client, opened.error());
        if (m_part.size() > 0)
            return lookAtTail(client);
    }
    m_ready = true;
    writeEarly(client);
    if (!m_stopped)
        finishWhenWhole(client);
}

// Only what tells its size and time can be known again.
Result<void> Download::openPart(const Attributes &attributes)
{
    if (!attributes.size || !attributes.modifiedSecs)
        return m_part.openFresh();
    const Result<void> opened = m_part.openVersion(m_source.bytes + '\0' + QByteArray::number(m_size) + '\0' +
                                                   QByteArray::number(qint64(*attributes.modifiedSecs)));
    if (opened && (m_askedFirst || m_part.size() > m_size))
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
        m_ready = true;
        return finishWhenWhole(client);
    }
    if (!m_part.file().seek(m_hash ? 0 : m_continuedFrom))
        return stop(client, changed(u"the part cannot be read"_s));
    if (m_hash)
        m_prefix.begin(m_continuedFrom);
    else
        goOn(client);
}

void Download::hashPrefix(Client &client)
{
    if (!m_prefix.addSlice(m_part.file(), *m_hash))
        return stop(client, changed(u"the part cannot be read"_s));
    if (!m_prefix.isBusy())
        goOn(client);
}

void Download::goOn(Client &client)
{
    m_asked = m_written = m_continuedFrom;
    m_ready = true;
    m_meter.report(m_written, m_size);
    finishWhenWhole(client);
}

void Download::askFor(Client &client, qint64 offset, quint32 length)
{
    m_bytesInFlight += length;
    client.read(m_handle, quint64(offset), length, handler(this, &Download::onData, client, offset, length));
}

void Download::pump(Client &client, qsizetype window)
{
    if (isBusy())
        hashPrefix(client);
    if (!m_ready || m_stopped || m_finishing)
        return;
    const qint64 end = m_size >= 0 ? std::min(m_size, m_endSeen) : m_endSeen;
    const qint64 limit = std::min<qint64>(window, m_slowStart);
    while (m_asked < end && m_bytesInFlight < limit && m_asked - m_written < window && client.hasRoom()) {
        const auto length = quint32(std::min<qint64>(client.readBytes(), end - m_asked));
        askFor(client, m_asked, length);
        m_asked += length;
    }
}

void Download::onData(Client &client, const Reply &reply, qint64 offset, quint32 length)
{
    m_bytesInFlight -= length;
    if (m_stopped)
        return;
    if (reply.isStatus(status::endOfFile))
        m_endSeen = std::min(m_endSeen, offset);
    else if (reply.type != PacketType::Data)
        return stop(client, errorFromStatus(reply.status, m_source.shown, reply.text));
    else if (reply.bytes.isEmpty() || reply.bytes.size() > qsizetype(length))
        return stop(client, changed(u"%1 bytes for a read of %2"_s.arg(reply.bytes.size()).arg(length)));
    else
        keep(client, offset, reply.bytes);
    // A short answer is not the end, unless the size says so: what is missing is asked for again.
    const auto missing = quint32(length - reply.bytes.size());
    const bool reachesSize = m_size >= 0 && offset + reply.bytes.size() >= m_size;
    if (!m_stopped && reply.type == PacketType::Data && missing > 0 && !reachesSize)
        askFor(client, offset + reply.bytes.size(), missing);
    if (!m_stopped)
        finishWhenWhole(client);
}

Result<void> Download::writeOut(QByteArrayView bytes)
{
    if (m_hash)
        m_hash->addData(bytes);
    m_written += bytes.size();
    return m_part.write(bytes);
}

void Download::writeEarly(Client &client)
{
    while (!m_early.empty() && m_early.begin()->first == m_written) {
        if (const auto written = writeOut(m_early.extract(m_early.begin()).mapped()); !written)
            return stop(client, written.error());
    }
}

void Download::keep(Client &client, qint64 offset, QByteArrayView bytes)
{
    m_slowStart += 2 * bytes.size();
    if (offset != m_written || !m_ready) {
        m_early.emplace(offset, bytes.toByteArray());
        return;
    }
    if (const auto written = writeOut(bytes); !written)
        return stop(client, written.error());
    writeEarly(client);
    if (!m_stopped)
        m_meter.report(m_written, m_size);
}

void Download::finishWhenWhole(Client &client)
{
    if (!m_ready || m_bytesInFlight > 0 || m_finishing)
        return;
    const bool endKnown = m_endSeen != std::numeric_limits<qint64>::max();
    if (m_size >= 0 && m_written < m_size && !endKnown)
        return; // pump() asks for more
    if (m_size < 0 && !endKnown)
        return;
    if (!m_early.empty() || (m_size >= 0 && m_written != m_size))
        return stop(client, changed(u"%1 bytes instead of %2"_s.arg(m_written).arg(m_size)));
    m_finishing = true;
    client.fileStat(m_handle, handler(this, &Download::onLastStat, client));
    closeHandle(client);
}

void Download::onLastStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    const bool told = reply.type == PacketType::Attributes && reply.attributes.size.has_value();
    if (told && reply.attributes.sizeBytes() != m_written)
        return stop(client, changed(u"%1 bytes, and now %2"_s.arg(m_written).arg(*reply.attributes.size)));
    if (auto settled = m_part.settle(); !settled)
        return end(tl::make_unexpected(settled.error()));
    m_meter.report(m_written, m_written);
    end(TransferSummary{m_written, m_hash ? m_hash->result() : QByteArray(), m_continuedFrom});
}

void Download::closeHandle(Client &client)
{
    if (!m_handle.isEmpty())
        client.close(std::exchange(m_handle, {}));
}

void Download::stop(Client &client, Error error)
{
    m_stopped = true;
    m_part.drop();
    const bool wasOpened = !m_handle.isEmpty() || m_finishing;
    closeHandle(client);
    answer(tl::make_unexpected(std::move(error)));
    if (wasOpened)
        setOver();
}

void Download::cancel(Client &client)
{
    stop(client, m_unfinished == Unfinished::Keep ? leftBehind(cancelledError()) : cancelledError());
}

void Download::abandon(const Error &error)
{
    const Error said = error.kind == ErrorKind::Cancelled ? error : leftBehind(error);
    m_part.drop();
    PromisedOperation::abandon(said);
}

Error Download::leftBehind(Error error)
{
    if (m_unfinished != Unfinished::Discard && m_part.keep())
        error.message += u' ' + QCoreApplication::translate("Sftp", "What arrived is kept, and fetching “%1” into the "
                                                                    "same folder again goes on from there.")
                                    .arg(fileName(m_target));
    return error;
}

} // namespace navette::sftp
