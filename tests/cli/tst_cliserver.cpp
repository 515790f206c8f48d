// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// navette-cli against a plain OpenSSH server that holds the directory tree, and against servers that misbehave.
#include "clirunner.h"
#include "support/faultproxy.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

QByteArray accountJson(const Endpoint &endpoint, const QString &fingerprint)
{
    QJsonObject json{{u"host"_s, endpoint.host},
                     {u"port"_s, endpoint.port},
                     {u"user"_s, endpoint.user},
                     {u"auth"_s, u"key"_s},
                     {u"keyFile"_s, displayText(endpoint.keyFile)},
                     {u"root"_s, endpoint.root}};
    if (!fingerprint.isEmpty())
        json.insert(u"hostKeyFingerprint"_s, fingerprint);
    return QJsonDocument(QJsonObject{{u"name"_s, u"Plain"_s},
                                     {u"platform"_s, u"digitaleo"_s},
                                     {u"deduplication"_s, u"reference"_s},
                                     {u"endpoint"_s, json}})
        .toJson();
}

/// A server that accepts and then does what a test wants.
class OddServer : public QObject
{
public:
    enum Habit { Silent, ClosesAtOnce, ClosesAfterBanner, TalksNonsense };
    explicit OddServer(Habit habit)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this, habit] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            if (habit == ClosesAtOnce)
                socket->abort();
            if (habit == ClosesAfterBanner) {
                socket->write("SSH-2.0-OpenSSH_9.2\r\n");
                connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
            }
            if (habit == TalksNonsense)
                socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
};

} // namespace

class TestCliServer : public QObject
{
    Q_OBJECT
    SshdServer m_sshd;
    CliRunner m_cli;
    QString m_account;

    // Runs while this thread's event loop serves an odd server.
    static CliResult runBeside(const CliRunner &cli, const QStringList &arguments)
    {
        CliResult result;
        std::unique_ptr<QThread> thread(QThread::create([&] { result = cli.run(arguments); }));
        thread->start();
        while (!thread->wait(10))
            QCoreApplication::processEvents();
        return result;
    }
    QString oddAccount(quint16 port) const
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.port = port;
        return m_cli.write(u"odd.json"_s, accountJson(endpoint, {}));
    }
    // Our server behind a relay.
    QString accountThrough(quint16 port) const
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.port = port;
        return m_cli.write(u"through.json"_s, accountJson(endpoint, m_sshd.fingerprint()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
        const QDir root(m_sshd.filesDirectory());
        for (const char *action : {"import", "delete", "optoutEMAIL", "optoutSMS", "optoutVOICE", "optoutVOICEMAIL",
                                   "optinEMAIL", "optinSMS", "optinVOICE", "optinVOICEMAIL"}) {
            for (const char *status : {"in", "on", "ok", "ko"})
                QVERIFY(root.mkpath(u"contacts/%1/%2"_s.arg(QLatin1String(action), QLatin1String(status))));
        }
        m_account = m_cli.write(u"plain.json"_s, accountJson(m_sshd.endpoint(), m_sshd.fingerprint()));
    }

    void theSameDepositOnPlainOpenSsh()
    {
        const QByteArray content = "Email;R\xe9"
                                   "f\xe9rence\njean@example.org;1\n";
        const QString file = m_cli.write(u"vip.csv"_s, content);
        const CliResult result = m_cli.run({u"deposit"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--account"_s,
                                            m_account, u"--mode"_s, u"add"_s, u"--json"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err + QString::fromUtf8(result.out)));
        const QDir root(m_sshd.filesDirectory());
        QFile there(root.filePath(u"contacts/import/in/vip.csv"_s));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), content);
        QCOMPARE(QDir(root.filePath(u"contacts/import/in"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(root.exists(u"contacts/import/.addToExistingList"_s));

        // A person in the platform's place takes it and refuses it.
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QVERIFY(QDir().rename(there.fileName(), root.filePath(u"contacts/import/ko/%1_vip.csv"_s.arg(now))));
        const CliResult board = m_cli.run({u"board"_s, u"--account"_s, m_account, u"--json"_s});
        QCOMPARE(board.code, 0);
        const QJsonArray refused = cardsOf(board.json, u"digitaleo/import"_s, u"refused"_s);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][u"fileName"_s].toString(), u"vip.csv"_s);
        QCOMPARE(refused[0][u"deposit"_s][u"state"_s].toString(), u"refused"_s);
        QCOMPARE(board.json[u"mode"_s][u"mode"_s].toString(), u"add"_s);
    }

    void listsWholeDirectoriesAsTheyCome()
    {
        constexpr int entries = 12'000;
        const QDir root(m_sshd.filesDirectory());
        QVERIFY(root.mkpath(u"many"_s));
        for (int i = 0; i < entries; ++i)
            QVERIFY(QFile(root.filePath(u"many/file-%1"_s.arg(i))).open(QIODevice::WriteOnly));
        const QStringList listing{u"ls"_s, u"many"_s, u"--all"_s, u"--account"_s, m_account};
        CliResult result = m_cli.run(listing);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(result.out.count('\n'), entries);
        result = m_cli.run(QStringList(listing) << u"--json"_s);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"path"_s].toString(), u"many"_s);
        QCOMPARE(result.json[u"complete"_s].toBool(), true);
        QSet<QString> names;
        for (const QJsonValue &entry : result.json[u"entries"_s].toArray())
            names.insert(entry[u"name"_s].toString());
        QCOMPARE(names.size(), entries);
