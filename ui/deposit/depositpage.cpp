// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositpage.h"

#include "deposit/dropoverlay.h"
#include "deposit/filelist.h"
#include "deposit/fileview.h"
#include "deposit/outcomepanel.h"
#include "deposit/profilecheck.h"
#include "flows/flowcatalog.h"
#include "pipeline/accountsession.h"
#include "pipeline/profileexports.h"
#include "shell/pageheader.h"
#include "style/text.h"
#include "table/csvtableview.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int filePaneWidth = 196;

QStringList localFilesOf(const QMimeData *mime)
{
    QStringList files;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

DepositPage::DepositPage(AccountSession *session, const FlowCatalog &flows, LocalPath archiveFolder, QWidget *parent)
    : Page(parent), m_session(session), m_flows(flows), m_archiveFolder(std::move(archiveFolder))
{
    setAcceptDrops(true);
    m_header = new PageHeader({}, this);
    m_header->setPadded();
    makeFlowChoice();
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet, {}, this);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &DepositPage::closed);
    m_header->addControl(cancel);

    m_profiles = new ProfileCheck(this);
    connect(m_profiles, &ProfileCheck::changed, this, &DepositPage::useProfiles);
    m_files = new FileListModel(this);
    m_view = new FileView(this);
    m_outcome = new OutcomePanel(this);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(makeFilePane());
    columns->addWidget(new Separator(Qt::Vertical, this));
    columns->addWidget(m_view, 1);
    columns->addWidget(new Separator(Qt::Vertical, this));
    columns->addWidget(m_outcome);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(columns, 1);
    m_dropHint = new DropOverlay(tr("Drop to add these files"), this);
    m_dropHint->hide();

    connect(m_view, &FileView::addFilesWanted, this, &DepositPage::chooseFiles);
    connect(m_view, &FileView::checkAgainWanted, this, [this](const csv::DialectHints &hints) {
        if (m_file != nullptr)
            m_file->check(context(), hints);
    });
    connect(m_outcome, &OutcomePanel::depositWanted, this, &DepositPage::requestDeposit);
    connect(m_outcome, &OutcomePanel::profilesWanted, this, &DepositPage::chooseProfiles);
    connect(m_outcome, &OutcomePanel::profilesTakenBack, this, [this] { takeProfiles({}); });
    connect(m_outcome, &OutcomePanel::saveRefusedWanted, this, &DepositPage::saveRefused);
    connect(m_outcome, &OutcomePanel::repairToggled, this, [this](RepairKind kind, bool on) {
        m_depositWhenReady = false;
        if (m_file != nullptr)
            m_file->setRepair(kind, on);
    });
    connect(m_outcome, &OutcomePanel::nameEdited, this, [this](const QString &name) {
        m_depositWhenReady = false;
        if (m_file != nullptr)
            m_file->setListName(name);
    });
    connect(m_outcome, &OutcomePanel::modeChosen, this, [this](ImportMode mode) {
        m_chosenMode = mode;
        followBoardMode();
    });
    if (m_session != nullptr) {
        connect(m_session, &AccountSession::stateChanged, this, &DepositPage::showOutcome);
        connect(m_session, &AccountSession::boardChanged, this, &DepositPage::followBoardMode);
        connect(m_session, &AccountSession::refreshed, this, &DepositPage::followBoardMode);
    }
    addKeys();
    chooseFlow({});
    showFile(nullptr);
}

DepositPage::~DepositPage()
{
    m_comparisonCancel.cancel();
}

