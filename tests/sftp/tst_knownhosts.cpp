// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/knownhosts.h"
#include "support/files.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace navette;
using namespace navette::sftp;
using namespace Qt::StringLiterals;

namespace
{

// A key as it is on the wire; what stands behind its type is nobody's business here.
QByteArray keyOf(const QByteArray &type, char filling)
{
    QByteArray length(4, '\0');
    qToBigEndian(quint32(type.size()), length.data());
    return length + type + QByteArray(40, filling);
}

const QByteArray ours = keyOf("ssh-ed25519", 'a');
const QByteArray other = keyOf("ssh-ed25519", 'b');
const QByteArray rsa = keyOf("ssh-rsa", 'c');

QByteArray line(const QByteArray &hosts, const QByteArray &key)
{
    return hosts + ' ' + keyTypeOf(key) + ' ' + key.toBase64() + '\n';
}

std::pair<int, QByteArray> keygen(const QStringList &arguments)
{
    QProcess process;
    process.start(u"ssh-keygen"_s, arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput()};
}

bool hasKeygen()
{
    return !QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty();
}

} // namespace

/// What lines of known_hosts files say about a server.
class TestKnownHosts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void names();
    void readsAsSshKeygen_data();
    void readsAsSshKeygen();
    void readsFiles();
    void markersMeanAllPorts();
    void survivesNoise();
    void typesInTheirOrder();
    void fingerprints();
    void keepsAndForgets();
    void forgetsHashedLines();
    void forgetsOneOfSeveralNames();
};

void TestKnownHosts::lines_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<KeyVerdict>("expected"); ///< of `ours` at host.example
    QTest::addColumn<bool>("authority");
    const auto row = [](const char *name, const QByteArray &file, KeyVerdict expected, bool authority = false) {
        QTest::newRow(name) << file << expected << authority;
    };
    using enum KeyVerdict;
    const QByteArray host("host.example");
    row("nothing", "", Unknown);
    row("a comment", "# " + line(host, ours), Unknown);
    row("known", line(host, ours), Known);
    row("known, with a comment and no line end", line(host, ours).trimmed() + " me@here", Known);
    row("known, Windows line end", line(host, ours).trimmed() + "\r\n", Known);
    row("known, behind spaces and tabs", " \t" + line(host, ours).replace(' ', "\t "), Known);
    row("known, in other letters", line("HOST.Example", ours), Known);
    row("known, one of several names", line("a,host.example,192.0.2.1", ours), Known);
    row("another host", line("other.example", ours), Unknown);
    row("another port", line("[host.example]:2222", ours), Unknown);
    row("part of the name", line("host", ours), Unknown);
    row("changed", line(host, other), Changed);
    row("changed, another type", line(host, rsa), Changed);
    row("one of several keys", line(host, other) + line(host, rsa) + line(host, ours), Known);
    row("star", line("*.example", ours), Known);
    row("star for all", line("*", ours), Known);
    row("star, elsewhere", line("*.test", ours), Unknown);
    row("stars", line("*o*t*.*e", ours), Known);
    row("question marks", line("h??t.example", ours), Known);
    row("one question mark too many", line("host.example?", ours), Unknown);
    row("taken out", line("*.example,!host.example", other), Unknown);
    row("taken out before", line("!host.example,*.example", other), Unknown);
    row("others taken out", line("*.example,!ftp.example", ours), Known);
    row("only taken out", line("!other.example", ours), Unknown);
    row("revoked", line("@revoked *", ours), Revoked);
    row("revoked, and known", line(host, ours) + line("@revoked host.example", ours), Revoked);
    row("another one revoked", line("@revoked *", other) + line(host, ours), Known);
    row("only another one revoked", line("@revoked *", other), Unknown);
    row("revoked elsewhere", line("@revoked other.example", ours), Unknown);
    row("authority", line("@cert-authority *.example", other), Unknown, true);
    row("authority with our key", line("@cert-authority *.example", ours), Unknown, true);
    row("authority elsewhere", line("@cert-authority *.test", other), Unknown);
    row("unknown marker", line("@trusted host.example", ours), Unknown);
    row("marker alone", "@revoked\n", Unknown);
    row("no key", "host.example\nhost.example ssh-ed25519\n", Unknown);
    row("key is no base64", "host.example ssh-ed25519 AAAA!\n", Unknown);
    row("key of another type than said", "host.example ssh-rsa " + ours.toBase64() + '\n', Unknown);
    row("key cut off", "host.example ssh-ed25519 " + ours.left(8).toBase64() + '\n', Unknown);
    row("SSH 1", "host.example 2048 65537 1234567890\n", Unknown);
    row("unknown type beside the known one", "host.example ssh-new AAAAB3Nz\n" + line(host, ours), Known);
    row("hash of another kind", "|2|AAAA|AAAA ssh-ed25519 " + ours.toBase64() + '\n', Unknown);
    row("hash without its parts", "|1|AAAA ssh-ed25519 " + ours.toBase64() + '\n', Unknown);
    row("empty hash", "|1|| ssh-ed25519 " + ours.toBase64() + '\n', Unknown);
    // HMAC-SHA-1 of the name, made with Python's hmac
    row("hashed", line("|1|MDEyMzQ1Njc4OWFiY2RlZmdoaWo=|G+iVNS7Q/SA6Ik0IrDdC+/J/l/A=", ours), Known);
}

