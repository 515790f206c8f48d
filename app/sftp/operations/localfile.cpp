// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/localfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#include <string>
#include <windows.h>
#else
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace navette::sftp
{

#ifdef Q_OS_WIN

namespace
{

HANDLE handleOf(QFile &file)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
}

// As Qt opens files itself: whatever the length, which the system otherwise limits to 260 characters.
std::wstring longPath(const QString &path)
{
    const QString native = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (native.startsWith(u"\\\\"_s))
        return (u"\\\\?\\UNC\\"_s + native.sliced(2)).toStdWString();
    return (u"\\\\?\\"_s + native).toStdWString();
}

} // namespace

bool tryLock(QFile &file)
{
    // Far behind the contents, as a lock on them would keep ourselves from reading them elsewhere.
    OVERLAPPED place{};
    place.OffsetHigh = 0x40000000;
    return LockFileEx(handleOf(file), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0;
}

int syncToDisk(QFile &file)
{
    if (!file.flush())
        return ERROR_WRITE_FAULT;
    return FlushFileBuffers(handleOf(file)) ? 0 : int(GetLastError());
}

int renameToNew(const QString &from, const QString &to)
{
    // A virus scanner looks into what was just closed, and keeps it for a moment.
    constexpr int tries = 10;
    constexpr DWORD pauseMs = 100;
    for (int i = 1;; ++i) {
        if (MoveFileExW(longPath(from).c_str(), longPath(to).c_str(), MOVEFILE_WRITE_THROUGH))
            return 0;
        const DWORD error = GetLastError();
        if ((error != ERROR_SHARING_VIOLATION && error != ERROR_ACCESS_DENIED) || i == tries)
            return int(error);
        Sleep(pauseMs);
    }
}

LocalFault faultOf(int systemError)
{
    switch (systemError) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_DISK_QUOTA_EXCEEDED:
        return LocalFault::NoSpace;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return LocalFault::AlreadyThere;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
        return LocalFault::HeldElsewhere;
    default:
        return LocalFault::Other;
    }
}

#else

namespace
{

int result(int returned)
{
    return returned == 0 ? 0 : errno;
}

// The kernel itself refuses to overwrite, where kernel and file system can.
int renameExclusively(const char *from, const char *to)
{
#if defined(RENAME_NOREPLACE)
    return result(::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE));
#elif defined(RENAME_EXCL)
    return result(::renamex_np(from, to, RENAME_EXCL));
#else
    Q_UNUSED(from);
    Q_UNUSED(to);
    return ENOSYS;
#endif
}

bool isUnsupported(int error)
{
    return error == ENOSYS || error == EINVAL || error == ENOTSUP || error == EOPNOTSUPP || error == EPERM;
}

void syncDirectory(const QString &path)
{
    const int directory = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return; // one that may be written to but not read
    ::fsync(directory);
    ::close(directory);
}

} // namespace

bool tryLock(QFile &file)
{
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
}

int syncToDisk(QFile &file)
{
    if (!file.flush())
        return errno != 0 ? errno : EIO;
    return result(::fsync(file.handle()));
}

int renameToNew(const QString &from, const QString &to)
{
    const QByteArray oldName = QFile::encodeName(from);
    const QByteArray newName = QFile::encodeName(to);
    int error = renameExclusively(oldName.constData(), newName.constData());
    if (isUnsupported(error)) {
        error = result(::link(oldName.constData(), newName.constData()));
        if (error == 0)
            ::unlink(oldName.constData());
        // Disks without hard links: then a look before has to do.
        else if (isUnsupported(error))
            error = QFileInfo(to).exists() ? EEXIST : result(::rename(oldName.constData(), newName.constData()));
    }
    if (error == 0)
        syncDirectory(QFileInfo(to).path());
    return error;
}

LocalFault faultOf(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return LocalFault::NoSpace;
    case EEXIST:
        return LocalFault::AlreadyThere;
    case EBUSY:
    case ETXTBSY:
        return LocalFault::HeldElsewhere;
    default:
        return LocalFault::Other;
    }
}

#endif

} // namespace navette::sftp
