// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"
#include "journal/journal.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrent>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#endif

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

DepositRecord sample()
{
    DepositRecord record;
    record.account = u"acme-fr"_s;
    record.flow = u"digitaleo/import"_s;
    record.sourceFile = u"'); DROP TABLE deposits; --.csv"_s;
    record.remoteDirectory = u"contacts/import/in"_s;
    record.remoteName = u"Été \u202e ?1 :name \"x\".csv"_s;
    record.temporaryName = u".navette-1.part"_s;
    record.mode = u"sync"_s;
    record.sentBy = u"O'Brien"_s;
    record.contacts = 12'345;
    record.bytes = 20LL * 1024 * 1024 * 1024;
    record.sha256 = u"abc"_s;
    record.state = DepositState::Sending;
    record.doubtful = true;
    record.createdAt = QDateTime::fromMSecsSinceEpoch(2'200'000'000'123, Qt::UTC); // after 2038
    return record;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_next = 0;

    LocalPath freshFile() { return toLocalPath(m_dir.filePath(u"%1/journal.sqlite"_s.arg(m_next++))); }

private Q_SLOTS:
    void namesRoundTrip()
    {
        const auto journal = Journal::open(freshFile()).value();
        DepositRecord record = sample();
        record.id = journal->add(record).value();
        QVERIFY(record.id > 0);
        QCOMPARE(journal->deposits().value(), std::vector{record});

        record.state = DepositState::Waiting;
        record.platformName = u"1447797847_x.csv"_s;
        record.depositedAt = record.createdAt.addSecs(3);
        QVERIFY(journal->update(record));
        QCOMPARE(journal->deposits(u"acme-fr"_s).value(), std::vector{record});
        QVERIFY(journal->deposits(u"' OR 1=1 --"_s).value().empty());
    }

    void newestFirstAndLimited()
    {
        const auto journal = Journal::open(freshFile()).value();
        for (int i = 0; i < 5; ++i) {
            DepositRecord record = sample();
            record.createdAt = record.createdAt.addDays(-i); // a clock that runs backwards
            record.contacts = i;
            QVERIFY(journal->add(record));
        }
        const auto records = journal->deposits({}, 2).value();
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(records[0].contacts, 4);
        QCOMPARE(records[1].contacts, 3);
    }

    void unfinishedAndSameContent()
    {
        const auto journal = Journal::open(freshFile()).value();
        DepositRecord failed = sample();
        failed.state = DepositState::Failed;
        QVERIFY(journal->add(failed));
        QVERIFY(!journal->sameContent(u"acme-fr"_s, u"abc"_s).value().has_value());
        DepositRecord accepted = sample();
        accepted.state = DepositState::Accepted;
        accepted.id = journal->add(accepted).value();
        QCOMPARE(journal->sameContent(u"acme-fr"_s, u"abc"_s).value(), std::optional(accepted));
        QVERIFY(!journal->sameContent(u"other"_s, u"abc"_s).value().has_value());
        QVERIFY(journal->unfinished().value().empty());
        DepositRecord sending = sample();
        sending.id = journal->add(sending).value();
        QCOMPARE(journal->unfinished(u"acme-fr"_s).value(), std::vector{sending});
        QVERIFY(journal->unfinished(u"other"_s).value().empty());
    }

    void oneByItsNumberAndThoseToFollow()
    {
        const auto journal = Journal::open(freshFile()).value();
        std::vector<DepositRecord> all;
        for (const DepositState state : {DepositState::Processing, DepositState::Accepted, DepositState::Failed}) {
            DepositRecord record = sample();
            record.state = state;
            record.id = journal->add(record).value();
            all.insert(all.begin(), record);
        }
        QCOMPARE(journal->deposit(all[1].id).value(), std::optional(all[1]));
        QVERIFY(!journal->deposit(all[0].id + 1).value());
        QCOMPARE(journal->followed(u"acme-fr"_s, 3).value(), all);
        QCOMPARE(journal->followed(u"acme-fr"_s, 1).value(), (std::vector{all[0], all[2]}));
        QVERIFY(journal->followed(u"other"_s, 3).value().empty());
    }

    void whatIsInDoubt_data()
    {
        QTest::addColumn<DepositState>("state");
        QTest::addColumn<bool>("doubtful");
        QTest::addColumn<int>("hoursAgo"); // -1: it never came to that
        QTest::addColumn<bool>("is");
        QTest::newRow("being placed") << DepositState::Sending << true << 0 << true;
        QTest::newRow("of an earlier version") << DepositState::Sending << false << 0 << true;
        QTest::newRow("broken off, never settled") << DepositState::Sending << true << 1000 << true;
        QTest::newRow("not placed") << DepositState::Sending << false << -1 << false;
        QTest::newRow("settled") << DepositState::Accepted << true << 1 << true;
        QTest::newRow("nothing known") << DepositState::OutcomeUnknown << true << 1 << true;
        QTest::newRow("settled long ago") << DepositState::Accepted << true << 48 << false;
        QTest::newRow("never in doubt") << DepositState::Waiting << false << 0 << false;
        QTest::newRow("refused") << DepositState::Refused << true << 1 << false;
        QTest::newRow("failed") << DepositState::Failed << true << 1 << false;
    }
    void whatIsInDoubt()
    {
        QFETCH(const DepositState, state);
        QFETCH(const bool, doubtful);
        QFETCH(const int, hoursAgo);
        QFETCH(const bool, is);
        const auto journal = Journal::open(freshFile()).value();
        DepositRecord record = sample();
        record.state = state;
        record.doubtful = doubtful;
        if (hoursAgo >= 0)
            record.depositedAt =
                QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch() - hoursAgo * 3'600'000LL, Qt::UTC);
        record.id = journal->add(record).value();
        QCOMPARE(journal->inDoubt(record).value(), is ? std::vector{record} : std::vector<DepositRecord>());
        for (QString DepositRecord::*member :
             {&DepositRecord::account, &DepositRecord::flow, &DepositRecord::remoteName, &DepositRecord::sha256}) {
            DepositRecord other = record;
            other.*member += u'x';
            QVERIFY(journal->inDoubt(other).value().empty());
        }
    }

    void aJournalOfAnEarlierVersionIsBroughtUpToDate()
    {
        const LocalPath path = freshFile();
        DepositRecord record = sample();
        record.doubtful = false;
        record.id = Journal::open(path).value()->add(record).value();
        {
            Database database(path);
            QVERIFY(database.open());
            QVERIFY(database.run(u"ALTER TABLE deposits DROP COLUMN doubtful"_s));
            QVERIFY(database.run(u"PRAGMA user_version = 2"_s));
        }
        QCOMPARE(Journal::open(path).value()->deposits().value(), std::vector{record});
    }

    void onlyWhatIsAsItWasReadIsClaimed()
    {
        const auto journal = Journal::open(freshFile()).value();
        const DepositRecord given = sample();
        const qint64 id = journal->add(given).value();
        const DepositRecord read = journal->deposit(id).value().value();
        QVERIFY(journal->claimUnchanged(read));
        {
            const auto held = journal->claim(id);
            QVERIFY(!journal->claimUnchanged(read));
        }
        DepositRecord changed = read;
        changed.state = DepositState::Waiting;
        QVERIFY(journal->update(changed));
        QVERIFY(!journal->claimUnchanged(read));
        QVERIFY(journal->claimUnchanged(changed));
    }

    void aRecordIsClaimedByOneAtATime()
    {
        const LocalPath path = freshFile();
        const auto window = Journal::open(path).value();
        const auto commandLine = Journal::open(path).value();
        auto claim = window->claim(1);
        QVERIFY(claim);
        QVERIFY(!commandLine->claim(1));
        QVERIFY(commandLine->claim(2));
        claim.reset();
        QVERIFY(commandLine->claim(1));
    }

    void updateOfAnUnknownRecordSaysSo()
    {
        const auto journal = Journal::open(freshFile()).value();
        DepositRecord record = sample();
        record.id = 99;
        QCOMPARE(journal->update(record).error().kind, ErrorKind::NotFound);
    }

    void survivesReopening()
    {
        const LocalPath file = freshFile();
        QVERIFY(Journal::open(file).value()->add(sample()));
        const auto journal = Journal::open(file).value();
        QCOMPARE(journal->deposits().value().size(), size_t(1));
        QVERIFY(journal->notice().isEmpty());
    }

    void damagedFileIsKeptAsideAndSaid_data()
    {
        QTest::addColumn<bool>("torn");
        QTest::newRow("no database at all") << false;
        QTest::newRow("torn in the middle") << true;
    }
    void damagedFileIsKeptAsideAndSaid()
    {
        QFETCH(bool, torn);
        const LocalPath path = freshFile();
        {
            const auto journal = Journal::open(path).value();
            for (int i = 0; i < 200; ++i)
                QVERIFY(journal->add(sample()));
        }
        QFile file(displayText(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        const QByteArray junk(whole.size() - 4096, '\xa5');
        file.seek(torn ? 4096 : 0);
        QVERIFY(file.write(junk) == junk.size());
        file.seek(0);
        const QByteArray damaged = file.readAll();
        file.close();

        const auto journal = Journal::open(path);
        QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().message + journal.error().detail));
        QVERIFY(!(*journal)->notice().isEmpty());
        QVERIFY((*journal)->deposits().value().empty());
        QVERIFY((*journal)->add(sample()));
        const QDir dir = QFileInfo(file).dir();
        const QStringList kept = dir.entryList({u"*.damaged-*"_s}).filter(QRegularExpression(u"\\d$"_s));
        QCOMPARE(kept.size(), 1);
        QFile aside(dir.filePath(kept.first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), damaged);
    }

    void newerVersionIsLeftAlone()
    {
        const LocalPath path = freshFile();
        QVERIFY(Journal::open(path).value()->add(sample()));
        {
            Database database(path);
            QVERIFY(database.open());
            QVERIFY(database.run(u"PRAGMA user_version = 999"_s));
        }
        const auto journal = Journal::open(path);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, ErrorKind::BadFormat);
        QVERIFY(journal.error().message.contains(u"newer"));
        QVERIFY(QFileInfo(path).dir().entryList({u"*.damaged-*"_s}).isEmpty());
    }

    void aFolderOrAnUnwritablePlaceIsOneSentence()
    {
        QCOMPARE(Journal::open(toLocalPath(m_dir.path())).error().kind, ErrorKind::NotAFile);
        QFile blocker(m_dir.filePath(u"blocker"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        QCOMPARE(Journal::open(toLocalPath(m_dir.filePath(u"blocker/journal.sqlite"_s))).error().kind,
                 ErrorKind::NotWritable);
    }

    // Who goes on without it finds it working as soon as what was in the way is gone.
    void opensAsSoonAsItCan()
    {
        const LocalPath path = freshFile();
        QVERIFY(QDir().mkpath(displayText(path)));
        const auto journal = Journal::at(path);
        QCOMPARE(journal->prepare().error().kind, ErrorKind::NotAFile);
        QCOMPARE(journal->add(sample()).error().kind, ErrorKind::NotAFile);
        QCOMPARE(journal->deposits().error().kind, ErrorKind::NotAFile);
        QVERIFY(QDir().rmdir(displayText(path)));
        QVERIFY(journal->add(sample()));
        QCOMPARE(journal->deposits()->size(), size_t(1));
        QVERIFY(journal->notice().isEmpty());
    }

#ifdef Q_OS_LINUX
    void fullDiskLosesNothing_data()
    {
        QTest::addColumn<bool>("fileSystem");
        QTest::newRow("file system of 256 KiB") << true;
        QTest::newRow("limit of a file's size") << false;
    }

    // What was written stays, the next one is a sentence, and with room again it goes on.
    void fullDiskLosesNothing()
    {
        QFETCH(const bool, fileSystem);
        const LocalPath file = freshFile();
        const QByteArray folder = QByteArray::fromStdString(file.parent_path().string());
        QVERIFY(QDir().mkpath(displayText(file.parent_path())));
        if (fileSystem && mount("tmpfs", folder.constData(), "tmpfs", 0, "size=256k") != 0)
            QSKIP("Only root mounts a small file system.");
        const auto unmount = qScopeGuard([&] {
            if (fileSystem)
                umount(folder.constData());
        });
        const auto journal = Journal::open(file).value();
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        if (!fileSystem) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit small{256 * 1024, before.rlim_max};
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        }
        std::optional<Error> refused;
        std::vector<qint64> kept;
        for (int i = 0; i < 10'000 && !refused; ++i) {
            DepositRecord record = sample();
            record.message = QString(1'000, u'x');
            const auto id = journal->add(record);
            if (id)
                kept.push_back(*id);
            else
                refused = id.error();
        }
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(refused);
        QVERIFY(!kept.empty());
        // A limit is not a full disk to SQLite, only something that did not work.
        QCOMPARE(refused->kind, fileSystem ? ErrorKind::NoSpace : ErrorKind::NotWritable);
        QVERIFY(!refused->message.isEmpty());
        QCOMPARE(journal->deposits().value().size(), kept.size());
        const auto again = Journal::open(file);
        QVERIFY(again);
        QCOMPARE((*again)->deposits().value().size(), kept.size());
        if (fileSystem)
            QCOMPARE(mount("tmpfs", folder.constData(), "tmpfs", MS_REMOUNT, "size=2m"), 0);
        QVERIFY(journal->add(sample()));
        QCOMPARE((*again)->deposits().value().size(), kept.size() + 1);
    }
#endif

    void manyThreadsAndTwoOpeners()
    {
        const LocalPath path = freshFile();
        const auto window = Journal::open(path).value();
        const auto commandLine = Journal::open(path).value();
        QList<int> numbers(40);
        std::iota(numbers.begin(), numbers.end(), 0);
        QtConcurrent::blockingMap(numbers, [&](int i) {
            const auto &journal = i % 2 == 0 ? window : commandLine;
            DepositRecord record = sample();
            record.contacts = i;
            const auto id = journal->add(record);
            if (!id)
                return;
            record.id = *id;
            record.state = DepositState::Accepted;
            std::ignore = journal->update(record);
        });
        const auto records = window->deposits().value();
        QCOMPARE(records.size(), size_t(40));
        QVERIFY(std::all_of(records.begin(), records.end(),
                            [](const DepositRecord &r) { return r.state == DepositState::Accepted; }));
    }

    void rollbackJournalAndFullSynchronisation()
    {
        Database database(toLocalPath(m_dir.filePath(u"pragmas.sqlite"_s)));
        QVERIFY(database.open());
        auto mode = database.run(u"PRAGMA journal_mode"_s).value();
        QVERIFY(mode.next());
        QCOMPARE(mode.value(0).toString(), u"truncate"_s);
        auto synchronous = database.run(u"PRAGMA synchronous"_s).value();
        QVERIFY(synchronous.next());
        QCOMPARE(synchronous.value(0).toInt(), 2);
    }

    // reliability.md D: values only as bound parameters. A statement put together with arg() or + may hold our own
    // column names and numbers; the few such places are known by heart here.
    void statementsBindTheirValues()
    {
        const QRegularExpression suspicious(u"(SELECT|INSERT|UPDATE|DELETE)[^;]*'\\s*\\+|exec\\(.*(\\+|arg)"_s);
        QDirIterator it(QStringLiteral(NAVETTE_SOURCE_DIR "/app"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        int sources = 0;
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            if (!text.contains(u"QSqlQuery"_s))
                continue;
            ++sources;
            QVERIFY2(!suspicious.match(text).hasMatch(), qPrintable(file.fileName()));
            QVERIFY2(file.fileName().contains(u"/journal/"_s), "SQL belongs in app/journal");
        }
        QVERIFY(sources > 0);
    }

    void everyStateHasItsKey()
    {
        for (int i = 0; i <= static_cast<int>(DepositState::Failed); ++i) {
            const auto state = static_cast<DepositState>(i);
            QVERIFY(!key(state).isEmpty());
            QVERIFY(!label(state).isEmpty());
            QCOMPARE(depositStateFromKey(key(state)), std::optional(state));
        }
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
