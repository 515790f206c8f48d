// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The file as a whole: name, size, bytes (digitaleo.md, File format; accengage.md, Common and Imports).
#include "flows/filename.h"
#include "validation/checkcontext.h"
#include "validation/plural.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return Words::tr("semicolons");
    case ',':
        return Words::tr("commas");
    case '\t':
        return Words::tr("tabs");
    case '|':
        return Words::tr("vertical bars");
    case ':':
        return Words::tr("colons");
    default:
        return quoted(QString(QLatin1Char(delimiter)));
    }
}

QString refusedFile(const CheckContext &context)
{
    return context.toPlatform() ? Words::tr("The platform would refuse the whole file.")
                                : Words::tr("The file differs from what the platform writes.");
}

Severity severityOfForm(const CheckContext &context)
{
    return context.toPlatform() ? Severity::Error : Severity::Warning;
}

/// The day and time in a name, where it has them: 20151399 is no day.
bool isInCalendar(const QRegularExpressionMatch &match)
{
    const QString day = match.captured(u"day"_s);
    const QString time = match.captured(u"time"_s);
    return (day.isEmpty() || QDate::fromString(day, u"yyyyMMdd"_s).isValid()) &&
           (time.isEmpty() || QTime::fromString(time, u"HHmmss"_s).isValid());
}

/// The list's name by the file's, unless that is a spoilt form of the platform's own.
QString listForExample(const Flow &flow, const QString &name)
{
    const QString front = flow.namePattern.section(u'{', 0, 0);
    const QString list = listName(flow, name);
    return !front.isEmpty() && list.startsWith(front) ? u"list"_s : list;
}

/// Never an error: the copy that Navette sends gets its name by the flow's rule, whatever the file is called here.
void checkName(CheckContext &context)
{
    const CheckInput &input = context.input;
    const QString name = input.depositFileName.isEmpty() ? input.file->name() : input.depositFileName;
    const Flow &flow = context.flow;
    if (name.isEmpty() || flow.namePattern.isEmpty())
        return;
    QString stem = name;
    const bool packed = (flow.allowsZip && stem.endsWith(u".zip"_s, Qt::CaseInsensitive)) ||
                        (!context.toPlatform() && stem.endsWith(u".gz"_s, Qt::CaseInsensitive));
    if (packed)
        stem.truncate(stem.lastIndexOf(u'.'));
    if (stem.endsWith(u".csv"_s, Qt::CaseInsensitive))
        stem.chop(4);
    else if (!packed || flow.namePattern != u"{list}.csv"_s) {
        context.findings.add(
            fileFinding(FindingCode::FileName, Severity::Warning, Words::tr("Give the file a name that ends in .csv"),
                        Words::tr("The platform recognises a file by its name."),
                        Words::tr("%1 does not end in .csv. Navette names the copy that it sends.").arg(quoted(name)),
                        RepairKind::FileName));
        return;
    }
    if (flow.namePattern == u"{list}.csv"_s)
        return;

    QString pattern = QRegularExpression::escape(flow.namePattern.chopped(4));
    const auto put = [&pattern](const QString &part, const QString &expression) {
        pattern.replace(QRegularExpression::escape(part), expression);
    };
    put(u"{list}"_s, u".+"_s);
    put(u"{appId}"_s, input.settings.appId.isEmpty() ? u"[0-9]+"_s : QRegularExpression::escape(input.settings.appId));
    put(u"{day}"_s, u"(?<day>[0-9]{8})"_s);
    put(u"{timestamp}"_s, u"(?<day>[0-9]{8})(?<time>[0-9]{6})?"_s);
    // digitaleo.md, Reporting: EMAIL_clicked.csv, SMS_optout.csv, "and others of that form".
    put(u"{medium}"_s, u"(?:EMAIL|SMS|VOICE|VOICEMAIL)"_s);
    put(u"{reaction}"_s, u"[A-Za-z][A-Za-z0-9-]*"_s);
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(stem);
    if (!match.hasMatch() || !isInCalendar(match)) {
        FlowSettings named = input.settings;
        if (named.appId.isEmpty())
            named.appId = u"6"_s; // a number such as 6 (accengage.md, Common)
        // Any time will do for an example; one that stays makes reports of one file alike.
        const QDateTime noon(QDate::currentDate(), QTime(12, 0));
        const QString example = flow.namePattern.contains(u"{medium}"_s)
                                    ? u"EMAIL_clicked.csv"_s
                                    : depositName(flow, named, listForExample(flow, name), noon);
        context.findings.add(fileFinding(
            FindingCode::FileName, Severity::Warning, Words::tr("Give the file the name that the platform expects"),
            context.toPlatform()
                ? Words::tr("The platform recognises a file by its name. Navette names the copy that it sends.")
                : Words::tr("Navette recognises what the platform wrote by its name."),
            Words::tr("The file is called %1; the platform expects a name such as %2.").arg(quoted(name), example),
            RepairKind::FileName));
    } else if (flow.namePattern.contains(u"{timestamp}"_s) && match.captured(u"time"_s).isEmpty()) {
        context.findings.add(fileFinding(
            FindingCode::FileName, Severity::Warning, Words::tr("The file's name has a date without a time"),
            Words::tr("The platform's document shows such a name, so it should be understood."),
            Words::tr("Write the date as YYYYMMDDhhmmss to be sure."), RepairKind::FileName));
    }
}

