// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What DepositPage says at the right.
#include "deposit/depositpage.h"
#include "deposit/filelist.h"
#include "deposit/outcomepanel.h"
#include "deposit/profilecheck.h"
#include "flows/filename.h"
#include "pipeline/accountsession.h"
#include "pipeline/profileexports.h"
#include "shell/pageheader.h"
#include "style/text.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

/// "contacts / import / in".
QString directoryText(const RemotePath &path)
{
    const QString text = path.displayText();
    return text.isEmpty() || text == "/"_L1 ? u"/"_s : text.split(u'/', Qt::SkipEmptyParts).join(u" / "_s);
}

constexpr qint64 mebi = 1024 * 1024;

/// The platform counts megabytes of 1024 × 1024 bytes (digitaleo.md, File format): sizes beside its limit do, too.
bool isInMebi(std::optional<qint64> limit)
{
    return limit && *limit % mebi == 0;
}

/// "1.2"
QString mebiText(qint64 bytes)
{
    return bytes > 0 && bytes < mebi / 10 ? DepositPage::tr("less than %1").arg(QLocale().toString(0.1))
                                          : QLocale().toString(double(bytes) / mebi, 'f', 1);
}

/// "1.2 MB", in the unit in which the platform states its limit.
QString sizeBeside(qint64 bytes, std::optional<qint64> limit)
{
    return isInMebi(limit) ? DepositPage::tr("%1 MB").arg(mebiText(bytes)) : sizeText(bytes);
}

/// "1.2 of 20 MB", in that unit.
QString sizeOfLimit(qint64 bytes, qint64 limit)
{
    return isInMebi(limit) ? DepositPage::tr("%1 of %2 MB").arg(mebiText(bytes), numberText(limit / mebi))
                           : DepositPage::tr("%1 of %2").arg(sizeText(bytes), sizeText(limit));
}

QString endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot);
}

/// "vip-1, vip-2, vip-3", or "vip-1, vip-2 … vip-12": the lists named after the parts.
QString listsText(const CheckedCopy &copy, const Flow &flow)
{
    constexpr qsizetype most = 4;
    QStringList lists;
    for (const PreparedDeposit &part : copy.deposit.parts)
        lists.append(listName(flow, part.order.remoteName));
    if (lists.size() <= most)
        return lists.join(u", "_s);
    return u"%1, %2 … %3"_s.arg(lists[0], lists[1], lists.last());
}

int partCount(const CheckedCopy &copy)
{
    return static_cast<int>(copy.deposit.parts.size());
}

/// digitaleo.md, Import modes: a list's name is its file's name. `usual` is what one file would do.
QString splitEffect(const CheckedCopy &copy, const DepositFile &file, const QString &usual)
{
    if (!file.configuredFlow().usesImportMode)
        return usual;
    const QString lists = listsText(copy, file.configuredFlow());
    if (file.mode() == ImportMode::AddToList)
        return DepositPage::tr(
                   "A list is named like its file, so the contacts are added to %n list(s) and not to “%1”: "
                   "%2. A list that is not there yet is made.",
                   nullptr, partCount(copy))
            .arg(file.listName(), lists);
    return DepositPage::tr("Each file makes a list of its own, so there will be %n list(s) instead of one: %1.",
                           nullptr, partCount(copy))
        .arg(lists);
}

/// Names, sizes and contacts of the files.
QString partsText(const CheckedCopy &copy)
{
    constexpr std::size_t most = 8;
    QStringList lines;
    for (const PreparedDeposit &part : copy.deposit.parts) {
        if (lines.size() == most && copy.deposit.parts.size() > most + 1) {
            lines.append(DepositPage::tr("and %n more", nullptr, static_cast<int>(copy.deposit.parts.size() - most)));
            break;
        }
        // On two lines, the second set in: on one, the contacts would break off at the usual sizes.
        lines.append(u"%1\n\u2002%2 · %3"_s.arg(
            breakable(part.order.remoteName), sizeBeside(part.outcome.bytes, part.order.flow.maxBytes),
            DepositPage::tr("%Ln contact(s)", nullptr, asCount(part.outcome.rows))));
    }
    return lines.join(u'\n');
}

