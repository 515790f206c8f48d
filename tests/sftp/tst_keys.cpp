// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/publickey.h"
#include "sftp/transport/puttyfile.h"
#include "sftp/transport/puttykey.h"
#include "sftp/transport/sshhandles.h"
#include "support/files.h"
#include "support/memoryscan.h"
#include "support/sshdserver.h"

#include <QFile>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

/// Private keys as other programs keep them.
class TestKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsPutty_data();
    void readsPutty();
    void readsAnyLineEnds_data();
    void readsAnyLineEnds();
    void refusesPutty_data();
    void refusesPutty();
    void noticesAnyChange_data();
    void noticesAnyChange();
    void noticesAnyEnd();
    void signsInWithPutty_data();
    void signsInWithPutty();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void signsInWithPem_data();
    void signsInWithPem();
    void forgetsThePassphrase();
    void findsThePublicHalf_data();
    void findsThePublicHalf();

private:
    SshdServer m_server;
};

namespace
{

constexpr char passphrase[] = "open sesame";

QByteArray fixture(const QString &name)
{
    return readFile(QStringLiteral(NAVETTE_SOURCE_DIR "/tests/sftp/keys/") + name);
}

struct Fixture {
    QString name;
    QString type;
    bool isProtected;
};

QList<Fixture> fixtures()
{
    QList<Fixture> all;
    for (const QString &type : {u"rsa"_s, u"ecdsa-256"_s, u"ecdsa-384"_s, u"ecdsa-521"_s, u"ed25519"_s}) {
        for (const QString &version : {u"-2"_s, u"-3"_s}) {
            all.append({type + version + u".ppk"_s, type, false});
            all.append({type + version + u"-protected.ppk"_s, type, true});
        }
    }
    return all;
}

void addFixtures()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isProtected");
    for (const Fixture &fixture : fixtures())
        QTest::addRow("%s", qPrintable(fixture.name)) << fixture.name << fixture.type << fixture.isProtected;
}

// What libssh makes of a converted key: its public half, as in an ".pub" file without type and comment.
QByteArray publicHalf(const SecretBytes &text)
{
    ssh_key raw = nullptr;
    if (ssh_pki_import_privkey_base64(text.data(), "", nullptr, nullptr, &raw) != SSH_OK)
        return {};
    const sftp::SshKeyPtr key(raw);
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return {};
    const QByteArray half(base64);
    ssh_string_free_char(base64);
    return half;
}

QByteArray expectedHalf(const QString &type)
{
    return fixture(type + u".pub"_s).split(' ').value(1);
}

QString named(const QByteArray &file, const QString &directory)
{
    const QString path = directory + u"/key"_s;
    return writeFile(path, file) ? path : QString();
}

} // namespace

void TestKeys::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
    for (const Fixture &fixture : fixtures())
        QVERIFY(m_server.allow(::fixture(fixture.type + u".pub"_s)));
}

void TestKeys::readsPutty_data()
{
    addFixtures();
}

void TestKeys::readsPutty()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const bool, isProtected);
    const QByteArray file = fixture(name);
    QVERIFY(sftp::isPuttyKey(file));
    QCOMPARE(sftp::isEncryptedPuttyKey(file), isProtected);
    const auto text = sftp::openSshFromPutty(file, isProtected ? Secret(QString::fromLatin1(passphrase)) : Secret());
    QVERIFY(text);
    QVERIFY(!expectedHalf(type).isEmpty());
    QCOMPARE(publicHalf(*text), expectedHalf(type));
}

