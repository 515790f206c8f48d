// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositfile.h"

#include "deposit/depositjobs.h"
#include "flows/flowcatalog.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace navette::ui
{

namespace
{

/// Ticks and typing come in bursts; the copy is written when they pause.
constexpr int copyDelayMs = 250;
constexpr int progressIntervalMs = 60;

} // namespace

DepositFile::DepositFile(LocalPath path, QString name, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_name(std::move(name))
{
    m_copyTimer.setSingleShot(true);
    m_copyTimer.setInterval(copyDelayMs);
    connect(&m_copyTimer, &QTimer::timeout, this, &DepositFile::writeCopy);
    m_progressTimer.setInterval(progressIntervalMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &DepositFile::progressed);
}

DepositFile::~DepositFile()
{
    m_checkCancel.cancel();
    m_copyCancel.cancel();
}

void DepositFile::setState(State state)
{
    m_state = state;
    if (state != State::Checking)
        m_head.reset();
    if (state == State::Checking)
        m_progressTimer.start();
    else
        m_progressTimer.stop();
    Q_EMIT stateChanged();
}

double DepositFile::progress() const
{
    if (!m_progress || m_progress->total <= 0)
        return -1;
    return std::clamp(double(m_progress->done) / double(m_progress->total), 0.0, 1.0);
}

void DepositFile::check(const DepositContext &context, const csv::DialectHints &hints)
{
    m_checkCancel.cancel();
    m_checkCancel = CancelSource();
    dropCopy();
    m_context = context;
    m_configuredFlow = configured(context.flow, context.settings);
    m_hints = hints;
    m_error.reset();
    m_head.reset();
    m_checked.reset();
    m_progress = std::make_shared<Progress>();
    setState(State::Checking);

    JobControl job;
    job.cancel = m_checkCancel.token();
    job.progress = [progress = m_progress](qint64 done, qint64 total) {
        progress->done = done;
        progress->total = total;
    };
    const int number = ++m_checkJob;
    auto readFirstRows = [path = m_path, hints] { return readHead(path, hints); };
    whenFinished(QtConcurrent::run(std::move(readFirstRows)), this, [this, number](const auto &head) {
        // What is wrong with the file, the check will tell.
        if (number != m_checkJob || m_state != State::Checking || !head || !*head)
            return;
        m_head = *head;
        Q_EMIT headRead();
    });
    auto work = [path = m_path, context, hints, job] { return readAndCheck(path, context, hints, job); };
    whenFinished(QtConcurrent::run(std::move(work)), this, [this, number](auto result) {
        if (number == m_checkJob)
            takeChecked(std::move(result));
    });
}

void DepositFile::stop()
{
    if (m_state != State::Checking)
        return;
    m_checkCancel.cancel();
    ++m_checkJob;
    setState(State::Stopped);
}

void DepositFile::takeChecked(Result<std::shared_ptr<CheckedFile>> result)
{
    if (!result) {
        m_error = result.error();
        setState(result.error().kind == ErrorKind::Cancelled ? State::Stopped : State::Unreadable);
        return;
    }
    m_checked = std::move(*result);
    const PreparedFile &file = m_checked->prepared;
    if (!file.file) {
        const Finding *reason = file.report.findings.empty() ? nullptr : &file.report.findings.front();
        m_error = reason == nullptr ? Error{} : Error{ErrorKind::BadFormat, reason->headline, {}};
        if (reason != nullptr && !reason->places.empty() && !reason->places.front().message.isEmpty())
            m_error->message = reason->places.front().message;
        setState(State::Unreadable);
        return;
    }
    std::set<RepairKind> ticks = m_repairsOn ? file.recommendedRepairs() : std::set<RepairKind>{};
    std::set<RepairKind> proposed;
    for (const ProposedRepair &repair : file.repairs) {
        proposed.insert(repair.kind);
        if (!m_proposed.contains(repair.kind))
            continue;
        // The person has seen this one before: their choice holds.
        if (m_repairs.contains(repair.kind))
            ticks.insert(repair.kind);
        else
            ticks.erase(repair.kind);
    }
    m_proposed = std::move(proposed);
    m_repairs = std::move(ticks);
    m_undo.clear();
    m_redo.clear();
    replan();
    setState(State::Checked);
    Q_EMIT planChanged();
}

void DepositFile::setRepair(RepairKind kind, bool on)
{
    std::set<RepairKind> repairs = m_repairs;
    if (on)
        repairs.insert(kind);
    else
        repairs.erase(kind);
    // Of contacts that stand twice either the first or the last row stays: ticking one choice takes the other back.
    if (on && kind == RepairKind::KeepFirst)
        repairs.erase(RepairKind::DropDuplicates);
    else if (on && kind == RepairKind::DropDuplicates)
        repairs.erase(RepairKind::KeepFirst);
    if (repairs == m_repairs)
        return;
    m_undo.push_back(m_repairs);
    m_redo.clear();
    setRepairs(std::move(repairs));
}

void DepositFile::tickRecommended()
{
    if (!m_checked)
        return;
    m_repairsOn = true;
    m_undo.push_back(m_repairs);
    m_redo.clear();
    setRepairs(m_checked->prepared.recommendedRepairs());
}

void DepositFile::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(m_repairs);
    std::set<RepairKind> repairs = std::move(m_undo.back());
    m_undo.pop_back();
    setRepairs(std::move(repairs));
}

void DepositFile::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(m_repairs);
    std::set<RepairKind> repairs = std::move(m_redo.back());
    m_redo.pop_back();
    setRepairs(std::move(repairs));
}

