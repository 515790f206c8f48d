// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/terminal.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

} // namespace

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::SignIn:
    case ErrorKind::Protocol:
        return ConnectionFailed;
    case ErrorKind::Unsafe:
    case ErrorKind::Limit:
    case ErrorKind::AlreadyExists: // nothing is overwritten
        return RefusedForSafety;
    case ErrorKind::BadFormat:
    case ErrorKind::Unsupported:
        return Findings;
    case ErrorKind::Cancelled:
        return NotFinished;
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::NotAFile:
    case ErrorKind::NotReadable:
    case ErrorKind::NotWritable:
    case ErrorKind::NoSpace:
    case ErrorKind::Internal:
        return WrongUsage;
    }
    return WrongUsage;
}

void printBytes(const char *data, qint64 bytes)
{
    std::fwrite(data, 1, static_cast<size_t>(bytes), stdout);
}

void printLine(const QString &text)
{
    const QByteArray line = text.toUtf8() + '\n';
    printBytes(line.constData(), line.size());
    std::fflush(stdout);
}

QByteArray jsonText(const QJsonObject &object, bool compact)
{
    const QString json =
        QString::fromUtf8(QJsonDocument(object).toJson(compact ? QJsonDocument::Compact : QJsonDocument::Indented));
    // Such characters stand only inside strings, where an escape means the same.
    QString safe;
    safe.reserve(json.size());
    for (const QChar c : json) {
        const bool steers = c.unicode() == 0x7f || (c.unicode() >= 0x80 && c.unicode() < 0xa0) ||
                            c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line ||
                            c.category() == QChar::Separator_Paragraph;
        if (steers)
            safe += QStringLiteral("\\u%1").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            safe += c;
    }
    return safe.trimmed().toUtf8();
}

void printJson(const QJsonObject &object)
{
    const QByteArray text = jsonText(object) + '\n';
    printBytes(text.constData(), text.size());
    std::fflush(stdout);
}

void note(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stderr);
    std::fflush(stderr);
}

int report(const Error &error, ExitCode code)
{
    note(QStringLiteral("navette-cli: %1").arg(error.message));
    if (!error.detail.trimmed().isEmpty())
        note(QStringLiteral("  (%1)").arg(error.detail.trimmed()));
    return code;
}

int report(const Error &error)
{
    return report(error, exitCodeFor(error.kind));
}

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QString localTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QStringLiteral("-");
}

QJsonValue countToJson(qint64 count)
{
    return count < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

void addBytes(QJsonObject &object, const QString &key, const QByteArray &bytes)
{
    object.insert(key, QString::fromUtf8(bytes));
    if (!QByteArrayView(bytes).isValidUtf8())
        object.insert(key + QStringLiteral("Base64"), QString::fromLatin1(bytes.toBase64()));
}

QString savedAs(const QString &serverName, const QString &local)
{
    return CliText::tr("%1, saved as %2").arg(serverName, local);
}

TransferProgress progressLine(const QString &what)
{
    if (!stderrIsTerminal())
        return {};
    return [what](qint64 done, qint64 total) {
        const QString amount =
            total > 0 ? QStringLiteral("%1 %").arg(done * 100 / total) : QStringLiteral("%1 bytes").arg(done);
        const bool ended = total >= 0 && done >= total;
        std::fputs((u'\r' + what + u' ' + amount + QString(ended ? u'\n' : u' ')).toUtf8().constData(), stderr);
        std::fflush(stderr);
    };
}

} // namespace navette::cli
