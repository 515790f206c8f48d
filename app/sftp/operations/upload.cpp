// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/upload.h"

#include "sftp/errors.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// Of what is there already, so much is compared.
constexpr qint64 tailBytes = 32 * 1024;

Error sourceError(const QFile &file, const LocalPath &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {ErrorKind::NotFound,
                QCoreApplication::translate("Sftp", "“%1” is not on this computer any more.").arg(fileName(path)),
                {}};
    if (!info.isFile())
        return {
            ErrorKind::NotAFile, QCoreApplication::translate("Sftp", "“%1” is not a file.").arg(fileName(path)), {}};
    return {ErrorKind::NotReadable,
            QCoreApplication::translate(
                "Sftp", "“%1” cannot be read. Another program may hold it, or its permissions do not allow it.")
                .arg(fileName(path)),
            file.errorString()};
}

// Version 3 has no code for a full disk, and OpenSSH adds no words: a plain "failure" of a write is nearly always that.
Error writeError(const Reply &reply, const RemotePath &target)
{
    Error error = errorFromStatus(reply.status, target, reply.text);
    if (reply.status == status::failure && error.kind == ErrorKind::NotWritable) {
        error.kind = ErrorKind::NoSpace;
        error.message =
            QCoreApplication::translate(
                "Sftp", "The server stopped taking “%1”. Most often there is no space left for this account; "
                        "the platform's support can tell.")
                .arg(target.displayText());
    }
    return error;
}

} // namespace

Upload::Upload(LocalPath source, WirePath target, TransferOptions options, UploadStart start)
    : m_sourcePath(std::move(source))
    , m_source(m_sourcePath)
    , m_target(std::move(target))
    , m_known(options.knownAs.isEmpty() ? m_target.shown : std::move(options.knownAs))
    , m_meter(std::move(options.progress))
    , m_unfinished(options.unfinished)
    , m_onAllSent(std::move(options.onAllSent))
    , m_start(start)
{
    if (options.hash)
        m_hash.emplace();
}

void Upload::start(Client &client)
{
    if (!QFileInfo(m_sourcePath).isFile() || !m_source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return end(tl::make_unexpected(sourceError(m_source, m_sourcePath)));
    m_size = m_source.size();
    m_sourceModified = m_source.fileTime(QFileDevice::FileModificationTime);
    if (m_start == UploadStart::GoOn)
        lookAtLeftover(client);
    else
        openNew(client);
}

void Upload::openNew(Client &client)
{
    m_opening = true;
    client.open(m_target.bytes, openflag::write | openflag::create | openflag::exclusive,
                handler(this, &Upload::onOpened, client));
}

void Upload::onOpened(Client &client, const Reply &reply)
{
    m_opening = false;
    if (reply.type != PacketType::Handle) {
        const Error refusal = notMadeError(reply.status, m_known, reply.text);
        if (m_stopped || !mayMeanExists(reply.status))
            return end(tl::make_unexpected(m_stopped.value_or(refusal)));
        client.linkStat(m_target.bytes, handler(this, &Upload::onOpenRefused, client, refusal));
        return;
    }
    m_handle = reply.bytes.toByteArray();
    if (m_stopped)
        return removeOwnFile(client);
    m_ready = true;
    if (m_size == 0)
        finishWriting(client);
}

void Upload::onOpenRefused(Client &, const Reply &reply, Error refusal)
{
    if (m_stopped)
        return end(tl::make_unexpected(*m_stopped));
    if (reply.type != PacketType::Attributes)
        return end(tl::make_unexpected(std::move(refusal)));
    end(tl::make_unexpected(alreadyExistsError(m_known)));
}

// Of the path itself: an open would follow a link that somebody put there, and write to where it leads.
void Upload::lookAtLeftover(Client &client)
{
    client.linkStat(m_target.bytes, handler(this, &Upload::onLeftoverSeen, client));
}

void Upload::onLeftoverSeen(Client &client, const Reply &reply)
{
    if (reply.type != PacketType::Attributes || !reply.attributes.isFile())
        return dropLeftover(client);
    m_opening = true;
    client.open(m_target.bytes, openflag::read | openflag::write, handler(this, &Upload::onLeftoverOpened, client));
}

void Upload::onLeftoverOpened(Client &client, const Reply &reply)
{
    m_opening = false;
    if (reply.type == PacketType::Handle)
        m_handle = reply.bytes.toByteArray();
    if (m_stopped)
        return removeOwnFile(client);
    if (m_handle.isEmpty())
        return dropLeftover(client); // not readable
    client.fileStat(m_handle, handler(this, &Upload::onLeftoverStat, client));
}

void Upload::onLeftoverStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    const qint64 there = reply.type == PacketType::Attributes ? reply.attributes.sizeBytes() : -1;
    // So much may have been on its way when the connection broke, and a server may have written the last of it first.
    m_continuedFrom = there - mostSentAhead;
    if (there > m_size || m_continuedFrom < tailBytes)
        return dropLeftover(client);
    QByteArray expected;
    if (m_source.seek(m_continuedFrom - tailBytes))
        expected = m_source.read(tailBytes);
    if (expected.size() != tailBytes)
        return dropLeftover(client);
    compareTail(client, expected);
}

