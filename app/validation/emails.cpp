// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/characters.h"
#include "validation/values.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <string>

namespace navette
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The characters of a local part by the HTML standard (input type=email), which follows RFC 5322's atoms.
bool isLocalCharacter(char c)
{
    return isLetterOrDigit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

/// No dot at either end and no two in a row (RFC 5321, Dot-string).
bool hasMisplacedDot(std::string_view text)
{
    return text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos;
}

EmailFault domainFault(std::string_view domain)
{
    if (domain.empty())
        return EmailFault::NoDomain;
    if (!std::all_of(domain.begin(), domain.end(), [](char c) { return isLetterOrDigit(c) || c == '-' || c == '.'; }))
        return EmailFault::BadCharacter;
    if (hasMisplacedDot(domain))
        return EmailFault::Dots;
    if (domain.size() > 253)
        return EmailFault::TooLong;
    const std::size_t lastDot = domain.rfind('.');
    std::string_view rest = domain;
    while (!rest.empty()) {
        const std::string_view label = rest.substr(0, rest.find('.'));
        if (label.size() > 63)
            return EmailFault::TooLong;
        if (label.front() == '-' || label.back() == '-')
            return EmailFault::Hyphens;
        rest.remove_prefix(std::min(rest.size(), label.size() + 1));
    }
    if (lastDot == std::string_view::npos)
        return EmailFault::NoTopLevel;
    // No top level has one letter or is a number: "a@10.0.0.1" is a machine, not an address.
    const std::string_view top = domain.substr(lastDot + 1);
    if (top.size() < 2 || std::all_of(top.begin(), top.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return EmailFault::NoTopLevel;
    return EmailFault::None;
}

} // namespace

EmailFault emailFault(std::string_view utf8)
{
    const std::size_t at = utf8.find('@');
    if (at == std::string_view::npos)
        return EmailFault::NoAt;
    if (utf8.find('@', at + 1) != std::string_view::npos)
        return EmailFault::SeveralAt;
    const std::string_view local = utf8.substr(0, at);
    const std::string_view domain = utf8.substr(at + 1);
    if (local.empty())
        return EmailFault::EmptyLocalPart;
    if (!std::all_of(local.begin(), local.end(), isLocalCharacter))
        return EmailFault::BadCharacter;
    if (hasMisplacedDot(local))
        return EmailFault::Dots;
    // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
    if (local.size() > 64 || utf8.size() > 254)
        return EmailFault::TooLong;
    if (std::any_of(domain.begin(), domain.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        const QByteArray ace = QUrl::toAce(QString::fromUtf8(domain.data(), static_cast<qsizetype>(domain.size())));
        if (ace.isEmpty())
            return EmailFault::BadCharacter;
        if (local.size() + 1 + static_cast<std::size_t>(ace.size()) > 254) // as it is sent
            return EmailFault::TooLong;
        return domainFault(std::string_view(ace.constData(), static_cast<std::size_t>(ace.size())));
    }
    return domainFault(domain);
}

std::string emailInAscii(std::string_view utf8)
{
    const std::size_t at = utf8.find('@');
    if (at == std::string_view::npos)
        return std::string(utf8);
    const std::string_view domain = utf8.substr(at + 1);
    const QByteArray ace = QUrl::toAce(QString::fromUtf8(domain.data(), static_cast<qsizetype>(domain.size())));
    return std::string(utf8.substr(0, at + 1)) + ace.toStdString();
}

std::optional<char32_t> badCharacterOfEmail(std::string_view utf8)
{
    const std::size_t at = utf8.find('@');
    for (std::size_t i = 0; i < utf8.size();) {
        const bool inDomain = i > at;
        const char c = utf8[i];
        const char32_t character = nextCodePoint(utf8, i, csv::Encoding::Utf8);
        if (character >= 0x80
                ? inDomain
                : c == '@' || (inDomain ? isLetterOrDigit(c) || c == '-' || c == '.' : isLocalCharacter(c)))
            continue;
        return character;
    }
    return std::nullopt;
}

QString explain(EmailFault fault)
{
    switch (fault) {
    case EmailFault::None:
        return {};
    case EmailFault::NoAt:
        return Words::tr("There is no @. Write an address such as name@example.org.");
    case EmailFault::SeveralAt:
        return Words::tr("There is more than one @. Keep one address in the cell.");
    case EmailFault::EmptyLocalPart:
        return Words::tr("There is nothing before the @. Write the name in front.");
    case EmailFault::BadCharacter:
        return Words::tr("It holds a character that no e-mail address can have, such as a space, a comma or an "
                         "accent. Remove it.");
    case EmailFault::Dots:
        return Words::tr("A dot stands at the wrong place: at an end, or two in a row. Remove it.");
    case EmailFault::Hyphens:
        return Words::tr("A hyphen stands at the wrong place: a part of the domain begins or ends with it. Remove it.");
    case EmailFault::NoDomain:
        return Words::tr("There is nothing after the @. Add the domain, such as example.org.");
    case EmailFault::NoTopLevel:
        return Words::tr("The domain has no ending. Add it, such as .fr or .com.");
    case EmailFault::TooLong:
        return Words::tr("It is too long: at most 64 characters before the @ and 254 in all.");
    }
    return {};
}

} // namespace navette
