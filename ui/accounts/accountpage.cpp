// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountpage.h"

#include "accounts/accountform.h"
#include "accounts/connectiontest.h"
#include "accounts/hostkeyfield.h"
#include "accounts/userfolders.h"
#include "base/safename.h"
#include "sftp/addresses.h"
#include "sftp/openconnections.h"
#include "shell/pageheader.h"
#include "shell/workspace.h"
#include "style/banner.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QSaveFile>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int formWidth = 500;

// A connection ends in a thread of its own, and the server sees it a moment later.
void whenDisconnected(const Endpoint &endpoint, QObject *receiver, const std::function<void()> &then)
{
    constexpr int triesAtMost = 100;
    constexpr int betweenMs = 50;
    constexpr std::chrono::milliseconds untilSeen{300};
    auto *timer = new QTimer(receiver);
    timer->setInterval(betweenMs);
    QObject::connect(timer, &QTimer::timeout, receiver, [timer, endpoint, receiver, then, tries = 0]() mutable {
        if (isConnected(endpoint) && ++tries < triesAtMost)
            return;
        timer->stop();
        timer->deleteLater();
        QTimer::singleShot(untilSeen, receiver, then);
    });
    timer->start();
}

// What is higher than the window scrolls.
Surface *inScrollingSurface(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(20, 18, 20, 18);
    holderLayout->addWidget(content);
    holderLayout->addStretch();
    scroll->setWidget(holder);
    scroll->viewport()->setAutoFillBackground(false);
    holder->setAutoFillBackground(false);
    auto *surface = new Surface(parent);
    surface->body()->setContentsMargins(1, 1, 1, 1);
    surface->body()->addWidget(scroll);
    return surface;
}

} // namespace

