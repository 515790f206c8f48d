// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace navette
{

/// What a quick look at a cell's bytes tells.
struct CellScan {
    bool nonAscii = false;
    bool control = false; ///< a byte under 0x20 or DEL; tabs and line ends too
};
[[nodiscard]] CellScan scanBytes(std::string_view cell);

/// The next code point of a cell; `position` moves on. Bytes that do not belong to the encoding give U+FFFD and set
/// `malformed`. Takes UTF-8, ISO-8859-1 and Windows-1252.
[[nodiscard]] char32_t nextCodePoint(std::string_view cell, std::size_t &position, csv::Encoding encoding,
                                     bool *malformed = nullptr);

/// Without blanks at both ends: ASCII white space, no-break spaces and the invisible characters that spreadsheets
/// leave.
[[nodiscard]] std::string_view trimmedCell(std::string_view cell, csv::Encoding encoding);

/// The cell as UTF-8: itself where it is so already, else in `buffer`.
[[nodiscard]] std::string_view asUtf8(std::string_view cell, csv::Encoding encoding, std::string &buffer);

/// Length in characters, as a person counts them.
[[nodiscard]] qint64 characterCount(std::string_view cell, csv::Encoding encoding);

[[nodiscard]] bool isRepresentable(char32_t character, csv::Encoding target);

/// A character that no one writes on purpose: C0 (but tab and line ends), DEL, C1, direction marks, byte-order marks
/// inside the text.
[[nodiscard]] bool isControlCharacter(char32_t character);
/// What was meant by a control character: the Windows-1252 letter for U+0080–9F, nothing ("") for the others.
[[nodiscard]] QString meantBy(char32_t control);

/// What stands honestly for a character that `target` cannot hold ("" where leaving it out loses no meaning), or
/// nothing.
[[nodiscard]] std::optional<QString> honestReplacement(char32_t character, csv::Encoding target);

/// Appends the character in the encoding; false, and nothing appended, where the encoding cannot hold it.
bool appendEncoded(std::string &out, char32_t character, csv::Encoding encoding);

/// "U+0092" or the character itself where it can be seen.
[[nodiscard]] QString visibleCharacter(char32_t character);

} // namespace navette
