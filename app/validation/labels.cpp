// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/labels.h"

#include "validation/check.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace navette
{

namespace
{

/// One letter more, less, other, or two neighbours swapped.
bool isOneSlipAway(const QString &left, const QString &right)
{
    const QString &shorter = left.size() <= right.size() ? left : right;
    const QString &longer = left.size() <= right.size() ? right : left;
    if (longer.size() - shorter.size() > 1)
        return false;
    const auto [s, l] = std::mismatch(shorter.begin(), shorter.end(), longer.begin(), longer.end());
    if (shorter.size() < longer.size())
        return std::equal(s, shorter.end(), l + 1, longer.end());
    if (s == shorter.end())
        return true;
    if (std::equal(s + 1, shorter.end(), l + 1, longer.end()))
        return true;
    return s + 1 != shorter.end() && *s == *(l + 1) && *(s + 1) == *l &&
           std::equal(s + 2, shorter.end(), l + 2, longer.end());
}

/// A slip in a short word makes another word, and one in a number another number.
bool canHoldSlip(const QString &folded)
{
    return folded.size() >= 5 && std::none_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit(); });
}

/// The only one of the folded names that is one slip away, or -1.
int onlySlip(const std::vector<QString> &names, const QString &folded)
{
    if (!canHoldSlip(folded))
        return -1;
    int found = -1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!canHoldSlip(names[i]) || !isOneSlipAway(folded, names[i]))
            continue;
        if (found >= 0)
            return -1;
        found = static_cast<int>(i);
    }
    return found;
}

/// Columns by folded name and by folded synonym; -1 where two columns share one.
struct Dictionary {
    QHash<QString, int> names;
    QHash<QString, int> synonyms;
    std::vector<QString> foldedNames; ///< by column

    explicit Dictionary(const Flow &flow)
    {
        for (std::size_t i = 0; i < flow.columns.size(); ++i) {
            const int index = static_cast<int>(i);
            foldedNames.push_back(foldedLabel(flow.columns[i].name));
            insert(names, foldedNames.back(), index);
            for (const QString &synonym : flow.columns[i].synonyms)
                insert(synonyms, foldedLabel(synonym), index);
        }
    }
    static void insert(QHash<QString, int> &table, const QString &text, int column)
    {
        const auto known = table.find(text);
        if (known == table.end())
            table.insert(text, column);
        else if (*known != column)
            *known = -1;
    }
};

} // namespace

QString foldedLabel(const QString &label)
{
    QString folded;
    for (const QChar c : label.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber())
            folded += c;
    }
    return folded;
}

std::vector<LabelReading> readLabels(const QStringList &labels, const Flow &configuredFlow)
{
    const Dictionary dictionary(configuredFlow);
    std::vector<LabelReading> readings(static_cast<std::size_t>(labels.size()));
    std::vector<bool> taken(configuredFlow.columns.size(), false);
    std::vector<QString> folded;
    folded.reserve(readings.size());
    for (const QString &label : labels)
        folded.push_back(foldedLabel(label));

    QHash<QString, int> exactNames;
    for (std::size_t i = 0; i < configuredFlow.columns.size(); ++i)
        exactNames.insert(configuredFlow.columns[i].name, static_cast<int>(i));
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const int column = exactNames.value(labels[static_cast<qsizetype>(i)].trimmed(), -1);
        if (column < 0)
            continue;
        readings[i] = {column, true, LabelCertainty::Exact, -1};
        taken[static_cast<std::size_t>(column)] = true;
    }

    // From the surest to the least sure, so that a synonym never takes a column from a better label.
    const std::pair<LabelCertainty, std::function<int(const QString &)>> steps[] = {
        {LabelCertainty::Spelling, [&](const QString &text) { return dictionary.names.value(text, -1); }},
        {LabelCertainty::Synonym, [&](const QString &text) { return dictionary.synonyms.value(text, -1); }},
        {LabelCertainty::Slip, [&](const QString &text) { return onlySlip(dictionary.foldedNames, text); }},
    };
    for (const auto &[certainty, step] : steps) {
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (readings[i].column >= 0 || readings[i].takenColumn >= 0 || folded[i].isEmpty())
                continue;
            const int column = step(folded[i]);
            if (column < 0)
                continue;
            if (taken[static_cast<std::size_t>(column)]) {
                readings[i].takenColumn = column;
            } else {
                readings[i].column = column;
                readings[i].certainty = certainty;
                taken[static_cast<std::size_t>(column)] = true;
            }
        }
    }
    return readings;
}

std::vector<LabelMatch> matchLabels(const QStringList &labels, const Flow &configuredFlow)
{
    std::vector<LabelMatch> matches;
    for (const LabelReading &reading : readLabels(labels, configuredFlow))
        matches.push_back({reading.column, reading.exact, reading.certainty});
    return matches;
}

} // namespace navette