void checkSize(CheckContext &context)
{
    const CheckInput &input = context.input;
    const qint64 bytes = input.depositBytes > 0 ? input.depositBytes : input.file->sizeOnDisk();
    const bool zipped = input.depositFileName.endsWith(u".zip"_s, Qt::CaseInsensitive);
    const auto repair = context.flow.allowsZip && !zipped ? std::optional(RepairKind::Zip) : std::nullopt;
    const QLocale locale;
    // Upwards, so that a file which is a byte too large does not seem to fit.
    const auto megabytes = [&](qint64 size) {
        return locale.toString(std::ceil(double(size) / (1024.0 * 1024.0) * 10) / 10, 'f', 1);
    };
    if (context.flow.maxBytes && bytes > *context.flow.maxBytes) {
        context.findings.add(
            fileFinding(FindingCode::FileTooLarge, Severity::Error,
                        Words::tr("The file has %1 MB; the platform takes %2 MB")
                            .arg(megabytes(bytes), locale.toString(*context.flow.maxBytes / (1024 * 1024))),
                        refusedFile(context),
                        repair ? Words::tr("Send it as a zip, or split it into several files.")
                               : Words::tr("Split it into several files."),
                        repair));
    } else if (context.flow.warnBytes && bytes >= *context.flow.warnBytes) {
        context.findings.add(fileFinding(FindingCode::FileTooLarge, Severity::Warning,
                                         Words::tr("The file is close to the platform's limit of 20 MB"),
                                         Words::tr("It is not certain that the platform counts a megabyte as we do."),
                                         repair ? Words::tr("Send it as a zip to be sure.")
                                                : Words::tr("Split it into several files to be sure."),
                                         repair));
    }
}

void checkLineEndings(CheckContext &context)
{
    const csv::LineEnding wanted = context.flow.dialect.lineEnding;
    const csv::LineEnding found = context.report.dialect.lineEnding;
    if (wanted == csv::LineEnding::None || found == wanted || found == csv::LineEnding::None)
        return;
    // Accengage's document names no line end; LF is what its exports have.
    const Severity severity =
        context.flow.platform == Platform::Accengage ? Severity::Warning : severityOfForm(context);
    QString message;
    switch (found) {
    case csv::LineEnding::CrLf:
        message = Words::tr("Its lines end as on Windows (CRLF); the platform reads lines that end as on Unix (LF).");
        break;
    case csv::LineEnding::Cr:
        message = Words::tr("Its lines end as on old Macs (CR); the platform reads lines that end as on Unix (LF).");
        break;
    case csv::LineEnding::Mixed:
        message = Words::tr("Its lines end in different ways; the platform reads lines that end as on Unix (LF).");
        break;
    case csv::LineEnding::Lf:
    case csv::LineEnding::None:
        message = Words::tr("Its lines end in another way than the platform's.");
        break;
    }
    context.findings.add(fileFinding(FindingCode::LineEnding, severity, Words::tr("Convert the line ends"),
                                     severity == Severity::Error ? refusedFile(context)
                                                                 : Words::tr("The platform may read it all the same."),
                                     message, RepairKind::LineEndings));
}

