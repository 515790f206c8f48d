// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowcatalog.h"
#include "validation/check.h"

#include <cstdio>
#include <cstdlib>
#include <fuzzer/FuzzedDataProvider.h>

/// What must hold for any input; unlike an assertion it is there in every build, and it says where it stands.
#define FUZZ_REQUIRE(...)                                                                                              \
    do {                                                                                                               \
        if (!(__VA_ARGS__)) {                                                                                          \
            std::fprintf(stderr, "%s:%d does not hold: %s\n", __FILE__, __LINE__, #__VA_ARGS__);                       \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

namespace navette::fuzz
{

inline QByteArray remainingBytes(FuzzedDataProvider &provider)
{
    const std::string bytes = provider.ConsumeRemainingBytesAsString();
    return QByteArray(bytes.data(), qsizetype(bytes.size()));
}

inline csv::DialectHints consumeHints(FuzzedDataProvider &provider)
{
    csv::DialectHints hints;
    if (provider.ConsumeBool())
        hints.encoding = static_cast<csv::Encoding>(provider.ConsumeIntegralInRange(0, 4));
    if (provider.ConsumeBool())
        hints.delimiter = provider.PickValueInArray({';', ',', '\t', '|', ':', ' '});
    if (provider.ConsumeBool())
        hints.quote = provider.PickValueInArray({'"', '\''});
    return hints;
}

/// A file with a flow and an account's settings. No input where the bytes are no CSV at all.
inline std::optional<CheckInput> consumeCheckInput(FuzzedDataProvider &provider)
{
    static const FlowCatalog catalog = *FlowCatalog::load();
    CheckInput input;
    input.flow = catalog.flows()[provider.ConsumeIntegralInRange<std::size_t>(0, catalog.flows().size() - 1)];
    FlowSettings &settings = input.settings;
    settings.delimiter = provider.PickValueInArray({';', ',', '\t', '|'});
    settings.deduplication = static_cast<Deduplication>(provider.ConsumeIntegralInRange(0, 2));
    settings.phoneRegion = QString::fromLatin1(provider.PickValueInArray({"FR", "BE", "US", "RE"}));
    settings.matchingKey = static_cast<MatchingKey>(provider.ConsumeIntegralInRange(0, 1));
    settings.externalFtp = provider.ConsumeBool();
    if (provider.ConsumeBool())
        settings.encoding = static_cast<csv::Encoding>(provider.ConsumeIntegralInRange(0, 4));
    if (provider.ConsumeBool())
        settings.fieldLabels = {{QStringLiteral("Champ 1"), QStringLiteral("Points fidélité")}};
    if (provider.ConsumeBool())
        settings.customData = {{QStringLiteral("points"), {}, CustomField::Type::Decimal, 5},
                               {QStringLiteral("since"), {}, CustomField::Type::Date, {}}};
    input.maxPlaces = provider.ConsumeIntegralInRange(0, 100);
    csv::DialectHints hints = provider.ConsumeBool() ? consumeHints(provider) : csv::DialectHints();
    hints.quote = {}; // only a person who reads a file says so; no flow has another
    const auto file = csv::CsvFile::fromBytes(remainingBytes(provider), QStringLiteral("list.csv"), hints);
    if (!file)
        return std::nullopt;
    input.file = *file;
    return input;
}

} // namespace navette::fuzz
