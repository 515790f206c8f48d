// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace navette
{

/// The checks of single values, each linear in the text's length. All take trimmed UTF-8 text.

enum class EmailFault {
    None,
    NoAt,
    SeveralAt,
    EmptyLocalPart,
    BadCharacter,
    Dots,
    Hyphens,
    NoDomain,
    NoTopLevel,
    TooLong
};
[[nodiscard]] EmailFault emailFault(std::string_view utf8);
/// A valid address with its domain as the mail's own protocol writes it: jean@café.fr → jean@xn--caf-dma.fr.
[[nodiscard]] std::string emailInAscii(std::string_view utf8);

enum class PhoneFault { None, BadCharacter, TooShort, TooLong, UnknownCountry, NotAMobile, NotAFixedLine, Impossible };
[[nodiscard]] PhoneFault phoneFault(std::string_view utf8, PhoneKind kind, const QString &region);
/// "+33612345678", or nothing where the number is not valid.
[[nodiscard]] std::optional<std::string> phoneE164(std::string_view utf8, const QString &region);

/// Sentences for the person about each fault.
[[nodiscard]] QString explain(EmailFault fault);
/// With an example of that region.
[[nodiscard]] QString explain(PhoneFault fault, const QString &region = QStringLiteral("FR"));
/// The first character for which an address or number is refused, where it is refused for one.
[[nodiscard]] std::optional<char32_t> badCharacterOfEmail(std::string_view utf8);
[[nodiscard]] std::optional<char32_t> badCharacterOfPhone(std::string_view utf8);

} // namespace navette
