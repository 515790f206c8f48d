// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clirunner.h"
#include "support/sshdserver.h"

#include <QDir>

namespace navette
{

/// An account file; without a fingerprint it pins none.
inline QByteArray accountJson(const Endpoint &endpoint, const QString &fingerprint)
{
    QJsonObject json{{QStringLiteral("host"), endpoint.host},
                     {QStringLiteral("port"), endpoint.port},
                     {QStringLiteral("user"), endpoint.user},
                     {QStringLiteral("auth"), QStringLiteral("key")},
                     {QStringLiteral("keyFile"), displayText(endpoint.keyFile)},
                     {QStringLiteral("root"), endpoint.root}};
    if (!fingerprint.isEmpty())
        json.insert(QStringLiteral("hostKeyFingerprint"), fingerprint);
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), QStringLiteral("Plain")},
                                     {QStringLiteral("platform"), QStringLiteral("digitaleo")},
                                     {QStringLiteral("deduplication"), QStringLiteral("reference")},
                                     {QStringLiteral("endpoint"), json}})
        .toJson();
}

/// What tests of navette-cli derive from that want a plain OpenSSH server which holds Digitaleo's directories.
class CliWithServer
{
protected:
    /// False with m_sshd.errorText().
    [[nodiscard]] bool start()
    {
        if (!m_sshd.start())
            return false;
        const QDir root(m_sshd.filesDirectory());
        for (const char *action : {"import", "delete", "optoutEMAIL", "optoutSMS", "optoutVOICE", "optoutVOICEMAIL",
                                   "optinEMAIL", "optinSMS", "optinVOICE", "optinVOICEMAIL"}) {
            for (const char *status : {"in", "on", "ok", "ko"}) {
                if (!root.mkpath(QStringLiteral("contacts/%1/%2").arg(QLatin1String(action), QLatin1String(status))))
                    return false;
            }
        }
        m_account = accountThrough(m_sshd.port());
        return true;
    }
    /// The file of an account that reaches the server over a relay at this port.
    [[nodiscard]] QString accountThrough(quint16 port) const
    {
        Endpoint endpoint = m_sshd.endpoint();
        endpoint.port = port;
        return m_cli.write(QStringLiteral("account-%1.json").arg(port), accountJson(endpoint, m_sshd.fingerprint()));
    }

    SshdServer m_sshd;
    CliRunner m_cli;
    QString m_account; ///< the file of an account that pins the server's key
};

} // namespace navette
