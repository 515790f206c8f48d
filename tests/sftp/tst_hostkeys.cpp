// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/knownhosts.h"
#include "support/files.h"
#include "support/sshdserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

bool keygen(const QStringList &arguments)
{
    QProcess process;
    process.start(u"ssh-keygen"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

/// Servers' keys against what is known of them, with real servers.
class TestHostKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsTheUsersFile();
    void refusesWhereAFileCannotBeRead();
    void bringsNoReplacedKeyBack();
    void refusesRevokedKeys_data();
    void refusesRevokedKeys();
    void asksForTheKnownKey_data();
    void asksForTheKnownKey();
    void refusesAnotherType();
    void findsTheNamedKeyAmongSeveral();
    void twoPortsOfOneHost();
    void takesTheConfirmedKey();
    void confirmsAnUnknownKey();
    void namesTheCertificate();
    void checksWithoutSigningIn();

private:
    struct Outcome {
        Error error;
        QList<HostKeyQuestion> questions;
        Remedy remedy = Remedy::None;
        QString said; ///< of the host key step
    };
    Outcome connectTo(const SshdServer &server, const QString &confirmed = {}, const QString &pin = {}) const;
    QByteArray line(const QString &key, const QByteArray &marker = {}, const QByteArray &hosts = {}) const;
    QString fingerprint(const QString &key) const;
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString ours() const { return path(u"ours"_s); }
    QString theirs() const { return path(u"theirs"_s); }

    QTemporaryDir m_dir;
    SshdServer m_server; ///< with an RSA key besides the usual one
};

void TestHostKeys::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    for (const QString &type : {u"rsa"_s, u"ecdsa"_s})
        QVERIFY(keygen({u"-q"_s, u"-t"_s, type, u"-N"_s, {}, u"-C"_s, {}, u"-f"_s, path(type)}));
    m_server.setExtraConfiguration(u"HostKey %1\n"_s.arg(path(u"rsa"_s)));
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    QVERIFY(writeFile(path(u"usual.pub"_s), readFile(m_server.hostKeyFile() + u".pub"_s)));
}

void TestHostKeys::init()
{
    QFile::remove(ours());
    QFile::remove(theirs());
}

TestHostKeys::Outcome TestHostKeys::connectTo(const SshdServer &server, const QString &confirmed,
                                              const QString &pin) const
{
    ConnectRequest request;
    request.endpoint = server.endpoint();
    request.endpoint.hostKeyFingerprint = pin;
    request.knownHostsFile = toLocalPath(ours());
    request.sshKnownHostsFile = toLocalPath(theirs());
    request.confirmedFingerprint = confirmed;
    Outcome outcome;
    request.askHostKey = [&](const HostKeyQuestion &question) {
        outcome.questions += question;
        return HostKeyAnswer::TrustAndKeep;
    };
    request.onStep = [&](const StepReport &step) {
        if (step.step == ConnectStep::HostKey) {
            outcome.said = step.message;
            outcome.remedy = step.remedy;
        }
    };
    const auto remote = await(connectSftp(std::move(request)));
    outcome.error = remote ? Error{} : remote.error();
    return outcome;
}

// A line about our server, or about `hosts`, with one of the keys made here.
QByteArray TestHostKeys::line(const QString &key, const QByteArray &marker, const QByteArray &hosts) const
{
    const QByteArray name = hosts.isEmpty() ? sftp::knownHostsName(u"127.0.0.1"_s, m_server.port()) : hosts;
    const QByteArrayList typeAndKey = readFile(path(key + u".pub"_s)).trimmed().split(' ').first(2);
    return (marker.isEmpty() ? QByteArray() : marker + ' ') + name + ' ' + typeAndKey.join(' ') + '\n';
}

QString TestHostKeys::fingerprint(const QString &key) const
{
    return sftp::fingerprintsIn(QString::fromLatin1(readFile(path(key + u".pub"_s)))).value(0);
}

void TestHostKeys::readsTheUsersFile()
{
    const QByteArray plain = line(u"usual"_s);
    QVERIFY(writeFile(theirs(), plain) && keygen({u"-q"_s, u"-H"_s, u"-f"_s, theirs()}));
    const QByteArray hashed = readFile(theirs());
    QVERIFY(hashed.startsWith("|1|"));
    for (const QByteArray &known : {plain, hashed}) {
        const QByteArray now = "broken\n" + known + "github.com ssh-new AAAAB3Nz\n";
        QVERIFY(writeFile(theirs(), now));
        const Outcome outcome = connectTo(m_server);
        QVERIFY2(outcome.error == Error{}, qPrintable(outcome.error.message));
        QVERIFY(outcome.questions.isEmpty());
        QCOMPARE(readFile(theirs()), now);
        QVERIFY(!QFile::exists(ours()));
    }
    // What is kept in ours counts as well; what the user's says otherwise does not undo it.
    QVERIFY(writeFile(theirs(), line(u"ecdsa"_s)) && writeFile(ours(), line(u"usual"_s)));
    QVERIFY(connectTo(m_server).error == Error{});
    QVERIFY(QFile::remove(ours()));
    QCOMPARE(connectTo(m_server).error.kind, ErrorKind::Unsafe);
}

