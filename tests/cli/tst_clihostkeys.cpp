// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// navette-cli and the keys by which servers are known.
#include "cliwithserver.h"

#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestCliHostKeys final : public QObject, private CliWithServer
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SshdServer::isInstalled())
            QSKIP("no sshd on this system");
        QVERIFY2(start(), qPrintable(m_sshd.errorText()));
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
};

QTEST_GUILESS_MAIN(TestCliHostKeys)
#include "tst_clihostkeys.moc"
