// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"

#include <QDateTime>

#include <map>

namespace navette::sftp
{

/// OPEN (exclusive), many WRITE in flight, FSTAT and CLOSE, and LSTAT where the size is in doubt. Whatever ends it
/// early also removes the file, which nobody else can have made. With UploadStart::GoOn the file is what an earlier try
/// left: its end is compared, what may have been on its way then is sent once more, and it goes on from there. Nothing
/// is made then: what is of no use is removed, and the error is NotFound.
class Upload final : public PromisedOperation<TransferSummary>
{
public:
    Upload(LocalPath source, WirePath target, TransferOptions options, UploadStart start = UploadStart::New);

    void start(Client &client) override;
    void pump(Client &client, qsizetype window) override;
    void cancel(Client &client) override;
    void abandon(const Error &error) override;
    [[nodiscard]] Direction direction() const override { return Direction::Up; }
    [[nodiscard]] bool isBusy() const override { return m_prefix.isBusy() && !m_stopped; }

private:
    void openNew(Client &client);
    void lookAtLeftover(Client &client);
    void onLeftoverSeen(Client &client, const Reply &reply);
    void onOpened(Client &client, const Reply &reply);
    void onOpenRefused(Client &client, const Reply &reply, Error refusal);
    void onLeftoverOpened(Client &client, const Reply &reply);
    void onLeftoverStat(Client &client, const Reply &reply);
    void compareTail(Client &client, const QByteArray &expected);
    void onLeftoverTail(Client &client, const Reply &reply, QByteArray expected);
    void dropLeftover(Client &client);
    void onLeftoverRemoved(Client &client, const Reply &reply);
    void hashPrefix(Client &client);
    void goOn();
    void onWritten(Client &client, const Reply &reply, qint64 offset);
    void onHandleStat(Client &client, const Reply &reply);
    void onClosed(Client &client, const Reply &reply);
    void onPathStat(Client &client, const Reply &reply);
    void onRemoved(Client &client, const Reply &reply);
    void finishWriting(Client &client);
    void finishWhenAnswered(Client &client);
    void stop(Client &client, Error error);
    void removeOwnFile(Client &client);
    [[nodiscard]] Error incomplete(qint64 sizeThere) const;
    [[nodiscard]] bool sourceChanged() const;
    void succeed();

    LocalPath m_sourcePath;
    QFile m_source;
    QDateTime m_sourceModified;
    WirePath m_target;
    RemotePath m_known; ///< what errors call it
    ProgressMeter m_meter;
    Unfinished m_unfinished;
    std::function<void()> m_onAllSent;
    UploadStart m_start;
    PrefixHash m_prefix;
    std::optional<Sha256> m_hash;
    QByteArray m_handle;
    QByteArray m_chunk;
    qint64 m_size = 0;
    qint64 m_continuedFrom = 0;
    qint64 m_sent = 0;
    qint64 m_acknowledged = 0;
    std::map<qint64, qint64> m_unanswered; ///< writes: offset, bytes
    qint64 m_sizeThere = -1;
    bool m_opening = false;
    bool m_ready = false;     ///< open, and known where to go on
    bool m_finishing = false; ///< the close is on its way, behind the last byte
    bool m_closed = false;
    std::optional<Error> m_stopped; ///< why it ends early
};

} // namespace navette::sftp
