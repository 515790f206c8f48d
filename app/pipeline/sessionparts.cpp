// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file that AccountSession deposits in parts.
#include "pipeline/accountsession.h"
#include "pipeline/transferqueue.h"

#include <algorithm>

namespace navette
{
namespace
{

// One for all sessions: their transfers stand in one queue.
int nextSequence()
{
    static int last = 0;
    return ++last;
}

} // namespace

void AccountSession::depositParts(std::vector<DepositOrder> orders)
{
    const int sequence = nextSequence();
    std::vector<Part> &parts = m_parts[sequence];
    for (DepositOrder &order : orders)
        parts.push_back({std::move(order), std::make_shared<DepositTries>(m_services.journal), 0, {}});
    for (std::size_t number = 0; number < orders.size(); ++number)
        addPart(sequence, number);
}

void AccountSession::addPart(int sequence, std::size_t number)
{
    Part &part = m_parts[sequence][number];
    part.transfer =
        addTransferOf(part.order, part.tries, sequence,
                      [this, sequence, number](const Result<void> &result) { partEnded(sequence, number, result); });
}

void AccountSession::partEnded(int sequence, std::size_t number, const Result<void> &result)
{
    const auto found = m_parts.find(sequence);
    if (found == m_parts.end())
        return;
    std::vector<Part> &parts = found->second;
    const bool again = parts[number].ended.has_value();
    parts[number].ended = result;
    PartsProgress progress{.sequence = sequence, .sourceName = parts.front().order.sourceName};
    for (const Part &part : parts) {
        const auto &queue = m_services.transfers.transfers();
        const auto transfer = std::find_if(queue.begin(), queue.end(),
                                           [&part](const Transfer &other) { return other.id == part.transfer; });
        const bool waits = transfer != queue.end() && !transfer->isEnded();
        if (waits || !part.ended)
            progress.waiting.append(part.order.remoteName);
        else if (*part.ended)
            progress.there.append(part.order.remoteName);
        else {
            if (progress.missing.isEmpty())
                progress.error = part.ended->error();
            progress.missing.append(part.order.remoteName);
        }
    }
    if (progress.missing.isEmpty() && progress.waiting.isEmpty())
        m_parts.erase(found);
    if (again || !progress.missing.isEmpty())
        Q_EMIT partsProgressed(progress);
}

void AccountSession::sendMissing(int sequence)
{
    const auto found = m_parts.find(sequence);
    if (found == m_parts.end())
        return;
    for (std::size_t number = 0; number < found->second.size(); ++number) {
        const Part &part = found->second[number];
        if (!part.ended || *part.ended || m_services.transfers.retry(part.transfer))
            continue;
        const auto &queue = m_services.transfers.transfers();
        const bool listed = std::any_of(queue.begin(), queue.end(),
                                        [&part](const Transfer &other) { return other.id == part.transfer; });
        if (!listed) // cleared from the list meanwhile
            addPart(sequence, number);
    }
}

} // namespace navette
