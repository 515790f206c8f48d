// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/listing.h"

#include "sftp/errors.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace navette::sftp
{
namespace
{

constexpr qint64 maxNameBytes = 64ll * 1024 * 1024;
constexpr int maxDepth = 32;
constexpr int maxEmptyAnswers = 100;
constexpr size_t partEntries = 5'000;
constexpr auto partInterval = 100ms;
constexpr size_t maxPartsHeld = 8; ///< with the answers in flight, some 45,000 entries that nobody has dealt with yet

} // namespace

void Listing::start(Client &client)
{
    m_lastPart = std::chrono::steady_clock::now();
    client.openDirectory(m_directory.bytes, handler(this, &Listing::onOpened, client));
}

void Listing::onOpened(Client &client, const Reply &reply)
{
    if (reply.type != PacketType::Handle)
        return end(tl::make_unexpected(errorFromStatus(reply.status, m_directory.shown, reply.text)));
    m_handle = reply.bytes.toByteArray();
    if (m_stopped) {
        client.close(m_handle);
        return end(tl::make_unexpected(cancelledError()));
    }
    readMore(client);
}

// The receiver may have taken a part since the last answer.
void Listing::pump(Client &client, qsizetype)
{
    if (!m_handle.isEmpty())
        readMore(client);
}

void Listing::readMore(Client &client)
{
    for (; m_inFlight < m_depth && !m_stopped && !receiverLags(); ++m_inFlight)
        client.readDirectory(m_handle, handler(this, &Listing::onNames, client));
}

void Listing::onNames(Client &client, const Reply &reply)
{
    --m_inFlight;
    if (reply.type == PacketType::Name)
        take(reply);
    else {
        if (reply.status != status::endOfFile && !m_stopped)
            m_error = errorFromStatus(reply.status, m_directory.shown, reply.text);
        m_stopped = true;
    }
    if (m_listing.entries.size() >= partEntries || std::chrono::steady_clock::now() - m_lastPart >= partInterval)
        handOver();
    m_depth = std::min(m_depth * 2, maxDepth);
    readMore(client);
    finishWhenQuiet(client);
}

void Listing::take(const Reply &reply)
{
    const size_t before = m_count;
    for (const NameEntry &entry : reply.names) {
        if (entry.name == "." || entry.name == "..")
            continue;
        m_nameBytes += entry.name.size();
        if (m_options.limit > 0 && (m_count >= m_options.limit || m_nameBytes > maxNameBytes)) {
            m_listing.complete = false;
            m_stopped = true;
            return;
        }
        ++m_count;
        m_listing.entries.push_back(toEntry(entry.name, entry.longName, entry.attributes));
    }
    // An answer without a name, or with those of the directory itself, is no progress; a server may give them for ever.
    if (m_count == before && ++m_emptyAnswers > maxEmptyAnswers && !m_stopped) {
        m_listing.complete = false;
        m_stopped = true;
    }
}

void Listing::handOver()
{
    if (!m_options.onPart || m_listing.entries.empty())
        return;
    auto part = std::make_shared<const std::vector<RemoteEntry>>(std::exchange(m_listing.entries, {}));
    m_handedOver.push_back(part);
    m_lastPart = std::chrono::steady_clock::now();
    m_options.onPart(std::move(part));
}

bool Listing::receiverLags()
{
    if (m_handedOver.size() >= maxPartsHeld)
        std::erase_if(m_handedOver, [](const auto &part) { return part.expired(); });
    return m_handedOver.size() >= maxPartsHeld;
}

void Listing::finishWhenQuiet(Client &client)
{
    if (!m_stopped || m_inFlight > 0)
        return;
    // Whether the server closes its handle well changes nothing in what was read.
    client.close(m_handle);
    handOver();
    if (m_error)
        end(tl::make_unexpected(*m_error));
    else
        end(std::move(m_listing));
}

void Listing::cancel(Client &client)
{
    m_stopped = true;
    answer(tl::make_unexpected(cancelledError()));
    if (!m_handle.isEmpty()) {
        client.close(m_handle);
        setOver();
    }
}

} // namespace navette::sftp
