// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/algorithms.h"

#include "sftp/transport/gcmcheck.h"

#include <libssh/libssh.h>

#include <algorithm>

namespace navette::sftp
{
namespace
{

// Neither ChaCha20 nor CBC is offered, so that Terrapin (CVE-2023-48795) finds nothing to work on even where the server
// knows no strict key exchange; nothing with SHA-1.
constexpr char countedCiphers[] = "aes128-ctr,aes192-ctr,aes256-ctr";
// First where it can be trusted: half the price of ChaCha20 here.
constexpr char allCiphers[] = "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr";

constexpr char macs[] = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512";
constexpr char keyExchanges[] = "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,"
                                "ecdh-sha2-nistp521,diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,"
                                "diffie-hellman-group-exchange-sha256,diffie-hellman-group14-sha256";
constexpr char hostKeys[] = "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,"
                            "rsa-sha2-256";
constexpr char userKeys[] = "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,"
                            "rsa-sha2-256,sk-ssh-ed25519@openssh.com,sk-ecdsa-sha2-nistp256@openssh.com";

constexpr char oldCiphers[] = "aes256-cbc,aes192-cbc,aes128-cbc";
// Terrapin works on CBC with the MACs that are made of the encrypted text, so these go where CBC comes.
constexpr char macsForCbc[] = "hmac-sha2-256,hmac-sha2-512";
constexpr char oldMacs[] = "hmac-sha1";
// Not group exchange: libssh does not tell with which hash it was made.
constexpr char oldKeyExchanges[] = "diffie-hellman-group14-sha1,diffie-hellman-group1-sha1";
constexpr char oldKeys[] = "ssh-rsa";

// Older libssh takes what AES-GCM decrypts without looking at its tag (CVE-2026-59847): a byte flipped on the wire
// passes. A version that is repaired by its makers says so; whether a distribution repaired an older one has to be
// tried.
const char *trustedCiphers()
{
    static const bool repaired =
        ssh_version(SSH_VERSION_INT(0, 12, 2)) != nullptr ||
        (ssh_version(SSH_VERSION_INT(0, 11, 5)) != nullptr && ssh_version(SSH_VERSION_INT(0, 12, 0)) == nullptr) ||
        checksGcmTags();
    return repaired ? allCiphers : countedCiphers;
}

QByteArray joined(const char *first, const char *behind)
{
    return QByteArray(first) + ',' + behind;
}

bool isIn(const char *list, const QByteArray &name)
{
    return QByteArray(list).split(',').contains(name);
}

// RFC 8332: one type of RSA key, several ways to sign with it.
QByteArray keyTypeFor(const QByteArray &algorithm)
{
    return algorithm.startsWith("rsa-sha2-") ? QByteArray("ssh-rsa") : algorithm;
}

} // namespace

Algorithms algorithmsFor(bool allowOld, const HostKeyTypes &types)
{
    Algorithms result{keyExchanges, hostKeys, userKeys, trustedCiphers(), macs};
    if (allowOld)
        result = {joined(keyExchanges, oldKeyExchanges), joined(hostKeys, oldKeys), joined(userKeys, oldKeys),
                  joined(trustedCiphers(), oldCiphers), joined(macsForCbc, oldMacs)};
    QByteArrayList ordered = result.hostKeys.split(',');
    ordered.removeIf([&](const QByteArray &algorithm) { return types.without.contains(keyTypeFor(algorithm)); });
    std::stable_partition(ordered.begin(), ordered.end(),
                          [&](const QByteArray &algorithm) { return types.first.contains(keyTypeFor(algorithm)); });
    result.hostKeys = ordered.join(',');
    return result;
}

bool isOldAlgorithm(const QByteArray &name)
{
    return isIn(oldCiphers, name) || isIn(oldMacs, name) || isIn(oldKeyExchanges, name) || isIn(oldKeys, name);
}

QStringList oldAlgorithmsInUse(ssh_session_struct *session)
{
    QStringList found;
    for (const char *name : {ssh_get_kex_algo(session), ssh_get_cipher_out(session), ssh_get_cipher_in(session),
                             ssh_get_hmac_out(session), ssh_get_hmac_in(session)}) {
        if (name != nullptr && isOldAlgorithm(name))
            found += QString::fromLatin1(name);
    }
    found.removeDuplicates();
    return found;
}

} // namespace navette::sftp
