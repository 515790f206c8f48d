// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filespage.h"

#include "base/safename.h"
#include "files/directoriesfirstproxy.h"
#include "files/newname.h"
#include "files/previewdialog.h"
#include "files/remotetreemodel.h"
#include "flows/flowcatalog.h"
#include "shell/connectionnotice.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/delegates.h"
#include "style/icons.h"
#include "style/text.h"
#include "style/widgets.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace navette::ui
{
namespace
{

QString shownPath(const RemotePath &directory)
{
    return directory.isEmpty() ? QStringLiteral("/") : directory.displayText();
}

} // namespace

FilesPage::FilesPage(AccountSession *session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_transfers(new FileTransfers(session, this))
    , m_model(new RemoteTreeModel(session->account(), session->services().flows.flows(), this))
    , m_proxy(new DirectoriesFirstProxy(m_model, this))
    , m_header(new PageHeader(tr("Files"), this))
    , m_banner(new Banner(this))
    , m_connection(new ConnectionNotice(session,
                                        {.disconnected = tr("The files are shown once the account is connected."),
                                         .offline = tr("The files are shown once there is a network again.")},
                                        m_header, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new QTreeView(this))
    , m_state(new StatePanel(this))
{
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new ListDelegate(m_tree));
    m_tree->setAccessibleName(tr("Files on the platform"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(RemoteTreeModel::Name, Qt::AscendingOrder);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setDragDropMode(QAbstractItemView::DropOnly);
    m_tree->setMouseTracking(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(RemoteTreeModel::Name, 420);
    m_tree->setColumnWidth(RemoteTreeModel::Meaning, 330);
    m_tree->setColumnWidth(RemoteTreeModel::Size, 110);

    auto *surface = new Surface(this);
    surface->body()->setContentsMargins(1, metrics::small, 1, metrics::small);
    surface->body()->addWidget(m_tree);
    m_stack->addWidget(surface);
    m_stack->addWidget(m_state);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::large);
    layout->addWidget(m_header);
    layout->addWidget(m_connection->banner());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);

    makeActions();
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &FilesPage::contextMenu);
    connect(m_tree, &QTreeView::doubleClicked, this, [this] { m_previewAction->trigger(); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesPage::updateActions);
    connect(m_model, &RemoteTreeModel::filesDropped, this,
            [this](const QStringList &localFiles, const QModelIndex &directory) {
                m_transfers->send(localFiles, m_model->path(directory), m_model->meaning(directory).depositFlow);
            });
    connect(m_transfers, &FileTransfers::depositRequested, this, &FilesPage::depositRequested);
    connect(m_transfers, &FileTransfers::uploadEnded, m_model, &RemoteTreeModel::reloadDirectory);
    connect(m_transfers, &FileTransfers::failed, m_banner, &Banner::showError);
    connect(m_transfers, &FileTransfers::noticed, this,
            [this](const QString &sentence) { m_banner->show(Tone::Info, sentence); });
    connect(m_model, &RemoteTreeModel::rootLoaded, this, [this] {
        m_listedAt = QDateTime::currentDateTimeUtc();
        updateState();
    });
    // The first look shows what the platform's folders hold, not just their two names.
    constexpr int fewRows = 50;
    connect(
        m_model, &RemoteTreeModel::rootLoaded, m_tree,
        [this] {
            if (m_model->rowCount() <= fewRows)
                m_tree->expandToDepth(0);
        },
        Qt::SingleShotConnection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &directory) {
        if (!directory.isValid())
            updateState();
        continueReveal();
    });
    connect(m_model, &RemoteTreeModel::listingCutShort, this, &FilesPage::offerAll);
    connect(m_model, &RemoteTreeModel::listedAll, this, [this](const RemotePath &directory, qint64 shown) {
        m_banner->show(Tone::Ok, tr("All %1 entries of %2 are shown.").arg(numberText(shown), shownPath(directory)));
    });
    connect(m_model, &RemoteTreeModel::listingFailed, this, [this](const RemotePath &directory, const Error &error) {
        if (directory.isEmpty())
            updateState();
        if (!m_connection->explains(error))
            m_banner->showError(error);
    });
    connect(session, &AccountSession::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Connected)
            m_banner->clear(); // everything is listed again: what was told of the rows is over
        activate();
    });
    m_connection->setSubtitle(tr("the platform’s folders as they are"));
    updateState();
    updateActions();
}

