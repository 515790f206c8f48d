// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/fileview.h"

#include "deposit/depositfile.h"
#include "deposit/filetoolbar.h"
#include "deposit/findingsmodel.h"
#include "deposit/findingsview.h"
#include "table/csvtablemodel.h"
#include "table/csvtableview.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

FileView::FileView(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    m_content = makeContent();
    m_progressPage = makeProgress();
    m_statePanel = new StatePanel(this);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_progressPage);
    m_stack->addWidget(m_statePanel);
    layout->addWidget(m_stack);
    showState();
}

QWidget *FileView::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::large + metrics::tiny, metrics::medium, metrics::large + metrics::tiny,
                            metrics::small);
    top->setSpacing(metrics::small);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    m_headline = new Label({}, TextStyle::Section, ColorRole::Text, content);
    m_headline->setObjectName(u"headline"_s);
    m_coverage = new Label({}, TextStyle::Secondary, ColorRole::Muted, content);
    m_coverage->setMinimumWidth(1);
    line->addWidget(m_headline);
    line->addWidget(m_coverage, 1);
    m_headProgress = new QWidget(content);
    auto *progress = new QHBoxLayout(m_headProgress);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->setSpacing(metrics::medium);
    m_headProgressBar = makeProgressBar(m_headProgress);
    progress->addWidget(m_headProgressBar);
    progress->addWidget(makeStopButton(m_headProgress));
    m_headProgress->hide();
    line->addWidget(m_headProgress);
    top->addLayout(line);
    m_findings = new FindingsModel(this);
    m_findingsView = new FindingsView(m_findings, content);
    top->addWidget(m_findingsView);
    layout->addLayout(top);

    layout->addWidget(new Separator(Qt::Horizontal, content));
    m_toolBar = new FileToolBar(content);
    layout->addWidget(m_toolBar);
    layout->addWidget(new Separator(Qt::Horizontal, content));
    m_model = new CsvTableModel(this);
    m_table = new CsvTableView(content);
    m_table->setCsvModel(m_model);
    layout->addWidget(m_table, 1);

    connect(m_findingsView, &FindingsView::placeChosen, this, [this](const CellPlace &place) {
        if (m_table->goToCell(place))
            m_table->setFocus();
    });
    connect(m_toolBar, &FileToolBar::onlyProblemsToggled, this, [this](bool on) {
        const CellPlace place = m_table->currentPlace();
        m_model->setOnlyProblems(on);
        if (place.rowNumber > 0)
            m_table->goToCell(place);
        showToolBar();
    });
    connect(m_toolBar, &FileToolBar::nextProblemWanted, this, [this] {
        m_table->goToNextProblem();
        m_table->setFocus();
    });
    connect(m_toolBar, &FileToolBar::undoWanted, this, [this] {
        if (m_file != nullptr)
            m_file->undo();
    });
    connect(m_toolBar, &FileToolBar::redoWanted, this, [this] {
        if (m_file != nullptr)
            m_file->redo();
    });
    connect(m_toolBar, &FileToolBar::hintsChosen, this, &FileView::checkAgainWanted);
    return content;
}

