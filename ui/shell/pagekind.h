// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"

#include <QString>

#include <optional>
#include <vector>

namespace navette::ui
{

/// The pages that every account has, and its settings.
enum class PageKind { Board, Files, Reports, Exports, History, Account };

/// "board", for settings.
[[nodiscard]] QString key(PageKind kind);
[[nodiscard]] std::optional<PageKind> pageKindFromKey(const QString &key);
/// Translated: "Board".
[[nodiscard]] QString label(PageKind kind);
[[nodiscard]] QString iconName(PageKind kind);
/// Those listed under an account of this platform, in their order.
[[nodiscard]] std::vector<PageKind> pagesOf(Platform platform);

/// A page of an account: what the window shows, and remembers.
struct PageAddress {
    QString accountId;
    PageKind kind = PageKind::Board;
    auto operator<=>(const PageAddress &other) const
    {
        const int ids = QString::compare(accountId, other.accountId);
        return ids != 0 ? ids <=> 0 : static_cast<int>(kind) <=> static_cast<int>(other.kind);
    }
    bool operator==(const PageAddress &) const = default;
};

} // namespace navette::ui
