// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database.h"
#include "pipeline/board.h"
#include "pipeline/deposit.h"
#include "pipelinesamples.h"
#include "support/memoryremote.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const Error lost{ErrorKind::Network, u"The connection was lost."_s, {}};
const QByteArray content = "Email;Nom\n" + QByteArray("jean@example.org;Dupont\n").repeated(500);

// One deposit with all that it needs.
struct Desk {
    QTemporaryDir dir;
    Account account;
    MemoryRemote remote;
    std::shared_ptr<Journal> journal;
    DepositOrder order;
    QByteArray directory;
    bool placing = false; ///< the last attempt went as far as that
    std::optional<DepositTries> inDoubt;

    explicit Desk(bool accengage = false)
    {
        account = accengage ? samples::accengage() : samples::digitaleo();
        order.flow = samples::flow(accengage ? u"accengage/staticlist"_s : u"digitaleo/import"_s);
        directory = accengage ? "imports" : "contacts/import/in";
        if (accengage)
            remote.addDirectory("imports");
        else
            remote.addTree(samples::digitaleoTree());
        order.remoteName = accengage ? u"staticlist_noel_6_20260101120000.csv"_s : u"vip.csv"_s;
        if (!accengage)
            order.mode = ImportMode::SyncList;
        QFile file(dir.filePath(u"source.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        order.file = toLocalPath(file.fileName());
        order.sourceName = u"source.csv"_s;
        order.contacts = 500;
        journal = Journal::open(toLocalPath(dir.filePath(u"journal.sqlite"_s))).value();
    }

    QByteArray finalPath() const { return directory + '/' + order.remoteName.toUtf8(); }
    QByteArray confirmation() const { return finalPath().chopped(4) + ".txt"; }
    Result<DepositRecord> send(const JobControl &job = {}, DepositTries *tries = nullptr)
    {
        const qsizetype before = placed();
        auto result = deposit(remote, account, order, *journal, {}, job, tries);
        placing = placed() > before;
        return result;
    }
    /// Entries that went as far as that the file may be under its final name.
    qsizetype placed() const
    {
        const std::vector<DepositRecord> records = journal->deposits().value();
        return std::count_if(records.begin(), records.end(),
                             [](const DepositRecord &record) { return record.depositedAt.isValid(); });
    }
    /// A try whose line breaks in the middle of the file.
    Result<DepositRecord> breakOff(DepositTries &tries)
    {
        remote.setHalfway(
            [](const QString &op, const RemotePath &) { return op == u"upload" ? std::optional(lost) : std::nullopt; });
        auto record = send({}, &tries);
        remote.setHalfway({});
        return record;
    }
    /// Renamed, and the line was down before the answer came; it is up again.
    DepositRecord sendInDoubt()
    {
        inDoubt.emplace(journal);
        bool down = false;
        remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            down = down || op == u"rename";
            return down ? std::optional(lost) : std::nullopt;
        });
        std::ignore = sendAgain();
        remote.setAfter({});
        return entry();
    }
    Result<DepositRecord> sendAgain() { return send({}, inDoubt ? &*inDoubt : nullptr); }
    /// As a restart does, or another window that never knew them.
    void forgetTries() { inDoubt.reset(); }
    void isTakenTo(const QByteArray &status)
    {
        const auto stamp = QByteArray::number(QDateTime::currentSecsSinceEpoch());
        remote.move(finalPath(), "contacts/import/" + status + '/' + stamp + '_' + order.remoteName.toUtf8());
    }
    DepositRecord record(qint64 id) const { return journal->deposit(id).value().value(); }
    qsizetype uploads() const { return remote.requests().filter(u"upload "_s).size(); }
    DepositRecord entry() const { return journal->deposits().value().at(0); }
    size_t entries() const { return journal->deposits().value().size(); }
    int finals() const { return static_cast<int>(remote.text().count(u'/' + order.remoteName + u" = "_s)); }
    bool hasTemporary() const { return remote.text().contains(u".navette-"); }
    QByteArray source() const
    {
        QFile file(order.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

// reliability.md, Invariants; empty where all hold.
QString brokenInvariant(Desk &desk, const Result<DepositRecord> &result, bool confirmed)
{
    const bool there = desk.remote.exists(desk.finalPath());
    if (there && desk.remote.content(desk.finalPath()) != content)
        return u"a partial file lies under the final name"_s;
    if (desk.finals() > 1)
        return u"the file is there twice"_s;
    if (confirmed && desk.remote.exists(desk.confirmation()) && !there)
        return u"a confirmation without its CSV"_s;
    if (result && (!there || (confirmed && !desk.remote.exists(desk.confirmation()))))
        return u"a success without the file"_s;
    if (!confirmed && !desk.remote.text().contains(u"List ="))
        return u"no marker"_s;
    if (desk.source() != content)
        return u"the source was changed"_s;
    const auto records = desk.journal->deposits().value();
    if (records.empty())
        return result ? u"no record"_s : QString();
    const DepositRecord &record = records.front();
    if (result && record.state != DepositState::Waiting)
        return u"a success that the journal does not know"_s;
    if (!result && record.state == DepositState::Failed && there)
        return u"a failure that lies on the platform"_s;
    if (!result && record.state == DepositState::Sending && record.message.isEmpty())
        return u"neither ended nor marked doubtful"_s;
    if (desk.hasTemporary() && record.temporaryName.isEmpty())
        return u"a temporary file is left behind and not listed"_s;
    return {};
}

} // namespace

class TestDeposit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsUnderATemporaryNameThenRenames()
    {
        Desk desk;
        const auto record = desk.send();
        QVERIFY2(record, qPrintable(record ? QString() : record.error().message));
        QCOMPARE(record->state, DepositState::Waiting);
        QCOMPARE(record->mode, u"sync"_s);
        QCOMPARE(record->contacts, 500);
        QCOMPARE(record->bytes, content.size());
        QVERIFY(record->temporaryName.isEmpty());
        QCOMPARE(desk.remote.content("contacts/import/in/vip.csv"), content);
        QVERIFY(desk.remote.exists("contacts/import/.syncExistingList"));
        QVERIFY(!desk.remote.exists("contacts/import/.createNewList"));
        QVERIFY(!desk.hasTemporary());
        const QStringList uploads = desk.remote.requests().filter(u"upload "_s);
        QCOMPARE(uploads.size(), 1);
        QVERIFY(uploads.first().startsWith(u"upload contacts/import/in/.navette-"));
        // A drop directory is a moving target: nothing is asked of it after the rename.
        QVERIFY(desk.remote.requests().last().startsWith(u"rename "));
        QCOMPARE(desk.journal->deposits().value(), std::vector{*record});
    }

    void confirmsAnAccengageCsvWhenItIsWhole()
    {
        Desk desk(true);
        const auto record = desk.send();
        QVERIFY2(record, qPrintable(record ? QString() : record.error().message));
        QCOMPARE(desk.remote.content(desk.finalPath()), content);
        QCOMPARE(desk.remote.content(desk.confirmation()), QByteArray(""));
        QVERIFY(!desk.hasTemporary());
    }

    void everyRequestFailedOnce_data()
    {
        QTest::addColumn<bool>("accengage");
        QTest::addColumn<bool>("after");
        QTest::newRow("digitaleo, error before the act") << false << false;
        QTest::newRow("digitaleo, reply lost") << false << true;
        QTest::newRow("accengage, error before the act") << true << false;
        QTest::newRow("accengage, reply lost") << true << true;
    }
    void everyRequestFailedOnce()
    {
        QFETCH(bool, accengage);
        QFETCH(bool, after);
        Desk good(accengage);
        QVERIFY(good.send());
        const auto requests = static_cast<int>(good.remote.requests().size());
        QVERIFY(requests > 5);
        for (int n = 1; n <= requests; ++n) {
            Desk desk(accengage);
            desk.remote.failNth(n, lost, after);
            const auto result = desk.send();
            const QString broken = brokenInvariant(desk, result, accengage);
            QVERIFY2(broken.isEmpty(), qPrintable(u"request %1: %2\n%3"_s.arg(n).arg(broken, desk.remote.text())));
            QVERIFY(desk.placing || !desk.remote.requests().join(u'\n').contains(u"rename "_s));

            if (!result && !desk.placing) {
                // It may go again by itself, before anybody settles anything.
                desk.remote.setBefore({});
                desk.remote.setAfter({});
                QVERIFY2(desk.send(), qPrintable(desk.remote.text()));
                QCOMPARE(desk.finals(), 1);
                QCOMPARE(desk.remote.content(desk.finalPath()), content);
                continue;
            }
            desk.remote.setBefore({});
            desk.remote.setAfter({}); // requests that were refused anyway are not counted there
            // The next start settles what is open; the same order again ends with the file there once.
            const auto settled = settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal);
            QVERIFY2(settled, qPrintable(u"request %1 of %2: %3\n%4\n%5"_s.arg(n).arg(requests).arg(
                                  settled ? QString() : settled.error().message, desk.remote.text(),
                                  desk.remote.requests().join(u'\n'))));
            const auto open = desk.journal->unfinished().value();
            for (const DepositRecord &record : open)
                QCOMPARE(record.state, DepositState::Waiting);
            if (!desk.remote.exists(desk.finalPath()))
                QVERIFY2(desk.send(), qPrintable(desk.remote.text()));
            QCOMPARE(desk.finals(), 1);
            QCOMPARE(desk.remote.content(desk.finalPath()), content);
            QVERIFY2(!desk.hasTemporary() || !desk.journal->deposits().value().empty(), "unlisted leftover");
        }
    }

