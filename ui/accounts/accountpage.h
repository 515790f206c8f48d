// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "pipeline/accountsession.h"
#include "shell/page.h"

#include <QPointer>

#include <optional>

namespace navette::ui
{

class AccountForm;
class Banner;
class Button;
class ConnectionTest;
class PageHeader;
class Workspace;

/// A new account, or the settings of one that is there, with the connection test beside them.
class AccountPage final : public Page
{
    Q_OBJECT
public:
    enum class Kind { New, Existing };
    AccountPage(Workspace &workspace, const std::optional<Account> &account, Kind kind, QWidget *parent = nullptr);
    ~AccountPage() override;

Q_SIGNALS:
    void saved(const QString &accountId);

private:
    void makeHeader();
    void test(const QString &confirmedFingerprint = {});
    void testAlone();
    void reopenSession();
    void takeConfirmedKey(const QString &fingerprint);
    [[nodiscard]] bool forgetKeyIfWished(); ///< false where it cannot be, and the banner says why
    void save();
    void updateState();
    void readKeptSecrets();

    Workspace &m_workspace;
    Account m_account;
    Kind m_kind;
    PageHeader *m_header;
    Banner *m_banner;
    AccountForm *m_form;
    ConnectionTest *m_test;
    Button *m_save = nullptr;
    QPointer<AccountSession> m_closed; ///< for the time of a test
    std::optional<Secrets> m_kept;
    std::shared_ptr<GivenSecrets> m_given; ///< typed during the last test
};

/// Writes the account, without any secret, to a file that a colleague can import.
void exportAccountFile(const Account &account, QWidget *parent);
/// Asks, saying what goes and what stays; then removes.
void confirmAndRemoveAccount(Workspace &workspace, const Account &account, QWidget *parent);

} // namespace navette::ui
