// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountform.h"
#include "accounts/connectiontest.h"
#include "accounts/hostkeyfield.h"
#include "accounts/supporttext.h"
#include "sftp/knownhosts.h"
#include "support/faultproxy.h"
#include "support/sshdserver.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

Account fullAccount(Platform platform)
{
    Account account;
    account.id = u"acme"_s;
    account.name = u"Acme"_s;
    account.platform = platform;
    account.endpoint.host = u"sftp.platform.example"_s;
    account.endpoint.port = 2222;
    account.endpoint.user = u"acme-fr"_s;
    account.endpoint.proxy = u"socks5://proxy.example:1080"_s;
    account.endpoint.root = u"/data"_s;
    account.endpoint.hostKeyFingerprint = u"SHA256:OYlbR2oFEzjYIwnvKtQXd9IhROF5Fd3vGkD4l8oqBlk"_s;
    account.endpoint.oldAlgorithms = true;
    account.settings.delimiter = '\t';
    account.settings.phoneRegion = u"BE"_s;
    account.settings.deduplication = Deduplication::Reference;
    account.settings.fieldLabels = {{u"Champ 1"_s, u"Pointure"_s}};
    if (platform == Platform::Accengage) {
        account.settings.appId = u"6"_s;
        account.settings.matchingKey = MatchingKey::MemberId;
        account.settings.memberIdColumn = u"member"_s;
        account.settings.encoding = csv::Encoding::Latin1;
        account.settings.customData = {
            {.name = u"points"_s, .label = u"Points"_s, .type = CustomField::Type::Integer, .size = {}}};
        account.settings.externalFtp = true;
        account.importsDirectory = u"in"_s;
        account.exportsDirectory = u"out"_s;
    }
    return account;
}

} // namespace

class AccountFormTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesNoProxyPassword()
    {
        Account account = fullAccount(Platform::Digitaleo);
        account.endpoint.proxy = u"http://jean@proxy.example:3128"_s;
        QVERIFY(AccountForm(account).missing().isEmpty());
        account.endpoint.proxy = u"http://jean:hunter2@proxy.example:3128"_s;
        QVERIFY(AccountForm(account).missing().contains(u"password"_s));
    }

    void keepsWhatItShows_data()
    {
        QTest::addColumn<int>("platform");
        QTest::addColumn<AuthMethod>("auth");
        QTest::newRow("Digitaleo") << static_cast<int>(Platform::Digitaleo) << AuthMethod::Password;
        QTest::newRow("Accengage") << static_cast<int>(Platform::Accengage) << AuthMethod::Password;
        QTest::newRow("key") << static_cast<int>(Platform::Digitaleo) << AuthMethod::Key;
        QTest::newRow("agent") << static_cast<int>(Platform::Digitaleo) << AuthMethod::Agent;
    }
    void keepsWhatItShows()
    {
        QFETCH(const int, platform);
        QFETCH(const AuthMethod, auth);
        Account account = fullAccount(static_cast<Platform>(platform));
        account.endpoint.auth = auth;
        if (auth != AuthMethod::Password)
            account.endpoint.keyFile = toLocalPath(u"/home/me/été.key"_s);
        const AccountForm form(account);
        QVERIFY2(form.account() == account, form.account().toJson().constData());
        QVERIFY(form.missing().isEmpty());
        QVERIFY(!form.hasNewSecrets());
    }

    void saysWhatIsMissing()
    {
        AccountForm form{Account{}};
        QSignalSpy changes(&form, &AccountForm::changed);
        QStringList said;
        for (const char *field : {"accountName", "accountHost", "accountUser"}) {
            said << form.missing();
            QTest::keyClicks(form.findChild<QLineEdit *>(QLatin1String(field)), u"word"_s);
        }
        QVERIFY(form.missing().isEmpty());
        QCOMPARE(said.removeDuplicates(), 0);
        QVERIFY(!said.contains(QString()));
        QVERIFY(changes.count() > 0);
    }

    void theFingerprintIsOneOrNone()
    {
        Account account = fullAccount(Platform::Digitaleo);
        const QString given = std::exchange(account.endpoint.hostKeyFingerprint, {});
        AccountForm form{account};
        auto *field = form.findChild<QLineEdit *>(u"accountFingerprint"_s);
        QVERIFY(form.missing().isEmpty());
        field->setText(u"256 %1 sftp.platform.example (ED25519)"_s.arg(given)); // as ssh-keygen prints it
        QVERIFY(form.missing().isEmpty());
        QCOMPARE(form.account().endpoint.hostKeyFingerprint, given);
        for (const QString &wrong : {given.left(20), u"MD5:00:11"_s}) {
            field->setText(wrong);
            QVERIFY(form.missing().contains(u"SHA256:"_s));
        }
        form.hostKey().setFingerprint(given);
        QCOMPARE(form.account().endpoint.hostKeyFingerprint, given);
    }

    void aKeptKeyGoesOnlyWhenItIsTime()
    {
        const Account account = fullAccount(Platform::Digitaleo);
        const auto nameOf = [&](quint16 port) { return sftp::knownHostsName(account.endpoint.host, port); };
        const QByteArray key("\0\0\0\x0bssh-ed25519 and what belongs to it", 40);
        QTemporaryDir dir;
        const LocalPath file = toLocalPath(dir.filePath(u"known_hosts"_s));
        QVERIFY(sftp::keepKnownKey(file, nameOf(2222), key) && sftp::keepKnownKey(file, nameOf(2223), key));
        const auto kept = [&](quint16 port) {
            sftp::KnownHosts known(nameOf(port));
            return known.read(file) ? known.keys() : QByteArrayList{"cannot be read"};
        };
        AccountForm form{account};
        HostKeyField &field = form.hostKey();
        auto *forget = form.findChild<QPushButton *>(u"forgetKey"_s);
        auto *port = form.findChild<QSpinBox *>();
        QVERIFY(forget->isHidden());
        field.setKnownHostsFile(file);
        QVERIFY(!forget->isHidden());
        port->setValue(2224);
        QVERIFY(forget->isHidden());
        port->setValue(2222);
        QSignalSpy changes(&form, &AccountForm::changed);
        forget->click();
        QVERIFY(field.isForgetWished());
        QCOMPARE(changes.count(), 1);
        forget->click(); // keeps it after all
        QVERIFY(!field.isForgetWished() && field.forgetIfWished());
        forget->click();
        port->setValue(2223); // another server, about whose key nothing was said
        QVERIFY(!field.isForgetWished() && field.forgetIfWished());
        port->setValue(2222);
        QVERIFY(!field.isForgetWished() && field.forgetIfWished());
        QCOMPARE(kept(2222), QByteArrayList{key});
        forget->click();
        QVERIFY(field.forgetIfWished());
        QVERIFY(forget->isHidden() && !field.isForgetWished());
        QCOMPARE(kept(2222), QByteArrayList());
        QCOMPARE(kept(2223), QByteArrayList{key});
        QVERIFY(sftp::keepKnownKey(file, nameOf(2222), key)); // as a connection test does
        field.lookUp();
        QVERIFY(!forget->isHidden());
        auto *host = form.findChild<QLineEdit *>(u"accountHost"_s);
        host->setText(u"other.example"_s);
        QVERIFY(forget->isHidden());
    }

    void oldEncryptionIsOfferedWhereItIsNeeded()
    {
        Account account = fullAccount(Platform::Digitaleo);
        account.endpoint.oldAlgorithms = false;
        AccountForm form{account};
        auto *box = form.findChild<QCheckBox *>(u"oldAlgorithms"_s);
        QVERIFY(!box->isVisibleTo(&form));
        form.offerOldAlgorithms();
        QVERIFY(box->isVisibleTo(&form) && !box->isChecked());
        box->click();
        QVERIFY(form.account().endpoint.oldAlgorithms);
        account.endpoint.oldAlgorithms = true;
        const AccountForm asKept{account};
        QVERIFY(asKept.findChild<QCheckBox *>(u"oldAlgorithms"_s)->isVisibleTo(&asKept));
    }

    void oldServersHaveATextForTheirPeople()
    {
        Endpoint endpoint = fullAccount(Platform::Digitaleo).endpoint;
        const StepReport stopped{.step = ConnectStep::HostKey, .succeeded = false, .message = {}, .milliseconds = 9};
        const auto advice = [&](const QString &offered) {
            const Error error{ErrorKind::Unsupported,
                              {},
                              u"kex error : no match for method kex algos: server [%1], client [x]"_s.arg(offered)};
            return adviceFor(endpoint, stopped, error, QDateTime::currentDateTime(), {});
        };
        endpoint.oldAlgorithms = false;
        const ConnectionAdvice old = advice(u"diffie-hellman-group1-sha1"_s);
        for (const QString &piece :
             {u"diffie-hellman-group1-sha1"_s, u"curve25519-sha256"_s, u"key exchange"_s, endpoint.host, u"acme-fr"_s})
            QVERIFY2(old.supportText.contains(piece), qPrintable(old.supportText));
        QVERIFY(old.sentence.contains(u"account’s settings"_s));
        const ConnectionAdvice newer = advice(u"mlkem768x25519-sha256"_s);
        QVERIFY(newer.headline != old.headline);
        QVERIFY(!newer.sentence.contains(u"account’s settings"_s));
        endpoint.oldAlgorithms = true;
        QVERIFY(!advice(u"diffie-hellman-group1-sha1"_s).sentence.contains(u"account’s settings"_s));
    }

    void aChangedKeyIsTakenWithItsFingerprintOnly()
    {
        if (!SshdServer::isInstalled())
            QSKIP("This system has no sshd.");
        SshdServer server;
        QVERIFY2(server.start(), qPrintable(server.errorText()));
        const QString before = server.fingerprint();
        const auto headline = [&server] {
            ConnectRequest request = server.request();
            request.askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::Refuse; };
            const auto refused = await(connectSftp(request));
            return adviceFor(request.endpoint, {.step = ConnectStep::HostKey}, refused.error(),
                             QDateTime::currentDateTime(), {})
                .headline;
        };
        QVERIFY(headline().contains(u"not known here yet"_s));
        QVERIFY(await(connectSftp(server.request())));
        QVERIFY(server.makeNewHostKey() && server.start());
        QVERIFY(!headline().contains(u"not known here yet"_s));
        ConnectionTest test;
        test.setReady(true);
        QSignalSpy ended(&test, &ConnectionTest::ended);
        QSignalSpy confirmed(&test, &ConnectionTest::hostKeyConfirmed);
        auto *field = test.findChild<QLineEdit *>(u"confirmedFingerprint"_s);
        auto *button = test.findChild<QPushButton *>(u"confirmHostKey"_s);
        const auto run = [&](const QString &fingerprint) {
            ConnectRequest request = server.request();
            request.confirmedFingerprint = fingerprint;
            ended.clear();
            test.start(std::move(request));
            return QTest::qWaitFor([&] { return ended.count() == 1; }, 30'000) && test.succeeded();
        };
        QVERIFY(!run({}));
        QCOMPARE(test.remedy(), Remedy::ConfirmHostKey);
        QVERIFY(field->isVisibleTo(&test) && !button->isEnabled());
        field->setText(u"yes, it changed"_s);
        QVERIFY(!button->isEnabled());
        for (const QString &fingerprint : {before, server.fingerprint()}) {
            field->setText(fingerprint);
            QVERIFY(button->isEnabled());
            button->click();
            QCOMPARE(confirmed.takeFirst().at(0).toString(), fingerprint);
            QCOMPARE(run(fingerprint), fingerprint != before);
        }
        QVERIFY(!field->isVisibleTo(&test));
        QVERIFY(run({}));
    }

    void aConnectionThatWasTestedIsLetGoOf()
    {
        if (!SshdServer::isInstalled())
            QSKIP("This system has no sshd.");
        SshdServer server;
        QVERIFY2(server.start(), qPrintable(server.errorText()));
        FaultProxy proxy(server.port());
        ConnectRequest request = server.request();
        request.endpoint.port = proxy.port();
        ConnectionTest test;
        QSignalSpy ended(&test, &ConnectionTest::ended);
        test.start(std::move(request));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
        QVERIFY(test.succeeded());
        // The account itself may need the only one that the server allows, while the page is still open.
        QTRY_COMPARE_WITH_TIMEOUT(proxy.openConnections(), 0, 10'000);
    }

    void aPasswordIsASecretAndNoPartOfTheAccount()
    {
        AccountForm form{fullAccount(Platform::Digitaleo)};
        QTest::keyClicks(form.findChild<QLineEdit *>(u"accountPassword"_s), u"canary"_s);
        QVERIFY(form.hasNewSecrets());
        QCOMPARE(form.secrets().password.text(), u"canary"_s);
        QVERIFY(!form.account().toJson().contains("canary"));
    }

    void everyStepHasItsAdvice()
    {
        const Endpoint endpoint = fullAccount(Platform::Digitaleo).endpoint;
        for (const ConnectStep step : {ConnectStep::NameLookup, ConnectStep::Port, ConnectStep::HostKey,
                                       ConnectStep::SignIn, ConnectStep::Tree}) {
            const ConnectionAdvice advice =
                adviceFor(endpoint, StepReport{.step = step, .succeeded = false, .message = {}, .milliseconds = 0},
                          Error{ErrorKind::Timeout, {}, {}}, QDateTime::currentDateTime(), u"198.51.100.24"_s);
            QVERIFY(!advice.headline.isEmpty());
            QVERIFY(!advice.sentence.isEmpty());
            if (step != ConnectStep::NameLookup)
                QVERIFY(advice.supportText.contains(endpoint.host));
        }
    }

    void theAllowListHintNamesOurAddress()
    {
        const Endpoint endpoint = fullAccount(Platform::Digitaleo).endpoint;
        const StepReport stopped{.step = ConnectStep::Port, .succeeded = false, .message = {}, .milliseconds = 15'000};
        const auto text = [&](ErrorKind kind, const QString &address) {
            return adviceFor(endpoint, stopped, Error{kind, {}, {}}, QDateTime::currentDateTime(), address).supportText;
        };
        QVERIFY(text(ErrorKind::Timeout, u"198.51.100.24"_s).contains(u"198.51.100.24"_s));
        QVERIFY(text(ErrorKind::Timeout, u"198.51.100.24"_s).contains(u"acme-fr"_s));
        QVERIFY(text(ErrorKind::Timeout, {}).contains(u"public IP"_s));
        QVERIFY(text(ErrorKind::Network, {}) != text(ErrorKind::Timeout, {}));
        QVERIFY(text(ErrorKind::SignIn, {}).isEmpty()); // the network's proxy: the platform cannot help
    }

    void aRefusedPortIsNamedWithAText()
    {
        ConnectionTest test;
        test.setReady(true);
        QSignalSpy ended(&test, &ConnectionTest::ended);
        ConnectRequest request;
        request.endpoint.host = u"127.0.0.1"_s;
        request.endpoint.port = 1; // tcpmux: nobody listens there
        request.endpoint.user = u"acme"_s;
        test.start(std::move(request));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
        QVERIFY(!test.succeeded());
        const auto *copy = test.findChild<QPushButton *>(u"copySupportText"_s);
        QVERIFY(copy && !copy->isHidden());
    }
};

QTEST_MAIN(AccountFormTest)
#include "tst_accountform.moc"