    // The line goes down for good at each request: what is left is in the journal, and the next start ends it.
    void lineDownForGood()
    {
        for (const bool accengage : {false, true}) {
            Desk good(accengage);
            QVERIFY(good.send());
            const auto requests = static_cast<int>(good.remote.requests().size());
            for (int n = 1; n <= requests; ++n) {
                for (const bool after : {false, true}) {
                    Desk desk(accengage);
                    int count = 0;
                    bool down = true;
                    desk.remote.setBefore([&](const QString &, const RemotePath &) -> std::optional<Error> {
                        ++count;
                        return down && count > n - (after ? 0 : 1) ? std::optional(lost) : std::nullopt;
                    });
                    desk.remote.setAfter([&](const QString &, const RemotePath &) -> std::optional<Error> {
                        return down && after && count == n ? std::optional(lost) : std::nullopt;
                    });
                    const auto result = desk.send();
                    const QString broken = brokenInvariant(desk, result, accengage);
                    QVERIFY2(broken.isEmpty(),
                             qPrintable(u"request %1: %2\n%3"_s.arg(n).arg(broken, desk.remote.text())));
                    down = false;
                    QVERIFY(settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal));
                    const auto open = desk.journal->unfinished().value();
                    for (const DepositRecord &record : open)
                        QCOMPARE(record.state, DepositState::Waiting);
                    QVERIFY(desk.finals() <= 1);
                }
            }
        }
    }

    void whatAnotherProcessIsSendingIsLeftToIt()
    {
        Desk desk;
        bool claimed = false;
        desk.remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op == u"upload") {
                const auto records = desk.journal->unfinished().value();
                claimed = records.size() == 1 && !desk.journal->claim(records.front().id);
            }
            return {};
        });
        QVERIFY(desk.send());
        QVERIFY(claimed); // while it was under way, and not afterwards
        QVERIFY(desk.journal->claim(desk.journal->deposits().value().front().id) != nullptr);
    }

    void aCrashInTheMiddleIsSettledAtTheNextStart()
    {
        Desk desk;
        DepositRecord record;
        record.account = desk.account.id;
        record.flow = desk.order.flow.id;
        record.remoteDirectory = u"contacts/import/in"_s;
        record.remoteName = u"vip.csv"_s;
        record.temporaryName = u".navette-0123456789abcdef.part"_s;
        record.state = DepositState::Sending;
        record.createdAt = QDateTime::currentDateTimeUtc();
        desk.remote.addFile("contacts/import/in/.navette-0123456789abcdef.part", "half");
        QVERIFY(desk.journal->add(record));
        const auto settled = settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal).value();
        QCOMPARE(settled.size(), size_t(1));
        QCOMPARE(settled.front().state, DepositState::Failed);
        QVERIFY(!settled.front().message.isEmpty());
        QVERIFY(!desk.hasTemporary());
    }

    void uploadCutInTheMiddleLeavesNothing()
    {
        Desk desk;
        desk.remote.setHalfway(
            [](const QString &op, const RemotePath &) { return op == u"upload" ? std::optional(lost) : std::nullopt; });
        const auto result = desk.send();
        QCOMPARE(result.error().kind, ErrorKind::Network);
        QVERIFY(!desk.hasTemporary());
        QVERIFY(!desk.remote.exists(desk.finalPath()));
        QCOMPARE(desk.journal->deposits().value().front().state, DepositState::Failed);
    }

    void aTryGoesOnWithWhatTheOneBeforeLeft()
    {
        Desk desk;
        DepositTries tries(desk.journal);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(desk.breakOff(tries).error().kind, ErrorKind::Network);
            QVERIFY(desk.hasTemporary());
            QCOMPARE(desk.entry().state, DepositState::Sending);
            // Between two tries it is nobody else's.
            QVERIFY(settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal).value().empty());
        }
        const auto record = desk.send({}, &tries);
        QVERIFY2(record, qPrintable(record ? QString() : record.error().message));
        QCOMPARE(desk.remote.content(desk.finalPath()), content);
        QVERIFY(!desk.hasTemporary());
        const QStringList uploads = desk.remote.requests().filter(u"upload "_s);
        QCOMPARE(uploads.size(), 3);
        QCOMPARE(QSet<QString>(uploads.begin(), uploads.end()).size(), 1);
        QCOMPARE(desk.entries(), size_t(1));
        QCOMPARE(desk.entry().state, DepositState::Waiting);
        QVERIFY2(desk.entry().message.contains(u"3 tries"_s), qPrintable(desk.entry().message));
        tries.giveUp(&desk.remote, cancelledError(), {}); // of what came to its end nothing is given up
        QCOMPARE(desk.entry().state, DepositState::Waiting);
    }

    void whatIsGivenUpIsClearedOrTold_data()
    {
        QTest::addColumn<bool>("connected");
        QTest::newRow("connected") << true;
        QTest::newRow("not connected") << false;
    }
    void whatIsGivenUpIsClearedOrTold()
    {
        QFETCH(bool, connected);
        Desk desk;
        {
            DepositTries tries(desk.journal);
            QVERIFY(!desk.breakOff(tries));
            QVERIFY(!desk.breakOff(tries));
            const Error said = tries.giveUp(connected ? &desk.remote : nullptr, lost, {});
            QCOMPARE(said.message.contains(u".navette-"_s), !connected);
        }
        QCOMPARE(desk.entries(), size_t(1));
        QCOMPARE(desk.entry().state, DepositState::Failed);
        QVERIFY2(desk.entry().message.contains(u"2 times"_s), qPrintable(desk.entry().message));
        QCOMPARE(desk.hasTemporary(), !connected);
        QVERIFY(settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal));
        QVERIFY(!desk.hasTemporary());
        QVERIFY(desk.entry().temporaryName.isEmpty());
        QCOMPARE(desk.entry().state, DepositState::Failed);
    }

    void whoeverGoesAwayBetweenTwoTriesEndsTheEntry()
    {
        Desk desk;
        {
            DepositTries tries(desk.journal);
            QVERIFY(!desk.breakOff(tries));
        }
        QCOMPARE(desk.entry().state, DepositState::Cancelled);
        QVERIFY(!desk.entry().temporaryName.isEmpty());
    }

    void otherBytesAreNotGoneOnWith_data()
    {
        QTest::addColumn<bool>("sourceChanged");
        QTest::newRow("the source changed between two tries") << true;
        QTest::newRow("what arrived was not what was sent") << false;
    }
    void otherBytesAreNotGoneOnWith()
    {
        QFETCH(bool, sourceChanged);
        Desk desk;
        DepositTries tries(desk.journal);
        QByteArray expected = content;
        if (sourceChanged) {
            QVERIFY(!desk.breakOff(tries));
            expected = "Email\nother@example.org\n";
            QFile file(desk.order.file);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(expected) == expected.size());
        } else {
            desk.remote.setAfter([&desk](const QString &op, const RemotePath &path) {
                if (op == u"upload")
                    desk.remote.addFile(path.bytes(), QByteArray(content.size(), 'x'));
                return std::optional<Error>();
            });
            QCOMPARE(desk.send({}, &tries).error().kind, ErrorKind::Protocol);
            desk.remote.setAfter({});
        }
        QCOMPARE(desk.hasTemporary(), sourceChanged);
        const auto record = desk.send({}, &tries);
        QVERIFY2(record, qPrintable(record ? QString() : record.error().message));
        QCOMPARE(desk.remote.content(desk.finalPath()), expected);
        QVERIFY(!desk.hasTemporary());
        QCOMPARE(desk.entries(), size_t(sourceChanged ? 2 : 1));
        const QStringList uploads = desk.remote.requests().filter(u"upload "_s);
        QCOMPARE(uploads.size(), 2);
        QVERIFY(uploads[0] != uploads[1]);
    }

    void neverOverwritesAWaitingFile()
    {
        Desk desk;
        desk.remote.addFile("contacts/import/in/vip.csv", "someone else's");
        const auto result = desk.send();
        QCOMPARE(result.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(result.error().message.contains(u"vip.csv"));
        QCOMPARE(desk.remote.content("contacts/import/in/vip.csv"), QByteArray("someone else's"));
        QVERIFY(!desk.hasTemporary());
    }

    void someoneElsesFileThatAppearsMeanwhileStays()
    {
        Desk desk;
        desk.remote.setBefore([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op == u"rename")
                desk.remote.addFile("contacts/import/in/vip.csv", "someone else's");
            return {};
        });
        QCOMPARE(desk.send().error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(desk.remote.content("contacts/import/in/vip.csv"), QByteArray("someone else's"));
        QVERIFY(!desk.hasTemporary());
    }

    void aQuickPlatformIsASuccess()
    {
        Desk desk;
        // Taken into `on` before the rename's answer, which is lost.
        desk.remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op != u"rename")
                return {};
            const auto stamp = QByteArray::number(QDateTime::currentSecsSinceEpoch());
            desk.remote.move("contacts/import/in/vip.csv", "contacts/import/on/" + stamp + "_vip.csv");
            return lost;
        });
        const auto record = desk.send();
        QVERIFY2(record, qPrintable(record ? QString() : record.error().message));
        QVERIFY(record->platformName.endsWith(u"_vip.csv"));
        QCOMPARE(desk.finals(), 0);
    }

    void yesterdaysFileOfTheSameNameIsNotOurs()
    {
        Desk desk;
        const auto yesterday = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 86'400);
        desk.remote.addFile("contacts/import/ok/" + yesterday + "_vip.csv", content);
        desk.remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op != u"rename")
                return {};
            desk.remote.take("contacts/import/in/vip.csv"); // gone without a trace
            return lost;
        });
        QVERIFY(!desk.send());
        const DepositRecord record = desk.journal->deposits().value().front();
        QCOMPARE(record.state, DepositState::Sending);
        QVERIFY(!record.message.isEmpty());
        // The same order again is not simply sent a second time.
        desk.remote.setAfter({});
        const auto again = desk.send();
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(!desk.remote.exists("contacts/import/in/vip.csv"));
        QCOMPARE(desk.journal->deposits().value().front().state, DepositState::OutcomeUnknown);
    }

    void aDoubtfulOrderThatArrivedIsNotSentAgain()
    {
        Desk desk;
        QCOMPARE(desk.sendInDoubt().state, DepositState::Sending);
        const auto again = desk.sendAgain();
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(again->state, DepositState::Waiting);
        QCOMPARE(desk.uploads(), 1);
        QCOMPARE(desk.journal->deposits().value().size(), size_t(1));
    }

    // The board is back before the person is, and the platform has taken the file meanwhile.
    void norIsOneThatTheBoardSettled_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<bool>("restarted");
        QTest::addColumn<DepositState>("state");
        QTest::newRow("seen waiting") << QByteArray() << false << DepositState::Waiting;
        QTest::newRow("processing") << QByteArray("on") << false << DepositState::Processing;
        QTest::newRow("accepted") << QByteArray("ok") << false << DepositState::Accepted;
        QTest::newRow("refused") << QByteArray("ko") << false << DepositState::Refused;
        QTest::newRow("seen waiting, restarted") << QByteArray() << true << DepositState::Waiting;
        QTest::newRow("accepted, restarted") << QByteArray("ok") << true << DepositState::Accepted;
    }
    void norIsOneThatTheBoardSettled()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const bool, restarted);
        QFETCH(const DepositState, state);
        Desk desk;
        const qint64 id = desk.sendInDoubt().id;
        if (!status.isEmpty())
            desk.isTakenTo(status);
        QVERIFY(settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal));
        if (status.isEmpty())
            desk.isTakenTo("ok");
        QCOMPARE(desk.record(id).state, state);
        if (restarted)
            desk.forgetTries();
        const auto again = desk.sendAgain();
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(again->id, id);
        QCOMPARE(again->state, state);
        QCOMPARE(desk.uploads(), 1);
        // Whoever was told so and orders it once more wants it twice.
        desk.forgetTries();
        QVERIFY(desk.sendAgain());
        QCOMPARE(desk.uploads(), 2);
    }

    void whatTheBoardCouldNotTellIsNotSentAgainUnasked_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("the same order") << false;
        QTest::newRow("restarted") << true;
    }
    void whatTheBoardCouldNotTellIsNotSentAgainUnasked()
    {
        QFETCH(const bool, restarted);
        Desk desk;
        const qint64 id = desk.sendInDoubt().id;
        desk.remote.take(desk.finalPath());
        QVERIFY(settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal));
        QCOMPARE(desk.record(id).state, DepositState::OutcomeUnknown);
        if (restarted)
            desk.forgetTries();
        else
            QCOMPARE(desk.sendAgain().error().kind, ErrorKind::AlreadyExists); // however often
        QCOMPARE(desk.sendAgain().error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(desk.uploads(), 1);
        desk.forgetTries();
        QVERIFY(desk.sendAgain());
        QCOMPARE(desk.uploads(), 2);
    }

    // The board settles it while we do.
    void norIsOneThatIsBeingSettled_data()
    {
        QTest::addColumn<int>("lastsLists");
        QTest::newRow("done before our look ends") << 1;
        QTest::newRow("done at our second look") << 6;
    }
    void norIsOneThatIsBeingSettled()
    {
        QFETCH(const int, lastsLists);
        Desk desk;
        DepositRecord record = desk.sendInDoubt();
        desk.isTakenTo("ok");
        std::unique_ptr<Journal::Claim> board;
        int lists = 0;
        desk.remote.setBefore([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            lists += op == u"list" ? 1 : 0;
            if (lists == 1 && !board)
                board = desk.journal->claim(record.id);
            if (lists == lastsLists && board) {
                record.state = DepositState::Accepted;
                std::ignore = desk.journal->update(record);
                board.reset();
            }
            return {};
        });
        const auto again = desk.sendAgain();
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(again->state, DepositState::Accepted);
        QVERIFY(lists >= lastsLists && !board);
        QCOMPARE(desk.uploads(), 1);
    }

    void norIsOneThatCannotBeJudged()
    {
        Desk desk;
        const qint64 id = desk.sendInDoubt().id;
        desk.remote.take(desk.finalPath());
        desk.remote.take("contacts/import/ko"); // cannot be listed, so it may have been there
        const auto again = desk.sendAgain();
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(again.error().message.contains(u"vip.csv"));
        QCOMPARE(desk.uploads(), 1);
        QCOMPARE(desk.record(id).state, DepositState::Sending);
        QVERIFY(!desk.placing); // nothing new is in doubt
    }

    void norIsOneOfACrash_data()
    {
        QTest::addColumn<bool>("old");
        QTest::newRow("just now") << false;
        QTest::newRow("long ago") << true;
    }
    void norIsOneOfACrash()
    {
        QFETCH(const bool, old);
        Desk desk;
        DepositRecord record = desk.sendInDoubt();
        record.message.clear(); // it had no time to say anything
        QVERIFY(desk.journal->update(record));
        desk.forgetTries();
        desk.isTakenTo("ok");
        if (old) {
            Database database(toLocalPath(desk.dir.filePath(u"journal.sqlite"_s)));
            QVERIFY(database.open());
            QVERIFY(database.run(u"INSERT INTO deposits SELECT i, account, flow, source_file, remote_directory, "
                                 "'another', '', '', mode, sent_by, contacts, bytes, 'another', 'accepted', '', "
                                 "created_ms, deposited_ms, ended_ms, 0 FROM deposits, (WITH RECURSIVE n(i) AS "
                                 "(VALUES (1000) UNION ALL SELECT i + 1 FROM n WHERE i < 3500) SELECT i FROM n)"_s));
        }
        const auto again = desk.sendAgain();
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QCOMPARE(again->id, record.id);
        QCOMPARE(again->state, DepositState::Accepted);
        QCOMPARE(desk.uploads(), 1);
    }

    void whatSucceededWhileOthersWereSettledStays()
    {
        Desk desk;
        DepositRecord living;
        living.account = desk.account.id;
        living.flow = desk.order.flow.id;
        living.remoteDirectory = u"contacts/import/in"_s;
        living.remoteName = u"living.csv"_s;
        living.state = DepositState::Sending;
        living.createdAt = QDateTime::currentDateTimeUtc();
        DepositRecord crashed = living;
        crashed.remoteName = u"vip.csv"_s;
        crashed.temporaryName = u".navette-0123456789abcdef.part"_s;
        desk.remote.addFile("contacts/import/in/.navette-0123456789abcdef.part", "half");
        living.id = desk.journal->add(living).value();
        QVERIFY(desk.journal->add(crashed));
        auto claim = desk.journal->claim(living.id);
        desk.remote.setBefore([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op == u"removeFile") {
                living.state = DepositState::Waiting;
                std::ignore = desk.journal->update(living);
                claim.reset();
            }
            return {};
        });
        const auto settled = settleInterrupted(desk.remote, desk.account, {desk.order.flow}, *desk.journal).value();
        QCOMPARE(settled.size(), size_t(1));
        QVERIFY(!claim);
        QCOMPARE(desk.record(living.id).state, DepositState::Waiting);
    }

    void theModeChangedMeanwhileStopsTheDeposit()
    {
        Desk desk;
        desk.remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op == u"upload") {
                desk.remote.addFile("contacts/import/.addToExistingList", "");
                desk.remote.take("contacts/import/.syncExistingList");
            }
            return {};
        });
        const auto result = desk.send();
        QCOMPARE(result.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(!desk.remote.exists(desk.finalPath()));
        QVERIFY(!desk.hasTemporary());
        QVERIFY(desk.remote.exists("contacts/import/.addToExistingList"));
    }

    // The order may have waited for hours.
    void aModeThatNobodySawIsNotReplaced_data()
    {
        QTest::addColumn<std::set<ImportMode>>("there");
        QTest::addColumn<bool>("sent");
        QTest::newRow("as seen") << std::set{ImportMode::AddToList} << true;
        QTest::newRow("changed") << std::set{ImportMode::NewList} << false;
        QTest::newRow("changed to what is wanted") << std::set{ImportMode::SyncList} << true;
        QTest::newRow("half set by an earlier try") << std::set{ImportMode::AddToList, ImportMode::SyncList} << true;
        QTest::newRow("another one set") << std::set{ImportMode::AddToList, ImportMode::NewList} << false;
    }
    void aModeThatNobodySawIsNotReplaced()
    {
        QFETCH(const std::set<ImportMode>, there);
        QFETCH(const bool, sent);
        Desk desk;
        desk.order.seenMode = ImportModeState{{ImportMode::AddToList}, {}};
        for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
            const QByteArray marker = "contacts/import/" + markerName(mode);
            desk.remote.take(marker);
            if (there.contains(mode))
                desk.remote.addFile(marker, "");
        }
        const auto result = desk.send();
        QCOMPARE(result.has_value(), sent);
        QCOMPARE(desk.remote.exists(desk.finalPath()), sent);
        if (!sent)
            QCOMPARE(readImportMode(desk.remote).value().markers, there);
    }

    void twoModesStopADepositThatChoosesNone()
    {
        Desk desk;
        desk.order.mode.reset();
        desk.remote.addFile("contacts/import/.syncExistingList", "");
        QCOMPARE(desk.send().error().kind, ErrorKind::Unsafe);
        QVERIFY(!desk.remote.exists(desk.finalPath()));
    }

    void whatArrivedIsReadBack()
    {
        Desk desk;
        desk.remote.setAfter([&](const QString &op, const RemotePath &path) -> std::optional<Error> {
            if (op == u"upload")
                desk.remote.addFile(path.bytes(), QByteArray(content).replace("Dupont", "D?pont"));
            return {};
        });
        QCOMPARE(desk.send().error().kind, ErrorKind::Protocol);
        QVERIFY(!desk.remote.exists(desk.finalPath()));
        QVERIFY(!desk.hasTemporary());
    }

    void whereNobodyMayReadTheSizeMustDo()
    {
        Desk desk;
        desk.remote.setBefore([](const QString &op, const RemotePath &) {
            return op == u"sha256" ? std::optional(Error{ErrorKind::NotWritable, u"Not allowed."_s, {}}) : std::nullopt;
        });
        QVERIFY(desk.send());
        QCOMPARE(desk.remote.content(desk.finalPath()), content);
    }

    void cancelledInTheMiddle()
    {
        Desk desk;
        CancelSource cancel;
        JobControl job;
        job.cancel = cancel.token();
        desk.remote.setAfter([&](const QString &op, const RemotePath &) -> std::optional<Error> {
            if (op == u"upload")
                cancel.cancel();
            return {};
        });
        QCOMPARE(desk.send(job).error().kind, ErrorKind::Cancelled);
        QVERIFY(!desk.remote.exists(desk.finalPath()));
        QVERIFY(!desk.hasTemporary());
        QCOMPARE(desk.journal->deposits().value().front().state, DepositState::Cancelled);
    }

    void refusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::newRow("missing") << u"missing"_s << static_cast<int>(ErrorKind::NotFound);
        QTest::newRow("folder") << u"folder"_s << static_cast<int>(ErrorKind::NotAFile);
        QTest::newRow("empty") << u"empty"_s << static_cast<int>(ErrorKind::BadFormat);
        QTest::newRow("large") << u"large"_s << static_cast<int>(ErrorKind::Limit);
        QTest::newRow("slash") << u"slash"_s << static_cast<int>(ErrorKind::Unsafe);
        QTest::newRow("dots") << u"dots"_s << static_cast<int>(ErrorKind::Unsafe);
        QTest::newRow("no criterion") << u"criterion"_s << static_cast<int>(ErrorKind::Usage);
    }
    void refusedBeforeAnythingIsSent()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        Desk desk;
        if (what == u"missing")
            desk.order.file = toLocalPath(desk.dir.filePath(u"none.csv"_s));
        if (what == u"folder")
            desk.order.file = toLocalPath(desk.dir.path());
        if (what == u"empty")
            QVERIFY(QFile::resize(desk.dir.filePath(u"source.csv"_s), 0));
        if (what == u"large")
            QVERIFY(QFile::resize(desk.dir.filePath(u"source.csv"_s), 20LL * 1024 * 1024 + 1));
        if (what == u"slash")
            desk.order.remoteName = u"../ok/vip.csv"_s;
        if (what == u"dots")
            desk.order.remoteName = u".."_s;
        if (what == u"criterion") {
            desk.order.flow = samples::flow(u"digitaleo/delete"_s);
            desk.account.settings.deduplication = Deduplication::None;
        }
        const auto result = desk.send();
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().kind), kind);
        QVERIFY(desk.remote.requests().isEmpty());
        QVERIFY(desk.journal->deposits().value().empty());
    }
};

QTEST_GUILESS_MAIN(TestDeposit)
#include "tst_deposit.moc"
