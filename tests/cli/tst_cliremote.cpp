// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a script that works on a server may rely on: that a part is never taken for the whole, what is said of keys, and
// that every name which is shown can be given back.
#include "cliwithserver.h"
#include "support/faultproxy.h"
#include "support/files.h"

#include <QDate>
#include <QRegularExpression>
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
};

QTEST_GUILESS_MAIN(TestCliRemote)
#include "tst_cliremote.moc"