void TestKeys::readsAnyLineEnds_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("CR LF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void TestKeys::readsAnyLineEnds()
{
    QFETCH(const QByteArray, end);
    for (const Fixture &each : fixtures()) {
        const auto text =
            sftp::openSshFromPutty(fixture(each.name).replace("\n", end), QString::fromLatin1(passphrase));
        QVERIFY2(text, qPrintable(each.name));
        QCOMPARE(publicHalf(*text), expectedHalf(each.type));
    }
}

void TestKeys::refusesPutty_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("with");
    QTest::addColumn<ErrorKind>("kind");
    const QString plain = u"ed25519-3.ppk"_s;
    const QString closed = u"ed25519-3-protected.ppk"_s;
    const QString right = QString::fromLatin1(passphrase);
    const auto row = [](const char *title, const QString &name, const QByteArray &from, const QByteArray &to,
                        const QString &with,
                        ErrorKind kind) { QTest::newRow(title) << name << from << to << with << kind; };
    using enum ErrorKind;
    row("wrong passphrase, 3", closed, "", "", u"open barley"_s, SignIn);
    row("wrong passphrase, 2", u"rsa-2-protected.ppk"_s, "", "", u"open barley"_s, SignIn);
    row("no passphrase", closed, "", "", QString(), SignIn);
    row("another comment", plain, "Comment: test key", "Comment: best key", {}, BadFormat);
    row("encrypted, it says", plain, "Encryption: none", "Encryption: aes256-cbc", right, BadFormat);
    row("not encrypted, it says", closed, "Encryption: aes256-cbc", "Encryption: none", right, BadFormat);
    row("unknown encryption", closed, "aes256-cbc", "rot13", right, Unsupported);
    row("version 1", plain, "File-3", "File-1", {}, Unsupported);
    row("version 4", plain, "File-3", "File-4", {}, Unsupported);
    row("version 33", plain, "File-3", "File-33", {}, Unsupported);
    row("version 2, it says", plain, "File-3", "File-2", {}, BadFormat);
    row("DSA", u"dsa-3.ppk"_s, "", "", {}, Unsupported);
    row("Ed448", u"ed448-3.ppk"_s, "", "", {}, Unsupported);
    row("another algorithm", plain, "ssh-ed25519", "ssh-rsa", {}, BadFormat);
    row("unknown derivation", closed, "Argon2id", "Argon3", right, Unsupported);
    row("much memory", closed, "Memory: 1024", "Memory: 1048577", right, Limit);
    row("much more memory", closed, "Memory: 1024", "Memory: 4294967295", right, Limit);
    row("memory beyond numbers", closed, "Memory: 1024", "Memory: 99999999999", right, BadFormat);
    row("memory below zero", closed, "Memory: 1024", "Memory: -1024", right, BadFormat);
    row("no memory", closed, "Memory: 1024", "Memory: 7", right, BadFormat);
    row("many passes", closed, "Passes: 3", "Passes: 300000000", right, Limit);
    row("more passes than anybody waits for", closed, "Passes: 3", "Passes: 1025", right, Limit);
    row("no pass", closed, "Passes: 3", "Passes: 0", right, BadFormat);
    row("many lanes", closed, "Parallelism: 1", "Parallelism: 17", right, Limit);
    row("no lane", closed, "Parallelism: 1", "Parallelism: 0", right, BadFormat);
    row("odd salt", closed, "Salt: ", "Salt: a", right, BadFormat);
    row("many lines", plain, "Public-Lines: 2", "Public-Lines: 4000000000", {}, BadFormat);
    row("a line less", plain, "Public-Lines: 2", "Public-Lines: 1", {}, BadFormat);
    row("a line more", plain, "Private-Lines: 1", "Private-Lines: 2", {}, BadFormat);
    row("no lines", plain, "Private-Lines: 1", "Private-Lines: 0", {}, BadFormat);
    row("no number of lines", plain, "Public-Lines: 2", "Public-Lines: ", {}, BadFormat);
    row("another order", plain, "Encryption", "Comment", {}, BadFormat);
    row("more behind it", plain, "Private-MAC: ", "Private-MAC: 00\nPrivate-MAC: ", {}, BadFormat);
    row("short code", plain, "Private-MAC: ", "Private-MAC: \n", {}, BadFormat);
}

void TestKeys::refusesPutty()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, with);
    QFETCH(const ErrorKind, kind);
    QByteArray file = fixture(name);
    QVERIFY(from.isEmpty() || file.contains(from));
    if (!from.isEmpty())
        file.replace(from, to);
    const auto text = sftp::openSshFromPutty(file, with);
    QVERIFY(!text);
    QCOMPARE(int(text.error().kind), int(kind));
}

