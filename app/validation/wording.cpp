// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/wording.h"

#include "validation/characters.h"
#include "validation/plural.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

struct Wording {
    QString headline;
    QString consequence;
};

QString refusedContacts(qint64 count)
{
    return plural(count, Words::tr("The platform refuses this contact; it takes the others."),
                  Words::tr("The platform refuses these %1 contacts; it takes the others."));
}

QString refusedOrTaken(const CheckContext &context, const Finding &finding)
{
    if (!context.toPlatform())
        return Words::tr("The platform wrote these values; check the export before relying on its figures.");
    return finding.severity == Severity::Error ? refusedContacts(finding.count)
                                               : Words::tr("The contacts are taken all the same.");
}

/// "or give this contact a mobile number": what else would make the contact valid.
QString otherMeans(const CheckContext &context, ColumnType type, PhoneKind kind)
{
    QStringList others;
    for (const QString &name : context.flow.meansOfContact) {
        const Column *column = context.flow.column(name);
        if (column && !(column->type == type && column->phoneKind == kind))
            others += name;
    }
    return joinedByOr(others);
}

/// In a few words, for "no @ (3), nothing after the @ (4)".
QString emailCauseText(EmailFault fault)
{
    switch (fault) {
    case EmailFault::None:
        return {};
    case EmailFault::NoAt:
        return Words::tr("no @");
    case EmailFault::SeveralAt:
        return Words::tr("more than one @");
    case EmailFault::EmptyLocalPart:
        return Words::tr("nothing before the @");
    case EmailFault::BadCharacter:
        return Words::tr("characters that no address has");
    case EmailFault::Dots:
        return Words::tr("a dot at the wrong place");
    case EmailFault::Hyphens:
        return Words::tr("a hyphen at the wrong place");
    case EmailFault::NoDomain:
        return Words::tr("nothing after the @");
    case EmailFault::NoTopLevel:
        return Words::tr("no ending such as .fr");
    case EmailFault::TooLong:
        return Words::tr("too long");
    }
    return {};
}

using Entry = FindingList::Entry;

/// E-mail addresses are one line on the screen, whatever is wrong with each (ux.md, Validation wording): their causes,
/// told apart while checking, become one finding that says how many there are of each.
void joinEmailCauses(CheckContext &context, Severity severity)
{
    std::vector<Entry> &entries = context.findings.entries();
    const auto isOne = [severity](const Entry &entry) {
        return entry.sort.code == FindingCode::InvalidEmail && entry.sort.severity == severity;
    };
    const auto first = std::find_if(entries.begin(), entries.end(), isOne);
    if (first == entries.end())
        return;
    std::vector<Entry> causes;
    std::copy_if(first, entries.end(), std::back_inserter(causes), isOne);
    std::stable_sort(causes.begin(), causes.end(), [](const Entry &left, const Entry &right) {
        return std::pair(-left.finding.count, left.sort.cause) < std::pair(-right.finding.count, right.sort.cause);
    });
    Entry joined = causes.front();
    joined.finding.count = 0;
    joined.finding.places.clear();
    QStringList texts;
    for (const Entry &cause : causes) {
        joined.finding.count += cause.finding.count;
        joined.finding.places.insert(joined.finding.places.end(), cause.finding.places.begin(),
                                     cause.finding.places.end());
        //: One cause and how many addresses have it: "no @ (3)"
        texts += Words::tr("%1 (%2)").arg(emailCauseText(static_cast<EmailFault>(cause.sort.cause)),
                                          QLocale().toString(cause.finding.count));
    }
    std::stable_sort(
        joined.finding.places.begin(), joined.finding.places.end(), [](const Place &left, const Place &right) {
            return std::pair(left.rowNumber, left.fieldNumber) < std::pair(right.rowNumber, right.fieldNumber);
        });
    joined.finding.places.resize(
        std::min(joined.finding.places.size(), static_cast<std::size_t>(std::max(context.input.maxPlaces, 0))));
    joined.causes = texts.join(QStringLiteral(", "));
    *first = std::move(joined);
    entries.erase(std::remove_if(first + 1, entries.end(), isOne), entries.end());
}

