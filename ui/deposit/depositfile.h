// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deposit/depositplan.h"
#include "journal/journal.h"
#include "pipeline/preparedeposit.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace navette::ui
{

/// For which flow of which account a file is looked at.
struct DepositContext {
    Flow flow; ///< as in the catalogue
    FlowSettings settings;
    std::shared_ptr<Journal> journal; ///< may be null: then nobody knows what was sent before
    QString accountId;
    std::shared_ptr<const KnownProfiles> knownProfiles; ///< null: rows of any profile pass
};

/// A file as read and checked, with what the table needs.
struct CheckedFile {
    PreparedFile prepared;
    std::shared_ptr<const csv::RecordIndex> index; ///< null where the content is no CSV
};

/// The bytes that would be sent, written and checked again.
struct CheckedCopy {
    PreparedParts deposit;              ///< one part, unless the file is split
    QStringList refusals;               ///< what the platform would still refuse in the copy; normally none
    std::vector<DepositRecord> twins;   ///< the same bytes were sent before; of a split file, one for each such part
    std::optional<DepositRecord> older; ///< the last deposit of that list
    [[nodiscard]] bool isSplit() const { return deposit.parts.size() > 1; }
};

/// One file on the deposit page: its way from the disk to a copy that is ready to be sent, and the person's choices.
/// Everything slow runs in worker threads; answers to older questions are dropped.
class DepositFile final : public QObject
{
    Q_OBJECT
public:
    enum class State { Checking, Stopped, Unreadable, Checked, Sent };
    enum class CopyState { None, Writing, Ready, Failed };

    DepositFile(LocalPath path, QString name, QObject *parent);
    ~DepositFile() override;

    [[nodiscard]] const LocalPath &path() const { return m_path; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// 0.0 … 1.0 of the check; less than 0 while unknown.
    [[nodiscard]] double progress() const;

    /// Reads and checks the file (again); the ticks of an earlier check are kept where they still apply.
    void check(const DepositContext &context, const csv::DialectHints &hints);
    void stop();
    [[nodiscard]] const csv::DialectHints &hints() const { return m_hints; }
    /// The first rows, while a large file is being checked; nothing before, after, and of others.
    [[nodiscard]] const std::optional<csv::IndexedFile> &head() const { return m_head; }
    /// Null until checked.
    [[nodiscard]] const PreparedFile *prepared() const { return m_checked ? &m_checked->prepared : nullptr; }
    [[nodiscard]] std::shared_ptr<const csv::RecordIndex> index() const
    {
        return m_checked ? m_checked->index : nullptr;
    }
    [[nodiscard]] const Flow &configuredFlow() const { return m_configuredFlow; }

    /// Whether the recommended repairs are ticked when the file has been checked; true at first.
    void setRepairsOn(bool on) { m_repairsOn = on; }
    /// Those of the check, and what only a written copy showed to be needed; less what the import mode does not suffer.
    [[nodiscard]] std::vector<ProposedRepair> proposedRepairs() const;
    [[nodiscard]] const std::set<RepairKind> &repairs() const { return m_repairs; }
    void setRepair(RepairKind kind, bool on);
    void tickRecommended();
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    void undo();
    void redo();

    [[nodiscard]] QString listName() const;
    void setListName(const QString &name);
    [[nodiscard]] std::optional<ImportMode> mode() const { return m_mode; }
    void setMode(std::optional<ImportMode> mode);
    /// The name on the platform.
    [[nodiscard]] Result<QString> remoteName() const;

    [[nodiscard]] const DepositPlan &plan() const { return m_plan; }
    [[nodiscard]] CopyState copyState() const { return m_copyState; }
    /// Null until written and checked.
    [[nodiscard]] const CheckedCopy *copy() const { return m_copy ? &*m_copy : nullptr; }
    void markSent();

Q_SIGNALS:
    void stateChanged();
    void headRead();
    void progressed();
    void planChanged(); ///< other ticks, other numbers, or the copy is ready

private:
    struct Progress {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    void setState(State state);
    void takeChecked(Result<std::shared_ptr<CheckedFile>> result);
    void takeCopy(Result<std::shared_ptr<CheckedCopy>> result);
    void setRepairs(std::set<RepairKind> repairs);
    [[nodiscard]] std::vector<ProposedRepair> allProposals() const;
    [[nodiscard]] bool isWithheld(RepairKind kind) const;
    [[nodiscard]] DepositChoices choices() const;
    void replan();
    void plan(const RepairOutcome *outcome);
    void takeTooLarge(const Error &error);
    void writeCopy();
    void dropCopy();

    LocalPath m_path;
    QString m_name;
    State m_state = State::Checking;
    std::optional<Error> m_error;
    DepositContext m_context;
    csv::DialectHints m_hints;
    Flow m_configuredFlow;
    std::optional<csv::IndexedFile> m_head;
    std::shared_ptr<const CheckedFile> m_checked;
    bool m_repairsOn = true;

    std::set<RepairKind> m_proposed; ///< by the last check
    std::set<RepairKind> m_repairs;
    std::set<RepairKind> m_sizeRepairs; ///< that a written copy showed to be needed
    std::vector<std::set<RepairKind>> m_undo;
    std::vector<std::set<RepairKind>> m_redo;
    QString m_listName;
    std::optional<ImportMode> m_mode;
    DepositPlan m_plan;

    CopyState m_copyState = CopyState::None;
    std::optional<CheckedCopy> m_copy;
    QTimer m_copyTimer;
    QTimer m_progressTimer;
    std::shared_ptr<Progress> m_progress;
    CancelSource m_checkCancel;
    CancelSource m_copyCancel;
    int m_checkJob = 0;
    int m_copyJob = 0;
};

} // namespace navette::ui
