// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"

#include <chrono>

namespace navette::sftp
{

/// OPENDIR, several READDIR in flight, CLOSE. In parts where somebody takes them; then as fast as they are taken.
class Listing final : public PromisedOperation<RemoteListing>
{
public:
    explicit Listing(WirePath directory, ListOptions options = {})
        : m_directory(std::move(directory)), m_options(std::move(options))
    {
    }

    void start(Client &client) override;
    void pump(Client &client, qsizetype window) override;
    void cancel(Client &client) override;

private:
    void onOpened(Client &client, const Reply &reply);
    void onNames(Client &client, const Reply &reply);
    void take(const Reply &reply);
    void readMore(Client &client);
    void handOver();
    [[nodiscard]] bool receiverLags();
    void finishWhenQuiet(Client &client);

    WirePath m_directory;
    ListOptions m_options;
    QByteArray m_handle;
    RemoteListing m_listing;
    std::optional<Error> m_error;
    std::vector<std::weak_ptr<const std::vector<RemoteEntry>>> m_handedOver;
    std::chrono::steady_clock::time_point m_lastPart;
    size_t m_count = 0;
    qint64 m_nameBytes = 0;
    int m_inFlight = 0;
    int m_depth = 2; ///< most directories end with the second answer; long ones get more in flight
    int m_emptyAnswers = 0;
    bool m_stopped = false; ///< end seen, limit reached, failed or cancelled: ask no more
};

} // namespace navette::sftp
