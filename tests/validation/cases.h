// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/profiles.h"
#include "validation/samples.h"

#include <QFile>

#include <vector>

namespace navette
{

/// One case of the tables in tests/validation/cases: a file and its account, and exactly what check finds.
///
///     ## digitaleo.md, Valid contacts     a section of a spec; its settings hold for all of its cases
///     @flow digitaleo/import              settings: flow, name, size, written (the bytes' encoding), and the account's
///     -- one bad means alone              a case; settings behind this line are its own
///     | Email;Nom                         a line of the file; \r \n \t \0 \xHH \uHHHH; \ at the end: no line end
///     |*5000 a;b                          the same line 5000 times; # becomes its number
///     = 1 of 2                            contacts that are taken, of how many
///     E! missing-label 1 @1 ~repair       severity, ! where the file is refused, code, exact count, places, repair
///     says at least one                   a text that a place or the headline or the consequence holds
///
/// Places are @file, @3 for a row, @3B for a cell as a spreadsheet names it.
struct Case {
    QString section;
    QString title;
    int line = 0;
    QByteArray bytes;
    QByteArray flow;
    QString name;
    qint64 size = 0;
    FlowSettings settings;
    csv::DialectHints hints;
    QByteArray known; ///< an export of devices, where the case has one
    QStringList expected;
    QStringList says;
};

class CaseReader
{
public:
    static std::vector<Case> readAll(const QString &folder)
    {
        std::vector<Case> cases;
        for (const char *name : {"digitaleo", "accengage", "reading"}) {
            QFile file(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".cases"));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no table %s", name);
            CaseReader reader;
            int number = 0;
            for (const QByteArray &line : file.readAll().split('\n'))
                reader.take(QString::fromUtf8(line), ++number);
            reader.finishCase();
            cases.insert(cases.end(), reader.m_cases.begin(), reader.m_cases.end());
        }
        return cases;
    }

private:
    struct Settings {
        Case base;
        QString head;
        QString written = QStringLiteral("utf-8");
    };

    void take(const QString &line, int number)
    {
        if (line.startsWith(QLatin1Char('#')) && !line.startsWith(QLatin1String("## ")))
            return;
        if (line.startsWith(QLatin1String("## "))) {
            finishCase();
            m_section = {};
            m_section.base.section = line.mid(3);
        } else if (line.startsWith(QLatin1String("-- "))) {
            finishCase();
            m_case = m_section;
            m_case->base.title = line.mid(3);
            m_case->base.line = number;
        } else if (line.startsWith(QLatin1Char('@'))) {
            set(m_case ? *m_case : m_section, line.mid(1));
        } else if (line.startsWith(QLatin1Char('|'))) {
            m_lines += line;
        } else if (line.startsWith(QLatin1String("says "))) {
            m_case->base.says += line.mid(5);
        } else if (!line.trimmed().isEmpty()) {
            m_case->base.expected += line;
        }
    }

    static void set(Settings &settings, const QString &text)
    {
        const QString key = text.section(QLatin1Char(' '), 0, 0);
        const QString value = text.section(QLatin1Char(' '), 1);
        FlowSettings &account = settings.base.settings;
        if (key == u"flow")
            settings.base.flow = value.toUtf8();
        else if (key == u"name")
            settings.base.name = value;
        else if (key == u"size")
            settings.base.size = value.toLongLong();
        else if (key == u"head")
            settings.head = value;
        else if (key == u"written")
            settings.written = value;
        else if (key == u"read")
            settings.base.hints.encoding = csv::encodingFromKey(value);
        else if (key == u"separator")
            settings.base.hints.delimiter = value.front().toLatin1();
        else if (key == u"known")
            settings.base.known += expanded(value).toUtf8() + '\n';
        else if (key == u"delimiter")
            account.delimiter = value.front().toLatin1();
        else if (key == u"encoding")
            account.encoding = csv::encodingFromKey(value);
        else if (key == u"deduplication")
            account.deduplication = value == u"triplet" ? Deduplication::Triplet : Deduplication::Reference;
        else if (key == u"label")
            account.fieldLabels.insert(value.section(QStringLiteral(" = "), 0, 0),
                                       value.section(QStringLiteral(" = "), 1));
        else if (key == u"region")
            account.phoneRegion = value;
        else if (key == u"appId")
            account.appId = value;
        else if (key == u"key")
            account.matchingKey = value == u"member_id" ? MatchingKey::MemberId : MatchingKey::DeviceId;
        else if (key == u"member")
            account.memberIdColumn = value;
        else if (key == u"custom")
            account.customData.push_back(customField(value));
        else
            qFatal("no setting %s", qPrintable(key));
    }

