// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/identity.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>

namespace navette::practice
{

namespace
{

struct CharDeleter {
    void operator()(char *text) const { ssh_string_free_char(text); }
};
using SshChars = std::unique_ptr<char, CharDeleter>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Practice)
};

/// The content of the file; where it is missing, `make`s it and keeps it with rights for this user alone.
template<typename Make>
Result<QByteArray> keptSecret(const LocalPath &path, Make make)
{
    QFile file(path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(ErrorKind::NotReadable,
                        Text::tr("The practice platform’s file %1 can’t be read.").arg(displayText(path)),
                        file.errorString());
        }
        return file.readAll().trimmed();
    }
    const QByteArray made = make();
    if (made.isEmpty())
        return fail(ErrorKind::Internal, Text::tr("The practice platform’s key couldn’t be made."));
    // Under another name first: a key half written would lock the folder for good.
    QFile fresh(LocalPath(path).concat(".new"));
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner) ||
        fresh.write(made + '\n') != made.size() + 1 || !fresh.flush()) {
        return fail(ErrorKind::NotWritable,
                    Text::tr("The practice platform’s file %1 can’t be written.").arg(displayText(path)),
                    fresh.errorString());
    }
    fresh.close();
    if (!fresh.rename(QString::fromStdU16String(path.u16string()))) {
        return fail(ErrorKind::NotWritable,
                    Text::tr("The practice platform’s file %1 can’t be written.").arg(displayText(path)),
                    fresh.errorString());
    }
    return made;
}

QByteArray newHostKey()
{
    ssh_key key = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return {};
    const SshKey owned(key);
    char *text = nullptr;
    if (ssh_pki_export_privkey_base64(key, nullptr, nullptr, nullptr, &text) != SSH_OK)
        return {};
    const SshChars chars(text);
    return QByteArray(text).trimmed();
}

/// Letters and digits that nobody mixes up; 24 of 32 are 120 bits.
QByteArray newPassword()
{
    static constexpr char alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";
    QByteArray password;
    for (int i = 0; i < 24; ++i)
        password += alphabet[QRandomGenerator::system()->bounded(32)];
    return password;
}

QString fingerprintOf(ssh_key key)
{
    unsigned char *hash = nullptr;
    size_t length = 0;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &length) != SSH_OK)
        return {};
    const SshChars text(ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, length));
    ssh_clean_pubkey_hash(&hash);
    return text ? QString::fromLatin1(text.get()) : QString();
}

SshKey authorizedKeyIn(const LocalPath &folder)
{
    ssh_key key = nullptr;
    const QByteArray path = QFile::encodeName(displayText(folder / "authorized_key.pub"));
    if (ssh_pki_import_pubkey_file(path.constData(), &key) != SSH_OK)
        return nullptr;
    return SshKey(key);
}

} // namespace

Result<Identity> Identity::loadOrMake(const LocalPath &folder)
{
    const LocalPath keyFile = folder / "host_key";
    const Result<QByteArray> keyText = keptSecret(keyFile, newHostKey);
    if (!keyText)
        return tl::make_unexpected(keyText.error());
    const Result<QByteArray> password = keptSecret(folder / "password", newPassword);
    if (!password)
        return tl::make_unexpected(password.error());

    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_base64((*keyText + '\n').constData(), nullptr, nullptr, nullptr, &key) != SSH_OK) {
        return fail(ErrorKind::BadFormat,
                    Text::tr("The practice platform’s key %1 is damaged. Remove the file to have a new one made.")
                        .arg(displayText(keyFile)));
    }
    Identity identity;
    identity.hostKey.reset(key);
    identity.fingerprint = fingerprintOf(key);
    identity.password = *password;
    identity.authorizedKey = authorizedKeyIn(folder);
    return identity;
}

} // namespace navette::practice