void TestKnownHosts::lines()
{
    QFETCH(const QByteArray, file);
    QFETCH(const KeyVerdict, expected);
    QFETCH(const bool, authority);
    KnownHosts known("host.example");
    for (const QByteArray &each : file.split('\n'))
        known.add(each + '\n');
    QCOMPARE(known.verdict(ours), expected);
    QCOMPARE(known.namesAuthority(), authority);
}

void TestKnownHosts::names()
{
    QCOMPARE(knownHostsName(u"Host.Example"_s, 22), "host.example");
    QCOMPARE(knownHostsName(u"Host.Example"_s, 2222), "[host.example]:2222");
    QCOMPARE(knownHostsName(u"m\u00fcller.example"_s, 22), "xn--mller-kva.example");
    QCOMPARE(knownHostsName(u"192.0.2.1"_s, 2222), "[192.0.2.1]:2222");
    QCOMPARE(knownHostsName(u"2001:db8::1"_s, 22), "2001:db8::1");
    QCOMPARE(knownHostsName(u"2001:db8::1"_s, 2222), "[2001:db8::1]:2222");
}

void TestKnownHosts::readsAsSshKeygen_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"host.example", "HOST.example", "sub.host.example", "other.example", "[host.example]:2222",
                             "[host.example]:22", "192.0.2.7", "192.0.2.17", "xhost.example", "host.example.", "a"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

// The same file, and the same names, asked of OpenSSH's own tool.
void TestKnownHosts::readsAsSshKeygen()
{
    if (!hasKeygen())
        QSKIP("This system has no ssh-keygen.");
    QFETCH(const QString, host);
    QTemporaryDir dir;
    const auto makeKey = [&](const QString &name, const QString &type) {
        const QString path = dir.filePath(name);
        keygen({u"-q"_s, u"-t"_s, type, u"-N"_s, {}, u"-C"_s, {}, u"-f"_s, path});
        return readFile(path + u".pub"_s).trimmed();
    };
    const QByteArray first = makeKey(u"first"_s, u"ed25519"_s);
    const QByteArray second = makeKey(u"second"_s, u"ecdsa"_s);
    QVERIFY(!first.isEmpty() && !second.isEmpty());
    const QString hashed = dir.filePath(u"hashed"_s);
    QVERIFY(writeFile(hashed, "host.example " + second + "\n[host.example]:2222 " + second + '\n'));
    QCOMPARE(keygen({u"-q"_s, u"-H"_s, u"-f"_s, hashed}).first, 0);
    const QString path = dir.filePath(u"known_hosts"_s);
    QVERIFY(writeFile(path, "# all sorts\n\nhost.example,192.0.2.? " + first + "\n*.host.example,!sub.host.example " +
                                first + "\n@cert-authority * " + second +
                                "\nbroken line\nother.example ssh-ed25519 AAAA\n" + readFile(hashed) + "192.0.2.1? " +
                                second + "\n*.example. " + first + " comment\n"));
    // ssh-keygen -F prints the lines it finds, hashed names as they are. Unlike ssh it hashes names as they are typed.
    QSet<QByteArray> theirs;
    for (const QByteArray &each : keygen({u"-F"_s, host.toLower(), u"-f"_s, path}).second.split('\n')) {
        if (const auto parsed = parseKnownHostsLine(each); parsed && parsed->marker == KnownHostsLine::Marker::None)
            theirs += parsed->key;
    }
    KnownHosts known(host.toLower().toLatin1());
    QVERIFY(known.read(toLocalPath(path)));
    const QSet<QByteArray> found(known.keys().begin(), known.keys().end());
    QCOMPARE(found, theirs);
    for (const QByteArray &key : found)
        QVERIFY(keygen({u"-l"_s, u"-f"_s, path}).second.contains(fingerprintOf(key).toLatin1()));
}

