// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/localnames.h"

#include "base/safename.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

QString asText(const QByteArray &name)
{
    return QByteArrayView(name).isValidUtf8() ? QString::fromUtf8(name) : QString::fromLatin1(name);
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace

QString readableName(const QByteArray &name)
{
    return visibleName(asText(name).toUtf8());
}

QString numberedName(const QString &name, int number)
{
    return number == 1 ? name : markedName(name, u" (%1)"_s.arg(number));
}

LocalNames::LocalNames(const LocalPath &folder)
{
    QDir directory(folder);
    directory.setFilter(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    QDirIterator files(directory);
    while (files.hasNext()) {
        files.next();
        m_folded.insert(folded(files.fileName()));
        m_inFolder.insert(files.fileName());
    }
}

QString LocalNames::markedNameFor(const QByteArray &remoteName)
{
    const QString safe = safeLocalName(asText(remoteName).toUtf8());
    if (m_given.insert(folded(safe)).second)
        return safe;
    const QByteArray hash = QCryptographicHash::hash(remoteName, QCryptographicHash::Sha256).toHex().first(8);
    const QString marked = markedName(safe, u'~' + QString::fromLatin1(hash));
    // A server may list one name any number of times.
    for (int number = 1;; ++number) {
        const QString name = numberedName(marked, number);
        if (m_given.insert(folded(name)).second)
            return name;
    }
}

QString LocalNames::numberedNameFor(const QByteArray &remoteName)
{
    const QString safe = safeLocalName(remoteName);
    if (m_inFolder.contains(safe) && m_given.insert(folded(safe)).second)
        return safe;
    for (int number = 1;; ++number) {
        const QString name = numberedName(safe, number);
        if (!m_folded.contains(folded(name)) && m_given.insert(folded(name)).second)
            return name;
    }
}

} // namespace navette