AccountPage::AccountPage(Workspace &workspace, const std::optional<Account> &account, Kind kind, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_account(account.value_or(Account{}))
    , m_kind(kind)
    , m_header(new PageHeader(kind == Kind::New ? tr("New account") : tr("Account settings"), this))
    , m_banner(new Banner(this))
    , m_form(new AccountForm(m_account, this))
    , m_test(new ConnectionTest(this))
{
    makeHeader();
    Surface *left = inScrollingSurface(m_form, this);
    left->setFixedWidth(formWidth);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::huge);
    columns->addWidget(left);
    columns->addWidget(inScrollingSurface(m_test, this), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addLayout(columns, 1);

    connect(m_form, &AccountForm::changed, this, [this] {
        m_test->reset(); // which says nothing of a test that it stops
        reopenSession();
        updateState();
    });
    connect(m_test, &ConnectionTest::testRequested, this, [this] { test(); });
    connect(m_test, &ConnectionTest::hostKeyConfirmed, this, &AccountPage::takeConfirmedKey);
    connect(m_test, &ConnectionTest::testAloneRequested, this, &AccountPage::testAlone);
    connect(m_test, &ConnectionTest::ended, this, [this] {
        reopenSession();
        if (m_test->remedy() == Remedy::AllowOldAlgorithms)
            m_form->offerOldAlgorithms();
        m_form->hostKey().lookUp(); // it may have been trusted just now
        if (m_test->succeeded())
            m_workspace.reopenAfterHostKey(m_form->account().endpoint);
        updateState();
    });
    m_form->hostKey().setKnownHostsFile(knownHostsFile());
    if (m_account.practice) {
        m_form->setEnabled(false);
        m_banner->show(Tone::Info, tr("This is a practice account: Navette sets it up itself."));
    }
    if (kind == Kind::Existing)
        readKeptSecrets();
    updateState();
}

AccountPage::~AccountPage()
{
    if (m_closed)
        m_closed->open();
}

void AccountPage::makeHeader()
{
    if (m_kind == Kind::Existing) {
        auto *exportButton = new Button(tr("Save as an account file…"), ButtonKind::Secondary, u"people"_s, m_header);
        exportButton->setToolTip(tr("For a colleague; holds no password"));
        connect(exportButton, &QPushButton::clicked, this, [this] { exportAccountFile(m_form->account(), this); });
        auto *remove = new Button(tr("Remove…"), ButtonKind::Danger, u"trash"_s, m_header);
        connect(remove, &QPushButton::clicked, this, [this] { confirmAndRemoveAccount(m_workspace, m_account, this); });
        remove->setVisible(!m_account.practice);
        m_header->addControl(exportButton);
        m_header->addControl(remove);
    }
    auto *back = new Button(m_kind == Kind::New ? tr("Cancel") : tr("Back"), ButtonKind::Quiet, {}, m_header);
    connect(back, &QPushButton::clicked, this, &Page::closed);
    m_save =
        new Button(m_kind == Kind::New ? tr("Save account") : tr("Save changes"), ButtonKind::Primary, {}, m_header);
    m_save->setObjectName(u"saveAccount"_s);
    connect(m_save, &QPushButton::clicked, this, &AccountPage::save);
    m_header->addControl(back);
    m_header->addControl(m_save);
}

void AccountPage::readKeptSecrets()
{
    whenFinished(m_workspace.secrets().read(m_account), this, [this](const Result<Secrets> &secrets) {
        if (!secrets)
            return;
        m_kept = *secrets;
        m_form->setSecretsKept(!secrets->password.isEmpty() || !secrets->keyPassphrase.isEmpty());
    });
}

void AccountPage::updateState()
{
    const QString missing = m_form->missing();
    m_test->setReady(missing.isEmpty());
    const bool given = m_test->succeeded() && !m_given->toKeep.isEmpty();
    const bool changed = m_kind == Kind::New || given || m_form->hasNewSecrets() ||
                         m_form->hostKey().isForgetWished() || !(m_form->account() == m_account);
    m_save->setEnabled(missing.isEmpty() && changed && !m_account.practice);
    m_save->setToolTip(missing);
    if (m_kind == Kind::Existing)
        m_header->setSubtitle(m_account.name);
    else if (!missing.isEmpty())
        m_header->setSubtitle(tr("Step 1 of 3 · %1").arg(missing));
    else if (!m_test->succeeded())
        m_header->setSubtitle(tr("Step 2 of 3 · test the connection"));
    else
        m_header->setSubtitle(tr("Step 3 of 3 · everything works, save the account"));
}

// An account that names the one key it accepts has to name the other one from now on.
void AccountPage::takeConfirmedKey(const QString &fingerprint)
{
    if (m_form->account().endpoint.hostKeyFingerprint.isEmpty())
        return test(fingerprint);
    m_form->hostKey().setFingerprint(fingerprint);
    test();
}

bool AccountPage::forgetKeyIfWished()
{
    const auto forgotten = m_form->hostKey().forgetIfWished();
    if (!forgotten)
        m_banner->showError(forgotten.error());
    return forgotten.has_value();
}

void AccountPage::test(const QString &confirmedFingerprint)
{
    if (!forgetKeyIfWished())
        return;
    ConnectRequest request;
    request.endpoint = m_form->account().endpoint;
    // What is kept is for the server, the proxy and the key that it was kept for.
    const Endpoint &known = m_account.endpoint;
    request.secrets = m_kept.value_or(Secrets{});
    if (accountAddress(request.endpoint) != accountAddress(known))
        request.secrets.password = {};
    if (request.endpoint.proxy != known.proxy)
        request.secrets.proxyPassword = {};
    if (request.endpoint.keyFile != known.keyFile)
        request.secrets.keyPassphrase = {};
    request.secrets.add(m_form->secrets());
    request.knownHostsFile = knownHostsFile();
    request.sshKnownHostsFile = sshKnownHostsFile();
    request.confirmedFingerprint = confirmedFingerprint;
    request.askHostKey = m_workspace.asker().hostKeyFunction();
    request.askSignIn = m_workspace.asker().signInFunction();
    m_given = std::make_shared<GivenSecrets>(); // filled before the test ends
    request.onSecretsGiven = [given = m_given](const GivenSecrets &secrets) { *given = secrets; };
    m_test->start(std::move(request));
}

// Some servers allow an account one connection at once, which then is the session's.
void AccountPage::testAlone()
{
    const Endpoint tested = m_form->account().endpoint;
    const auto sessions = m_workspace.sessions();
    const auto holder = std::ranges::find_if(sessions, [&tested](AccountSession *session) {
        return session->remote() && accountAddress(session->account().endpoint) == accountAddress(tested);
    });
    if (holder == sessions.end())
        return test();
    const auto &transfers = m_workspace.transfers().transfers();
    if (std::ranges::any_of(transfers, [&](const Transfer &transfer) {
            return transfer.state == TransferState::Running && transfer.account == (*holder)->account().name;
        })) {
        m_banner->show(Tone::Warn, tr("Files are being transferred over the open connection. Test again once they are "
                                      "done, or cancel them."));
        return;
    }
    if (!forgetKeyIfWished())
        return;
    m_closed = *holder;
    m_closed->close();
    whenDisconnected(tested, this, [this] { test(); });
}

void AccountPage::reopenSession()
{
    if (!m_closed)
        return;
    whenDisconnected(m_closed->account().endpoint, this, [this] {
        if (m_closed)
            m_closed->open();
        m_closed = nullptr;
    });
}

void AccountPage::save()
{
    if (!forgetKeyIfWished())
        return;
    Secrets typed = m_test->succeeded() ? m_given->toKeep : Secrets();
    typed.add(m_form->secrets());
    const std::optional<Secrets> secrets = typed.isEmpty() ? std::optional<Secrets>() : typed;
    const auto result = m_workspace.saveAccount(m_form->account(), secrets);
    if (!result) {
        m_banner->showError(result.error());
        return;
    }
    Q_EMIT saved(result->id);
    Q_EMIT closed();
}

void exportAccountFile(const Account &account, QWidget *parent)
{
    const QString proposal = safeLocalName(account.name.toUtf8()) + u".navette"_s;
    const QString file = QFileDialog::getSaveFileName(parent, AccountPage::tr("Save as an account file"), proposal,
                                                      AccountPage::tr("Account files (*.navette)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(account.toJson()) < 0 || !out.commit())
        QMessageBox::warning(parent, u"Navette"_s,
                             AccountPage::tr("The file could not be written. %1").arg(out.errorString()));
}

void confirmAndRemoveAccount(Workspace &workspace, const Account &account, QWidget *parent)
{
    QMessageBox box(QMessageBox::Warning, u"Navette"_s, AccountPage::tr("Remove %1 from Navette?").arg(account.name),
                    QMessageBox::NoButton, parent);
    box.setInformativeText(AccountPage::tr("Its settings and its password go from this computer. Nothing changes on "
                                           "the platform; the history of deposits and the kept reports stay."));
    auto *remove = box.addButton(AccountPage::tr("Remove the account"), QMessageBox::DestructiveRole);
    auto *cancel = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() != remove)
        return;
    if (const auto removed = workspace.removeAccount(account.id); !removed)
        QMessageBox::warning(parent, u"Navette"_s, removed.error().message);
}

} // namespace navette::ui
