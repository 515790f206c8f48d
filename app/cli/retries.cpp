// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/retries.h"

#include "cli/output.h"
#include "cli/terminal.h"
#include "pipeline/retrying.h"
#include "sftp/keyfile.h"

#include <QSemaphore>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

constexpr qint64 usualRetries = 3;
constexpr qint64 mostRetries = 1000;

/// False where Ctrl+C ended the wait.
bool waitUninterrupted(std::chrono::milliseconds wait)
{
    QSemaphore stop;
    const auto registration = interrupted().onCancel([&stop] { stop.release(); });
    return !stop.tryAcquire(1, static_cast<int>(wait.count()));
}

} // namespace

VerbParser &withRetries(VerbParser &parser)
{
    return parser.with({QStringLiteral("retries"),
                        QStringLiteral("Try so often again where the connection breaks off; 3 unless given."),
                        QStringLiteral("N")});
}

Result<RetriedConnection> RetriedConnection::of(const VerbParser &parser, const Account &account)
{
    const Result<std::optional<qint64>> given = parser.number(QStringLiteral("retries"));
    if (!given)
        return tl::make_unexpected(given.error());
    // The connection test says so itself.
    if (account.endpoint.auth == AuthMethod::Key && isOpenToOthers(account.endpoint.keyFile))
        note(CliText::tr("Other users of this computer can read the key file %1; only its owner should (chmod 600).")
                 .arg(displayText(account.endpoint.keyFile)));
    return RetriedConnection(parser, account, static_cast<int>(std::min(given->value_or(usualRetries), mostRetries)));
}

Result<std::shared_ptr<RemoteFileSystem>> RetriedConnection::connected()
{
    if (m_remote)
        return m_remote;
    auto remote = connectTo(m_parser, m_account, {}, &m_typed);
    if (remote)
        m_remote = *remote;
    return remote;
}

Result<void> RetriedConnection::waitAfter(const Error &error)
{
    const RetryRules rules{.tries = m_retries + 1};
    if (m_attempt >= triesAfter(error, rules))
        return tl::make_unexpected(error);
    if (interrupted().isCancelled())
        return tl::make_unexpected(cancelledError());
    m_remote.reset();
    const std::chrono::milliseconds wait = waitBefore(++m_attempt, rules);
    note(CliText::tr("%1 Again in %2 s (try %3 of %4).")
             .arg(error.message, QString::number(std::chrono::ceil<std::chrono::seconds>(wait).count()),
                  QString::number(m_attempt), QString::number(triesAfter(error, rules))));
    if (!waitUninterrupted(wait))
        return tl::make_unexpected(cancelledError());
    return {};
}

} // namespace navette::cli
