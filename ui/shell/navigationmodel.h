// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/pagekind.h"
#include "shell/workspace.h"

#include <QAbstractListModel>

namespace navette::ui
{

enum class NavigationKind { Section, Account, Page, Gap, Practice, AddAccount };

/// The rows at the window's left: each account, its pages, practice, "Add account".
class NavigationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole + 1, ///< NavigationKind as int
        AccountIdRole,
        PageRole,        ///< PageKind as int
        IconRole,        ///< icon name
        StateRole,       ///< ConnectionState as int, of accounts
        SideTextRole,    ///< muted, at the right: the platform, a count
        FailedCountRole, ///< > 0: shown red in place of SideTextRole
    };
    explicit NavigationModel(Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const PageAddress &address) const;
    [[nodiscard]] std::optional<PageAddress> addressOf(const QModelIndex &index) const;

    /// What stands at the right of a page's row: "7 days".
    void setSideText(const PageAddress &address, const QString &text);

private:
    struct Row {
        NavigationKind kind = NavigationKind::Gap;
        QString accountId;
        PageKind page = PageKind::Board;
    };
    void rebuild();
    void watch(AccountSession *session);
    void changed(const QString &accountId);
    [[nodiscard]] static QString accountToolTip(const AccountSession &session);
    [[nodiscard]] QVariant accountData(const AccountSession &session, int role) const;
    [[nodiscard]] QVariant pageData(const AccountSession &session, PageKind page, int role) const;
    [[nodiscard]] QVariant practiceData(int role) const;

    Workspace &m_workspace;
    std::vector<Row> m_rows;
    std::map<PageAddress, QString> m_sideTexts;
};

} // namespace navette::ui