void FilesPage::makeActions()
{
    const auto make = [this](const QString &text, const QString &iconName, const QKeySequence &key, auto member) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, member);
        m_tree->addAction(action);
        return action;
    };
    m_previewAction = make(tr("Look into it"), QStringLiteral("eye"), QKeySequence(Qt::Key_Space), [this] {
        const QModelIndex index = current();
        const RemoteEntry *entry = m_model->entry(index);
        if (entry && entry->kind == RemoteKind::File)
            (new PreviewDialog(m_session->link(), m_model->path(index), *entry, this))->open();
    });
    m_downloadAction =
        make(tr("Download…"), QStringLiteral("download"), QKeySequence(tr("Ctrl+D")), &FilesPage::download);
    m_uploadAction = make(tr("Upload…"), QStringLiteral("upload"), QKeySequence(tr("Ctrl+U")),
                          [this] { uploadTo(currentDirectory()); });
    m_newDirectoryAction =
        make(tr("New folder…"), QStringLiteral("plus"), QKeySequence(tr("Ctrl+Shift+N")), &FilesPage::makeDirectory);
#ifdef Q_OS_MACOS
    const QKeySequence renameKey(Qt::Key_Return);
    const QKeySequence deleteKey(Qt::CTRL | Qt::Key_Backspace);
    const QKeySequence propertiesKey(Qt::CTRL | Qt::Key_I);
#else
    const QKeySequence renameKey(Qt::Key_F2);
    const QKeySequence deleteKey(Qt::Key_Delete);
    const QKeySequence propertiesKey(Qt::ALT | Qt::Key_Return);
#endif
    m_renameAction = make(tr("Rename…"), QStringLiteral("rename"), renameKey, &FilesPage::rename);
    m_deleteAction = make(tr("Delete…"), QStringLiteral("trash"), deleteKey, &FilesPage::removeSelected);
    m_copyPathAction = make(tr("Copy path"), QStringLiteral("copy"), QKeySequence::Copy, &FilesPage::copyPath);
    m_propertiesAction = make(tr("Properties"), QStringLiteral("info"), propertiesKey, &FilesPage::showProperties);

    const auto addButton = [this](QAction *action, const QString &iconName) {
        auto *button = new Button(action->text(), ButtonKind::Secondary, iconName, this);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        m_header->addControl(button);
    };
    addButton(m_newDirectoryAction, QStringLiteral("plus"));
    addButton(m_uploadAction, QStringLiteral("upload"));
    addButton(m_downloadAction, QStringLiteral("download"));
}

void FilesPage::activate()
{
    m_model->setRemote(m_session->remote());
    updateState();
    updateActions();
}

void FilesPage::refresh()
{
    m_banner->clear();
    m_model->reloadEverything();
}

