// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "cli/output.h"
#include "clirunner.h"

#include <QJsonArray>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray good = "Email;Nom\njean@example.org;Dupont\nanne@example.org;Martin\n";
const QByteArray faulty = "\xef\xbb\xbf"
                          "E-mail,Pr\xc3\xa9nom\r\njean@example.org,Ren\xc3\xa9\r\npas-une-adresse,Zo\xc3\xa9\r\n";

QByteArray accountJson(const QByteArray &more = {})
{
    return "{\"name\":\"Acme\",\"platform\":\"digitaleo\",\"endpoint\":{\"host\":\"127.0.0.1\",\"user\":\"u\"}" + more +
           "}";
}

} // namespace

class TestCliLocal : public QObject
{
    Q_OBJECT
    CliRunner m_cli;

private Q_SLOTS:
    void inspectSeesTheWholeFile()
    {
        // Sniffing looks at the first 64 KiB; the end of the last line says otherwise.
        const QString file = m_cli.write(u"late.csv"_s, QByteArray("Email;Nom\n") +
                                                            QByteArray("a@example.org;Abcdefgh\n").repeated(5000) +
                                                            "b@example.org;B\r\n");
        CliResult result = m_cli.run({u"inspect"_s, file, u"--json"_s});
        QCOMPARE(result.json.value(u"lineEnding"_s).toString(), u"mixed"_s);
        QCOMPARE(result.json.value(u"rows"_s).toInt(), 5001);
        result = m_cli.run({u"inspect"_s, file, u"--json"_s, u"--delimiter"_s, u","_s});
        QCOMPARE(result.json.value(u"fields"_s).toInt(), 1);
    }

    void aMistakenAlphabetCanBeCorrected()
    {
        // Two letters that look like one of UTF-8.
        const QString file = m_cli.write(u"hint.csv"_s, "Email;Nom\na@example.org;\xc3\xa9\n");
        const QStringList check{u"check"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--json"_s};
        QVERIFY(!m_cli.run(check).json.value(u"valid"_s).toBool());
        QVERIFY(m_cli.run(check + QStringList{u"--encoding"_s, u"iso-8859-1"_s}).json.value(u"valid"_s).toBool());
    }

    void placesNameTheColumnByLetter()
    {
        const QString file = m_cli.write(u"letters.csv"_s, "Nom;Email\nA;a@example.org\nB;jean@\n");
        const CliResult result = m_cli.run({u"check"_s, file, u"--flow"_s, u"digitaleo/import"_s});
        QVERIFY2(result.out.contains("row 3, column B: "), result.out.constData());
    }

    void knownProfilesAreKept()
    {
        const QString account = m_cli.write(u"app.json"_s, R"({"name":"A","platform":"accengage","endpoint":)"
                                                           R"({"host":"127.0.0.1","user":"u"},"appId":"6",)"
                                                           R"("matchingKey":"member_id"})");
        const QString exported = m_cli.write(u"export.csv"_s, "\"device_id\";\"member_id\"\n\"\";\"7\"\n");
        const QString file = m_cli.write(u"staticlist_x_6_20151207101112.csv"_s, "\"member_id\"\n\"7\"\n\"8\"\n");
        const QStringList options{
            u"--flow"_s, u"accengage/staticlist"_s, u"--account"_s, account, u"--profiles"_s, exported, u"--json"_s};
        const CliResult check = m_cli.run(QStringList{u"check"_s, file} + options);
        QCOMPARE(check.code, 0);
        const QJsonObject finding = check.json.value(u"findings"_s).toArray().first().toObject();
        QCOMPARE(finding.value(u"code"_s).toString(), u"unknown-profile"_s);
        QCOMPARE(finding.value(u"count"_s).toInt(), 1);
        const QString copy = m_cli.path(u"known.csv"_s);
        const CliResult repair = m_cli.run(QStringList{u"repair"_s, file, u"-o"_s, copy} + options);
        QCOMPARE(repair.code, 0);
        QCOMPARE(repair.json.value(u"droppedUnknown"_s).toInt(), 1);
        QFile written(copy);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("\"member_id\"\n\"7\"\n"));
    }