void DepositPage::makeFlowChoice()
{
    m_flowChoice = new QComboBox(this);
    m_flowChoice->setObjectName(u"flowChoice"_s);
    m_flowChoice->setAccessibleName(tr("What the files are for"));
    std::vector<Flow> flows;
    if (m_session != nullptr) {
        flows = m_session->boardFlows();
    } else {
        for (const Flow &flow : m_flows.flows()) {
            if (flow.direction == FlowDirection::ToPlatform)
                flows.push_back(flow);
        }
    }
    // The usual one first: a file dropped without more ado is most often an import.
    std::ranges::stable_partition(flows, &Flow::usesImportMode);
    for (const Flow &flow : flows) {
        const QString text =
            m_session != nullptr ? flowTitle(flow) : u"%1 · %2"_s.arg(label(flow.platform), flowTitle(flow));
        m_flowChoice->addItem(text, flow.id);
    }
    connect(m_flowChoice, &QComboBox::activated, this,
            [this](int index) { chooseFlow(m_flowChoice->itemData(index).toString()); });
    m_header->addControl(m_flowChoice);
}

QWidget *DepositPage::makeFilePane()
{
    auto *pane = new QWidget(this);
    pane->setFixedWidth(filePaneWidth);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(metrics::medium, metrics::medium, metrics::medium, metrics::large);
    layout->setSpacing(metrics::small);
    auto *title = new Label(tr("Files"), TextStyle::Section, ColorRole::Text, pane);
    title->setContentsMargins(metrics::small + 2, 0, 0, 0);
    layout->addWidget(title);
    m_fileList = new FileListView(m_files, pane);
    layout->addWidget(m_fileList, 1);
    auto *add = new Button(tr("Add files…"), ButtonKind::Quiet, u"plus"_s, pane);
    add->setLeading(true);
    connect(add, &QPushButton::clicked, this, &DepositPage::chooseFiles);
    layout->addWidget(add);
    auto *promise = new Label(tr("Your files are never changed. Navette sends a repaired copy."), TextStyle::Secondary,
                              ColorRole::Muted, pane);
    promise->setWordWrap(true);
    promise->setContentsMargins(metrics::small + 2, 0, 0, 0);
    layout->addWidget(promise);
    connect(m_fileList, &FileListView::fileChosen, this, [this](int row) { showFile(m_files->file(row)); });
    connect(m_fileList, &FileListView::removalWanted, this, &DepositPage::removeFile);
    return pane;
}

