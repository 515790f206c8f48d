// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filename.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

constexpr int accengageOffsetSecs = 3600; // GMT+1 all year round (accengage.md, Common)

// A list's name as a file name on a server may hold it: no separators, nothing invisible, not hidden.
QString fitForName(const QString &list)
{
    QString name;
    for (const QChar c : list.normalized(QString::NormalizationForm_C)) {
        if (c == u'/' || c == u'\\')
            name += u'_';
        else if (c.isPrint() || c.isSurrogate())
            name += c;
    }
    name = name.trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? u"list"_s : name;
}

QString withoutSuffix(const QString &name, QStringView suffix)
{
    return name.size() > suffix.size() && name.endsWith(suffix, Qt::CaseInsensitive) ? name.chopped(suffix.size())
                                                                                     : name;
}

// "spring.csv.zip" → "spring"; a text file that holds a CSV is one too.
QString stem(const QString &fileName)
{
    QString name = fileName;
    for (const QStringView packed : {QStringView(u".zip"), QStringView(u".gz")})
        name = withoutSuffix(name, packed);
    const QString plain = withoutSuffix(name, u".csv");
    return plain != name ? plain : withoutSuffix(name, u".txt");
}

// The pattern as an expression with the group "list". The time may lack (accengage.md, Imports, Reading).
QRegularExpression expressionFor(const QString &pattern)
{
    QString expression = QRegularExpression::escape(pattern.chopped(4));
    const auto replace = [&](const QString &place, const QString &by) {
        expression.replace(QRegularExpression::escape(place), by);
    };
    replace(u"{list}"_s, u"(?<list>.+)"_s);
    replace(u"{appId}"_s, u"[0-9]+"_s);
    replace(u"{timestamp}"_s, u"[0-9]{8}(?:[0-9]{6})?"_s);
    replace(u"{day}"_s, u"[0-9]{8}"_s);
    return QRegularExpression(u"\\A"_s + expression + u"\\z"_s, QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

QString depositName(const Flow &flow, const FlowSettings &settings, const QString &list, const QDateTime &now,
                    bool zipped)
{
    const QDateTime there = now.toOffsetFromUtc(accengageOffsetSecs);
    // One pass from left to right, so that a list called "{day}" stays what it is.
    QString name;
    for (qsizetype i = 0; i < flow.namePattern.size();) {
        const QStringView rest = QStringView(flow.namePattern).sliced(i);
        const qsizetype end = rest.startsWith(u'{') ? rest.indexOf(u'}') : -1;
        if (end < 0) {
            name += rest.front();
            ++i;
            continue;
        }
        const QStringView place = rest.first(end + 1);
        if (place == u"{list}")
            name += fitForName(list);
        else if (place == u"{appId}")
            name += settings.appId;
        else if (place == u"{timestamp}")
            name += there.toString(u"yyyyMMddHHmmss"_s);
        else if (place == u"{day}")
            name += there.toString(u"yyyyMMdd"_s);
        i += end + 1;
    }
    return zipped ? withoutSuffix(name, u".csv") + u".zip"_s : name;
}

QString listName(const Flow &flow, const QString &fileName)
{
    const QString name = stem(fileName);
    if (!flow.namePattern.contains(u"{list}"_s))
        return name;
    const auto match = expressionFor(flow.namePattern).match(name);
    return match.hasMatch() ? match.captured(u"list"_s) : name;
}

PrefixedName parsePrefixedName(const QString &fileName)
{
    static const QRegularExpression form(u"\\A([0-9]{10})_(.+)\\z"_s, QRegularExpression::DotMatchesEverythingOption);
    constexpr qint64 year2100 = 4'102'444'800;
    const auto match = form.match(fileName);
    const qint64 seconds = match.hasMatch() ? match.captured(1).toLongLong() : 0;
    // Ten digits reach back to 2001 unless they begin with 0: those are somebody's own numbering.
    if (seconds < 1'000'000'000 || seconds >= year2100)
        return {.depositedAt = {}, .name = fileName};
    return {.depositedAt = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()), .name = match.captured(2)};
}

std::optional<ReportingName> parseReportingName(const QString &fileName)
{
    if (!fileName.endsWith(u".zip"_s, Qt::CaseInsensitive))
        return {};
    QString rest = fileName.chopped(4);
    ReportingName name;
    static const QRegularExpression dayForm(u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})(?:_|\\z)"_s);
    if (const auto match = dayForm.match(rest); match.hasMatch()) {
        const QDate day = QDate::fromString(match.captured(1), Qt::ISODate);
        if (!day.isValid())
            return {};
        name.day = day;
        rest = rest.sliced(match.capturedLength());
        name.general = rest.isEmpty() || rest.compare(u"Daily"_s, Qt::CaseInsensitive) == 0;
        if (name.general)
            return name;
    }
    static const QRegularExpression campaignForm(u"\\A([0-9]+)_(.*)\\z"_s,
                                                 QRegularExpression::DotMatchesEverythingOption);
    const auto match = campaignForm.match(rest);
    if (!match.hasMatch())
        return {};
    name.campaignId = match.captured(1);
    name.campaignName = match.captured(2);
    return name;
}

std::optional<ExportName> parseExportName(const QString &fileName)
{
    static const QRegularExpression form(
        u"\\A(exportMessagesStatistics|exportDevicesReactions|exportDevices)_([0-9]+)_([0-9]{8})\\.csv(\\.gz)?\\z"_s);
    const auto match = form.match(fileName);
    const QDate day = match.hasMatch() ? QDate::fromString(match.captured(3), u"yyyyMMdd"_s) : QDate();
    if (!day.isValid())
        return {};
    return ExportName{.flowId = u"accengage/"_s + match.captured(1),
                      .appId = match.captured(2),
                      .day = day,
                      .compressed = !match.captured(4).isEmpty()};
}

} // namespace navette
