// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The robot's steps, tick by tick, on days of the test's choice.
#include "archive/archive.h"
#include "flows/filename.h"
#include "practice/listledger.h"
#include "practice/reportingday.h"
#include "practice/robot.h"
#include "practice/textfiles.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace navette;
using namespace navette::practice;

namespace
{

const QByteArray goodFile = "Nom;Email\nJ;j@example.org\nK;k@example.org\n";
const QByteArray badFile = "Nom,Email\r\nJ,j@example.org\r\n";

/// A platform without its server, whose clock the test turns.
class World
{
public:
    explicit World(Platform platform, Deduplication deduplication = Deduplication::Triplet)
        : m_tree(root() / "tree", platform)
    {
        m_settings.deduplication = deduplication;
        m_settings.appId = u"6"_s;
        std::filesystem::create_directories(root() / "state");
        std::filesystem::create_directories(root() / "history");
        m_made = m_tree.make().has_value();
        restart();
    }

    void restart()
    {
        Result<FlowCatalog> flows = FlowCatalog::load();
        RobotPlace place{m_tree, root() / "state", root() / "history", flows ? *flows : FlowCatalog(), m_settings};
        m_robot = m_tree.platform() == Platform::Digitaleo ? makeDigitaleoRobot(place) : makeAccengageRobot(place);
    }

    void tick(int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            m_robot->tick(now);
            now = now.addSecs(2);
        }
    }

    void put(const QByteArray &path, const QByteArray &bytes)
    {
        if (!writeWhole(m_tree.local(path), bytes))
            qFatal("the test cannot write");
    }

    [[nodiscard]] QStringList names(const QByteArray &directory) const
    {
        QStringList result;
        for (const auto &entry : std::filesystem::directory_iterator(m_tree.local(directory)))
            result.append(fileName(entry.path()));
        result.sort();
        return result;
    }

    /// Where a file of that name lies, as "on/" + with its prefix as #.
    [[nodiscard]] QStringList whereabouts(const QByteArray &action, const QString &name) const
    {
        static const QRegularExpression prefix(u"^\\d{10}_"_s);
        QStringList result;
        for (const char *directory : {"in", "on", "ok", "ko"}) {
            for (QString found : names("contacts/" + action + '/' + directory)) {
                if (found.endsWith(name))
                    result.append(QLatin1String(directory) + u'/' + found.replace(prefix, u"#_"_s));
            }
        }
        return result;
    }

    [[nodiscard]] LocalPath root() const { return toLocalPath(m_dir.path()); }
    [[nodiscard]] PlatformTree &tree() { return m_tree; }
    [[nodiscard]] bool isMade() const { return m_made; }
    QDateTime now = QDateTime::currentDateTimeUtc();

private:
    QTemporaryDir m_dir;
    PlatformTree m_tree;
    FlowSettings m_settings;
    std::unique_ptr<Robot> m_robot;
    bool m_made = false;
};

} // namespace

class TestRobot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesStepByStep();
    void refusesWhatIsWrong();
    void leavesUnfinishedFilesAlone();
    void sameNameTwice();
    void restartNeverDuplicates();
    void modesDecideOnLists();
    void reportsTheAcceptedList();
    void daysComeAndGo();
    void pastIsBelievable();
    void picksUpConfirmedPairs();
    void keepsItsHandsOffTheRest();
    void exportsAgeAndGo();
};

void TestRobot::movesStepByStep()
{
    World world(Platform::Digitaleo);
    QVERIFY(world.isMade());
    world.put("contacts/import/in/vip.csv", goodFile);
    const qint64 deposited = modifiedAt(world.tree().local("contacts/import/in/vip.csv")).toSecsSinceEpoch();
    world.tick();
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"in/vip.csv"_s});
    world.tick();
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"on/#_vip.csv"_s});
    world.tick();
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"ok/#_vip.csv"_s});
    const PrefixedName name = parsePrefixedName(world.names("contacts/import/ok").first());
    QVERIFY(name.depositedAt.has_value());
    QCOMPARE(name.depositedAt->toSecsSinceEpoch(), deposited);
    world.tick(5);
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"ok/#_vip.csv"_s});
}

