// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

namespace navette
{

/// One connection to the journal's file, for one call in one thread. Qt binds a connection to the thread that made it,
/// and calls are few, so each opens its own: nothing is left to be closed in a thread that has ended.
class Database
{
public:
    explicit Database(const LocalPath &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Opens with the pragmas of reliability.md: rollback journal, full synchronisation, patience with others.
    [[nodiscard]] Result<void> open();
    /// Brings the schema up to date. Errors: BadFormat where the file is from a newer Navette.
    [[nodiscard]] Result<void> migrate();
    /// Values are always bound, never part of the statement.
    [[nodiscard]] Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    /// `work` inside BEGIN IMMEDIATE … COMMIT; rolled back where it fails.
    template<typename Work>
    [[nodiscard]] Result<void> transaction(Work work)
    {
        if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return tl::make_unexpected(begun.error());
        Result<void> done = work();
        if (done) {
            if (const auto committed = run(QStringLiteral("COMMIT")); !committed)
                done = tl::make_unexpected(committed.error());
        }
        if (!done)
            std::ignore = run(QStringLiteral("ROLLBACK"));
        return done;
    }
    /// True where SQLite itself says that the file is no sound database.
    [[nodiscard]] bool isDamaged() const { return m_damaged; }

private:
    [[nodiscard]] Error errorOf(const QSqlError &error);
    LocalPath m_file;
    QString m_name;
    QSqlDatabase m_database;
    bool m_damaged = false;
};

} // namespace navette
