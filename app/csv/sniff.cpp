// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a file is written, told from its bytes.
#include "csv/dialect.h"
#include "csv/reader.h"
#include "csv/textfacts.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace navette::csv
{
namespace
{

constexpr qsizetype sampleBytes = 64 * 1024;

struct Bom {
    Encoding encoding;
    qsizetype length;
};

std::optional<Bom> byteOrderMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Bom{Encoding::Utf8, 3};
    if (bytes.startsWith("\xFF\xFE"))
        return Bom{Encoding::Utf16Le, 2};
    if (bytes.startsWith("\xFE\xFF"))
        return Bom{Encoding::Utf16Be, 2};
    return {};
}

// Western text in UTF-16 has a zero in nearly every other byte, and few among the rest (half an emoji can
// hold one).
std::optional<Encoding> utf16WithoutMark(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size(), 4096) & ~qsizetype(1));
    if (sample.size() < 4)
        return {};
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[static_cast<std::size_t>(i & 1)] += sample[i] == '\0';
    const qsizetype pairs = sample.size() / 2;
    if (zeros[1] * 10 >= pairs * 7 && zeros[0] * 8 <= pairs)
        return Encoding::Utf16Le;
    if (zeros[0] * 10 >= pairs * 7 && zeros[1] * 8 <= pairs)
        return Encoding::Utf16Be;
    return {};
}

int utf8SequenceLength(QByteArrayView bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    const bool fits = lead >= 0xC2 && lead < 0xF5 && at + length <= bytes.size();
    return fits && bytes.sliced(at, length).isValidUtf8() ? length : 0;
}

constexpr std::uint64_t highBits = 0x8080808080808080U;

std::uint64_t wordAt(QByteArrayView bytes, qsizetype at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

// A UTF-8 file with a few broken bytes still is one: in ISO-8859-1 text, sequences like `Ã©` do not come by chance.
bool isDamagedUtf8(QByteArrayView bytes)
{
    constexpr qint64 enough = 1000; // broken bytes that settle it without reading on
    qint64 good = 0;
    qint64 bad = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        if (bytes.size() - i >= 8 && (wordAt(bytes, i) & highBits) == 0) {
            i += 8;
            continue;
        }
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const int length = utf8SequenceLength(bytes, i);
        (length > 0 ? good : bad) += 1;
        if (bad >= enough && good < 10 * bad)
            return false;
        i += std::max(length, 1);
    }
    return good >= 10 * bad;
}

// Bytes 0x80 to 0x9F are control characters in ISO-8859-1, which nobody types, and letters in Windows-1252.
Encoding oneByteEncoding(QByteArrayView bytes)
{
    qint64 letters = 0;
    qint64 unassigned = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || byte >= 0xA0)
            continue;
        const bool hole = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        (hole ? unassigned : letters) += 1;
    }
    return letters > unassigned ? Encoding::Windows1252 : Encoding::Latin1;
}

Encoding sniffEncoding(QByteArrayView bytes, std::optional<TextFacts> &facts)
{
    if (const auto utf16 = utf16WithoutMark(bytes))
        return *utf16;
    if (!facts)
        facts = textFacts(bytes);
    if (facts->validUtf8 || isDamagedUtf8(bytes))
        return Encoding::Utf8;
    return facts->anyC1 ? oneByteEncoding(bytes) : Encoding::Latin1;
}

// The front of the file, cut after its last whole line where it is longer.
QByteArrayView sampleOf(QByteArrayView bytes)
{
    if (bytes.size() <= sampleBytes)
        return bytes;
    const QByteArrayView front = bytes.first(sampleBytes);
    const qsizetype end = std::max(front.lastIndexOf('\n'), front.lastIndexOf('\r'));
    return end > 0 ? front.first(end + 1) : front;
}

// How well a separator explains the sample: the share of records with the usual number of cells.
double scoreOf(QByteArrayView sample, const Dialect &dialect)
{
    Reader reader(sample, dialect);
    Record record;
    QHash<std::size_t, int> counts;
    std::size_t header = 0;
    int records = 0;
    while (reader.next(record)) {
        if (record.isBlank())
            continue;
        if (records++ == 0)
            header = record.cells.size();
        ++counts[record.cells.size()];
    }
    std::size_t usual = 1;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() > usual)) {
            usual = it.key();
            most = it.value();
        }
    }
    if (usual < 2)
        return 0;
    // What the first line lacks separates nothing, unless many rows say so (under a title, say): in a list of one
    // column a comma is a slip, `jean@free,fr`.
    constexpr int enough = 3;
    if (header < 2 && most < enough)
        return 0;
    const double fit = double(std::min(header, usual)) / double(std::max(header, usual));
    const double tieBreak = 0.001 * double(std::min<std::size_t>(usual, 100));
    return double(most) / records + fit / 2 + tieBreak;
}

char sniffDelimiter(QByteArrayView sample, Dialect dialect)
{
    char best = ';';
    double bestScore = 0;
    for (const char candidate : {';', ',', '\t', '|', ':'}) {
        dialect.delimiter = candidate;
        // Colons stand in times and addresses too, so they have to explain much more.
        const double score = scoreOf(sample, dialect) * (candidate == ':' ? 0.6 : 1.0);
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

void sniffLines(QByteArrayView sample, Dialect &dialect)
{
    Reader reader(sample, dialect);
    Record record;
    std::array<qint64, 5> endings{};
    bool allQuoted = true;
    bool anyQuoted = false;
    while (reader.next(record)) {
        ++endings[static_cast<std::size_t>(record.ending)];
        if (record.isBlank())
            continue;
        for (const Cell &cell : record.cells) {
            allQuoted = allQuoted && cell.quoted;
            anyQuoted = anyQuoted || cell.quoted;
        }
    }
    dialect.quoteAll = allQuoted && anyQuoted;
    dialect.lineEnding = LineEnding::None;
    for (const LineEnding ending : {LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr}) {
        if (endings[static_cast<std::size_t>(ending)] > 0)
            dialect.lineEnding = dialect.lineEnding == LineEnding::None ? ending : LineEnding::Mixed;
    }
}

} // namespace

Dialect sniff(QByteArrayView bytes, const DialectHints &hints)
{
    std::optional<TextFacts> facts;
    return sniff(bytes, hints, facts);
}

Dialect sniff(QByteArrayView bytes, const DialectHints &hints, std::optional<TextFacts> &facts)
{
    Dialect dialect;
    const auto mark = byteOrderMark(bytes);
    const auto given = hints.encoding;
    if (mark && (!given || *given == mark->encoding)) {
        dialect.byteOrderMark = true;
        dialect.encoding = mark->encoding;
        bytes = bytes.sliced(mark->length);
    } else {
        dialect.encoding = given ? *given : sniffEncoding(bytes, facts);
    }
    dialect.quote = hints.quote.value_or('"');

    QByteArray transcoded;
    QByteArrayView sample = sampleOf(bytes);
    if (dialect.encoding == Encoding::Utf16Le || dialect.encoding == Encoding::Utf16Be) {
        transcoded = decode(bytes.first(std::min(bytes.size(), 2 * sampleBytes)), dialect.encoding).toUtf8();
        sample = bytes.size() > 2 * sampleBytes ? sampleOf(transcoded) : QByteArrayView(transcoded);
    }
    dialect.delimiter = hints.delimiter ? *hints.delimiter : sniffDelimiter(sample, dialect);
    sniffLines(sample, dialect);
    return dialect;
}

} // namespace navette::csv
