// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/wholeupload.h"

#include <QRandomGenerator>

namespace navette
{
namespace
{

struct UploadText {
    Q_DECLARE_TR_FUNCTIONS(UploadText)
};

constexpr auto temporaryPrefix = ".navette-";
constexpr auto temporarySuffix = ".part";

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
    return temporaryPrefix + QByteArray::number(random, 16).rightJustified(16, '0') + temporarySuffix;
}

bool isTemporaryName(const QByteArray &name)
{
    return name.startsWith(temporaryPrefix) && name.endsWith(temporarySuffix);
}

Result<TransferSummary> uploadWhole(RemoteFileSystem &remote, const LocalPath &source, const RemotePath &target,
                                    const TransferProgress &progress, const JobControl &job)
{
    const RemotePath temporary = target.parent().child(makeTemporaryName());
    const Result<TransferSummary> sent = await(remote.upload(source, temporary, progress), job);
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
