// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/navigationmodel.h"

#include <QAbstractButton>
#include <QListView>
#include <QStyledItemDelegate>

namespace navette::ui
{

/// The list of accounts and pages; arrow keys go from row to row, Return acts.
class NavigationList final : public QListView
{
    Q_OBJECT
public:
    explicit NavigationList(NavigationModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void pageChosen(const navette::ui::PageAddress &address);
    void practiceToggled();
    void addAccountChosen();
    void menuRequested(const QString &accountId, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void act(const QModelIndex &index);
    NavigationModel &m_model;
    bool m_byKey = false; ///< a key moves the current row now
};

/// The window's left side: the mark, the list, Settings.
class Navigation final : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(Workspace &workspace, QWidget *parent = nullptr);
    [[nodiscard]] NavigationModel &model() { return *m_model; }
    [[nodiscard]] NavigationList &list() { return *m_list; }
    /// Shows which page is in front, without choosing it. Nothing: none of them.
    void setCurrent(const std::optional<PageAddress> &address);

Q_SIGNALS:
    void settingsChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NavigationModel *m_model;
    NavigationList *m_list;
    std::optional<PageAddress> m_current;
};

} // namespace navette::ui
