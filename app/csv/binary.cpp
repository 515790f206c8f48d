// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/binary.h"

#include "csv/dialect.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace navette::csv
{
namespace
{

struct BinaryText {
    Q_DECLARE_TR_FUNCTIONS(BinaryText)
};

struct Signature {
    std::string_view bytes;
    BinaryKind kind;
};

using namespace std::string_view_literals;
constexpr std::array signatures{
    Signature{"PK\x03\x04"sv, BinaryKind::Zip},
    Signature{"PK\x05\x06"sv, BinaryKind::Zip},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, BinaryKind::Workbook}, // .xls
    Signature{"\x1F\x8B\x08"sv, BinaryKind::Gzip},
    Signature{"%PDF-"sv, BinaryKind::Pdf},
    Signature{"\x89PNG\r\n"sv, BinaryKind::Image},
    Signature{"\xFF\xD8\xFF"sv, BinaryKind::Image},
    Signature{"GIF87a"sv, BinaryKind::Image},
    Signature{"GIF89a"sv, BinaryKind::Image},
    Signature{"II*\0"sv, BinaryKind::Image},
    Signature{"MM\0*"sv, BinaryKind::Image},
    Signature{"7z\xBC\xAF\x27\x1C"sv, BinaryKind::Other},
    Signature{"Rar!\x1A\x07"sv, BinaryKind::Other},
    Signature{"SQLite format 3\0"sv, BinaryKind::Other},
    Signature{"\x7F"
              "ELF"sv,
              BinaryKind::Other},
};

// Workbooks of spreadsheet programs are zips that name their parts.
bool isWorkbook(QByteArrayView zip)
{
    const QByteArrayView front = zip.first(std::min<qsizetype>(zip.size(), 4096));
    return front.indexOf("[Content_Types].xml") >= 0 || front.indexOf("xl/") >= 0 ||
           front.indexOf("opendocument.spreadsheet") >= 0;
}

// Text holds the odd control character (reliability.md, C); a binary file is full of them.
bool mostlyControls(QByteArrayView sample)
{
    const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    });
    return controls * 3 >= sample.size() || (controls >= 16 && controls * 20 >= sample.size());
}

} // namespace

std::optional<BinaryKind> binaryKind(QByteArrayView bytes)
{
    for (const Signature &signature : signatures) {
        if (!bytes.startsWith(QByteArrayView(signature.bytes)))
            continue;
        return signature.kind == BinaryKind::Zip && isWorkbook(bytes) ? BinaryKind::Workbook : signature.kind;
    }
    constexpr qsizetype sampleBytes = 64 * 1024;
    const QByteArrayView front = bytes.first(std::min(bytes.size(), sampleBytes));
    // Only the alphabet matters here, so a separator need not be looked for.
    const Encoding encoding = sniff(front, {.delimiter = ';'}).encoding;
    if (encoding != Encoding::Utf16Le && encoding != Encoding::Utf16Be)
        return mostlyControls(front) ? std::optional(BinaryKind::Other) : std::nullopt;
    return mostlyControls(decode(front, encoding).toUtf8()) ? std::optional(BinaryKind::Other) : std::nullopt;
}

QString binaryMessage(BinaryKind kind, const QString &name)
{
    switch (kind) {
    case BinaryKind::Workbook:
        return BinaryText::tr(
                   "%1 is a spreadsheet workbook, not a CSV file. Open it in the spreadsheet program and save "
                   "it as CSV.")
            .arg(name);
    case BinaryKind::Zip:
        return BinaryText::tr("%1 is a zip archive, not a CSV file.").arg(name);
    case BinaryKind::Gzip:
        return BinaryText::tr("%1 is a compressed file, not a CSV file.").arg(name);
    case BinaryKind::Pdf:
        return BinaryText::tr("%1 is a PDF document, not a CSV file.").arg(name);
    case BinaryKind::Image:
        return BinaryText::tr("%1 is a picture, not a CSV file.").arg(name);
    case BinaryKind::Other:
        break;
    }
    return BinaryText::tr("%1 is not a text file, so it cannot be a CSV file.").arg(name);
}

} // namespace navette::csv
