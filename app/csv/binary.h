// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace navette::csv
{

/// What a file is that is no text.
enum class BinaryKind { Workbook, Zip, Gzip, Pdf, Image, Other };

/// Nothing for text, however odd.
[[nodiscard]] std::optional<BinaryKind> binaryKind(QByteArrayView bytes);
/// The sentence for the person.
[[nodiscard]] QString binaryMessage(BinaryKind kind, const QString &name);

} // namespace navette::csv