Wording emailWords(const CheckContext &context, const Finding &finding)
{
    const qint64 n = finding.count;
    Wording words;
    words.headline = plural(n, Words::tr("Correct 1 e-mail address"), Words::tr("Correct %1 e-mail addresses"));
    words.consequence = refusedOrTaken(context, finding);
    if (finding.severity == Severity::Warning) {
        words.consequence = Words::tr("The contacts are taken by their other means; e-mails will not reach them.");
    } else if (context.flow.meansOfContact.size() > 1) {
        const bool mobile = context.flow.meansOfContact.contains(u"Mobile"_s);
        const QString other = otherMeans(context, ColumnType::Email, PhoneKind::Any);
        words.headline = mobile
                             ? plural(n, Words::tr("Correct 1 e-mail address or give this contact a mobile number"),
                                      Words::tr("Correct %1 e-mail addresses or give these contacts a mobile number"))
                             : words.headline;
        words.consequence += u' ' + Words::tr("Another means would do as well: %1.").arg(other);
    }
    return words;
}

QString phoneCauseText(PhoneFault fault)
{
    switch (fault) {
    case PhoneFault::None:
        return {};
    case PhoneFault::BadCharacter:
        return Words::tr("characters that no number has");
    case PhoneFault::TooShort:
        return Words::tr("too short");
    case PhoneFault::TooLong:
        return Words::tr("too long");
    case PhoneFault::UnknownCountry:
        return Words::tr("unknown country");
    case PhoneFault::NotAMobile:
        return Words::tr("not a mobile");
    case PhoneFault::NotAFixedLine:
        return Words::tr("not a fixed line");
    case PhoneFault::Impossible:
        return Words::tr("no such number");
    }
    return {};
}

Wording phoneWords(const CheckContext &context, const FindingSort &sort, const Finding &finding)
{
    const auto fault = static_cast<PhoneFault>(sort.cause / 16);
    const auto kind = static_cast<PhoneKind>(sort.cause / 4 % 4);
    const auto note = static_cast<PhoneNote>(sort.cause % 4);
    const qint64 n = finding.count;
    if (note == PhoneNote::NoPlus)
        return {plural(n, Words::tr("Put a + in front of 1 phone number"),
                       Words::tr("Put a + in front of %1 phone numbers")),
                Words::tr("The country code stands there without its +; the platform takes the contacts.")};
    if (note == PhoneNote::LostZero)
        return {plural(n, Words::tr("Give 1 phone number its first 0 back"),
                       Words::tr("Give %1 phone numbers their first 0 back")),
                Words::tr("A spreadsheet drops a first 0; the numbers are understood all the same.")};
    QString action;
    switch (kind) {
    case PhoneKind::Mobile:
        action = plural(n, Words::tr("Correct 1 mobile number"), Words::tr("Correct %1 mobile numbers"));
        break;
    case PhoneKind::Fixed:
        action = plural(n, Words::tr("Correct 1 fixed-line number"), Words::tr("Correct %1 fixed-line numbers"));
        break;
    case PhoneKind::Any:
        action = plural(n, Words::tr("Correct 1 phone number"), Words::tr("Correct %1 phone numbers"));
        break;
    }
    Wording words;
    //: "Correct 5 mobile numbers: too short"
    words.headline = Words::tr("%1: %2").arg(action, phoneCauseText(fault));
    words.consequence = refusedOrTaken(context, finding);
    if (finding.severity == Severity::Warning && context.toPlatform())
        words.consequence = Words::tr("The contacts are taken, but not reached by this number.");
    else if (finding.severity == Severity::Error && context.flow.meansOfContact.size() > 1)
        words.consequence +=
            u' ' + Words::tr("Another means would do as well: %1.").arg(otherMeans(context, ColumnType::Phone, kind));
    return words;
}

/// "’ → ' (12), œ → oe (3)": the commonest letters that the platform lacks, with or without a stand-in.
QString foreignLetters(const CheckContext &context, bool replaceable)
{
    constexpr std::size_t most = 6;
    std::vector<std::pair<qint64, char32_t>> letters;
    for (const auto &[letter, count] : context.report.foreignLetters) {
        if (honestReplacement(letter, context.target).has_value() == replaceable)
            letters.emplace_back(-count, letter);
    }
    std::sort(letters.begin(), letters.end());
    QStringList texts;
    for (std::size_t i = 0; i < std::min(letters.size(), most); ++i) {
        const char32_t letter = letters[i].second;
        const QString stand = honestReplacement(letter, context.target).value_or(QString());
        const QString n = QLocale().toString(-letters[i].first);
        if (!replaceable)
            //: A letter and how often it stands in the file: "Ж (5)"
            texts += Words::tr("%1 (%2)").arg(visibleCharacter(letter), n);
        else if (stand.isEmpty())
            texts += Words::tr("%1 left out (%2)").arg(visibleCharacter(letter), n);
        else
            texts += Words::tr("%1 → %2 (%3)").arg(visibleCharacter(letter), stand, n);
    }
    if (letters.size() > most)
        texts += u"…"_s;
    return texts.join(u", "_s);
}

