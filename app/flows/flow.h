// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowsettings.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace navette
{

enum class Platform { Digitaleo, Accengage };
/// "digitaleo", "accengage".
[[nodiscard]] QString key(Platform platform);
[[nodiscard]] std::optional<Platform> platformFromKey(const QString &key);
/// "Digitaleo", "Accengage": names, not translated.
[[nodiscard]] QString label(Platform platform);

enum class ColumnType { Text, Email, Phone, Date, DateTime, Integer, Number, Boolean, Uuid, Enumeration };
/// Which kind of number a phone column wants.
enum class PhoneKind { Any, Fixed, Mobile };

/// What a column is for, where a rule needs to know.
enum class ColumnRole { None, DeviceId, MemberId, Reference };

/// A column of a flow (Frictionless Table Schema field, with what Navette adds under its `navette` key).
struct Column {
    QString name; ///< the label in the file; for configurable ones the default label
    ColumnType type = ColumnType::Text;
    PhoneKind phoneKind = PhoneKind::Any;
    bool required = false;         ///< every row needs a value
    std::optional<int> maxLength;  ///< characters
    std::optional<int> minLength;  ///< characters, of a cell that has a value
    std::optional<qint64> minimum; ///< of whole numbers
    QStringList enumeration;       ///< allowed values, empty for any
    QString format;                ///< of dates, in QDateTime's pattern language; empty: the platform names none
    bool decimalComma = false;
    QStringList synonyms; ///< labels that people write for it
    ColumnRole role = ColumnRole::None;
    bool labelRequired = false;     ///< the header must hold it
    bool configurableLabel = false; ///< FlowSettings::fieldLabels can rename it
    QString onlyForColumn;          ///< has a value only in rows where that column …
    QString onlyForValue;           ///< … holds this
    bool customField = false;       ///< one of the account's own (FlowSettings::customData)
    bool operator==(const Column &) const = default;
};

/// Who writes files of this flow: we (deposits) or the platform (reports, exports).
enum class FlowDirection { ToPlatform, FromPlatform };
/// Which key columns a flow needs (accengage.md, Imports): the account's matching key, or one of the two.
enum class KeyRule { None, Account, Either };
/// What of a flow the account's set-up decides; configured() applies it.
struct AccountDecides {
    bool delimiter = false;
    bool encoding = false;
    bool columnLabels = false;
    bool memberColumn = false;
    bool operator==(const AccountDecides &) const = default;
};
/// Upload strategy of the platform (architecture.md).
enum class UploadStrategy { Temporary, Direct, Confirmed };

/// One of the sixteen flows of cli.md.
struct Flow {
    QString id;    ///< "digitaleo/import"
    QString title; ///< English title; translated by flowTitle()
    Platform platform = Platform::Digitaleo;
    FlowDirection direction = FlowDirection::ToPlatform;
    UploadStrategy upload = UploadStrategy::Temporary;
    QString directory;    ///< of the action, relative to the account's root: "contacts/import"; empty: the account says
    QString namePattern;  ///< e.g. "staticlist_{list}_{appId}_{timestamp}.csv"; "{list}.csv" for free names
    csv::Dialect dialect; ///< as the platform wants it
    bool allowsZip = false;
    std::optional<qint64> maxBytes;  ///< of the file as deposited: an error above
    std::optional<qint64> warnBytes; ///< a warning from here on
    std::vector<Column> columns;
    bool allowsExtraColumns = false;
    QStringList meansOfContact;      ///< column names of which a row needs one valid; empty: no such rule
    QStringList oneOfColumns;        ///< at least one of these labels must be in the header
    bool usesImportMode = false;     ///< the marker in contacts/import applies
    bool needsDeduplication = false; ///< only where the account has a criterion (digitaleo/delete)
    bool emptyValueErases = false;   ///< accengage/updateDevices
    bool hasMatchingKey = false;     ///< a key column is needed: keyColumns says which
    KeyRule keyRule = KeyRule::None;
    QStringList keyColumns;       ///< by configured(): one must be in the header, a row needs a value in one of them
    bool takesCustomData = false; ///< the account's custom fields are columns too
    int maxCustomFields = 0;      ///< of a static list; 0: no limit
    std::optional<int> maxCustomFieldLength; ///< characters
    AccountDecides accountDecides;

    [[nodiscard]] const Column *column(const QString &name) const;
    /// The column of that role, where there is one.
    [[nodiscard]] const Column *columnOf(ColumnRole role) const;
};

/// The flow's title in the user's language.
[[nodiscard]] QString flowTitle(const Flow &flow);

} // namespace navette
