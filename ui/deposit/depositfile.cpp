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

QString tooLargeText(RepairKind remedy)
{
    const QString title = proposalForSize(remedy).title;
    return remedy == RepairKind::Split
               ? DepositFile::tr("Even as a zip the copy is larger than the platform takes. Tick “%1”.").arg(title)
               : DepositFile::tr("The copy is larger than the platform takes. Tick “%1”.").arg(title);
}

QString withheldText()
{
    return DepositFile::tr("The copy is larger than the platform takes, and synchronising takes one file: of several, "
                           "each would leave in the list only its own contacts. Choose another mode, or deposit fewer "
                           "contacts.");
}

void setModeOf(CheckedCopy &copy, std::optional<ImportMode> mode)
{
    for (PreparedDeposit &part : copy.deposit.parts)
        part.order.mode = mode;
}

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
    m_sizeRepairs.clear();
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
    const std::vector<ProposedRepair> proposals = allProposals();
    const bool proposesSplit =
        std::ranges::find(proposals, RepairKind::Split, &ProposedRepair::kind) != proposals.end();
    const bool mayChangeCopy = maySplit(m_mode) != maySplit(mode) && proposesSplit;
    m_mode = mode;
    if (m_copy && !mayChangeCopy)
        setModeOf(*m_copy, mode);
    else
        replan();
    Q_EMIT planChanged();
}

Result<QString> DepositFile::remoteName() const
{
    if (m_copy && !m_copy->isSplit())
        return m_copy->deposit.parts.front().order.remoteName;
    if (!m_checked)
        return m_name;
    return plannedRemoteName(m_checked->prepared, choices(), QDateTime::currentDateTime());
}

void DepositFile::replan()
{
    dropCopy();
    if (!m_checked || !m_checked->prepared.file)
        return;
    plan(nullptr);
    if (!m_plan.obstacle.isEmpty() || listName().trimmed().isEmpty())
        return;
    m_copyState = CopyState::Writing;
    m_copyTimer.start();
}

std::vector<ProposedRepair> DepositFile::allProposals() const
{
    if (!m_checked)
        return {};
    std::vector<ProposedRepair> all = m_checked->prepared.repairs;
    for (const RepairKind kind : m_sizeRepairs) {
        if (std::ranges::find(all, kind, &ProposedRepair::kind) == all.end())
            all.push_back(proposalForSize(kind));
    }
    return all;
}

bool DepositFile::isWithheld(RepairKind kind) const
{
    return kind == RepairKind::Split && !maySplit(m_mode);
}

std::vector<ProposedRepair> DepositFile::proposedRepairs() const
{
    std::vector<ProposedRepair> proposals = allProposals();
    std::erase_if(proposals, [this](const ProposedRepair &repair) { return isWithheld(repair.kind); });
    return proposals;
}

DepositChoices DepositFile::choices() const
{
    DepositChoices choices{m_repairs, listName(), {}, m_mode};
    std::erase_if(choices.repairs, [this](RepairKind kind) { return isWithheld(kind); });
    return choices;
}

void DepositFile::plan(const RepairOutcome *outcome)
{
    m_plan = planDeposit(m_checked->prepared.report, proposedRepairs(), choices().repairs, outcome);
    // A zip that is too large as it is: known without writing a copy.
    if (m_plan.standsTooLarge && proposedRepairs().size() != allProposals().size())
        m_plan.obstacle = withheldText();
}

/// What to do about a copy that the platform would not take for its size is known only now.
void DepositFile::takeTooLarge(const Error &error)
{
    m_plan.obstacle = error.message;
    const DepositChoices made = choices();
    if (error.kind != ErrorKind::Limit || made.repairs.contains(RepairKind::Split))
        return;
    const bool zips = m_context.flow.allowsZip && !endsZipped(m_checked->prepared, made);
    const RepairKind kind = zips ? RepairKind::Zip : RepairKind::Split;
    m_sizeRepairs.insert(kind);
    if (isWithheld(kind))
        m_plan.obstacle = withheldText();
    else
        m_plan.obstacle = tooLargeText(kind);
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
    const int number = m_copyJob;
    auto work = [checked = m_checked, context = m_context, choices = choices(), job] {
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
        takeTooLarge(result.error());
        Q_EMIT planChanged();
        return;
    }
    m_copy = std::move(**result);
    setModeOf(*m_copy, m_mode);
    m_copyState = CopyState::Ready;
    plan(&m_copy->deposit.whole);
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