void describeParts(OutcomeFacts &facts, const CheckedCopy &copy)
{
    facts.parts = DepositPage::tr("%n file(s), one after another:", nullptr, partCount(copy)) + u'\n' + partsText(copy);
    facts.nameSuffix = u"-1%1 …"_s.arg(facts.nameSuffix);
    facts.lists = listsText(copy, copy.deposit.parts.front().order.flow);
}

/// Under the button, when everything is ready.
void describeCopy(OutcomeFacts &facts, const CheckedCopy &copy)
{
    if (copy.twins.empty()) {
        facts.note = copy.isSplit() ? DepositPage::tr("%n file(s) are sent one after another", nullptr, partCount(copy))
                                    : DepositPage::tr("Same content was never sent before");
        return;
    }
    facts.noteRole = ColorRole::Warn;
    const DepositRecord &twin = copy.twins.front();
    facts.note =
        copy.isSplit()
            ? DepositPage::tr("The same content as in %n of these files was sent before", nullptr,
                              static_cast<int>(copy.twins.size()))
            : DepositPage::tr("The same content was sent %1 as %2").arg(whenText(twin.createdAt), twin.remoteName);
}

} // namespace

void DepositPage::showHeader()
{
    const Flow *chosen = flow();
    const QString title = chosen == nullptr ? QString() : flowTitle(*chosen);
    if (showsRefused())
        m_header->setTitle(tr("Refused: %1").arg(m_refusedCard->listName));
    else if (m_session == nullptr)
        m_header->setTitle(tr("Check a file"));
    else
        m_header->setTitle(tr("Deposit · %1").arg(title));

    const QString account = m_session != nullptr ? m_session->account().name : tr("No account yet");
    const auto count = static_cast<int>(m_files->files().size());
    if (showsRefused()) {
        m_header->setSubtitle(
            u"%1 · %2 · %3"_s.arg(account, title, tr("deposited %1").arg(whenText(m_refusedCard->depositedAt))));
    } else {
        m_header->setSubtitle(
            u"%1 · %2 · %3"_s.arg(account, tr("%n file(s)", nullptr, count), tr("nothing is sent until you say so")));
    }
    m_header->setAccessibleName(title);
}

QString DepositPage::effectText() const
{
    const Flow *chosen = flow();
    if (chosen == nullptr || m_file == nullptr || m_file->prepared() == nullptr)
        return {};
    const Deed deed = deedOf(*chosen, m_file->mode());
    QString text = chosen->usesImportMode ? (m_file->mode() ? consequence(*m_file->mode()) : QString())
                                          : deedConsequence(deed, *chosen);
    if (deed == Deed::UpdateDevices) {
        if (const Finding *empties = m_file->prepared()->report.find(FindingCode::EmptiesValue))
            text += u' ' + tr("%Ln value(s) will be emptied.", nullptr, asCount(empties->count));
    }
    if (deed == Deed::Synchronise)
        return text + u' ' + comparisonText();
    const CheckedCopy *copy = m_file->copy();
    if (copy != nullptr && copy->isSplit())
        return splitEffect(*copy, *m_file, text);
    if (copy != nullptr && copy->older && m_file->mode() != ImportMode::NewList) {
        const DepositRecord &older = *copy->older;
        text += u' ' +
                (older.contacts >= 0
                     ? tr("Last sent %1 with %2 contacts.").arg(whenText(older.createdAt), numberText(older.contacts))
                     : tr("Last sent %1.").arg(whenText(older.createdAt)));
    }
    return text;
}

