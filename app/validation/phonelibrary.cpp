// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/phonelibrary.h"

#include <phonenumbers/phonenumberutil.h>

namespace navette
{

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace
{

const PhoneNumberUtil &util()
{
    return *PhoneNumberUtil::GetInstance();
}

class Libphonenumber final : public PhoneLibrary
{
public:
    Parsed parse(const std::string &text, const std::string &region) const override
    {
        PhoneNumber number;
        switch (util().Parse(text, region, &number)) {
        case PhoneNumberUtil::NO_PARSING_ERROR:
            break;
        case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
            return {PhoneFault::UnknownCountry, 0, {}};
        case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
        case PhoneNumberUtil::TOO_SHORT_NSN:
        case PhoneNumberUtil::NOT_A_NUMBER:
            return {PhoneFault::TooShort, 0, {}};
        case PhoneNumberUtil::TOO_LONG_NSN:
            return {PhoneFault::TooLong, 0, {}};
        }
        Parsed parsed{PhoneFault::None, number.country_code(), {}};
        util().GetNationalSignificantNumber(number, &parsed.national);
        return parsed;
    }

    PhoneSort sortOf(const std::string &e164) const override
    {
        PhoneNumber number;
        if (util().Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR || !util().IsValidNumber(number))
            return PhoneSort::NotValid;
        switch (util().GetNumberType(number)) {
        case PhoneNumberUtil::MOBILE:
            return PhoneSort::Mobile;
        case PhoneNumberUtil::FIXED_LINE:
        case PhoneNumberUtil::VOIP: // French boxes (09…) are the fixed line of their household
            return PhoneSort::Fixed;
        case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
            return PhoneSort::Both;
        case PhoneNumberUtil::TOLL_FREE:
        case PhoneNumberUtil::PREMIUM_RATE:
        case PhoneNumberUtil::SHARED_COST:
        case PhoneNumberUtil::PERSONAL_NUMBER:
        case PhoneNumberUtil::PAGER:
        case PhoneNumberUtil::UAN:
        case PhoneNumberUtil::VOICEMAIL:
        case PhoneNumberUtil::UNKNOWN:
            return PhoneSort::Other;
        }
        return PhoneSort::NotValid;
    }

    PhoneFault faultOfLength(const std::string &text, const std::string &region) const override
    {
        PhoneNumber number;
        util().Parse(text, region, &number);
        switch (util().IsPossibleNumberWithReason(number)) {
        case PhoneNumberUtil::TOO_SHORT:
        case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
            return PhoneFault::TooShort;
        case PhoneNumberUtil::TOO_LONG:
            return PhoneFault::TooLong;
        case PhoneNumberUtil::INVALID_COUNTRY_CODE:
            return PhoneFault::UnknownCountry;
        case PhoneNumberUtil::IS_POSSIBLE:
        case PhoneNumberUtil::INVALID_LENGTH:
            break;
        }
        // "06 12 34 56 7" has the length of no number or of some service's; a person wants to hear that a digit is
        // missing.
        std::string usualRegion;
        util().GetRegionCodeForCountryCode(number.country_code(), &usualRegion);
        PhoneNumber example;
        if (!util().GetExampleNumberForType(usualRegion, PhoneNumberUtil::MOBILE, &example))
            return PhoneFault::Impossible;
        const std::string usual = std::to_string(example.national_number());
        const std::string found = std::to_string(number.national_number());
        if (found.size() == usual.size())
            return PhoneFault::Impossible;
        return found.size() < usual.size() ? PhoneFault::TooShort : PhoneFault::TooLong;
    }

    bool hasTrunkZero(const std::string &region) const override
    {
        std::string prefix;
        util().GetNddPrefixForRegion(region, true, &prefix);
        return prefix == "0";
    }

    std::string mobileExample(const std::string &region) const override
    {
        PhoneNumber number;
        std::string text;
        if (util().GetExampleNumberForType(region, PhoneNumberUtil::MOBILE, &number))
            util().Format(number, PhoneNumberUtil::NATIONAL, &text);
        return text;
    }
};

} // namespace

const PhoneLibrary *navettePhoneLibrary()
{
    static const Libphonenumber library;
    return &library;
}

const PhoneLibrary &phoneLibrary()
{
    return *navettePhoneLibrary();
}

} // namespace navette
