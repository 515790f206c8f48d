// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/partfile.h"

#include "sftp/leftparts.h"
#include "sftp/operations/localfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// Less is sooner fetched again than explained.
constexpr qint64 leastKept = 256 * 1024;
constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

PartFile::PartFile(LocalPath target) : m_target(std::move(target)) {}

PartFile::~PartFile()
{
    drop();
}

Result<void> PartFile::openFresh()
{
    const QString name = QFileInfo(m_target).filePath();
    m_continuable = false;
    for (int i = 1; i < 100; ++i) {
        // A part that another download left, or is writing just now, is not touched.
        m_file.setFileName(i == 1 ? name + u".part"_s : u"%1.%2.part"_s.arg(name).arg(i));
        if (m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, onlyMine))
            return {};
        if (!QFileInfo(m_file).exists() && !QFileInfo(m_file).isSymLink())
            break;
    }
    return tl::make_unexpected(localError());
}

Result<void> PartFile::openVersion(const QByteArray &version)
{
    const QByteArray key = QCryptographicHash::hash(version, QCryptographicHash::Sha256).toHex().first(16);
    m_file.setFileName(u"%1.%2.part"_s.arg(QFileInfo(m_target).filePath(), QLatin1String(key)));
    constexpr auto readWrite = QIODevice::ReadWrite | QIODevice::Unbuffered;
    const bool made = m_file.open(readWrite | QIODevice::NewOnly, onlyMine);
    const bool opened = made || (QFileInfo(m_file).isFile() && !QFileInfo(m_file).isSymLink() &&
                                 m_file.open(readWrite | QIODevice::ExistingOnly));
    if (opened && tryLock(m_file)) {
        m_continuable = true;
        return {};
    }
    m_file.close();
    if (made) // on a disk that knows no locks; none would ever go on from it
        m_file.remove();
    return openFresh();
}

Result<void> PartFile::write(QByteArrayView bytes)
{
    // A disk takes what still fits, and only the next write tells that it is full.
    while (!bytes.isEmpty()) {
        const qint64 written = m_file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return tl::make_unexpected(localError());
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> PartFile::clear()
{
    if (m_file.resize(0) && m_file.seek(0))
        return {};
    return tl::make_unexpected(localError());
}

Result<void> PartFile::sync()
{
    if (const int problem = syncToDisk(m_file); problem != 0)
        return tl::make_unexpected(localError(problem));
    return {};
}

Result<void> PartFile::settle()
{
    m_file.close();
    if (const int problem = renameToNew(m_file.fileName(), QFileInfo(m_target).filePath()); problem != 0) {
        m_file.remove();
        return tl::make_unexpected(localError(problem));
    }
    if (m_continuable)
        removeLeftovers(); // of older versions
    return {};
}

bool PartFile::keep()
{
    if (!m_file.isOpen() || !m_continuable || m_file.size() < leastKept) {
        drop();
        return false;
    }
    m_file.close();
    return true;
}

void PartFile::drop()
{
    if (m_file.isOpen()) {
        m_file.close();
        m_file.remove();
    }
}

QStringList PartFile::leftovers() const
{
    static const QRegularExpression version(u"^\\.[0-9a-f]{16}\\.part$"_s);
    const QFileInfo target(m_target);
    const QString name = target.fileName();
    QStringList left;
    for (const QString &entry : target.dir().entryList({u"*.part"_s}, QDir::Files | QDir::Hidden)) {
        if (entry.startsWith(name) && version.match(entry.sliced(name.size())).hasMatch())
            left.append(target.dir().filePath(entry));
    }
    return left;
}

void PartFile::removeLeftovers() const
{
    for (const QString &path : leftovers()) {
        QFile part(path);
        if (part.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) && tryLock(part)) {
            part.close();
            part.remove();
        }
    }
}

Error PartFile::localError() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError || m_file.error() == QFileDevice::WriteError;
    return localError(full ? LocalFault::NoSpace : LocalFault::Other, m_file.errorString());
}

Error PartFile::localError(int systemError) const
{
    return localError(faultOf(systemError), qt_error_string(systemError));
}

Error PartFile::localError(LocalFault fault, const QString &detail) const
{
    const QString name = fileName(m_target);
    switch (fault) {
    case LocalFault::NoSpace:
        return {ErrorKind::NoSpace,
                QCoreApplication::translate("Sftp", "“%1” cannot be saved. The disk may be full.").arg(name), detail};
    case LocalFault::AlreadyThere:
        return alreadyThere();
    case LocalFault::HeldElsewhere:
        return {ErrorKind::NotWritable,
                QCoreApplication::translate("Sftp", "“%1” cannot be saved, because another program is using it. Close "
                                                    "it there, then try again.")
                    .arg(name),
                detail};
    case LocalFault::Other:
        break;
    }
    if (const QFileInfo folder(QFileInfo(m_target).path()); !folder.exists())
        return {ErrorKind::NotWritable,
                QCoreApplication::translate("Sftp", "“%1” cannot be saved, because the folder “%2” is not there. Make "
                                                    "it first, or choose another one.")
                    .arg(name, folder.fileName()),
                detail};
    return {ErrorKind::NotWritable,
            QCoreApplication::translate("Sftp", "“%1” cannot be saved in this folder. Another folder may be writable.")
                .arg(name),
            detail};
}

Error PartFile::alreadyThere() const
{
    return {ErrorKind::AlreadyExists,
            QCoreApplication::translate("Sftp", "“%1” is already on this computer and is not overwritten.")
                .arg(fileName(m_target)),
            {}};
}

void removePartsLeftOf(const LocalPath &target)
{
    PartFile(target).removeLeftovers();
}

} // namespace navette::sftp
