// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/checkcontext.h"
#include "validation/phones.h"

namespace navette
{

// Causes of findings whose code has several (FindingSort::cause).
enum class CharacterCause { Replaceable = 0, NotReplaceable = 1, NotDecodable = 2 };
enum class MeansCause { Empty = 0, NotUsable = 1 };
enum class ConstraintCause { TooLong = 0, NotInList = 1, Required = 2, OnlyFor = 3, TooSmall = 4, TooShort = 5 };
enum class DateCause { OtherForm = 0, NoDate = 1 };
enum class ExtraCellCause { Empty = 0, Filled = 1 };
enum class QuoteCause { Inside = 0, Spaces = 1 };
/// Phones: fault, kind of number and note in one number.
[[nodiscard]] constexpr int phoneCause(PhoneFault fault, PhoneKind kind, PhoneNote note)
{
    return static_cast<int>(fault) * 16 + static_cast<int>(kind) * 4 + static_cast<int>(note);
}

/// Gives every finding met in rows its headline and consequence (ux.md, Validation wording).
void putIntoWords(CheckContext &context);

} // namespace navette
