// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <compare>

namespace navette
{

/// Whether a name that a server gave is one single component that can be asked for again: not empty, not "." or "..",
/// without '/', '\\' or NUL (reliability.md, part A). Names that are not safe are shown, and nothing else.
[[nodiscard]] bool isSafeName(QByteArrayView name);

/// A path on a server: bytes, as the server gave them, separated by '/'. Never a QDir, never normalised by the local
/// system's rules.
class RemotePath
{
public:
    RemotePath() = default; ///< the account's root
    explicit RemotePath(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    /// From text that a person or a flow wrote; becomes UTF-8.
    [[nodiscard]] static RemotePath fromText(const QString &text) { return RemotePath(text.toUtf8()); }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    /// This path, a '/', and one component as the server named it. A name that is not safe gives a path that is only
    /// good for showing: isSafe() is false and every operation refuses it.
    [[nodiscard]] RemotePath child(const QByteArray &name) const;
    [[nodiscard]] RemotePath child(const QString &name) const { return child(name.toUtf8()); }
    [[nodiscard]] RemotePath parent() const;
    [[nodiscard]] QByteArray name() const; ///< last component
    /// Whether operations may use this path: made of safe names, without a ".." component.
    [[nodiscard]] bool isSafe() const;
    /// With control and bidirectional characters made visible: for the screen.
    [[nodiscard]] QString displayText() const;

    bool operator==(const RemotePath &) const = default;
    bool operator<(const RemotePath &other) const { return m_bytes < other.m_bytes; }

private:
    QByteArray m_bytes;
    bool m_fromSafeNames = true; ///< "a/b" given as one name must not become the two components "a" and "b"
};

} // namespace navette
