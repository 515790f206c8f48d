// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/csvtablemodel.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

/// Some screens of rows; counted in cells because a file may have thousands of columns.
constexpr size_t maxCachedCells = 50'000;
/// More than any column shows; a broken quote can make a cell of the rest of the file.
constexpr qsizetype maxShownLength = 2'000;
/// Rows with more cells than the header get columns of their own, within reason.
constexpr int maxExtraColumns = 200;

/// One line, with what cannot be seen made visible: U+2400 is the picture of NUL, and so on.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        const char16_t u = c.unicode();
        if (u == u'\n' || u == u'\r' || u == u'\t')
            c = u' ';
        else if (u < 0x20)
            c = QChar(0x2400 + u);
        else if (u == 0x7F || (u >= 0x80 && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069))
            c = QChar(0xFFFD);
    }
    return text;
}

} // namespace

CsvTableModel::CsvTableModel(QObject *parent) : QAbstractTableModel(parent) {}
CsvTableModel::~CsvTableModel() = default;

void CsvTableModel::setFile(std::shared_ptr<const csv::CsvFile> file, std::shared_ptr<const csv::RecordIndex> index)
{
    beginResetModel();
    m_file = std::move(file);
    m_index = std::move(index);
    m_findings = {};
    m_preview.reset();
    m_columns.clear();
    m_onlyProblems = false;
    m_rows.reset();
    m_cache.clear();
    m_cacheOrder.clear();
    m_cachedCells = 0;
    m_labels.clear();
    if (m_file && m_index && m_index->recordCount() > 0) {
        for (const QString &label : m_index->record(*m_file, 0))
            m_labels.append(label);
    }
    resetColumns();
    endResetModel();
}

void CsvTableModel::resetColumns()
{
    const auto labels = static_cast<int>(m_labels.size());
    m_columnCount = labels == 0 ? 0 : std::clamp(m_findings.lastField(), labels, labels + maxExtraColumns);
}

void CsvTableModel::setFindings(FindingIndex findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    if (m_onlyProblems)
        m_rows = m_findings.problemRows();
    resetColumns();
    endResetModel();
}

void CsvTableModel::setPreview(std::optional<RepairPreview> preview)
{
    const auto relabels = [](const std::optional<RepairPreview> &shown) {
        return std::pair(shown && shown->repairs.contains(RepairKind::RenameColumns),
                         shown && shown->repairs.contains(RepairKind::RemoveColumns));
    };
    const bool sameLabels = relabels(preview) == relabels(m_preview) && preview.has_value() == m_preview.has_value();
    const bool sameRepairs = sameLabels && preview && preview->repairs == m_preview->repairs;
    m_preview = std::move(preview);
    m_columns.assign(static_cast<size_t>(m_columnCount), nullptr);
    if (m_preview) {
        const auto known = std::min<qsizetype>(m_columnCount, m_preview->mappedLabels.size());
        for (qsizetype i = 0; i < known; ++i)
            m_columns[static_cast<size_t>(i)] = m_preview->flow.column(m_preview->mappedLabels.at(i));
    }
    if (rowCount() > 0 && m_columnCount > 0 && !sameRepairs)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, m_columnCount - 1));
    if (m_columnCount > 0 && !sameLabels)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columnCount - 1);
}

void CsvTableModel::setOnlyProblems(bool on)
{
    if (on == m_onlyProblems)
        return;
    setRows(on ? std::optional(m_findings.problemRows()) : std::nullopt);
    m_onlyProblems = on;
}

void CsvTableModel::setRows(std::optional<std::vector<qint64>> rowNumbers)
{
    beginResetModel();
    m_onlyProblems = false;
    m_rows = std::move(rowNumbers);
    if (m_rows)
        std::erase_if(*m_rows, [this](qint64 number) { return number < 2 || number > totalRows() + 1; });
    endResetModel();
}

qint64 CsvTableModel::totalRows() const
{
    return m_index ? std::max<qint64>(0, m_index->recordCount() - 1) : 0;
}

qint64 CsvTableModel::rowNumber(int row) const
{
    return m_rows ? m_rows->at(static_cast<size_t>(row)) : qint64(row) + 2;
}

int CsvTableModel::rowOf(qint64 rowNumber) const
{
    if (!m_rows) {
        const qint64 row = std::max<qint64>(0, rowNumber - 2);
        return row < rowCount() ? static_cast<int>(row) : -1;
    }
    const auto found = std::ranges::lower_bound(*m_rows, rowNumber);
    return found == m_rows->end() ? -1 : static_cast<int>(found - m_rows->begin());
}

int CsvTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const qint64 rows = m_rows ? static_cast<qint64>(m_rows->size()) : totalRows();
    return static_cast<int>(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

int CsvTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columnCount;
}

const CsvTableModel::Cells &CsvTableModel::record(qint64 rowNumber) const
{
    const auto found = m_cache.find(rowNumber);
    if (found != m_cache.end())
        return found->second;
    Cells cells = m_index->record(*m_file, rowNumber - 1);
    for (QString &cell : cells) {
        if (cell.size() > maxShownLength)
            cell = cell.left(maxShownLength) + u'…';
    }
    m_cachedCells += cells.size();
    while (m_cachedCells > maxCachedCells && !m_cacheOrder.empty()) {
        const auto oldest = m_cache.find(m_cacheOrder.front());
        m_cachedCells -= oldest->second.size();
        m_cache.erase(oldest);
        m_cacheOrder.pop_front();
    }
    m_cacheOrder.push_back(rowNumber);
    return m_cache.emplace(rowNumber, std::move(cells)).first->second;
}

QString CsvTableModel::original(qint64 rowNumber, int column) const
{
    const Cells &cells = record(rowNumber);
    return static_cast<size_t>(column) < cells.size() ? cells[static_cast<size_t>(column)] : QString();
}

QString CsvTableModel::repaired(const QString &text, int column) const
{
    if (!m_preview || m_preview->repairs.empty() || text.isEmpty())
        return text;
    return repairedCell(text, m_columns[static_cast<size_t>(column)], m_preview->flow, m_preview->settings,
                        m_preview->repairs);
}

bool CsvTableModel::isRepairOn(RepairKind kind) const
{
    return m_preview && m_preview->repairs.contains(kind);
}

QVariant CsvTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 number = rowNumber(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(repaired(original(number, column), column));
    case Qt::ToolTipRole:
        return toolTip(number, column);
    case OriginalTextRole:
        return original(number, column);
    case ChangedRole: {
        const QString text = original(number, column);
        return repaired(text, column) != text;
    }
    case ToneRole:
        return static_cast<int>(m_findings.tone(number, column + 1));
    case LeftOutRole:
        return isRepairOn(RepairKind::DropInvalidRows) && m_findings.isInvalid(number);
    case Qt::AccessibleDescriptionRole:
        return m_findings.messages(number, column + 1).join(u' ');
    default:
        return {};
    }
}

QString CsvTableModel::toolTip(qint64 rowNumber, int column) const
{
    QStringList lines = m_findings.messages(rowNumber, column + 1);
    const QString before = original(rowNumber, column);
    const QString after = repaired(before, column);
    if (after != before)
        lines.append(tr("In your file: “%1”. Sent as: “%2”.").arg(oneLine(before), oneLine(after)));
    return lines.join(u'\n');
}

QVariant CsvTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return section < m_columnCount ? columnHeader(section, role) : QVariant();
    return section < rowCount() ? rowHeader(section, role) : QVariant();
}

QString CsvTableModel::shownLabel(int column) const
{
    const QString label = m_labels.value(column).simplified();
    const bool renamed = isRepairOn(RepairKind::RenameColumns) && column < m_preview->mappedLabels.size() &&
                         !m_preview->mappedLabels.at(column).isEmpty();
    return renamed ? m_preview->mappedLabels.at(column) : label;
}

QVariant CsvTableModel::columnHeader(int column, int role) const
{
    const QString inFile = m_labels.value(column);
    const QString shown = shownLabel(column);
    const bool removed = isRepairOn(RepairKind::RemoveColumns) && m_columns[static_cast<size_t>(column)] == nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return shown.isEmpty() ? tr("Column %1").arg(columnLetters(column + 1)) : oneLine(shown);
    case WasLabelRole:
        return shown == inFile.simplified() ? QString() : oneLine(inFile);
    case RemovedRole:
        return removed;
    case ToneRole:
        return static_cast<int>(m_findings.tone(1, column + 1));
    case Qt::ToolTipRole: {
        QStringList lines{tr("Column %1").arg(columnLetters(column + 1))};
        lines += m_findings.messages(1, column + 1);
        if (removed)
            lines.append(tr("This column is left out of the copy."));
        return lines.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant CsvTableModel::rowHeader(int row, int role) const
{
    const qint64 number = rowNumber(row);
    switch (role) {
    case Qt::DisplayRole:
        return number;
    case ToneRole:
        return static_cast<int>(m_findings.rowTone(number));
    case Qt::ToolTipRole:
        return m_findings.messages(number, 0).join(u'\n');
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace navette::ui