Wording characterWords(const CheckContext &context, const FindingSort &sort, const Finding &finding)
{
    const qint64 n = finding.count;
    switch (static_cast<CharacterCause>(sort.cause)) {
    case CharacterCause::Replaceable:
        return {plural(n, Words::tr("1 letter doesn't exist in the platform's alphabet"),
                       Words::tr("%1 letters don't exist in the platform's alphabet")),
                Words::tr("Navette writes what people write for them: %1.").arg(foreignLetters(context, true))};
    case CharacterCause::NotReplaceable:
        return {
            plural(n, Words::tr("Replace 1 letter that the platform's alphabet lacks"),
                   Words::tr("Replace %1 letters that the platform's alphabet lacks")),
            Words::tr("Nothing stands for them honestly, so these contacts can't be sent as they are: %1. Write them "
                      "in Latin letters, or leave the contacts out.")
                .arg(foreignLetters(context, false))};
    case CharacterCause::NotDecodable:
        return {plural(n, Words::tr("1 cell is not written in the alphabet chosen for the file"),
                       Words::tr("%1 cells are not written in the alphabet chosen for the file")),
                Words::tr("Some of their letters can't be read. Choose another alphabet for reading the file.")};
    }
    return {};
}

Wording meansWords(const CheckContext &context, const FindingSort &sort, const Finding &finding)
{
    const qint64 n = finding.count;
    const QString names = joinedByOr(context.presentColumns(context.flow.meansOfContact));
    const bool empty = static_cast<MeansCause>(sort.cause) == MeansCause::Empty;
    Wording words;
    if (empty)
        words.headline = n == 1 ? Words::tr("Fill in %1 for 1 contact").arg(names)
                                : Words::tr("Fill in %1 for %2 contacts").arg(names, QLocale().toString(n));
    else
        words.headline = plural(n, Words::tr("1 contact can't be reached"), Words::tr("%1 contacts can't be reached"));
    words.consequence = empty ? refusedContacts(n)
                        : context.flow.meansOfContact.size() == 1
                            ? Words::tr("What stands under %1 is not usable, so the platform refuses them.").arg(names)
                            : Words::tr("None of their addresses and numbers is usable, so the platform refuses them. "
                                        "Correcting one of them is enough.");
    return words;
}

Wording constraintWords(const CheckContext &context, const FindingSort &sort, const Finding &finding,
                        const QString &column)
{
    const QString n = QLocale().toString(finding.count);
    const QString consequence = refusedOrTaken(context, finding);
    const bool one = finding.count == 1;
    switch (static_cast<ConstraintCause>(sort.cause)) {
    case ConstraintCause::TooLong:
        return {one ? Words::tr("Shorten 1 value in “%1”").arg(column)
                    : Words::tr("Shorten %2 values in “%1”").arg(column, n),
                consequence};
    case ConstraintCause::NotInList:
        return {one ? Words::tr("1 value in “%1” is none of those allowed").arg(column)
                    : Words::tr("%2 values in “%1” are none of those allowed").arg(column, n),
                consequence};
    case ConstraintCause::OnlyFor:
        return {one ? Words::tr("1 value in “%1” stands where there should be none").arg(column)
                    : Words::tr("%2 values in “%1” stand where there should be none").arg(column, n),
                consequence};
    case ConstraintCause::TooShort:
        return {one ? Words::tr("Complete 1 value in “%1”").arg(column)
                    : Words::tr("Complete %2 values in “%1”").arg(column, n),
                consequence};
    case ConstraintCause::TooSmall:
        return {one ? Words::tr("1 number in “%1” is too small").arg(column)
                    : Words::tr("%2 numbers in “%1” are too small").arg(column, n),
                consequence};
    case ConstraintCause::Required:
        return {one ? Words::tr("Fill 1 empty cell in “%1”").arg(column)
                    : Words::tr("Fill %2 empty cells in “%1”").arg(column, n),
                consequence};
    }
    return {};
}

Wording dateWords(const CheckContext &context, const FindingSort &sort, const Finding &finding, const QString &column)
{
    const QString n = QLocale().toString(finding.count);
    const bool one = finding.count == 1;
    const QString consequence = refusedOrTaken(context, finding);
    if (static_cast<DateCause>(sort.cause) == DateCause::OtherForm)
        return {one ? Words::tr("Write 1 date in “%1” in the platform's form").arg(column)
                    : Words::tr("Write %2 dates in “%1” in the platform's form").arg(column, n),
                Words::tr("Navette can rewrite them.")};
    return {one ? Words::tr("Correct 1 date in “%1”").arg(column)
                : Words::tr("Correct %2 dates in “%1”").arg(column, n),
            consequence};
}

