// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/csvbrowser.h"

#include "style/text.h"
#include "style/widgets.h"
#include "table/csvtablemodel.h"
#include "table/csvtableview.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{
namespace
{

using RowNumbers = std::vector<qint64>;

// The records that hold the text in any cell, by their numbers (header 1).
Result<RowNumbers> rowsWith(const csv::CsvFile &file, const QString &text, const JobControl &job)
{
    RowNumbers rows;
    csv::Reader reader = file.reader();
    csv::Record record;
    while (reader.next(record)) {
        if (record.number % 4096 == 0 && job.isCancelled())
            return tl::make_unexpected(cancelledError());
        const bool found =
            record.number > 1 && std::any_of(record.cells.begin(), record.cells.end(), [&](const csv::Cell &cell) {
                return file.text(cell.text).contains(text, Qt::CaseInsensitive);
            });
        if (found)
            rows.push_back(record.number);
    }
    return rows;
}

} // namespace

CsvBrowser::CsvBrowser(QWidget *parent)
    : QWidget(parent)
    , m_model(new CsvTableModel(this))
    , m_table(new CsvTableView(this))
    , m_search(new SearchField(tr("Find in the table"), this))
    , m_count(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_state(new StatePanel(this))
{
    m_table->setCsvModel(m_model);
    m_search->setMaximumWidth(260);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
    bar->addWidget(m_search, 1);
    bar->addStretch();
    bar->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_state, 1);
    m_state->hide();

    // A search reads the whole file, so it waits until the typing pauses.
    auto *pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(200);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, &CsvBrowser::search);
}

CsvBrowser::~CsvBrowser()
{
    m_cancel.cancel();
    m_cancelSearch.cancel();
}

void CsvBrowser::show(Opener open, Opener openHead)
{
    m_cancel.cancel();
    m_cancelSearch.cancel();
    m_cancel = CancelSource();
    m_opened = {};
    m_showsHead = false;
    const int job = ++m_job;
    const auto run = [token = m_cancel.token()](const Opener &opener) {
        return QtConcurrent::run([opener, token] {
            const JobControl control{.progress = {}, .cancel = token};
            return csv::indexed(opener(control), control);
        });
    };
    if (openHead) {
        whenFinished(run(openHead), this, [this, job](const Result<csv::IndexedFile> &head) {
            // What is wrong with the file, the whole of it will tell.
            if (head && job == m_job && !m_opened.file)
                applyHead(*head);
        });
    }
    whenFinished(run(open), this, [this, job, open, openHead](const Result<csv::IndexedFile> &opened) {
        if (job == m_job)
            apply(opened, open, openHead);
    });
}

void CsvBrowser::applyHead(const csv::IndexedFile &head)
{
    m_table->show();
    m_state->hide();
    m_search->setEnabled(false);
    m_showsHead = true;
    m_model->setFile(head.file, head.index);
    m_count->setText(tr("Counting the rows…"));
}

void CsvBrowser::apply(const Result<csv::IndexedFile> &opened, const Opener &open, const Opener &openHead)
{
    m_table->setVisible(opened.has_value());
    m_state->setVisible(!opened);
    m_search->setEnabled(opened.has_value());
    if (!opened) {
        m_opened = {};
        m_model->setFile(nullptr, nullptr);
        m_state->show(
            QStringLiteral("error"), tr("This file can’t be shown"), opened.error().message, tr("Try again"),
            [this, open, openHead] { show(open, openHead); }, opened.error().detail);
        m_count->clear();
        return;
    }
    m_opened = *opened;
    m_table->replaceContent(std::exchange(m_showsHead, false),
                            [this] { m_model->setFile(m_opened.file, m_opened.index); });
    search();
}

void CsvBrowser::search()
{
    m_cancelSearch.cancel();
    const QString text = m_search->text().trimmed();
    if (text.isEmpty() || !m_opened.file) {
        m_model->setRows(std::nullopt);
        updateCount();
        return;
    }
    m_cancelSearch = CancelSource();
    const auto future = QtConcurrent::run([file = m_opened.file, text, token = m_cancelSearch.token()] {
        return rowsWith(*file, text, {.progress = {}, .cancel = token});
    });
    whenFinished(future, this, [this, job = m_job, text](const Result<RowNumbers> &rows) {
        if (!rows || job != m_job || text != m_search->text().trimmed())
            return;
        m_model->setRows(*rows);
        updateCount();
    });
}

void CsvBrowser::updateCount()
{
    const qint64 total = m_model->totalRows();
    const int shown = m_model->rowCount();
    if (shown != total)
        m_count->setText(tr("%1 of %2 rows").arg(numberText(shown), numberText(total)));
    else
        m_count->setText(total == 1 ? tr("1 row") : tr("%1 rows").arg(numberText(total)));
}

void CsvBrowser::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace navette::ui