void checkByteOrderMark(CheckContext &context)
{
    const csv::Dialect &dialect = context.input.file->dialect();
    if (!dialect.byteOrderMark || context.flow.dialect.byteOrderMark || dialect.encoding != csv::Encoding::Utf8)
        return;
    context.findings.add(fileFinding(
        FindingCode::ByteOrderMark, severityOfForm(context),
        Words::tr("Remove the invisible mark at the file's beginning"), refusedFile(context),
        Words::tr(
            "The file begins with a byte-order mark, which the platform would take for a part of the first column's "
            "name."),
        RepairKind::ByteOrderMark));
}

void checkDeduplication(CheckContext &context)
{
    if (!context.flow.needsDeduplication || context.input.settings.deduplication != Deduplication::None)
        return;
    context.findings.add(fileFinding(
        FindingCode::ConstraintError, Severity::Error,
        Words::tr("Contacts can't be deleted without a uniqueness criterion"),
        Words::tr("The platform would not know which contacts to delete."),
        Words::tr(
            "The account's uniqueness criterion is “none”. Choose one on the platform and in the account's settings "
            "first: e-mail and phones, or the reference.")));
}

void checkEncoding(CheckContext &context)
{
    const csv::Encoding found = context.input.file->dialect().encoding;
    if (context.encodingFits || (!isUtf16(found) && context.report.nonAsciiCells == 0))
        return;
    Finding finding =
        fileFinding(FindingCode::EncodingError, Severity::Error,
                    Words::tr("Convert the alphabet to %1").arg(csv::label(context.target)), refusedFile(context),
                    Words::tr("The file is written in %1; the platform reads %2, so letters with accents would "
                              "turn into others. Convert it.")
                        .arg(csv::label(found), csv::label(context.target)),
                    RepairKind::Encoding);
    finding.refusesFile = context.toPlatform();
    context.findings.add(finding);
}

void checkDelimiter(CheckContext &context)
{
    const char found = context.input.file->dialect().delimiter;
    const char wanted = context.flow.dialect.delimiter;
    if (found == wanted || context.widestRecord < 2)
        return;
    Finding finding =
        fileFinding(FindingCode::DelimiterMismatch, Severity::Error,
                    Words::tr("Separate the columns by %1").arg(delimiterName(wanted)), refusedFile(context),
                    Words::tr("The columns are separated by %1; the platform expects %2 for this account.")
                        .arg(delimiterName(found), delimiterName(wanted)),
                    RepairKind::Delimiter);
    finding.refusesFile = context.toPlatform();
    context.findings.add(finding);
}

} // namespace

void checkFile(CheckContext &context)
{
    checkName(context);
    checkSize(context);
    checkByteOrderMark(context);
    checkDeduplication(context);
}

void checkFileAfterRows(CheckContext &context)
{
    // The dialect was told from the file's beginning; here all of it has been read.
    context.report.dialect.lineEnding = context.lineEndings.found();
    checkLineEndings(context);
    checkEncoding(context);
    checkDelimiter(context);
    if (context.report.stats.rows == 0 && context.toPlatform()) {
        context.findings.add(
            fileFinding(FindingCode::SourceError, Severity::Error, Words::tr("The file holds no contacts"),
                        context.flow.usesImportMode
                            ? Words::tr("There is nothing to send, and a synchronised list would be emptied.")
                        : context.flow.keyRule == KeyRule::Account
                            ? Words::tr("There is nothing to send, and the list would be emptied.")
                            : Words::tr("There is nothing to send."),
                        Words::tr("There is a line of column names but no row under it. Choose another "
                                  "file, or add the contacts.")));
    }
}

} // namespace navette