    void repairChoosesRowsAndOrder()
    {
        const QString account = m_cli.write(u"triplet.json"_s, accountJson(",\"deduplication\":\"triplet\""));
        const QString file = m_cli.write(u"twice.csv"_s, "Email;Nom\na@example.org;1\na@example.org;2\n");
        const auto contentOf = [&](const QString &name, const QStringList &more) {
            const QString copy = m_cli.path(name);
            const CliResult result = m_cli.run(QStringList{u"repair"_s, file, u"--flow"_s, u"digitaleo/import"_s,
                                                           u"--account"_s, account, u"-o"_s, copy} +
                                               more);
            QFile written(copy);
            return result.code == 0 && written.open(QIODevice::ReadOnly) ? written.readAll() : result.err.toUtf8();
        };
        QCOMPARE(contentOf(u"d0.csv"_s, {}), QByteArray("Email;Nom\na@example.org;1\na@example.org;2\n"));
        QCOMPARE(contentOf(u"d1.csv"_s, {u"--duplicates"_s, u"first"_s}), QByteArray("Email;Nom\na@example.org;1\n"));
        QCOMPARE(contentOf(u"d2.csv"_s, {u"--duplicates"_s, u"last"_s, u"--order"_s}),
                 QByteArray("Nom;Email\n2;a@example.org\n"));
    }

    void repairSplitsWhatIsTooLarge()
    {
        // 30 MB that deflate to little: one zip, or two files.
        QByteArray bytes = "Email;Nom\n";
        for (int i = 0; i < 300'000; ++i)
            bytes += "c" + QByteArray::number(i) + "@example.org;" + QByteArray(80, 'x') + "\n";
        const QString file = m_cli.write(u"large.csv"_s, bytes);
        const QStringList options{u"--flow"_s, u"digitaleo/import"_s, u"--json"_s};
        CliResult result =
            m_cli.run(QStringList{u"repair"_s, file, u"-o"_s, m_cli.path(u"parts.csv"_s), u"--split"_s} + options);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json.value(u"parts"_s).toArray().size(), 2);
        QVERIFY(QFile::exists(m_cli.path(u"parts-1.csv"_s)) && QFile::exists(m_cli.path(u"parts-2.csv"_s)));
        QVERIFY(!QFile::exists(m_cli.path(u"parts.csv"_s)));
        qint64 rows = 0;
        for (const QJsonValue &part : result.json.value(u"parts"_s).toArray()) {
            QVERIFY(part.toObject().value(u"bytes"_s).toInteger() <= 20 * 1024 * 1024);
            rows += part.toObject().value(u"rows"_s).toInteger();
        }
        QCOMPARE(rows, 300'000);
        result = m_cli.run(QStringList{u"repair"_s, file, u"-o"_s, m_cli.path(u"whole.zip"_s), u"--zip"_s} + options);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json.value(u"parts"_s).toArray().size(), 1);
        QVERIFY(QFile::exists(m_cli.path(u"whole.zip"_s)));
    }

