// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// navette-cli where the line breaks, or somebody ends it, in the middle of the work.
#include "cliwithserver.h"
#include "journal/journal.h"
#include "support/faultproxy.h"
#include "support/files.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contacts(qsizetype bytes)
{
    QByteArray content = "R\xe9"
                         "f\xe9rence;Email\n";
    for (int i = 0; content.size() < bytes; ++i)
        content += QByteArray::number(i) + ";contact" + QByteArray::number(i) + "@example.org\n";
    return content;
}

} // namespace

class TestCliBroken final : public QObject, private CliWithServer
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(start(), qPrintable(m_sshd.errorText()));
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
        const QByteArray content = contacts(2'000'000);
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
        const QByteArray content = randomBytes(fileBytes);
        const QDir there(m_sshd.filesDirectory() + u"/contacts/optinVOICE/ok"_s);
        QTemporaryDir here;
        const QString name = u"%1_%2.csv"_s.arg(verb, how);
        const bool isGet = verb == u"get";
        const QString source = isGet ? there.filePath(name) : here.filePath(name);
        const QDir into = isGet ? QDir(here.path()) : there;
        QVERIFY(writeFile(source, content));

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
        QVERIFY(readFile(into.filePath(name)) == content);
        QCOMPARE(partBytes(), -1);
        QVERIFY(QFile::remove(there.filePath(name)));
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
        const QByteArray content = contacts(12'000'000);
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
        QVERIFY(process.waitForFinished(100'000));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        const QByteArray out = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, qPrintable(said));
        QVERIFY2(said.contains(u"(try 2 of 4)"_s), qPrintable(said));
        QCOMPARE_GE(proxy.connections(), 2);
        const QJsonObject json = QJsonDocument::fromJson(out).object();
        QCOMPARE(json[u"sha256"_s].toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        if (verb == u"deposit") {
            const auto journal = Journal::open(toLocalPath(m_cli.dataDir() + u"/journal.sqlite"_s));
            QVERIFY(journal);
            std::vector<DepositRecord> records = (*journal)->deposits().value();
            std::erase_if(records, [&name](const DepositRecord &record) { return record.remoteName != name; });
            QCOMPARE(records.size(), 1u);
            QCOMPARE(records[0].state, DepositState::Waiting);
            QVERIFY2(records[0].message.contains(u"2 tries"_s), qPrintable(records[0].message));
        } else {
            QVERIFY(json[u"continuedFrom"_s].toInteger() > 3'000'000);
        }
        const QDir into = isGet            ? QDir(here.path())
                          : verb == u"put" ? root
                                           : QDir(root.filePath(u"contacts/delete/in"_s));
        QFile whole(into.filePath(name));
        QVERIFY(whole.open(QIODevice::ReadOnly) && whole.readAll() == content);
        QCOMPARE(into.entryList({u"*.part"_s}, QDir::Files | QDir::Hidden), QStringList());
        QVERIFY(QFile::remove(isGet ? file.fileName() : whole.fileName()));
    }

    // reliability.md A: within a second, though a line counts as dead only after half a minute.
    void aCancelOnAStalledLineIsSoonOver_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("put") << u"put"_s;
        QTest::newRow("deposit") << u"deposit"_s;
    }
    void aCancelOnAStalledLineIsSoonOver()
    {
        QFETCH(QString, verb);
        const QByteArray content = contacts(4'000'000);
        const QDir into(m_sshd.filesDirectory() + u"/contacts/delete/in"_s);
        const auto lying = [&into] { return into.entryList(QDir::Files | QDir::Hidden); };
        const QString name = u"stalled_%1.csv"_s.arg(verb);
        FaultProxy proxy(m_sshd.port(), {.bytesPerSecond = 1'000'000});
        QStringList arguments{verb, m_cli.write(name, content)};
        if (verb == u"put")
            arguments += u"contacts/delete/in/"_s + name;
        else
            arguments += {u"--flow"_s, u"digitaleo/delete"_s};
        arguments += {u"--account"_s, accountThrough(proxy.port())};
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(), arguments);
        QTRY_VERIFY_WITH_TIMEOUT(!lying().isEmpty(), 30'000); // the temporary file
        proxy.setFaultsFromNow({.stallAfterDown = 0, .stallAfterUp = 0});
        QElapsedTimer clock;
        clock.start();
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(process.exitCode(), 5);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(said.contains(lying().constFirst()), qPrintable(said)); // it could not clear that away

        proxy.setFaults({});
        proxy.cutAll();
        if (verb == u"put") {
            const CliResult again = m_cli.run(arguments);
            QVERIFY2(again.code == 0, qPrintable(again.err));
            QCOMPARE(lying(), QStringList{name});
            QVERIFY(QFile::remove(into.filePath(name)));
        } else {
            const CliResult board = m_cli.run({u"board"_s, u"--account"_s, accountThrough(proxy.port())});
            QVERIFY2(board.code == 0, qPrintable(board.err));
            QCOMPARE(lying(), QStringList());
        }
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
};

QTEST_GUILESS_MAIN(TestCliBroken)
#include "tst_clibroken.moc"