void TestKeys::noticesAnyChange_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"ed25519-2.ppk"_s, u"ed25519-2-protected.ppk"_s, u"ed25519-3.ppk"_s,
                                u"ed25519-3-protected.ppk"_s, u"ecdsa-256-3.ppk"_s, u"rsa-2-protected.ppk"_s})
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestKeys::noticesAnyChange()
{
    QFETCH(const QString, name);
    const QByteArray file = fixture(name);
    const Secret right = QString::fromLatin1(passphrase);
    // Each look at a protected key of version 3 is Argon2's work: there one bit of each byte must do.
    const bool isSlow = name.contains(u"3-protected");
    QVERIFY(!file.isEmpty());
    for (qsizetype at = 0; at < file.size(); ++at) {
        for (int bit = isSlow ? int(at % 8) : 0; bit < 8; bit += isSlow ? 8 : 1) {
            QByteArray changed = file;
            changed[at] = char(changed[at] ^ (1 << bit));
            QVERIFY2(!sftp::openSshFromPutty(changed, right), qPrintable(u"bit %1 of byte %2"_s.arg(bit).arg(at)));
        }
    }
}

void TestKeys::noticesAnyEnd()
{
    for (const QString &name : {u"rsa-2.ppk"_s, u"ed25519-2-protected.ppk"_s, u"ecdsa-521-3.ppk"_s}) {
        const QByteArray file = fixture(name).trimmed();
        for (qsizetype end = 0; end < file.size(); ++end)
            QVERIFY(!sftp::openSshFromPutty(file.first(end), QString::fromLatin1(passphrase)));
    }
}

void TestKeys::signsInWithPutty_data()
{
    addFixtures();
}

void TestKeys::signsInWithPutty()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isProtected);
    ConnectRequest request = m_server.request();
    request.endpoint.keyFile = toLocalPath(named(fixture(name), m_server.filesDirectory()));
    if (isProtected)
        request.secrets.keyPassphrase = QString::fromLatin1(passphrase);
    const auto remote = await(connectSftp(request));
    QVERIFY2(remote, qPrintable(remote ? QString() : remote.error().message + remote.error().detail));
}

void TestKeys::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("with");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("expected");
    using enum ErrorKind;
    const QByteArray plain = fixture(u"ed25519-3.ppk"_s);
    const QByteArray closed = fixture(u"ed25519-3-protected.ppk"_s);
    QTest::newRow("missing") << closed << QString() << SignIn << u"passphrase is missing"_s;
    QTest::newRow("wrong") << closed << u"open barley"_s << SignIn << u"passphrase does not open"_s;
    QTest::newRow("damaged") << plain.first(200) << QString() << BadFormat << u"is damaged"_s;
    QTest::newRow("damaged and protected")
        << closed.first(400) << QString::fromLatin1(passphrase) << BadFormat << u"is damaged"_s;
    QTest::newRow("another kind") << fixture(u"dsa-3.ppk"_s) << QString() << Unsupported << u"kind of PuTTY key"_s;
    QTest::newRow("too much") << QByteArray(closed).replace("Passes: 3", "Passes: 900000")
                              << QString::fromLatin1(passphrase) << Limit << u"too much memory or time"_s;
}

void TestKeys::saysWhatIsWrong()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, with);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, expected);
    ConnectRequest request = m_server.request();
    request.endpoint.keyFile = toLocalPath(named(file, m_server.filesDirectory()));
    request.secrets.keyPassphrase = with;
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(int(remote.error().kind), int(kind));
    QVERIFY2(remote.error().message.contains(expected), qPrintable(remote.error().message));
}

void TestKeys::signsInWithPem_data()
{
    QTest::addColumn<QStringList>("kind");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isProtected");
    QTest::addColumn<bool>("crLf");
    const QList<std::tuple<QByteArray, QStringList, QByteArray, QByteArray>> kinds{
        {"PKCS#1", {u"rsa"_s, u"-m"_s, u"PEM"_s}, "BEGIN RSA PRIVATE KEY", "BEGIN RSA PRIVATE KEY"},
        {"PKCS#8, RSA", {u"rsa"_s, u"-m"_s, u"PKCS8"_s}, "BEGIN PRIVATE KEY", "BEGIN ENCRYPTED PRIVATE KEY"},
        {"PKCS#8, ECDSA", {u"ecdsa"_s, u"-m"_s, u"PKCS8"_s}, "BEGIN PRIVATE KEY", "BEGIN ENCRYPTED PRIVATE KEY"},
        {"SEC1", {u"ecdsa"_s, u"-m"_s, u"PEM"_s}, "BEGIN EC PRIVATE KEY", "BEGIN EC PRIVATE KEY"},
        {"OpenSSH, RSA", {u"rsa"_s}, "BEGIN OPENSSH PRIVATE KEY", "BEGIN OPENSSH PRIVATE KEY"},
        {"OpenSSH, ECDSA", {u"ecdsa"_s}, "BEGIN OPENSSH PRIVATE KEY", "BEGIN OPENSSH PRIVATE KEY"},
        {"OpenSSH, Ed25519", {u"ed25519"_s}, "BEGIN OPENSSH PRIVATE KEY", "BEGIN OPENSSH PRIVATE KEY"}};
    for (const auto &[name, kind, header, protectedHeader] : kinds) {
        for (const bool isProtected : {false, true}) {
            for (const bool crLf : {false, true})
                QTest::addRow("%s%s%s", name.constData(), isProtected ? ", protected" : "", crLf ? ", CR LF" : "")
                    << kind << (isProtected ? protectedHeader : header) << isProtected << crLf;
        }
    }
}

