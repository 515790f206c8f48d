// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>
#include <vector>

namespace navette::sftp
{

/// One line of a file of known hosts (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
struct KnownHostsLine {
    enum class Marker { None, CertAuthority, Revoked };
    Marker marker = Marker::None;
    QByteArray hosts;   ///< patterns parted by commas, or one hashed name
    QByteArray keyType; ///< "ssh-ed25519"
    QByteArray key;     ///< the key as it is on the wire
};
/// Nothing for comments, for markers that are not known, and for what is broken.
[[nodiscard]] std::optional<KnownHostsLine> parseKnownHostsLine(const QByteArray &line);
/// Whether a line's hosts mean `name`: wildcards, hashes, and names taken out by "!".
[[nodiscard]] bool matchesHost(const QByteArray &hosts, const QByteArray &name);
/// What a server is called there: "host", or "[host]:port" where the port is another than 22.
[[nodiscard]] QByteArray knownHostsName(const QString &host, quint16 port);

/// "ssh-ed25519", from the key itself; empty where it is none.
[[nodiscard]] QByteArray keyTypeOf(const QByteArray &key);
/// "SHA256:…" without padding, as ssh-keygen -l prints it.
[[nodiscard]] QString fingerprintOf(const QByteArray &key);
/// Whether two ways of writing a fingerprint mean the same key.
[[nodiscard]] bool isSameFingerprint(const QString &a, const QString &b);
/// The fingerprints in a text that somebody pasted: written out, or of public keys as .pub files and ssh-keyscan have
/// them. Only the first 64 KiB are looked at.
[[nodiscard]] QStringList fingerprintsIn(const QString &text);

enum class KeyVerdict {
    Unknown,
    Known,
    Changed, ///< others are known for this server, of the same type or not
    Revoked, ///< whatever else is known
};

/// Error::detail where a key was refused because nobody knew it, and not because it is another than the known one.
inline constexpr char unknownKeyDetail[] = "host key unknown";

/// What files of known hosts say about one server. Lines that are broken or of unknown types say nothing.
class KnownHosts final
{
public:
    explicit KnownHosts(QByteArray name) : m_name(std::move(name)) {}

    /// Of a file that counts less than one read before, only the lines with markers.
    enum class Lines { All, WithMarkers };
    /// Adds what a file says; a missing one says nothing. False where it is there and cannot be read.
    [[nodiscard]] bool read(const LocalPath &file, Lines lines = Lines::All);
    /// A marker about the host means all of its ports.
    void add(const QByteArray &line, Lines lines = Lines::All);

    /// Keys are compared whole.
    [[nodiscard]] KeyVerdict verdict(const QByteArray &key) const;
    [[nodiscard]] const QByteArrayList &keys() const { return m_keys; }
    /// Of keys that are known and not revoked, to be asked for before others.
    [[nodiscard]] QByteArrayList keyTypes() const;
    /// Somebody wrote down who vouches for this server's keys; such certificates are not looked at here.
    [[nodiscard]] bool namesAuthority() const { return m_namesAuthority; }

private:
    QByteArray m_name;
    QByteArrayList m_keys;
    QByteArrayList m_revoked;
    bool m_namesAuthority = false;
};

/// Adds a key to our file, which is made where it is missing. Errors: NotWritable.
[[nodiscard]] Result<void> keepKnownKey(const LocalPath &file, const QByteArray &name, const QByteArray &key);
/// Forgets all keys of a server; with `key`, that one is kept in their place. Lines about other hosts, with patterns or
/// with markers stay as they are, byte for byte. How many keys went. Errors: NotReadable, NotWritable.
[[nodiscard]] Result<int> forgetKnownKeys(const LocalPath &file, const QByteArray &name, const QByteArray &key = {});

} // namespace navette::sftp
