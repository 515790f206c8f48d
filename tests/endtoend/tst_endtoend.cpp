// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job on the practice platform, without a window: a file is checked, repaired, deposited, followed to its
// end, and the report that comes back is read. Every sample goes the same way, as it is and repaired.
#include "archive/archive.h"
#include "flows/filename.h"
#include "flows/flowcatalog.h"
#include "pipeline/board.h"
#include "pipeline/preparedeposit.h"
#include "practice/practiceplatform.h"
#include "reporting/reportingdays.h"
#include "sftp/connection.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace navette;

namespace
{

QByteArray read(const LocalPath &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString textOf(const Error &error)
{
    return error.message + u" | "_s + error.detail;
}

/// Of a CSV, zipped or not.
QByteArray contentOf(const LocalPath &path)
{
    const auto content = archive::openPlain(path);
    return content && content->kind != archive::Kind::Plain ? content->bytes : read(path);
}

/// The kinds of finding in a report, for messages of failing tests.
QString findingsOf(const Report &report)
{
    QStringList codes;
    for (const Finding &finding : report.findings)
        codes.append(key(finding.code) + (finding.severity == Severity::Error ? u"!"_s : QString()));
    return codes.join(u' ');
}

/// A running platform and a desk that is signed in.
struct Desk {
    std::unique_ptr<PracticePlatform> platform;
    std::shared_ptr<RemoteFileSystem> remote;
    std::shared_ptr<Journal> journal;
    std::vector<Flow> flows;
    Account account;

    bool open(const QTemporaryDir &dir, Platform wanted)
    {
        const QString name = key(wanted);
        auto started = PracticePlatform::start({.root = toLocalPath(dir.filePath(name)),
                                                .platform = wanted,
                                                .tick = std::chrono::milliseconds(80),
                                                .sampleHistory = false});
        if (!started)
            return false;
        platform = std::move(*started);
        account = platform->account();
        ConnectRequest request;
        request.endpoint = account.endpoint;
        request.secrets = platform->secrets();
        auto connected = await(connectSftp(request));
        auto opened = Journal::open(toLocalPath(dir.filePath(name + u".sqlite"_s)));
        const auto catalog = FlowCatalog::load();
        if (!connected || !opened || !catalog)
            return false;
        remote = *connected;
        journal = *opened;
        for (const Flow *one : catalog->ofPlatform(wanted)) {
            if (one->direction == FlowDirection::ToPlatform)
                flows.push_back(*one);
        }
        return true;
    }

    [[nodiscard]] const Flow &flow(const QString &id) const
    {
        return *std::find_if(flows.begin(), flows.end(), [&id](const Flow &one) { return one.id == id; });
    }
    [[nodiscard]] const FlowSettings &settings() const { return account.settings; }
    [[nodiscard]] LocalPath sample(const QString &name) const { return platform->samplesFolder() / toLocalPath(name); }
    [[nodiscard]] Result<PreparedFile> check(const LocalPath &file, const QString &flowId) const
    {
        return openForDeposit(file, flow(flowId), settings());
    }
    /// The report on what would be sent, under the name that it gets on the platform.
    [[nodiscard]] Result<Report> checkPrepared(const PreparedDeposit &prepared) const
    {
        const auto file = csv::CsvFile::fromBytes(contentOf(prepared.order.file), prepared.order.remoteName);
        if (!file)
            return tl::make_unexpected(file.error());
        return navette::check({.file = *file,
                               .flow = prepared.order.flow,
                               .settings = settings(),
                               .depositBytes = prepared.outcome.bytes,
                               .depositFileName = prepared.order.remoteName});
    }

    /// Deposits and refreshes the board until the deposit has come to its end.
    [[nodiscard]] Result<DepositRecord> depositAndFollow(const DepositOrder &order) const
    {
        const auto record = deposit(*remote, account, order, *journal);
        if (!record)
            return record;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 30'000) {
            const auto snapshot = takeSnapshot(*remote, account, flows, journal.get());
            if (!snapshot)
                return tl::make_unexpected(snapshot.error());
            if (const auto followed = followDeposits(account, *snapshot, *journal); !followed)
                return tl::make_unexpected(followed.error());
            const auto known = journal->deposits(account.id);
            for (const DepositRecord &one : known.value_or(std::vector<DepositRecord>())) {
                if (one.id == record->id && isFinal(one.state))
                    return one;
            }
            QTest::qWait(40);
        }
        return fail(ErrorKind::Timeout, u"the deposit never came to an end"_s);
    }
};

} // namespace

class TestEndToEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faultyFileToReport();
    void samplesAsTheyAre_data() { addSamples(Platform::Digitaleo); }
    void samplesAsTheyAre();
    void samplesRepaired_data() { addSamples(Platform::Digitaleo); }
    void samplesRepaired();
    void accengageSamples_data() { addSamples(Platform::Accengage); }
    void accengageSamples();

private:
    static void addSamples(Platform platform);
    void readReportOf(const QString &list);

    QTemporaryDir m_dir;
    Desk m_digitaleo;
    Desk m_accengage;
};

void TestEndToEnd::initTestCase()
{
    QVERIFY(m_digitaleo.open(m_dir, Platform::Digitaleo));
    QVERIFY(m_accengage.open(m_dir, Platform::Accengage));
}

void TestEndToEnd::addSamples(Platform platform)
{
    QTest::addColumn<Sample>("sample");
    for (const Sample &sample : samples(platform))
        QTest::newRow(qPrintable(sample.fileName)) << sample;
}

void TestEndToEnd::faultyFileToReport()
{
    const Desk &desk = m_digitaleo;
    const QString import = u"digitaleo/import"_s;
    const LocalPath source = desk.sample(u"vip_november.csv"_s);
    const QByteArray sourceBytes = read(source);

    const auto file = desk.check(source, import);
    QVERIFY2(file, file ? "" : qPrintable(textOf(file.error())));
    QVERIFY(!file->report.isValid());
    QCOMPARE(file->report.stats.rows, 12'357);
    QCOMPARE(file->report.stats.invalidRows, 12);

    DepositChoices choices;
    choices.repairs = file->recommendedRepairs();
    choices.mode = ImportMode::AddToList;
    const auto prepared = writeDeposit(*file, choices);
    QVERIFY2(prepared, prepared ? "" : qPrintable(textOf(prepared.error())));
    QCOMPARE(prepared->outcome.droppedInvalid, 12);
    const auto repaired = desk.checkPrepared(*prepared);
    QVERIFY2(repaired && repaired->isValid(), repaired ? qPrintable(findingsOf(*repaired)) : "");

    const auto ended = desk.depositAndFollow(prepared->order);
    QVERIFY2(ended, ended ? "" : qPrintable(textOf(ended.error())));
    QCOMPARE(ended->state, DepositState::Accepted);
    QCOMPARE(ended->mode, u"add"_s);

    // What the platform has is what was prepared, and the person's own file is as it was.
    const LocalPath taken = desk.platform->tree() / "contacts/import/ok" / toLocalPath(ended->platformName);
    QCOMPARE(QCryptographicHash::hash(read(taken), QCryptographicHash::Sha256), prepared->outcome.sha256);
    QVERIFY(read(source) == sourceBytes);
    readReportOf(u"vip_november"_s);
}

/// Fetches the day's reports over SFTP and reads the contact lists in the one of the campaign to that list.
void TestEndToEnd::readReportOf(const QString &list)
{
    const Desk &desk = m_digitaleo;
    const QDate today = QDate::currentDate();
    const ReportArchive kept(toLocalPath(m_dir.filePath(u"reports"_s)));
    const auto days = listReportingDays(*desk.remote, kept, today);
    QVERIFY2(days, days ? "" : qPrintable(textOf(days.error())));
    QVERIFY(!days->empty());
    QCOMPARE(days->front().day, today);
    const auto day = fetchDay(*desk.remote, kept, days->front());
    QVERIFY2(day, day ? "" : qPrintable(textOf(day.error())));
    QVERIFY(day->allKept);
    const auto zip = std::find_if(day->zips.begin(), day->zips.end(),
                                  [&list](const CampaignZip &one) { return one.campaignName == list; });
    QVERIFY(zip != day->zips.end() && zip->kept);
    const auto lists = readReactionLists(*zip->kept);
    QVERIFY2(lists, lists ? "" : qPrintable(textOf(lists.error())));
    const auto openers = std::find_if(lists->begin(), lists->end(), [](const ReactionList &one) {
        return one.medium == u"EMAIL" && one.reaction == u"opened";
    });
    QVERIFY(openers != lists->end() && openers->contacts > 100);
    const auto figures = figuresOfDay(*day);
    QVERIFY2(figures, figures ? "" : qPrintable(textOf(figures.error())));
    QVERIFY(std::any_of(figures->begin(), figures->end(), [&](const CampaignFigures &one) {
        return one.campaignName == list && one.contacts.value(u"EMAIL_opened"_s) == openers->contacts;
    }));
}

void TestEndToEnd::samplesAsTheyAre()
{
    QFETCH(Sample, sample);
    const Desk &desk = m_digitaleo;
    DepositOrder order;
    order.flow = desk.flow(sample.flow);
    order.file = desk.sample(sample.fileName);
    order.sourceName = sample.fileName;
    order.remoteName = depositName(order.flow, desk.settings(), listName(order.flow, sample.fileName),
                                   QDateTime::currentDateTime(), sample.fileName.endsWith(u".zip"));
    const auto ended = desk.depositAndFollow(order);
    if (std::filesystem::file_size(order.file) == 0) { // an empty file is not even sent
        QVERIFY(!ended);
        QVERIFY(!ended.error().message.isEmpty());
        QVERIFY(!std::filesystem::exists(desk.platform->tree() / "contacts/import/in" / toLocalPath(sample.fileName)));
        return;
    }
    QVERIFY2(ended, ended ? "" : qPrintable(textOf(ended.error())));
    QCOMPARE(ended->state, sample.acceptedAsIs ? DepositState::Accepted : DepositState::Refused);
}

void TestEndToEnd::samplesRepaired()
{
    QFETCH(Sample, sample);
    const Desk &desk = m_digitaleo;
    const auto file = desk.check(desk.sample(sample.fileName), sample.flow);
    QVERIFY2(file, file ? "" : qPrintable(textOf(file.error())));
    // Whatever the platform would refuse, the check says before anything is sent.
    if (!sample.acceptedAsIs)
        QVERIFY2(!file->report.isValid(), "the platform refuses what the check let pass");
    DepositChoices choices;
    choices.repairs = file->recommendedRepairs();
    const auto prepared = writeDeposit(*file, choices);
    if (!sample.repairable) {
        if (prepared) {
            const auto again = desk.checkPrepared(*prepared);
            QVERIFY2(again && !again->isValid(), "said to be beyond repair, and was repaired");
        }
        return;
    }
    QVERIFY2(prepared, prepared ? "" : qPrintable(textOf(prepared.error())));
    const auto again = desk.checkPrepared(*prepared);
    QVERIFY2(again && again->isValid(), again ? qPrintable(findingsOf(*again)) : "");
    const auto ended = desk.depositAndFollow(prepared->order);
    QVERIFY2(ended, ended ? "" : qPrintable(textOf(ended.error())));
    QCOMPARE(ended->state, DepositState::Accepted);
}

void TestEndToEnd::accengageSamples()
{
    QFETCH(Sample, sample);
    const Desk &desk = m_accengage;
    const auto file = desk.check(desk.sample(sample.fileName), sample.flow);
    QVERIFY2(file, file ? "" : qPrintable(textOf(file.error())));
    // A wrong name alone is a warning, since Navette names the copy that it sends; as it is, the platform leaves the
    // file.
    const bool rightAsItIs = file->report.isValid() && !file->report.find(FindingCode::FileName);
    QVERIFY2(rightAsItIs == sample.acceptedAsIs, qPrintable(findingsOf(file->report)));
    DepositChoices choices;
    choices.repairs = file->recommendedRepairs();
    const auto prepared = writeDeposit(*file, choices);
    QVERIFY2(prepared, prepared ? "" : qPrintable(textOf(prepared.error())));
    const auto again = desk.checkPrepared(*prepared);
    QVERIFY2(again && again->isValid(), again ? qPrintable(findingsOf(*again)) : "");
    const auto ended = desk.depositAndFollow(prepared->order);
    QVERIFY2(ended, ended ? "" : qPrintable(textOf(ended.error())));
    // The platform reports no failures: taken, outcome unknown.
    QCOMPARE(ended->state, DepositState::OutcomeUnknown);
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
