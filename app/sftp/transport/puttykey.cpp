// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/puttykey.h"

#include "sftp/protocol/fieldreader.h"
#include "sftp/transport/puttyfile.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr std::size_t aesKeyBytes = 32;
constexpr std::size_t aesBlockBytes = 16;

const unsigned char *bytes(const char *data)
{
    return reinterpret_cast<const unsigned char *>(data);
}

unsigned char *bytes(SecretBytes &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

SecretBytes sha1(std::initializer_list<QByteArrayView> pieces)
{
    SecretBytes all;
    for (const QByteArrayView piece : pieces)
        all.insert(all.end(), piece.begin(), piece.end());
    SecretBytes digest(20);
    EVP_Digest(all.data(), all.size(), bytes(digest), nullptr, EVP_sha1(), nullptr);
    return digest;
}

struct Keys {
    SecretBytes cipher; ///< this and the next empty where nothing is encrypted
    SecretBytes initialisation;
    SecretBytes mac; ///< empty where version 3 is not encrypted
};

void deriveByVersion2(const PuttyFile &file, QByteArrayView passphrase, Keys &keys)
{
    keys.mac = sha1({"putty-private-key-file-mac-key", passphrase});
    if (!file.isEncrypted())
        return;
    keys.cipher = sha1({QByteArrayView("\0\0\0\0", 4), passphrase});
    const SecretBytes second = sha1({QByteArrayView("\0\0\0\1", 4), passphrase});
    keys.cipher.insert(keys.cipher.end(), second.begin(), second.end());
    keys.cipher.resize(aesKeyBytes);
    keys.initialisation.resize(aesBlockBytes);
}

// False where there is too little memory.
bool deriveByVersion3(const PuttyFile &file, const Secret &passphrase, Keys &keys)
{
    if (!file.isEncrypted())
        return true;
    constexpr std::size_t macKeyBytes = 32;
    const SecretBytes all = argon2(file.work, passphrase, file.salt, aesKeyBytes + aesBlockBytes + macKeyBytes);
    if (all.empty())
        return false;
    const auto initialisation = all.begin() + aesKeyBytes;
    const auto mac = initialisation + aesBlockBytes;
    keys.cipher.assign(all.begin(), initialisation);
    keys.initialisation.assign(initialisation, mac);
    keys.mac.assign(mac, all.end());
    return true;
}

bool decrypt(SecretBytes &data, const Keys &keys)
{
    struct Free {
        void operator()(EVP_CIPHER_CTX *freed) const { EVP_CIPHER_CTX_free(freed); }
    };
    const std::unique_ptr<EVP_CIPHER_CTX, Free> context(EVP_CIPHER_CTX_new());
    SecretBytes plain(data.size() + aesBlockBytes);
    int written = 0;
    const bool done =
        context &&
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(keys.cipher.data()),
                           bytes(keys.initialisation.data())) == 1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_DecryptUpdate(context.get(), bytes(plain), &written, bytes(data.data()), int(data.size())) == 1;
    plain.resize(data.size());
    data = std::move(plain);
    return done && std::size_t(written) == data.size();
}

void appendNumber(SecretBytes &to, quint32 number)
{
    std::array<char, sizeof number> bigEndian;
    qToBigEndian(number, bigEndian.data());
    to.insert(to.end(), bigEndian.begin(), bigEndian.end());
}

void appendString(SecretBytes &to, QByteArrayView string)
{
    appendNumber(to, quint32(string.size()));
    to.insert(to.end(), string.begin(), string.end());
}

bool isGenuine(const PuttyFile &file, const SecretBytes &key)
{
    SecretBytes data;
    for (const QByteArrayView piece : {file.algorithm, file.encryption, file.comment, QByteArrayView(file.publicPart),
                                       QByteArrayView(file.privatePart)})
        appendString(data, piece);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    const EVP_MD *digest = file.version == 2 ? EVP_sha1() : EVP_sha256();
    // Not a null pointer: HMAC() takes that for "the key as before".
    const char *keyData = key.empty() ? "" : key.data();
    if (HMAC(digest, keyData, int(key.size()), bytes(data.data()), data.size(), mac.data(), &size) == nullptr)
        return false;
    return file.mac.size() == qsizetype(size) && CRYPTO_memcmp(file.mac.constData(), mac.data(), size) == 0;
}

// openssh/sshkey.c, sshkey_private_serialize(): what stands behind a private key's type, by type. PuTTY's appendix C.3
// has the same numbers in another order and in two places.
SecretBytes rsaParts(FieldReader &publicPart, FieldReader &privatePart)
{
    const QByteArrayView e = publicPart.string();
    const QByteArrayView n = publicPart.string();
    const QByteArrayView d = privatePart.string();
    const QByteArrayView p = privatePart.string();
    const QByteArrayView q = privatePart.string();
    const QByteArrayView inverse = privatePart.string();
    SecretBytes parts;
    for (const QByteArrayView number : {n, e, d, inverse, p, q})
        appendString(parts, number);
    return parts;
}

