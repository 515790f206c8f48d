// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QSet>

#include <optional>

namespace navette
{

/// Takes the keys of one JSON object strictly: each is asked for once, with its type; the first fault is kept as one
/// sentence that names the key; what nobody asked for is a fault too.
class ObjectReader
{
public:
    /// `file` and `prefix` ("endpoint.") are for the sentences.
    ObjectReader(QJsonObject object, QString file, QString prefix = {});

    [[nodiscard]] QString requiredText(const QString &key);
    [[nodiscard]] QString text(const QString &key, const QString &fallback = {});
    [[nodiscard]] bool boolean(const QString &key, bool fallback);
    /// A whole number between the bounds; nothing where the key is not there.
    [[nodiscard]] std::optional<int> integer(const QString &key, int least, int most);
    [[nodiscard]] QJsonObject object(const QString &key, bool required);
    [[nodiscard]] QJsonArray array(const QString &key);
    /// One of `allowed`; `fallback` where the key is not there.
    [[nodiscard]] QString choice(const QString &key, const QStringList &allowed, const QString &fallback);

    /// Marks a fault found by the caller: "the key … must be …".
    void refuse(const QString &key, const QString &expected);
    void take(const std::optional<Error> &fault); ///< of a part read by another reader
    /// The first fault, or what is left over.
    [[nodiscard]] std::optional<Error> finish();

private:
    [[nodiscard]] QJsonValue value(const QString &key);
    QJsonObject m_object;
    QString m_file;
    QString m_prefix;
    QSet<QString> m_seen;
    std::optional<Error> m_fault;
};

} // namespace navette
