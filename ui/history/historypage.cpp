// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historypage.h"

#include "history/historymodel.h"
#include "pipeline/historyexport.h"
#include "shell/pageheader.h"
#include "style/listtable.h"
#include "style/saveas.h"
#include "style/text.h"
#include "style/widgets.h"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{

HistoryPage::HistoryPage(AccountSession *session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_model(new HistoryModel(session->services().flows, this))
    , m_header(new PageHeader(tr("History"), this))
    , m_search(new SearchField(tr("Find a deposit"), this))
    , m_stack(new QStackedWidget(this))
    , m_table(new ListTable(this))
    , m_state(new StatePanel(this))
{
    m_search->setFixedWidth(220);
    connect(m_search, &QLineEdit::textChanged, m_table, &ListTable::setSearch);
    m_header->addControl(m_search);
    auto *exportButton = new Button(tr("Export…"), ButtonKind::Secondary, QStringLiteral("download"), this);
    exportButton->setToolTip(tr("Save the whole history as a file for your spreadsheet"));
    connect(exportButton, &QPushButton::clicked, this, &HistoryPage::exportTable);
    m_header->addControl(exportButton);

    m_table->setAccessibleName(tr("Deposits"));
    m_table->setSourceModel(m_model);
    m_table->sortByColumn(HistoryModel::When, Qt::DescendingOrder);
    m_table->setColumnWidths({146, 160, 150, 146, 84, 84, 92, 116, 146}, HistoryModel::File);
    m_table->restoreLayout(QStringLiteral("history"));

    auto *surface = new Surface(this);
    surface->body()->setContentsMargins(1, metrics::small, 1, metrics::small);
    surface->body()->addWidget(m_table);
    m_stack->addWidget(surface);
    m_stack->addWidget(m_state);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::large);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);

    const auto reloadIfShown = [this] {
        if (isVisible())
            load();
    };
    connect(session, &AccountSession::boardChanged, this, reloadIfShown);
    connect(session, &AccountSession::depositsMoved, this, reloadIfShown);
}

void HistoryPage::activate()
{
    load();
}

void HistoryPage::refresh()
{
    load();
}

bool HistoryPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void HistoryPage::showDeposit(qint64 id)
{
    m_wanted = id;
    load();
}

void HistoryPage::load()
{
    const auto future = QtConcurrent::run([journal = m_session->services().journal, account = m_session->account().id] {
        return journal->deposits(account);
    });
    whenFinished(future, this, [this](const Result<std::vector<DepositRecord>> &records) { apply(records); });
}

void HistoryPage::apply(const Result<std::vector<DepositRecord>> &records)
{
    if (!records) {
        m_state->show(
            QStringLiteral("error"), tr("The history can’t be read"), records.error().message, tr("Try again"),
            [this] { load(); }, records.error().detail);
        m_stack->setCurrentWidget(m_state);
        return;
    }
    const int row = m_table->currentSourceRow();
    const qint64 selected = m_wanted != 0 ? m_wanted : row >= 0 ? m_model->record(row).id : 0;
    m_wanted = 0;
    m_model->setRecords(*records);
    for (int i = 0; i < m_model->rowCount() && selected != 0; ++i) {
        if (m_model->record(i).id == selected)
            m_table->selectSourceRow(i);
    }
    if (records->empty()) {
        m_state->show(QStringLiteral("history"), tr("No deposit yet"),
                      tr("Every file that you deposit from this computer is listed here, with where it ended."));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_stack->setCurrentIndex(0);
    }
    updateSubtitle();
}

void HistoryPage::updateSubtitle()
{
    const int count = m_model->rowCount();
    const QString deposits =
        count == 1 ? tr("1 deposit from this computer") : tr("%1 deposits from this computer").arg(numberText(count));
    m_header->setSubtitle(QStringLiteral("%1 · %2").arg(m_session->account().name, deposits));
}

void HistoryPage::exportTable()
{
    saveAs(this, tr("Export the history"), tr("Navette history") + QStringLiteral(".csv"),
           historyCsv(m_model->records()));
}

} // namespace navette::ui