// `expected` is what should be there up to where it goes on.
void Upload::compareTail(Client &client, const QByteArray &expected)
{
    client.read(m_handle, quint64(m_continuedFrom - expected.size()), quint32(expected.size()),
                handler(this, &Upload::onLeftoverTail, client, expected));
}

void Upload::onLeftoverTail(Client &client, const Reply &reply, QByteArray expected)
{
    if (m_stopped)
        return;
    const bool same = reply.type == PacketType::Data && !reply.bytes.isEmpty() && expected.startsWith(reply.bytes);
    if (same && reply.bytes.size() < expected.size()) // a server may give less than is asked for
        return compareTail(client, expected.sliced(reply.bytes.size()));
    if (!same || !m_source.seek(m_hash ? 0 : m_continuedFrom))
        return dropLeftover(client);
    if (m_hash)
        m_prefix.begin(m_continuedFrom);
    else
        goOn();
}

void Upload::hashPrefix(Client &client)
{
    if (!m_prefix.addSlice(m_source, *m_hash))
        return stop(client, sourceError(m_source, m_sourcePath));
    if (!m_prefix.isBusy())
        goOn();
}

void Upload::goOn()
{
    m_sent = m_acknowledged = m_continuedFrom;
    m_ready = true;
    m_meter.report(m_acknowledged, m_size);
}

// What is there is of no use: no file, too little, too much, or other bytes. Another file is not made under this name,
// as a rename of it that was asked for earlier may still be on its way.
void Upload::dropLeftover(Client &client)
{
    if (!m_handle.isEmpty())
        client.close(std::exchange(m_handle, {}));
    client.remove(m_target.bytes, handler(this, &Upload::onLeftoverRemoved, client));
}

void Upload::onLeftoverRemoved(Client &, const Reply &)
{
    end(tl::make_unexpected(errorFromStatus(status::noSuchFile, m_known)));
}

void Upload::pump(Client &client, qsizetype window)
{
    if (isBusy())
        hashPrefix(client);
    if (!m_ready || m_stopped || m_finishing)
        return;
    // Counted from the first that is not answered: before what a broken connection leaves there may be gaps no further
    // behind than what is on its way, and what is sent again begins before them.
    const auto hasPlace = [&] {
        return m_unanswered.empty() || m_sent + client.writeBytes() - m_unanswered.begin()->first <= window;
    };
    while (m_sent < m_size && client.hasRoom() && hasPlace()) {
        m_chunk.resize(std::min<qint64>(client.writeBytes(), m_size - m_sent));
        // A read may give less than asked for; less than anything means that the file got shorter.
        const qint64 got = m_source.read(m_chunk.data(), m_chunk.size());
        if (got < 0)
            return stop(client, sourceError(m_source, m_sourcePath));
        if (got == 0)
            return stop(client, sourceChangedError(fileName(m_sourcePath), u"shorter than before"_s));
        const QByteArrayView bytes = QByteArrayView(m_chunk).first(got);
        if (m_hash)
            m_hash->addData(bytes);
        client.write(m_handle, quint64(m_sent), bytes, handler(this, &Upload::onWritten, client, m_sent));
        m_unanswered.emplace(m_sent, got);
        m_sent += got;
    }
    if (m_sent == m_size)
        finishWriting(client);
}

void Upload::onWritten(Client &client, const Reply &reply, qint64 offset)
{
    if (m_stopped)
        return;
    if (reply.status != status::ok)
        return stop(client, writeError(reply, m_known));
    m_acknowledged += m_unanswered.extract(offset).mapped();
    m_meter.report(m_acknowledged, m_size);
    finishWhenAnswered(client);
}

