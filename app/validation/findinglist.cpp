// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/findinglist.h"

namespace navette
{

void FindingList::add(Finding finding)
{
    finding.places.resize(std::min(finding.places.size(), m_maxPlaces));
    const FindingSort sort{finding.code, finding.severity, 0, -1, finding.repair, finding.refusesFile};
    m_entries.push_back({sort, std::move(finding), true, m_maxPlaces});
}

FindingList FindingList::forLaterRows() const
{
    FindingList list(static_cast<int>(m_maxPlaces));
    list.m_placed = m_placed;
    for (const Entry &entry : m_entries) {
        if (!entry.worded && entry.finding.places.size() >= m_maxPlaces)
            list.m_placed.insert(keyOf(entry.sort));
    }
    return list;
}

void FindingList::append(FindingList &&later, qint64 rowsBefore)
{
    for (Entry &more : later.m_entries) {
        Finding &finding = entryOf(more.sort).finding;
        finding.count += more.finding.count;
        for (Place &place : more.finding.places) {
            if (finding.places.size() >= m_maxPlaces)
                break;
            place.rowNumber += rowsBefore;
            finding.places.push_back(std::move(place));
        }
    }
}

std::uint64_t FindingList::keyOf(const FindingSort &sort)
{
    return (static_cast<std::uint64_t>(sort.field + 1) << 24) | (static_cast<std::uint64_t>(sort.cause) << 8) |
           (static_cast<std::uint64_t>(sort.code) << 1) | (sort.severity == Severity::Error ? 1U : 0U);
}

FindingList::Entry &FindingList::entryOf(const FindingSort &sort)
{
    const std::uint64_t key = keyOf(sort);
    if (key == m_lastKey)
        return m_entries[m_lastEntry];
    const auto [known, isNew] = m_index.try_emplace(key, m_entries.size());
    if (isNew) {
        Finding finding;
        finding.code = sort.code;
        finding.severity = sort.severity;
        finding.repair = sort.repair;
        finding.refusesFile = sort.refusesFile;
        m_entries.push_back({sort, std::move(finding), false, m_placed.contains(key) ? 0 : m_maxPlaces});
    }
    m_lastKey = key;
    m_lastEntry = known->second;
    return m_entries[m_lastEntry];
}

} // namespace navette
