// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/reportingdays.h"
#include "support/memoryremote.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto header = "Email;Mobile\n";

const QDate today(2015, 4, 28);

// A day as text: "2015-04-27 platform kept 6: 2015-04-27.zip kept, 67891 Soldes missing".
QString printed(const ReportingDay &day)
{
    QStringList zips;
    for (const CampaignZip &zip : day.zips) {
        const QString name = zip.general ? u"general"_s : zip.campaignId + u' ' + zip.campaignName;
        zips += name + (zip.kept ? u" kept"_s : u" missing"_s);
    }
    return day.day.toString(Qt::ISODate) + (day.onPlatform ? u" platform"_s : u""_s) +
           (day.allKept ? u" kept"_s : u""_s) + u" %1: "_s.arg(day.daysLeft) + zips.join(u", "_s);
}

QStringList printed(const Result<std::vector<ReportingDay>> &days)
{
    if (!days)
        return {days.error().message};
    QStringList texts;
    for (const ReportingDay &day : *days)
        texts += printed(day);
    return texts;
}

} // namespace

class TestReportingDays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void daysAreListed();
    void listingsAreInFlightTogether();
    void accountWithoutReporting();
    void otherErrorsAreGivenOn();
    void dayThatGoesWhileListing();
    void dayIsFetchedOnce();
    void changedZipIsFetchedBesideTheOldOne();
    void hostileNamesStayInTheFolder();
    void failedZipDoesNotHinderTheOthers();
    void fetchingCanBeCancelled();
    void keptDaysOutliveThePlatform();
    void listsAreCounted();
    void damagedZipIsRefused();
    void figures();

private:
    ReportArchive archive() const { return ReportArchive(toLocalPath(m_folder->filePath(u"kept"_s))); }
    QByteArray zip(const std::vector<archive::NamedBytes> &files)
    {
        const LocalPath path = toLocalPath(m_folder->filePath(u"%1.zip"_s.arg(++m_zips)));
        if (!archive::writeZip(path, files))
            qFatal("cannot write a zip");
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read a zip");
        return file.readAll();
    }
    ReportingDay only(const Result<std::vector<ReportingDay>> &days)
    {
        return days && days->size() == 1 ? days->front() : ReportingDay();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_zips = 0;
};

void TestReportingDays::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestReportingDays::daysAreListed()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27.zip = g\n"
                        "reporting/2015-04-27/2015-04-27_67891_Soldes_d'\u00e9t\u00e9 #2.zip = a\n"
                        "reporting/2015-04-27/0067890_Campaign #2.zip = b\n"
                        "reporting/2015-04-27/readme.txt = c\n"
                        "reporting/2015-04-27/odd.zip = d\n"
                        "reporting/2015-04-21/2015-04-21_Daily.zip = e\n"
                        "reporting/2015-02-30/x.zip = f\n"
                        "reporting/notes.txt = n\n"_s);
    QCOMPARE(printed(listReportingDays(remote, archive(), today)),
             (QStringList{u"2015-04-27 platform 6: general missing,  odd missing, 0067890 Campaign #2 missing, "
                          "67891 Soldes_d'été #2 missing"_s,
                          u"2015-04-21 platform 0: general missing"_s}));
}

void TestReportingDays::listingsAreInFlightTogether()
{
    MemoryRemote remote;
    for (int day = 10; day < 30; ++day)
        remote.addFile("reporting/2015-04-" + QByteArray::number(day) + "/2015-04-" + QByteArray::number(day) + ".zip",
                       "x");
    remote.setDelay(std::chrono::milliseconds(100));
    QElapsedTimer timer;
    timer.start();
    const auto days = listReportingDays(remote, archive(), today);
    QVERIFY(days);
    QCOMPARE(days->size(), std::size_t(20));
    QVERIFY2(timer.elapsed() < 1000, "one after the other they take two seconds");
}

