// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/download.h"

#include "sftp/errors.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// On the disk, and not only on its way there.
bool syncToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return file.flush() && _commit(file.handle()) == 0;
#else
    return file.flush() && ::fsync(file.handle()) == 0;
#endif
}

} // namespace

Download::Download(WirePath source, LocalPath target, TransferProgress progress)
    : m_source(std::move(source)), m_target(std::move(target)), m_meter(std::move(progress))
{
}

Download::~Download()
{
    dropPart();
}

void Download::start(Client &client)
{
    if (QFileInfo(m_target).exists() || QFileInfo(m_target).isSymLink())
        return end(fail(ErrorKind::AlreadyExists,
                        QCoreApplication::translate("Sftp", "“%1” is already on this computer and is not overwritten.")
                            .arg(fileName(m_target))));
    if (!openPart())
        return end(tl::make_unexpected(localError()));
    client.open(m_source.bytes, openflag::read, handler(this, &Download::onOpened, client));
}

// Exclusive, and readable by this user only from its first moment. A part that another download left, or is writing
// just now, is not touched.
bool Download::openPart()
{
    const QString name = QFileInfo(m_target).filePath();
    for (int i = 1; i < 100; ++i) {
        m_part.setFileName(i == 1 ? name + u".part"_s : u"%1.%2.part"_s.arg(name).arg(i));
        if (m_part.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                        QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return true;
        if (!QFileInfo(m_part).exists() && !QFileInfo(m_part).isSymLink())
            return false;
    }
    return false;
}

void Download::dropPart()
{
    if (m_part.isOpen()) {
        m_part.close();
        m_part.remove();
    }
}

Error Download::localError() const
{
    if (m_part.error() == QFileDevice::ResourceError || m_part.error() == QFileDevice::WriteError)
        return {
            ErrorKind::NoSpace,
            QCoreApplication::translate("Sftp", "“%1” cannot be saved. The disk may be full.").arg(fileName(m_target)),
            m_part.errorString()};
    return {ErrorKind::NotWritable,
            QCoreApplication::translate("Sftp", "“%1” cannot be saved in this folder. Another folder may be writable.")
                .arg(fileName(m_target)),
            m_part.errorString()};
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
    // Small files, the usual ones, come with the same trip.
    askFor(client, 0, client.readBytes());
    m_asked = client.readBytes();
}

void Download::onFirstStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    m_statDone = true;
    if (reply.type == PacketType::Attributes) {
        if (reply.attributes.isDirectory())
            return stop(client, errorFromStatus(status::isADirectory, m_source.shown));
        if (reply.attributes.size && reply.attributes.sizeBytes() < 0)
            return stop(client, changed(u"impossible size %1"_s.arg(*reply.attributes.size)));
        m_size = reply.attributes.sizeBytes();
    }
    finishWhenWhole(client);
}

void Download::askFor(Client &client, qint64 offset, quint32 length)
{
    m_bytesInFlight += length;
    client.read(m_handle, quint64(offset), length, handler(this, &Download::onData, client, offset, length));
}

void Download::pump(Client &client, qsizetype window)
{
    if (!m_statDone || m_stopped || m_finishing)
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

bool Download::writeOut(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_written += bytes.size();
    return m_part.write(bytes.data(), bytes.size()) == bytes.size();
}

void Download::keep(Client &client, qint64 offset, QByteArrayView bytes)
{
    m_slowStart += 2 * bytes.size();
    if (offset != m_written) {
        m_early.emplace(offset, bytes.toByteArray());
        return;
    }
    bool written = writeOut(bytes);
    while (written && !m_early.empty() && m_early.begin()->first == m_written)
        written = writeOut(m_early.extract(m_early.begin()).mapped());
    if (!written)
        return stop(client, localError());
    m_meter.report(m_written, m_size);
}

void Download::finishWhenWhole(Client &client)
{
    if (!m_statDone || m_bytesInFlight > 0 || m_finishing)
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
    if (auto settled = settle(); !settled)
        return end(tl::make_unexpected(settled.error()));
    m_meter.report(m_written, m_written);
    end(TransferSummary{m_written, m_hash.result()});
}

Result<void> Download::settle()
{
    if (!syncToDisk(m_part)) {
        const Error error = localError();
        dropPart();
        return tl::make_unexpected(error);
    }
    m_part.close();
    // QFile::rename() does not overwrite; on Linux the kernel itself sees to that.
    if (m_part.rename(QFileInfo(m_target).filePath()))
        return {};
    const bool taken = QFileInfo(m_target).exists();
    const Error error = localError();
    m_part.remove();
    if (taken)
        return fail(ErrorKind::AlreadyExists,
                    QCoreApplication::translate("Sftp", "“%1” is already on this computer and is not overwritten.")
                        .arg(fileName(m_target)));
    return tl::make_unexpected(error);
}

void Download::closeHandle(Client &client)
{
    if (!m_handle.isEmpty())
        client.close(std::exchange(m_handle, {}));
}

void Download::stop(Client &client, Error error)
{
    m_stopped = true;
    dropPart();
    const bool wasOpened = !m_handle.isEmpty() || m_finishing;
    closeHandle(client);
    answer(tl::make_unexpected(std::move(error)));
    if (wasOpened)
        setOver();
}

void Download::cancel(Client &client)
{
    stop(client, cancelledError());
}

void Download::abandon(const Error &error)
{
    dropPart();
    PromisedOperation::abandon(error);
}

} // namespace navette::sftp
