// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Listings and names, as navette-cli shows and takes them from a plain OpenSSH server.
#include "cliwithserver.h"

#include <QSet>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestCliNames final : public QObject, private CliWithServer
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(start(), qPrintable(m_sshd.errorText()));
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
};

QTEST_GUILESS_MAIN(TestCliNames)
#include "tst_clinames.moc"