Wording cellWords(const CheckContext &context, const FindingSort &sort, const Finding &finding, const QString &column)
{
    const qint64 n = finding.count;
    switch (sort.code) {
    case FindingCode::InvalidEmail:
        return emailWords(context, finding);
    case FindingCode::InvalidPhone:
        return phoneWords(context, sort, finding);
    case FindingCode::InvalidDate:
        return dateWords(context, sort, finding, column);
    case FindingCode::TypeError:
        return {n == 1 ? Words::tr("Correct 1 value in “%1”").arg(column)
                       : Words::tr("Correct %2 values in “%1”").arg(column, QLocale().toString(n)),
                refusedOrTaken(context, finding)};
    case FindingCode::ConstraintError:
        return constraintWords(context, sort, finding, column);
    case FindingCode::EncodingError:
    case FindingCode::UnrepresentableCharacter:
        return characterWords(context, sort, finding);
    case FindingCode::ControlCharacter:
        return {plural(n, Words::tr("Clean 1 invisible character"), Words::tr("Clean %1 invisible characters")),
                Words::tr("Most are letters such as ’ or œ that were lost on the way; others do nothing but harm.")};
    case FindingCode::SurroundingSpace:
        return {plural(n, Words::tr("Remove the spaces around 1 cell"), Words::tr("Remove the spaces around %1 cells")),
                Words::tr("The platform takes them, but searches and personalised texts show them.")};
    case FindingCode::FormulaCell:
        return {plural(n, Words::tr("1 cell would run as a formula in a spreadsheet"),
                       Words::tr("%1 cells would run as formulas in a spreadsheet")),
                Words::tr("They are sent as they are. Check that they are meant, before somebody opens them in a "
                          "spreadsheet.")};
    case FindingCode::SourceError:
    case FindingCode::LineEnding:
    case FindingCode::ByteOrderMark:
    case FindingCode::DelimiterMismatch:
    case FindingCode::FileTooLarge:
    case FindingCode::FileName:
    case FindingCode::BlankLabel:
    case FindingCode::DuplicateLabel:
    case FindingCode::MissingLabel:
    case FindingCode::ExtraLabel:
    case FindingCode::IncorrectLabel:
    case FindingCode::BlankRow:
    case FindingCode::MissingCell:
    case FindingCode::ExtraCell:
    case FindingCode::UnclosedQuote:
    case FindingCode::StrayQuote:
    case FindingCode::UnquotedField:
    case FindingCode::MissingMeans:
    case FindingCode::MissingReference:
    case FindingCode::MissingKey:
    case FindingCode::DuplicateRow:
    case FindingCode::EmptiesValue:
    case FindingCode::UnknownProfile:
    case FindingCode::InconsistentTotal:
        break; // not about cells
    }
    return {};
}

