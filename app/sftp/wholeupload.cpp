// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"

#include "base/grace.h"
#include "base/sha256.h"
#include "sftp/errors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace navette
{
namespace
{

struct UploadText {
    Q_DECLARE_TR_FUNCTIONS(UploadText)
};

// The same for every try of this file, as it is now: only bytes that are meant to be the same ever meet.
QByteArray uploadKey(const QByteArray &server, const LocalPath &source, const RemotePath &target)
{
    const QFileInfo info(source);
    const QByteArrayList parts{server, info.canonicalFilePath().toUtf8(), QByteArray::number(info.size()),
                               QByteArray::number(info.lastModified().toMSecsSinceEpoch()), target.bytes()};
    return parts.join('\0');
}

bool isBroken(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

/// One call of uploadWhole().
class WholeUpload final
{
public:
    WholeUpload(RemoteFileSystem &remote, const LocalPath &source, const RemotePath &target,
                const TransferOptions &options, const JobControl &job, const UploadClaims &claims)
        : m_remote(remote), m_source(source), m_target(target), m_options(options), m_job(job), m_server(claims.server)
    {
        // Asked with the last bytes, the name costs no time of its own. Nothing calls this after the upload has ended.
        m_options.onAllSent = [this] { m_targetSeen = m_remote.stat(m_target); };
        m_options.hash = m_options.hash || m_options.verify;
        m_options.knownAs = m_target;
        m_key = uploadKey(m_server, source, target);
        if (m_options.unfinished != Unfinished::Discard)
            m_claim = UploadClaim::take(claims.folder, m_key);
    }

    Result<TransferSummary> run()
    {
        const bool hasLeftover = m_claim && !m_claim->leftover().isEmpty();
        Result<TransferSummary> sent = hasLeftover ? sendAs(m_claim->leftover(), UploadStart::GoOn) : sendAnew();
        if (hasLeftover && !sent && sent.error().kind == ErrorKind::NotFound) {
            if (auto placed = placedEarlier())
                return *placed;
            sent = sendAnew();
        }
        if (!sent)
            return leavesRemainder(sent.error()) ? left(sent.error()) : cleared(sent.error(), {});
        if (const Result<void> same = compare(sent->sha256); !same)
            return leavesRemainder(same.error()) ? tl::make_unexpected(sftp::leftOnServer(same.error(), m_temporary))
                                                 : cleared(same.error(), {});
        // Hardly cancellable from here on: a rename half asked for is either done or not, and is waited for.
        const Result<void> renamed = place();
        if (!renamed)
            return cleared(renamed.error(), sent);
        forget();
        return sent;
    }

private:
    Result<TransferSummary> sendAnew()
    {
        const QByteArray name = makeTemporaryName();
        // Noted before the first byte is sent, so that what a crash leaves is found too.
        if (m_claim && !m_claim->remember(name))
            m_claim.reset();
        if (!m_claim)
            m_options.unfinished = Unfinished::Discard;
        return sendAs(name, UploadStart::New);
    }

    // The earlier try may have come to its end, and only the answer to its rename was lost: then the file is there.
    std::optional<TransferSummary> placedEarlier()
    {
        QFile file(m_source);
        const Result<RemoteEntry> there = await(m_remote.stat(m_target), m_job);
        if (!there || !file.open(QIODevice::ReadOnly) || there->size != file.size())
            return {};
        Sha256 hash;
        const Result<QByteArray> sha256 = await(m_remote.sha256(m_target), m_job);
        if (!sha256 || !hash.addData(file) || hash.result() != *sha256)
            return {};
        forget();
        return TransferSummary{file.size(), *sha256, file.size()};
    }

    Result<TransferSummary> sendAs(const QByteArray &name, UploadStart start)
    {
        m_temporary = m_target.parent().child(name);
        auto future = m_remote.upload(m_source, m_temporary, m_options, start);
        Result<TransferSummary> sent = await(future, m_job);
        // A cancelled one still cleans up for a moment, and nobody else shall begin meanwhile. (A future whose result
        // was taken is not valid any more.)
        if (future.isValid())
            future.waitForFinished();
        return sent;
    }

    // What proves wrong is nothing to go on from, even where it cannot be removed.
    Result<void> compare(const QByteArray &sha256)
    {
        // An edit that came between the claim and the first byte: what an earlier try left is of another file.
        if (m_claim && uploadKey(m_server, m_source, m_target) != m_key) {
            forget();
            return tl::make_unexpected(
                sftp::sourceChangedError(fileName(m_source), QStringLiteral("other size or time than before")));
        }
        if (!m_options.verify)
            return {};
        m_targetSeen = {}; // too long ago by the end of this
        const Result<QByteArray> there = await(m_remote.sha256(m_temporary, m_options.progress), m_job);
        if (!there)
            return tl::make_unexpected(known(there.error()));
        if (*there == sha256)
            return {};
        forget();
        return fail(ErrorKind::Protocol, UploadText::tr("What arrived as “%1” is not what was sent. Nothing of it is "
                                                        "kept on the server; it can be sent again.")
                                             .arg(m_target.displayText()));
    }

    Result<void> place()
    {
        auto look = TargetLook::First;
        if (m_targetSeen.isValid()) {
            if (awaitWithGrace(std::exchange(m_targetSeen, {}), m_job))
                return tl::make_unexpected(sftp::alreadyExistsError(m_target));
            look = TargetLook::WasFree;
        }
        Result<void> renamed = awaitWithGrace(m_remote.rename(m_temporary, m_target, look), m_job);
        if (!renamed)
            return tl::make_unexpected(known(renamed.error()));
        return renamed;
    }

    bool leavesRemainder(const Error &error) const
    {
        return (m_options.unfinished != Unfinished::Discard && isBroken(error)) ||
               (m_options.unfinished == Unfinished::Keep && error.kind == ErrorKind::Cancelled);
    }

    // Of a broken line the upload itself has told what it leaves; of a cancelled one nobody hears it.
    Result<TransferSummary> left(const Error &error)
    {
        if (error.kind != ErrorKind::Cancelled)
            return tl::make_unexpected(error);
        const Result<RemoteEntry> there = awaitWithGrace(m_remote.stat(m_temporary), m_job);
        if (there)
            return tl::make_unexpected(sftp::leftOnServer(error, m_temporary));
        if (there.error().kind != ErrorKind::NotFound)
            return tl::make_unexpected(sftp::mayBeOnServer(error, m_temporary));
        forget();
        return tl::make_unexpected(error);
    }

    Result<TransferSummary> cleared(const Error &error, const std::optional<Result<TransferSummary>> &sent)
    {
        const Leftover leftover = clearLeftover(m_remote, m_temporary, m_job);
        if (leftover == Leftover::MayLieThere)
            return tl::make_unexpected(sftp::mayBeOnServer(error, m_temporary));
        forget();
        if (sent && leftover == Leftover::WasNotThere && wasPlaced((*sent)->bytes))
            return *sent;
        return tl::make_unexpected(error);
    }

    // The temporary file is gone: was it renamed although the answer said otherwise, or never came?
    bool wasPlaced(qint64 bytes)
    {
        const Result<RemoteEntry> entry = awaitWithGrace(m_remote.stat(m_target), m_job);
        return entry && entry->size == bytes;
    }

    [[nodiscard]] Error known(const Error &error) const { return sftp::knownAs(error, m_temporary, m_target); }

    void forget()
    {
        if (m_claim)
            m_claim->forget();
    }

    RemoteFileSystem &m_remote;
    const LocalPath &m_source;
    const RemotePath &m_target;
    TransferOptions m_options;
    const JobControl &m_job;
    QByteArray m_server;
    QByteArray m_key; ///< of the source as it was when the claim was taken
    std::optional<UploadClaim> m_claim;
    RemotePath m_temporary;
    QFuture<Result<RemoteEntry>> m_targetSeen; ///< of the last upload, once all of it is on its way
};

} // namespace

Error giveUpUpload(RemoteFileSystem *remote, const LocalPath &source, const RemotePath &target,
                   const UploadClaims &claims, const Error &error, const JobControl &job)
{
    auto claim = UploadClaim::take(claims.folder, uploadKey(claims.server, source, target));
    if (!claim || claim->leftover().isEmpty())
        return error;
    const RemotePath temporary = target.parent().child(claim->leftover());
    if (remote == nullptr || clearLeftover(*remote, temporary, job) == Leftover::MayLieThere)
        return sftp::mayBeOnServer(error, temporary);
    claim->forget();
    return error;
}

Leftover clearLeftover(RemoteFileSystem &remote, const RemotePath &temporary, const JobControl &job)
{
    const Result<void> removed = awaitWithGrace(remote.removeFile(temporary), job);
    if (removed)
        return Leftover::Removed;
    ErrorKind why = removed.error().kind;
    // Where nothing may be removed, all removals are refused, also of what is not there.
    if (why == ErrorKind::NotWritable) {
        const Result<RemoteEntry> there = awaitWithGrace(remote.stat(temporary), job);
        why = there ? why : there.error().kind;
    }
    return why == ErrorKind::NotFound ? Leftover::WasNotThere : Leftover::MayLieThere;
}

Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source, const RemotePath &target,
                                    const TransferOptions &options, const JobControl &job, const UploadClaims &claims)
{
    return WholeUpload(remote, source, target, options, job, claims).run();
}

} // namespace navette
