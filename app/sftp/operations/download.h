// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"
#include "sftp/operations/partfile.h"

#include <limits>
#include <map>

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
    [[nodiscard]] bool isTransfer() const override { return true; }
    [[nodiscard]] qsizetype windowBytes() const override { return fetchWindowBytes; }
    [[nodiscard]] bool isBusy() const override { return m_prefix.isBusy() && !m_stopped; }

private:
    void onOpened(Client &client, const Reply &reply);
    void onFirstStat(Client &client, const Reply &reply);
    void onTail(Client &client, const Reply &reply, QByteArray expected);
    void onData(Client &client, const Reply &reply, qint64 offset, quint32 length);
    void onLastStat(Client &client, const Reply &reply);
    [[nodiscard]] Result<void> openPart(const Attributes &attributes);
    void lookAtTail(Client &client);
    void compareTail(Client &client, const QByteArray &expected);
    void hashPrefix(Client &client);
    void goOn(Client &client);
    void askFor(Client &client, qint64 offset, quint32 length);
    void keep(Client &client, qint64 offset, QByteArrayView bytes);
    Result<void> writeOut(QByteArrayView bytes);
    void writeEarly(Client &client);
    void finishWhenWhole(Client &client);
    void closeHandle(Client &client);
    void stop(Client &client, Error error);
    /// Keeps the part for a later try, and says so in the error; or drops it.
    [[nodiscard]] Error leftBehind(Error error);
    [[nodiscard]] Error changed(const QString &detail) const;

    static constexpr qint64 unknown = -1;

    WirePath m_source;
    LocalPath m_target;
    PartFile m_part;
    ProgressMeter m_meter;
    Unfinished m_unfinished;
    PrefixHash m_prefix;
    std::optional<Sha256> m_hash;
    QByteArray m_handle;
    bool m_stopped = false;
    bool m_askedFirst = false; ///< the first bytes, with the same trip as the size
    bool m_ready = false;      ///< the size is known, and where to go on
    bool m_finishing = false;
    qint64 m_continuedFrom = 0;
    qint64 m_size = unknown;                               ///< as the server said first
    qint64 m_asked = 0;                                    ///< everything before this was asked for
    qint64 m_written = 0;                                  ///< everything before this is in the part file
    qint64 m_endSeen = std::numeric_limits<qint64>::max(); ///< the server said "end of file" here
    qint64 m_bytesInFlight = 0;
    qint64 m_slowStart = 128 * 1024;      ///< grows with every answer, for a small file whose size is not told
    std::map<qint64, QByteArray> m_early; ///< came before what stands before it
};

} // namespace navette::sftp
