// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/listtable.h"

#include "style/delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>
#include <QSortFilterProxyModel>

namespace navette::ui
{
namespace
{

class SearchProxy final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSearch(const QString &text)
    {
        m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        if (m_words.isEmpty())
            return true;
        const QString text = sourceModel()->index(row, 0, parent).data(SearchRole).toString();
        return std::all_of(m_words.begin(), m_words.end(),
                           [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

QString layoutKey(const QString &key)
{
    return QStringLiteral("tables/") + key;
}

} // namespace

ListTable::ListTable(QWidget *parent) : QTableView(parent), m_proxy(new SearchProxy(this))
{
    m_proxy->setSortRole(SortRole);
    m_proxy->setSortLocaleAware(true);
    setModel(m_proxy);
    setItemDelegate(new ListDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(m_proxy->mapToSource(index).row()); });
}

void ListTable::setSourceModel(QAbstractItemModel *model)
{
    m_proxy->setSourceModel(model);
    setSortingEnabled(true);
}

void ListTable::setColumnWidths(std::initializer_list<int> widths, int stretched)
{
    int column = 0;
    for (const int width : widths)
        setColumnWidth(column++, width);
    m_stretched = stretched;
    m_leastStretched = columnWidth(stretched);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &ListTable::stretch);
    stretch();
}

// Not QHeaderView::Stretch, which would squeeze the column to nothing where the others take more than there is.
void ListTable::stretch()
{
    if (m_stretched < 0)
        return;
    int others = 0;
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        if (column != m_stretched)
            others += columnWidth(column);
    }
    setColumnWidth(m_stretched, std::max(m_leastStretched, viewport()->width() - others));
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    stretch();
}

void ListTable::setSearch(const QString &text)
{
    static_cast<SearchProxy *>(m_proxy)->setSearch(text);
}

int ListTable::currentSourceRow() const
{
    return currentIndex().isValid() ? m_proxy->mapToSource(currentIndex()).row() : -1;
}

void ListTable::selectSourceRow(int row)
{
    const QModelIndex index = m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0));
    if (index.isValid())
        setCurrentIndex(index);
}

void ListTable::restoreLayout(const QString &key)
{
    m_settingsKey = key;
    horizontalHeader()->restoreState(QSettings().value(layoutKey(key)).toByteArray());
}

void ListTable::saveLayout() const
{
    if (!m_settingsKey.isEmpty())
        QSettings().setValue(layoutKey(m_settingsKey), horizontalHeader()->saveState());
}

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current.isValid() ? m_proxy->mapToSource(current).row() : -1);
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentSourceRow());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListTable::hideEvent(QHideEvent *event)
{
    saveLayout();
    QTableView::hideEvent(event);
}

} // namespace navette::ui
