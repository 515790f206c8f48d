// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzinput.h"

using namespace navette;

// Whatever the bytes, a dialect comes out that a reader can use, and what the caller knows is kept.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const csv::DialectHints hints = fuzz::consumeHints(provider);
    const QByteArray bytes = fuzz::remainingBytes(provider);
    const csv::Dialect dialect = csv::sniff(bytes, hints);
    FUZZ_REQUIRE(dialect.delimiter != dialect.quote);
    FUZZ_REQUIRE(dialect.delimiter != '\n' && dialect.delimiter != '\r');
    FUZZ_REQUIRE(!hints.delimiter || dialect.delimiter == *hints.delimiter);
    FUZZ_REQUIRE(!hints.encoding || dialect.encoding == *hints.encoding);
    FUZZ_REQUIRE(csv::sniff(bytes, hints) == dialect);
    FUZZ_REQUIRE(csv::encodingFromKey(csv::key(dialect.encoding)) == dialect.encoding);
    (void)csv::decode(bytes, dialect.encoding);
    return 0;
}
