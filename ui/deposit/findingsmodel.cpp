// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/findingsmodel.h"

#include "style/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr quintptr topLevel = 0;
/// The table shows the rest; a list of thousands helps nobody.
constexpr int maxChildren = 100;

bool isAboutTheFile(const Finding &finding)
{
    return std::ranges::all_of(finding.places, [](const Place &place) { return place.rowNumber <= 1; });
}

QString rowsText(const Finding &finding)
{
    QStringList rows;
    qint64 last = 0;
    for (const Place &place : finding.places) {
        if (place.rowNumber > 1 && place.rowNumber != last) {
            last = place.rowNumber;
            rows.append(numberText(last));
        }
        if (rows.size() > 3)
            break;
    }
    if (rows.isEmpty())
        return {};
    const bool more = rows.size() > 3 || finding.count > static_cast<qint64>(finding.places.size());
    const QString list = rows.mid(0, 3).join(u", "_s);
    if (rows.size() == 1 && !more)
        return FindingsModel::tr("row %1").arg(list);
    return more ? FindingsModel::tr("rows %1 …").arg(list) : FindingsModel::tr("rows %1").arg(list);
}

int childCount(const Finding &finding)
{
    const int shown = static_cast<int>(std::min<size_t>(finding.places.size(), maxChildren));
    const bool rest = finding.count > shown && shown > 0;
    return shown + (rest ? 1 : 0);
}

QString placeText(const Place &place)
{
    const QString field = place.fieldName.simplified();
    if (place.rowNumber <= 0)
        return place.message;
    if (place.rowNumber == 1)
        return field.isEmpty() ? FindingsModel::tr("Header") : FindingsModel::tr("Header · %1").arg(field);
    const QString row = FindingsModel::tr("Row %1").arg(numberText(place.rowNumber));
    return field.isEmpty() ? row : u"%1 · %2"_s.arg(row, field);
}

QString levelText(Tone tone, bool repaired)
{
    if (repaired)
        return FindingsModel::tr("repaired");
    return tone == Tone::Bad ? FindingsModel::tr("blocks") : FindingsModel::tr("to check");
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractItemModel(parent) {}

std::vector<FindingsModel::Line> FindingsModel::linesFor(const std::vector<Treatment> &treatments) const
{
    std::vector<Line> lines;
    Line gathered{.findings = {}, .gathered = true};
    for (size_t i = 0; i < m_report.findings.size(); ++i) {
        if (m_gathersRepaired && treatments[i] == Treatment::Repaired && isAboutTheFile(m_report.findings[i]))
            gathered.findings.push_back(i);
        else
            lines.push_back({{i}, false});
    }
    if (!gathered.findings.empty())
        lines.push_back(std::move(gathered));
    return lines;
}

void FindingsModel::setReport(Report report, std::vector<Treatment> treatments)
{
    beginResetModel();
    m_report = std::move(report);
    m_treatments = std::move(treatments);
    m_treatments.resize(m_report.findings.size());
    m_lines = linesFor(m_treatments);
    endResetModel();
}

void FindingsModel::setTreatments(std::vector<Treatment> treatments)
{
    treatments.resize(m_report.findings.size());
    std::vector<Line> lines = linesFor(treatments);
    const bool same = std::ranges::equal(lines, m_lines, {}, &Line::findings, &Line::findings);
    if (!same)
        beginResetModel();
    m_treatments = std::move(treatments);
    m_lines = std::move(lines);
    if (!same)
        endResetModel();
    else if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_lines.size()) - 1, 0));
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex FindingsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, topLevel);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_lines.size());
    if (parent.column() != 0 || parent.internalId() != topLevel)
        return 0;
    const Line &line = m_lines.at(static_cast<size_t>(parent.row()));
    if (line.gathered)
        return static_cast<int>(line.findings.size());
    return childCount(m_report.findings[line.findings.front()]);
}

int FindingsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Tone FindingsModel::toneOf(size_t finding) const
{
    return m_report.findings[finding].severity == Severity::Error ? Tone::Bad : Tone::Warn;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == topLevel)
        return lineData(m_lines.at(static_cast<size_t>(index.row())), role);
    return childData(m_lines.at(index.internalId() - 1), index.row(), role);
}

QVariant FindingsModel::lineData(const Line &line, int role) const
{
    const size_t first = line.findings.front();
    const Finding &finding = m_report.findings[first];
    const bool repaired = m_treatments[first] == Treatment::Repaired;
    switch (role) {
    case Qt::DisplayRole:
        return line.gathered ? tr("%n thing(s) about the file as a whole are repaired in the copy", nullptr,
                                  static_cast<int>(line.findings.size()))
                             : finding.headline;
    case ConsequenceRole:
        return line.gathered ? QString() : finding.consequence;
    case ToneRole:
        return static_cast<int>(line.gathered ? Tone::Ok : toneOf(first));
    case RowsRole:
        return line.gathered ? QString() : rowsText(finding);
    case RepairedRole:
        return repaired;
    case LevelRole:
    case Qt::AccessibleDescriptionRole:
        return levelText(toneOf(first), repaired);
    case Qt::ToolTipRole:
        return line.gathered ? QString() : u"%1\n%2"_s.arg(finding.headline, finding.consequence).trimmed();
    case RowNumberRole:
        return finding.places.empty() || line.gathered ? qint64(0) : finding.places.front().rowNumber;
    case FieldRole:
        return finding.places.empty() || line.gathered ? 0 : finding.places.front().fieldNumber;
    default:
        return {};
    }
}

QVariant FindingsModel::childData(const Line &line, int child, int role) const
{
    if (line.gathered) {
        const Finding &finding = m_report.findings[line.findings[static_cast<size_t>(child)]];
        if (role == Qt::DisplayRole)
            return finding.headline;
        return role == ConsequenceRole ? QVariant(finding.consequence) : QVariant();
    }
    const Finding &finding = m_report.findings[line.findings.front()];
    const auto shown = std::min<size_t>(finding.places.size(), maxChildren);
    if (static_cast<size_t>(child) >= shown) {
        if (role != Qt::DisplayRole)
            return {};
        return tr("The first %1 of %2 are listed here; the table shows them all.")
            .arg(numberText(static_cast<qint64>(shown)), numberText(finding.count));
    }
    const Place &place = finding.places[static_cast<size_t>(child)];
    switch (role) {
    case Qt::DisplayRole:
        return placeText(place);
    case ConsequenceRole:
        return place.rowNumber <= 0 ? QString() : place.message;
    case Qt::ToolTipRole:
        return place.message;
    case CellRole:
        return place.cell;
    case RowNumberRole:
        return place.rowNumber;
    case FieldRole:
        return place.fieldNumber;
    default:
        return {};
    }
}

} // namespace navette::ui