    void versionAndHelp()
    {
        CliResult result = m_cli.run({u"--version"_s});
        QCOMPARE(result.code, 0);
        QVERIFY(result.out.startsWith("navette-cli "));
        QCOMPARE(m_cli.run({u"--help"_s}).code, 0);
        for (const QString &verb :
             {u"flows"_s, u"inspect"_s, u"read"_s, u"check"_s, u"repair"_s, u"accounts"_s, u"ls"_s, u"get"_s, u"put"_s,
              u"mode"_s, u"board"_s, u"deposit"_s, u"reports"_s, u"stats"_s, u"practice"_s}) {
            result = m_cli.run({verb, u"--help"_s});
            QCOMPARE(result.code, 0);
            QVERIFY2(result.out.contains("--json"), result.out.constData());
        }
    }

#ifdef Q_OS_LINUX
    void theStartLoadsNoMoreThanACheckNeeds()
    {
        // glibc's loader then lists what it would load.
        QProcessEnvironment environment = m_cli.environment();
        environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(CliRunner::program(), QStringList());
        QVERIFY(process.waitForFinished());
        const QByteArray loaded = process.readAllStandardOutput();
        QVERIFY2(loaded.contains("Qt6Core"), loaded.constData());
        for (const char *late : {"libssh", "libcrypto", "Qt6Network", "Qt6Sql", "Qt6DBus", "keychain", "phonenumber"})
            QVERIFY2(!loaded.contains(late), loaded.constData());
    }
#endif

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown verb") << QStringList{u"frobnicate"_s};
        QTest::newRow("unknown option") << QStringList{u"flows"_s, u"--loud"_s};
        QTest::newRow("missing file") << QStringList{u"inspect"_s};
        QTest::newRow("one too many") << QStringList{u"inspect"_s, u"a"_s, u"b"_s};
        QTest::newRow("no flow") << QStringList{u"check"_s, u"a.csv"_s};
        QTest::newRow("unknown flow") << QStringList{u"check"_s, u"a.csv"_s, u"--flow"_s, u"digitaleo/spam"_s};
        QTest::newRow("no account") << QStringList{u"board"_s};
        QTest::newRow("unknown account") << QStringList{u"board"_s, u"--account"_s, u"/none/acme.json"_s};
        QTest::newRow("no out") << QStringList{u"repair"_s, u"a.csv"_s, u"--flow"_s, u"digitaleo/import"_s};
        QTest::newRow("limit") << QStringList{u"read"_s, u"a.csv"_s, u"--limit"_s, u"many"_s};
        QTest::newRow("format") << QStringList{u"read"_s, u"a.csv"_s, u"--format"_s, u"xml"_s};
        QTest::newRow("delimiter") << QStringList{u"read"_s, u"a.csv"_s, u"--delimiter"_s, u"ab"_s};
        QTest::newRow("which duplicate") << QStringList{u"repair"_s,           u"a.csv"_s, u"--flow"_s,
                                                        u"digitaleo/import"_s, u"-o"_s,    u"b.csv"_s,
                                                        u"--duplicates"_s,     u"both"_s};
        QTest::newRow("no root") << QStringList{u"practice"_s};
        QTest::newRow("port") << QStringList{u"practice"_s, u"--root"_s, u"/tmp/x"_s, u"--port"_s, u"99999"_s};
        QTest::newRow("platform") << QStringList{u"practice"_s, u"--root"_s, u"/tmp/x"_s, u"--platform"_s, u"mars"_s};
        QTest::newRow("accounts what") << QStringList{u"accounts"_s, u"list"_s, u"--account"_s, u"x"_s};
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        const CliResult result = m_cli.run(arguments);
        QCOMPARE(result.code, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY(!result.err.isEmpty());
    }