    /// "city text 20 Home town": name, type, size, label.
    static CustomField customField(const QString &text)
    {
        const QStringList parts = text.split(QLatin1Char(' '));
        CustomField field;
        field.name = parts[0];
        field.type = parts[1] == u"integer"   ? CustomField::Type::Integer
                     : parts[1] == u"decimal" ? CustomField::Type::Decimal
                     : parts[1] == u"date"    ? CustomField::Type::Date
                                              : CustomField::Type::Text;
        if (parts.size() > 2)
            field.size = parts[2].toInt();
        field.label = parts.mid(3).join(QLatin1Char(' '));
        return field;
    }

    /// $1 to $9 are devices; \*255{x} is 255 times x.
    static QString expanded(QString text)
    {
        for (int i = 1; i <= 9; ++i)
            text.replace(QLatin1Char('$') + QString::number(i),
                         QString::number(i) + QStringLiteral("291725A-BB67-4EB9-8914-EE14B283EC0C"));
        for (qsizetype at = text.indexOf(QLatin1String("\\*")); at >= 0; at = text.indexOf(QLatin1String("\\*"))) {
            const qsizetype open = text.indexOf(QLatin1Char('{'), at);
            const qsizetype close = text.indexOf(QLatin1Char('}'), open);
            const int times = text.mid(at + 2, open - at - 2).toInt();
            text.replace(at, close + 1 - at, text.mid(open + 1, close - open - 1).repeated(times));
        }
        return text;
    }

    static QByteArray encoded(char32_t c, const QString &written)
    {
        // fromUcs4() would take a byte-order mark away.
        const QString text = c < 0x10000 ? QString(QChar(static_cast<char16_t>(c))) : QString::fromUcs4(&c, 1);
        if (written == u"utf-16le" || written == u"utf-16be") {
            QByteArray bytes;
            for (const QChar unit : text) {
                const char low = static_cast<char>(unit.unicode() & 0xFF);
                const char high = static_cast<char>(unit.unicode() >> 8);
                bytes += written == u"utf-16le" ? low : high;
                bytes += written == u"utf-16le" ? high : low;
            }
            return bytes;
        }
        if (written == u"utf-8")
            return text.toUtf8();
        if (written == u"windows-1252" && c >= 0x100) {
            for (int byte = 0x80; byte < 0xA0; ++byte) {
                const QByteArray one(1, static_cast<char>(byte));
                if (csv::decode(one, csv::Encoding::Windows1252) == text)
                    return one;
            }
        }
        if (c >= 0x100)
            qFatal("%s has no U+%04X", qPrintable(written), static_cast<uint>(c));
        return QByteArray(1, static_cast<char>(c));
    }

