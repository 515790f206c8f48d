// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzinput.h"
#include "sftp/transport/puttyfile.h"
#include "sftp/transport/puttykey.h"
#include "sftp/transport/sshhandles.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

using namespace navette;

namespace
{

QByteArray sshString(QByteArrayView text)
{
    QByteArray string(4, Qt::Uninitialized);
    qToBigEndian(quint32(text.size()), string.data());
    return string + text.toByteArray();
}

// A file whose code fits, so that what comes behind that check is reached.
QByteArray genuineFile(FuzzedDataProvider &provider)
{
    const QByteArray algorithm = provider.PickValueInArray(
        {"ssh-rsa", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"});
    const std::string publicBytes = provider.ConsumeRandomLengthString();
    const QByteArray publicPart = sshString(algorithm) + QByteArray::fromStdString(publicBytes);
    const QByteArray privatePart = fuzz::remainingBytes(provider);
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256);
    for (const QByteArray &piece : {algorithm, QByteArray("none"), QByteArray(), publicPart, privatePart})
        mac.addData(sshString(piece));
    return "PuTTY-User-Key-File-3: " + algorithm + "\nEncryption: none\nComment: \nPublic-Lines: 1\n" +
           publicPart.toBase64() + "\nPrivate-Lines: 1\n" + privatePart.toBase64() +
           "\nPrivate-MAC: " + mac.result().toHex() + '\n';
}

} // namespace

// Whatever the bytes, a text comes out that libssh takes or refuses, or none.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const bool isGenuine = size > 0 && data[size - 1] % 2 == 1;
    const QByteArray file = isGenuine ? genuineFile(provider) : fuzz::remainingBytes(provider);
    // Other work for Argon2 than the seeds' would be honest, but slow.
    if (file.contains("Argon2-") && !file.contains("Argon2-Memory: 1024\nArgon2-Passes: 3\n"))
        return 0;
    static const Secret passphrase(QStringLiteral("open sesame"));
    const auto text = sftp::openSshFromPutty(file, passphrase);
    (void)sftp::isEncryptedPuttyKey(file);
    if (!text)
        return 0;
    FUZZ_REQUIRE(sftp::isPuttyKey(file));
    FUZZ_REQUIRE(!text->empty() && text->back() == '\0');
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_base64(text->data(), "", nullptr, nullptr, &key) == SSH_OK)
        FUZZ_REQUIRE(sftp::SshKeyPtr(key) != nullptr);
    return 0;
}
