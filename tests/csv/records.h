// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/reader.h"

#include <vector>

/// All records of some bytes as text, for comparing.
using Records = std::vector<std::vector<std::string>>;

inline Records recordsOf(QByteArrayView bytes, const navette::csv::Dialect &dialect, std::uint8_t *flaws = nullptr)
{
    navette::csv::Reader reader(bytes, dialect);
    navette::csv::Record record;
    Records records;
    while (reader.next(record)) {
        std::vector<std::string> cells;
        for (const auto &cell : record.cells)
            cells.emplace_back(cell.text);
        records.push_back(std::move(cells));
        if (flaws)
            *flaws = static_cast<std::uint8_t>(*flaws | record.flaws);
    }
    return records;
}

/// `a|b` for cells and `/` for records, with quotes around nothing: what a test compares.
inline QByteArray printed(const Records &records)
{
    QByteArray text;
    for (const auto &record : records) {
        if (!text.isEmpty())
            text += " / ";
        for (std::size_t i = 0; i < record.size(); ++i) {
            text += i ? "|" : "[";
            text += record[i];
        }
        text += ']';
    }
    return text;
}
