// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/jsonreader.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <utility>

namespace navette
{
namespace
{

struct JsonText {
    Q_DECLARE_TR_FUNCTIONS(JsonText)
};

} // namespace

QString jsonText(const QJsonValue &value)
{
    constexpr qsizetype most = 40;
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(json.sliced(1, json.size() - 2));
    return text.size() > most ? text.first(most) + u'…' : text;
}

void JsonComplaint::add(const QString &path, const QString &found, const QString &expected)
{
    if (m_error)
        return;
    m_error = Error{ErrorKind::BadFormat,
                    JsonText::tr("The description %1 cannot be used: at %2 there is %3, where %4 was expected.")
                        .arg(m_file, path, found, expected),
                    {}};
}

JsonObjectReader::JsonObjectReader(QJsonObject object, QString path, JsonComplaint &complaint)
    : m_object(std::move(object)), m_path(std::move(path)), m_complaint(complaint)
{
}

QJsonValue JsonObjectReader::take(const QString &key)
{
    m_known.insert(key);
    return m_object.value(key);
}

void JsonObjectReader::wrongType(const QString &key, const QJsonValue &value, const QString &expected)
{
    m_complaint.add(pathOf(key), jsonText(value), expected);
}

std::optional<QString> JsonObjectReader::text(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (value.isString() && !value.toString().isEmpty())
        return value.toString();
    wrongType(key, value, JsonText::tr("a text"));
    return {};
}

std::optional<bool> JsonObjectReader::boolean(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (value.isBool())
        return value.toBool();
    wrongType(key, value, JsonText::tr("true or false"));
    return {};
}

std::optional<qint64> JsonObjectReader::integer(const QString &key, qint64 least)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    constexpr double most = 1e15; // every whole number up to here is exact in a double
    const double number = value.toDouble(-1);
    if (value.isDouble() && number >= double(least) && number <= most && number == std::floor(number))
        return static_cast<qint64>(number);
    wrongType(key, value, JsonText::tr("a whole number of at least %1").arg(least));
    return {};
}

std::optional<QStringList> JsonObjectReader::texts(const QString &key)
{
    const auto values = array(key);
    if (!values)
        return {};
    QStringList texts;
    for (qsizetype i = 0; i < values->size(); ++i) {
        const QJsonValue value = values->at(i);
        const QString text = value.toString();
        if (text.isEmpty() || texts.contains(text)) {
            m_complaint.add(pathOf(key) + QStringLiteral("[%1]").arg(i), jsonText(value),
                            text.isEmpty() ? JsonText::tr("a text") : JsonText::tr("a text that is not there yet"));
            return {};
        }
        texts += text;
    }
    return texts;
}

std::optional<QJsonObject> JsonObjectReader::object(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (value.isObject())
        return value.toObject();
    wrongType(key, value, JsonText::tr("an object in braces"));
    return {};
}

std::optional<QJsonArray> JsonObjectReader::array(const QString &key)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    if (value.isArray())
        return value.toArray();
    wrongType(key, value, JsonText::tr("a list in brackets"));
    return {};
}

std::optional<int> JsonObjectReader::oneOf(const QString &key, const QStringList &words)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return {};
    const qsizetype index = value.isString() ? words.indexOf(value.toString()) : -1;
    if (index >= 0)
        return static_cast<int>(index);
    wrongType(key, value, JsonText::tr("one of %1").arg(words.join(QStringLiteral(", "))));
    return {};
}

void JsonObjectReader::finish()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_known.contains(it.key())) {
            QStringList known(m_known.begin(), m_known.end());
            known.sort();
            m_complaint.add(pathOf(it.key()), JsonText::tr("the unknown key “%1”").arg(it.key()),
                            JsonText::tr("one of %1").arg(known.join(QStringLiteral(", "))));
            return;
        }
    }
}

} // namespace navette
