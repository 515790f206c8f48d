// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/comparison.h"

#include "base/sha256.h"

#include <QCoreApplication>
#include <QFile>

namespace navette
{

namespace
{

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(ComparisonText)
};

constexpr qint64 blockBytes = 1 << 20;

Error notReadable(const QFile &file, const LocalPath &path)
{
    return {ErrorKind::NotReadable, ComparisonText::tr("%1 cannot be read any more.").arg(displayText(path)),
            file.errorString()};
}

Result<QByteArray> sha256Of(QFile &file, const LocalPath &path, const JobControl &job)
{
    Sha256 hash;
    QByteArray block(blockBytes, Qt::Uninitialized);
    for (;;) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0)
            return tl::make_unexpected(notReadable(file, path));
        if (got == 0)
            return hash.result();
        hash.addData(QByteArrayView(block).first(got));
    }
}

tl::unexpected<Error> differs(const TransferSides &sides, const QString &detail)
{
    return fail(
        ErrorKind::BadFormat,
        ComparisonText::tr("%1 here and on the platform are not the same: one of them was changed, or the transfer "
                           "went wrong. Transfer the file again if you did not change it.")
            .arg(fileName(sides.local)),
        detail);
}

} // namespace

Result<void> compareSides(RemoteFileSystem &remote, const TransferSides &sides, const TransferProgress &progress,
                          const JobControl &job)
{
    QFile file(sides.local);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(notReadable(file, sides.local));
    const Result<RemoteEntry> there = await(remote.stat(sides.remote), job);
    if (!there)
        return tl::make_unexpected(there.error());
    if (there->size >= 0 && there->size != file.size())
        return differs(sides, QStringLiteral("%1 bytes here, %2 there").arg(file.size()).arg(there->size));
    const Result<QByteArray> theirs = await(remote.sha256(sides.remote, progress), job);
    if (!theirs)
        return tl::make_unexpected(theirs.error());
    const Result<QByteArray> ours = sha256Of(file, sides.local, job);
    if (!ours)
        return tl::make_unexpected(ours.error());
    if (*ours != *theirs)
        return differs(sides, QStringLiteral("SHA-256 %1 here, %2 there")
                                  .arg(QLatin1String(ours->toHex()), QLatin1String(theirs->toHex())));
    return {};
}

int addComparison(TransferQueue &queue, std::shared_ptr<RemoteLink> link, const Transfer &done,
                  std::function<void(const Result<void> &)> finished)
{
    Transfer comparison;
    comparison.direction = TransferDirection::Comparison;
    comparison.account = done.account;
    comparison.name = done.name;
    comparison.target = ComparisonText::tr("compared with the platform");
    comparison.bytesTotal = done.bytesTotal;
    auto work =
        overLink(std::move(link),
                 [sides = *done.sides](RemoteFileSystem &remote, const TransferProgress &progress,
                                       const JobControl &job) { return compareSides(remote, sides, progress, job); });
    TransferRetry retry = work.retry;
    return queue.add(std::move(comparison), std::move(work), std::move(finished), std::move(retry));
}

} // namespace navette
