// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagekind.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace navette::ui
{

QString key(PageKind kind)
{
    switch (kind) {
    case PageKind::Board:
        return u"board"_s;
    case PageKind::Files:
        return u"files"_s;
    case PageKind::Reports:
        return u"reports"_s;
    case PageKind::Exports:
        return u"exports"_s;
    case PageKind::History:
        return u"history"_s;
    case PageKind::Account:
        return u"account"_s;
    }
    return {};
}

std::optional<PageKind> pageKindFromKey(const QString &text)
{
    for (const PageKind kind : std::array{PageKind::Board, PageKind::Files, PageKind::Reports, PageKind::Exports,
                                          PageKind::History, PageKind::Account}) {
        if (key(kind) == text)
            return kind;
    }
    return {};
}

QString label(PageKind kind)
{
    switch (kind) {
    case PageKind::Board:
        return QCoreApplication::translate("navette::ui::PageKind", "Board");
    case PageKind::Files:
        return QCoreApplication::translate("navette::ui::PageKind", "Files");
    case PageKind::Reports:
        return QCoreApplication::translate("navette::ui::PageKind", "Reports");
    case PageKind::Exports:
        return QCoreApplication::translate("navette::ui::PageKind", "Exports");
    case PageKind::History:
        return QCoreApplication::translate("navette::ui::PageKind", "History");
    case PageKind::Account:
        return QCoreApplication::translate("navette::ui::PageKind", "Account settings");
    }
    return {};
}

QString iconName(PageKind kind)
{
    switch (kind) {
    case PageKind::Board:
        return u"board"_s;
    case PageKind::Files:
        return u"folder"_s;
    case PageKind::Reports:
        return u"reports"_s;
    case PageKind::Exports:
        return u"exports"_s;
    case PageKind::History:
        return u"history"_s;
    case PageKind::Account:
        return u"settings"_s;
    }
    return {};
}

std::vector<PageKind> pagesOf(Platform platform)
{
    switch (platform) {
    case Platform::Digitaleo:
        return {PageKind::Board, PageKind::Files, PageKind::Reports, PageKind::History};
    case Platform::Accengage:
        return {PageKind::Board, PageKind::Files, PageKind::Exports, PageKind::History};
    }
    return {};
}

} // namespace navette::ui
