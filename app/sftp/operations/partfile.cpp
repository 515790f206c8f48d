// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/partfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// Less is sooner fetched again than explained.
constexpr qint64 leastKept = 256 * 1024;
constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// On the disk, and not only on its way there.
bool syncToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return file.flush() && _commit(file.handle()) == 0;
#else
    return file.flush() && ::fsync(file.handle()) == 0;
#endif
}

// Held until the file is closed, or the program is no more. False where somebody else holds it.
bool tryLock(QFile &file)
{
#ifdef Q_OS_WIN
    // Far behind the contents, as a lock on them would keep ourselves from reading them elsewhere.
    OVERLAPPED place{};
    place.OffsetHigh = 0x40000000;
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    return LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0;
#else
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
#endif
}

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
    const bool opened = m_file.open(readWrite | QIODevice::NewOnly, onlyMine) ||
                        (QFileInfo(m_file).isFile() && !QFileInfo(m_file).isSymLink() &&
                         m_file.open(readWrite | QIODevice::ExistingOnly));
    if (opened && tryLock(m_file)) {
        m_continuable = true;
        return {};
    }
    m_file.close();
    return openFresh();
}

Result<void> PartFile::write(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size())
        return {};
    return tl::make_unexpected(localError());
}

Result<void> PartFile::clear()
{
    if (m_file.resize(0) && m_file.seek(0))
        return {};
    return tl::make_unexpected(localError());
}

Result<void> PartFile::settle()
{
    if (!syncToDisk(m_file)) {
        const Error error = localError();
        drop();
        return tl::make_unexpected(error);
    }
    m_file.close();
    const bool continuable = m_continuable;
    // QFile::rename() does not overwrite; on Linux the kernel itself sees to that.
    if (m_file.rename(QFileInfo(m_target).filePath())) {
        if (continuable)
            removeOlderVersions();
        return {};
    }
    const bool taken = QFileInfo(m_target).exists();
    const Error error = localError();
    m_file.remove();
    return tl::make_unexpected(taken ? alreadyThere() : error);
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

void PartFile::removeOlderVersions()
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
    if (m_file.error() == QFileDevice::ResourceError || m_file.error() == QFileDevice::WriteError)
        return {
            ErrorKind::NoSpace,
            QCoreApplication::translate("Sftp", "“%1” cannot be saved. The disk may be full.").arg(fileName(m_target)),
            m_file.errorString()};
    return {ErrorKind::NotWritable,
            QCoreApplication::translate("Sftp", "“%1” cannot be saved in this folder. Another folder may be writable.")
                .arg(fileName(m_target)),
            m_file.errorString()};
}

Error PartFile::alreadyThere() const
{
    return {ErrorKind::AlreadyExists,
            QCoreApplication::translate("Sftp", "“%1” is already on this computer and is not overwritten.")
                .arg(fileName(m_target)),
            {}};
}

} // namespace navette::sftp
