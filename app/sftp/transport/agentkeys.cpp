// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/agentkeys.h"

#include "sftp/protocol/fieldreader.h"
#include "sftp/publickey.h"
#include "sftp/transport/sshhandles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// OpenSSH's server hangs up after six refusals, and a password may be wanted after the key.
constexpr std::size_t maxKeys = 5;

// libssh looks at no key behind one that it does not know, such as one with a certificate.
bool isUsable(const QByteArray &publicKey)
{
    FieldReader reader(publicKey);
    const QByteArray type = reader.string().toByteArray();
    constexpr std::array known{"ssh-ed25519",
                               "ecdsa-sha2-nistp256",
                               "ecdsa-sha2-nistp384",
                               "ecdsa-sha2-nistp521",
                               "ssh-rsa",
                               "sk-ssh-ed25519@openssh.com",
                               "sk-ecdsa-sha2-nistp256@openssh.com"};
    if (std::none_of(known.begin(), known.end(), [&](const char *name) { return type == name; }))
        return false;
    ssh_key key = nullptr;
    if (ssh_pki_import_pubkey_base64(publicKey.toBase64().constData(), ssh_key_type_from_name(type.constData()),
                                     &key) != SSH_OK)
        return false;
    return SshKeyPtr(key) != nullptr;
}

Result<std::vector<QByteArray>> publicKeysOf(const KeyAgent &agent, const Patience &patience)
{
    const char request = agentmessage::requestIdentities;
    const auto answer = agent.ask(QByteArrayView(&request, 1), patience);
    if (!answer)
        return tl::make_unexpected(answer.error());
    FieldReader reader(*answer);
    const quint8 type = reader.u8();
    if (type == agentmessage::failure)
        return std::vector<QByteArray>(); // as if locked
    const quint32 count = reader.u32();
    std::vector<QByteArray> keys;
    for (quint32 i = 0; i < count && !reader.failed(); ++i) {
        keys.push_back(reader.string().toByteArray());
        reader.string(); // a comment
    }
    if (type != agentmessage::identitiesAnswer || reader.failed() || !reader.atEnd())
        return fail(ErrorKind::Protocol, {}, u"key agent: no list of keys"_s);
    return keys;
}

Result<QByteArray> chosenKey(const LocalPath &keyFile)
{
    const QByteArray key = publicKeyBytes(keyFile);
    if (isUsable(key))
        return key;
    return fail(ErrorKind::NotReadable,
                QCoreApplication::translate("Sftp", "The public half of the key “%1” named in the account cannot be "
                                                    "read, so that it cannot be found in the key agent.")
                    .arg(fileName(keyFile)));
}

Error noKeyError(const LocalPath &keyFile)
{
    if (keyFile.empty())
        return {ErrorKind::SignIn, QCoreApplication::translate(
                                       "Sftp", "The key agent of this computer has no key for this account. It may be "
                                               "locked, or the key still has to be added to it.")};
    return {ErrorKind::SignIn,
            QCoreApplication::translate("Sftp", "The key agent of this computer does not have the key “%1” of this "
                                                "account. It may be locked, or the key still has to be added to it.")
                .arg(fileName(keyFile))};
}

} // namespace

Result<AgentKeys> agentKeys(const LocalPath &keyFile, const Patience &patience)
{
    std::optional<QByteArray> chosen;
    if (!keyFile.empty()) {
        auto key = chosenKey(keyFile);
        if (!key)
            return tl::make_unexpected(key.error());
        chosen = std::move(*key);
    }
    Error reason{ErrorKind::NotFound, {}, u"key agent: none is named"_s};
    for (const KeyAgent &agent : KeyAgent::candidates()) {
        auto keys = publicKeysOf(agent, patience);
        if (!keys && keys.error().kind == ErrorKind::Cancelled)
            return tl::make_unexpected(keys.error());
        if (!keys) {
            // That one is not running tells less than what another did.
            if (keys.error().kind != ErrorKind::NotFound || reason.kind == ErrorKind::NotFound)
                reason = keys.error();
            continue;
        }
        std::erase_if(*keys, [&](const QByteArray &key) { return chosen ? key != *chosen : !isUsable(key); });
        if (!keys->empty()) {
            keys->resize(std::min(keys->size(), maxKeys));
            return AgentKeys{agent, std::move(*keys)};
        }
        reason = noKeyError(keyFile);
    }
    return tl::make_unexpected(reason);
}

} // namespace navette::sftp