QWidget *FileView::makeProgress()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(metrics::medium);
    m_progressText = new Label({}, TextStyle::Section, ColorRole::Text, page);
    m_progressText->setAlignment(Qt::AlignHCenter);
    m_progressBar = makeProgressBar(page);
    layout->addStretch(2);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progressBar, 0, Qt::AlignHCenter);
    layout->addWidget(makeStopButton(page), 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QProgressBar *FileView::makeProgressBar(QWidget *parent)
{
    auto *bar = new QProgressBar(parent);
    bar->setTextVisible(false);
    bar->setFixedWidth(metrics::detailsWidth);
    return bar;
}

Button *FileView::makeStopButton(QWidget *parent)
{
    auto *stop = new Button(tr("Stop"), ButtonKind::Secondary, {}, parent);
    connect(stop, &QPushButton::clicked, this, [this] {
        if (m_file != nullptr)
            m_file->stop();
    });
    return stop;
}

void FileView::setFile(DepositFile *file)
{
    if (m_file != nullptr)
        m_file->disconnect(this);
    m_file = file;
    if (file != nullptr) {
        connect(file, &DepositFile::stateChanged, this, &FileView::showState);
        connect(file, &DepositFile::headRead, this, &FileView::showState);
        connect(file, &DepositFile::progressed, this, &FileView::showProgress);
        connect(file, &DepositFile::planChanged, this, &FileView::showPlan);
    }
    showState();
}

void FileView::setRefused(bool refused)
{
    m_refused = refused;
    showPlan();
}

void FileView::paintEvent(QPaintEvent *)
{
    // Not a background role: children would take their text colour from it instead of their own.
    QPainter(this).fillRect(rect(), color(ColorRole::Surface));
}

void FileView::showState()
{
    const auto chooseAnother = [this] { Q_EMIT addFilesWanted(); };
    if (m_file == nullptr) {
        m_statePanel->show(u"upload"_s, tr("No file yet"), tr("Drop CSV or ZIP files here, or choose them."),
                           tr("Add files…"), chooseAnother);
        m_stack->setCurrentWidget(m_statePanel);
        return;
    }
    switch (m_file->state()) {
    case DepositFile::State::Checking:
        showProgress();
        if (m_file->head())
            return showHead();
        m_shownContent = nullptr;
        m_stack->setCurrentWidget(m_progressPage);
        return;
    case DepositFile::State::Stopped:
        m_statePanel->show(u"file"_s, m_file->name(), tr("The check was stopped before its end."), tr("Check again"),
                           [this] { Q_EMIT checkAgainWanted(m_file->hints()); });
        m_stack->setCurrentWidget(m_statePanel);
        return;
    case DepositFile::State::Unreadable:
        m_statePanel->show(u"error"_s, tr("“%1” can’t be read").arg(m_file->name()),
                           m_file->error() ? m_file->error()->message : QString(), tr("Choose another file…"),
                           chooseAnother, m_file->error() ? m_file->error()->detail : QString());
        m_stack->setCurrentWidget(m_statePanel);
        return;
    case DepositFile::State::Checked:
    case DepositFile::State::Sent:
        showContent();
        m_stack->setCurrentWidget(m_content);
        return;
    }
}

void FileView::showProgress()
{
    if (m_file == nullptr)
        return;
    m_progressText->setText(tr("Checking %1…").arg(m_file->name()));
    const double progress = m_file->progress();
    for (QProgressBar *bar : {m_progressBar, m_headProgressBar}) {
        bar->setRange(0, progress < 0 ? 0 : 100);
        bar->setValue(progress < 0 ? 0 : static_cast<int>(progress * 100));
    }
}

// A large file is looked at while it is still being checked.
void FileView::showHead()
{
    const csv::IndexedFile &head = *m_file->head();
    if (m_shownContent != head.index.get()) {
        m_shownContent = head.index.get();
        m_model->setFile(head.file, head.index);
    }
    m_headline->setText(tr("Checking %1…").arg(m_file->name()));
    m_coverage->setText(tr("its first rows are below"));
    m_toolBar->setState({.dialect = head.file->dialect(),
                         .hints = m_file->hints(),
                         .columns = static_cast<int>(m_model->labels().size())});
    setChecking(true);
    m_stack->setCurrentWidget(m_content);
}

void FileView::setChecking(bool on)
{
    m_headProgress->setVisible(on);
    m_findingsView->setVisible(!on);
}

void FileView::showContent()
{
    const PreparedFile *prepared = m_file->prepared();
    if (prepared == nullptr || !prepared->file)
        return;
    const auto index = m_file->index();
    if (m_shownContent != index.get()) {
        m_shownContent = index.get();
        const bool hadHead = m_headProgress->isVisibleTo(this);
        setChecking(false);
        m_table->replaceContent(hadHead, [&] {
            m_model->setFile(prepared->file, index);
            m_model->setFindings(FindingIndex(prepared->report, m_file->configuredFlow(), prepared->input.settings));
        });
        // Of a refused file just these are the likely causes.
        m_findings->setGathersRepaired(!m_refused);
        m_findings->setReport(prepared->report, m_file->plan().treatments);
    }
    showPlan();
}

void FileView::showPlan()
{
    const PreparedFile *prepared = m_file == nullptr ? nullptr : m_file->prepared();
    if (prepared == nullptr || m_shownContent != m_file->index().get())
        return;
    const Report &report = prepared->report;
    m_headline->setText(headlineText());
    const double seconds = report.stats.seconds;
    m_coverage->setText(
        seconds < 0.01 ? tr("all rows checked at once")
                       : tr("all rows checked in %1 s").arg(QLocale().toString(seconds, 'f', seconds < 10 ? 2 : 0)));
    m_findings->setTreatments(m_file->plan().treatments);
    m_findingsView->updateGeometry();
    m_model->setPreview(
        RepairPreview{m_file->configuredFlow(), prepared->input.settings, report.mappedLabels, m_file->repairs()});
    showToolBar();
}

QString FileView::headlineText() const
{
    const Report &report = m_file->prepared()->report;
    if (!m_refused)
        return headline(report, m_file->plan());
    if (report.findings.empty())
        return tr("Nothing in the file explains the refusal. Ask the platform’s support about it");
    return tr("Most likely why it was refused");
}

void FileView::showToolBar()
{
    const PreparedFile *prepared = m_file == nullptr ? nullptr : m_file->prepared();
    if (prepared == nullptr)
        return;
    m_toolBar->setState({.hasProblems = !m_model->findings().problemRows().empty(),
                         .onlyProblems = m_model->onlyProblems(),
                         .canUndo = m_file->canUndo(),
                         .canRedo = m_file->canRedo(),
                         .dialect = prepared->report.dialect,
                         .hints = m_file->hints(),
                         .columns = static_cast<int>(prepared->report.labels.size())});
}

} // namespace navette::ui