QString DepositPage::obstacle() const
{
    const Flow *chosen = flow();
    if (m_file == nullptr || chosen == nullptr)
        return tr("Add a file first.");
    switch (m_file->state()) {
    case DepositFile::State::Checking:
        return tr("The file is being checked.");
    case DepositFile::State::Stopped:
        return tr("The file has not been checked to its end.");
    case DepositFile::State::Unreadable:
        return tr("The file can’t be read.");
    case DepositFile::State::Sent:
        return tr("The file is on its way.");
    case DepositFile::State::Checked:
        break;
    }
    if (takesKnownProfiles(*chosen) && m_profiles->isReading())
        return tr("The profiles that the platform knows are being read.");
    if (chosen->needsDeduplication && m_session != nullptr &&
        m_session->account().settings.deduplication == Deduplication::None)
        return tr("This account tells contacts apart by nothing, so the platform could not know whom to delete.");
    if (!m_file->plan().obstacle.isEmpty())
        return m_file->plan().obstacle;
    if (m_file->listName().trimmed().isEmpty())
        return tr("Give the list a name.");
    if (const auto name = m_file->remoteName(); !name)
        return name.error().message;
    if (m_session == nullptr)
        return tr("Add an account to deposit this file. Checking works without one.");
    // What is deposited while the connection is on its way waits for it among the transfers; but hours may go by, so
    // nothing that has to be confirmed does.
    if (m_session->remote() == nullptr &&
        (!m_session->comesBack() || needsConfirmation(deedOf(*chosen, m_file->mode()))))
        return tr("There is no connection to %1 now. The check works without it.").arg(m_session->account().name);
    if (m_session->journalError())
        return tr("Nothing can be deposited now, because Navette writes every deposit down first. %1")
            .arg(breakable(m_session->journalError()->message));
    if (chosen->usesImportMode && !m_file->mode()) {
        const bool conflict = m_session->board().mode && m_session->board().mode->conflict();
        return conflict ? tr("Several import modes are set on the platform. Choose the one that holds.")
                        : tr("Choose the import mode.");
    }
    return {};
}

/// A refused file opened as it is: the first press makes the repairs, the second sends.
bool DepositPage::wantsRepairFirst() const
{
    return showsRefused() && m_file->state() == DepositFile::State::Checked && m_file->repairs().empty() &&
           !m_file->prepared()->recommendedRepairs().empty();
}

void DepositPage::describeName(OutcomeFacts &facts) const
{
    const Flow &chosen = *flow();
    const Account account = m_session != nullptr ? m_session->account() : Account{};
    facts.to = directoryText(account.depositDirectory(chosen));
    const auto name = m_file->remoteName();
    facts.remoteName = name ? *name : QString();
    facts.listName = m_file->listName();
    facts.nameEditable = chosen.namePattern.contains("{list}"_L1);
    facts.nameIsList = chosen.namePattern.startsWith("{list}."_L1);
    facts.nameSuffix = name ? endingOf(*name) : u".csv"_s;
    facts.hasList = chosen.usesImportMode || (facts.nameEditable && !facts.nameIsList);
    facts.hasMode = chosen.usesImportMode && m_session != nullptr;
    facts.mode = m_file->mode();
    facts.effect = effectText();
    if (const CheckedCopy *copy = m_file->copy(); copy != nullptr && copy->isSplit())
        describeParts(facts, *copy);
}

void DepositPage::describeButton(OutcomeFacts &facts) const
{
    const Deed deed = deedOf(*flow(), m_file->mode());
    facts.buttonText = deedText(deed, facts.plan.willBeSent);
    facts.buttonIcon = u"upload"_s;
    facts.buttonKind = needsConfirmation(deed) ? ButtonKind::Danger : ButtonKind::Primary;
    const QString reason = obstacle();
    facts.buttonEnabled = reason.isEmpty();
    if (wantsRepairFirst()) {
        facts.buttonText = tr("Repair and deposit again");
        facts.buttonKind = ButtonKind::Primary;
        facts.buttonEnabled = true;
        facts.note = tr("The repairs are ticked first; nothing is sent yet.");
        return;
    }
    if (!reason.isEmpty()) {
        facts.note = reason;
        const bool bad = m_file->state() == DepositFile::State::Checked && !m_file->plan().obstacle.isEmpty();
        facts.noteRole = bad ? ColorRole::Bad : ColorRole::Muted;
        return;
    }
    if (!m_savedNote.isEmpty()) {
        facts.note = m_savedNote;
    } else if (const CheckedCopy *copy = m_file->copy()) {
        describeCopy(facts, *copy);
    } else {
        facts.note =
            m_depositWhenReady ? tr("The copy is being written, then it is sent…") : tr("The copy is being written…");
    }
}

