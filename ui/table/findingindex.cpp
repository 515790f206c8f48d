// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/findingindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tone::Bad;
    case Severity::Warning:
        return Tone::Warn;
    }
    return Tone::Neutral;
}

std::vector<int> fieldsNamed(const Report &report, const QStringList &names)
{
    std::vector<int> fields;
    for (int i = 0; i < report.mappedLabels.size(); ++i) {
        if (names.contains(report.mappedLabels.at(i)))
            fields.push_back(i + 1);
    }
    return fields;
}

/// The columns by which the account tells contacts apart (digitaleo.md, Deduplication).
QStringList keyColumns(const Flow &flow, const FlowSettings &settings)
{
    if (flow.hasMatchingKey)
        return {settings.matchingKey == MatchingKey::DeviceId ? u"device_id"_s : settings.memberIdColumn};
    if (settings.deduplication == Deduplication::Reference)
        return {u"Référence"_s};
    return flow.oneOfColumns.isEmpty() ? flow.meansOfContact : flow.oneOfColumns;
}

/// On which cells a finding about a whole row is laid; none: on the row as such.
QStringList columnsConcerned(FindingCode code, const Flow &flow, const FlowSettings &settings)
{
    if (code == FindingCode::MissingMeans)
        return flow.meansOfContact;
    if (code == FindingCode::MissingReference)
        return {u"Référence"_s};
    if (code == FindingCode::DuplicateRow || code == FindingCode::MissingKey)
        return keyColumns(flow, settings);
    return {};
}

} // namespace

FindingIndex::FindingIndex(const Report &report, const Flow &flow, const FlowSettings &settings)
    : m_invalidRows(report.invalidRowNumbers), m_duplicateRows(report.duplicateRowNumbers)
{
    for (const Finding &finding : report.findings)
        addNotes(finding, fieldsNamed(report, columnsConcerned(finding.code, flow, settings)));
    // The worst first within a cell, so that the first hit gives the tone.
    std::ranges::stable_sort(m_notes, [](const Note &a, const Note &b) {
        if (a.place != b.place)
            return a.place < b.place;
        return a.tone == Tone::Bad && b.tone != Tone::Bad;
    });
    collectRows(report);
}

void FindingIndex::addNotes(const Finding &finding, const std::vector<int> &fields)
{
    const Tone tone = toneOf(finding.severity);
    for (const Place &place : finding.places) {
        if (place.rowNumber <= 0)
            continue;
        const QString message = place.message.isEmpty() ? finding.headline : place.message;
        if (place.fieldNumber > 0 || fields.empty()) {
            m_notes.push_back({{place.rowNumber, place.fieldNumber}, tone, message});
            m_lastField = std::max(m_lastField, place.fieldNumber);
            continue;
        }
        for (const int field : fields)
            m_notes.push_back({{place.rowNumber, field}, tone, message});
    }
}

void FindingIndex::collectRows(const Report &report)
{
    // The two lists of the report are complete where places are capped.
    std::vector<qint64> rows = report.invalidRowNumbers;
    rows.insert(rows.end(), report.duplicateRowNumbers.begin(), report.duplicateRowNumbers.end());
    for (const Note &note : m_notes) {
        if (note.place.rowNumber > 1)
            rows.push_back(note.place.rowNumber);
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    m_problemRows = std::move(rows);
}

Tone FindingIndex::tone(qint64 rowNumber, int field) const
{
    const CellPlace place{rowNumber, field};
    const auto found = std::ranges::lower_bound(m_notes, place, {}, &Note::place);
    return found != m_notes.end() && found->place == place ? found->tone : Tone::Neutral;
}

Tone FindingIndex::rowTone(qint64 rowNumber) const
{
    Tone worst = std::ranges::binary_search(m_duplicateRows, rowNumber) ? Tone::Warn : Tone::Neutral;
    if (isInvalid(rowNumber))
        return Tone::Bad;
    const auto first = std::ranges::lower_bound(m_notes, CellPlace{rowNumber, 0}, {}, &Note::place);
    for (auto note = first; note != m_notes.end() && note->place.rowNumber == rowNumber; ++note) {
        if (note->tone == Tone::Bad)
            return Tone::Bad;
        worst = note->tone;
    }
    return worst;
}

QStringList FindingIndex::messages(qint64 rowNumber, int field) const
{
    QStringList texts;
    const auto collect = [&](const CellPlace &place) {
        const auto [first, last] = std::ranges::equal_range(m_notes, place, {}, &Note::place);
        for (auto note = first; note != last; ++note) {
            if (!texts.contains(note->message))
                texts.append(note->message);
        }
    };
    collect({rowNumber, field});
    if (field != 0)
        collect({rowNumber, 0});
    return texts;
}

bool FindingIndex::isInvalid(qint64 rowNumber) const
{
    return std::ranges::binary_search(m_invalidRows, rowNumber);
}

std::optional<CellPlace> FindingIndex::next(CellPlace from) const
{
    const auto note = std::ranges::upper_bound(m_notes, from, {}, &Note::place);
    const auto row = std::ranges::upper_bound(m_problemRows, from.rowNumber);
    if (note != m_notes.end() && (row == m_problemRows.end() || note->place.rowNumber <= *row))
        return note->place;
    if (row != m_problemRows.end())
        return CellPlace{*row, 0};
    return {};
}

std::optional<CellPlace> FindingIndex::previous(CellPlace from) const
{
    const auto note = std::ranges::lower_bound(m_notes, from, {}, &Note::place);
    const auto row = std::ranges::lower_bound(m_problemRows, from.rowNumber);
    const bool hasNote = note != m_notes.begin();
    const bool hasRow = row != m_problemRows.begin();
    if (hasNote && (!hasRow || std::prev(note)->place.rowNumber >= *std::prev(row)))
        return std::prev(note)->place;
    if (hasRow)
        return CellPlace{*std::prev(row), 0};
    return {};
}

} // namespace navette::ui
