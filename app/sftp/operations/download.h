// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"
#include "sftp/operations/orderedread.h"
#include "sftp/operations/partwriter.h"

namespace navette::sftp
{

/// OPEN, then FSTAT and many READ in flight, FSTAT again and CLOSE. The bytes go to a file of its own beside the
/// target, which gets the target's name when everything is there and the size was the same before and after. Where an
/// earlier try left a part of the same version, its last bytes are compared and it goes on behind them.
class Download final : public PromisedOperation<TransferSummary>
{
public:
    Download(WirePath source, LocalPath target, TransferOptions options);

    void start(Client &client) override;
    void pump(Client &client, qsizetype window) override;
    void cancel(Client &client) override;
    void abandon(const Error &error) override;
    [[nodiscard]] Direction direction() const override { return Direction::Down; }
    [[nodiscard]] bool isBusy() const override { return m_prefix.isBusy() && !m_stopped; }

private:
    void onOpened(Client &client, const Reply &reply);
    void onFirstStat(Client &client, const Reply &reply);
    void onTail(Client &client, const Reply &reply, QByteArray expected);
    void onData(Client &client, const Reply &reply, OrderedRead::Piece piece);
    void onLastStat(Client &client, const Reply &reply);
    [[nodiscard]] Result<void> openPart(const Attributes &attributes);
    void lookAtTail(Client &client);
    void compareTail(Client &client, const QByteArray &expected);
    void hashPrefix(Client &client);
    void beginAt(Client &client, qint64 offset);
    void ask(Client &client, const OrderedRead::Piece &piece);
    void finishWhenWhole(Client &client);
    void settle(const Result<void> &written);
    void leave();
    void closeHandle(Client &client);
    void stop(Client &client, Error error);
    /// Keeps the part for a later try, and says so in the error; or drops it.
    [[nodiscard]] Error leftBehind(Error error);
    [[nodiscard]] Error changed(const QString &detail) const;

    WirePath m_source;
    LocalPath m_target;
    PartFile m_part;
    ProgressMeter m_meter;
    Unfinished m_unfinished;
    QByteArray m_wantedSha256;
    PrefixHash m_prefix;
    std::unique_ptr<Sha256> m_hash; ///< where it is wanted
    OrderedRead m_reading;
    QByteArray m_handle;
    bool m_opening = false; ///< the answer to OPEN is to come
    bool m_stopped = false;
    bool m_left = false;       ///< after that, the part
    Error m_error;             ///< why it was stopped
    bool m_askedFirst = false; ///< the first bytes, with the same trip as the size
    bool m_finishing = false;
    bool m_keepsPart = false; ///< for a later transfer, when it is stopped
    qint64 m_continuedFrom = 0;
    PartWriter m_writer; ///< last, as it uses the part and the hash until it has ended
};

} // namespace navette::sftp
