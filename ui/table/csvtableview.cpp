// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/csvtableview.h"

#include "table/csvcelldelegate.h"
#include "table/csvheaderview.h"
#include "table/csvtablemodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

/// Enough to judge by; more would decode rows that nobody has looked at.
constexpr int sampledRows = 60;
constexpr int widestColumn = 280;
constexpr int fittedColumns = 200;
/// Above this a clipboard helps nobody, and taking it would stop the window.
constexpr qint64 maxCopiedCells = 200'000;

} // namespace

CsvTableView::CsvTableView(QWidget *parent) : QTableView(parent)
{
    setHorizontalHeader(new CsvHeaderView(Qt::Horizontal, this));
    setVerticalHeader(new CsvHeaderView(Qt::Vertical, this));
    setItemDelegate(new CsvCellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ContiguousSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Contents of the file"));
    addKeys();
}

void CsvTableView::addKeys()
{
    const auto add = [this](const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Copy"), QKeySequence::Copy, &CsvTableView::copySelection);
    add(tr("Go to row…"), QKeySequence(Qt::CTRL | Qt::Key_L), &CsvTableView::askForRow);
    add(tr("Next problem"), QKeySequence(Qt::Key_F8), [this] { goToNextProblem(); });
    add(tr("Previous problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { goToPreviousProblem(); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void CsvTableView::setCsvModel(CsvTableModel *model)
{
    m_model = model;
    setModel(model);
    // Widths follow the file, and stay as the person left them while only findings or the filter change.
    connect(model, &QAbstractItemModel::modelReset, this, [this, labels = model->labels()]() mutable {
        if (std::exchange(labels, m_model->labels()) != m_model->labels())
            fitColumns();
    });
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this](Qt::Orientation orientation) {
        if (orientation == Qt::Horizontal)
            fitColumns();
    });
    fitColumns();
}

void CsvTableView::fitColumns()
{
    const auto *header = static_cast<const CsvHeaderView *>(horizontalHeader());
    const int rows = std::min(m_model->rowCount(), sampledRows);
    const QStyleOptionViewItem option;
    for (int column = 0; column < std::min(m_model->columnCount(), fittedColumns); ++column) {
        int content = 0;
        for (int row = 0; row < rows; ++row)
            content = std::max(content, itemDelegate()->sizeHint(option, m_model->index(row, column)).width());
        setColumnWidth(column, std::max(header->labelWidth(column), std::min(content, widestColumn)));
    }
}

CellPlace CsvTableView::currentPlace() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? CellPlace{m_model->rowNumber(current.row()), current.column() + 1} : CellPlace{};
}

void CsvTableView::replaceContent(bool completes, const std::function<void()> &replace)
{
    const CellPlace place = completes ? currentPlace() : CellPlace{};
    const int firstRow = completes ? verticalScrollBar()->value() : 0;
    replace();
    if (place.rowNumber > 0)
        goToCell(place);
    verticalScrollBar()->setValue(firstRow);
}

bool CsvTableView::goToCell(const CellPlace &place)
{
    if (m_model == nullptr || m_model->columnCount() == 0)
        return false;
    const int row = m_model->rowOf(std::max<qint64>(2, place.rowNumber));
    if (row < 0)
        return false;
    const int column = std::clamp(place.field - 1, 0, m_model->columnCount() - 1);
    const QModelIndex index = m_model->index(row, column);
    if (place.field == 0 && place.rowNumber > 1)
        selectRow(row);
    setCurrentIndex(index);
    // To the middle from above or below, but sideways only as far as needed.
    const int sideways = horizontalScrollBar()->value();
    scrollTo(index, QAbstractItemView::PositionAtCenter);
    horizontalScrollBar()->setValue(sideways);
    scrollTo(index, QAbstractItemView::EnsureVisible);
    return m_model->rowNumber(row) == place.rowNumber;
}

bool CsvTableView::goToProblem(bool forward)
{
    if (m_model == nullptr)
        return false;
    const FindingIndex &findings = m_model->findings();
    const CellPlace from = currentPlace();
    auto place = forward ? findings.next(from) : findings.previous(from);
    if (!place)
        place = forward ? findings.next({}) : findings.previous({std::numeric_limits<qint64>::max(), 0});
    return place && goToCell(*place);
}

bool CsvTableView::goToNextProblem()
{
    return goToProblem(true);
}

bool CsvTableView::goToPreviousProblem()
{
    return goToProblem(false);
}

void CsvTableView::askForRow()
{
    if (m_model == nullptr || m_model->rowCount() == 0)
        return;
    bool accepted = false;
    const auto last = static_cast<int>(m_model->totalRows() + 1);
    const int row =
        QInputDialog::getInt(this, tr("Go to row"), tr("Row, as a spreadsheet numbers it:"),
                             static_cast<int>(std::max<qint64>(2, currentPlace().rowNumber)), 2, last, 1, &accepted);
    if (accepted)
        goToCell({row, std::max(1, currentPlace().field)});
}

void CsvTableView::copySelection()
{
    if (m_model == nullptr || !selectionModel()->hasSelection())
        return;
    const QItemSelectionRange range = selectionModel()->selection().first();
    const qint64 columns = range.width();
    const int rows = static_cast<int>(std::min<qint64>(range.height(), std::max<qint64>(1, maxCopiedCells / columns)));
    QString text;
    for (int row = range.top(); row < range.top() + rows; ++row) {
        for (int column = range.left(); column <= range.right(); ++column) {
            if (column > range.left())
                text += u'\t';
            text += m_model->index(row, column).data(Qt::DisplayRole).toString();
        }
        text += u'\n';
    }
    if (range.height() == 1)
        text.chop(1);
    QApplication::clipboard()->setText(text);
    if (rows < range.height()) {
        QToolTip::showText(QCursor::pos(), tr("The first %n row(s) of the selection were copied.", nullptr, rows),
                           this);
    }
}

void CsvTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

} // namespace navette::ui
