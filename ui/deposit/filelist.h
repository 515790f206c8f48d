// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace navette::ui
{

class DepositFile;

/// The files on the deposit page with what each one's check came to.
class FileListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { BadgeRole = Qt::UserRole, BadgeToneRole, SecondaryRole };
    explicit FileListModel(QObject *parent = nullptr);

    /// Becomes the owner.
    void add(DepositFile *file);
    void remove(int row);
    void clear();
    [[nodiscard]] const std::vector<DepositFile *> &files() const { return m_files; }
    [[nodiscard]] DepositFile *file(int row) const;
    [[nodiscard]] int rowOf(const DepositFile *file) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void touch(const DepositFile *file);
    std::vector<DepositFile *> m_files;
};

/// Their list: one line for the name, one for the state.
class FileListView final : public QListView
{
    Q_OBJECT
public:
    explicit FileListView(FileListModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void fileChosen(int row);
    void removalWanted(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace navette::ui
