// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/uploadclaim.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <mutex>

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

constexpr auto temporaryPrefix = ".navette-";
constexpr auto temporarySuffix = ".part";
constexpr QLatin1String lockSuffix(".lock");
constexpr QLatin1String noteSuffix(".name");
constexpr qsizetype longestName = 64;
constexpr int daysKept = 30; ///< after that nobody comes back for it

QByteArray readNote(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray name = file.read(longestName);
    return isTemporaryName(name) && !name.contains('/') ? name : QByteArray();
}

// Never stale by age: a file may be on its way for hours. A lock whose program is gone is taken over.
bool tryLock(QLockFile &lock)
{
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

} // namespace

UploadClaim::UploadClaim(std::unique_ptr<QLockFile> lock, QString note, QByteArray leftover)
    : m_lock(std::move(lock)), m_note(std::move(note)), m_leftover(std::move(leftover))
{
}
UploadClaim::UploadClaim(UploadClaim &&) noexcept = default;
UploadClaim &UploadClaim::operator=(UploadClaim &&) noexcept = default;
UploadClaim::~UploadClaim() = default;

void UploadClaim::forgetOld(const LocalPath &claims)
{
    const QDir folder(claims);
    const QDateTime limit = QDateTime::currentDateTime().addDays(-daysKept);
    for (const QFileInfo &file : folder.entryInfoList({u'*' + noteSuffix, u'*' + lockSuffix}, QDir::Files)) {
        if (file.lastModified() > limit)
            continue;
        const QString path = folder.filePath(file.completeBaseName());
        QLockFile lock(path + lockSuffix);
        if (tryLock(lock))
            QFile::remove(path + noteSuffix); // and the lock goes by itself
    }
}

std::optional<UploadClaim> UploadClaim::take(const LocalPath &folder, const QByteArray &upload)
{
    if (folder.empty())
        return {};
    const QDir dir(folder);
    if (!dir.mkpath(u"."_s))
        return {};
    const QByteArray key = QCryptographicHash::hash(upload, QCryptographicHash::Sha256).toHex().first(32);
    const QString path = dir.filePath(QString::fromLatin1(key));
    auto lock = std::make_unique<QLockFile>(path + lockSuffix);
    if (!tryLock(*lock))
        return {};
    // Once is enough for a program's life; of hundreds of small files each would look at the claims of all.
    static std::once_flag cleaned;
    std::call_once(cleaned, forgetOld, folder);
    const QString note = path + noteSuffix;
    return UploadClaim(std::move(lock), note, readNote(note));
}

bool UploadClaim::remember(const QByteArray &temporaryName)
{
    QSaveFile file(m_note);
    return file.open(QIODevice::WriteOnly) && file.write(temporaryName) == temporaryName.size() && file.commit();
}

void UploadClaim::forget()
{
    QFile::remove(m_note);
}

QByteArray makeTemporaryName()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return temporaryPrefix + QByteArray::number(random, 16).rightJustified(16, '0') + temporarySuffix;
}

bool isTemporaryName(const QByteArray &name)
{
    return name.startsWith(temporaryPrefix) && name.endsWith(temporarySuffix);
}

} // namespace navette
