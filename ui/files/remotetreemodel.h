// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/remotenode.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>

namespace navette::ui
{

/// The remote tree as it is: a directory is listed when it is first opened, and again on reload(). What arrives is
/// shown while the listing runs; it stops at ListOptions::usualLimit unless everything is asked for.
class RemoteTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Meaning, Size, Changed, ColumnCount };
    using Load = RemoteNode::Load;

    RemoteTreeModel(const Account &account, std::vector<Flow> flows, QObject *parent = nullptr);
    ~RemoteTreeModel() override;

    /// What was listed is listed again over this connection, and stays shown until it is known to be gone. Null: there
    /// is none, and what is asked for comes with the next one.
    void setRemote(std::shared_ptr<RemoteFileSystem> remote);
    /// Lists the directory again and keeps what is still there. The root is QModelIndex().
    void reload(const QModelIndex &directory);
    void reloadDirectory(const RemotePath &path);  ///< where it is shown
    void reloadEverything();                       ///< every directory listed so far
    void listAll(const RemotePath &directory);     ///< again, and from now on without limit
    void stopListing(const RemotePath &directory); ///< what has come by then stays

    [[nodiscard]] RemotePath path(const QModelIndex &index) const;
    [[nodiscard]] const RemoteEntry *entry(const QModelIndex &index) const; ///< null for the root
    [[nodiscard]] bool isDirectory(const QModelIndex &index) const;
    [[nodiscard]] RemoteMeaning meaning(const QModelIndex &index) const;
    [[nodiscard]] bool isReadOnly(const QModelIndex &index) const; ///< nothing may be made in this directory
    /// Null but where there are so many siblings that sorting them takes a while.
    [[nodiscard]] const NameRank *rank(const QModelIndex &index) const;
    [[nodiscard]] Load loadState(const QModelIndex &directory) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void rootLoaded();
    void listingFailed(const navette::RemotePath &directory, const navette::Error &error);
    /// A listing stopped before the directory's end, with so many entries shown.
    void listingCutShort(const navette::RemotePath &directory, qint64 shown);
    void listedAll(const navette::RemotePath &directory, qint64 shown); ///< after listAll()
    void manyArriving(bool arriving); ///< so many that they had better be sorted once, after this is false again
    void filesDropped(const QStringList &localFiles, const QModelIndex &directory);

private:
    using Node = RemoteNode;
    struct Running {
        std::shared_ptr<RemoteInbox> inbox;
        RemotePath path;
        bool many = false;
    };
    [[nodiscard]] Node *node(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] const RemoteMeaning &meaningOf(const Node &node) const;
    [[nodiscard]] std::vector<Node *> listed() const; ///< the root and what was listed, or is to be, below it
    void list(Node *directory);
    void takeArrived();
    void take(Node &directory, const RemotePart &part);
    void showFresh(Node &directory);
    void removeGone(Node &directory, bool complete);
    void finish(const RemotePath &path, const std::shared_ptr<RemoteInbox> &inbox,
                const Result<RemoteListing> &listing);
    void rankChildren(Node &directory);
    void sortWhenQuiet();
    [[nodiscard]] QVariant text(const Node &node, Column column) const;
    [[nodiscard]] QVariant sortValue(const Node &node, Column column) const;

    Account m_account;
    std::vector<Flow> m_flows;
    std::shared_ptr<RemoteFileSystem> m_remote;
    std::unique_ptr<Node> m_root;
    std::vector<Running> m_running;
    QTimer m_arrivals;
    quint32 m_listings = 0;
    int m_rankings = 0;
    bool m_manyArriving = false;
};

} // namespace navette::ui
