// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/objectreader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace navette
{
namespace
{

struct AccountFile {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

// A password in a file that is mailed around is the one key that deserves its own sentence.
bool looksLikeSecret(const QString &key)
{
    const QString lower = key.toLower();
    return lower.contains(u"pass") || lower.contains(u"secret") || lower.contains(u"token");
}

} // namespace

ObjectReader::ObjectReader(QJsonObject object, QString file, QString prefix)
    : m_object(std::move(object)), m_file(std::move(file)), m_prefix(std::move(prefix))
{
}

QJsonValue ObjectReader::value(const QString &key)
{
    m_seen.insert(key);
    return m_object.value(key);
}

void ObjectReader::refuse(const QString &key, const QString &expected)
{
    if (!m_fault)
        m_fault =
            Error{ErrorKind::BadFormat,
                  AccountFile::tr("In the account file %1, \"%2\" must be %3.").arg(m_file, m_prefix + key, expected),
                  {}};
}

void ObjectReader::take(const std::optional<Error> &fault)
{
    if (!m_fault)
        m_fault = fault;
}

QString ObjectReader::requiredText(const QString &key)
{
    if (!m_object.contains(key) && !m_fault)
        m_fault = Error{
            ErrorKind::BadFormat, AccountFile::tr("The account file %1 lacks \"%2\".").arg(m_file, m_prefix + key), {}};
    const QString found = text(key);
    if (found.trimmed().isEmpty())
        refuse(key, AccountFile::tr("a text that is not empty"));
    return found;
}

QString ObjectReader::text(const QString &key, const QString &fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    if (!found.isString())
        refuse(key, AccountFile::tr("a text in quotes"));
    return found.toString();
}

bool ObjectReader::boolean(const QString &key, bool fallback)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return fallback;
    if (!found.isBool())
        refuse(key, AccountFile::tr("true or false"));
    return found.toBool(fallback);
}

std::optional<int> ObjectReader::integer(const QString &key, int least, int most)
{
    const QJsonValue found = value(key);
    if (found.isUndefined())
        return {};
    const double number = found.toDouble(std::nan(""));
    if (!(number >= least && number <= most) || number != std::floor(number)) {
        refuse(key, AccountFile::tr("a whole number from %1 to %2").arg(least).arg(most));
        return {};
    }
    return static_cast<int>(number);
}

QJsonObject ObjectReader::object(const QString &key, bool required)
{
    const QJsonValue found = value(key);
    if (found.isUndefined()) {
        if (required && !m_fault)
            m_fault = Error{ErrorKind::BadFormat,
                            AccountFile::tr("The account file %1 lacks \"%2\".").arg(m_file, m_prefix + key),
                            {}};
        return {};
    }
    if (!found.isObject())
        refuse(key, AccountFile::tr("a group of keys in { }"));
    return found.toObject();
}

QJsonArray ObjectReader::array(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isArray())
        refuse(key, AccountFile::tr("a list in [ ]"));
    return found.toArray();
}

QString ObjectReader::choice(const QString &key, const QStringList &allowed, const QString &fallback)
{
    const QString found = text(key, fallback);
    if (!allowed.contains(found)) {
        QStringList quoted;
        for (const QString &word : allowed)
            quoted << u'"' + word + u'"';
        refuse(key, AccountFile::tr("one of %1").arg(quoted.join(QStringLiteral(", "))));
    }
    return found;
}

std::optional<Error> ObjectReader::finish()
{
    if (m_fault)
        return m_fault;
    for (const QString &key : m_object.keys()) {
        if (m_seen.contains(key))
            continue;
        const QString name = m_prefix + key;
        return Error{ErrorKind::BadFormat,
                     looksLikeSecret(key)
                         ? AccountFile::tr(
                               "The account file %1 holds \"%2\"; passwords belong in the system's keychain, never in "
                               "this file.")
                               .arg(m_file, name)
                         : AccountFile::tr("The account file %1 holds a key that Navette does not know: \"%2\".")
                               .arg(m_file, name),
                     {}};
    }
    return {};
}

} // namespace navette
