// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace navette
{

/// The one vocabulary of states (product.md, Words).
enum class DepositState {
    Ready,
    Sending,
    Waiting,
    Processing,
    Accepted,
    Refused,
    OutcomeUnknown,
    Expired,
    Cancelled,
    Failed
};
/// Untranslated, for the database and JSON: "ready", "sending", "waiting" …
[[nodiscard]] QString key(DepositState state);
[[nodiscard]] std::optional<DepositState> depositStateFromKey(const QString &text);
/// Translated: "Accepted".
[[nodiscard]] QString label(DepositState state);
[[nodiscard]] bool isFinal(DepositState state);

/// One deposit that this desk made or tried.
struct DepositRecord {
    qint64 id = 0;           ///< given by the journal
    QString account;         ///< Account::id
    QString flow;            ///< Flow::id
    QString sourceFile;      ///< local name, without its folder
    QString remoteDirectory; ///< "contacts/import/in"
    QString remoteName;      ///< final name there
    QString temporaryName;   ///< while Sending
    QString platformName;    ///< with timestamp prefix, once seen
    QString mode;            ///< "new", "add", "sync" or empty
    QString sentBy;          ///< the system's user name
    qint64 contacts = -1;
    qint64 bytes = -1;
    QString sha256; ///< hex
    DepositState state = DepositState::Ready;
    QString message;       ///< last error, translated
    QDateTime createdAt;   ///< UTC
    QDateTime depositedAt; ///< UTC, after the rename
    QDateTime endedAt;     ///< UTC
    /// It was left open whether it arrived, and nobody who orders the same has been told since how it ended.
    bool doubtful = false;
    bool operator==(const DepositRecord &) const = default;
};

/// The journal: a SQLite file (rollback journal, synchronous=FULL). Thread-safe; every call is one transaction.
/// Errors of all: NotWritable, NoSpace, BadFormat (from a newer version), NotReadable.
class Journal
{
public:
    /// Makes the file where it is missing. A damaged one is kept beside it under another name: see notice().
    [[nodiscard]] static Result<std::shared_ptr<Journal>> open(const LocalPath &file);
    /// For who goes on without: the file is opened as by open(), but by the first call that can. Until then every call
    /// says why not.
    [[nodiscard]] static std::shared_ptr<Journal> at(const LocalPath &file);
    /// Opens the file if no call did yet.
    [[nodiscard]] Result<void> prepare() const;
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Translated sentence about a damaged journal that open() put aside; usually empty.
    [[nodiscard]] QString notice() const;

    /// Stores a new record and returns its id.
    [[nodiscard]] Result<qint64> add(const DepositRecord &record);
    /// Overwrites the record of that id.
    [[nodiscard]] Result<void> update(const DepositRecord &record);
    /// Newest first; empty account: all.
    [[nodiscard]] Result<std::vector<DepositRecord>> deposits(const QString &account = {}, int limit = 10'000) const;
    /// Nothing where there is none of that id.
    [[nodiscard]] Result<std::optional<DepositRecord>> deposit(qint64 id) const;
    /// The newest, and those whose state is not final however old they are; newest first.
    [[nodiscard]] Result<std::vector<DepositRecord>> followed(const QString &account, int limit) const;
    /// Those whose state is not final.
    [[nodiscard]] Result<std::vector<DepositRecord>> unfinished(const QString &account = {}) const;
    /// The newest deposit of the same bytes that was not cancelled or failed: "already sent".
    [[nodiscard]] Result<std::optional<DepositRecord>> sameContent(const QString &account, const QString &sha256) const;

    /// Those of the same bytes under the same name of which it is open whether they arrived, or was until a moment ago
    /// without anybody having been told: newest first. By account, flow, remoteName and sha256 of `like`.
    [[nodiscard]] Result<std::vector<DepositRecord>> inDoubt(const DepositRecord &like) const;

    /// Held by whoever works on a deposit. It goes with its holder, also where that one crashes.
    class Claim
    {
    public:
        virtual ~Claim() = default;
    };
    /// Null where a living process, this one included, works on that record just now.
    [[nodiscard]] std::unique_ptr<Claim> claim(qint64 id) const;
    /// The same; null also where the record is no longer what it was when it was read.
    [[nodiscard]] std::unique_ptr<Claim> claimUnchanged(const DepositRecord &read) const;

private:
    struct Data;
    explicit Journal(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace navette