SecretBytes ecdsaParts(QByteArrayView algorithm, FieldReader &publicPart, FieldReader &privatePart)
{
    const QByteArrayView curve = publicPart.string();
    const QByteArrayView point = publicPart.string();
    const QByteArrayView exponent = privatePart.string();
    if (!algorithm.endsWith(curve))
        publicPart.fail();
    SecretBytes parts;
    for (const QByteArrayView part : {curve, point, exponent})
        appendString(parts, part);
    return parts;
}

SecretBytes ed25519Parts(FieldReader &publicPart, FieldReader &privatePart)
{
    constexpr qsizetype keyBytes = 32;
    const QByteArrayView point = publicPart.string();
    const QByteArrayView seed = privatePart.string();
    // A number whose first byte counts least: where the last ones are zero, older PuTTYs leave them out.
    if (point.size() != keyBytes || seed.size() > keyBytes)
        publicPart.fail();
    SecretBytes both(seed.begin(), seed.end());
    both.resize(keyBytes);
    both.insert(both.end(), point.begin(), point.end());
    SecretBytes parts;
    appendString(parts, point);
    appendString(parts, both);
    return parts;
}

bool isKnown(QByteArrayView algorithm)
{
    constexpr std::array known{QByteArrayView("ssh-rsa"), QByteArrayView("ssh-ed25519"),
                               QByteArrayView("ecdsa-sha2-nistp256"), QByteArrayView("ecdsa-sha2-nistp384"),
                               QByteArrayView("ecdsa-sha2-nistp521")};
    return std::find(known.begin(), known.end(), algorithm) != known.end();
}

std::optional<SecretBytes> privateParts(const PuttyFile &file)
{
    FieldReader publicPart(file.publicPart);
    FieldReader privatePart(file.privatePart);
    if (publicPart.string() != file.algorithm)
        return {};
    SecretBytes parts;
    if (file.algorithm == QByteArrayView("ssh-rsa"))
        parts = rsaParts(publicPart, privatePart);
    else if (file.algorithm == QByteArrayView("ssh-ed25519"))
        parts = ed25519Parts(publicPart, privatePart);
    else
        parts = ecdsaParts(file.algorithm, publicPart, privatePart);
    const qsizetype padding = file.isEncrypted() ? aesBlockBytes - 1 : 0;
    if (publicPart.failed() || privatePart.failed() || !publicPart.atEnd() || privatePart.rest().size() > padding)
        return {};
    return parts;
}

// openssh/PROTOCOL.key
SecretBytes openSshText(const PuttyFile &file, const SecretBytes &parts)
{
    SecretBytes privateList;
    appendNumber(privateList, 0); // twice the same, by which a decrypted list is known
    appendNumber(privateList, 0);
    appendString(privateList, file.algorithm);
    privateList.insert(privateList.end(), parts.begin(), parts.end());
    appendString(privateList, {}); // no comment
    constexpr std::size_t blockBytes = 8;
    for (char pad = 1; privateList.size() % blockBytes != 0; ++pad)
        privateList.push_back(pad);

    constexpr char keyMagic[] = "openssh-key-v1"; // its zero belongs to it
    SecretBytes blob(std::begin(keyMagic), std::end(keyMagic));
    for (const QByteArrayView none : {QByteArrayView("none"), QByteArrayView("none"), QByteArrayView()})
        appendString(blob, none); // cipher, key derivation and its options
    appendNumber(blob, 1);        // key
    appendString(blob, file.publicPart);
    appendString(blob, privateList);

    SecretBytes base64(4 * ((blob.size() + 2) / 3) + 1);
    EVP_EncodeBlock(bytes(base64), bytes(blob.data()), int(blob.size()));
    base64.pop_back();

    constexpr QByteArrayView begin("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    constexpr QByteArrayView end("\n-----END OPENSSH PRIVATE KEY-----\n\0", 36);
    SecretBytes text(begin.begin(), begin.end());
    text.insert(text.end(), base64.begin(), base64.end());
    text.insert(text.end(), end.begin(), end.end());
    return text;
}

} // namespace

Result<SecretBytes> openSshFromPutty(QByteArrayView text, const Secret &passphrase)
{
    auto file = parsePuttyFile(text);
    if (!file)
        return tl::make_unexpected(file.error());
    if (!isKnown(file->algorithm))
        return fail(ErrorKind::Unsupported, {}, u"PuTTY key: unknown kind of key"_s);
    Secret used; // PuTTY takes an empty one where nothing is encrypted
    if (file->isEncrypted())
        used = passphrase;
    Keys keys;
    if (file->version == 2)
        deriveByVersion2(*file, used.utf8(), keys);
    else if (!deriveByVersion3(*file, used, keys))
        return fail(ErrorKind::Limit, {}, u"PuTTY key: %1 KiB are not to be had"_s.arg(file->work.memoryKiB));
    if (file->isEncrypted() && !decrypt(file->privatePart, keys))
        return damagedPuttyKey(u"decryption"_s);
    if (!isGenuine(*file, keys.mac)) {
        if (file->isEncrypted())
            return fail(ErrorKind::SignIn, {}, u"PuTTY key: its code does not fit"_s);
        return damagedPuttyKey(u"its code does not fit"_s);
    }
    const auto parts = privateParts(*file);
    if (!parts)
        return damagedPuttyKey(u"key"_s);
    return openSshText(*file, *parts);
}

} // namespace navette::sftp
