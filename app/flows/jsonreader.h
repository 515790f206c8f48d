// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace navette
{

/// The first complaint about one JSON file, with the path of what is wrong; later ones are dropped.
class JsonComplaint
{
public:
    explicit JsonComplaint(QString file) : m_file(std::move(file)) {}
    /// `expected` completes "…, where … was expected".
    void add(const QString &path, const QString &found, const QString &expected);
    [[nodiscard]] bool isEmpty() const { return !m_error; }
    [[nodiscard]] Error error() const { return *m_error; }
    [[nodiscard]] QString file() const { return m_file; }

private:
    QString m_file;
    std::optional<Error> m_error;
};

/// One JSON object read key by key: a value of another type than asked for, or a key that nobody asked for, is a
/// complaint. Call finish() when every key has been asked for.
class JsonObjectReader
{
public:
    JsonObjectReader(QJsonObject object, QString path, JsonComplaint &complaint);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QString pathOf(const QString &key) const { return m_path + u'.' + key; }
    [[nodiscard]] JsonComplaint &complaint() { return m_complaint; }

    [[nodiscard]] std::optional<QString> text(const QString &key);
    [[nodiscard]] std::optional<bool> boolean(const QString &key);
    /// A whole number of at least `least`.
    [[nodiscard]] std::optional<qint64> integer(const QString &key, qint64 least);
    /// Different texts, none of them empty.
    [[nodiscard]] std::optional<QStringList> texts(const QString &key);
    [[nodiscard]] std::optional<QJsonObject> object(const QString &key);
    [[nodiscard]] std::optional<QJsonArray> array(const QString &key);
    /// One of the given words; their index.
    [[nodiscard]] std::optional<int> oneOf(const QString &key, const QStringList &words);
    void finish();

private:
    QJsonValue take(const QString &key);
    void wrongType(const QString &key, const QJsonValue &value, const QString &expected);

    QJsonObject m_object;
    QString m_path;
    JsonComplaint &m_complaint;
    QSet<QString> m_known;
};

/// The path of the first key that stands twice in one object of a well-formed JSON text.
[[nodiscard]] std::optional<QString> firstRepeatedKey(const QByteArray &json);

/// How a value looks in a message: its JSON, shortened.
[[nodiscard]] QString jsonText(const QJsonValue &value);

} // namespace navette
