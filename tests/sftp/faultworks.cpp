// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/faultworks.h"

#include "pipeline/deposit.h"
#include "pipeline/pipelinesamples.h"
#include "sftp/testedserver.h"
#include "sftp/wholeupload.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace navette
{

QByteArray Workplace::sent() const
{
    return readFile(thereFile(name));
}

namespace
{

const QByteArray absent = "(not there)";

void put(const QString &path, const QByteArray &bytes)
{
    if (!writeFile(path, bytes))
        qFatal("%s cannot be written", qPrintable(path));
}

template<typename T>
Result<void> onlyWhether(const Result<T> &result)
{
    return result ? Result<void>() : tl::make_unexpected(result.error());
}

class ListWork final : public Work
{
public:
    void prepare(const Workplace &place) override
    {
        for (int i = 0; i < 150; ++i)
            put(place.thereFile(u"entry-%1"_s.arg(i)), QByteArray(i, 'x'));
    }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        auto listing = await(remote.list(RemotePath(place.directory)), job());
        m_entries.clear();
        if (listing && listing->complete)
            m_entries = std::move(listing->entries);
        return onlyWhether(listing);
    }
    QString broken(const Workplace &, bool succeeded) override
    {
        // The neighbour that every case has is one more.
        return succeeded && m_entries.size() != 151 ? u"%1 entries instead of 151"_s.arg(m_entries.size()) : QString();
    }
    QSet<QString> leftBehind() const override
    {
        QSet<QString> entries;
        for (int i = 0; i < 150; ++i)
            entries += u"entry-%1"_s.arg(i);
        return entries;
    }

private:
    std::vector<RemoteEntry> m_entries;
};

class StatWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.thereFile(place.name), "1234"); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        const auto entry = await(remote.stat(place.remote(place.name)), job());
        m_size = entry ? entry->size : -1;
        return onlyWhether(entry);
    }
    QString broken(const Workplace &, bool succeeded) override
    {
        return succeeded && m_size != 4 ? u"another size"_s : QString();
    }

private:
    qint64 m_size = -1;
};

class UploadWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.hereFile(place.name), place.content); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return onlyWhether(
            await(remote.upload(toLocalPath(place.hereFile(place.name)), place.remote(place.name)), job()));
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        // Where it fails, a part may lie there: its name is the caller's matter.
        return succeeded && place.sent() != place.content ? u"not what was sent"_s : QString();
    }
    // As its callers do: what the first try left is removed. It may still be about to be made.
    Result<void> again(RemoteFileSystem &remote, const Workplace &place) override
    {
        Result<void> sent;
        for (int i = 0; i < 100; ++i) {
            (void)await(remote.removeFile(place.remote(place.name)));
            sent = run(remote, place);
            if (sent || sent.error().kind != ErrorKind::AlreadyExists)
                break;
            QThread::msleep(50);
        }
        return sent;
    }
    bool movesBytes() const override { return true; }
};

class DownloadWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.thereFile(place.name), place.content); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return onlyWhether(
            await(remote.download(place.remote(place.name), toLocalPath(place.hereFile(place.name))), job()));
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        const QStringList files = namesIn(place.here);
        if (files != (succeeded ? QStringList{place.name} : QStringList()))
            return u"here lies "_s + files.join(u", "_s);
        if (succeeded && readFile(place.hereFile(place.name)) != place.content)
            return u"not what lies on the server"_s;
        return place.sent() != place.content ? u"the server's file was changed"_s : QString();
    }
    bool movesBytes() const override { return true; }
};

/// What puts a whole file under its final name.
class PlacingWork : public Work
{
public:
    QString broken(const Workplace &place, bool succeeded) override
    {
        const QByteArray bytes = place.sent();
        if (bytes == absent)
            return succeeded ? u"a success without the file"_s : QString();
        return bytes != place.content ? u"a partial file under the final name"_s : QString();
    }
    bool movesBytes() const override { return true; }
};

class UploadWholeWork final : public PlacingWork
{
public:
    void prepare(const Workplace &place) override { put(place.hereFile(place.name), place.content); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return onlyWhether(
            uploadWhole(remote, toLocalPath(place.hereFile(place.name)), place.remote(place.name), {}, job()));
    }
};

/// Leaves to the next try what it sent, and reads back what arrived.
class GoOnWork final : public PlacingWork
{
public:
    void prepare(const Workplace &place) override { put(place.hereFile(place.name), place.content); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        const auto sent = uploadWhole(remote, toLocalPath(place.hereFile(place.name)), place.remote(place.name),
                                      {.unfinished = Unfinished::Keep, .verify = true}, job(),
                                      {.folder = toLocalPath(place.hereFile(u"claims"_s)), .server = "server"});
        m_wentOn = sent && sent->continuedFrom > 0 && sent->continuedFrom < sent->bytes;
        return onlyWhether(sent);
    }
    // So much may have been on its way, and is sent once more.
    qsizetype contentBytes() const override { return 2'400'000; }
    bool wentOn() const override { return m_wentOn; }

private:
    bool m_wentOn = false;
};

class HashWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.thereFile(place.name), place.content); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        const auto hash = await(remote.sha256(place.remote(place.name)), job());
        m_sha256 = hash.value_or(QByteArray());
        return onlyWhether(hash);
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        const QByteArray right = QCryptographicHash::hash(place.content, QCryptographicHash::Sha256);
        return succeeded && m_sha256 != right ? u"another hash"_s : QString();
    }
    bool movesBytes() const override { return true; }

private:
    QByteArray m_sha256;
};

