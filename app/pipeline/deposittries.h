// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "journal/journal.h"

#include <atomic>

namespace navette
{

class RemoteFileSystem;

/// A deposit's entry in the journal, and the right to write to it: for as long as that is held, nobody else settles it.
struct OpenDeposit {
    DepositRecord record;
    std::unique_ptr<Journal::Claim> claim;
};

/// What the tries of one deposit have in common: its entry in the journal, which stays open between two that are made
/// by themselves, and with it the temporary file that the next one goes on with. One try at a time.
class DepositTries final
{
public:
    explicit DepositTries(std::shared_ptr<Journal> journal);
    ~DepositTries(); ///< as after a cancel, without a connection
    DepositTries(const DepositTries &) = delete;
    DepositTries &operator=(const DepositTries &) = delete;

    /// The last try's entry, whatever became of it; 0: there is none yet.
    [[nodiscard]] qint64 record() const { return m_record; }
    void begun(qint64 record) { m_record = record; }
    /// What the try before left open; nothing where this is the first, or that one came to an end.
    [[nodiscard]] std::optional<OpenDeposit> next();
    /// For the next try.
    void leaveOpen(OpenDeposit deposit);
    /// The present one is this.
    [[nodiscard]] int count() const { return m_count; }
    /// A try starts, before anything else.
    void start() { m_placing = false; }
    /// Right before the file may come under its final name.
    void placing() { m_placing = true; }
    /// Whether another try may be made without a person's wish: an error after placing() leaves open whether the file
    /// is there. From any thread.
    [[nodiscard]] bool mayRepeat() const { return !m_placing; }
    /// No other try follows: ends what was left open. What was sent is removed over `remote`; where there is none
    /// (null), `error` is given back with what is left.
    Error giveUp(RemoteFileSystem *remote, Error error, const JobControl &job);

private:
    std::shared_ptr<Journal> m_journal;
    std::optional<OpenDeposit> m_open;
    qint64 m_record = 0;
    int m_count = 1;
    std::atomic<bool> m_placing = false; ///< in the present one
};

/// Ends an entry of which nothing is on the platform under its final name. What `isCleared` denies, the entry keeps and
/// the error tells. `tries`: how many there were.
[[nodiscard]] Error endDeposit(Journal &journal, DepositRecord &record, Error error, bool isCleared, int tries);

} // namespace navette
