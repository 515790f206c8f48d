// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace navette::csv
{

enum class Encoding { Utf8, Utf16Le, Utf16Be, Latin1, Windows1252 };
[[nodiscard]] constexpr bool isUtf16(Encoding encoding)
{
    return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}
/// ISO-8859-1 or Windows-1252, which differ only in 0x80 to 0x9F.
[[nodiscard]] constexpr bool isOneByte(Encoding encoding)
{
    return encoding == Encoding::Latin1 || encoding == Encoding::Windows1252;
}

enum class LineEnding { None, Lf, CrLf, Cr, Mixed };

/// How a CSV file is written. Found by sniff(), or given by a flow for files that we write.
struct Dialect {
    Encoding encoding = Encoding::Utf8;
    bool byteOrderMark = false;
    LineEnding lineEnding = LineEnding::Lf;
    char delimiter = ';';
    char quote = '"';
    bool quoteAll = false; ///< every field stands in quotes

    bool operator==(const Dialect &) const = default;
};

/// What the caller knows better than sniff().
struct DialectHints {
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    std::optional<char> quote;
};

/// Tells the dialect from the file's bytes; encoding from all of them, the rest from the first 64 KiB, quotes
/// respected.
[[nodiscard]] Dialect sniff(QByteArrayView bytes, const DialectHints &hints = {});

/// "utf-8", "utf-16le", "utf-16be", "iso-8859-1", "windows-1252": for JSON and logs (cli.md).
[[nodiscard]] QString key(Encoding encoding);
/// "lf", "crlf", "cr", "mixed", "none".
[[nodiscard]] QString key(LineEnding lineEnding);
/// "UTF-8", "ISO-8859-1": for the screen; names, not translated.
[[nodiscard]] QString label(Encoding encoding);
/// Translated: "semicolon", "comma"; the character itself where it has no name here.
[[nodiscard]] QString delimiterName(char delimiter);
[[nodiscard]] std::optional<Encoding> encodingFromKey(const QString &key);

/// Text of bytes in that encoding; bytes that do not belong to it become U+FFFD.
[[nodiscard]] QString decode(QByteArrayView bytes, Encoding encoding);

} // namespace navette::csv
