// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// accounts host-key: what is known of a server's key, and the deliberate ways to change that.
#include "accounts/userfolders.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "sftp/knownhosts.h"

#include <QJsonArray>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

int showKnown(const Endpoint &endpoint, bool asJson)
{
    QJsonArray keys;
    QStringList lines;
    for (const auto &[file, from] : {std::pair{knownHostsFile(), QStringLiteral("navette")},
                                     std::pair{sshKnownHostsFile(), QStringLiteral("ssh")}}) {
        sftp::KnownHosts known(sftp::knownHostsName(endpoint.host, endpoint.port));
        if (!known.read(file))
            return report({ErrorKind::NotReadable, CliText::tr("%1 cannot be read.").arg(displayText(file)), {}});
        for (const QByteArray &key : known.keys()) {
            const QString type = QString::fromLatin1(sftp::keyTypeOf(key));
            const bool revoked = known.verdict(key) == sftp::KeyVerdict::Revoked;
            keys.append(QJsonObject{{QStringLiteral("type"), type},
                                    {QStringLiteral("fingerprint"), sftp::fingerprintOf(key)},
                                    {QStringLiteral("revoked"), revoked},
                                    {QStringLiteral("from"), from}});
            lines += QStringLiteral("%1  %2  %3").arg(sftp::fingerprintOf(key), type, displayText(file)) +
                     (revoked ? QStringLiteral("  ") + CliText::tr("revoked") : QString());
        }
    }
    if (asJson) {
        printJson({{QStringLiteral("host"), endpoint.host},
                   {QStringLiteral("port"), endpoint.port},
                   {QStringLiteral("pinned"), endpoint.hostKeyFingerprint},
                   {QStringLiteral("keys"), keys}});
        return Done;
    }
    if (!endpoint.hostKeyFingerprint.isEmpty())
        printLine(CliText::tr("The account file accepts only %1.").arg(endpoint.hostKeyFingerprint));
    for (const QString &line : lines)
        printLine(line);
    if (lines.isEmpty())
        printLine(CliText::tr("No key of %1 is known here.").arg(endpoint.host));
    return Done;
}

int accept(const Account &account, const QString &fingerprint)
{
    const QStringList found = sftp::fingerprintsIn(fingerprint);
    if (found.size() != 1)
        return report({ErrorKind::Usage,
                       CliText::tr("A fingerprint is \"SHA256:\" and 43 characters, as ssh-keygen -l shows it."),
                       {}});
    ConnectRequest request = requestFor(account);
    if (!request.endpoint.hostKeyFingerprint.isEmpty())
        return report({ErrorKind::Usage,
                       CliText::tr("The account file itself names the fingerprint, and only that one is accepted: "
                                   "change \"hostKeyFingerprint\" there."),
                       {}});
    request.confirmedFingerprint = found.first();
    const Result<void> checked = checkServer(request, interruptibleJob());
    return checked ? int(Done) : report(checked.error());
}

} // namespace

int runHostKey(const QStringList &arguments)
{
    const QString acceptOption = QStringLiteral("accept");
    const QString forgetOption = QStringLiteral("forget");
    VerbParser parser(QStringLiteral("accounts"), {QStringLiteral("host-key")},
                      QStringLiteral("Shows what is known of the server's key."));
    parser.withAccount()
        .with({acceptOption,
               QStringLiteral("Takes the server's key in place of the known one, if it has this fingerprint."),
               QStringLiteral("SHA256:…")})
        .with({forgetOption, QStringLiteral("Forgets the keys that were kept for this server.")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    const Result<Account> account = parser.account();
    if (!account)
        return report(account.error());
    const Endpoint &endpoint = account->endpoint;
    if (parser.has(forgetOption)) {
        const auto forgotten =
            sftp::forgetKnownKeys(knownHostsFile(), sftp::knownHostsName(endpoint.host, endpoint.port));
        if (!forgotten)
            return report(forgotten.error());
    }
    if (parser.has(acceptOption)) {
        if (const int code = accept(*account, parser.value(acceptOption)); code != Done)
            return code;
    }
    return showKnown(endpoint, parser.json());
}

} // namespace navette::cli
