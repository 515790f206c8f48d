// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connectiontext.h"

#include "style/text.h"

#include <QCoreApplication>

namespace navette::ui
{

namespace
{

struct ConnectionText {
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

QString notConnectedText(const AccountSession &session)
{
    const auto next = session.nextAttemptIn();
    if (!next)
        return ConnectionText::tr("not connected");
    const auto seconds = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(*next).count());
    return ConnectionText::tr("not connected, again in %1 (try %2)")
        .arg(durationText(seconds))
        .arg(session.connectionAttempt());
}

} // namespace

QString connectionText(const AccountSession &session)
{
    switch (session.state()) {
    case ConnectionState::Disconnected:
    case ConnectionState::Failed:
        return notConnectedText(session);
    case ConnectionState::Connecting:
        return session.connectionAttempt() > 1
                   ? ConnectionText::tr("connecting… (try %1)").arg(session.connectionAttempt())
                   : ConnectionText::tr("connecting…");
    case ConnectionState::Connected:
        return ConnectionText::tr("connected");
    case ConnectionState::Offline:
        return ConnectionText::tr("offline");
    }
    return {};
}

QString accountText(const AccountSession &session)
{
    QStringList parts{session.account().name, connectionText(session)};
    if (session.account().endpoint.oldAlgorithms)
        parts << ConnectionText::tr("old encryption allowed");
    return parts.join(u" · ");
}

} // namespace navette::ui