void TestKnownHosts::readsFiles()
{
    QTemporaryDir dir;
    KnownHosts known("host.example");
    QVERIFY(known.read({}));
    QVERIFY(known.read(toLocalPath(dir.filePath(u"missing"_s))));
    QVERIFY(!known.read(toLocalPath(dir.path()))); // a directory
    QCOMPARE(known.verdict(ours), KeyVerdict::Unknown);
    // A line without end is none, and what follows counts.
    const QString path = dir.filePath(u"long"_s);
    QVERIFY(writeFile(path, QByteArray(200'000, 'x') + ' ' + line("host.example", other) + line("host.example", ours)));
    QVERIFY(known.read(toLocalPath(path)));
    QCOMPARE(known.keys(), QByteArrayList{ours});
}

void TestKnownHosts::survivesNoise()
{
    QByteArray text = line("|1|MDEyMzQ1Njc4OWFiY2RlZmdoaWo=|G+iVNS7Q/SA6Ik0IrDdC+/J/l/A=", ours) +
                      line("@revoked *,!a", rsa) + line("[host.example]:2222,h*t", other);
    quint32 state = 1;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray broken = text;
        for (int j = 0; j < 3; ++j) {
            state = state * 1664525 + 1013904223;
            broken[qsizetype(state >> 8) % broken.size()] = char(state >> 4);
        }
        KnownHosts known("host.example");
        for (const QByteArray &each : broken.split('\n'))
            known.add(each);
        for (const QByteArray &key : known.keys())
            QVERIFY(!keyTypeOf(key).isEmpty());
    }
}

void TestKnownHosts::typesInTheirOrder()
{
    KnownHosts known("host.example");
    for (const QByteArray &each : {line("host.example", rsa), line("*", ours), line("*", other),
                                   line("@revoked *", keyOf("ecdsa-sha2-nistp256", 'd')),
                                   line("host.example", keyOf("ecdsa-sha2-nistp256", 'd'))})
        known.add(each);
    QCOMPARE(known.keyTypes(), (QByteArrayList{"ssh-rsa", "ssh-ed25519"}));
}

void TestKnownHosts::fingerprints()
{
    const QString a = fingerprintOf(ours);
    const QString b = fingerprintOf(rsa);
    QCOMPARE(a.size(), 7 + 43);
    QVERIFY(isSameFingerprint(a, u' ' + a + u'='));
    QVERIFY(!isSameFingerprint(a, b));
    QVERIFY(!isSameFingerprint({}, {}));
    QCOMPARE(fingerprintsIn(a), QStringList{a});
    QCOMPARE(fingerprintsIn(u"256 %1 root@host (ED25519)\n"_s.arg(a)), QStringList{a});
    QCOMPARE(fingerprintsIn(u"The key is %1=, the old one was %2."_s.arg(a, b)), (QStringList{a, b}));
    QCOMPARE(fingerprintsIn(QString::fromLatin1(line("[host.example]:2222", ours))), QStringList{a});
    QCOMPARE(fingerprintsIn(QString::fromLatin1("ssh-rsa " + rsa.toBase64() + " me@here")), QStringList{b});
    for (const QString &none : {QString(), u"SHA256:abc"_s, a.mid(7), a + u'a', u"AAAA"_s + QString(100, u'A')})
        QCOMPARE(fingerprintsIn(none), QStringList());
}

void TestKnownHosts::keepsAndForgets()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"new/folder/known_hosts"_s);
    const LocalPath file = toLocalPath(path);
    QCOMPARE(*forgetKnownKeys(file, "host.example"), 0);
    QVERIFY(!QFile::exists(path));
    QVERIFY(keepKnownKey(file, "host.example", ours));
    QVERIFY(keepKnownKey(file, "[host.example]:2222", other));
    QCOMPARE(readFile(path), line("host.example", ours) + line("[host.example]:2222", other));
#ifndef Q_OS_WIN
    QCOMPARE(QFile(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
    // Whatever a person wrote there stays as it is.
    const QByteArray own = "# mine \t\r\nbroken\xff line\n" + line("@revoked host.example", rsa) +
                           line("*.example", rsa) + "host.example ssh-new AAAA\n";
    QVERIFY(writeFile(path, own + line("host.example", ours) + line("HOST.example", rsa) +
                                line("[host.example]:2222", ours) + line("other.example", other).trimmed()));
    QCOMPARE(*forgetKnownKeys(file, "host.example", other), 2);
    QCOMPARE(readFile(path),
             own + line("[host.example]:2222", ours) + line("other.example", other) + line("host.example", other));
    QCOMPARE(*forgetKnownKeys(file, "host.example"), 1);
    QCOMPARE(readFile(path), own + line("[host.example]:2222", ours) + line("other.example", other));
    QCOMPARE(*forgetKnownKeys(file, "host.example"), 0);
    const LocalPath folder = toLocalPath(dir.path());
    QCOMPARE(forgetKnownKeys(folder, "host.example").error().kind, ErrorKind::NotReadable);
    QCOMPARE(keepKnownKey(folder, "host.example", ours).error().kind, ErrorKind::NotWritable);
}

// Who lost a key lost it on every port; who is known on one is not on the others.
void TestKnownHosts::markersMeanAllPorts()
{
    KnownHosts known("[host.example]:2222");
    known.add(line("host.example", ours));
    known.add(line("@revoked other.example,[host.example]:22", ours));
    QCOMPARE(known.verdict(ours), KeyVerdict::Unknown);
    known.add(line("[host.example]:2222", ours), KnownHosts::Lines::WithMarkers);
    QCOMPARE(known.verdict(ours), KeyVerdict::Unknown);
    known.add(line("@revoked host.example", ours), KnownHosts::Lines::WithMarkers);
    QCOMPARE(known.verdict(ours), KeyVerdict::Revoked);
    known.add(line("@cert-authority *.example", other));
    QVERIFY(known.namesAuthority());
}

void TestKnownHosts::forgetsHashedLines()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"known_hosts"_s);
    const QByteArray hashed = line("|1|MDEyMzQ1Njc4OWFiY2RlZmdoaWo=|G+iVNS7Q/SA6Ik0IrDdC+/J/l/A=", ours);
    QVERIFY(writeFile(path, hashed + line("a", other)));
    QCOMPARE(*forgetKnownKeys(toLocalPath(path), "b"), 0);
    QCOMPARE(*forgetKnownKeys(toLocalPath(path), "host.example"), 1);
    QCOMPARE(readFile(path), line("a", other));
}

void TestKnownHosts::forgetsOneOfSeveralNames()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"known_hosts"_s);
    QVERIFY(writeFile(path, line("a,host.example,192.0.2.1", ours)));
    QCOMPARE(*forgetKnownKeys(toLocalPath(path), "host.example"), 1);
    QCOMPARE(readFile(path), line("a,192.0.2.1", ours));
}

QTEST_GUILESS_MAIN(TestKnownHosts)
#include "tst_knownhosts.moc"