// It may say that the key is revoked, be it the one in the account or not.
void TestHostKeys::refusesWhereAFileCannotBeRead()
{
    for (const QString &file : {ours(), theirs()}) {
        for (const QString &pin : {QString(), fingerprint(u"usual"_s)}) {
            QVERIFY(QDir().mkpath(file));
            const Outcome outcome = connectTo(m_server, {}, pin);
            QVERIFY(QDir().rmdir(file));
            QCOMPARE(outcome.error.kind, ErrorKind::Unsafe);
            QVERIFY2(outcome.error.message.contains(displayText(toLocalPath(file))), qPrintable(outcome.error.message));
            QVERIFY(outcome.questions.isEmpty());
        }
    }
}

// The user's file still has the key that another one took the place of in ours.
void TestHostKeys::bringsNoReplacedKeyBack()
{
    QVERIFY(writeFile(ours(), line(u"ecdsa"_s)) && writeFile(theirs(), line(u"usual"_s)));
    const Outcome outcome = connectTo(m_server);
    QCOMPARE(outcome.error.kind, ErrorKind::Unsafe);
    QVERIFY2(outcome.error.message.contains(fingerprint(u"ecdsa"_s)), qPrintable(outcome.error.message));
    QVERIFY(outcome.questions.isEmpty());
    // What the user's says is revoked is so all the same.
    QVERIFY(writeFile(ours(), line(u"usual"_s)) && writeFile(theirs(), line(u"usual"_s, "@revoked", "127.0.0.1")));
    QVERIFY(connectTo(m_server).error.message.contains(u"revoked"_s));
}

void TestHostKeys::refusesRevokedKeys_data()
{
    QTest::addColumn<bool>("inOurs");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("isPinned");
    QTest::addColumn<bool>("isConfirmed");
    QTest::newRow("in ours") << true << false << false << false;
    QTest::newRow("in the user's") << false << false << false << false;
    QTest::newRow("known") << false << true << false << false;
    QTest::newRow("pinned") << false << false << true << false;
    QTest::newRow("confirmed") << true << false << false << true;
}

void TestHostKeys::refusesRevokedKeys()
{
    QFETCH(const bool, inOurs);
    QFETCH(const bool, isKnown);
    QFETCH(const bool, isPinned);
    QFETCH(const bool, isConfirmed);
    QVERIFY(writeFile(inOurs ? ours() : theirs(), line(u"usual"_s, "@revoked", "*")));
    if (isKnown)
        QVERIFY(writeFile(ours(), line(u"usual"_s)));
    const QString usual = fingerprint(u"usual"_s);
    const Outcome outcome = connectTo(m_server, isConfirmed ? usual : QString(), isPinned ? usual : QString());
    QCOMPARE(outcome.error.kind, ErrorKind::Unsafe);
    QVERIFY2(outcome.error.message.contains(u"revoked"_s) && outcome.error.message.contains(usual),
             qPrintable(outcome.error.message));
    QVERIFY(outcome.questions.isEmpty());
    QCOMPARE(outcome.remedy, Remedy::None);
}

void TestHostKeys::asksForTheKnownKey_data()
{
    QTest::addColumn<QString>("known");
    QTest::newRow("the one that a server shows first") << u"usual"_s;
    QTest::newRow("the other one") << u"rsa"_s;
}

void TestHostKeys::asksForTheKnownKey()
{
    QFETCH(const QString, known);
    QVERIFY(writeFile(theirs(), line(known)));
    const Outcome outcome = connectTo(m_server);
    QVERIFY2(outcome.error == Error{}, qPrintable(outcome.error.message));
    QVERIFY(outcome.questions.isEmpty());
    QVERIFY2(outcome.said.contains(fingerprint(known)), qPrintable(outcome.said));
}

void TestHostKeys::refusesAnotherType()
{
    QVERIFY(writeFile(ours(), line(u"ecdsa"_s)));
    const Outcome outcome = connectTo(m_server);
    QCOMPARE(outcome.error.kind, ErrorKind::Unsafe);
    QVERIFY(outcome.questions.isEmpty());
    for (const QString &piece :
         {fingerprint(u"ecdsa"_s) + u" (ecdsa-sha2-nistp256)"_s, fingerprint(u"usual"_s) + u" (ssh-ed25519)"_s,
          u"replaced its server"_s, u"stands between"_s, u"connection test"_s})
        QVERIFY2(outcome.error.message.contains(piece), qPrintable(outcome.error.message));
    QCOMPARE(outcome.remedy, Remedy::ConfirmHostKey);
}

