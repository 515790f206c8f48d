// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "validation/report.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace navette
{

/// What tells findings met in rows apart: each sort is one line on the screen.
struct FindingSort {
    FindingCode code = FindingCode::SourceError;
    Severity severity = Severity::Error;
    int cause = 0;  ///< a code's own numbering, known to wording.cpp
    int field = -1; ///< index of the file's column where each column is its own finding
    std::optional<RepairKind> repair;
    bool refusesFile = false;
};

/// Gathers findings: exact counts, the first places of each.
class FindingList
{
public:
    explicit FindingList(int maxPlaces) : m_maxPlaces(static_cast<std::size_t>(std::max(maxPlaces, 0))) {}

    /// Counts one more of this sort; `place` is called only while places are still wanted.
    template<typename MakePlace>
    void add(const FindingSort &sort, MakePlace place)
    {
        Entry &entry = entryOf(sort);
        ++entry.finding.count;
        if (entry.finding.places.size() < entry.mostPlaces)
            entry.finding.places.push_back(place());
    }
    /// A finding with its words already: about the file or its header.
    void add(Finding finding);

    /// An empty list for rows further down: of sorts that have all their places here it takes none.
    [[nodiscard]] FindingList forLaterRows() const;
    /// Adds what was met in rows that are counted from behind `rowsBefore`.
    void append(FindingList &&later, qint64 rowsBefore);

    struct Entry {
        FindingSort sort;
        Finding finding;
        bool worded = false;
        std::size_t mostPlaces = 0;
        QString causes; ///< translated: what is wrong how often, where one finding has several causes
    };
    [[nodiscard]] std::vector<Entry> &entries() { return m_entries; }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    [[nodiscard]] static std::uint64_t keyOf(const FindingSort &sort);
    Entry &entryOf(const FindingSort &sort);

    std::size_t m_maxPlaces;
    std::unordered_set<std::uint64_t> m_placed; ///< sorts that take no places
    std::vector<Entry> m_entries;
    std::unordered_map<std::uint64_t, std::size_t> m_index;
    std::uint64_t m_lastKey = ~std::uint64_t(0);
    std::size_t m_lastEntry = 0;
};

} // namespace navette
