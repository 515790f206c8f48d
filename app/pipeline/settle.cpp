// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/board.h"
#include "pipeline/deposit.h"

#include <algorithm>

namespace navette
{
namespace
{

struct DepositText {
    Q_DECLARE_TR_FUNCTIONS(DepositText)
};

// Between being written down and being claimed a new record is nobody's.
constexpr qint64 unclaimedSecs = 60;
// Left-behind files of more deposits that have ended than this are not looked through.
constexpr int lookedThrough = 2000;

class Settler
{
public:
    Settler(RemoteFileSystem &remote, const Account &account, const std::vector<Flow> &flows, Journal &journal,
            const JobControl &job)
        : m_remote(remote), m_account(account), m_flows(flows), m_journal(journal), m_job(job)
    {
    }

    Result<std::vector<DepositRecord>> run()
    {
        // Read before the platform is: what it shows says nothing of a deposit that went on meanwhile.
        const Result<std::vector<DepositRecord>> records = m_journal.followed(m_account.id, lookedThrough);
        if (!records)
            return tl::make_unexpected(records.error());
        Result<BoardSnapshot> board = takeSnapshot(m_remote, m_account, m_flows, &m_journal, m_job);
        if (!board)
            return tl::make_unexpected(board.error());
        m_board = std::move(*board);
        Result<std::vector<DepositRecord>> moved = followDeposits(m_account, m_board, m_journal);
        if (!moved)
            return moved;
        m_settled = std::move(*moved);
        for (const DepositRecord &record : *records) {
            const bool ours = std::any_of(m_flows.begin(), m_flows.end(),
                                          [&record](const Flow &flow) { return flow.id == record.flow; });
            if (!ours || !(isInterrupted(record) || hasLeftover(record)))
                continue;
            const auto claim = m_journal.claimUnchanged(record);
            if (!claim)
                continue; // a living process is at it, or was until now
            if (const Result<void> settled = settle(record); !settled)
                return tl::make_unexpected(settled.error());
        }
        return std::move(m_settled);
    }

private:
    static bool isInterrupted(const DepositRecord &record)
    {
        return record.state == DepositState::Sending ||
               (record.state == DepositState::Ready &&
                record.createdAt.secsTo(QDateTime::currentDateTimeUtc()) > unclaimedSecs);
    }

    RemotePath temporaryOf(const DepositRecord &record) const
    {
        return RemotePath::fromText(record.remoteDirectory).child(record.temporaryName);
    }

    bool hasLeftover(const DepositRecord &record) const
    {
        return !record.temporaryName.isEmpty() && std::find(m_board.temporaries.begin(), m_board.temporaries.end(),
                                                            temporaryOf(record)) != m_board.temporaries.end();
    }

    Result<void> settle(DepositRecord record)
    {
        if (hasLeftover(record)) {
            if (const Result<void> removed = await(m_remote.removeFile(temporaryOf(record)), m_job); !removed)
                return {}; // the next time
            record.temporaryName.clear();
            if (!isFinal(record.state))
                end(record, DepositState::Failed,
                    DepositText::tr("It was interrupted before the file was whole; nothing was deposited."));
            return save(record);
        }
        const bool onBoard = std::any_of(m_board.cards.begin(), m_board.cards.end(), [&record](const Card &card) {
            return card.deposit && card.deposit->id == record.id;
        });
        if (onBoard)
            // The only column that followDeposits() leaves alone.
            end(record, DepositState::Failed,
                DepositText::tr("The file is there but was not confirmed, so the platform will not take it."));
        else if (!m_board.complete)
            return {}; // never judged from an incomplete listing
        else if (record.depositedAt.isValid())
            end(record, DepositState::OutcomeUnknown,
                DepositText::tr("It was interrupted at the moment of the deposit, and the platform shows the file "
                                "nowhere by now."));
        else
            end(record, DepositState::Failed,
                DepositText::tr("It was interrupted before the file was sent; nothing was deposited."));
        return save(record);
    }

    static void end(DepositRecord &record, DepositState state, const QString &message)
    {
        record.state = state;
        record.message = message;
        if (state == DepositState::Failed)
            record.temporaryName.clear();
        record.endedAt = QDateTime::currentDateTimeUtc();
    }

    Result<void> save(const DepositRecord &record)
    {
        m_settled.push_back(record);
        return m_journal.update(record);
    }

    RemoteFileSystem &m_remote;
    const Account &m_account;
    const std::vector<Flow> &m_flows;
    Journal &m_journal;
    const JobControl &m_job;
    BoardSnapshot m_board;
    std::vector<DepositRecord> m_settled;
};

} // namespace

Result<std::vector<DepositRecord>> settleInterrupted(RemoteFileSystem &remote, const Account &account,
                                                     const std::vector<Flow> &flows, Journal &journal,
                                                     const JobControl &job)
{
    return Settler(remote, account, flows, journal, job).run();
}

} // namespace navette
