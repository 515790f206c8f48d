// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/phonelibrary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace navette
{

/// Something odd about a number that is nevertheless understood.
enum class PhoneNote {
    None,
    NoPlus,   ///< country code without its +: "336 90 78 56 90" (digitaleo.md, File format)
    LostZero, ///< a spreadsheet ate the leading zero: "612345678"
};

struct PhoneReading {
    PhoneFault fault = PhoneFault::None;
    PhoneNote note = PhoneNote::None;
    std::string e164; ///< "+33612345678" where the number is valid, whatever its kind
};

/// The digits of a number without what people put between them.
struct PhoneDigits {
    std::string digits;
    bool plus = false;
    bool badCharacter = false;
};

/// Reads phone numbers of one account by libphonenumber, which takes microseconds for each; so what it says about
/// French numbers is remembered per beginning of the number (its rules never look further than five digits there).
/// One per thread.
class PhoneReader
{
public:
    explicit PhoneReader(const QString &region);
    [[nodiscard]] PhoneReading read(std::string_view utf8, PhoneKind kind);
    [[nodiscard]] const QString &region() const { return m_region; }
    /// Numbers without country code are French ones.
    [[nodiscard]] bool isFrench() const { return m_isFrench; }
    /// Always by the library: what the fast way is tested against.
    [[nodiscard]] PhoneReading readByLibrary(std::string_view utf8, PhoneKind kind) const;

private:
    struct Number {
        PhoneSort sort = PhoneSort::NotValid;
        int countryCode = 0;
        std::string national;
    };
    [[nodiscard]] static PhoneFault faultOfSort(PhoneSort sort, PhoneKind kind);
    [[nodiscard]] static Number classify(int countryCode, const std::string &national);
    [[nodiscard]] static Number classifyFrench(const std::string &national);
    [[nodiscard]] PhoneReading readOtherForm(std::string_view utf8, const PhoneDigits &found, PhoneKind kind);
    [[nodiscard]] PhoneReading readDigits(const std::string &digits, bool plus, PhoneKind kind) const;

    QString m_region;
    std::string m_regionCode;
    bool m_isFrench = false;
    struct Memo {
        PhoneSort sort = PhoneSort::Unknown;
        std::uint16_t countryCode = 0;
    };
    std::unordered_map<std::string, PhoneReading> m_others; ///< what the library said, by text and kind
    std::vector<Memo> m_french; ///< by the first five digits after the 0; made when it is needed
};

} // namespace navette
