// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/filetransfers.h"
#include "shell/page.h"

class QAction;
class QModelIndex;
class QStackedWidget;
class QTreeView;

namespace navette::ui
{

class Banner;
class ConnectionNotice;
class PageHeader;
class RemoteTreeModel;
class StatePanel;
class DirectoriesFirstProxy;

/// The account's remote tree, with what one does in a file manager.
class FilesPage final : public Page
{
    Q_OBJECT
public:
    explicit FilesPage(AccountSession *session, QWidget *parent = nullptr);
    void activate() override;
    void refresh() override;
    /// Opens the directories on the way and selects the file.
    void reveal(const RemotePath &path);

private:
    void makeActions();
    void updateActions();
    void updateState();
    void offerAll(const RemotePath &directory, qint64 shown);
    void contextMenu(const QPoint &position);
    void continueReveal();

    void uploadTo(const QModelIndex &directory);
    void download();
    void rename();
    void removeSelected();
    void makeDirectory();
    void copyPath();
    void showProperties();

    [[nodiscard]] QModelIndex current() const;          ///< in the tree model, column 0
    [[nodiscard]] QModelIndex currentDirectory() const; ///< the selected directory, or the one around the selection
    [[nodiscard]] std::vector<QModelIndex> selection() const;
    [[nodiscard]] std::vector<ChosenFile> chosen() const;
    /// Reloads `directory` after the change that is asked for, or says why it was not made.
    void change(const RemotePath &directory, const std::function<QFuture<Result<void>>(RemoteFileSystem &)> &ask);

    AccountSession *m_session;
    FileTransfers *m_transfers;
    RemoteTreeModel *m_model;
    DirectoriesFirstProxy *m_proxy;
    PageHeader *m_header;
    Banner *m_banner;
    ConnectionNotice *m_connection;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    StatePanel *m_state;
    RemotePath m_revealing;
    QDateTime m_listedAt; ///< the account's own folder, last; invalid: not yet
    QAction *m_uploadAction = nullptr;
    QAction *m_downloadAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_deleteAction = nullptr;
    QAction *m_newDirectoryAction = nullptr;
    QAction *m_copyPathAction = nullptr;
    QAction *m_propertiesAction = nullptr;
    QAction *m_previewAction = nullptr;
};

} // namespace navette::ui