Wording rowWords(const CheckContext &context, const FindingSort &sort, const Finding &finding, const QString &column)
{
    const qint64 n = finding.count;
    switch (sort.code) {
    case FindingCode::BlankRow:
        return {plural(n, Words::tr("Remove 1 empty row"), Words::tr("Remove %1 empty rows")),
                Words::tr("An empty row is no contact; the platform may count it as a refused one.")};
    case FindingCode::MissingCell:
        return {plural(n, Words::tr("1 row has too few cells"), Words::tr("%1 rows have too few cells")),
                Words::tr("Wrong structure is the main cause for which the platform refuses a file.")};
    case FindingCode::ExtraCell:
        if (static_cast<ExtraCellCause>(sort.cause) == ExtraCellCause::Empty)
            return {plural(n, Words::tr("1 row ends in superfluous separators"),
                           Words::tr("%1 rows end in superfluous separators")),
                    Words::tr("They hold nothing and can go.")};
        return {plural(n, Words::tr("1 row has more cells than there are columns"),
                       Words::tr("%1 rows have more cells than there are columns")),
                Words::tr("A separator inside a value shifts the cells behind it into wrong columns. Put such values "
                          "in quotes.")};
    case FindingCode::UnclosedQuote:
        return {
            plural(n, Words::tr("Close the quote that 1 row opens"), Words::tr("Close the quotes that %1 rows open")),
            Words::tr("The platform would read all that follows as one cell and refuse the file.")};
    case FindingCode::StrayQuote:
        if (static_cast<QuoteCause>(sort.cause) == QuoteCause::Spaces)
            return {plural(n, Words::tr("1 row has spaces around its quotes"),
                           Words::tr("%1 rows have spaces around their quotes")),
                    Words::tr("The platform may take spaces and quotes for a part of the values.")};
        return {plural(n, Words::tr("1 row has a quote at an unusual place"),
                       Words::tr("%1 rows have a quote at an unusual place")),
                Words::tr("The platform may read the row otherwise than it is meant.")};
    case FindingCode::UnquotedField:
        return {plural(n, Words::tr("Put 1 field in quotes"), Words::tr("Put %1 fields in quotes")),
                Words::tr("The platform wants every field in double quotes.")};
    case FindingCode::MissingMeans:
        return meansWords(context, sort, finding);
    case FindingCode::MissingReference:
        return {plural(n, Words::tr("Give 1 contact its reference"), Words::tr("Give %1 contacts their reference")),
                Words::tr("The account tells contacts apart by their reference, so the platform refuses those without "
                          "one.")};
    case FindingCode::MissingKey:
        return {plural(n, Words::tr("Give 1 row its key"), Words::tr("Give %1 rows their key")),
                Words::tr("The platform can't match a row without a value in %1.")
                    .arg(joinedByOr(context.flow.keyColumns))};
    case FindingCode::DuplicateRow:
        // Only an update has a winner: opting out, or into a list, twice is the same as once.
        if (!context.flow.usesImportMode && !context.flow.emptyValueErases)
            return {plural(n, Words::tr("1 contact stands twice"), Words::tr("%1 contacts stand twice")),
                    Words::tr("One row for each would do; the platform takes the file all the same.")};
        return {plural(n, Words::tr("1 contact stands twice: the later row wins"),
                       Words::tr("%1 contacts stand twice: the later row wins")),
                Words::tr("The platform updates the contact by the later row.")};
    case FindingCode::EmptiesValue:
        return {n == 1 ? Words::tr("1 value of “%1” will be emptied").arg(column)
                       : Words::tr("%2 values of “%1” will be emptied").arg(column, QLocale().toString(n)),
                Words::tr("An empty cell in an update empties the value on the platform.")};
    case FindingCode::UnknownProfile:
        return {plural(n, Words::tr("1 profile is not in the export of devices"),
                       Words::tr("%1 profiles are not in the export of devices")),
                Words::tr("Beyond a certain volume the platform transfers only profiles that it knows. Navette can "
                          "leave the others out.")};
    case FindingCode::InconsistentTotal:
        return {plural(n, Words::tr("1 row's figures don't add up"), Words::tr("%1 rows' figures don't add up")),
                Words::tr("Messages sent should be targets less bounces, or 0 on the days after the sending.")};
    case FindingCode::SourceError:
    case FindingCode::EncodingError:
    case FindingCode::LineEnding:
    case FindingCode::ByteOrderMark:
    case FindingCode::DelimiterMismatch:
    case FindingCode::FileTooLarge:
    case FindingCode::FileName:
    case FindingCode::BlankLabel:
    case FindingCode::DuplicateLabel:
    case FindingCode::MissingLabel:
    case FindingCode::ExtraLabel:
    case FindingCode::IncorrectLabel:
    case FindingCode::ControlCharacter:
    case FindingCode::TypeError:
    case FindingCode::ConstraintError:
    case FindingCode::InvalidEmail:
    case FindingCode::InvalidPhone:
    case FindingCode::InvalidDate:
    case FindingCode::UnrepresentableCharacter:
    case FindingCode::SurroundingSpace:
    case FindingCode::FormulaCell:
        break; // about cells, or bring their words along
    }
    return {};
}

} // namespace

void putIntoWords(CheckContext &context)
{
    joinEmailCauses(context, Severity::Error);
    joinEmailCauses(context, Severity::Warning);
    for (FindingList::Entry &entry : context.findings.entries()) {
        if (entry.worded)
            continue;
        const QString column = entry.sort.field >= 0
                                   ? visibleText(context.columns[static_cast<std::size_t>(entry.sort.field)].label)
                                   : QString();
        Wording words = rowWords(context, entry.sort, entry.finding, column);
        if (words.headline.isEmpty())
            words = cellWords(context, entry.sort, entry.finding, column);
        entry.finding.headline = words.headline;
        entry.finding.consequence = words.consequence;
        if (!entry.causes.isEmpty())
            entry.finding.consequence += u' ' + Words::tr("What is wrong: %1.").arg(entry.causes);
        entry.worded = true;
    }
}

} // namespace navette
