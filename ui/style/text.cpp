// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace navette::ui
{

namespace
{
/// Free functions have no Text::tr() of their own; this gives them one that lupdate understands.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::Text)
};
} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return QStringLiteral("–");
    const QLocale locale;
    if (bytes < 1000)
        return Text::tr("%1 B").arg(locale.toString(bytes));
    const double kilo = static_cast<double>(bytes) / 1000.0;
    if (kilo < 999.5)
        return Text::tr("%1 kB").arg(locale.toString(kilo, 'f', kilo < 100 ? 1 : 0));
    if (kilo < 999'950.0)
        return Text::tr("%1 MB").arg(locale.toString(kilo / 1000.0, 'f', 1));
    return Text::tr("%1 GB").arg(locale.toString(kilo / 1'000'000.0, 'f', 1));
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

int asCount(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

QString breakable(const QString &name)
{
    QString text;
    for (const QChar c : name) {
        text += c;
        if (c == u'_' || c == u'.' || c == u'-')
            text += QChar(0x200B);
    }
    return text;
}

QString whenText(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    const QLocale locale;
    const QString time = locale.toString(local.time(), Text::tr("HH:mm"));
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return Text::tr("today %1").arg(time);
    if (days == 1)
        return Text::tr("yesterday %1").arg(time);
    //: Day and short month, as in "18 Nov".
    QString day = locale.toString(local.date(), Text::tr("d MMM"));
    if (local.date().year() != now.toLocalTime().date().year())
        day = locale.toString(local.date(), Text::tr("d MMM yyyy"));
    //: A day and a time of the day, as in "18 Nov 16:02".
    return Text::tr("%1 %2").arg(day, time);
}

QString durationText(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 0)
        seconds = 0;
    if (seconds < 90)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 90 * 60)
        return Text::tr("%1 min").arg(locale.toString((seconds + 30) / 60));
    if (seconds < 48 * 3600)
        return Text::tr("%1 h").arg(locale.toString((seconds + 1800) / 3600));
    return daysText(static_cast<int>((seconds + 43'200) / 86'400));
}

QString daysText(int days)
{
    return Text::tr("%n day(s)", nullptr, days);
}

QString exactWhenText(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    //: Date and time, then the time zone's abbreviation.
    return Text::tr("%1 (%2)").arg(QLocale().toString(local, Text::tr("d MMMM yyyy HH:mm:ss")),
                                   local.timeZoneAbbreviation());
}

} // namespace navette::ui