void TestRobot::refusesWhatIsWrong()
{
    World world(Platform::Digitaleo);
    world.put("contacts/optoutSMS/in/list.csv", goodFile); // no mobiles
    world.put("contacts/import/in/june.csv", badFile);
    world.put("contacts/import/in/empty.csv", {});
    world.tick(3);
    QCOMPARE(world.whereabouts("optoutSMS", u"list.csv"_s), QStringList{u"ko/#_list.csv"_s});
    QCOMPARE(world.whereabouts("import", u"june.csv"_s), QStringList{u"ko/#_june.csv"_s});
    QCOMPARE(world.whereabouts("import", u"empty.csv"_s), QStringList{u"ko/#_empty.csv"_s});
    QCOMPARE(
        readWhole(world.tree().local("contacts/import/ko") / toLocalPath(world.names("contacts/import/ko").last())),
        world.names("contacts/import/ko").last().endsWith(u"june.csv") ? badFile : QByteArray());
}

void TestRobot::leavesUnfinishedFilesAlone()
{
    World world(Platform::Digitaleo);
    world.put("contacts/import/in/.vip.csv.part", goodFile);
    world.put("contacts/import/in/growing.csv", "Nom;Em");
    world.put("contacts/import/in/open.csv", goodFile);
    {
        const auto lock = world.tree().lock();
        world.tree().beginWriting("contacts/import/in/open.csv");
    }
    world.tick();
    world.put("contacts/import/in/growing.csv", "Nom;Email\nJ;j@example.org\n");
    world.tick();
    QCOMPARE(world.names("contacts/import/in"), (QStringList{u".vip.csv.part"_s, u"growing.csv"_s, u"open.csv"_s}));
    {
        const auto lock = world.tree().lock();
        world.tree().endWriting("contacts/import/in/open.csv");
    }
    world.tick(4);
    QCOMPARE(world.names("contacts/import/in"), QStringList{u".vip.csv.part"_s});
    QCOMPARE(world.whereabouts("import", u"growing.csv"_s), QStringList{u"ok/#_growing.csv"_s});
    QCOMPARE(world.whereabouts("import", u"open.csv"_s), QStringList{u"ok/#_open.csv"_s});
}

void TestRobot::sameNameTwice()
{
    World world(Platform::Digitaleo);
    for (int i = 0; i < 3; ++i) {
        world.put("contacts/import/in/vip.csv", goodFile);
        world.tick(3);
    }
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s).size(), 3);
    QVERIFY(world.names("contacts/import/in").isEmpty());
}

void TestRobot::restartNeverDuplicates()
{
    // Stopped after every possible tick: the file ends in ok once, the list is entered once.
    for (int before = 0; before <= 4; ++before) {
        World world(Platform::Digitaleo);
        world.put("contacts/import/.addToExistingList", {});
        world.put("contacts/import/in/vip.csv", goodFile);
        world.tick(before);
        world.restart();
        world.tick(5);
        QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"ok/#_vip.csv"_s});
        const ListLedger ledger(world.root() / "state");
        QCOMPARE(ledger.lists().size(), 1u);
        QCOMPARE(ledger.lists()[0].contacts, 2);
        QCOMPARE(ledger.lists()[0].files.size(), 1);
    }
    // Stopped between the entry and the move to ok.
    World world(Platform::Digitaleo, Deduplication::None);
    world.put("contacts/import/in/vip.csv", goodFile);
    world.tick(3);
    const LocalPath ok =
        world.tree().local("contacts/import/ok") / toLocalPath(world.names("contacts/import/ok").first());
    std::filesystem::rename(ok, world.tree().local("contacts/import/on") / ok.filename());
    world.restart();
    world.tick(2);
    QCOMPARE(world.whereabouts("import", u"vip.csv"_s), QStringList{u"ok/#_vip.csv"_s});
    QCOMPARE(ListLedger(world.root() / "state").lists().size(), 1u);
}

void TestRobot::modesDecideOnLists()
{
    World world(Platform::Digitaleo);
    const auto import = [&world](const QByteArray &bytes) {
        world.put("contacts/import/in/vip.csv", bytes);
        world.tick(3);
        std::vector<qint64> sizes;
        const ListLedger ledger(world.root() / "state");
        for (const ContactList &list : ledger.lists())
            sizes.push_back(list.name == u"vip" ? list.contacts : -1);
        return sizes;
    };
    using Sizes = std::vector<qint64>;
    QCOMPARE(import("Email\na@example.org\nb@example.org\n"), Sizes({2}));
    QCOMPARE(import("Email\na@example.org\n"), Sizes({2, 1})); // no marker: a new list each time
    world.put("contacts/import/.addToExistingList", {});
    QCOMPARE(import("Email\na@example.org\nc@example.org\nd@example.org\n"), Sizes({2, 3}));
    std::filesystem::remove(world.tree().local("contacts/import/.addToExistingList"));
    world.put("contacts/import/.syncExistingList", {});
    QCOMPARE(import("Email\nz@example.org\n"), Sizes({2, 1}));
    std::filesystem::remove(world.tree().local("contacts/import/.syncExistingList"));
    world.put("contacts/import/.createNewList", {});
    QCOMPARE(import("Email\nz@example.org\n"), Sizes({2, 1, 1}));
}