bool Upload::sourceChanged() const
{
    return m_source.size() != m_size || m_source.fileTime(QFileDevice::FileModificationTime) != m_sourceModified;
}

void Upload::finishWriting(Client &client)
{
    if (sourceChanged())
        return stop(client, sourceChangedError(fileName(m_sourcePath), u"other size or time than before"_s));
    m_finishing = true;
    // Asked by the handle and before the close is answered: a platform may take the file from its path at once. Nor are
    // the writes waited for, since a server does what concerns one file in the order in which it is asked (draft
    // section 3); should one of them fail, the file is removed as ever.
    client.fileStat(m_handle, handler(this, &Upload::onHandleStat, client));
    client.close(m_handle, handler(this, &Upload::onClosed, client));
    if (m_onAllSent)
        m_onAllSent();
}

void Upload::onHandleStat(Client &, const Reply &reply)
{
    if (reply.type == PacketType::Attributes)
        m_sizeThere = reply.attributes.sizeBytes();
}

void Upload::onClosed(Client &client, const Reply &reply)
{
    m_handle.clear();
    if (m_stopped)
        return;
    if (reply.status != status::ok)
        return stop(client, errorFromStatus(reply.status, m_known, reply.text));
    m_closed = true;
    finishWhenAnswered(client);
}

// Answers may come in any order.
void Upload::finishWhenAnswered(Client &client)
{
    if (!m_closed || m_acknowledged < m_size)
        return;
    if (m_sizeThere == m_size)
        return succeed();
    // A server that writes late, or does not know the size of an open file.
    client.linkStat(m_target.bytes, handler(this, &Upload::onPathStat, client));
}

void Upload::onPathStat(Client &client, const Reply &reply)
{
    if (m_stopped)
        return;
    if (reply.type == PacketType::Attributes) {
        const qint64 size = reply.attributes.sizeBytes();
        if (size >= 0 && size != m_size)
            return stop(client, incomplete(size));
        return succeed();
    }
    // Every byte was acknowledged, and so was the close. A drop directory that may not be looked at, or a platform
    // that was quick, is no failure; a size by handle that differs is.
    if (m_sizeThere >= 0)
        return stop(client, incomplete(m_sizeThere));
    succeed();
}

Error Upload::incomplete(qint64 sizeThere) const
{
    return {
        ErrorKind::Protocol,
        QCoreApplication::translate(
            "Sftp",
            "The server says that “%1” arrived with another size than it was sent with, so it does not count as sent. "
            "It can be sent again.")
            .arg(m_known.displayText()),
        u"%1 bytes instead of %2"_s.arg(sizeThere).arg(m_size)};
}

void Upload::succeed()
{
    m_meter.report(m_size, m_size);
    end(TransferSummary{m_size, m_hash ? m_hash->result() : QByteArray(), m_continuedFrom});
}

void Upload::stop(Client &client, Error error)
{
    m_stopped = std::move(error);
    if (!m_opening)
        removeOwnFile(client);
}

void Upload::removeOwnFile(Client &client)
{
    // Never twice: by the second time the handle may be another file's.
    if (!m_handle.isEmpty() && !m_finishing)
        client.close(std::exchange(m_handle, {}));
    const bool keeps = m_unfinished == Unfinished::Keep && m_stopped->kind == ErrorKind::Cancelled;
    // What an earlier try left was worth keeping before.
    if (keeps && (m_start == UploadStart::GoOn || m_acknowledged >= mostSentAhead + tailBytes))
        return end(tl::make_unexpected(leftOnServer(*m_stopped, m_target.shown)));
    client.remove(m_target.bytes, handler(this, &Upload::onRemoved, client));
}

void Upload::onRemoved(Client &, const Reply &)
{
    end(tl::make_unexpected(*m_stopped));
}

void Upload::cancel(Client &client)
{
    if (m_stopped)
        return;
    // Refused at open and only asking why: there is no file of ours.
    if (!m_opening && m_handle.isEmpty() && !m_finishing)
        return end(tl::make_unexpected(cancelledError()));
    stop(client, cancelledError());
}

void Upload::abandon(const Error &error)
{
    const bool isThere = m_ready || !m_handle.isEmpty() || m_start == UploadStart::GoOn;
    if (m_unfinished == Unfinished::Discard || !(isThere || m_opening))
        return PromisedOperation::abandon(error);
    PromisedOperation::abandon(isThere ? leftOnServer(error, m_target.shown) : mayBeOnServer(error, m_target.shown));
}

} // namespace navette::sftp
