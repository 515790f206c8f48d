// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The practice platform's server, seen by OpenSSH's own client.
#include "practice/practiceplatform.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace navette;

namespace
{

struct Answer {
    int exitCode = -1;
    QString output; ///< both channels
};

/// Gives the password that ssh asks for: the script that SSH_ASKPASS names prints what this environment holds.
LocalPath askPass(const QTemporaryDir &dir)
{
    QFile script(dir.filePath(u"askpass"_s));
    if (!script.exists() && script.open(QIODevice::WriteOnly)) {
        script.write("#!/bin/sh\nprintf '%s\\n' \"$PRACTICE_PASSWORD\"\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return toLocalPath(script.fileName());
}

} // namespace

class TestServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void wrongPasswordIsRefused();
    void keySignsIn();
    void listsTheTree();
    void uploadsAndRenames();
    void bigFileComesBackWhole();
    void rights_data();
    void rights();
    void renameNeverReplaces();
    void pathsStayInside();
    void linksAreNotFollowed();
    void removesAndListsMany();
    void severalAtOnce();
    void restartKeepsIdentity();
    void oneAtATime();
    void takenPortIsAnError();
    void stopsWithClientsConnected();

private:
    Answer sftp(const QByteArray &batch, const QStringList &options = {}, const QString &password = {});
    [[nodiscard]] LocalPath inTree(const char *path) const { return m_platform->tree() / path; }
    QString write(const QString &name, const QByteArray &bytes) const;
    static QByteArray read(const LocalPath &path);
    void start();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PracticePlatform> m_platform;
};

void TestServer::initTestCase()
{
    if (QStandardPaths::findExecutable(u"sftp"_s).isEmpty())
        QSKIP("OpenSSH's sftp is not installed here.");
}

void TestServer::start()
{
    // The robot rests: here only the server is looked at.
    auto platform = PracticePlatform::start(
        {.root = toLocalPath(m_dir->filePath(u"root"_s)), .tick = std::chrono::hours(1), .sampleHistory = false});
    QVERIFY2(platform, platform ? "" : qPrintable(platform.error().message + platform.error().detail));
    m_platform = std::move(*platform);
}

void TestServer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    start();
}

void TestServer::cleanup()
{
    m_platform.reset();
    m_dir.reset();
}

Answer TestServer::sftp(const QByteArray &batch, const QStringList &options, const QString &password)
{
    const Account account = m_platform->account();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_ASKPASS"_s, displayText(askPass(*m_dir)));
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    environment.insert(u"DISPLAY"_s, u":0"_s);
    environment.insert(u"PRACTICE_PASSWORD"_s, password.isEmpty() ? m_platform->secrets().password.text() : password);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_dir->path());
    QStringList arguments{u"-F"_s,
                          u"/dev/null"_s,
                          u"-oBatchMode=no"_s,
                          u"-oStrictHostKeyChecking=no"_s,
                          u"-oUserKnownHostsFile="_s + m_dir->filePath(u"known"_s),
                          u"-oNumberOfPasswordPrompts=1"_s,
                          u"-oIdentityAgent=none"_s};
    arguments += options;
    if (options.isEmpty())
        arguments += u"-oPubkeyAuthentication=no"_s;
    arguments +=
        {u"-P"_s, QString::number(account.endpoint.port), u"-b"_s, u"-"_s, account.endpoint.user + u"@127.0.0.1"_s};
    process.start(u"sftp"_s, arguments);
    process.write(batch);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