void TestRobot::reportsTheAcceptedList()
{
    World world(Platform::Digitaleo);
    world.put("contacts/import/in/été #1.csv", goodFile);
    world.tick(3);
    const QDate today = world.now.toLocalTime().date();
    const QByteArray directory = "reporting/" + today.toString(Qt::ISODate).toLatin1();
    const QStringList mine = world.names(directory).filter(u"été #1"_s);
    QCOMPARE(mine.size(), 1);
    const std::optional<ReportingName> name = parseReportingName(mine.first());
    QVERIFY(name && name->day == today && !name->general);
    QCOMPARE(name->campaignName, u"été #1"_s);
    const LocalPath zip = world.tree().local(directory) / toLocalPath(mine.first());
    const auto entries = archive::listZip(zip);
    QVERIFY(entries && !entries->empty());
    QCOMPARE(entries->front().name, u"EMAIL_opened.csv"_s);
    const auto bytes = archive::readZipEntry(zip, 0);
    QVERIFY(bytes && bytes->contains("j@example.org") && !bytes->contains('\r'));
}

void TestRobot::daysComeAndGo()
{
    World world(Platform::Digitaleo);
    world.now = QDateTime(QDate(2026, 2, 26), QTime(12, 0), Qt::UTC);
    for (int day = 0; day < 9; ++day) {
        world.tick();
        world.now = world.now.addDays(1);
    }
    QCOMPARE(world.names("reporting"), (QStringList{u"2026-02-28"_s, u"2026-03-01"_s, u"2026-03-02"_s, u"2026-03-03"_s,
                                                    u"2026-03-04"_s, u"2026-03-05"_s, u"2026-03-06"_s}));
    // Four days without the platform: on its return their reports are there.
    std::filesystem::remove(world.tree().local("reporting/2026-03-06/2026-03-06_Daily.zip"));
    std::filesystem::remove(world.tree().local("reporting/2026-03-06/2026-03-06.zip"));
    world.restart();
    world.now = QDateTime(QDate(2026, 3, 10), QTime(12, 0), Qt::UTC);
    world.tick();
    QCOMPARE(world.names("reporting"), (QStringList{u"2026-03-04"_s, u"2026-03-05"_s, u"2026-03-06"_s, u"2026-03-07"_s,
                                                    u"2026-03-08"_s, u"2026-03-09"_s, u"2026-03-10"_s}));
    for (const QString &day : world.names("reporting")) {
        int general = 0;
        for (const QString &zip : world.names("reporting/" + day.toLatin1())) {
            const std::optional<ReportingName> name = parseReportingName(zip);
            QVERIFY2(name, qPrintable(zip));
            general += name->general ? 1 : 0;
        }
        QCOMPARE(general, 1);
    }
}

void TestRobot::pastIsBelievable()
{
    World world(Platform::Digitaleo);
    const auto made = makeDigitaleoPast(world.tree(), world.now);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(world.names("reporting").size(), reportingDays);
    QVERIFY(world.names("contacts/import/ok").size() > 8);
    QCOMPARE(world.names("contacts/import/ko").size(), 2);
    world.tick(8);
    // What was on its way arrives, and nothing else moves.
    QVERIFY(world.names("contacts/import/in").isEmpty());
    QVERIFY(world.names("contacts/import/on").isEmpty());
    QCOMPARE(world.whereabouts("import", u"spring_loyalty.csv"_s), QStringList{u"ok/#_spring_loyalty.csv"_s});
    QCOMPARE(world.names("contacts/import/ko").size(), 2);
    // The judge agrees with the past that we made up.
    const Result<FlowCatalog> flows = FlowCatalog::load();
    FlowSettings settings;
    settings.deduplication = Deduplication::Triplet;
    for (const QByteArray &action : digitaleoActions()) {
        const Flow flow = configured(*flows->find(u"digitaleo/"_s + QString::fromLatin1(action)), settings);
        for (const char *end : {"ok", "ko"}) {
            const QByteArray directory = "contacts/" + action + '/' + end;
            for (const QString &name : world.names(directory)) {
                const Judgement judgement = judge(world.tree().local(directory) / toLocalPath(name), flow, settings);
                QVERIFY2(judgement.accepted == (QByteArrayView(end) == QByteArrayView("ok")), qPrintable(name));
            }
        }
    }
}

