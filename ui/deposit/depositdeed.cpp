// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What DepositPage's button does.
#include "deposit/depositpage.h"
#include "deposit/filelist.h"
#include "deposit/refusedcontacts.h"
#include "pipeline/accountsession.h"
#include "style/text.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace navette::ui
{

void DepositPage::requestDeposit()
{
    if (wantsRepairFirst()) {
        m_file->tickRecommended();
        return;
    }
    if (!obstacle().isEmpty())
        return;
    m_depositWhenReady = true;
    showOutcome();
    continueDeposit();
}

void DepositPage::continueDeposit()
{
    if (!obstacle().isEmpty()) {
        m_depositWhenReady = false;
        showOutcome();
        return;
    }
    if (m_file->copyState() != DepositFile::CopyState::Ready || m_comparing == Comparing::Running)
        return;
    m_depositWhenReady = false;
    if (needsConfirmation(deedOf(*flow(), m_file->mode())))
        confirm();
    else
        send();
}

void DepositPage::confirm()
{
    const Deed deed = deedOf(*flow(), m_file->mode());
    const QString list = m_file->listName();
    const int count = asCount(m_file->plan().willBeSent);
    auto *box = new QMessageBox(this);
    box->setObjectName(u"confirmDeposit"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Navette"));
    box->setIcon(QMessageBox::Warning);
    QString deedName;
    switch (deed) {
    case Deed::Synchronise:
        box->setText(tr("Synchronise the list “%1” with %Ln contact(s)?", nullptr, count).arg(list));
        deedName = tr("Synchronise the list");
        break;
    case Deed::ReplaceStaticList:
        box->setText(tr("Replace the static list “%1” by %Ln profile(s)?", nullptr, count).arg(list));
        deedName = tr("Deposit and replace");
        break;
    case Deed::Delete:
    case Deed::Import:
    case Deed::OptOut:
    case Deed::OptIn:
    case Deed::UpdateDevices:
        box->setText(tr("Delete %Ln contact(s) from %1?", nullptr, count).arg(m_session->account().name));
        deedName = tr("Delete %Ln contact(s)", nullptr, count);
        break;
    }
    box->setInformativeText(effectText());
    if (deed == Deed::Synchronise && m_comparing == Comparing::Done) {
        box->setDetailedText(tr("Leave the list:\n%1\n\nJoin the list:\n%2")
                                 .arg(m_comparison.removedNames.join(u'\n'), m_comparison.addedNames.join(u'\n')));
    }
    QPushButton *go = box->addButton(deedName, QMessageBox::DestructiveRole);
    go->setObjectName(u"confirmed"_s);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    // Whatever changes meanwhile, only what was confirmed is sent.
    const QPointer<DepositFile> file = m_file;
    connect(go, &QPushButton::clicked, this, [this, file, confirmed = m_file->copy()->deposit.fingerprint()] {
        const CheckedCopy *copy = file && file == m_file ? file->copy() : nullptr;
        if (copy != nullptr && copy->deposit.fingerprint() == confirmed && obstacle().isEmpty())
            send();
    });
    box->open();
}

void DepositPage::send()
{
    DepositFile *file = m_file;
    std::vector<DepositOrder> orders;
    for (const PreparedDeposit &part : file->copy()->deposit.parts) {
        orders.push_back(part.order);
        orders.back().sourceName = file->name();
        orders.back().seenMode = m_session->board().mode;
    }
    if (orders.size() == 1)
        m_session->deposit(orders.front());
    else
        m_session->depositParts(std::move(orders));
    file->markSent();

    const auto &files = m_files->files();
    const auto next = std::ranges::find_if(files, [](const DepositFile *other) {
        return other->state() != DepositFile::State::Sent && other->state() != DepositFile::State::Unreadable;
    });
    if (next == files.end())
        Q_EMIT closed();
    else
        m_fileList->setCurrentIndex(m_files->index(m_files->rowOf(*next)));
}

void DepositPage::saveRefused()
{
    if (m_file == nullptr || m_file->prepared() == nullptr)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString chosen =
        QFileDialog::getSaveFileName(this, tr("Save the refused contacts"),
                                     folder + u'/' + refusedContactsName(m_file->listName()), tr("CSV (*.csv)"));
    if (chosen.isEmpty())
        return;
    const LocalPath target = toLocalPath(chosen);
    auto work = [prepared = *m_file->prepared(), target] { return saveRefusedContacts(prepared, target); };
    whenFinished(QtConcurrent::run(std::move(work)), this, [this, target](const Result<qint64> &saved) {
        m_savedNote = saved ? tr("%Ln refused contact(s) saved as %1", nullptr, asCount(*saved)).arg(fileName(target))
                            : saved.error().message;
        showOutcome();
    });
}

} // namespace navette::ui