    void accountFaultsNameTheKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("missing") << QByteArray("{\"name\":\"A\",\"platform\":\"digitaleo\"}") << u"endpoint"_s;
        QTest::newRow("wrong") << accountJson(",\"delimiter\":\"abc\"") << u"delimiter"_s;
        QTest::newRow("unknown") << accountJson(",\"color\":1") << u"color"_s;
        QTest::newRow("secret") << accountJson(",\"password\":\"hunter2\"") << u"password"_s;
        QTest::newRow("no json") << QByteArray("name=Acme") << u"JSON"_s;
    }
    void accountFaultsNameTheKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const QString file = m_cli.write(u"account.json"_s, json);
        const CliResult result = m_cli.run({u"board"_s, u"--json"_s, u"--account"_s, file});
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(named), qPrintable(result.err));
        QVERIFY(!result.err.contains(u"hunter2"_s));
        QVERIFY(result.out.isEmpty());
    }

    void filesThatAreNoContactFile_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("checkCode");
        QTest::addColumn<int>("readCode");
        QTest::newRow("missing") << u"missing"_s << 2 << 2;
        QTest::newRow("folder") << u"folder"_s << 2 << 2;
        QTest::newRow("empty") << u"empty"_s << 1 << 1;
        QTest::newRow("binary") << u"binary"_s << 1 << 1;
        QTest::newRow("broken zip") << u"zip"_s << 1 << 1;
    }
    void filesThatAreNoContactFile()
    {
        QFETCH(QString, what);
        QFETCH(int, checkCode);
        QFETCH(int, readCode);
        QString file = m_cli.path(u"nowhere.csv"_s);
        if (what == u"folder")
            file = m_cli.path(u"."_s);
        if (what == u"empty")
            file = m_cli.write(u"empty.csv"_s, {});
        if (what == u"binary")
            file = m_cli.write(u"binary.csv"_s, QByteArray("\x7f"
                                                           "ELF\0\1\2\3\0\0\0\0\0\0\0\0\xff\xfe\xfd",
                                                           19));
        if (what == u"zip")
            file = m_cli.write(u"broken.csv"_s, "PK\3\4 and no more");
        const CliResult check = m_cli.run({u"check"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--json"_s});
        QCOMPARE(check.code, checkCode);
        if (checkCode == 1) {
            QCOMPARE(check.json[u"valid"_s].toBool(true), false);
            QCOMPARE(check.json[u"findings"_s][0][u"code"_s].toString(), u"source-error"_s);
        } else {
            QCOMPARE(check.err.trimmed().count(u'\n'), 0); // one sentence
        }
        for (const QString &verb : {u"read"_s, u"inspect"_s}) {
            const CliResult result = m_cli.run({verb, file});
            QCOMPARE(result.code, readCode);
            QVERIFY(result.out.isEmpty());
            QVERIFY(!result.err.isEmpty());
        }
        const CliResult repair =
            m_cli.run({u"repair"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"-o"_s, m_cli.path(u"never.csv"_s)});
        QCOMPARE(repair.code, readCode);
        QVERIFY(!QFile::exists(m_cli.path(u"never.csv"_s)));
    }

    void flowsAreSixteen()
    {
        const CliResult result = m_cli.run({u"flows"_s, u"--json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"flows"_s].toArray().size(), 16);
        const QByteArray text = m_cli.run({u"flows"_s}).out;
        QCOMPARE(text.count('\n'), 16);
        QVERIFY(text.contains("digitaleo/optinVOICEMAIL"));
    }

    void inspectTellsHowAFileIsWritten()
    {
        const QString plain = m_cli.write(u"faulty.csv"_s, faulty);
        CliResult result = m_cli.run({u"inspect"_s, plain, u"--json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"kind"_s].toString(), u"plain"_s);
        QCOMPARE(result.json[u"encoding"_s].toString(), u"utf-8"_s);
        QCOMPARE(result.json[u"byteOrderMark"_s].toBool(), true);
        QCOMPARE(result.json[u"lineEnding"_s].toString(), u"crlf"_s);
        QCOMPARE(result.json[u"delimiter"_s].toString(), u","_s);
        QCOMPARE(result.json[u"rows"_s].toInt(), 2);
        QCOMPARE(result.json[u"columns"_s].toArray().size(), 2);
        QCOMPARE(result.json[u"bytes"_s].toInt(), int(faulty.size()));

        const QString zip = m_cli.path(u"good.zip"_s);
        QVERIFY(archive::writeZip(toLocalPath(zip), {{u"inner.csv"_s, good}}));
        result = m_cli.run({u"inspect"_s, zip, u"--json"_s});
        QCOMPARE(result.json[u"kind"_s].toString(), u"zip"_s);
        QCOMPARE(result.json[u"innerFile"_s].toString(), u"inner.csv"_s);
        QCOMPARE(result.json[u"delimiter"_s].toString(), u";"_s);
    }

    void readGivesTheRecords()
    {
        const QString odd = m_cli.write(u"odd.csv"_s, "a;b\n\"x\ny\";\"\x1b\"\n");
        CliResult result = m_cli.run({u"read"_s, odd, u"--delimiter"_s, u";"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.out, QByteArray("[\"a\",\"b\"]\n[\"x\\u000ay\",\"\\u001b\"]\n"));
        const QString simple = m_cli.write(u"simple.csv"_s, "a;b\n\"1;2\";\"say \"\"hi\"\"\"\n\xe9;\n");
        result = m_cli.run({u"read"_s, simple});
        QCOMPARE(result.out, QByteArray("[\"a\",\"b\"]\n[\"1;2\",\"say \\\"hi\\\"\"]\n[\"\xc3\xa9\",\"\"]\n"));
        result = m_cli.run({u"read"_s, simple, u"--format"_s, u"csv"_s});
        QCOMPARE(result.out, QByteArray("a,b\r\n1;2,\"say \"\"hi\"\"\"\r\n\xc3\xa9,\r\n"));
        QCOMPARE(m_cli.run({u"read"_s, simple, u"--limit"_s, u"1"_s}).out, QByteArray("[\"a\",\"b\"]\n"));
    }

    // The document of cli.md: its keys are a promise.
    void checkJsonKeepsItsShape()
    {
        const QString file = m_cli.write(u"faulty.csv"_s, faulty);
        const CliResult result = m_cli.run({u"check"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"--json"_s});
        QCOMPARE(result.code, 1);
        const QJsonObject json = result.json;
        QCOMPARE(json[u"valid"_s].toBool(true), false);
        QCOMPARE(json[u"flow"_s].toString(), u"digitaleo/import"_s);
        const QJsonObject fileJson = json[u"file"_s].toObject();
        QCOMPARE(fileJson[u"name"_s].toString(), u"faulty.csv"_s);
        QCOMPARE(fileJson[u"bytes"_s].toInt(), int(faulty.size()));
        QCOMPARE(fileJson[u"encoding"_s].toString(), u"utf-8"_s);
        QCOMPARE(fileJson[u"lineEnding"_s].toString(), u"crlf"_s);
        QCOMPARE(fileJson[u"delimiter"_s].toString(), u","_s);
        for (const QString &stat : {u"rows"_s, u"fields"_s, u"validRows"_s, u"invalidRows"_s, u"duplicateRows"_s,
                                    u"errors"_s, u"warnings"_s, u"seconds"_s})
            QVERIFY2(json[u"stats"_s][stat].isDouble(), qPrintable(stat));
        QCOMPARE(json[u"stats"_s][u"rows"_s].toInt(), 2);
        QVERIFY(!json[u"findings"_s].toArray().isEmpty());
        for (const QJsonValue &finding : json[u"findings"_s].toArray()) {
            QVERIFY(finding[u"code"_s].isString());
            QVERIFY(finding[u"severity"_s].toString() == u"error" || finding[u"severity"_s].toString() == u"warning");
            QVERIFY(finding[u"count"_s].isDouble());
            QVERIFY(finding[u"repair"_s].isString() || finding[u"repair"_s].isNull());
            QVERIFY(finding[u"places"_s].isArray());
        }
        const QString fine = m_cli.write(u"good.csv"_s, good);
        QCOMPARE(m_cli.run({u"check"_s, fine, u"--flow"_s, u"digitaleo/import"_s}).code, 0);
    }

    void repairWritesACopyThatIsFine()
    {
        const QString file = m_cli.write(u"faulty.csv"_s, faulty);
        const QString out = m_cli.path(u"repaired.csv"_s);
        QFile::remove(out);
        const QStringList arguments{u"repair"_s, file, u"--flow"_s,         u"digitaleo/import"_s,
                                    u"-o"_s,     out,  u"--drop-invalid"_s, u"--json"_s};
        const CliResult result = m_cli.run(arguments);
        QCOMPARE(result.code, 0);
        QCOMPARE(result.json[u"valid"_s].toBool(), true);
        QCOMPARE(result.json[u"rows"_s].toInt(), 1);
        QCOMPARE(result.json[u"droppedInvalid"_s].toInt(), 1);
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("Email;Pr\xe9nom\njean@example.org;Ren\xe9\n"));
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(source.readAll(), faulty);
        // A second time it would overwrite.
        QCOMPARE(m_cli.run(arguments).code, 4);

        const QString zip = m_cli.path(u"repaired.zip"_s);
        QFile::remove(zip);
        QCOMPARE(m_cli
                     .run({u"repair"_s, file, u"--flow"_s, u"digitaleo/import"_s, u"-o"_s, zip, u"--drop-invalid"_s,
                           u"--zip"_s})
                     .code,
                 0);
        QVERIFY(archive::kindOf(toLocalPath(zip)).value() == archive::Kind::Zip);
    }

    void statsOfWhatIsNoReport()
    {
        const QString file = m_cli.write(u"good.csv"_s, good);
        QCOMPARE(m_cli.run({u"stats"_s, file}).code, 1);
        QCOMPARE(m_cli.run({u"stats"_s, m_cli.path(u"none.zip"_s)}).code, 2);
    }

    void everyErrorHasItsCode()
    {
        QCOMPARE(cli::exitCodeFor(ErrorKind::Network), cli::ConnectionFailed);
        QCOMPARE(cli::exitCodeFor(ErrorKind::SignIn), cli::ConnectionFailed);
        QCOMPARE(cli::exitCodeFor(ErrorKind::Timeout), cli::ConnectionFailed);
        QCOMPARE(cli::exitCodeFor(ErrorKind::Unsafe), cli::RefusedForSafety);
        QCOMPARE(cli::exitCodeFor(ErrorKind::Limit), cli::RefusedForSafety);
        QCOMPARE(cli::exitCodeFor(ErrorKind::Usage), cli::WrongUsage);
        QCOMPARE(cli::exitCodeFor(ErrorKind::BadFormat), cli::Findings);
    }

    void jsonHidesWhatCouldSteerATerminal()
    {
        const QByteArray json = cli::jsonText({{u"name"_s, QString(u"a\u202eb\u009bc\x1b\u2028"_s)}}, true);
        QCOMPARE(json, QByteArray("{\"name\":\"a\\u202eb\\u009bc\\u001b\\u2028\"}"));
        QCOMPARE(QJsonDocument::fromJson(json).object()[u"name"_s].toString(), QString(u"a\u202eb\u009bc\x1b\u2028"_s));
    }
};

QTEST_GUILESS_MAIN(TestCliLocal)
#include "tst_clilocal.moc"