void TestRobot::picksUpConfirmedPairs()
{
    World world(Platform::Accengage);
    const QByteArray csv = "staticlist_black_friday_6_20261121120000.csv";
    world.put(csv, "\"device_id\"\n");
    world.tick(4);
    QVERIFY(world.names("").contains(QString::fromLatin1(csv))); // not confirmed
    world.put("staticlist_black_friday_6_20261121120000.txt", {});
    world.tick();
    QVERIFY(world.names("").contains(QString::fromLatin1(csv)));
    world.tick();
    QVERIFY(world.names("").filter(u"staticlist"_s).isEmpty());
    int kept = 0;
    for (const auto &entry : std::filesystem::directory_iterator(world.root() / "history")) {
        QCOMPARE(readWhole(entry.path()), QByteArray("\"device_id\"\n"));
        ++kept;
    }
    QCOMPARE(kept, 1);
}

void TestRobot::keepsItsHandsOffTheRest()
{
    World world(Platform::Accengage);
    world.put("updateDevices_6_20261121.csv", "\"device_id\"\n");
    world.put("updateDevices_6_20261121.txt", "not empty");
    world.put("staticlist_alone_6_20261121120000.txt", {});
    world.put("other.csv", "x");
    world.put("other.txt", {});
    world.tick(4);
    for (const char16_t *name : {u"updateDevices_6_20261121.csv", u"updateDevices_6_20261121.txt",
                                 u"staticlist_alone_6_20261121120000.txt", u"other.csv", u"other.txt"})
        QVERIFY2(world.names("").contains(QString::fromUtf16(name)), qPrintable(QString::fromUtf16(name)));
}

void TestRobot::exportsAgeAndGo()
{
    World world(Platform::Accengage);
    world.now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    world.tick();
    const auto days = [&world](const QString &suffix) {
        QStringList result;
        for (const QString &name : world.names("")) {
            if (name.startsWith(u"exportDevices_6_") && name.endsWith(suffix))
                result.append(name.mid(16, 8));
        }
        return result;
    };
    QCOMPARE(days(u".csv"_s), QStringList{u"20260228"_s});
    QCOMPARE(days(u".csv.gz"_s),
             (QStringList{u"20260222"_s, u"20260223"_s, u"20260224"_s, u"20260225"_s, u"20260226"_s, u"20260227"_s}));
    QCOMPARE(world.names("").size(), 21);
    const auto packed = archive::readGzip(world.tree().local("exportDevices_6_20260227.csv.gz"));
    QVERIFY(packed && packed->startsWith("\"device_id\";\"IDFA\";\"token\""));
    QVERIFY(readWhole(world.tree().local("exportMessagesStatistics_6_20260228.csv")).startsWith("\"message_id\";"));

    // What the customer removed stays away, after a restart too.
    std::filesystem::remove(world.tree().local("exportDevices_6_20260228.csv"));
    world.restart();
    world.tick();
    QVERIFY(days(u".csv"_s).isEmpty());
    // Before two in the morning, GMT+1, the night's exports are not there yet.
    world.now = QDateTime(QDate(2026, 3, 2), QTime(0, 30), Qt::UTC);
    world.tick();
    QVERIFY(days(u".csv"_s).isEmpty());
    world.now = QDateTime(QDate(2026, 3, 2), QTime(1, 30), Qt::UTC);
    world.tick();
    QCOMPARE(days(u".csv"_s), QStringList{u"20260301"_s});
    QVERIFY(!days(u".csv.gz"_s).contains(u"20260222"_s));
    // After a long stop only the last seven days are written.
    world.now = world.now.addDays(30);
    world.restart();
    world.tick();
    QCOMPARE(world.names("").size(), 21);
}

QTEST_GUILESS_MAIN(TestRobot)
#include "tst_robot.moc"
