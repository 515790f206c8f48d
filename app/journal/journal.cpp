// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include "journal/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <mutex>

namespace navette
{
namespace
{

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(JournalText)
};

const QString columns = QStringLiteral("account, flow, source_file, remote_directory, remote_name, temporary_name, "
                                       "platform_name, mode, sent_by, contacts, "
                                       "bytes, sha256, state, message, created_ms, deposited_ms, ended_ms, doubtful");
constexpr int columnCount = 18;
// Who orders the same so long after a deposit that was in doubt means another one.
constexpr qint64 doubtLastsMs = 24LL * 3600 * 1000;

QVariant toVariant(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime toTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

// SQLite's NOT NULL and QString's null are different matters: a null string is an empty text here.
QVariant toVariant(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariantList valuesOf(const DepositRecord &record)
{
    return {toVariant(record.account),
            toVariant(record.flow),
            toVariant(record.sourceFile),
            toVariant(record.remoteDirectory),
            toVariant(record.remoteName),
            toVariant(record.temporaryName),
            toVariant(record.platformName),
            toVariant(record.mode),
            toVariant(record.sentBy),
            record.contacts,
            record.bytes,
            toVariant(record.sha256),
            key(record.state),
            toVariant(record.message),
            toVariant(record.createdAt),
            toVariant(record.depositedAt),
            toVariant(record.endedAt),
            record.doubtful};
}

// Of "SELECT id, <columns>".
DepositRecord recordOf(const QSqlQuery &query)
{
    int i = 0;
    const auto text = [&] { return query.value(i++).toString(); };
    DepositRecord record;
    record.id = query.value(i++).toLongLong();
    record.account = text();
    record.flow = text();
    record.sourceFile = text();
    record.remoteDirectory = text();
    record.remoteName = text();
    record.temporaryName = text();
    record.platformName = text();
    record.mode = text();
    record.sentBy = text();
    record.contacts = query.value(i++).toLongLong();
    record.bytes = query.value(i++).toLongLong();
    record.sha256 = text();
    // A state that this version does not know is a deposit whose end it cannot tell.
    record.state = depositStateFromKey(text()).value_or(DepositState::OutcomeUnknown);
    record.message = text();
    record.createdAt = toTime(query.value(i++));
    record.depositedAt = toTime(query.value(i++));
    record.endedAt = toTime(query.value(i++));
    record.doubtful = query.value(i++).toBool();
    return record;
}

// SQLite keeps its own journal beside the file; left there it would be rolled back into the fresh one.
QString putAside(const LocalPath &file)
{
    const QString path = displayText(file);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    const QString aside = QStringLiteral("%1.damaged-%2").arg(path, stamp);
    if (!QFile::rename(path, aside))
        return {};
    for (const QString &suffix : {QStringLiteral("-journal"), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + suffix))
            QFile::rename(path + suffix, aside + suffix);
    }
    return aside;
}

QVariantList unfinishedKeys()
{
    return {key(DepositState::Ready), key(DepositState::Sending), key(DepositState::Waiting),
            key(DepositState::Processing)};
}

Result<std::optional<DepositRecord>> firstOf(const Result<std::vector<DepositRecord>> &found)
{
    if (!found)
        return tl::make_unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

class LockFileClaim final : public Journal::Claim
{
public:
    explicit LockFileClaim(const QString &path) : m_lock(path) { m_lock.setStaleLockTime(0); }
    // No waiting: QLockFile itself finds out that a holder is no longer alive.
    [[nodiscard]] bool take() { return m_lock.tryLock(0); }

private:
    QLockFile m_lock;
};

} // namespace

struct Journal::Data {
    LocalPath file;
    QString notice;
    bool prepared = false;
    // Calls of this process take turns here instead of in SQLite's busy loop.
    std::mutex mutex;

    Result<void> prepare();

    // Opens a connection for one call.
    template<typename T, typename Work>
    Result<T> with(Work work)
    {
        const std::lock_guard lock(mutex);
        if (const Result<void> ready = prepare(); !ready)
            return tl::make_unexpected(ready.error());
        Database database(file);
        if (const Result<void> opened = database.open(); !opened)
            return tl::make_unexpected(opened.error());
        return work(database);
    }

    Result<std::vector<DepositRecord>> select(const QString &rest, const QVariantList &values)
    {
        return with<std::vector<DepositRecord>>([&](Database &database) -> Result<std::vector<DepositRecord>> {
            Result<QSqlQuery> query =
                database.run(QStringLiteral("SELECT id, %1 FROM deposits %2").arg(columns, rest), values);
            if (!query)
                return tl::make_unexpected(query.error());
            std::vector<DepositRecord> records;
            while (query->next())
                records.push_back(recordOf(*query));
            return records;
        });
    }
};

Journal::Journal(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Journal::~Journal() = default;

QString Journal::notice() const
{
    const std::lock_guard lock(m_data->mutex);
    return m_data->notice;
}

std::shared_ptr<Journal> Journal::at(const LocalPath &file)
{
    auto data = std::make_unique<Data>();
    data->file = file;
    return std::shared_ptr<Journal>(new Journal(std::move(data)));
}

Result<std::shared_ptr<Journal>> Journal::open(const LocalPath &file)
{
    auto journal = at(file);
    if (const Result<void> ready = journal->prepare(); !ready)
        return tl::make_unexpected(ready.error());
    return journal;
}

Result<void> Journal::prepare() const
{
    const std::lock_guard lock(m_data->mutex);
    return m_data->prepare();
}

Result<void> Journal::Data::prepare()
{
    if (prepared)
        return {};
    const QFileInfo info(file);
    if (info.isDir())
        return fail(ErrorKind::NotAFile,
                    JournalText::tr("%1 is a folder where the journal should be a file.").arg(displayText(file)));
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorKind::NotWritable, JournalText::tr("The folder %1 for the journal could not be made.")
                                                .arg(QDir::toNativeSeparators(info.absolutePath())));
    for (int attempt = 0; attempt < 2; ++attempt) {
        bool damaged = false;
        const Result<void> ready = [&]() -> Result<void> {
            Database database(file);
            Result<void> step = database.open();
            if (step)
                step = database.migrate();
            if (step) {
                // Sound to its last page, not only in its header: found now rather than in the middle of a deposit.
                Result<QSqlQuery> check = database.run(QStringLiteral("PRAGMA quick_check(1)"));
                if (!check)
                    step = tl::make_unexpected(check.error());
                else if (!check->next() || check->value(0).toString() != u"ok")
                    damaged = true;
            }
            damaged = damaged || database.isDamaged();
            return step;
        }();
        if (ready && !damaged) {
            QFile::setPermissions(displayText(file), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            prepared = true;
            return {};
        }
        if (!damaged)
            return ready;
        const QString aside = putAside(file);
        if (aside.isEmpty())
            break;
        notice = JournalText::tr("The journal of earlier deposits was damaged. It was kept as %1, and a new one was "
                                 "begun.")
                     .arg(QDir::toNativeSeparators(aside));
    }
    return fail(ErrorKind::BadFormat,
                JournalText::tr("The journal %1 is damaged and could not be put aside.").arg(displayText(file)));
}

Result<qint64> Journal::add(const DepositRecord &record)
{
    return m_data->with<qint64>([&](Database &database) -> Result<qint64> {
        qint64 id = 0;
        const Result<void> done = database.transaction([&]() -> Result<void> {
            QStringList places;
            for (int i = 0; i < columnCount; ++i)
                places << QStringLiteral("?");
            Result<QSqlQuery> query =
                database.run(QStringLiteral("INSERT INTO deposits (%1) VALUES (%2)").arg(columns, places.join(u',')),
                             valuesOf(record));
            if (!query)
                return tl::make_unexpected(query.error());
            id = query->lastInsertId().toLongLong();
            return {};
        });
        if (!done)
            return tl::make_unexpected(done.error());
        return id;
    });
}

Result<void> Journal::update(const DepositRecord &record)
{
    return m_data->with<void>([&](Database &database) -> Result<void> {
        return database.transaction([&]() -> Result<void> {
            QString assignments = columns;
            assignments.replace(QStringLiteral(", "), QStringLiteral(" = ?, ")).append(QStringLiteral(" = ?"));
            Result<QSqlQuery> query = database.run(
                QStringLiteral("UPDATE deposits SET %1 WHERE id = ?").arg(assignments), valuesOf(record) << record.id);
            if (!query)
                return tl::make_unexpected(query.error());
            if (query->numRowsAffected() != 1)
                return fail(ErrorKind::NotFound, JournalText::tr("The journal does not know this deposit."),
                            QString::number(record.id));
            return {};
        });
    });
}

Result<std::vector<DepositRecord>> Journal::deposits(const QString &account, int limit) const
{
    // By id, not by time: the order of events never relies on the wall clock alone (reliability.md D).
    return m_data->select(QStringLiteral("WHERE ? = '' OR account = ? ORDER BY id DESC LIMIT ?"),
                          {toVariant(account), toVariant(account), limit});
}

Result<std::optional<DepositRecord>> Journal::deposit(qint64 id) const
{
    return firstOf(m_data->select(QStringLiteral("WHERE id = ?"), {id}));
}

Result<std::vector<DepositRecord>> Journal::followed(const QString &account, int limit) const
{
    const QVariantList values =
        QVariantList{toVariant(account)} + unfinishedKeys() + QVariantList{toVariant(account), limit};
    return m_data->select(QStringLiteral("WHERE account = ? AND (state IN (?, ?, ?, ?) OR id IN (SELECT id FROM "
                                         "deposits WHERE account = ? ORDER BY id DESC LIMIT ?)) ORDER BY id DESC"),
                          values);
}

Result<std::vector<DepositRecord>> Journal::unfinished(const QString &account) const
{
    const QVariantList values = QVariantList{toVariant(account), toVariant(account)} + unfinishedKeys();
    return m_data->select(QStringLiteral("WHERE (? = '' OR account = ?) AND state IN (?, ?, ?, ?) ORDER BY id DESC"),
                          values);
}

Result<std::optional<DepositRecord>> Journal::sameContent(const QString &account, const QString &sha256) const
{
    if (sha256.isEmpty())
        return std::optional<DepositRecord>();
    return firstOf(m_data->select(
        QStringLiteral("WHERE account = ? AND sha256 = ? AND state NOT IN (?, ?) ORDER BY id DESC LIMIT 1"),
        {toVariant(account), toVariant(sha256), key(DepositState::Cancelled), key(DepositState::Failed)}));
}

Result<std::vector<DepositRecord>> Journal::inDoubt(const DepositRecord &like) const
{
    return m_data->select(QStringLiteral("WHERE account = ? AND flow = ? AND remote_name = ? AND sha256 = ? AND "
                                         "deposited_ms IS NOT NULL AND (state = ? OR (doubtful AND deposited_ms > ? "
                                         "AND state NOT IN (?, ?, ?))) ORDER BY id DESC"),
                          {toVariant(like.account), toVariant(like.flow), toVariant(like.remoteName),
                           toVariant(like.sha256), key(DepositState::Sending),
                           QDateTime::currentMSecsSinceEpoch() - doubtLastsMs, key(DepositState::Cancelled),
                           key(DepositState::Failed), key(DepositState::Refused)});
}

std::unique_ptr<Journal::Claim> Journal::claim(qint64 id) const
{
    auto claim = std::make_unique<LockFileClaim>(QStringLiteral("%1.%2.lock").arg(displayText(m_data->file)).arg(id));
    if (!claim->take())
        return nullptr;
    return claim;
}

std::unique_ptr<Journal::Claim> Journal::claimUnchanged(const DepositRecord &read) const
{
    auto held = claim(read.id);
    if (!held)
        return nullptr;
    const Result<std::optional<DepositRecord>> now = deposit(read.id);
    return now && *now == read ? std::move(held) : nullptr;
}

} // namespace navette
