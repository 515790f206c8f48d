// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagestack.h"

#include "accounts/accountpage.h"
#include "accounts/userfolders.h"
#include "board/boardpage.h"
#include "deposit/depositpage.h"
#include "reports/reportspage.h"
#include "shell/pagefactory.h"
#include "shell/pagelinks.h"
#include "shell/workspace.h"

namespace navette::ui
{

PageStack::PageStack(Workspace &workspace, QWidget *parent) : QStackedWidget(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::sessionClosing, this, &PageStack::dropPagesOf);
}

Page *PageStack::currentPage() const
{
    return dynamic_cast<Page *>(currentWidget());
}

bool PageStack::hasPageWithoutAccount() const
{
    return m_newAccount || m_deposits.contains(QString());
}

Page *PageStack::pageAt(const PageAddress &address)
{
    const auto found = m_byAddress.find(address);
    if (found != m_byAddress.end())
        return found->second;
    AccountSession *session = m_workspace.session(address.accountId);
    if (!session || !isAvailable(address.kind))
        return nullptr;
    Page *page = makePage(address.kind, session, m_workspace, this);
    m_byAddress[address] = page;
    addWidget(page);
    connectPage(page, address);
    return page;
}

void PageStack::connectPage(Page *page, const PageAddress &address)
{
    const QString id = address.accountId;
    connect(page, &Page::depositRequested, this, [this, id](const QStringList &files, const QString &flowId) {
        openDeposit(m_workspace.session(id), files, flowId);
    });
    connect(page, &Page::closed, this, [this, id] { showPage({id, PageKind::Board}); });
    if (auto *board = dynamic_cast<BoardPage *>(page))
        connectBoard(board, id);
    if (auto *reports = dynamic_cast<ReportsPage *>(page))
        connect(reports, &ReportsPage::daysListed, this,
                [this, address](int days) { Q_EMIT daysListed(address, days); });
}

void PageStack::connectBoard(BoardPage *board, const QString &accountId)
{
    connect(board, &BoardPage::refusedFileRequested, this,
            [this, accountId](const LocalPath &fetched, const Card &card, bool repairsOn) {
                openRefused(m_workspace.session(accountId), fetched, card, repairsOn);
            });
    connect(board, &BoardPage::continueDepositRequested, this, [this, accountId] {
        const auto open = m_deposits.find(accountId);
        if (open != m_deposits.end())
            bringToFront(open->second, PageAddress{accountId, PageKind::Board});
    });
    connect(board, &BoardPage::showInFilesRequested, this, [this, accountId](const RemotePath &path) {
        showPage({accountId, PageKind::Files});
        revealInFiles(currentPage(), path);
    });
    connect(board, &BoardPage::showInHistoryRequested, this, [this, accountId](qint64 deposit) {
        showPage({accountId, PageKind::History});
        revealInHistory(currentPage(), deposit);
    });
}

void PageStack::bringToFront(Page *page, const std::optional<PageAddress> &address)
{
    m_current = address;
    Q_EMIT comesToFront(address);
    setCurrentWidget(page);
    page->activate();
}

void PageStack::showPage(const PageAddress &address)
{
    Page *page = pageAt(address);
    if (!page)
        return;
    bringToFront(page, address);
    m_settings.lastAccount.set(address.accountId);
    m_settings.lastPage.set(key(address.kind));
}

void PageStack::restoreLast()
{
    const QString account = m_settings.lastAccount.get();
    const auto kind = pageKindFromKey(m_settings.lastPage.get());
    if (kind && m_workspace.session(account) && isAvailable(*kind))
        showPage({account, *kind});
}

DepositPage *PageStack::depositPage(AccountSession *session)
{
    const QString id = session ? session->account().id : QString();
    const auto found = m_deposits.find(id);
    if (found != m_deposits.end())
        return found->second;
    auto *page = new DepositPage(session, m_workspace.flows(), session ? reportsFolder(id) : LocalPath(), this);
    addWidget(page);
    m_deposits[id] = page;
    // Queued: the page is still in its own function when it says so.
    connect(
        page, &Page::closed, this, [this, id] { closeDeposit(id); }, Qt::QueuedConnection);
    if (auto *board = dynamic_cast<BoardPage *>(session ? pageAt({id, PageKind::Board}) : nullptr))
        board->setDepositOpen(true);
    return page;
}

void PageStack::openDeposit(AccountSession *session, const QStringList &files, const QString &flowId)
{
    DepositPage *page = depositPage(session);
    page->setFiles(files, flowId);
    bringToFront(page, session ? std::optional(PageAddress{session->account().id, PageKind::Board}) : std::nullopt);
}

void PageStack::openRefused(AccountSession *session, const LocalPath &fetched, const Card &card, bool repairsOn)
{
    DepositPage *page = depositPage(session);
    page->setRefusedFile(fetched, card, repairsOn);
    bringToFront(page, PageAddress{session->account().id, PageKind::Board});
}

void PageStack::closeDeposit(const QString &accountId)
{
    const auto found = m_deposits.find(accountId);
    if (found == m_deposits.end())
        return;
    DepositPage *page = found->second;
    const bool wasInFront = currentPage() == page;
    m_deposits.erase(found);
    removeWidget(page);
    page->deleteLater();
    if (auto *board = dynamic_cast<BoardPage *>(pageAt({accountId, PageKind::Board})))
        board->setDepositOpen(false);
    if (wasInFront && m_workspace.session(accountId))
        showPage({accountId, PageKind::Board});
    else
        Q_EMIT pageClosed();
}

void PageStack::dropPagesOf(const AccountSession *session)
{
    const QString id = session->account().id;
    // At once, not later: the session that these pages use is gone when this returns.
    std::vector<std::unique_ptr<Page>> going;
    for (auto it = m_byAddress.begin(); it != m_byAddress.end();) {
        if (it->first.accountId == id) {
            going.emplace_back(it->second);
            it = m_byAddress.erase(it);
        } else {
            ++it;
        }
    }
    if (const auto open = m_deposits.find(id); open != m_deposits.end()) {
        going.emplace_back(open->second);
        m_deposits.erase(open);
    }
    for (const auto &page : going)
        removeWidget(page.get());
    if (m_current && m_current->accountId == id)
        m_current.reset();
}

void PageStack::openNewAccount(const std::optional<Account> &proposal)
{
    if (!m_newAccount || proposal) {
        Page *page = makeNewAccountPage(proposal);
        if (m_newAccount)
            m_newAccount->deleteLater();
        m_newAccount = page;
    }
    const auto before = m_current;
    bringToFront(m_newAccount, std::nullopt);
    m_current = before; // where "Back" leads
}

Page *PageStack::makeNewAccountPage(const std::optional<Account> &proposal)
{
    auto *page = new AccountPage(m_workspace, proposal, AccountPage::Kind::New, this);
    addWidget(page);
    connect(page, &AccountPage::saved, this, [this](const QString &id) {
        m_settings.lastAccount.set(id);
        // The session opens once the keychain has answered.
        connect(
            &m_workspace, &Workspace::sessionsChanged, this,
            [this, id] {
                showPage({id, PageKind::Board});
            },
            Qt::SingleShotConnection);
    });
    connect(
        page, &Page::closed, this,
        [this, page] {
            removeWidget(page);
            page->deleteLater();
            if (m_newAccount == page)
                m_newAccount = nullptr;
            if (m_current)
                showPage(*m_current);
            Q_EMIT pageClosed();
        },
        Qt::QueuedConnection);
    return page;
}

} // namespace navette::ui
