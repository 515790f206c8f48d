// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/earlierdeposit.h"

#include "pipeline/board.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <utility>

namespace navette
{
namespace
{

struct DepositText {
    Q_DECLARE_TR_FUNCTIONS(DepositText)
};

class EarlierDeposit
{
public:
    EarlierDeposit(RemoteFileSystem &remote, const Account &account, const DepositOrder &order, QString sha256,
                   qint64 lastTry, Journal &journal, const JobControl &job)
        : m_remote(remote)
        , m_account(account)
        , m_order(order)
        , m_sha256(std::move(sha256))
        , m_lastTry(lastTry)
        , m_journal(journal)
        , m_job(job)
    {
    }

    Result<std::optional<DepositRecord>> run()
    {
        const Result<std::vector<DepositRecord>> earlier = earlierTries();
        if (!earlier)
            return tl::make_unexpected(earlier.error());
        for (const DepositRecord &record : *earlier) {
            Result<DepositRecord> settled = settle(record);
            if (!settled)
                return tl::make_unexpected(settled.error());
            const Arrival arrival = arrivalOf(*settled);
            if (arrival == Arrival::NotThere)
                continue;
            if (arrival == Arrival::NotJudged)
                return fail(ErrorKind::AlreadyExists,
                            DepositText::tr("Whether the platform has the earlier attempt of %1 cannot be told just "
                                            "now, so nothing was sent. Try again a little later; where that does not "
                                            "help, look at the list on the platform and choose another name.")
                                .arg(m_order.remoteName));
            // From here on the person knows, and who orders the same anew wants it so.
            if (std::exchange(settled->doubtful, false)) {
                if (const Result<void> told = m_journal.update(*settled); !told)
                    return tl::make_unexpected(told.error());
            }
            if (arrival == Arrival::Unknown)
                return fail(ErrorKind::AlreadyExists,
                            DepositText::tr("Whether the platform took the earlier attempt of %1 cannot be told. Look "
                                            "at the list on the platform; if the contacts are missing there, deposit "
                                            "the file anew.")
                                .arg(m_order.remoteName));
            return std::optional<DepositRecord>(*settled);
        }
        return std::optional<DepositRecord>();
    }

private:
    // This order's own, whatever became of it; and, as a crash takes the order's memory, those that look the same.
    Result<std::vector<DepositRecord>> earlierTries() const
    {
        DepositRecord like;
        like.account = m_account.id;
        like.flow = m_order.flow.id;
        like.remoteName = m_order.remoteName;
        like.sha256 = m_sha256;
        Result<std::vector<DepositRecord>> earlier = m_journal.inDoubt(like);
        if (!earlier || m_lastTry == 0)
            return earlier;
        const Result<std::optional<DepositRecord>> last = m_journal.deposit(m_lastTry);
        if (!last)
            return tl::make_unexpected(last.error());
        const auto isLast = [this](const DepositRecord &record) { return record.id == m_lastTry; };
        if (*last && (*last)->depositedAt.isValid() && std::none_of(earlier->begin(), earlier->end(), isLast))
            earlier->push_back(**last);
        return earlier;
    }

    // Somebody else may be at it just now: its living sender, or the board, which looks as soon as the line is back.
    Result<DepositRecord> settle(DepositRecord record)
    {
        for (int i = 0; i < looks && record.state == DepositState::Sending; ++i) {
            if (i > 0)
                QThread::msleep(pauseBetweenLooksMs);
            const auto settled = settleInterrupted(m_remote, m_account, {m_order.flow}, m_journal, m_job);
            if (!settled)
                return tl::make_unexpected(settled.error());
            const Result<std::optional<DepositRecord>> now = m_journal.deposit(record.id);
            if (!now)
                return tl::make_unexpected(now.error());
            record = now->value_or(record);
        }
        return record;
    }

    enum class Arrival { NotThere, There, Unknown, NotJudged };
    static Arrival arrivalOf(const DepositRecord &record)
    {
        switch (record.state) {
        case DepositState::Failed:
        case DepositState::Cancelled:
            return Arrival::NotThere;
        case DepositState::Ready:
        case DepositState::Sending:
            return Arrival::NotJudged;
        case DepositState::OutcomeUnknown:
            // What was seen on the platform and is gone by now bears no reason.
            return record.message.isEmpty() ? Arrival::There : Arrival::Unknown;
        case DepositState::Waiting:
        case DepositState::Processing:
        case DepositState::Accepted:
        case DepositState::Refused:
        case DepositState::Expired:
            return Arrival::There;
        }
        return Arrival::NotJudged;
    }

    RemoteFileSystem &m_remote;
    const Account &m_account;
    const DepositOrder &m_order;
    QString m_sha256;
    qint64 m_lastTry;
    Journal &m_journal;
    const JobControl &m_job;
};

} // namespace

Result<std::optional<DepositRecord>> settleEarlierDeposit(RemoteFileSystem &remote, const Account &account,
                                                          const DepositOrder &order, const QString &sha256,
                                                          qint64 lastTry, Journal &journal, const JobControl &job)
{
    return EarlierDeposit(remote, account, order, sha256, lastTry, journal, job).run();
}

} // namespace navette
