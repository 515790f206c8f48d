// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/hostkey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

tl::unexpected<Error> keyChanged(const Endpoint &endpoint, const QString &expected, const QString &got)
{
    return fail(ErrorKind::Unsafe,
                QCoreApplication::translate(
                    "Sftp",
                    "%1 shows another key than the one known for it. Either the platform replaced its server, or "
                    "somebody stands between this computer and the platform. Nothing was sent. Ask the platform's "
                    "support whether the key changed. Known: %2. Shown now: %3.")
                    .arg(endpoint.host, expected, got));
}

bool isReadableOrMissing(const LocalPath &path)
{
    QFile file(path);
    return path.empty() || !file.exists() || file.open(QIODevice::ReadOnly);
}

// Everything that our file knows about this host and port.
QStringList knownFingerprints(const ConnectRequest &request)
{
    QFile file(request.knownHostsFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray host = request.endpoint.port == 22
                                ? request.endpoint.host.toLower().toUtf8()
                                : u"[%1]:%2"_s.arg(request.endpoint.host.toLower()).arg(request.endpoint.port).toUtf8();
    QStringList fingerprints;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(64 * 1024).trimmed();
        ssh_knownhosts_entry *entry = nullptr;
        if (ssh_known_hosts_parse_line(host.constData(), line.constData(), &entry) != SSH_OK)
            continue;
        fingerprints += fingerprintOf(entry->publickey);
        ssh_knownhosts_entry_free(entry);
    }
    return fingerprints;
}

Result<void> keepKey(ssh_session session, const ConnectRequest &request)
{
    char *line = nullptr;
    if (ssh_session_export_known_hosts_entry(session, &line) != SSH_OK)
        return fail(ErrorKind::Internal, QCoreApplication::translate("Sftp", "The server's key cannot be kept."),
                    QString::fromUtf8(ssh_get_error(session)));
    const SshStringPtr owned(line);
    QFile file(request.knownHostsFile);
    const bool folderMade = QDir().mkpath(QFileInfo(file).absolutePath());
    const bool needsLineEnd =
        file.open(QIODevice::ReadOnly) && file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
    file.close();
    const QByteArray bytes = (needsLineEnd ? "\n" : "") + QByteArray(line).trimmed() + '\n';
    if (!folderMade || !file.open(QIODevice::Append, QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.flush())
        return fail(ErrorKind::NotWritable,
                    QCoreApplication::translate(
                        "Sftp", "The server's key cannot be kept, because the file for it cannot be written."),
                    file.errorString());
    return {};
}

Result<QString> askAboutUnknownKey(ssh_session session, const ConnectRequest &request, const QString &type,
                                   const QString &fingerprint)
{
    const Endpoint &endpoint = request.endpoint;
    const HostKeyAnswer answer = request.askHostKey
                                     ? request.askHostKey({endpoint.host, endpoint.port, type, fingerprint})
                                     : HostKeyAnswer::Refuse;
    switch (answer) {
    case HostKeyAnswer::Refuse:
        return fail(
            ErrorKind::Unsafe,
            QCoreApplication::translate(
                "Sftp",
                "The key of %1 is not known here and was not accepted, so nothing was sent. Its fingerprint is %2; "
                "the platform's support can confirm it.")
                .arg(endpoint.host, fingerprint));
    case HostKeyAnswer::TrustAndKeep:
        if (request.knownHostsFile.empty())
            break;
        if (auto kept = keepKey(session, request); !kept)
            return tl::make_unexpected(kept.error());
        break;
    case HostKeyAnswer::TrustOnce:
        break;
    }
    return QCoreApplication::translate("Sftp", "The key of %1 was accepted: %2").arg(endpoint.host, fingerprint);
}

} // namespace

QString fingerprintOf(ssh_key key)
{
    unsigned char *hash = nullptr;
    size_t length = 0;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &length) != 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(hash), qsizetype(length));
    ssh_clean_pubkey_hash(&hash);
    return u"SHA256:"_s + QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

Result<QString> checkHostKey(ssh_session session, const ConnectRequest &request)
{
    const Endpoint &endpoint = request.endpoint;
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return fail(ErrorKind::Unsafe,
                    QCoreApplication::translate("Sftp", "%1 shows no key, so nothing was sent.").arg(endpoint.host),
                    QString::fromUtf8(ssh_get_error(session)));
    const SshKeyPtr key(raw);
    const QString type = QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(raw)));
    const QString fingerprint = fingerprintOf(raw);
    if (fingerprint.isEmpty())
        return fail(ErrorKind::Unsafe,
                    QCoreApplication::translate("Sftp", "%1 shows no key, so nothing was sent.").arg(endpoint.host));
    if (!endpoint.hostKeyFingerprint.isEmpty()) {
        if (!isSameFingerprint(endpoint.hostKeyFingerprint, fingerprint))
            return keyChanged(endpoint, endpoint.hostKeyFingerprint.trimmed(), fingerprint);
        return QCoreApplication::translate("Sftp", "The key of %1 is the one in the account: %2")
            .arg(endpoint.host, fingerprint);
    }
    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK:
        return QCoreApplication::translate("Sftp", "The key of %1 is known: %2").arg(endpoint.host, fingerprint);
    case SSH_KNOWN_HOSTS_CHANGED:
    case SSH_KNOWN_HOSTS_OTHER:
        return keyChanged(endpoint, knownFingerprints(request).join(u", "_s), fingerprint);
    case SSH_KNOWN_HOSTS_NOT_FOUND:
    case SSH_KNOWN_HOSTS_UNKNOWN:
        // A file that is there and cannot be read must not make every server a stranger.
        if (!isReadableOrMissing(request.knownHostsFile))
            break;
        return askAboutUnknownKey(session, request, type, fingerprint);
    case SSH_KNOWN_HOSTS_ERROR:
        break;
    }
    return fail(
        ErrorKind::Unsafe,
        QCoreApplication::translate(
            "Sftp",
            "The file of known server keys cannot be read, so the key of %1 cannot be compared and nothing was sent.")
            .arg(endpoint.host),
        QString::fromUtf8(ssh_get_error(session)));
}

} // namespace navette::sftp
