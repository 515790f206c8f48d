// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// navette-cli against a plain OpenSSH server that holds the directory tree, and against servers that misbehave.
#include "cliwithserver.h"
#include "support/faultproxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

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

class TestCliServer final : public QObject, private CliWithServer
{
    Q_OBJECT

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

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(start(), qPrintable(m_sshd.errorText()));
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

    // What has to be written down first is not done, and why is said; the board shows what it can.
    void withoutAJournal()
    {
        const CliRunner cli;
        QVERIFY(QDir().mkpath(cli.dataDir() + u"/journal.sqlite"_s));
        const QString account = cli.write(u"plain.json"_s, accountJson(m_sshd.endpoint(), m_sshd.fingerprint()));
        const QString file = cli.write(u"unwritten.csv"_s, "Email;R\xe9"
                                                           "f\xe9rence\njean@example.org;1\n");
        const CliResult result = cli.run(
            {u"deposit"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--account"_s, account, u"--mode"_s, u"add"_s});
        QVERIFY(result.code > 0);
        QVERIFY2(result.err.contains(u"is a folder where the journal should be"_s), qPrintable(result.err));
        QVERIFY(!QDir(m_sshd.filesDirectory()).exists(u"contacts/import/in/unwritten.csv"_s));
        const CliResult board = cli.run({u"board"_s, u"--account"_s, account, u"--json"_s});
        QVERIFY2(board.code == 0, qPrintable(board.err));
        QVERIFY(board.err.contains(u"is a folder where the journal should be"_s));
        QVERIFY(!board.json[u"flows"_s].toArray().isEmpty());
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
