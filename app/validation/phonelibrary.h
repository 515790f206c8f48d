// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/values.h"

#include <cstdint>
#include <string>

namespace navette
{

enum class PhoneSort : std::uint8_t { Unknown, Mobile, Fixed, Both, Other, NotValid };

/// The little that we ask of libphonenumber, in our words. Regions are "FR", "CH", …
class PhoneLibrary
{
public:
    struct Parsed {
        PhoneFault fault = PhoneFault::None;
        int countryCode = 0;
        std::string national;
    };
    /// What is dialled in the region, or begins with a +. The faults are those of text that is no number at all.
    [[nodiscard]] virtual Parsed parse(const std::string &text, const std::string &region) const = 0;
    [[nodiscard]] virtual PhoneSort sortOf(const std::string &e164) const = 0;
    /// Of what parse() takes, but no network has.
    [[nodiscard]] virtual PhoneFault faultOfLength(const std::string &text, const std::string &region) const = 0;
    /// The region's national numbers begin with a 0 that is not part of them.
    [[nodiscard]] virtual bool hasTrunkZero(const std::string &region) const = 0;
    /// "06 12 34 56 78"; empty where the library has none.
    [[nodiscard]] virtual std::string mobileExample(const std::string &region) const = 0;

protected:
    ~PhoneLibrary() = default;
};

/// Loaded on the first call where a program has it in a module (app/cli/CMakeLists.txt).
[[nodiscard]] const PhoneLibrary &phoneLibrary();
/// What the module gives.
extern "C" [[nodiscard]] const PhoneLibrary *navettePhoneLibrary();

} // namespace navette