class DepositWork final : public PlacingWork
{
public:
    void prepare(const Workplace &place) override
    {
        put(place.hereFile(u"source.csv"_s), place.content);
        const auto journal = Journal::open(toLocalPath(place.hereFile(u"journal.sqlite"_s)));
        if (!journal)
            qFatal("no journal: %s", qPrintable(journal.error().message));
        m_journal = *journal;
    }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        DepositOrder order;
        order.flow = place.flow;
        order.file = toLocalPath(place.hereFile(u"source.csv"_s));
        order.sourceName = u"source.csv"_s;
        order.remoteName = place.name;
        return onlyWhether(deposit(remote, samples::digitaleo(), order, *m_journal, {}, job()));
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        const auto records = m_journal->deposits();
        const bool waits = records && !records->empty() && records->front().state == DepositState::Waiting;
        if (succeeded && !waits)
            return u"a success that the journal does not know"_s;
        if (!succeeded && records && !records->empty() && records->front().message.isEmpty())
            return u"neither ended nor marked doubtful"_s;
        return PlacingWork::broken(place, succeeded);
    }
    // The first try is settled; only where it did not place the file is there a second.
    Result<void> again(RemoteFileSystem &remote, const Workplace &place) override
    {
        const auto settled = settleInterrupted(remote, samples::digitaleo(), {place.flow}, *m_journal);
        if (!settled)
            return tl::make_unexpected(settled.error());
        const bool placed = place.sent() != absent;
        const auto records = m_journal->deposits();
        if (placed != (records && !records->empty() && records->front().state == DepositState::Waiting))
            return fail(ErrorKind::Internal, u"the journal says otherwise than the platform shows"_s);
        return placed ? Result<void>() : run(remote, place);
    }
    QSet<QString> leftBehind() const override
    {
        QSet<QString> names;
        const auto records = m_journal->deposits();
        for (const DepositRecord &record : records.value_or(std::vector<DepositRecord>()))
            names += record.temporaryName;
        return names;
    }

private:
    std::shared_ptr<Journal> m_journal;
};

class RenameWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.thereFile(from(place)), "contacts"); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return await(remote.rename(place.remote(from(place)), place.remote(place.name)), job());
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        // In this order: it may be renamed just now.
        const QByteArray before = readFile(place.thereFile(from(place)));
        const QByteArray after = place.sent();
        if (before != "contacts" && after != "contacts")
            return u"the file is lost"_s;
        return succeeded && (after != "contacts" || before != absent) ? u"it was not renamed"_s : QString();
    }

private:
    static QString from(const Workplace &place) { return u"from-"_s + place.name; }
};

class RemoveWork final : public Work
{
public:
    void prepare(const Workplace &place) override { put(place.thereFile(place.name), "contacts"); }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return await(remote.removeFile(place.remote(place.name)), job());
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        const QByteArray bytes = place.sent();
        if (bytes == absent)
            return {};
        return succeeded || bytes != "contacts" ? u"it is still there, or half"_s : QString();
    }
};

class MakeDirectoryWork final : public Work
{
public:
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return await(remote.makeDirectory(place.remote(place.name)), job());
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        return succeeded && !QFileInfo(place.thereFile(place.name)).isDir() ? u"it was not made"_s : QString();
    }
};

class RemoveDirectoryWork final : public Work
{
public:
    void prepare(const Workplace &place) override
    {
        if (!QDir().mkpath(place.thereFile(place.name)))
            qFatal("no directory");
    }
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return await(remote.removeDirectory(place.remote(place.name)), job());
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        return succeeded && QFileInfo::exists(place.thereFile(place.name)) ? u"it is still there"_s : QString();
    }
};

class CreateEmptyWork final : public Work
{
public:
    Result<void> run(RemoteFileSystem &remote, const Workplace &place) override
    {
        return await(remote.createEmpty(place.remote(place.name)), job());
    }
    QString broken(const Workplace &place, bool succeeded) override
    {
        const QByteArray bytes = place.sent();
        return bytes.isEmpty() || (!succeeded && bytes == absent) ? QString() : u"it was not made, or not empty"_s;
    }
};

template<typename Kind>
std::unique_ptr<Work> makeWork()
{
    return std::make_unique<Kind>();
}

const std::vector<std::pair<QString, std::unique_ptr<Work> (*)()>> works{
    {u"list"_s, makeWork<ListWork>},
    {u"stat"_s, makeWork<StatWork>},
    {u"upload"_s, makeWork<UploadWork>},
    {u"download"_s, makeWork<DownloadWork>},
    {u"upload whole"_s, makeWork<UploadWholeWork>},
    {u"go on with an upload"_s, makeWork<GoOnWork>},
    {u"hash"_s, makeWork<HashWork>},
    {u"rename"_s, makeWork<RenameWork>},
    {u"remove"_s, makeWork<RemoveWork>},
    {u"make directory"_s, makeWork<MakeDirectoryWork>},
    {u"remove directory"_s, makeWork<RemoveDirectoryWork>},
    {u"create empty"_s, makeWork<CreateEmptyWork>},
    {u"deposit"_s, makeWork<DepositWork>},
};

} // namespace

QStringList Work::names()
{
    QStringList names;
    for (const auto &[name, make] : works)
        names += name;
    return names;
}

std::unique_ptr<Work> Work::make(const QString &name)
{
    for (const auto &[known, make] : works) {
        if (known == name)
            return make();
    }
    qFatal("no such work: %s", qPrintable(name));
    return nullptr;
}

} // namespace navette
