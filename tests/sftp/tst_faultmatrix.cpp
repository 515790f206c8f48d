// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation × every fault of the line × servers of four makes.
#include "pipeline/pipelinesamples.h"
#include "sftp/faultworks.h"
#include "sftp/testedserver.h"
#include "support/faultproxy.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

// A line that gives no answer for so long is dead; nothing else here waits for a time.
constexpr auto answerTimeout = std::chrono::seconds(1);
// Many times that: it shall find what hangs, not a slow computer.
constexpr qint64 hangsMs = 20'000;
// A cancel takes a second; so much as well, while a line that is cancelled here counts as dead only after far more.
constexpr qint64 cancelledMs = 5'000;
constexpr auto longTimeout = std::chrono::seconds(30);
constexpr int atOnce = 6;
constexpr qsizetype mostContentBytes = 2'400'000;
// Fewer flows of contacts are not enough for all workers, and "import" has its modes beside.
const char *const flowIds[atOnce] = {"digitaleo/optoutEMAIL", "digitaleo/optoutSMS", "digitaleo/optoutVOICE",
                                     "digitaleo/optinEMAIL",  "digitaleo/optinSMS",  "digitaleo/optinVOICE"};

struct Fault {
    QString name;
    Faults faults;
    bool mustSucceed = false;
    bool cancelled = false; ///< by the person, once the line is stalled
};

struct Traffic {
    qint64 up = 0;
    qint64 down = 0;
};

