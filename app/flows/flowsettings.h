// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace navette
{

enum class Deduplication { None, Triplet, Reference };
enum class MatchingKey { DeviceId, MemberId };

/// A custom field declared on an Accengage account (accengage.md, Common).
struct CustomField {
    enum class Type { Text, Decimal, Integer, Date };
    QString name;
    QString label;
    Type type = Type::Text;
    std::optional<int> size; ///< characters
    bool operator==(const CustomField &) const = default;
};

/// What an account's set-up on the platform says about its files. Part of Account; validation and repair need only
/// this.
struct FlowSettings {
    char delimiter = ';';
    std::optional<csv::Encoding> encoding; ///< where the flow leaves it open (Accengage)
    Deduplication deduplication = Deduplication::None;
    QMap<QString, QString> fieldLabels;         ///< "Champ 1" → the label configured on the platform
    QString phoneRegion = QStringLiteral("FR"); ///< ISO 3166, for numbers without country code
    QString appId;
    MatchingKey matchingKey = MatchingKey::DeviceId;
    QString memberIdColumn = QStringLiteral("member_id");
    std::vector<CustomField> customData;
    bool externalFtp = false;

    bool operator==(const FlowSettings &) const = default;
};

} // namespace navette