QString TestServer::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QByteArray TestServer::read(const LocalPath &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void TestServer::wrongPasswordIsRefused()
{
    const Answer answer = sftp("pwd\n", {}, u"wrong"_s);
    QVERIFY(answer.exitCode != 0);
    QVERIFY2(answer.output.contains(u"Permission denied"), qPrintable(answer.output));
}

void TestServer::keySignsIn()
{
    QCOMPARE(QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s,
                                                 m_dir->filePath(u"key"_s)}),
             0);
    m_platform.reset();
    QVERIFY(QFile::copy(m_dir->filePath(u"key.pub"_s), m_dir->filePath(u"root/authorized_key.pub"_s)));
    start();
    const Answer answer = sftp("pwd\n", {u"-oPasswordAuthentication=no"_s, u"-i"_s, m_dir->filePath(u"key"_s)});
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));

    QCOMPARE(QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-f"_s,
                                                 m_dir->filePath(u"other"_s)}),
             0);
    QVERIFY(sftp("pwd\n", {u"-oPasswordAuthentication=no"_s, u"-i"_s, m_dir->filePath(u"other"_s)}).exitCode != 0);
}

void TestServer::listsTheTree()
{
    const Answer answer = sftp("pwd\nls -la contacts\nls -la contacts/import\n");
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    QVERIFY(answer.output.contains(u"Remote working directory: /"));
    for (const char *action : {"import", "optoutEMAIL", "optoutSMS", "optoutVOICE", "optoutVOICEMAIL", "optinEMAIL",
                               "optinSMS", "optinVOICE", "optinVOICEMAIL", "delete"})
        QVERIFY2(answer.output.contains(QLatin1String(action)), action);
    // Rights are told as they are.
    QVERIFY(answer.output.contains(QRegularExpression(u"drwxr-xr-x.* in\\s"_s)));
    QVERIFY(answer.output.contains(QRegularExpression(u"dr-xr-xr-x.* ok\\s"_s)));
}

void TestServer::uploadsAndRenames()
{
    write(u"a.csv"_s, "Email\njean@example.org\n");
    const Answer answer = sftp("put a.csv contacts/import/in/.a.part\nrename contacts/import/in/.a.part "
                               "contacts/import/in/a.csv\n");
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    QCOMPARE(read(inTree("contacts/import/in/a.csv")), QByteArray("Email\njean@example.org\n"));
    QVERIFY(!std::filesystem::exists(inTree("contacts/import/in/.a.part")));
}

