// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"

#include <QCoreApplication>
#include <QUuid>

namespace navette
{
namespace
{

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(JournalText)
};

// SQLite's primary result codes, which are part of its file format's promise.
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;

// user_version n: the first n of these have run.
const QStringList &migrations()
{
    static const QStringList steps{
        QStringLiteral("CREATE TABLE deposits ("
                       "id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, flow TEXT NOT NULL, "
                       "source_file TEXT NOT NULL, remote_directory TEXT NOT NULL, remote_name TEXT NOT NULL, "
                       "temporary_name TEXT NOT NULL, platform_name TEXT NOT NULL, mode TEXT NOT NULL, "
                       "sent_by TEXT NOT NULL, contacts INTEGER NOT NULL, bytes INTEGER NOT NULL, "
                       "sha256 TEXT NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL, "
                       "created_ms INTEGER, deposited_ms INTEGER, ended_ms INTEGER)"),
        QStringLiteral("CREATE INDEX deposits_by_account ON deposits (account, state)"),
        QStringLiteral("ALTER TABLE deposits ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0"),
    };
    return steps;
}

} // namespace

Database::Database(const LocalPath &file)
    : m_file(file)
    , m_name(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Error Database::errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff; // without SQLite's extension bits
    const QString detail = QStringLiteral("SQLite %1: %2").arg(error.nativeErrorCode(), error.databaseText());
    const QString place = displayText(m_file);
    m_damaged = m_damaged || code == sqliteCorrupt || code == sqliteNotADatabase;
    if (m_damaged)
        return {ErrorKind::BadFormat, JournalText::tr("The journal %1 is damaged.").arg(place), detail};
    if (code == sqliteFull)
        return {ErrorKind::NoSpace,
                JournalText::tr("The disk is full, so the journal %1 could not be written. Make room, then try again.")
                    .arg(place),
                detail};
    if (code == sqliteReadOnly)
        return {ErrorKind::NotWritable, JournalText::tr("The journal %1 may not be written.").arg(place), detail};
    if (code == sqliteCannotOpen)
        return {ErrorKind::NotReadable, JournalText::tr("The journal %1 cannot be opened.").arg(place), detail};
    return {ErrorKind::NotWritable, JournalText::tr("The journal %1 could not be used just now.").arg(place), detail};
}

Result<void> Database::open()
{
    m_database.setDatabaseName(displayText(m_file));
    // The window and the command line may hold the file at the same time: wait rather than fail.
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!m_database.open())
        return tl::make_unexpected(errorOf(m_database.lastError()));
    // A rollback journal: Debian 12's SQLite 3.40.1 has the WAL-reset bug (reliability.md).
    for (const QString &pragma :
         {QStringLiteral("PRAGMA journal_mode = TRUNCATE"), QStringLiteral("PRAGMA synchronous = FULL")}) {
        if (const auto set = run(pragma); !set)
            return tl::make_unexpected(set.error());
    }
    return {};
}

Result<QSqlQuery> Database::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    good = good && query.exec();
    if (!good)
        return tl::make_unexpected(errorOf(query.lastError()));
    return query;
}

Result<void> Database::migrate()
{
    const auto readVersion = [this]() -> Result<int> {
        Result<QSqlQuery> query = run(QStringLiteral("PRAGMA user_version"));
        if (!query)
            return tl::make_unexpected(query.error());
        return query->next() ? query->value(0).toInt() : 0;
    };
    const int newest = static_cast<int>(migrations().size());
    const Result<int> found = readVersion();
    if (!found)
        return tl::make_unexpected(found.error());
    if (*found == newest)
        return {};
    if (*found > newest)
        return fail(ErrorKind::BadFormat,
                    JournalText::tr("The journal %1 was written by a newer Navette. Update Navette on this computer to "
                                    "use it; nothing in it was changed.")
                        .arg(displayText(m_file)),
                    QStringLiteral("user_version %1, known %2").arg(*found).arg(newest));
    return transaction([&]() -> Result<void> {
        // Asked again inside: another process may have just done it.
        const Result<int> version = readVersion();
        if (!version)
            return tl::make_unexpected(version.error());
        for (int step = *version; step < newest; ++step) {
            if (const auto done = run(migrations().at(step)); !done)
                return tl::make_unexpected(done.error());
        }
        // A pragma takes no bound value; the number is ours.
        if (const auto done = run(QStringLiteral("PRAGMA user_version = %1").arg(newest)); !done)
            return tl::make_unexpected(done.error());
        return {};
    });
}

} // namespace navette