#ifdef Q_OS_UNIX
        // Nobody reads on: no need to list on.
        QProcess unread;
        QProcess reader;
        unread.setProcessEnvironment(m_cli.environment());
        unread.setStandardOutputProcess(&reader);
        unread.start(CliRunner::program(), listing);
        reader.start(u"head"_s, {u"-n"_s, u"1"_s});
        QVERIFY(reader.waitForFinished(60'000));
        QVERIFY(unread.waitForFinished(60'000));
        QCOMPARE(reader.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(unread.exitCode(), 5);
#endif
        QVERIFY(QDir(root.filePath(u"many"_s)).removeRecursively());
        result = m_cli.run(QStringList(listing) << u"--json"_s);
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty());
    }

    void namesThatMeetBothArrive()
    {
        const QDir root(m_sshd.filesDirectory());
        for (const QString &name : {u"Meet.csv"_s, u"meet.csv"_s}) {
            QFile file(root.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
        }
        const QString folder = m_cli.path(u"meeting"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto get = [&](const QString &name) {
            return m_cli.run({u"get"_s, name, folder, u"--account"_s, m_account});
        };
        QCOMPARE(get(u"Meet.csv"_s).code, 0);
        const CliResult second = get(u"meet.csv"_s);
        QCOMPARE(second.code, 0);
        QVERIFY2(second.err.contains(u"meet (2).csv"_s), qPrintable(second.err));
        QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), (QStringList{u"Meet.csv"_s, u"meet (2).csv"_s}));
        QFile file(folder + u"/meet (2).csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "meet.csv");
        QCOMPARE(get(u"Meet.csv"_s).code, 4); // the same again is not another copy
    }

    void hostileNamesAreEscapedOnATerminalAndWholeInJson()
    {
        const QString directory = m_sshd.filesDirectory() + u"/contacts/delete/ok"_s;
        QFile file(directory + u"/evil\x1b[31m\u202egnp.csv"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const QStringList account{u"--account"_s, m_account};
        const CliResult text = m_cli.run(QStringList{u"ls"_s, u"contacts/delete/ok"_s} + account);
        QCOMPARE(text.code, 0);
        QVERIFY(!text.out.contains('\x1b'));
        QVERIFY(text.out.contains("\\x1b[31m\\u202egnp.csv"));
        const CliResult json = m_cli.run(QStringList{u"ls"_s, u"contacts/delete/ok"_s, u"--json"_s} + account);
        QVERIFY(!json.out.contains("\xe2\x80\xae"));
        QCOMPARE(json.json[u"entries"_s][0][u"name"_s].toString(), u"evil\x1b[31m\u202egnp.csv"_s);
    }

    void changedHostKeyRefuses()
    {
        SshdServer other;
        QVERIFY(other.start());
        Endpoint endpoint = other.endpoint();
        const QString account = m_cli.write(u"changed.json"_s, accountJson(endpoint, other.fingerprint()));
        QCOMPARE(m_cli.run({u"ls"_s, u"."_s, u"--account"_s, account}).code, 0);
        other.stop();
        QVERIFY(other.makeNewHostKey());
        QVERIFY(other.start());
        const CliResult result = m_cli.run({u"ls"_s, u"."_s, u"--account"_s, account});
        QCOMPARE(result.code, 4);
        QVERIFY(result.err.contains(u"SHA256:"_s));
    }

    void changedHostKeyIsTakenOnPurpose()
    {
        SshdServer server;
        QVERIFY(server.start());
        const QString account = m_cli.write(u"unpinned.json"_s, accountJson(server.endpoint(), {}));
        const auto hostKey = [&](const QStringList &options) {
            return m_cli.run(QStringList{u"accounts"_s, u"host-key"_s, u"--account"_s, account, u"--json"_s} + options);
        };
        const auto list = [&] { return m_cli.run({u"ls"_s, u"."_s, u"--account"_s, account}).code; };
        const QString first = server.fingerprint();
        QCOMPARE(hostKey({}).json[u"keys"_s].toArray().size(), 0);
        QCOMPARE(list(), 4);
        QCOMPARE(hostKey({u"--accept"_s, first}).code, 0);
        QCOMPARE(list(), 0);
        QCOMPARE(hostKey({}).json[u"keys"_s][0][u"fingerprint"_s].toString(), first);

        server.stop();
        QVERIFY(server.makeNewHostKey() && server.start());
        QCOMPARE(list(), 4);
        const CliResult wrong = hostKey({u"--accept"_s, first});
        QCOMPARE(wrong.code, 4);
        QVERIFY2(wrong.err.contains(first) && wrong.err.contains(server.fingerprint()), qPrintable(wrong.err));
        QCOMPARE(hostKey({u"--accept"_s, u"SHA256:abc"_s}).code, 2);
        QCOMPARE(list(), 4);
        QCOMPARE(hostKey({u"--accept"_s, server.fingerprint()}).code, 0);
        QCOMPARE(list(), 0);
        const CliResult forgotten = hostKey({u"--forget"_s});
        QCOMPARE(forgotten.code, 0);
        QCOMPARE(forgotten.json[u"keys"_s].toArray().size(), 0);
        QCOMPARE(list(), 4);

        const QString pinned = m_cli.write(u"pinned.json"_s, accountJson(server.endpoint(), first));
        const QString now = server.fingerprint();
        QCOMPARE(m_cli.run({u"accounts"_s, u"host-key"_s, u"--account"_s, pinned, u"--accept"_s, now}).code, 2);
    }

    void serversThatMisbehave_data()
    {
        QTest::addColumn<int>("habit");
        QTest::newRow("closes at once") << int(OddServer::ClosesAtOnce);
        QTest::newRow("closes in the middle") << int(OddServer::ClosesAfterBanner);
        QTest::newRow("talks nonsense") << int(OddServer::TalksNonsense);
        QTest::newRow("says nothing") << int(OddServer::Silent);
    }
    void serversThatMisbehave()
    {
        QFETCH(int, habit);
        OddServer server(static_cast<OddServer::Habit>(habit));
        const QString file = m_cli.write(u"odd.csv"_s, "Email\njean@example.org\n");
        QElapsedTimer clock;
        clock.start();
        const CliResult result = runBeside(
            m_cli, {u"deposit"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--account"_s, oddAccount(server.port())});
        QVERIFY2(result.code == 3, qPrintable(QString::number(result.code) + result.err));
        QVERIFY(result.err.contains(u"navette-cli: "_s));
        QVERIFY(result.out.isEmpty());
        QVERIFY(clock.elapsed() < 40'000);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(source.readAll(), QByteArray("Email\njean@example.org\n"));
    }

    // reliability.md, Invariants: after every fault nothing is half there, nothing twice, and the next start mends it.
    void aDepositThatIsBrokenOff_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("code");
        QTest::newRow("interrupted") << u"terminate"_s << 5;
        QTest::newRow("killed") << u"kill"_s << -3;
        QTest::newRow("line cut") << u"cut"_s << 3;
    }
    void aDepositThatIsBrokenOff()
    {
        QFETCH(QString, how);
        QFETCH(int, code);
        const QDir in(m_sshd.filesDirectory() + u"/contacts/delete/in"_s);
        const auto lying = [&in] { return in.entryList(QDir::Files | QDir::Hidden); };
        QByteArray content = "R\xe9"
                             "f\xe9rence;Email\n";
        for (int i = 0; content.size() < 2'000'000; ++i)
            content += QByteArray::number(i) + ";contact" + QByteArray::number(i) + "@example.org\n";
        const QString name = u"broken_off_%1.csv"_s.arg(how);
        const QString file = m_cli.write(name, content);

        Faults slow;
        slow.delayEachWay = std::chrono::milliseconds(150);
        if (how == u"cut")
            slow.cutAfterUp = 500'000;
        FaultProxy proxy(m_sshd.port(), slow);
        const QString account = accountThrough(proxy.port());
        const QStringList arguments{u"deposit"_s,   file,    u"--flow"_s,    u"digitaleo/delete"_s,
                                    u"--account"_s, account, u"--retries"_s, u"0"_s};

        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(), arguments);
        if (how != u"cut") {
            QTRY_VERIFY_WITH_TIMEOUT(!lying().isEmpty(), 30'000); // the temporary file
            how == u"kill" ? process.kill() : process.terminate();
        }
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3, code);
        QVERIFY(!lying().contains(name));
        if (how == u"terminate")
            QCOMPARE(lying(), QStringList()); // it cleared away behind itself

        proxy.setFaults({});
        proxy.cutAll();
        const CliResult board = m_cli.run({u"board"_s, u"--account"_s, account, u"--json"_s});
        QVERIFY2(board.code == 0, qPrintable(board.err));
        QCOMPARE(lying(), QStringList());
        const CliResult again = m_cli.run(arguments);
        QVERIFY2(again.code == 0, qPrintable(again.err));
        QCOMPARE(lying(), QStringList{name});
        QFile there(in.filePath(name));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), content);
        QVERIFY(there.remove());
    }

    // cli.md: get and put resume by default.
    void transfersThatAreBrokenOffGoOn_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("code");
        for (const char *verb : {"get", "put"}) {
            const QString text = QString::fromLatin1(verb);
            QTest::addRow("%s, interrupted", verb) << text << u"terminate"_s << 5;
            QTest::addRow("%s, killed", verb) << text << u"kill"_s << -3;
            QTest::addRow("%s, line cut", verb) << text << u"cut"_s << 3;
        }
    }
    void transfersThatAreBrokenOffGoOn()
    {
        QFETCH(QString, verb);
        QFETCH(QString, how);
        QFETCH(int, code);
        constexpr qint64 fileBytes = 30'000'000;
        constexpr qint64 breakAt = 20'000'000;
        QByteArray content(fileBytes, Qt::Uninitialized);
        QRandomGenerator(42).fillRange(reinterpret_cast<quint32 *>(content.data()), fileBytes / 4);
        const QDir there(m_sshd.filesDirectory() + u"/contacts/optinVOICE/ok"_s);
        QTemporaryDir here;
        const QString name = u"%1_%2.csv"_s.arg(verb, how);
        const bool isGet = verb == u"get";
        const QString source = isGet ? there.filePath(name) : here.filePath(name);
        const QDir into = isGet ? QDir(here.path()) : there;
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == fileBytes);
        file.close();

        Faults faults;
        faults.delayEachWay = std::chrono::milliseconds(5);
        if (how == u"cut")
            (isGet ? faults.cutAfterDown : faults.cutAfterUp) = breakAt;
        FaultProxy proxy(m_sshd.port(), faults);
        const QString account = accountThrough(proxy.port());
        const QString remote = u"contacts/optinVOICE/ok/"_s + name;
        QStringList arguments{verb, isGet ? remote : source, isGet ? here.path() : remote};
        arguments += {u"--account"_s, account, u"--json"_s, u"--retries"_s, u"0"_s};
        const auto partBytes = [&] {
            const QFileInfoList parts = into.entryInfoList({u"*.part"_s}, QDir::Files | QDir::Hidden);
            return parts.isEmpty() ? -1 : parts[0].size();
        };
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(), arguments);
        if (how != u"cut") {
            QTRY_VERIFY_WITH_TIMEOUT(partBytes() > fileBytes / 3, 30'000);
            how == u"kill" ? process.kill() : process.terminate();
        }
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3, code);
        QVERIFY(!into.exists(name));
        QCOMPARE_GT(partBytes(), fileBytes / 3);
        if (how != u"kill")
            QVERIFY(process.readAllStandardError().contains("goes on from there"));

        proxy.setFaults({});
        const CliResult again = m_cli.run(arguments);
        QVERIFY2(again.code == 0, qPrintable(again.err));
        QCOMPARE_GT(again.json[u"continuedFrom"_s].toInteger(), fileBytes / 5);
        QCOMPARE(again.json[u"sha256"_s].toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        QFile whole(into.filePath(name));
        QVERIFY(whole.open(QIODevice::ReadOnly) && whole.readAll() == content);
        QCOMPARE(partBytes(), -1);
        QVERIFY(QFile::remove(there.filePath(name)));
    }

    void contentIsComparedWhereThatIsWanted()
    {
        QTemporaryDir here;
        const QString source = here.filePath(u"list.csv"_s);
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1'000'000, 'x')) == 1'000'000);
        file.close();
        const QString remote = u"contacts/optinVOICE/ok/verified.csv"_s;
        const QString account = accountThrough(m_sshd.port());
        const CliResult put = m_cli.run({u"put"_s, source, remote, u"--verify"_s, u"--account"_s, account});
        QVERIFY2(put.code == 0, qPrintable(put.err));
        const QString back = here.filePath(u"back.csv"_s);
        const CliResult get = m_cli.run({u"get"_s, remote, back, u"--verify"_s, u"--account"_s, account});
        QVERIFY2(get.code == 0, qPrintable(get.err));
        QFile got(back);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(got.readAll(), QByteArray(1'000'000, 'x'));
        QVERIFY(QFile::remove(m_sshd.filesDirectory() + u'/' + remote));
    }

    // The line breaks in the middle; nobody has to do anything.
    void goesOnByItself_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("get") << u"get"_s;
        QTest::newRow("put") << u"put"_s;
        QTest::newRow("deposit") << u"deposit"_s;
    }
    void goesOnByItself()
    {
        QFETCH(QString, verb);
        QByteArray content = "R\xe9"
                             "f\xe9rence;Email\n";
        for (int i = 0; content.size() < 12'000'000; ++i)
            content += QByteArray::number(i) + ";contact" + QByteArray::number(i) + "@example.org\n";
        const QDir root(m_sshd.filesDirectory());
        const QString name = u"by_itself_%1.csv"_s.arg(verb);
        const bool isGet = verb == u"get";
        QTemporaryDir here;
        QFile file((isGet ? root : QDir(here.path())).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();

        Faults faults;
        faults.delayEachWay = std::chrono::milliseconds(2);
        (isGet ? faults.cutAfterDown : faults.cutAfterUp) = 8'000'000;
        FaultProxy proxy(m_sshd.port(), faults);
        QStringList arguments{verb};
        arguments += isGet ? QStringList{name, here.path()} : QStringList{file.fileName()};
        if (verb == u"put")
            arguments += name;
        if (verb == u"deposit")
            arguments += {u"--flow"_s, u"digitaleo/delete"_s};
        arguments += {u"--account"_s, accountThrough(proxy.port()), u"--json"_s};
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(), arguments);
        if (verb == u"deposit") {
            // It begins anew each time: the line must hold once.
            QTRY_VERIFY_WITH_TIMEOUT(proxy.connections() == 2, 60'000);
            proxy.setFaults({});
        }
        QVERIFY(process.waitForFinished(100'000));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, qPrintable(said));
        QVERIFY2(said.contains(u"(try 2 of 4)"_s), qPrintable(said));
        QCOMPARE_GE(proxy.connections(), 2);
        const QJsonObject json = QJsonDocument::fromJson(out).object();
        QCOMPARE(json[u"sha256"_s].toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        if (verb != u"deposit")
            QVERIFY(json[u"continuedFrom"_s].toInteger() > 3'000'000);
        const QDir into = isGet            ? QDir(here.path())
                          : verb == u"put" ? root
                                           : QDir(root.filePath(u"contacts/delete/in"_s));
        QFile whole(into.filePath(name));
        QVERIFY(whole.open(QIODevice::ReadOnly) && whole.readAll() == content);
        QVERIFY(QFile::remove(isGet ? file.fileName() : whole.fileName()));
    }

    void triesARefusalOnce()
    {
        const CliResult result = m_cli.run({u"get"_s, u"nowhere.csv"_s, m_cli.dataDir(), u"--account"_s, m_account});
        QVERIFY(result.code != 0);
        QVERIFY2(!result.err.contains(u"(try "_s), qPrintable(result.err));
        const CliResult wrong =
            m_cli.run({u"get"_s, u"a"_s, u"b"_s, u"--account"_s, m_account, u"--retries"_s, u"often"_s});
        QCOMPARE(wrong.code, 2);
        const CliResult early = m_cli.run({u"deposit"_s, u"nowhere.csv"_s, u"--flow"_s, u"digitaleo/delete"_s,
                                           u"--account"_s, m_account, u"--retries"_s, u"often"_s});
        QVERIFY2(early.err.contains(u"--retries"_s), qPrintable(early.err)); // before it looks for the file
    }

    void aWaitThatIsInterruptedIsNoFailure()
    {
        FaultProxy proxy(m_sshd.port(), {.cutAfterUp = 500'000});
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(),
                      {u"put"_s, m_cli.write(u"waits.bin"_s, QByteArray(6'000'000, 'w')), u"waits.bin"_s,
                       u"--account"_s, accountThrough(proxy.port()), u"--retries"_s, u"100"_s});
        QString said;
        // Long enough a wait for the signal to come in the middle.
        QTRY_VERIFY_WITH_TIMEOUT((said += QString::fromUtf8(process.readAllStandardError())).contains(u"(try 3 of"_s),
                                 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 5);
        for (const QString &part : QDir(m_sshd.filesDirectory()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden))
            QVERIFY(QFile::remove(m_sshd.filesDirectory() + u'/' + part));
    }

    // What is placed already must not look to a nightly job as if it had to be sent again.
    void aLineThatBreaksWhileItWaitsForThePlatform()
    {
        FaultProxy proxy(m_sshd.port());
        const QString name = u"judged.csv"_s;
        QFile there(m_sshd.filesDirectory() + u"/contacts/delete/in/"_s + name);
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(),
                      {u"deposit"_s,
                       m_cli.write(name, "R\xe9"
                                         "f\xe9rence;Email\n1;a@example.org\n"),
                       u"--flow"_s, u"digitaleo/delete"_s, u"--account"_s, accountThrough(proxy.port()), u"--wait"_s,
                       u"300"_s, u"--retries"_s, u"0"_s, u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(there.exists(), 60'000);
        QTest::qWait(2'000); // it has heard that the file is there, and polls
        proxy.cutAll();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 5);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json[u"exitCode"_s].toInt(), 5);
        QCOMPARE(json[u"remoteName"_s].toString(), name);
        QVERIFY(there.remove());
    }

    // Two programs send one file: neither goes on with, nor renames, what the other is writing.
    void samePutTwiceAtOnce()
    {
        const QByteArray content(30'000'000, 'c');
        const QString source = m_cli.write(u"twice.csv"_s, content);
        const QDir there(m_sshd.filesDirectory() + u"/contacts/optinVOICE/ok"_s);
        FaultProxy proxy(m_sshd.port(), {.delayEachWay = std::chrono::milliseconds(200)});
        const auto put = [&](quint16 port) {
            return QStringList{
                u"put"_s,   source, u"contacts/optinVOICE/ok/twice.csv"_s, u"--account"_s, accountThrough(port),
                u"--json"_s};
        };
        const auto partBytes = [&] {
            const QFileInfoList parts = there.entryInfoList({u"*.part"_s}, QDir::Files | QDir::Hidden);
            return parts.isEmpty() ? -1 : parts[0].size();
        };
        QProcess slow;
        slow.setProcessEnvironment(m_cli.environment());
        slow.start(CliRunner::program(), put(proxy.port()));
        QTRY_VERIFY_WITH_TIMEOUT(partBytes() > content.size() / 5, 30'000);
        const CliResult quick = m_cli.run(put(m_sshd.port()));
        QVERIFY2(quick.code == 0, qPrintable(quick.err));
        QCOMPARE(quick.json[u"continuedFrom"_s].toInteger(), 0);
        QCOMPARE(slow.state(), QProcess::Running);
        QVERIFY(slow.waitForFinished(60'000));
        QCOMPARE_NE(slow.exitCode(), 0);
        QVERIFY(QFile(there.filePath(u"twice.csv"_s)).size() == content.size());
        QCOMPARE(partBytes(), -1);
        QVERIFY(QFile::remove(there.filePath(u"twice.csv"_s)));
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            port = server.serverPort();
        }
        const CliResult result = m_cli.run({u"accounts"_s, u"test"_s, u"--account"_s, oddAccount(port), u"--json"_s});
        QCOMPARE(result.code, 3);
        QCOMPARE(result.json[u"ok"_s].toBool(true), false);
        QVERIFY(!result.json[u"message"_s].toString().isEmpty());
    }

    void keyThatIsNotAccepted()
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.keyFile = toLocalPath(m_sshd.otherKeyFile());
        const QString account = m_cli.write(u"stranger.json"_s, accountJson(endpoint, m_sshd.fingerprint()));
        QCOMPARE(m_cli.run({u"board"_s, u"--account"_s, account}).code, 3);
    }
};

QTEST_GUILESS_MAIN(TestCliServer)
#include "tst_cliserver.moc"
