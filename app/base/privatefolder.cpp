// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefolder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QTemporaryDir>

#include <chrono>
#include <mutex>

namespace navette
{
namespace
{

// navette-XXXXXX/lock says whose it is, navette-XXXXXX/files/ is what is handed out.
QString lockPath(const QString &folder)
{
    return folder + QStringLiteral("/lock");
}

QString filesPath(const QString &folder)
{
    return folder + QStringLiteral("/files");
}

bool isPrivate(const QFileInfo &folder)
{
#ifdef Q_OS_UNIX
    // Somebody else's folder in a shared /tmp, or one that was opened to others, is not ours to touch.
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    return folder.isWritable() && (folder.permissions() & others) == 0 &&
           folder.owner() == QFileInfo(QDir::homePath()).owner();
#else
    // The temporary folder is the user's own here.
    return folder.isWritable();
#endif
}

} // namespace

PrivateFolder::PrivateFolder(std::unique_ptr<QTemporaryDir> dir, std::unique_ptr<QLockFile> lock)
    : m_dir(std::move(dir)), m_lock(std::move(lock))
{
}
PrivateFolder::PrivateFolder(PrivateFolder &&) noexcept = default;
PrivateFolder::~PrivateFolder() = default;

PrivateFolder &PrivateFolder::operator=(PrivateFolder &&other) noexcept
{
    // The lock goes first: Windows does not remove a folder in which a file is open.
    m_lock.reset();
    m_dir = std::move(other.m_dir);
    m_lock = std::move(other.m_lock);
    return *this;
}

Result<PrivateFolder> PrivateFolder::make()
{
    static std::once_flag tidied;
    std::call_once(tidied, [] { removeLeftovers(toLocalPath(QDir::tempPath())); });

    // QTemporaryDir makes its folder with mode 0700, and in the user's own temporary folder on Windows.
    auto dir = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/navette-XXXXXX"));
    auto lock = std::make_unique<QLockFile>(lockPath(dir->path()));
    lock->setStaleLockTime(0);
    if (!dir->isValid() || !lock->tryLock() || !QDir().mkdir(filesPath(dir->path())))
        return fail(ErrorKind::NotWritable,
                    QCoreApplication::translate("PrivateFolder", "No temporary folder can be made on this computer."),
                    dir->errorString());
    return PrivateFolder(std::move(dir), std::move(lock));
}

LocalPath PrivateFolder::path() const
{
    return toLocalPath(filesPath(m_dir->path()));
}

void PrivateFolder::removeLeftovers(const LocalPath &place)
{
    // A folder that another Navette is making right now may not have its lock yet.
    const QDateTime settled = QDateTime::currentDateTime().addSecs(-60);
    const auto folders = QDir(place).entryInfoList({QStringLiteral("navette-??????")},
                                                   QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        if (!isPrivate(folder) || folder.lastModified() > settled)
            continue;
        QLockFile lock(lockPath(folder.filePath()));
        // Never stale by age: a window may stay open for weeks. A lock whose program is gone is taken over.
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        lock.unlock();
        QDir(folder.filePath()).removeRecursively();
    }
}

} // namespace navette