    static QByteArray bytesOf(const QString &text, const QString &written)
    {
        QByteArray bytes;
        const QList<uint> codes = text.toUcs4();
        for (qsizetype i = 0; i < codes.size(); ++i) {
            if (codes[i] != U'\\') {
                bytes += encoded(codes[i], written);
                continue;
            }
            const auto hex = [&](qsizetype digits) {
                QString number;
                for (qsizetype k = 0; k < digits; ++k)
                    number += QChar(static_cast<char16_t>(codes[++i]));
                return number.toUInt(nullptr, 16);
            };
            switch (codes[++i]) {
            case U'r':
                bytes += encoded(U'\r', written);
                break;
            case U'n':
                bytes += encoded(U'\n', written);
                break;
            case U't':
                bytes += encoded(U'\t', written);
                break;
            case U'0':
                bytes += encoded(0, written);
                break;
            case U'x':
                bytes += static_cast<char>(hex(2));
                break;
            case U'u':
                bytes += encoded(hex(4), written);
                break;
            default: // \\ and \"
                if (codes[i] != U'\\')
                    bytes += encoded(U'\\', written);
                bytes += encoded(codes[i], written);
            }
        }
        return bytes;
    }

    void addLine(const QString &line)
    {
        const qsizetype space = line.indexOf(QLatin1Char(' '));
        const int times = line.startsWith(QLatin1String("|*")) ? line.mid(2, space - 2).toInt() : 1;
        QString text = expanded(space < 0 ? QString() : line.mid(space + 1));
        const bool open = text.endsWith(QLatin1Char('\\')) && !text.endsWith(QLatin1String("\\\\"));
        if (open)
            text.chop(1);
        for (int i = 0; i < times; ++i) {
            const QString numbered = times > 1 ? QString(text).replace(QLatin1Char('#'), QString::number(i)) : text;
            m_case->base.bytes += bytesOf(open ? numbered : numbered + QStringLiteral("\\n"), m_case->written);
        }
    }

    void finishCase()
    {
        if (m_case) {
            if (!m_case->head.isEmpty())
                addLine(QStringLiteral("| ") + m_case->head);
            for (const QString &line : m_lines)
                addLine(line);
            m_cases.push_back(m_case->base);
        }
        m_case.reset();
        m_lines.clear();
    }

    std::vector<Case> m_cases;
    Settings m_section;
    std::optional<Settings> m_case;
    QStringList m_lines;
};

inline CheckInput inputOf(const Case &one)
{
    const QString name = one.name.isEmpty() ? QStringLiteral("list.csv") : one.name;
    const auto file = csv::CsvFile::fromBytes(one.bytes, name, one.hints);
    if (!file)
        qFatal("%s: %s", qPrintable(one.title), qPrintable(file.error().message));
    CheckInput input;
    input.file = *file;
    input.flow = flowOf(one.flow.constData());
    input.settings = one.settings;
    input.depositBytes = one.size;
    input.depositFileName = name;
    input.maxPlaces = 1'000'000;
    if (!one.known.isEmpty()) {
        const auto known =
            KnownProfiles::read({*csv::CsvFile::fromBytes(one.known, QStringLiteral("exportDevices.csv"))},
                                flowOf("accengage/exportDevices"), one.settings);
        if (!known)
            qFatal("%s", qPrintable(known.error().message));
        input.knownProfiles = *known;
    }
    return input;
}

inline QString printed(const Place &place)
{
    if (place.rowNumber == 0)
        return QStringLiteral("@file");
    return QStringLiteral("@%1%2").arg(QString::number(place.rowNumber), columnLetters(place.fieldNumber));
}

/// The report as a case has it.
inline QStringList linesOf(const Report &report)
{
    QStringList lines{QStringLiteral("= %1 of %2").arg(report.stats.validRows).arg(report.stats.rows)};
    for (const Finding &finding : report.findings) {
        QString line = QStringLiteral("%1%2 %3 %4")
                           .arg(finding.severity == Severity::Error ? QStringLiteral("E") : QStringLiteral("W"),
                                finding.refusesFile ? QStringLiteral("!") : QString(), key(finding.code))
                           .arg(finding.count);
        for (const Place &place : finding.places)
            line += QLatin1Char(' ') + printed(place);
        if (finding.repair)
            line += QStringLiteral(" ~") + key(*finding.repair);
        lines += line;
    }
    return lines;
}

} // namespace navette