void TestKeys::signsInWithPem()
{
    QFETCH(const QStringList, kind);
    QFETCH(const QByteArray, header);
    QFETCH(const bool, isProtected);
    QFETCH(const bool, crLf);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"key"_s);
    QStringList arguments{u"-q"_s, u"-f"_s, path, u"-N"_s, isProtected ? QString::fromLatin1(passphrase) : QString()};
    arguments += QStringList{u"-t"_s} + kind;
    QCOMPARE(QProcess::execute(u"ssh-keygen"_s, arguments), 0);
    QVERIFY(m_server.allow(readFile(path + u".pub"_s)));
    QByteArray file = readFile(path);
    QVERIFY2(file.contains(header), file.left(60).constData());
    if (crLf)
        QVERIFY(writeFile(path, file.replace("\n", "\r\n")));
    ConnectRequest request = m_server.request();
    request.endpoint.keyFile = toLocalPath(path);
    if (isProtected)
        request.secrets.keyPassphrase = QString::fromLatin1(passphrase);
    const auto remote = await(connectSftp(request));
    QVERIFY2(remote, qPrintable(remote ? QString() : remote.error().message));
    if (!isProtected)
        return;
    for (const auto &[given, expected] :
         {std::pair(QString(), u"is missing"_s), std::pair(u"open barley"_s, u"does not open"_s)}) {
        request.secrets.keyPassphrase = given;
        const auto refused = await(connectSftp(request));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(expected), qPrintable(refused.error().message));
    }
}

void TestKeys::forgetsThePassphrase()
{
    if (!Canary::canLook())
        QSKIP("Memory can be looked through on Linux without sanitizers only.");
    const Canary canary(13);
    for (int i = 0; i < 5; ++i) {
        const auto text = sftp::openSshFromPutty(fixture(u"ed25519-3-protected.ppk"_s), canary.text());
        QCOMPARE(int(text.error().kind), int(ErrorKind::SignIn));
    }
    QTRY_COMPARE(canary.count(), 0);
}

void TestKeys::findsThePublicHalf_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("beside");
    QTest::addColumn<bool>("isFound");
    const QByteArray line = fixture(u"ed25519.pub"_s);
    QTest::newRow("beside it") << QByteArray("a private key") << line << true;
    QTest::newRow("no line's end") << QByteArray() << line.trimmed() << true;
    QTest::newRow("CR LF") << QByteArray() << QByteArray(line).replace("\n", "\r\n") << true;
    QTest::newRow("it is public") << line << QByteArray() << true;
    QTest::newRow("PuTTY") << fixture(u"ed25519-3.ppk"_s) << QByteArray() << true;
    QTest::newRow("PuTTY, protected") << fixture(u"ed25519-2-protected.ppk"_s) << QByteArray() << true;
    QTest::newRow("nothing") << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\n") << QByteArray() << false;
    QTest::newRow("another kind than it says")
        << QByteArray("ssh-rsa ") + line.split(' ').value(1) << QByteArray() << false;
}

void TestKeys::findsThePublicHalf()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, beside);
    QFETCH(const bool, isFound);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"key"_s);
    QVERIFY(writeFile(path, file) && (beside.isEmpty() || writeFile(path + u".pub"_s, beside)));
    const QByteArray line = fixture(u"ed25519.pub"_s).trimmed();
    QCOMPARE(publicKeyLine(toLocalPath(path)), isFound ? line : QByteArray());
    QCOMPARE(publicKeyBytes(toLocalPath(path)),
             isFound ? QByteArray::fromBase64(line.split(' ').value(1)) : QByteArray());
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