void DepositFile::setRepairs(std::set<RepairKind> repairs)
{
    m_repairs = std::move(repairs);
    replan();
    Q_EMIT planChanged();
}

QString DepositFile::listName() const
{
    if (!m_listName.isNull())
        return m_listName;
    return m_checked ? m_checked->prepared.listName : QString();
}

void DepositFile::setListName(const QString &name)
{
    // Empty, but not null: the person emptied the field.
    m_listName = name.isNull() ? QLatin1StringView("") : name;
    replan();
    Q_EMIT planChanged();
}

void DepositFile::setMode(std::optional<ImportMode> mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    if (m_copy)
        m_copy->deposit.order.mode = mode;
    else
        replan();
    Q_EMIT planChanged();
}

Result<QString> DepositFile::remoteName() const
{
    if (m_copy)
        return m_copy->deposit.order.remoteName;
    if (!m_checked)
        return m_name;
    return plannedRemoteName(m_checked->prepared, {m_repairs, listName(), {}, m_mode}, QDateTime::currentDateTime());
}

void DepositFile::replan()
{
    dropCopy();
    if (!m_checked || !m_checked->prepared.file)
        return;
    m_plan = planDeposit(m_checked->prepared.report, m_checked->prepared.repairs, m_repairs);
    if (!m_plan.obstacle.isEmpty() || listName().trimmed().isEmpty())
        return;
    m_copyState = CopyState::Writing;
    m_copyTimer.start();
}

void DepositFile::dropCopy()
{
    m_copyTimer.stop();
    m_copyCancel.cancel();
    m_copyCancel = CancelSource();
    ++m_copyJob;
    m_copy.reset();
    m_copyState = CopyState::None;
}

void DepositFile::writeCopy()
{
    JobControl job;
    job.cancel = m_copyCancel.token();
    const DepositChoices choices{m_repairs, listName(), {}, m_mode};
    const int number = m_copyJob;
    auto work = [checked = m_checked, context = m_context, choices, job] {
        return writeAndCheck(checked->prepared, choices, context, job);
    };
    whenFinished(QtConcurrent::run(std::move(work)), this, [this, number](auto result) {
        if (number == m_copyJob)
            takeCopy(std::move(result));
    });
}

void DepositFile::takeCopy(Result<std::shared_ptr<CheckedCopy>> result)
{
    if (!result) {
        m_copyState = CopyState::Failed;
        m_plan.obstacle = result.error().message;
        Q_EMIT planChanged();
        return;
    }
    m_copy = std::move(**result);
    m_copy->deposit.order.mode = m_mode;
    m_copyState = CopyState::Ready;
    m_plan = planDeposit(m_checked->prepared.report, m_checked->prepared.repairs, m_repairs, &m_copy->deposit.outcome);
    // The last word has a check of the very bytes that would be sent.
    if (m_plan.obstacle.isEmpty() && !m_copy->refusals.isEmpty())
        m_plan.obstacle = tr("The platform would still refuse the file: %1").arg(m_copy->refusals.front());
    Q_EMIT planChanged();
}

void DepositFile::markSent()
{
    m_copyCancel.cancel();
    setState(State::Sent);
}

} // namespace navette::ui