void TestReportingDays::accountWithoutReporting()
{
    MemoryRemote remote(u"contacts/\n"_s);
    const auto days = listReportingDays(remote, archive(), today);
    QVERIFY(days);
    QVERIFY(days->empty());
}

void TestReportingDays::otherErrorsAreGivenOn()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27.zip = g\n"_s);
    remote.failNth(2, {ErrorKind::Network, u"gone"_s, {}});
    const auto days = listReportingDays(remote, archive(), today);
    QVERIFY(!days);
    QCOMPARE(days.error().kind, ErrorKind::Network);
}

void TestReportingDays::dayThatGoesWhileListing()
{
    MemoryRemote remote(u"reporting/2015-04-21/2015-04-21.zip = g\nreporting/2015-04-27/2015-04-27.zip = g\n"_s);
    remote.failNth(2, {ErrorKind::NotFound, u"gone"_s, {}});
    const auto days = listReportingDays(remote, archive(), today);
    QVERIFY(days);
    QCOMPARE(days->size(), std::size_t(1));
}

void TestReportingDays::dayIsFetchedOnce()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27.zip = general\n"
                        "reporting/2015-04-27/2015-04-27_5_A.zip = first\n"
                        "reporting/2015-04-27/2015-04-27_6_B.zip = second\n"_s);
    const ReportingDay day = only(listReportingDays(remote, archive(), today));
    std::atomic<qint64> most = 0;
    const auto fetched = fetchDay(remote, archive(), day, [&](qint64 done, qint64 total) {
        most = done;
        QVERIFY(done <= total);
    });
    QVERIFY2(fetched.has_value(), qUtf8Printable(fetched ? QString() : fetched.error().message));
    QCOMPARE(most.load(), 18);
    QCOMPARE(printed(*fetched), u"2015-04-27 platform kept 6: general kept, 5 A kept, 6 B kept"_s);
    QFile file(fetched->zips[1].kept.value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("first"));

    const ReportingDay again = only(listReportingDays(remote, archive(), today));
    QVERIFY(again.allKept);
    const auto before = remote.requests().size();
    QVERIFY(fetchDay(remote, archive(), again));
    QCOMPARE(remote.requests().size(), before);
}

void TestReportingDays::changedZipIsFetchedBesideTheOldOne()
{
    MemoryRemote remote(u"reporting/2015-04-28/2015-04-28_5_A.zip = old\n"_s);
    QVERIFY(fetchDay(remote, archive(), only(listReportingDays(remote, archive(), today))));
    remote.addFile("reporting/2015-04-28/2015-04-28_5_A.zip", "longer");
    const ReportingDay day = only(listReportingDays(remote, archive(), today));
    QVERIFY(!day.allKept);
    QCOMPARE(day.zips.size(), std::size_t(1));
    const auto fetched = fetchDay(remote, archive(), day);
    QVERIFY(fetched);
    QCOMPARE(fileName(*fetched->zips[0].kept), u"2015-04-28_5_A (2).zip"_s);
    QVERIFY(QFile::exists(m_folder->filePath(u"kept/2015-04-28/2015-04-28_5_A.zip"_s)));
    const ReportingDay again = only(listReportingDays(remote, archive(), today));
    QVERIFY(again.allKept);
    QCOMPARE(again.zips.size(), std::size_t(1));
    QCOMPARE(archive().days().front().zips.size(), std::size_t(1));
}

