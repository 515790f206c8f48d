// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "cli/output.h"
#include "clirunner.h"

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
