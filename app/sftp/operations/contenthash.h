// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"
#include "sftp/operations/orderedread.h"

namespace navette::sftp
{

/// SHA-256 of a remote file: OPEN, "check-file" where the server has it, else many READ in flight whose bytes go
/// nowhere but into the hash; CLOSE.
class ContentHash final : public PromisedOperation<QByteArray>
{
public:
    ContentHash(WirePath path, TransferProgress progress);

    void start(Client &client) override;
    void pump(Client &client, qsizetype window) override;
    void cancel(Client &client) override;
    [[nodiscard]] Direction direction() const override { return Direction::Down; }

private:
    void onOpened(Client &client, const Reply &reply);
    void onHashed(Client &client, const Reply &reply);
    void readThrough(Client &client);
    void onStat(Client &client, const Reply &reply);
    void ask(Client &client, const OrderedRead::Piece &piece);
    void onData(Client &client, const Reply &reply, OrderedRead::Piece piece);
    void finish(Client &client, Result<QByteArray> result);

    WirePath m_path;
    ProgressMeter m_meter;
    Sha256 m_hash;
    OrderedRead m_reading;
    QByteArray m_handle;
    bool m_opening = false;
    bool m_cancelled = false;
};

} // namespace navette::sftp