void TestReportingDays::hostileNamesStayInTheFolder()
{
    MemoryRemote remote(u"reporting/2015-04-27/\n"_s);
    remote.addFile("reporting/2015-04-27/evil.zip:stream.zip", "a");
    remote.addFile("reporting/2015-04-27/CON.zip", "b");
    remote.addFile("reporting/2015-04-27/2015-04-27_5_Same.zip", "c");
    remote.addFile("reporting/2015-04-27/2015-04-27_5_SAME.zip", "dd");
    remote.addListedEntry("reporting/2015-04-27", {.name = "../../evil.zip", .kind = RemoteKind::File, .size = 1});
    const ReportingDay day = only(listReportingDays(remote, archive(), today));
    QCOMPARE(day.zips.size(), std::size_t(4)); // a name with a slash is nobody's
    const auto fetched = fetchDay(remote, archive(), day);
    QVERIFY2(fetched.has_value(), qUtf8Printable(fetched ? QString() : fetched.error().message));
    QVERIFY(only(listReportingDays(remote, archive(), today)).allKept);
    QSet<QString> places;
    for (const CampaignZip &zip : fetched->zips) {
        QCOMPARE(zip.kept->parent_path(), toLocalPath(m_folder->filePath(u"kept/2015-04-27"_s)));
        places.insert(fileName(*zip.kept).toCaseFolded());
    }
    QCOMPARE(places.size(), 4);
    // What the connection refuses for safety stays on the platform, and hinders nobody.
    remote.addFile("reporting/2015-04-27/..\\evil.zip", "a");
    const auto refused = fetchDay(remote, archive(), only(listReportingDays(remote, archive(), today)));
    QCOMPARE(refused.error().kind, ErrorKind::Unsafe);
}

void TestReportingDays::failedZipDoesNotHinderTheOthers()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27_5_A.zip = a\n"
                        "reporting/2015-04-27/2015-04-27_6_B.zip = b\n"
                        "reporting/2015-04-27/2015-04-27_7_C.zip = c\n"_s);
    const ReportingDay day = only(listReportingDays(remote, archive(), today));
    remote.setBefore([](const QString &op, const RemotePath &path) -> std::optional<Error> {
        if (op == u"download" && path.name().contains("_6_"))
            return Error{ErrorKind::NotFound, u"gone"_s, {}};
        return {};
    });
    QCOMPARE(fetchDay(remote, archive(), day).error().kind, ErrorKind::NotFound);
    QCOMPARE(printed(only(listReportingDays(remote, archive(), today))),
             u"2015-04-27 platform 6: 5 A kept, 6 B missing, 7 C kept"_s);
}

void TestReportingDays::fetchingCanBeCancelled()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27_5_A.zip = a\n"_s);
    const ReportingDay day = only(listReportingDays(remote, archive(), today));
    remote.setDelay(std::chrono::seconds(30));
    CancelSource source;
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        source.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto fetched = fetchDay(remote, archive(), day, {}, {.progress = {}, .cancel = source.token()});
    later.join();
    QCOMPARE(fetched.error().kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(archive().days().empty());
}

void TestReportingDays::keptDaysOutliveThePlatform()
{
    MemoryRemote remote(u"reporting/2015-04-27/2015-04-27.zip = g\nreporting/2015-04-27/2015-04-27_5_A.zip = a\n"_s);
    QVERIFY(fetchDay(remote, archive(), only(listReportingDays(remote, archive(), today))));
    QVERIFY(remote.take("reporting/2015-04-27/2015-04-27_5_A.zip"));
    QCOMPARE(printed(listReportingDays(remote, archive(), today)),
             QStringList{u"2015-04-27 platform kept 6: general kept, 5 A kept"_s});
    QVERIFY(remote.take("reporting/2015-04-27/2015-04-27.zip"));
    QVERIFY(remote.take("reporting/2015-04-27"));
    QCOMPARE(printed(listReportingDays(remote, archive(), today.addDays(30))),
             QStringList{u"2015-04-27 kept 0: general kept, 5 A kept"_s});
    QCOMPARE(archive().pathFor(QDate(2015, 4, 27), u"a/b.zip"_s),
             toLocalPath(m_folder->filePath(u"kept/2015-04-27/a_b.zip"_s)));
}

