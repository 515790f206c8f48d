// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/states.h"

namespace navette::ui
{

Tone toneOf(DepositState state)
{
    switch (state) {
    case DepositState::Accepted:
        return Tone::Ok;
    case DepositState::Refused:
    case DepositState::Failed:
        return Tone::Bad;
    case DepositState::OutcomeUnknown:
    case DepositState::Expired:
        return Tone::Warn;
    case DepositState::Sending:
    case DepositState::Waiting:
    case DepositState::Processing:
        return Tone::Info;
    case DepositState::Ready:
    case DepositState::Cancelled:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

} // namespace navette::ui
