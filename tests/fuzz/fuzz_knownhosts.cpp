// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzinput.h"
#include "sftp/knownhosts.h"

#include <QFile>
#include <QTemporaryDir>

using namespace navette;
using namespace navette::sftp;

namespace
{

const QByteArray ours = "files.example.com";
const QByteArray theirs = "[192.0.2.1]:2222";

QByteArray consumeKey(FuzzedDataProvider &provider)
{
    const QByteArray type = provider.PickValueInArray({"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"});
    const auto length = char(type.size());
    return QByteArray(3, '\0') + length + type +
           char(provider.ConsumeIntegralInRange(0, 7)); // few, so that some are alike
}

// Lines that mean something, with others between them.
QByteArray consumeLines(FuzzedDataProvider &provider)
{
    QByteArray file;
    while (provider.remaining_bytes() > 0 && file.size() < 20'000) {
        if (provider.ConsumeIntegralInRange(0, 7) == 0)
            file += QByteArray::fromStdString(provider.ConsumeRandomLengthString(60));
        file += provider.PickValueInArray({"", "", "", "@revoked ", "@cert-authority ", "@other ", "# "});
        // The hash is that of our server's name.
        file += provider.PickValueInArray(
            {"files.example.com", "FILES.example.com,192.0.2.7", "[192.0.2.1]:2222", "*.example.com",
             "*,!files.example.com", "192.0.2.1", "files.example.com,[192.0.2.1]:2222",
             "|1|AAECAwQFBgcICQoLDA0ODxAREhM=|SUMJRPLmLEObPnS8bcyNkseOlS4=", "|1|%|%", ","});
        const QByteArray key = consumeKey(provider);
        file += ' ' + (provider.ConsumeBool() ? keyTypeOf(key) : QByteArray("ssh-dss")) + ' ' + key.toBase64();
        file += provider.PickValueInArray({"\n", "\n", "\n", " comment\r\n", "\n\n", ""});
    }
    return file;
}

KnownHosts knownIn(const LocalPath &path, const QByteArray &name)
{
    KnownHosts hosts(name);
    FUZZ_REQUIRE(hosts.read(path));
    return hosts;
}

} // namespace

// Whatever stands in a file of known hosts: what is asked of it holds afterwards, and what it says of others is the
// same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    static const QString fileName = folder.filePath(QStringLiteral("known_hosts"));
    static const LocalPath path = toLocalPath(fileName);
    FuzzedDataProvider provider(data, size);
    const QByteArray key = consumeKey(provider);
    const bool replaces = provider.ConsumeBool();
    const QByteArray bytes = provider.ConsumeBool() ? consumeLines(provider) : fuzz::remainingBytes(provider);
    {
        QFile file(fileName);
        FUZZ_REQUIRE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const KnownHosts oursBefore = knownIn(path, ours);
    const KnownHosts theirsBefore = knownIn(path, theirs);
    for (const QByteArray &known : oursBefore.keys())
        FUZZ_REQUIRE(oursBefore.verdict(known) != KeyVerdict::Unknown && !keyTypeOf(known).isEmpty());
    for (const QString &fingerprint : fingerprintsIn(QString::fromLatin1(bytes)))
        FUZZ_REQUIRE(fingerprint.size() == 50 && isSameFingerprint(fingerprint, fingerprint + u'='));

    const auto forgotten = forgetKnownKeys(path, ours, replaces ? key : QByteArray());
    FUZZ_REQUIRE(forgotten);
    const KnownHosts oursAfter = knownIn(path, ours);
    const auto expected = oursBefore.verdict(key) == KeyVerdict::Revoked ? KeyVerdict::Revoked : KeyVerdict::Known;
    if (replaces)
        FUZZ_REQUIRE(oursAfter.verdict(key) == expected);
    else
        FUZZ_REQUIRE(oursAfter.keys().size() <= oursBefore.keys().size());
    FUZZ_REQUIRE(oursAfter.namesAuthority() == oursBefore.namesAuthority());
    FUZZ_REQUIRE(knownIn(path, theirs).keys() == theirsBefore.keys());
    FUZZ_REQUIRE(forgetKnownKeys(path, ours).value_or(-1) == (replaces ? 1 : 0));

    FUZZ_REQUIRE(keepKnownKey(path, ours, key));
    FUZZ_REQUIRE(knownIn(path, ours).verdict(key) == expected);
    FUZZ_REQUIRE(knownIn(path, theirs).keys() == theirsBefore.keys());
    return 0;
}
