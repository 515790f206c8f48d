// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/nocommonalgorithm.h"

#include "base/safename.h"
#include "sftp/transport/algorithms.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

NoCommonAlgorithm::Use useFrom(QStringView words)
{
    using enum NoCommonAlgorithm::Use;
    if (words.startsWith(u"kex"))
        return KeyExchange;
    if (words.startsWith(u"server host key"))
        return HostKey;
    if (words.startsWith(u"encryption"))
        return Cipher;
    return words.startsWith(u"mac") ? Mac : Other;
}

} // namespace

std::optional<NoCommonAlgorithm> noCommonAlgorithm(const QString &detail)
{
    static const QRegularExpression sentence(u"no match for method ([^:]{1,60}): server \\[([^\\]]*)"_s);
    const QRegularExpressionMatch match = sentence.match(detail);
    if (!match.hasMatch())
        return {};
    constexpr qsizetype most = 20;
    NoCommonAlgorithm found;
    found.use = useFrom(match.capturedView(1));
    for (const QString &name : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
        found.isOld = found.isOld || isOldAlgorithm(name.toLatin1());
        // Markers of extensions are no algorithms.
        if (found.offered.size() < most && !name.startsWith(u"kex-strict-") && !name.startsWith(u"ext-info-"))
            found.offered += visibleName(name.left(64).toUtf8());
    }
    return found;
}

QStringList recommendedAlgorithms(NoCommonAlgorithm::Use use)
{
    switch (use) {
    case NoCommonAlgorithm::Use::KeyExchange:
        return {u"curve25519-sha256"_s, u"diffie-hellman-group14-sha256"_s};
    case NoCommonAlgorithm::Use::HostKey:
        return {u"ssh-ed25519"_s, u"rsa-sha2-512"_s};
    case NoCommonAlgorithm::Use::Cipher:
        return {u"aes128-ctr"_s, u"aes256-ctr"_s};
    case NoCommonAlgorithm::Use::Mac:
        return {u"hmac-sha2-256"_s, u"hmac-sha2-512"_s};
    case NoCommonAlgorithm::Use::Other:
        break;
    }
    return {};
}

} // namespace navette::sftp
