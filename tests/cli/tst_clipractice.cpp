// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The issue's list: "navette-cli practice and a second terminal do a deposit of each sample, with the expected end (ok
// or ko) for each, and board --json shows it."
#include "clirunner.h"
#include "practice/practiceplatform.h"

#include <QDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestCliPractice : public QObject
{
    Q_OBJECT
    CliRunner m_digitaleo;
    CliRunner m_accengage;
    PracticeProcess m_digitaleoPlatform;
    PracticeProcess m_accengagePlatform;

    // Deposits with the same name would wait for one another: each has its own.
    static QString uniqueCopy(const CliRunner &cli, const QString &source, const QString &name)
    {
        const QString copy = cli.path(name);
        QFile::remove(copy);
        return QFile::copy(source, copy) ? copy : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(
            m_digitaleoPlatform.start(m_digitaleo, {u"--root"_s, m_digitaleo.path(u"root"_s), u"--tick"_s, u"0.05"_s}));
        QVERIFY(m_accengagePlatform.start(m_accengage, {u"--root"_s, m_accengage.path(u"root"_s), u"--tick"_s,
                                                        u"0.05"_s, u"--platform"_s, u"accengage"_s}));
        for (const QString &key : {u"host"_s, u"user"_s, u"password"_s, u"hostKeyFingerprint"_s, u"account"_s})
            QVERIFY(m_digitaleoPlatform.ready()[key].isString());
        QVERIFY(m_digitaleoPlatform.ready()[u"port"_s].toInt() > 0);
    }

    void accountTestWalksTheSteps()
    {
        const CliResult result =
            m_digitaleo.run({u"accounts"_s, u"test"_s, u"--account"_s, m_digitaleoPlatform.account(), u"--json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"ok"_s].toBool(), true);
        QVERIFY(result.json[u"steps"_s].toArray().size() >= 3);
    }

    void eachSampleHasItsEnd_data()
    {
        QTest::addColumn<int>("platform");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("flow");
        QTest::addColumn<bool>("acceptedAsIs");
        QTest::addColumn<bool>("repairable");
        for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
            for (const Sample &sample : samples(platform))
                QTest::newRow(qPrintable(key(platform) + u' ' + sample.fileName))
                    << int(platform) << sample.fileName << sample.flow << sample.acceptedAsIs << sample.repairable;
        }
    }
    void eachSampleHasItsEnd()
    {
        QFETCH(int, platform);
        QFETCH(QString, file);
        QFETCH(QString, flow);
        QFETCH(bool, acceptedAsIs);
        QFETCH(bool, repairable);
        const bool digitaleo = platform == int(Platform::Digitaleo);
        CliRunner &cli = digitaleo ? m_digitaleo : m_accengage;
        const QString account = digitaleo ? m_digitaleoPlatform.account() : m_accengagePlatform.account();
        const QString source = QFileInfo(account).dir().filePath(u"samples/"_s + file);
        QVERIFY2(QFile::exists(source), qPrintable(source));

        for (const bool repair : {false, true}) {
            if (repair && !repairable)
                continue;
            const QString copy = uniqueCopy(cli, source, (repair ? u"repaired_"_s : u"asis_"_s) + file);
            QStringList arguments{u"deposit"_s, copy,        u"--flow"_s, flow,       u"--account"_s,
                                  account,      u"--wait"_s, u"30"_s,     u"--json"_s};
            if (repair)
                arguments << u"--repair"_s;
            const CliResult result = cli.run(arguments);
            const QString state = result.json[u"state"_s].toString();
            const auto shown = qPrintable(u"%1 %2\n%3"_s.arg(result.code).arg(state, result.err));
            if (QFileInfo(source).size() == 0) {
                // There is nothing that could be sent, and that is said before anything is.
                QVERIFY2(result.code == 1 && state == u"failed", shown);
            } else if (digitaleo) {
                const bool accepted = repair || acceptedAsIs;
                QVERIFY2(state == (accepted ? u"accepted"_s : u"refused"_s), shown);
                QVERIFY2(accepted || result.code == 1, shown);
                QVERIFY2(!repair || result.code == 0 || !result.json[u"valid"_s].toBool(true), shown);
                const CliResult board = cli.run({u"board"_s, u"--account"_s, account, u"--json"_s});
                QCOMPARE(board.code, 0);
                QVERIFY2(hasCard(cardsOf(board.json, flow, state), result.json[u"remoteName"_s].toString()),
                         board.out.constData());
            } else {
                QVERIFY2(state == u"outcome-unknown", shown); // the platform reports no failures
            }
        }
    }

    void modeIsReadAndSet()
    {
        const QStringList account{u"--account"_s, m_digitaleoPlatform.account(), u"--json"_s};
        for (const QString &mode : {u"sync"_s, u"add"_s, u"new"_s}) {
            CliResult result = m_digitaleo.run(QStringList{u"mode"_s, u"--set"_s, mode} + account);
            QCOMPARE(result.code, 0);
            QCOMPARE(result.json[u"mode"_s].toString(), mode);
            result = m_digitaleo.run(QStringList{u"mode"_s} + account);
            QCOMPARE(result.json[u"mode"_s].toString(), mode);
            QCOMPARE(result.json[u"markers"_s].toArray().size(), 1);
            QCOMPARE(result.json[u"conflict"_s].toBool(true), false);
        }
        QCOMPARE(m_digitaleo.run(QStringList{u"mode"_s, u"--set"_s, u"replace"_s} + account).code, 2);
        QCOMPARE(m_accengage.run({u"mode"_s, u"--account"_s, m_accengagePlatform.account()}).code, 2);
    }

    void filesGoThereAndBack()
    {
        const QStringList account{u"--account"_s, m_digitaleoPlatform.account()};
        const QByteArray content = QByteArray("some bytes\n").repeated(20'000);
        const QString local = m_digitaleo.write(u"there.txt"_s, content);
        // A place that the platform lets nobody write to.
        QVERIFY(m_digitaleo.run(QStringList{u"put"_s, local, u"contacts/import/ok/there.txt"_s} + account).code != 0);
        // The robot takes everything from `in` sooner or later; a hidden name it leaves alone.
        const QString remote = u"contacts/delete/in/.there.txt"_s;
        CliResult result = m_digitaleo.run(QStringList{u"put"_s, local, remote} + account);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(m_digitaleo.run(QStringList{u"put"_s, local, remote} + account).code, 4);
        const QString back = m_digitaleo.path(u"back.txt"_s);
        result = m_digitaleo.run(QStringList{u"get"_s, remote, back} + account);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QFile file(back);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        QCOMPARE(m_digitaleo.run(QStringList{u"get"_s, remote, back} + account).code, 4);
        result = m_digitaleo.run(QStringList{u"ls"_s, u"contacts/delete/in"_s, u"--json"_s} + account);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"entries"_s].toArray().size(), 1);
        QCOMPARE(result.json[u"entries"_s][0][u"name"_s].toString(), u".there.txt"_s);
        QCOMPARE(result.json[u"entries"_s][0][u"bytes"_s].toInt(), int(content.size()));
        QCOMPARE(m_digitaleo.run(QStringList{u"ls"_s, u"contacts/nowhere"_s} + account).code, 2);
        QCOMPARE(m_digitaleo.run(QStringList{u"get"_s, u"../../etc/passwd"_s, m_digitaleo.path(u"x"_s)} + account).code,
                 4);
    }

    void reportsAreListedFetchedAndCounted()
    {
        const QStringList account{u"--account"_s, m_digitaleoPlatform.account(), u"--json"_s};
        CliResult result = m_digitaleo.run(QStringList{u"reports"_s} + account);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        const QJsonArray days = result.json[u"days"_s].toArray();
        QVERIFY(!days.isEmpty());
        const QString day = days.last()[u"day"_s].toString();
        const QString folder = m_digitaleo.path(u"reports"_s);
        result = m_digitaleo.run(QStringList{u"reports"_s, u"--day"_s, day, u"--fetch"_s, folder} + account);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(result.json[u"days"_s].toArray().size(), 1);
        const QJsonArray zips = result.json[u"days"_s][0][u"zips"_s].toArray();
        QVERIFY(!zips.isEmpty());
        QStringList files;
        for (const QJsonValue &zip : zips)
            files << zip[u"kept"_s].toString();
        result = m_digitaleo.run(QStringList{u"stats"_s, u"--json"_s} + files);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(result.json[u"files"_s].toArray().size(), files.size());
        QVERIFY(result.json[u"files"_s][0][u"lists"_s].toArray().size() > 0);
        QCOMPARE(m_digitaleo.run(QStringList{u"reports"_s, u"--day"_s, u"tomorrow"_s} + account).code, 2);
    }

    void exportsAreListedFetchedAndCounted()
    {
        const QString folder = m_accengage.path(u"exports"_s);
        CliResult result = m_accengage.run(
            {u"reports"_s, u"--account"_s, m_accengagePlatform.account(), u"--fetch"_s, folder, u"--json"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QStringList files;
        for (const QJsonValue &file : result.json[u"exports"_s].toArray())
            files << file[u"kept"_s].toString();
        QVERIFY(files.size() >= 3);
        result = m_accengage.run(QStringList{u"stats"_s, u"--json"_s} + files);
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(result.json[u"files"_s].toArray().size(), files.size());
    }

    void wrongPasswordAndChangedHostKey()
    {
        const QString accountFile = m_digitaleoPlatform.account();
        CliRunner stranger;
        stranger.setPassword(u"wrong-canary"_s);
        CliResult result = stranger.run({u"board"_s, u"--account"_s, accountFile});
        QCOMPARE(result.code, 3);
        QVERIFY(!result.err.isEmpty());
        QVERIFY(!result.err.contains(u"wrong-canary"_s));
        QVERIFY(result.out.isEmpty());

        QFile file(accountFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject endpoint = json[u"endpoint"_s].toObject();
        endpoint[u"hostKeyFingerprint"_s] = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
        json[u"endpoint"_s] = endpoint;
        const QString pinned = m_digitaleo.write(u"pinned.json"_s, QJsonDocument(json).toJson());
        QCOMPARE(m_digitaleo.run({u"board"_s, u"--account"_s, pinned}).code, 4);
        // Unknown, and nobody to ask.
        endpoint.remove(u"hostKeyFingerprint"_s);
        json[u"endpoint"_s] = endpoint;
        const QString unknown = m_digitaleo.write(u"unknown.json"_s, QJsonDocument(json).toJson());
        QCOMPARE(m_digitaleo.run({u"board"_s, u"--account"_s, unknown}).code, 4);
    }

    void notFinishedInTime()
    {
        CliRunner cli;
        PracticeProcess slow;
        QVERIFY(slow.start(cli, {u"--root"_s, cli.path(u"root"_s), u"--tick"_s, u"3600"_s}));
        const QString file = cli.write(u"vip.csv"_s, "Email\njean@example.org\n");
        const QStringList arguments{u"deposit"_s,          file,           u"--flow"_s,
                                    u"digitaleo/import"_s, u"--account"_s, slow.account(),
                                    u"--mode"_s,           u"sync"_s,      u"--json"_s};
        const CliResult result = cli.run(QStringList(arguments) << u"--wait"_s << u"1"_s);
        QVERIFY2(result.code == 5, qPrintable(result.err));
        QCOMPARE(result.json[u"state"_s].toString(), u"waiting"_s);
        QCOMPARE(result.json[u"mode"_s].toString(), u"sync"_s);
        QCOMPARE(result.json[u"contacts"_s].toInt(), 1);
        const CliResult board =
            cli.run({u"board"_s, u"--account"_s, slow.account(), u"--json"_s, u"--flow"_s, u"digitaleo/import"_s});
        QCOMPARE(board.json[u"mode"_s][u"mode"_s].toString(), u"sync"_s);
        const QJsonArray waiting = cardsOf(board.json, u"digitaleo/import"_s, u"waiting"_s);
        QVERIFY(hasCard(waiting, u"vip.csv"_s));
        for (const QJsonValue &card : waiting) {
            if (card[u"fileName"_s].toString() == u"vip.csv")
                QCOMPARE(card[u"deposit"_s][u"contacts"_s].toInt(), 1);
        }
        // The same name waits there already: nothing is overwritten, nothing is there twice.
        const CliResult again = cli.run(arguments);
        QCOMPARE(again.code, 4);
        QVERIFY(again.err.contains(u"vip.csv"_s));
        QCOMPARE(slow.stop(), 0);
        // And now nobody is there.
        const CliResult gone = cli.run(arguments);
        QCOMPARE(gone.code, 3);
        QVERIFY(gone.out.isEmpty());
    }

    void practiceEndsWhenInterrupted()
    {
        QCOMPARE(m_digitaleoPlatform.stop(), 0);
        QCOMPARE(m_accengagePlatform.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliPractice)
#include "tst_clipractice.moc"
