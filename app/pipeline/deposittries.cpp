// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/deposittries.h"

#include "sftp/wholeupload.h"

#include <QCoreApplication>

namespace navette
{
namespace
{

struct DepositText {
    Q_DECLARE_TR_FUNCTIONS(DepositText)
};

RemotePath temporaryOf(const DepositRecord &record)
{
    return RemotePath::fromText(record.remoteDirectory).child(record.temporaryName);
}

} // namespace

Error endDeposit(Journal &journal, DepositRecord &record, Error error, bool isCleared, int tries)
{
    if (isCleared)
        record.temporaryName.clear();
    record.state = error.kind == ErrorKind::Cancelled ? DepositState::Cancelled : DepositState::Failed;
    record.message = error.message;
    if (tries > 1)
        record.message += u' ' + DepositText::tr("It was tried %1 times.").arg(tries);
    record.endedAt = QDateTime::currentDateTimeUtc();
    if (const Result<void> saved = journal.update(record); !saved)
        error.detail += u' ' + saved.error().message;
    if (!record.temporaryName.isEmpty())
        error.message +=
            u' ' + DepositText::tr("A temporary file, %1, may still be on the platform; Navette removes it "
                                   "when it looks at the platform next.")
                       .arg(temporaryOf(record).displayText());
    return error;
}

DepositTries::DepositTries(std::shared_ptr<Journal> journal) : m_journal(std::move(journal)) {}

DepositTries::~DepositTries()
{
    giveUp(nullptr, cancelledError(), {});
}

std::optional<OpenDeposit> DepositTries::next()
{
    m_count = m_open ? m_count + 1 : 1;
    return std::exchange(m_open, {});
}

void DepositTries::leaveOpen(OpenDeposit deposit)
{
    m_open = std::move(deposit);
}

Error DepositTries::giveUp(RemoteFileSystem *remote, Error error, const JobControl &job)
{
    std::optional<OpenDeposit> open = std::exchange(m_open, {});
    if (!open)
        return error;
    DepositRecord &record = open->record;
    const bool isCleared =
        record.temporaryName.isEmpty() ||
        (remote != nullptr && clearLeftover(*remote, temporaryOf(record), job) != Leftover::MayLieThere);
    return endDeposit(*m_journal, record, std::move(error), isCleared, m_count);
}

} // namespace navette
