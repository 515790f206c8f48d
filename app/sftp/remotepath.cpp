// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/remotepath.h"

#include "base/safename.h"

#include <QList>

#include <algorithm>

namespace navette
{

bool isSafeName(QByteArrayView name)
{
    if (name.isEmpty() || name == QByteArrayView(".") || name == QByteArrayView(".."))
        return false;
    return std::none_of(name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || c == '\0'; });
}

RemotePath RemotePath::child(const QByteArray &name) const
{
    const bool needsSeparator = !m_bytes.isEmpty() && !m_bytes.endsWith('/');
    RemotePath path(needsSeparator ? m_bytes + '/' + name : m_bytes + name);
    path.m_fromSafeNames = m_fromSafeNames && isSafeName(name);
    return path;
}

RemotePath RemotePath::parent() const
{
    QByteArray bytes = m_bytes;
    while (bytes.size() > 1 && bytes.endsWith('/'))
        bytes.chop(1);
    const qsizetype separator = bytes.lastIndexOf('/');
    // The parent of "/a" is "/", that of "a" the account's root.
    RemotePath path(separator < 0 ? QByteArray() : bytes.first(std::max<qsizetype>(separator, bytes.front() == '/')));
    path.m_fromSafeNames = m_fromSafeNames;
    return path;
}

QByteArray RemotePath::name() const
{
    QByteArray bytes = m_bytes;
    while (bytes.endsWith('/'))
        bytes.chop(1);
    return bytes.sliced(bytes.lastIndexOf('/') + 1);
}

bool RemotePath::isSafe() const
{
    if (!m_fromSafeNames || m_bytes.contains('\0'))
        return false;
    const QList<QByteArray> components = m_bytes.split('/');
    return std::none_of(components.begin(), components.end(), [](const QByteArray &c) { return c == ".."; });
}

QString RemotePath::displayText() const
{
    return visibleName(m_bytes);
}

} // namespace navette
