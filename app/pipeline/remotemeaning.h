// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

namespace navette
{

/// What a known place of the platform's tree is for (digitaleo.md, Tree; accengage.md, Layout).
struct RemoteMeaning {
    QString label;         ///< translated; empty: nothing known
    bool readOnly = false; ///< the platform lets nobody write there
    QString depositFlow;   ///< Flow::id where a file dropped here is a deposit of that flow
    bool operator==(const RemoteMeaning &) const = default;
};

[[nodiscard]] RemoteMeaning meaningOf(const RemotePath &path, const Account &account, const std::vector<Flow> &flows);

} // namespace navette
