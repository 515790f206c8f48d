// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <QCoreApplication>

#include <array>

namespace navette
{
namespace
{

struct DepositStateText {
    Q_DECLARE_TR_FUNCTIONS(DepositStateText)
};

} // namespace

QString key(DepositState state)
{
    switch (state) {
    case DepositState::Ready:
        return QStringLiteral("ready");
    case DepositState::Sending:
        return QStringLiteral("sending");
    case DepositState::Waiting:
        return QStringLiteral("waiting");
    case DepositState::Processing:
        return QStringLiteral("processing");
    case DepositState::Accepted:
        return QStringLiteral("accepted");
    case DepositState::Refused:
        return QStringLiteral("refused");
    case DepositState::OutcomeUnknown:
        return QStringLiteral("outcome-unknown");
    case DepositState::Expired:
        return QStringLiteral("expired");
    case DepositState::Cancelled:
        return QStringLiteral("cancelled");
    case DepositState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

std::optional<DepositState> depositStateFromKey(const QString &text)
{
    constexpr std::array all{DepositState::Ready,          DepositState::Sending,  DepositState::Waiting,
                             DepositState::Processing,     DepositState::Accepted, DepositState::Refused,
                             DepositState::OutcomeUnknown, DepositState::Expired,  DepositState::Cancelled,
                             DepositState::Failed};
    for (const DepositState state : all) {
        if (key(state) == text)
            return state;
    }
    return {};
}

QString label(DepositState state)
{
    switch (state) {
    case DepositState::Ready:
        return DepositStateText::tr("Ready");
    case DepositState::Sending:
        return DepositStateText::tr("Sending");
    case DepositState::Waiting:
        return DepositStateText::tr("Waiting");
    case DepositState::Processing:
        return DepositStateText::tr("Processing");
    case DepositState::Accepted:
        return DepositStateText::tr("Accepted");
    case DepositState::Refused:
        return DepositStateText::tr("Refused");
    case DepositState::OutcomeUnknown:
        return DepositStateText::tr("Taken, outcome unknown");
    case DepositState::Expired:
        return DepositStateText::tr("Expired");
    case DepositState::Cancelled:
        return DepositStateText::tr("Cancelled");
    case DepositState::Failed:
        return DepositStateText::tr("Failed");
    }
    return {};
}

bool isFinal(DepositState state)
{
    switch (state) {
    case DepositState::Ready:
    case DepositState::Sending:
    case DepositState::Waiting:
    case DepositState::Processing:
        return false;
    case DepositState::Accepted:
    case DepositState::Refused:
    case DepositState::OutcomeUnknown:
    case DepositState::Expired:
    case DepositState::Cancelled:
    case DepositState::Failed:
        return true;
    }
    return true;
}

} // namespace navette