void DepositPage::addKeys()
{
    const auto add = [this](const QList<QKeySequence> &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add({QKeySequence(Qt::Key_Escape)}, [this] { Q_EMIT closed(); });
    add({QKeySequence(QKeySequence::Undo)}, [this] {
        if (m_file != nullptr)
            m_file->undo();
    });
    add({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}, [this] {
        if (m_file != nullptr)
            m_file->redo();
    });
    add({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, [this] {
        const bool byKey = m_file != nullptr && flow() != nullptr && !neverDefault(deedOf(*flow(), m_file->mode()));
        if (byKey && m_outcome->depositButton()->isEnabled())
            requestDeposit();
    });
    // The table's own actions, so that its keys work from everywhere on the page without being there twice, which Qt
    // takes as ambiguous.
    for (QAction *action : m_view->table()->actions()) {
        if (action->shortcut() != QKeySequence(QKeySequence::Copy))
            addAction(action);
    }
}

// Files ---------------------------------------------------------------------------------------------------------------

void DepositPage::setFiles(const QStringList &localFiles, const QString &flowId)
{
    if (!flowId.isEmpty())
        chooseFlow(flowId);
    DepositFile *first = nullptr;
    for (const QString &text : localFiles) {
        const LocalPath path = toLocalPath(text);
        const auto same = std::ranges::find(m_files->files(), path, &DepositFile::path);
        DepositFile *file = same != m_files->files().end() ? *same : addFile(path, fileName(path));
        first = first == nullptr ? file : first;
    }
    if (first != nullptr) {
        m_fileList->setFocus();
        m_fileList->setCurrentIndex(m_files->index(m_files->rowOf(first)));
    }
    showHeader();
}

void DepositPage::setRefusedFile(const LocalPath &fetched, const Card &card, bool repairsOn)
{
    m_files->clear();
    m_refusedCard = card;

    chooseFlow(card.flow);
    auto *file = new DepositFile(fetched, card.fileName, this);
    file->setRepairsOn(repairsOn);
    file->setListName(card.listName);
    file->setMode(m_chosenMode);
    m_refusedFile = file;
    m_files->add(file);
    file->check(context(), {});
    m_fileList->setCurrentIndex(m_files->index(0));
    showHeader();
}

DepositFile *DepositPage::addFile(const LocalPath &path, const QString &name)
{
    auto *file = new DepositFile(path, name, this);
    m_files->add(file);
    file->check(context(), {});
    return file;
}

void DepositPage::removeFile(int row)
{
    if (m_files->file(row) == m_file)
        showFile(nullptr);
    m_files->remove(row);
    showFile(m_files->file(m_fileList->currentIndex().row()));
    showHeader();
}

void DepositPage::showFile(DepositFile *file)
{
    if (m_file != nullptr)
        m_file->disconnect(this);
    m_file = file;
    m_depositWhenReady = false;
    m_savedNote.clear();
    m_view->setRefused(showsRefused());
    m_view->setFile(file);
    if (file != nullptr) {
        connect(file, &DepositFile::stateChanged, this, &DepositPage::showOutcome);
        connect(file, &DepositFile::planChanged, this, [this] {
            compareLists();
            showOutcome();
            if (m_depositWhenReady)
                continueDeposit();
        });
    }
    followBoardMode();
    showHeader();
    showOutcome();
}

void DepositPage::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Add files"), {}, tr("Contact files (*.csv *.txt *.tsv *.zip *.gz);;All files (*)"));
    if (!files.isEmpty())
        setFiles(files, {});
}

void DepositPage::refresh()
{
    if (m_file != nullptr && m_file->state() != DepositFile::State::Sent)
        m_file->check(context(), m_file->hints());
}

// Flow and mode -------------------------------------------------------------------------------------------------------

const Flow *DepositPage::flow() const
{
    return m_flows.find(m_flowId);
}

DepositContext DepositPage::context() const
{
    DepositContext context;
    if (const Flow *chosen = flow())
        context.flow = *chosen;
    if (m_session != nullptr) {
        context.settings = m_session->account().settings;
        context.accountId = m_session->account().id;
        context.journal = m_session->services().journal;
    }
    if (takesKnownProfiles(context.flow))
        context.knownProfiles = m_profiles->known();
    return context;
}

void DepositPage::checkAllAgain()
{
    for (DepositFile *file : m_files->files()) {
        if (file->state() != DepositFile::State::Sent)
            file->check(context(), file->hints());
    }
}

void DepositPage::chooseFlow(const QString &flowId)
{
    int index = m_flowChoice->findData(flowId);
    if (index < 0)
        index = std::max(0, m_flowChoice->currentIndex());
    const QString id = m_flowChoice->itemData(index).toString();
    m_flowChoice->setCurrentIndex(index);
    if (id != m_flowId) {
        m_flowId = id;
        checkAllAgain();
    }
    followBoardMode();
    showHeader();
}

void DepositPage::followBoardMode()
{
    const Flow *chosen = flow();
    std::optional<ImportMode> mode;
    if (chosen != nullptr && chosen->usesImportMode) {
        mode = m_chosenMode;
        if (!mode && m_session != nullptr && m_session->board().mode)
            mode = m_session->board().mode->effective();
    }
    for (DepositFile *file : m_files->files())
        file->setMode(mode);
    compareLists();
    showOutcome();
}

// Drag and drop -------------------------------------------------------------------------------------------------------

void DepositPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFilesOf(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dropHint->setGeometry(rect());
    m_dropHint->raise();
    m_dropHint->show();
}

void DepositPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropHint->hide();
}

void DepositPage::dropEvent(QDropEvent *event)
{
    m_dropHint->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setFiles(localFilesOf(event->mimeData()), {});
}

void DepositPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_dropHint->setGeometry(rect());
}

} // namespace navette::ui
