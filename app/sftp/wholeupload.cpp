// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSysInfo>

namespace navette
{
namespace
{

struct UploadText {
    Q_DECLARE_TR_FUNCTIONS(UploadText)
};

constexpr auto temporaryPrefix = ".navette-";
constexpr auto temporarySuffix = ".part";

QByteArray temporaryName(const QByteArray &sixteenDigits)
{
    return temporaryPrefix + sixteenDigits + temporarySuffix;
}

// The same for every try of this file, as it is now, from this computer: only bytes that are meant to be the same ever
// meet under it.
QByteArray temporaryNameOf(const LocalPath &source, const RemotePath &target)
{
    const QFileInfo info(source);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {QSysInfo::machineUniqueId(), info.canonicalFilePath().toUtf8(), QByteArray::number(info.size()),
          QByteArray::number(info.lastModified().toMSecsSinceEpoch()), target.bytes()}) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1));
    }
    return temporaryName(hash.result().toHex().first(16));
}

bool isBroken(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

// The temporary file is gone: was it renamed although the answer said otherwise, or never came?
bool wasPlaced(RemoteFileSystem &remote, const RemotePath &target, qint64 bytes)
{
    const Result<RemoteEntry> entry = await(remote.stat(target));
    return entry && entry->size == bytes;
}

} // namespace

QByteArray makeTemporaryName()
{
    const quint64 random = QRandomGenerator::system()->generate64();
    return temporaryName(QByteArray::number(random, 16).rightJustified(16, '0'));
}

bool isTemporaryName(const QByteArray &name)
{
    return name.startsWith(temporaryPrefix) && name.endsWith(temporarySuffix);
}

Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source, const RemotePath &target,
                                    const TransferProgress &progress, const JobControl &job, Unfinished unfinished)
{
    const bool keeps = unfinished != Unfinished::Discard;
    const RemotePath temporary = target.parent().child(keeps ? temporaryNameOf(source, target) : makeTemporaryName());
    const Result<TransferSummary> sent = await(remote.upload(source, temporary, progress, unfinished), job);
    Error error;
    if (sent) {
        // Not cancellable from here on: a rename half asked for is either done or not, and is waited for.
        const Result<void> renamed = await(remote.rename(temporary, target));
        if (renamed)
            return sent;
        error = renamed.error();
    } else {
        error = sent.error();
    }
    // The upload itself has seen to what it leaves, and has told.
    if (!sent && ((keeps && isBroken(error)) || (unfinished == Unfinished::Keep && error.kind == ErrorKind::Cancelled)))
        return tl::make_unexpected(error);
    const Result<void> cleared = await(remote.removeFile(temporary));
    if (!cleared && cleared.error().kind == ErrorKind::NotFound) {
        if (sent && wasPlaced(remote, target, sent->bytes))
            return sent;
    } else if (!cleared) {
        error.message +=
            u' ' + UploadText::tr("A temporary file may be left on the server: %1").arg(temporary.displayText());
    }
    return tl::make_unexpected(error);
}

} // namespace navette
