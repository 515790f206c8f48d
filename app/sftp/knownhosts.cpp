// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/knownhosts.h"

#include "sftp/addresses.h"
#include "sftp/protocol/fieldreader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr qint64 longestLine = 64 * 1024; ///< an RSA key of 16,384 bits has 2.8 kB
constexpr qint64 largestFile = 64 * 1024 * 1024;

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Cuts off what stands before the next space or tab.
QByteArray takeWord(QByteArray &line)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    const auto begin = std::find_if_not(line.cbegin(), line.cend(), isSpace);
    const auto end = std::find_if(begin, line.cend(), isSpace);
    const QByteArray word = line.mid(begin - line.cbegin(), end - begin);
    line.remove(0, end - line.cbegin());
    return word;
}

std::optional<QByteArray> strictBase64(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return {};
    return decoded.decoded;
}

// "|1|salt|hash": HMAC-SHA-1 of the name with the salt as its key.
bool matchesHash(const QByteArray &hashed, const QByteArray &name)
{
    const QByteArrayList parts = hashed.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    const auto salt = strictBase64(parts[2]);
    const auto hash = strictBase64(parts[3]);
    return salt && hash && !hash->isEmpty() &&
           QMessageAuthenticationCode::hash(name, *salt, QCryptographicHash::Sha1) == *hash;
}