void FilesPage::updateState()
{
    if (m_connection->tell({.anything = m_listedAt.isValid(), .listedAt = m_listedAt}, *m_state)) {
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    const auto load = m_model->loadState({});
    if (load == RemoteTreeModel::Load::Failed && m_session->remote())
        m_state->show(QStringLiteral("error"), tr("The files can’t be listed"), {}, tr("Try again"),
                      [this] { m_model->reload({}); });
    else if (m_listedAt.isValid())
        m_state->show(QStringLiteral("folder"), tr("Nothing here yet"), tr("The account’s folder is empty."));
    else
        m_state->show(QStringLiteral("folder"), tr("Listing the files …"), {});
    m_stack->setCurrentWidget(m_state);
}

void FilesPage::offerAll(const RemotePath &directory, qint64 shown)
{
    m_banner->show(Tone::Info, tr("The first %1 entries of %2 are shown; the folder holds more.")
                                   .arg(numberText(shown), shownPath(directory)));
    m_banner->offer(tr("Show all"), [this, directory] {
        m_banner->show(Tone::Info,
                       tr("All entries of %1 are being listed. This can take a while.").arg(shownPath(directory)));
        m_banner->offer(tr("Stop"), [this, directory] { m_model->stopListing(directory); });
        m_model->listAll(directory);
    });
}

QModelIndex FilesPage::current() const
{
    const QModelIndex index = m_proxy->mapToSource(m_tree->currentIndex());
    return index.siblingAtColumn(0);
}

QModelIndex FilesPage::currentDirectory() const
{
    const QModelIndex index = current();
    return m_model->isDirectory(index) ? index : index.parent();
}

std::vector<QModelIndex> FilesPage::selection() const
{
    std::vector<QModelIndex> rows;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows())
        rows.push_back(m_proxy->mapToSource(index));
    return rows;
}

std::vector<ChosenFile> FilesPage::chosen() const
{
    std::vector<ChosenFile> files;
    for (const QModelIndex &index : selection())
        files.push_back({m_model->path(index), *m_model->entry(index)});
    return files;
}

void FilesPage::updateActions()
{
    const std::vector<QModelIndex> rows = selection();
    const bool connected = m_session->remote() != nullptr;
    const bool oneRow = rows.size() == 1;
    const bool onlyFiles = !rows.empty() && std::all_of(rows.begin(), rows.end(), [this](const QModelIndex &index) {
        return m_model->entry(index)->kind == RemoteKind::File;
    });
    const bool changeable = !rows.empty() && std::all_of(rows.begin(), rows.end(), [this](const QModelIndex &index) {
        return !m_model->isReadOnly(index.parent());
    });
    const bool writable = connected && !m_model->isReadOnly(currentDirectory());
    m_previewAction->setEnabled(connected && oneRow && onlyFiles);
    m_downloadAction->setEnabled(connected && onlyFiles);
    m_renameAction->setEnabled(connected && oneRow && changeable);
    m_deleteAction->setEnabled(connected && changeable);
    m_uploadAction->setEnabled(writable);
    m_newDirectoryAction->setEnabled(writable);
    m_copyPathAction->setEnabled(oneRow);
    m_propertiesAction->setEnabled(oneRow);
}

void FilesPage::contextMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.addActions({m_previewAction, m_downloadAction});
    menu.addSeparator();
    menu.addActions({m_uploadAction, m_newDirectoryAction});
    menu.addSeparator();
    menu.addActions({m_renameAction, m_deleteAction});
    menu.addSeparator();
    menu.addActions({m_copyPathAction, m_propertiesAction});
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void FilesPage::reveal(const RemotePath &path)
{
    m_revealing = path;
    activate();
    continueReveal();
}

void FilesPage::continueReveal()
{
    if (m_revealing.isEmpty())
        return;
    QModelIndex deepest;
    const QList<QByteArray> components = m_revealing.bytes().split('/');
    for (const QByteArray &component : components) {
        QModelIndex next;
        for (int row = 0; row < m_model->rowCount(deepest); ++row) {
            const QModelIndex child = m_model->index(row, 0, deepest);
            if (m_model->entry(child)->name == component)
                next = child;
        }
        if (!next.isValid())
            break;
        deepest = next;
    }
    if (!deepest.isValid())
        return;
    const QModelIndex shown = m_proxy->mapFromSource(deepest);
    if (m_model->path(deepest) == m_revealing) {
        m_revealing = {};
        m_tree->setCurrentIndex(shown);
        m_tree->scrollTo(shown);
    } else {
        m_tree->expand(shown);
    }
}

void FilesPage::change(const RemotePath &directory, const std::function<QFuture<Result<void>>(RemoteFileSystem &)> &ask)
{
    m_banner->clear();
    // The line may have broken while a dialog was open.
    const auto remote = m_session->link()->connected();
    if (!remote)
        return m_banner->showError(remote.error());
    whenFinished(ask(**remote), this, [this, directory](const Result<void> &result) {
        if (!result)
            m_banner->showError(result.error());
        m_model->reloadDirectory(directory);
    });
}

