// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a script that works on a server may rely on: that a part is never taken for the whole, what is said of keys, and
// that every name which is shown can be given back.
#include "cliwithserver.h"
#include "support/faultproxy.h"
#include "support/files.h"

#include <QDate>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <filesystem>

using namespace navette;
using namespace Qt::StringLiterals;

class TestCliRemote final : public QObject, private CliWithServer
{
    Q_OBJECT

    [[nodiscard]] CliResult run(const QStringList &arguments) const
    {
        return m_cli.run(QStringList(arguments) << u"--account"_s << m_account);
    }
    [[nodiscard]] QString onServer(const QString &name) const { return m_sshd.filesDirectory() + u'/' + name; }
    [[nodiscard]] QString makeFolder(const QString &name) const
    {
        return QDir().mkpath(m_cli.path(name)) ? m_cli.path(name) : QString();
    }
    // What the sentence tells a person to run, run as they would: by a shell.
    [[nodiscard]] CliResult runAdvised(const QString &said) const
    {
        static const QRegularExpression command(u"navette-cli (accounts host-key [^\\n]*)"_s);
        const QString arguments = command.match(said).captured(1);
        return m_cli.runProgram(u"sh"_s, {u"-c"_s, u"exec \"$0\" "_s + arguments, CliRunner::program()});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(start(), qPrintable(m_sshd.errorText()));
    }