// A fingerprint does not say which of a server's keys it is of.
void TestHostKeys::findsTheNamedKeyAmongSeveral()
{
    for (const QString &key : {u"usual"_s, u"rsa"_s}) {
        const Outcome pinned = connectTo(m_server, {}, fingerprint(key));
        QVERIFY2(pinned.error == Error{}, qPrintable(pinned.error.message));
        const Outcome confirmed = connectTo(m_server, fingerprint(key));
        QVERIFY2(confirmed.error == Error{}, qPrintable(confirmed.error.message));
        QCOMPARE(readFile(ours()), line(key));
    }
    QVERIFY(QFile::remove(ours())); // or the known one would be shown first
    const Outcome neither = connectTo(m_server, {}, fingerprint(u"ecdsa"_s));
    QCOMPARE(neither.error.kind, ErrorKind::Unsafe);
    QVERIFY2(neither.error.message.contains(fingerprint(u"usual"_s)), qPrintable(neither.error.message));
    QCOMPARE(neither.remedy, Remedy::ConfirmHostKey);
}

void TestHostKeys::twoPortsOfOneHost()
{
    SshdServer second;
    QVERIFY2(second.start(), qPrintable(second.errorText()));
    const auto questions = [&](const SshdServer &server) { return connectTo(server).questions.size(); };
    QCOMPARE(questions(m_server), 1);
    QCOMPARE(questions(second), 1);
    QCOMPARE(questions(m_server), 0);
    QCOMPARE(questions(second), 0);
    QCOMPARE(*sftp::forgetKnownKeys(toLocalPath(ours()), sftp::knownHostsName(u"127.0.0.1"_s, second.port())), 1);
    QCOMPARE(questions(m_server), 0);
    QCOMPARE(questions(second), 1);
}

void TestHostKeys::takesTheConfirmedKey()
{
    const QByteArray before = "# mine\n" + line(u"ecdsa"_s) + line(u"rsa"_s, {}, "other.example");
    QVERIFY(writeFile(ours(), before));
    const Outcome wrong = connectTo(m_server, fingerprint(u"ecdsa"_s));
    QCOMPARE(wrong.error.kind, ErrorKind::Unsafe);
    QVERIFY2(wrong.error.message.contains(u"not the one whose fingerprint was entered"_s),
             qPrintable(wrong.error.message));
    QCOMPARE(wrong.remedy, Remedy::ConfirmHostKey);
    QCOMPARE(readFile(ours()), before);
    const Outcome right = connectTo(m_server, fingerprint(u"usual"_s) + u'=');
    QVERIFY2(right.error == Error{}, qPrintable(right.error.message));
    QVERIFY(right.questions.isEmpty());
    QVERIFY(readFile(ours()).startsWith("# mine\n" + line(u"rsa"_s, {}, "other.example")));
    QVERIFY(!readFile(ours()).contains(readFile(path(u"ecdsa.pub"_s)).trimmed()));
    QVERIFY(connectTo(m_server).error == Error{});
}

void TestHostKeys::confirmsAnUnknownKey()
{
    QCOMPARE(connectTo(m_server, fingerprint(u"ecdsa"_s)).error.kind, ErrorKind::Unsafe);
    QVERIFY(!QFile::exists(ours()));
    const Outcome outcome = connectTo(m_server, fingerprint(u"usual"_s));
    QVERIFY(outcome.error == Error{});
    QVERIFY(outcome.questions.isEmpty());
    QVERIFY(connectTo(m_server).questions.isEmpty());
}

// Certificates cannot be asked for, so that one is never a reason to trust, and the person is told of it.
void TestHostKeys::namesTheCertificate()
{
    QVERIFY(writeFile(theirs(), line(u"usual"_s, "@cert-authority", "*")));
    const Outcome outcome = connectTo(m_server);
    QVERIFY(outcome.error == Error{});
    QCOMPARE(outcome.questions.size(), 1);
    QVERIFY(outcome.questions[0].certificateExpected);
    QFile::remove(theirs());
    QFile::remove(ours());
    QVERIFY(!connectTo(m_server).questions.value(0).certificateExpected);
}

void TestHostKeys::checksWithoutSigningIn()
{
    ConnectRequest request;
    request.endpoint = m_server.endpoint();
    request.endpoint.keyFile = toLocalPath(path(u"none"_s));
    request.knownHostsFile = toLocalPath(ours());
    QVERIFY(!checkServer(request, {}));
    request.confirmedFingerprint = fingerprint(u"usual"_s);
    QVERIFY(checkServer(request, {}));
    QCOMPARE(readFile(ours()), line(u"usual"_s));
}

QTEST_GUILESS_MAIN(TestHostKeys)
#include "tst_hostkeys.moc"
