// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../csv/scanneragainstreader.h"
#include "csv/writer.h"
#include "fuzzinput.h"

using namespace navette;

namespace
{

using Cells = std::vector<std::string>;

std::vector<Cells> allRecords(csv::Reader reader)
{
    std::vector<Cells> all;
    csv::Record record;
    qint64 offset = -1;
    while (reader.next(record)) {
        FUZZ_REQUIRE(!record.cells.empty());
        FUZZ_REQUIRE(record.byteOffset > offset);
        FUZZ_REQUIRE(record.number == qint64(all.size()) + 1);
        offset = record.byteOffset;
        Cells &cells = all.emplace_back();
        for (const csv::Cell &cell : record.cells)
            cells.emplace_back(cell.text);
    }
    return all;
}

} // namespace

// The scanner sees what the reader does, records have their order and places, the index finds the same ones, and what
// is written from them reads the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const csv::DialectHints hints = fuzz::consumeHints(provider);
    const bool quoteAll = provider.ConsumeBool();
    const auto window = provider.ConsumeIntegralInRange<qint64>(1, 200);
    const auto opened = csv::CsvFile::fromBytes(fuzz::remainingBytes(provider), QStringLiteral("list.csv"), hints);
    if (!opened)
        return 0;
    const csv::CsvFile &file = **opened;
    const std::vector<Cells> records = allRecords(file.reader());
    FUZZ_REQUIRE(!csv::compare(file.bytes(), file.dialect(), {}, window).found);

    const auto index = csv::RecordIndex::build(file);
    FUZZ_REQUIRE(index && index->recordCount() == qint64(records.size()));
    for (std::size_t i = 0; i < records.size() && i < 8; ++i) {
        const std::vector<QString> texts = index->record(file, qint64(i));
        FUZZ_REQUIRE(texts.size() == records[i].size());
        for (std::size_t column = 0; column < texts.size(); ++column)
            FUZZ_REQUIRE(texts[column] == file.text(records[i][column]));
    }

    csv::Dialect dialect = file.dialect();
    dialect.encoding = file.readEncoding();
    dialect.byteOrderMark = false;
    dialect.quoteAll = quoteAll;
    csv::Writer writer(dialect);
    for (const Cells &cells : records) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        writer.write(views);
    }
    const QByteArrayView written(writer.buffer().data(), qsizetype(writer.buffer().size()));
    FUZZ_REQUIRE(allRecords(csv::Reader(written, dialect)) == records);
    return 0;
}