    // reliability.md A: stop at a limit, and say so.
    void aListingThatIsCutShortIsNoSuccess()
    {
#ifdef Q_OS_UNIX
        // So many files are made ten times as fast in memory.
        const QString memory = u"/dev/shm"_s;
        const QTemporaryDir folder((QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/many-XXXXXX"_s);
        constexpr int entries = int(ListOptions::usualLimit) + 1;
        for (int i = 0; i < entries; ++i)
            QVERIFY(QFile(folder.filePath(QString::number(i))).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(folder.path(), onServer(u"many"_s)));
        const CliResult text = run({u"ls"_s, u"many"_s});
        QCOMPARE(text.out.count('\n'), entries - 1);
        QVERIFY2(text.err.contains(u"incomplete"_s), qPrintable(text.err));
        QCOMPARE(text.code, 4);
        const CliResult json = run({u"ls"_s, u"many"_s, u"--json"_s});
        QCOMPARE(json.json[u"complete"_s].toBool(true), false);
        QCOMPARE(json.json[u"entries"_s].toArray().size(), entries - 1);
        QCOMPARE(json.code, 4);
        QVERIFY(QFile::remove(onServer(u"many"_s)));
#else
        QSKIP("needs a link to a directory");
#endif
    }

    void aKeyThatIsNotKnownComesWithTheCommandThatAcceptsIt()
    {
        SshdServer server;
        QVERIFY(server.start());
        const QString account = m_cli.write(u"not \"pinned\".json"_s, accountJson(server.endpoint(), {}));
        const auto list = [&] { return m_cli.run({u"ls"_s, u"."_s, u"--account"_s, account}); };
        for (const bool changed : {false, true}) {
            if (changed) {
                server.stop();
                QVERIFY(server.makeNewHostKey() && server.start());
            }
            const CliResult refused = list();
            QCOMPARE(refused.code, 4);
            QVERIFY2(refused.err.contains(u"--accept "_s + server.fingerprint()), qPrintable(refused.err));
            QVERIFY2(!refused.err.contains(u"connection test"_s), qPrintable(refused.err));
#ifdef Q_OS_UNIX
            const CliResult accepted = runAdvised(refused.err);
            QVERIFY2(accepted.code == 0, qPrintable(refused.err + accepted.err));
            QCOMPARE(list().code, 0);
#endif
        }
        // There the account file decides.
        const QString pinned = m_cli.write(u"pinned.json"_s, accountJson(server.endpoint(), m_sshd.fingerprint()));
        const CliResult other = m_cli.run({u"ls"_s, u"."_s, u"--account"_s, pinned});
        QCOMPARE(other.code, 4);
        QVERIFY2(other.err.contains(u"hostKeyFingerprint"_s) && !other.err.contains(u"--accept"_s),
                 qPrintable(other.err));
    }

    // The line breaks in the middle; a nightly job goes on by itself.
    void goesOnByItself_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("ls") << QStringList{u"ls"_s, u"contacts/delete/ok"_s};
        QTest::newRow("board") << QStringList{u"board"_s};
        QTest::newRow("reports") << QStringList{u"reports"_s, u"--fetch"_s, m_cli.path(u"kept"_s)};
    }
    void goesOnByItself()
    {
        QFETCH(QStringList, arguments);
        constexpr int files = 2'000;
        const QString ok = onServer(u"contacts/delete/ok"_s);
        QVERIFY(QDir().mkpath(ok));
        for (int i = 0; i < files; ++i)
            QVERIFY(QFile(ok + u"/file-%1.csv"_s.arg(i)).open(QIODevice::WriteOnly));
        const QString day = QDate::currentDate().addDays(-1).toString(Qt::ISODate);
        const QString zip = u"%1/%1.zip"_s.arg(day);
        const QByteArray content = randomBytes(3'000'000);
        QVERIFY(writeFile(onServer(u"reporting/"_s + zip), content));

        FaultProxy proxy(m_sshd.port(), {.cutAfterDown = 80'000});
        const QString account = accountThrough(proxy.port());
        QProcess process;
        process.setProcessEnvironment(m_cli.environment());
        process.start(CliRunner::program(), arguments + QStringList{u"--json"_s, u"--account"_s, account});
        QString said;
        QTRY_VERIFY2_WITH_TIMEOUT(
            (said += QString::fromUtf8(process.readAllStandardError())).contains(u"(try 2 of 4)"_s) ||
                process.state() == QProcess::NotRunning,
            qPrintable(said), 60'000);
        proxy.setFaults({});
        QVERIFY2(process.state() == QProcess::NotRunning || process.waitForFinished(60'000), qPrintable(said));
        QVERIFY2(process.exitCode() == 0, qPrintable(said));
        QCOMPARE_GE(proxy.connections(), 2);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (arguments[0] == u"ls")
            QCOMPARE(json[u"entries"_s].toArray().size(), files);
        if (arguments[0] == u"board")
            QCOMPARE(cardsOf(json, u"digitaleo/delete"_s, u"accepted"_s).size(), files);
        if (arguments[0] == u"reports")
            QVERIFY(readFile(m_cli.path(u"kept/"_s + zip)) == content);
        QVERIFY(QDir(ok).removeRecursively() && QDir(onServer(u"reporting"_s)).removeRecursively());
    }

    // What was printed would be there twice.
    void aListingThatIsBeingPrintedIsNotBegunAgain()
    {
        for (int i = 0; i < 12'000; ++i)
            QVERIFY(writeFile(onServer(u"long/file-%1"_s.arg(i)), {}));
        FaultProxy proxy(m_sshd.port(), {.cutAfterDown = 700'000, .bytesPerSecond = 1'000'000});
        const QString account = accountThrough(proxy.port());
        const CliResult result = m_cli.run({u"ls"_s, u"long"_s, u"--all"_s, u"--account"_s, account});
        QCOMPARE(result.code, 3);
        QCOMPARE_GT(result.out.count('\n'), 0);
        QCOMPARE(proxy.connections(), 1);
        QVERIFY(QDir(onServer(u"long"_s)).removeRecursively());
    }

    void aFolderThatIsNotThereIsCalledSo()
    {
        QVERIFY(writeFile(onServer(u"a.csv"_s), "a"));
        const CliResult result = run({u"get"_s, u"a.csv"_s, m_cli.path(u"nowhere/a.csv"_s)});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(u"“nowhere” is not there"_s), qPrintable(result.err));
    }

    void bothNamesAreTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("localName");
        QTest::newRow("device") << u"CON.csv"_s << u"_CON.csv"_s;
        QTest::newRow("stream") << u"a:b.csv"_s << u"a_b.csv"_s;
        QTest::newRow("dot") << u"tail."_s << u"tail"_s;
        QTest::newRow("number") << u"NAME.csv"_s << u"NAME (2).csv"_s;
        QTest::newRow("usual") << u"usual.csv"_s << u"usual.csv"_s;
    }
    void bothNamesAreTold()
    {
        QFETCH(QString, name);
        QFETCH(QString, localName);
        QVERIFY(writeFile(onServer(name), "abc"));
        for (const QString &kind : {u"text"_s, u"json"_s}) {
            const QString folder = makeFolder(u"%1 of %2"_s.arg(kind, localName));
            QVERIFY(writeFile(folder + u"/name.csv"_s, "another"));
            const CliResult result =
                run(QStringList{u"get"_s, name, folder, u"--"_s + kind}.mid(0, kind == u"text" ? 3 : 4));
            QVERIFY2(result.code == 0, qPrintable(result.err));
            QCOMPARE(readFile(folder + u'/' + localName), "abc");
            if (kind == u"text") {
                const QString local = QDir::toNativeSeparators(folder + u'/' + localName);
                const QString shown = name == localName ? local : u"%1, saved as %2"_s.arg(name, local);
                QCOMPARE(QString::fromUtf8(result.out), shown + u": 3 bytes.\n"_s);
            } else {
                QCOMPARE(result.json[u"name"_s].toString(), name);
                QCOMPARE(result.json[u"visibleName"_s].toString(), name);
                QCOMPARE(result.json[u"localName"_s].toString(), localName);
            }
        }
    }

    // Issue text: bytes are kept as they are for talking back.
    void aNameThatIsNoTextIsGivenBack()
    {
#ifdef Q_OS_UNIX
        const std::string name = "r\xe9sum\xe9 \xff.csv";
        const std::string directory = "d\xe9p\xf4t";
        const std::filesystem::path there = m_sshd.filesDirectory().toStdString() + "/" + directory;
        std::error_code refused;
        std::filesystem::create_directory(there, refused);
        if (refused)
            QSKIP("names are always text here");
        // QTemporaryDir cannot remove what it cannot name.
        const auto cleanUp = qScopeGuard([&] { std::filesystem::remove_all(there, refused); });
        const std::string bytes = directory + "/" + name;
        const QString local = m_cli.write(u"up.csv"_s, "what is sent");
        // As a shell gives them.
        const auto asBytes = [&](const QStringList &arguments) {
            return m_cli.runProgram(u"sh"_s,
                                    QStringList{u"-c"_s,
                                                u"D=$(printf 'd\\351p\\364t'); N=$(printf 'r\\351sum\\351 \\377.csv'); "
                                                "eval exec '\"$0\"' \"$1\" --account '\"$2\"' --json"_s,
                                                CliRunner::program()} +
                                        arguments + QStringList{m_account});
        };
        CliResult result = asBytes({u"put '%1' \"$D/$N\""_s.arg(local)});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QVERIFY(std::filesystem::exists(there / name));
        result = asBytes({u"ls \"$D\""_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(QByteArray::fromBase64(result.json[u"pathBase64"_s].toString().toLatin1()).toStdString(), directory);
        const QJsonObject entry = result.json[u"entries"_s][0].toObject();
        QCOMPARE(QByteArray::fromBase64(entry[u"nameBase64"_s].toString().toLatin1()).toStdString(), name);
        QCOMPARE(QByteArray::fromBase64(entry[u"pathBase64"_s].toString().toLatin1()).toStdString(), bytes);
        result = asBytes({u"get \"$D/$N\" '%1'"_s.arg(makeFolder(u"bytes"_s))});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(readFile(result.json[u"file"_s].toString()), "what is sent");
        QCOMPARE(result.json[u"nameBase64"_s], entry[u"nameBase64"_s]);

        // As what ls says of them.
        const QString given = u"base64:"_s + entry[u"pathBase64"_s].toString();
        result = run({u"get"_s, given, makeFolder(u"base64"_s), u"--json"_s});
        QVERIFY2(result.code == 0, qPrintable(result.err));
        QCOMPARE(readFile(result.json[u"file"_s].toString()), "what is sent");
        QCOMPARE(run({u"put"_s, local, given}).code, 4); // it is there
        result = run({u"ls"_s, u"base64:"_s + QString::fromLatin1(QByteArray::fromStdString(directory).toBase64())});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.out.count('\n'), 1);
        // What is no text is no local file either, and no reason to end otherwise than in a sentence.
        result = asBytes({u"put \"$N\" a.csv"_s});
        QCOMPARE(result.code, 2);
#else
        QSKIP("names are always text here");
#endif
    }

    void base64IsReadStrictly()
    {
        QVERIFY(writeFile(onServer(u"base64:eA=="_s), "named so") && writeFile(onServer(u"x"_s), "x"));
        const auto get = [&](const QString &remote, const QString &name) {
            return run({u"get"_s, remote, m_cli.path(name)});
        };
        QCOMPARE(get(u"base64:eA=="_s, u"x"_s).code, 0);
        QCOMPARE(readFile(m_cli.path(u"x"_s)), "x");
        QCOMPARE(get(u"/base64:eA=="_s, u"named so"_s).code, 0);
        QCOMPARE(readFile(m_cli.path(u"named so"_s)), "named so");
        const CliResult wrong = get(u"base64:e!"_s, u"wrong"_s);
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains(u"/base64:"_s), qPrintable(wrong.err));
        QCOMPARE(get(u"base64:"_s + QString::fromLatin1(QByteArray("../etc/passwd").toBase64()), u"up"_s).code, 4);
        QCOMPARE(get(u"base64:"_s + QString::fromLatin1(QByteArray("a\0b", 3).toBase64()), u"null"_s).code, 4);
    }

    // reliability.md A: key file world-readable.
    void aKeyFileThatOthersCanReadIsTold()
    {
#ifdef Q_OS_UNIX
        const QString key = m_cli.path(u"open key"_s);
        constexpr auto ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QVERIFY(QFile::copy(m_sshd.keyFile(), key) && QFile::setPermissions(key, ownersOnly | QFileDevice::ReadOther));
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.keyFile = toLocalPath(key);
        const QString account = m_cli.write(u"open.json"_s, accountJson(endpoint, m_sshd.fingerprint()));
        QVERIFY(writeFile(onServer(u"told.csv"_s), "told"));
        const QList<QStringList> verbs{{u"ls"_s, u"."_s},
                                       {u"get"_s, u"told.csv"_s, m_cli.path(u"told.csv"_s)},
                                       {u"put"_s, m_cli.path(u"told.csv"_s), u"told again.csv"_s},
                                       { u"accounts"_s,
                                         u"test"_s }};
        for (const QStringList &verb : verbs) {
            const CliResult result = m_cli.run(verb + QStringList{u"--account"_s, account, u"--json"_s});
            QVERIFY2(result.code == 0, qPrintable(result.err));
            QCOMPARE(result.err.count(u"open key"_s), verb[0] == u"accounts" ? 0 : 1); // which says it on stdout
        }
        QVERIFY(QFile::setPermissions(key, ownersOnly));
        QCOMPARE(m_cli.run({u"ls"_s, u"."_s, u"--account"_s, account}).err, QString());
#else
        QSKIP("lists of who may read are not looked at");
#endif
    }
};

QTEST_GUILESS_MAIN(TestCliRemote)
#include "tst_cliremote.moc"
