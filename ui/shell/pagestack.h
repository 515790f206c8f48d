// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "shell/pagekind.h"
#include "shell/settings.h"

#include <QStackedWidget>

#include <map>

namespace navette
{
class AccountSession;
struct Account;
struct Card;
} // namespace navette

namespace navette::ui
{

class BoardPage;
class DepositPage;
class Page;
class Workspace;

/// The window's pages: made when they are first wanted, kept as long as their account's session, and one of them in
/// front.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    PageStack(Workspace &workspace, QWidget *parent);

    [[nodiscard]] Page *currentPage() const;
    /// Of the page in front, or of the one behind it that it leads back to.
    [[nodiscard]] const std::optional<PageAddress> &currentAddress() const { return m_current; }
    /// There is a page that belongs to no account.
    [[nodiscard]] bool hasPageWithoutAccount() const;

    void showPage(const PageAddress &address);
    void restoreLast(); ///< the page that was in front when the program ended
    /// Opens the Deposit page of that account (null: none, files are only checked).
    void openDeposit(AccountSession *session, const QStringList &files, const QString &flowId);
    /// Opens the page for a new account, with what a file proposes.
    void openNewAccount(const std::optional<Account> &proposal);

Q_SIGNALS:
    void comesToFront(const std::optional<navette::ui::PageAddress> &address);
    void pageClosed(); ///< there may be none left
    void daysListed(const navette::ui::PageAddress &reports, int days);

private:
    Page *pageAt(const PageAddress &address);
    void connectPage(Page *page, const PageAddress &address);
    void connectBoard(BoardPage *board, const QString &accountId);
    DepositPage *depositPage(AccountSession *session);
    void openRefused(AccountSession *session, const LocalPath &fetched, const Card &card, bool repairsOn);
    void closeDeposit(const QString &accountId);
    Page *makeNewAccountPage(const std::optional<Account> &proposal);
    void bringToFront(Page *page, const std::optional<PageAddress> &address);
    void dropPagesOf(const AccountSession *session);

    Workspace &m_workspace;
    WindowSettings m_settings;
    std::map<PageAddress, Page *> m_byAddress;
    std::map<QString, DepositPage *> m_deposits; ///< by account id; "" where files are only checked
    Page *m_newAccount = nullptr;
    std::optional<PageAddress> m_current;
};

} // namespace navette::ui