// What is asked of the model is asked before a dialog: while one is open, the rows may go.
void FilesPage::uploadTo(const QModelIndex &directory)
{
    const RemotePath target = m_model->path(directory);
    const QString flow = m_model->meaning(directory).depositFlow;
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Upload to %1").arg(target.displayText()));
    if (!files.isEmpty())
        m_transfers->send(files, target, flow);
}

void FilesPage::download()
{
    const std::vector<ChosenFile> files = chosen();
    if (files.empty())
        return;
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Download into"));
    if (!folder.isEmpty())
        m_transfers->download(files, toLocalPath(folder));
}

void FilesPage::rename()
{
    const QModelIndex index = current();
    const RemotePath path = m_model->path(index);
    const std::optional<QString> after = askNewName(path.name(), this);
    if (!after)
        return;
    if (after->contains(u'/')) {
        m_banner->show(Tone::Warn, tr("A name can’t hold a slash."));
        return;
    }
    change(path.parent(), [&](RemoteFileSystem &remote) { return remote.rename(path, path.parent().child(*after)); });
}

void FilesPage::removeSelected()
{
    const std::vector<ChosenFile> files = chosen();
    if (files.empty())
        return;
    QMessageBox question(this);
    question.setWindowTitle(tr("Delete"));
    question.setIcon(QMessageBox::Warning);
    question.setText(files.size() == 1
                         ? tr("Delete “%1” from the platform?").arg(visibleName(files.front().path.name()))
                         : tr("Delete %1 files from the platform?").arg(numberText(qint64(files.size()))));
    question.setInformativeText(
        tr("This can’t be undone. What the platform has already taken from a file stays there."));
    QPushButton *confirm = question.addButton(files.size() == 1 ? tr("Delete the file") : tr("Delete the files"),
                                              QMessageBox::DestructiveRole);
    question.setDefaultButton(question.addButton(QMessageBox::Cancel));
    question.exec();
    if (question.clickedButton() != confirm)
        return;
    for (const auto &[path, entry] : files) {
        change(path.parent(), [&path = path, &entry = entry](RemoteFileSystem &remote) {
            return entry.kind == RemoteKind::Directory ? remote.removeDirectory(path) : remote.removeFile(path);
        });
    }
}

void FilesPage::makeDirectory()
{
    const RemotePath directory = m_model->path(currentDirectory());
    const QString name = QInputDialog::getText(this, tr("New folder"), tr("Name of the new folder"));
    if (name.isEmpty() || name.contains(u'/'))
        return;
    change(directory, [&](RemoteFileSystem &remote) { return remote.makeDirectory(directory.child(name)); });
}

void FilesPage::copyPath()
{
    QApplication::clipboard()->setText(m_model->path(current()).displayText());
}

void FilesPage::showProperties()
{
    const QModelIndex index = current();
    const RemoteEntry *entry = m_model->entry(index);
    if (!entry)
        return;
    QStringList lines{tr("Path: %1").arg(m_model->path(index).displayText()),
                      tr("What it is: %1").arg(index.siblingAtColumn(RemoteTreeModel::Meaning).data().toString())};
    if (entry->size >= 0 && entry->kind == RemoteKind::File)
        lines += tr("Size: %1 (%2 bytes)").arg(sizeText(entry->size), numberText(entry->size));
    if (entry->modifiedSecs >= 0)
        lines += tr("Changed: %1").arg(exactWhenText(QDateTime::fromSecsSinceEpoch(entry->modifiedSecs)));
    if (entry->permissions != 0)
        lines += tr("Permissions: %1").arg(entry->permissions & 07777, 4, 8, QLatin1Char('0'));
    QMessageBox::information(this, visibleName(entry->name), lines.join(u'\n'));
}

} // namespace navette::ui
