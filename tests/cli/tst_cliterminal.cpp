// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// navette-cli with somebody at a terminal who can be asked.
#include "clirunner.h"
#include "support/sshdserver.h"
#include "support/stepserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

/// A terminal in front of navette-cli: both its input and what it says aside go through it.
class Terminal
{
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        m_ready = m_master >= 0 && ::grantpt(m_master) == 0 && ::unlockpt(m_master) == 0;
        if (m_ready)
            m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY); // kept open, so that the settings stay
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }

    bool start(const CliRunner &cli, const QStringList &arguments)
    {
        process.setProcessEnvironment(cli.environment());
        process.setStandardInputFile(QString::fromLocal8Bit(::ptsname(m_master)));
        process.setStandardErrorFile(QString::fromLocal8Bit(::ptsname(m_master)));
        process.start(CliRunner::program(), arguments);
        return m_ready && process.waitForStarted();
    }
    /// Everything that was shown so far.
    QByteArray shown()
    {
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(m_master, buffer, sizeof buffer)) > 0;)
            m_shown.append(buffer, got);
        return m_shown;
    }
    void type(const QByteArray &line) const
    {
        [[maybe_unused]] const ssize_t written = ::write(m_master, line.constData(), size_t(line.size()));
    }
    [[nodiscard]] bool echoes() const
    {
        termios mode{};
        return ::tcgetattr(m_slave, &mode) == 0 && (mode.c_lflag & ECHO) != 0;
    }

    QProcess process;

private:
    int m_master;
    int m_slave = -1;
    bool m_ready = false;
    QByteArray m_shown;
};

} // namespace

class TestCliTerminal : public QObject
{
    Q_OBJECT
    SshdServer m_sshd;
    CliRunner m_cli;

    QString account(const Endpoint &endpoint) const
    {
        QJsonObject json{{u"host"_s, endpoint.host},
                         {u"port"_s, endpoint.port},
                         {u"user"_s, endpoint.user},
                         {u"auth"_s, key(endpoint.auth)},
                         {u"keyFile"_s, displayText(endpoint.keyFile)},
                         {u"root"_s, endpoint.root}};
        if (!endpoint.hostKeyFingerprint.isEmpty())
            json.insert(u"hostKeyFingerprint"_s, endpoint.hostKeyFingerprint);
        return m_cli.write(
            u"account.navette"_s,
            QJsonDocument(QJsonObject{{u"name"_s, u"Plain"_s}, {u"platform"_s, u"digitaleo"_s}, {u"endpoint"_s, json}})
                .toJson());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("This system has no sshd.");
        qunsetenv("NAVETTE_PASSWORD");
        qunsetenv("NAVETTE_KEY_PASSPHRASE");
        QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    }

    void asksForThePassphrase()
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.keyFile = toLocalPath(m_sshd.protectedKeyFile());
        Terminal terminal;
        QVERIFY(terminal.start(m_cli, {u"ls"_s, u"--account"_s, account(endpoint), u"/"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("(yes/no) "), 30'000);
        terminal.type("yes\n");
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("Passphrase of the key"), 30'000);
        terminal.type("open barley\n");
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().count("Passphrase of the key") == 2, 30'000);
        QVERIFY(terminal.shown().contains("not accepted"));
        terminal.type("open sesame\n");
        QVERIFY(terminal.process.waitForFinished());
        QVERIFY2(terminal.process.exitCode() == 0, terminal.shown().constData());
        QVERIFY(!terminal.shown().contains("sesame")); // typed unseen
        QVERIFY(terminal.echoes());
    }

    void asksForPasswordAndCode()
    {
        StepServer server({StepServer::Step::Password, StepServer::Step::Rounds}, "open sesame",
                          {{.title = {},
                            .instruction = "Look at your \x1bphone.",
                            .questions = {{"Code: ", false, "123456"}, {"Department: ", true, "Marketing"}}}});
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.port = server.port();
        endpoint.auth = AuthMethod::Password;
        endpoint.keyFile.clear();
        Terminal terminal;
        QVERIFY(terminal.start(m_cli, {u"ls"_s, u"--account"_s, account(endpoint), u"/"_s}));
        for (const auto &[prompt, answer] :
             std::initializer_list<std::pair<QByteArray, QByteArray>>{{"(yes/no) ", "yes\n"},
                                                                      {"Password of ", "open sesame\n"},
                                                                      {"Code: ", "123456\n"},
                                                                      {"Department: ", "Marketing\n"}}) {
            QTRY_VERIFY2_WITH_TIMEOUT(terminal.shown().contains(prompt), prompt.constData(), 30'000);
            terminal.type(answer);
        }
        QVERIFY(terminal.process.waitForFinished()); // the server lets nobody further
        QCOMPARE(server.attempts(), (QByteArrayList{"password", "keyboard-interactive"}));
        const QByteArray shown = terminal.shown();
        QVERIFY(shown.contains("Look at your \\x1bphone."));
        QVERIFY(shown.contains("Marketing") && !shown.contains("sesame") && !shown.contains("123456"));
    }

    void stopsAskingWhenInterrupted()
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.keyFile = toLocalPath(m_sshd.protectedKeyFile());
        endpoint.hostKeyFingerprint = m_sshd.fingerprint();
        Terminal terminal;
        QVERIFY(terminal.start(m_cli, {u"ls"_s, u"--account"_s, account(endpoint), u"/"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(terminal.shown().contains("Passphrase of the key"), 30'000);
        QTRY_VERIFY(!terminal.echoes());
        QElapsedTimer timer;
        timer.start();
        terminal.process.terminate();
        QVERIFY(terminal.process.waitForFinished());
        QCOMPARE(terminal.process.exitStatus(), QProcess::NormalExit);
        QVERIFY(terminal.process.exitCode() != 0);
        QVERIFY(terminal.echoes()); // as it was before
    }

    void asksNobodyWithoutATerminal()
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.keyFile = toLocalPath(m_sshd.protectedKeyFile());
        endpoint.hostKeyFingerprint = m_sshd.fingerprint();
        const CliResult result = m_cli.run({u"ls"_s, u"--account"_s, account(endpoint), u"/"_s});
        QVERIFY(result.code != 0);
        QVERIFY2(result.err.contains(u"passphrase is missing"_s), qPrintable(result.err));
    }
};

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cliterminal.moc"