// '*' is any text, '?' any character. Goes back to the last star only, so that no pattern takes long.
bool matchesPattern(QByteArrayView pattern, QByteArrayView name)
{
    qsizetype p = 0, n = 0, afterStar = -1, restart = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            afterStar = ++p;
            restart = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (afterStar >= 0) {
            p = afterStar;
            n = ++restart;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

// The next line with its end, however that is; only the beginning of one that is too long, which then is none.
std::optional<QByteArray> nextLine(QFile &file)
{
    QByteArray line = file.readLine(longestLine);
    if (line.isEmpty())
        return {};
    if (line.endsWith('\n') || file.atEnd())
        return line;
    QByteArray more; // empty at the end, and where nothing can be read any more
    do
        more = file.readLine(longestLine);
    while (!more.isEmpty() && !more.endsWith('\n'));
    return QByteArray("\n");
}

QByteArray lineOf(const QByteArray &name, const QByteArray &key)
{
    return name + ' ' + keyTypeOf(key) + ' ' + key.toBase64() + '\n';
}

tl::unexpected<Error> cannotBeRead(const QString &detail)
{
    return fail(ErrorKind::NotReadable,
                QCoreApplication::translate("Sftp", "The file of known server keys cannot be read."), detail);
}

tl::unexpected<Error> cannotBeKept(const QString &detail)
{
    return fail(ErrorKind::NotWritable,
                QCoreApplication::translate(
                    "Sftp", "The server's key cannot be kept, because the file for it cannot be written."),
                detail);
}

// "host" of "[host]:port".
QByteArray withoutPort(const QByteArray &name)
{
    const qsizetype end = name.startsWith('[') ? name.lastIndexOf("]:") : -1;
    return end < 0 ? name : name.mid(1, end - 1);
}

// The line without the name, where it says just that name; nothing where it says nothing of it.
std::optional<QByteArray> withoutName(const QByteArray &line, const QByteArray &name)
{
    const auto parsed = parseKnownHostsLine(line);
    if (!parsed || parsed->marker != KnownHostsLine::Marker::None)
        return {};
    if (matchesHash(parsed->hosts, name))
        return QByteArray();
    QByteArrayList names = parsed->hosts.split(',');
    if (names.removeIf([&](const QByteArray &candidate) { return candidate.toLower() == name; }) == 0)
        return {};
    if (names.isEmpty())
        return QByteArray();
    return names.join(',') + line.trimmed().mid(parsed->hosts.size()) + '\n';
}

} // namespace

std::optional<KnownHostsLine> parseKnownHostsLine(const QByteArray &line)
{
    QByteArray rest = line.trimmed();
    if (rest.isEmpty() || rest.startsWith('#'))
        return {};
    KnownHostsLine parsed;
    if (rest.startsWith('@')) {
        const QByteArray marker = takeWord(rest);
        if (marker == "@revoked")
            parsed.marker = KnownHostsLine::Marker::Revoked;
        else if (marker == "@cert-authority")
            parsed.marker = KnownHostsLine::Marker::CertAuthority;
        else
            return {};
    }
    parsed.hosts = takeWord(rest);
    parsed.keyType = takeWord(rest);
    const auto key = strictBase64(takeWord(rest));
    if (!key || parsed.keyType.isEmpty() || keyTypeOf(*key) != parsed.keyType)
        return {};
    parsed.key = *key;
    return parsed;
}

bool matchesHost(const QByteArray &hosts, const QByteArray &name)
{
    if (hosts.startsWith('|'))
        return matchesHash(hosts, name);
    bool found = false;
    for (const QByteArray &pattern : hosts.toLower().split(',')) {
        if (pattern.startsWith('!')) {
            if (matchesPattern(QByteArrayView(pattern).sliced(1), name))
                return false;
        } else {
            found = found || matchesPattern(pattern, name);
        }
    }
    return found;
}

QByteArray knownHostsName(const QString &host, quint16 port)
{
    const QByteArray name = wireHost(host).toLower();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

QByteArray keyTypeOf(const QByteArray &key)
{
    // RFC 4253, 6.6: the key begins with its type as a string.
    FieldReader fields(key);
    const QByteArrayView type = fields.string();
    return fields.failed() || fields.atEnd() ? QByteArray() : type.toByteArray();
}

QString fingerprintOf(const QByteArray &key)
{
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    return u"SHA256:"_s + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

bool isSameFingerprint(const QString &a, const QString &b)
{
    const auto plain = [](QString text) {
        text = text.trimmed();
        while (text.endsWith(u'='))
            text.chop(1);
        return text;
    };
    return !plain(a).isEmpty() && plain(a) == plain(b);
}

QStringList fingerprintsIn(const QString &text)
{
    static const QRegularExpression token(
        u"SHA256:([A-Za-z0-9+/]{43})(?![A-Za-z0-9+/])|(?<![A-Za-z0-9+/])(AAAA[A-Za-z0-9+/]{40,16000}={0,2})"_s);
    QStringList found;
    for (auto it = token.globalMatch(text.left(longestLine)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.hasCaptured(1)) {
            found += u"SHA256:"_s + match.captured(1);
        } else if (const auto key = strictBase64(match.captured(2).toLatin1()); key && !keyTypeOf(*key).isEmpty()) {
            found += fingerprintOf(*key);
        }
    }
    found.removeDuplicates();
    return found;
}

bool KnownHosts::read(const LocalPath &path, Lines lines)
{
    QFile file(path);
    if (path.empty() || !file.exists())
        return true;
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return false;
    while (const auto line = nextLine(file))
        add(*line, lines);
    return file.error() == QFileDevice::NoError;
}

void KnownHosts::add(const QByteArray &line, Lines lines)
{
    const auto parsed = parseKnownHostsLine(line);
    if (!parsed)
        return;
    const bool hasMarker = parsed->marker != KnownHostsLine::Marker::None;
    if (lines == Lines::WithMarkers && !hasMarker)
        return;
    if (!matchesHost(parsed->hosts, m_name) && !(hasMarker && matchesHost(parsed->hosts, withoutPort(m_name))))
        return;
    switch (parsed->marker) {
    case KnownHostsLine::Marker::None:
        m_keys += parsed->key;
        break;
    case KnownHostsLine::Marker::Revoked:
        m_revoked += parsed->key;
        break;
    case KnownHostsLine::Marker::CertAuthority:
        m_namesAuthority = true;
        break;
    }
}

KeyVerdict KnownHosts::verdict(const QByteArray &key) const
{
    if (m_revoked.contains(key))
        return KeyVerdict::Revoked;
    if (m_keys.contains(key))
        return KeyVerdict::Known;
    return m_keys.isEmpty() ? KeyVerdict::Unknown : KeyVerdict::Changed;
}

QByteArrayList KnownHosts::keyTypes() const
{
    QByteArrayList types;
    for (const QByteArray &key : m_keys) {
        if (const QByteArray type = keyTypeOf(key); !m_revoked.contains(key) && !types.contains(type))
            types += type;
    }
    return types;
}

Result<void> keepKnownKey(const LocalPath &path, const QByteArray &name, const QByteArray &key)
{
    QFile file(path);
    const bool folderMade = QDir().mkpath(QFileInfo(file).absolutePath());
    const bool needsLineEnd =
        file.open(QIODevice::ReadOnly) && file.size() > 0 && file.seek(file.size() - 1) && file.read(1) != "\n";
    file.close();
    const QByteArray bytes = (needsLineEnd ? "\n" : "") + lineOf(name, key);
    if (!folderMade || !file.open(QIODevice::Append, ownerOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return cannotBeKept(file.errorString());
    return {};
}

Result<int> forgetKnownKeys(const LocalPath &path, const QByteArray &name, const QByteArray &key)
{
    QFile file(path);
    QByteArray kept;
    int forgotten = 0;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
            return cannotBeRead(file.errorString());
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            const auto rest = withoutName(line, name);
            kept += rest.value_or(line);
            forgotten += rest ? 1 : 0;
        }
        if (file.error() != QFileDevice::NoError) // or what is left of it took its place
            return cannotBeRead(file.errorString());
    }
    if (forgotten == 0)
        return key.isEmpty() ? Result<int>(0) : keepKnownKey(path, name, key).map([] { return 0; });
    if (!key.isEmpty())
        kept += (kept.isEmpty() || kept.endsWith('\n') ? "" : "\n") + lineOf(name, key);
    QSaveFile out(file.fileName());
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly) || out.write(kept) != kept.size() ||
        !out.commit())
        return cannotBeKept(out.errorString());
    return forgotten;
}

} // namespace navette::sftp