void DepositPage::showOutcome()
{
    const bool checked = m_file != nullptr && m_file->prepared() != nullptr && m_file->prepared()->file != nullptr;
    m_outcome->setContentVisible(checked && flow() != nullptr);
    if (!checked || flow() == nullptr)
        return;
    const PreparedFile &prepared = *m_file->prepared();
    OutcomeFacts facts;
    facts.plan = m_file->plan();
    describeName(facts);
    const qint64 bytes = m_file->copy() != nullptr ? m_file->copy()->deposit.largestBytes() : prepared.report.fileBytes;
    describeProfiles(facts);
    const auto limit = flow()->maxBytes;
    facts.size = limit ? sizeOfLimit(bytes, *limit) : sizeText(bytes);
    if (const CheckedCopy *copy = m_file->copy(); copy != nullptr && copy->isSplit())
        facts.size = tr("%1 in all, at most %2 each").arg(sizeBeside(copy->deposit.bytes(), limit), facts.size);
    facts.tooLarge = limit && bytes > *limit;
    facts.showRefused = prepared.report.stats.invalidRows > 0;
    describeButton(facts);
    m_outcome->setRepairs(m_file->proposedRepairs(), m_file->repairs());
    m_outcome->setFacts(facts);
}

// Synchronise: what changes in the list -------------------------------------------------------------------------------

const Card *DepositPage::lastAccepted() const
{
    if (m_session == nullptr || m_file == nullptr)
        return nullptr;
    for (const Card *card : m_session->board().of(m_flowId, BoardColumn::Accepted)) {
        if (card->listName == m_file->listName())
            return card;
    }
    return nullptr;
}

void DepositPage::compareLists()
{
    const CheckedCopy *copy = m_file != nullptr ? m_file->copy() : nullptr;
    const Card *accepted = lastAccepted();
    const auto remote = m_session != nullptr ? m_session->remote() : nullptr;
    if (copy == nullptr || accepted == nullptr || remote == nullptr || m_file->mode() != ImportMode::SyncList) {
        m_comparisonCancel.cancel();
        ++m_comparisonJob;
        m_comparing = Comparing::NotNeeded;
        m_comparedCopy.clear();
        return;
    }
    const QByteArray sha256 = copy->deposit.fingerprint();
    if (m_comparing != Comparing::NotNeeded && m_comparedCopy == sha256)
        return;
    m_comparisonCancel.cancel();
    m_comparisonCancel = CancelSource();
    m_comparing = Comparing::Running;
    m_comparedCopy = sha256;
    const int number = ++m_comparisonJob;
    JobControl job;
    job.cancel = m_comparisonCancel.token();
    auto work = [remote, path = accepted->path, prepared = copy->deposit.parts.front(), flow = m_file->configuredFlow(),
                 settings = m_session->account().settings,
                 job] { return compareWithAccepted(*remote, path, prepared.outcome.file, flow, settings, job); };
    whenFinished(QtConcurrent::run(std::move(work)), this, [this, number](const Result<ListComparison> &result) {
        if (number != m_comparisonJob)
            return;
        m_comparing = result ? Comparing::Done : Comparing::Failed;
        m_comparison = result.value_or(ListComparison{});
        showOutcome();
        if (m_depositWhenReady)
            continueDeposit();
    });
}

QString DepositPage::comparisonText() const
{
    const Card *accepted = lastAccepted();
    if (accepted == nullptr)
        return tr("No accepted file of this list is on the platform, so who leaves it can’t be shown.");
    const QString when = whenText(accepted->depositedAt);
    switch (m_comparing) {
    case Comparing::NotNeeded:
        return {};
    case Comparing::Running:
        return tr("Comparing with the file accepted %1…").arg(when);
    case Comparing::Failed:
        return tr("The file accepted %1 could not be read, so who leaves the list can’t be shown.").arg(when);
    case Comparing::Done:
        return tr("Against the file accepted %1: %2 join, %3 stay, %4 leave the list.")
            .arg(when, numberText(m_comparison.added), numberText(m_comparison.kept), numberText(m_comparison.removed));
    }
    return {};
}

} // namespace navette::ui