void TestReportingDays::listsAreCounted()
{
    const LocalPath path = toLocalPath(m_folder->filePath(u"x.zip"_s));
    QVERIFY(archive::writeZip(path, {{u"EMAIL_opened.csv"_s, QByteArray(header) + "a@b.fr;\n\"c\n@d.fr\";1\n\n"},
                                     {u"sub/SMS_optout.csv"_s, header},
                                     {u"VOICEMAIL_optout.csv"_s, QByteArray()},
                                     {u"readme.txt"_s, "hello"},
                                     {u"EMAIL.csv"_s, header}}));
    const auto lists = readReactionLists(path);
    QVERIFY2(lists.has_value(), qUtf8Printable(lists ? QString() : lists.error().message));
    QStringList texts;
    for (const ReactionList &list : *lists)
        texts += u"%1 %2 %3"_s.arg(list.medium, list.reaction).arg(list.contacts);
    texts.sort();
    QCOMPARE(texts, (QStringList{u"EMAIL opened 2"_s, u"SMS optout 0"_s, u"VOICEMAIL optout 0"_s}));
    const auto opened =
        std::find_if(lists->begin(), lists->end(), [](const ReactionList &list) { return list.reaction == u"opened"; });
    const auto table = openReactionList(path, *opened);
    QVERIFY(table);
    QCOMPARE((*table)->name(), u"EMAIL_opened.csv"_s);
    QVERIFY((*table)->bytes().startsWith("Email;Mobile"));
}

void TestReportingDays::damagedZipIsRefused()
{
    const QByteArray whole =
        zip({{u"EMAIL_opened.csv"_s, QByteArray(header) + QByteArray("a@b.fr;1\n").repeated(1000)}});
    for (const qsizetype length : {qsizetype(0), whole.size() / 2, whole.size() - 1}) {
        QFile file(m_folder->filePath(u"cut%1.zip"_s.arg(length)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole.first(length));
        file.close();
        const auto lists = readReactionLists(toLocalPath(file.fileName()));
        QVERIFY(!lists);
        QCOMPARE(lists.error().kind, ErrorKind::BadFormat);
    }
}

void TestReportingDays::figures()
{
    const QByteArray one = QByteArray(header) + "a@b.fr;\n";
    const QByteArray two = one + "c@d.fr;\n";
    MemoryRemote remote;
    remote.addFile("reporting/2015-04-27/2015-04-27.zip", zip({{u"EMAIL_opened.csv"_s, two + "e@f.fr;\n"}}));
    remote.addFile("reporting/2015-04-27/2015-04-27_5_A.zip",
                   zip({{u"EMAIL_opened.csv"_s, two}, {u"EMAIL_clicked.csv"_s, one}}));
    remote.addFile("reporting/2015-04-27/2015-04-27_6_B.zip", zip({{u"EMAIL_opened.csv"_s, one}}));
    auto day = fetchDay(remote, archive(), only(listReportingDays(remote, archive(), today)));
    QVERIFY(day);
    const auto figures = figuresOfDay(*day);
    QVERIFY(figures);
    QCOMPARE(figures->size(), std::size_t(2));
    QCOMPARE(figures->at(0).campaignName, u"A"_s);
    QCOMPARE(figures->at(0).contacts, (QMap<QString, qint64>{{u"EMAIL_clicked"_s, 1}, {u"EMAIL_opened"_s, 2}}));
    QCOMPARE(figures->at(1).contacts, (QMap<QString, qint64>{{u"EMAIL_opened"_s, 1}}));
    // Where only the general zip is there, it is all that is known.
    std::erase_if(day->zips, [](const CampaignZip &zip) { return !zip.general; });
    const auto general = figuresOfDay(*day);
    QVERIFY(general);
    QCOMPARE(general->size(), std::size_t(1));
    QCOMPARE(general->front().contacts.value(u"EMAIL_opened"_s), 3);
}

QTEST_GUILESS_MAIN(TestReportingDays)
#include "tst_reportingdays.moc"