std::vector<Fault> faultsFor(const Traffic &traffic, bool movesBytes)
{
    std::vector<Fault> all;
    const auto add = [&all](const QString &name, qint64 Faults::*member, qint64 bytes, int count) {
        for (int i = 0; i < count; ++i) {
            const qint64 offset = i == 0 ? 0 : i == count - 1 ? bytes - 1 : bytes * i / (count - 1);
            Fault fault{u"%1 after %2 of %3 bytes"_s.arg(name).arg(offset).arg(bytes), {}};
            fault.faults.*member = offset;
            all.push_back(fault);
        }
    };
    // Those that take their time first, so that no other waits for them in the end.
    all.push_back(
        {u"throttled"_s, {.bytesPerSecond = std::max<qint64>(500'000, (traffic.up + traffic.down) / 3)}, true});
    if (movesBytes) {
        all.push_back({u"cancelled, stalled up"_s, {.stallAfterUp = traffic.up / 2}, false, true});
        all.push_back({u"cancelled, stalled down"_s, {.stallAfterDown = traffic.down / 2}, false, true});
    }
    const int cuts = movesBytes ? 8 : 4;
    const int flips = movesBytes ? 3 : 2;
    add(u"cut up"_s, &Faults::cutAfterUp, traffic.up, cuts);
    add(u"cut down"_s, &Faults::cutAfterDown, traffic.down, cuts);
    add(u"stall up"_s, &Faults::stallAfterUp, traffic.up, 2);
    add(u"stall down"_s, &Faults::stallAfterDown, traffic.down, 2);
    add(u"flipped bit up"_s, &Faults::corruptUpAt, traffic.up, flips);
    add(u"flipped bit down"_s, &Faults::corruptDownAt, traffic.down, flips);
    return all;
}

/// Works in one directory of the server, one case after the other.
class Worker final
{
public:
    Worker(const TestedServer &server, int number) : m_request(server.request())
    {
        m_place.flow = samples::flow(QLatin1String(flowIds[number]));
        m_place.directory = samples::digitaleo().depositDirectory(m_place.flow).bytes();
        m_place.there = server.root() + u'/' + QString::fromUtf8(m_place.directory);
        m_place.here = m_dir.filePath(u"here"_s);
        m_content = "Email\n" + randomBytes(mostContentBytes);
    }

    /// Empty, or what does not hold.
    QString run(const QString &workName, const Fault &fault, FaultProxy &relay, Traffic *traffic = nullptr);
    /// run() is past its connection; bytes are counted from there.
    [[nodiscard]] bool isUnderWay() const { return m_underWay; }
    /// Some second try went on with what a first one had left.
    [[nodiscard]] bool wentOn() const { return m_wentOn; }

private:
    [[nodiscard]] QString tryAgain(Work &work);
    [[nodiscard]] QString strangers(const Work &work, const QString &errorText);
    void clear();

    ConnectRequest m_request;
    QTemporaryDir m_dir;
    QByteArray m_content; ///< of which works take some
    Workplace m_place;
    std::shared_ptr<RemoteFileSystem> m_faultless; ///< not through any relay
    QSet<QString> m_named;                         ///< files that errors of this or earlier cases told of
    int m_cases = 0;
    std::atomic<bool> m_underWay = false;
    bool m_wentOn = false;
};

/// Cancels what waits for a stalled line, in a thread of its own.
class Canceller final
{
public:
    Canceller(const FaultProxy &relay, const Faults &faults)
        : m_thread(QThread::create([this, &relay, faults] {
            const auto isStalled = [&] {
                return (faults.stallAfterUp >= 0 && relay.bytesUp() > faults.stallAfterUp) ||
                       (faults.stallAfterDown >= 0 && relay.bytesDown() > faults.stallAfterDown);
            };
            while (!m_over && !isStalled())
                QThread::msleep(1);
            m_timer.start();
            m_source.cancel();
        }))
    {
        m_thread->start();
    }
    ~Canceller() { elapsedMs(); }
    Canceller(const Canceller &) = delete;
    Canceller &operator=(const Canceller &) = delete;

    [[nodiscard]] JobControl job() const { return {.cancel = m_source.token()}; }
    /// Since the cancel; the work is over.
    qint64 elapsedMs()
    {
        m_over = true;
        m_thread->wait();
        return m_timer.elapsed();
    }

private:
    CancelSource m_source;
    QElapsedTimer m_timer;
    std::atomic<bool> m_over = false;
    std::unique_ptr<QThread> m_thread;
};

void Worker::clear()
{
    for (const QString &path : {m_place.there, m_place.here}) {
        QDir(path).removeRecursively();
        if (!QDir().mkpath(path))
            qFatal("no directory");
    }
}

QString Worker::run(const QString &workName, const Fault &fault, FaultProxy &relay, Traffic *traffic)
{
    const auto over = qScopeGuard([this] { m_underWay = false; });
    clear();
    m_place.name = u"case-%1.csv"_s.arg(++m_cases);
    const auto work = Work::make(workName);
    m_place.content = m_content.first(work->contentBytes());
    work->prepare(m_place);
    const QString neighbour = m_place.thereFile(u"neighbour.csv"_s);
    if (!writeFile(neighbour, "others'"))
        return u"the neighbour cannot be written"_s;

    ConnectRequest request = m_request;
    request.endpoint.port = relay.port();
    request.answerTimeout = fault.mustSucceed || fault.cancelled ? longTimeout : answerTimeout;
    auto remote = connectPatiently(request);
    if (!remote)
        return u"no connection: "_s + remote.error().message + remote.error().detail;
    relay.setFaultsFromNow(fault.faults);
    m_underWay = true;
    QElapsedTimer timer;
    timer.start();
    std::optional<Canceller> canceller;
    if (fault.cancelled)
        work->setJob(canceller.emplace(relay, fault.faults).job());
    const Result<void> result = work->run(**remote, m_place);
    const qint64 tookToCancel = canceller ? canceller->elapsedMs() : 0;
    work->setJob({});
    if (traffic)
        *traffic = {relay.bytesUp(), relay.bytesDown()};
    if (fault.cancelled)
        relay.cutAll(); // or it would clean up for another moment
    remote->reset();
    const qint64 took = timer.elapsed();
    const QString text = result ? QString() : result.error().message + u' ' + result.error().detail;
    if (!result && fault.mustSucceed)
        return u"it failed: "_s + text;
    if (took > hangsMs + (fault.mustSucceed ? 30'000 : 0))
        return u"it took %1 ms"_s.arg(took);
    if (tookToCancel > cancelledMs)
        return u"it took %1 ms to cancel"_s.arg(tookToCancel);
    if (fault.cancelled && (result || result.error().kind != ErrorKind::Cancelled))
        return u"not cancelled: "_s + text;
    if (!fault.cancelled && !result && result.error().kind != ErrorKind::Network &&
        result.error().kind != ErrorKind::Timeout && result.error().kind != ErrorKind::Protocol)
        return u"an error that hides the line's: "_s + text;
    if (const QString broken = work->broken(m_place, result.has_value()); !broken.isEmpty())
        return broken + u' ' + text;
    if (const QString names = strangers(*work, text); !names.isEmpty())
        return u"left behind and not told: "_s + names;
    relay.cutAll();
    if (!result) {
        if (const QString broken = tryAgain(*work); !broken.isEmpty())
            return u"the second try: "_s + broken + u"; the first: "_s + text;
    }
    return readFile(neighbour) != "others'" ? u"the neighbour was changed"_s : QString();
}

// What of ours lies there without anybody having been told.
QString Worker::strangers(const Work &work, const QString &errorText)
{
    static const QRegularExpression temporary(u"\\.navette-[0-9a-f]+\\.part"_s);
    for (auto match = temporary.globalMatch(errorText); match.hasNext();)
        m_named += match.next().captured();
    m_named += work.leftBehind();
    QStringList names;
    for (const QString &name : namesIn(m_place.there)) {
        if (name != u"neighbour.csv" && !name.endsWith(m_place.name) && !m_named.contains(name))
            names += name;
    }
    return names.join(u", "_s);
}

QString Worker::tryAgain(Work &work)
{
    if (!m_faultless || !await(m_faultless->stat(RemotePath()))) {
        const auto connected = connectPatiently(m_request);
        if (!connected)
            return u"no connection: "_s + connected.error().message;
        m_faultless = *connected;
    }
    const Result<void> result = work.again(*m_faultless, m_place);
    // The first one may have been done although its answer was lost.
    const bool done =
        result || result.error().kind == ErrorKind::AlreadyExists || result.error().kind == ErrorKind::NotFound;
    m_wentOn = m_wentOn || work.wentOn();
    return done ? work.broken(m_place, true) : result.error().message + u' ' + result.error().detail;
}

} // namespace

class TestFaultMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relayIsExact();
    void survives_data();
    void survives();
    void cleanupTestCase() { qInfo("%d combinations of operation, fault and server", m_combinations); }

private:
    void startServer(const QString &name);
    void runAll(const QString &work, const std::vector<Fault> &faults, QStringList &failures);
    void runKilled(const QString &work, const Traffic &traffic, QStringList &failures);

    QString m_serverName;
    QString m_missing; ///< why that server does not run here
    std::unique_ptr<TestedServer> m_server;
    std::vector<std::unique_ptr<Worker>> m_workers;
    int m_combinations = 0;
};

// What the matrix relies on.
void TestFaultMatrix::relayIsExact()
{
    const FaultProxy server(QByteArray(100'000, 'x'), true);
    const auto receive = [&server](const Faults &faults) {
        FaultProxy relay(server.port(), faults);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, relay.port());
        QByteArray all;
        while (socket.waitForReadyRead(5000))
            all += socket.readAll();
        return all;
    };
    QCOMPARE(receive({}).size(), 100'000);
    for (const qint64 bytes : {0, 1, 137, 99'999})
        QCOMPARE(receive({.cutAfterDown = bytes}).size(), bytes);
    const QByteArray flipped = receive({.corruptDownAt = 4711});
    QCOMPARE(flipped.indexOf('y'), 4711);
    QCOMPARE(flipped.count('y'), 1);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(receive({.bytesPerSecond = 200'000}).size(), 100'000);
    QCOMPARE_GT(timer.elapsed(), 400);
}

void TestFaultMatrix::survives_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("work");
    for (const char *server : {"sshd", "practice", "ProFTPD", "asyncssh"}) {
        for (const QString &work : Work::names())
            QTest::addRow("%s, %s", server, qPrintable(work)) << QString::fromLatin1(server) << work;
    }
}

void TestFaultMatrix::startServer(const QString &name)
{
    if (m_serverName == name)
        return;
    m_workers.clear();
    m_server = std::make_unique<TestedServer>(name);
    m_serverName = name;
    m_missing = m_server->start();
    for (int i = 0; i < atOnce && m_missing.isEmpty(); ++i)
        m_workers.push_back(std::make_unique<Worker>(*m_server, i));
}

void TestFaultMatrix::runAll(const QString &work, const std::vector<Fault> &faults, QStringList &failures)
{
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    std::vector<std::unique_ptr<QThread>> threads;
    for (const auto &worker : m_workers) {
        threads.emplace_back(QThread::create([&, worker = worker.get()] {
            for (size_t i = next++; i < faults.size(); i = next++) {
                FaultProxy relay(m_server->request().endpoint.port);
                const QString broken = worker->run(work, faults[i], relay);
                const std::lock_guard lock(mutex);
                if (!broken.isEmpty())
                    failures += faults[i].name + u": "_s + broken;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    m_combinations += int(faults.size());
}

// The server goes away in the middle, and comes back.
void TestFaultMatrix::runKilled(const QString &work, const Traffic &traffic, QStringList &failures)
{
    const Fault fault{u"server killed"_s, {.stallAfterUp = traffic.up / 2}};
    FaultProxy relay(m_server->request().endpoint.port);
    const Worker &worker = *m_workers[0];
    QString broken;
    const std::unique_ptr<QThread> thread(QThread::create([&] { broken = m_workers[0]->run(work, fault, relay); }));
    thread->start();
    QElapsedTimer timer;
    timer.start();
    const auto isStalled = [&] { return worker.isUnderWay() && relay.bytesUp() > traffic.up / 2; };
    while (!thread->isFinished() && !isStalled() && timer.elapsed() < 2 * hangsMs)
        QThread::msleep(1);
    if (!m_server->killConnections())
        qFatal("%s cannot be killed", qPrintable(m_serverName));
    thread->wait();
    if (!broken.isEmpty())
        failures += fault.name + u": "_s + broken;
    ++m_combinations;
}

void TestFaultMatrix::survives()
{
    QFETCH(const QString, server);
    QFETCH(const QString, work);
    startServer(server);
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    QStringList failures;
    Traffic traffic;
    {
        FaultProxy relay(m_server->request().endpoint.port);
        const QString broken = m_workers[0]->run(work, {u"no fault"_s, {}, true}, relay, &traffic);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
        ++m_combinations;
    }
    runAll(work, faultsFor(traffic, Work::make(work)->movesBytes()), failures);
    // The practice platform lives in this program.
    if (server != u"practice")
        runKilled(work, traffic, failures);
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    if (Work::make(work)->contentBytes() == mostContentBytes && m_server->traits().resumesUploads)
        QVERIFY(std::any_of(m_workers.begin(), m_workers.end(), [](const auto &worker) { return worker->wentOn(); }));
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
