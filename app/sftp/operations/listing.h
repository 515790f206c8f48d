// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"

namespace navette::sftp
{

/// OPENDIR, several READDIR in flight, CLOSE.
class Listing final : public PromisedOperation<RemoteListing>
{
public:
    explicit Listing(WirePath directory) : m_directory(std::move(directory)) {}

    void start(Client &client) override;
    void cancel(Client &client) override;

private:
    void onOpened(Client &client, const Reply &reply);
    void onNames(Client &client, const Reply &reply);
    void take(const Reply &reply);
    void readMore(Client &client);
    void finishWhenQuiet(Client &client);

    WirePath m_directory;
    QByteArray m_handle;
    RemoteListing m_listing;
    std::optional<Error> m_error;
    qint64 m_nameBytes = 0;
    int m_inFlight = 0;
    int m_depth = 2; ///< most directories end with the second answer; long ones get more in flight
    int m_emptyAnswers = 0;
    bool m_stopped = false; ///< end seen, limit reached, failed or cancelled: ask no more
};

} // namespace navette::sftp