void TestServer::bigFileComesBackWhole()
{
    QByteArray bytes;
    for (int i = 0; i < 900'000; ++i)
        bytes += QByteArray::number(i * 7) + '\n';
    write(u"big.csv"_s, bytes);
    const Answer answer = sftp("put big.csv contacts/import/in/.big\nget contacts/import/in/.big back.csv\n");
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    QVERIFY(read(toLocalPath(m_dir->filePath(u"back.csv"_s))) == bytes);
}

void TestServer::rights_data()
{
    QTest::addColumn<QByteArray>("batch");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("put in") << QByteArray("put a.csv contacts/optoutSMS/in/a.csv\n") << true;
    QTest::newRow("put on") << QByteArray("put a.csv contacts/optoutSMS/on/a.csv\n") << false;
    QTest::newRow("put ok") << QByteArray("put a.csv contacts/import/ok/a.csv\n") << false;
    QTest::newRow("put ko") << QByteArray("put a.csv contacts/import/ko/a.csv\n") << false;
    QTest::newRow("put root") << QByteArray("put a.csv a.csv\n") << false;
    QTest::newRow("put action") << QByteArray("put a.csv contacts/delete/a.csv\n") << false;
    QTest::newRow("put reporting") << QByteArray("put a.csv reporting/a.csv\n") << false;
    QTest::newRow("put marker") << QByteArray("put a.csv contacts/import/.syncExistingList\n") << true;
    QTest::newRow("mkdir ok") << QByteArray("mkdir contacts/import/ok/x\n") << false;
    QTest::newRow("rmdir in") << QByteArray("rmdir contacts/import/in\n") << false;
    QTest::newRow("rename in") << QByteArray("rename contacts/import/in contacts/import/out\n") << false;
    QTest::newRow("move into ok") << QByteArray("put a.csv contacts/import/in/.a\nrename contacts/import/in/.a "
                                                "contacts/import/ok/a.csv\n")
                                  << false;
    QTest::newRow("symlink") << QByteArray("symlink /etc contacts/import/in/etc\n") << false;
}

void TestServer::rights()
{
    QFETCH(QByteArray, batch);
    QFETCH(bool, allowed);
    write(u"a.csv"_s, "Email\n");
    const Answer answer = sftp(batch);
    QVERIFY2((answer.exitCode == 0) == allowed, qPrintable(answer.output));
    if (!allowed)
        QVERIFY2(answer.output.contains(u"ermission denied"), qPrintable(answer.output));
}

void TestServer::renameNeverReplaces()
{
    write(u"a.csv"_s, "first");
    write(u"b.csv"_s, "second");
    const Answer answer = sftp("put a.csv contacts/import/in/a.csv\nput b.csv contacts/import/in/.b\n"
                               "rename contacts/import/in/.b contacts/import/in/a.csv\n");
    QVERIFY(answer.exitCode != 0);
    QVERIFY2(answer.output.contains(u"Failure"), qPrintable(answer.output));
    QCOMPARE(read(inTree("contacts/import/in/a.csv")), QByteArray("first"));
    QCOMPARE(read(inTree("contacts/import/in/.b")), QByteArray("second"));
}

void TestServer::pathsStayInside()
{
    write(u"a.csv"_s, "x");
    const Answer up = sftp("cd ../../..\npwd\nls\n");
    QVERIFY2(up.exitCode == 0 && up.output.contains(u"contacts"), qPrintable(up.output));
    QVERIFY(!up.output.contains(u"host_key"));
    QVERIFY(sftp("get ../password stolen\n").exitCode != 0);
    QVERIFY(sftp("get /etc/passwd stolen\n").exitCode != 0);
    QVERIFY(!QFile::exists(m_dir->filePath(u"stolen"_s)));
    QVERIFY(sftp("put a.csv contacts/import/in/../../../../escaped.csv\n").exitCode != 0);
    QVERIFY(!std::filesystem::exists(m_platform->tree().parent_path() / "escaped.csv"));
}

void TestServer::linksAreNotFollowed()
{
    write(u"secret.txt"_s, "secret");
    std::error_code error;
    std::filesystem::create_symlink(toLocalPath(m_dir->path()), inTree("contacts/import/in/out"), error);
    if (error)
        QSKIP("This system makes no links.");
    std::filesystem::create_symlink(toLocalPath(m_dir->filePath(u"secret.txt"_s)), inTree("contacts/import/in/file"));
    QVERIFY(sftp("get contacts/import/in/out/secret.txt stolen\n").exitCode != 0);
    QVERIFY(sftp("get contacts/import/in/file stolen\n").exitCode != 0);
    QVERIFY(!QFile::exists(m_dir->filePath(u"stolen"_s)));
    write(u"a.csv"_s, "x");
    QVERIFY(sftp("put a.csv contacts/import/in/out/planted.csv\n").exitCode != 0);
    QVERIFY(!QFile::exists(m_dir->filePath(u"planted.csv"_s)));
    // A link planted where the upload goes is not written through.
    QVERIFY(sftp("put a.csv contacts/import/in/file\n").exitCode != 0);
    QCOMPARE(read(toLocalPath(m_dir->filePath(u"secret.txt"_s))), QByteArray("secret"));
    QVERIFY(sftp("ls -l contacts/import/in\n").output.contains(QRegularExpression(u"lrwxrwxrwx.* out"_s)));
    QCOMPARE(sftp("rm contacts/import/in/file\n").exitCode, 0);
    QVERIFY(QFile::exists(m_dir->filePath(u"secret.txt"_s)));
}

void TestServer::removesAndListsMany()
{
    for (int i = 0; i < 750; ++i) {
        QFile file(inTree("contacts/import/in") / toLocalPath(u"list_%1 é.csv"_s.arg(i, 4, 10, QLatin1Char('0'))));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const Answer answer = sftp("ls -1 contacts/import/in\nrm \"contacts/import/in/list_0000 é.csv\"\n");
    QVERIFY2(answer.exitCode == 0, qPrintable(answer.output));
    QCOMPARE(answer.output.count(u" é.csv\n"_s), 750);
    QVERIFY(!std::filesystem::exists(inTree("contacts/import/in") / toLocalPath(u"list_0000 é.csv"_s)));
}

void TestServer::severalAtOnce()
{
    QByteArray bytes(3 << 20, 'x');
    write(u"big.csv"_s, bytes);
    askPass(*m_dir);
    std::vector<std::thread> clients;
    std::atomic<int> good = 0;
    for (int i = 0; i < 5; ++i) {
        clients.emplace_back([this, i, &good] {
            const QByteArray name = "contacts/import/in/.c" + QByteArray::number(i);
            if (sftp("put big.csv " + name + "\nget " + name + " back" + QByteArray::number(i) + "\n").exitCode == 0)
                ++good;
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(good, 5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(read(toLocalPath(m_dir->filePath(u"back%1"_s.arg(i)))) == bytes);
}

void TestServer::restartKeepsIdentity()
{
    const Account before = m_platform->account();
    const QString password = m_platform->secrets().password.text();
    QCOMPARE(before.endpoint.hostKeyFingerprint.left(7), u"SHA256:"_s);
    QVERIFY(password.size() >= 20);
    const LocalPath file = m_platform->accountFile();
    QVERIFY(!read(file).contains(password.toUtf8()));
#ifndef Q_OS_WIN
    for (const char *secret : {"host_key", "password"})
        QCOMPARE(QFile(file.parent_path() / secret).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
#endif
    m_platform.reset();
    start();
    QCOMPARE(m_platform->account(), before);
    QCOMPARE(m_platform->secrets().password.text(), password);
    const Result<Account> loaded = Account::load(m_platform->accountFile());
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(loaded->endpoint, before.endpoint);
    QCOMPARE(loaded->settings, before.settings);
}

void TestServer::oneAtATime()
{
    const auto second =
        PracticePlatform::start({.root = toLocalPath(m_dir->filePath(u"root"_s)), .sampleHistory = false});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(sftp("pwd\n").exitCode, 0);
}

void TestServer::takenPortIsAnError()
{
    const auto second = PracticePlatform::start({.root = toLocalPath(m_dir->filePath(u"other"_s)),
                                                 .port = m_platform->account().endpoint.port,
                                                 .sampleHistory = false});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Network);
    QVERIFY(second.error().message.contains(QString::number(m_platform->account().endpoint.port)));
}

void TestServer::stopsWithClientsConnected()
{
    const Account account = m_platform->account();
    QProcess idle;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SSH_ASKPASS"_s, displayText(askPass(*m_dir)));
    environment.insert(u"SSH_ASKPASS_REQUIRE"_s, u"force"_s);
    environment.insert(u"PRACTICE_PASSWORD"_s, m_platform->secrets().password.text());
    idle.setProcessEnvironment(environment);
    idle.setProcessChannelMode(QProcess::MergedChannels);
    idle.start(u"sftp"_s, {u"-F"_s, u"/dev/null"_s, u"-oStrictHostKeyChecking=no"_s,
                           u"-oUserKnownHostsFile=/dev/null"_s, u"-oPubkeyAuthentication=no"_s, u"-P"_s,
                           QString::number(account.endpoint.port), u"practice@127.0.0.1"_s});
    idle.write("pwd\n");
    QString output;
    QTRY_VERIFY_WITH_TIMEOUT((output += QString::fromUtf8(idle.readAll())).contains(u"working directory"), 15'000);
    QElapsedTimer clock;
    clock.start();
    m_platform.reset();
    QVERIFY2(clock.elapsed() < 3000, "the platform waits for a client that does nothing");
    idle.waitForFinished(5000);
    idle.kill();
    idle.waitForFinished();
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
