// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/filelist.h"

#include "deposit/depositfile.h"
#include "style/text.h"
#include "style/widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace navette::ui
{

namespace
{

struct Summary {
    QString badge;
    Tone tone = Tone::Neutral;
    QString secondary;
};

Summary checkedSummary(const DepositFile &file)
{
    const CheckStats &stats = file.prepared()->report.stats;
    const QString contacts = FileListModel::tr("%Ln contact(s)", nullptr, asCount(stats.rows));
    if (stats.invalidRows > 0)
        return {FileListModel::tr("%Ln contact(s) refused", nullptr, asCount(stats.invalidRows)), Tone::Bad, {}};
    if (!file.plan().obstacle.isEmpty())
        return {FileListModel::tr("would be refused"), Tone::Bad, {}};
    return {FileListModel::tr("ready"), Tone::Ok, contacts};
}

Summary summaryOf(const DepositFile &file)
{
    switch (file.state()) {
    case DepositFile::State::Checking: {
        const double progress = file.progress();
        const QString percent =
            progress < 0 ? QString() : QLocale().toString(int(progress * 100)) + QLocale().percent();
        return {FileListModel::tr("checking…"), Tone::Neutral, percent};
    }
    case DepositFile::State::Stopped:
        return {FileListModel::tr("not checked"), Tone::Neutral, {}};
    case DepositFile::State::Unreadable:
        return {FileListModel::tr("can’t be read"), Tone::Bad, {}};
    case DepositFile::State::Checked:
        return checkedSummary(file);
    case DepositFile::State::Sent:
        return {FileListModel::tr("on its way"), Tone::Info, {}};
    }
    return {};
}

class FileDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, 2 * metrics::huge + metrics::medium};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(selected ? ColorRole::AccentTint : ColorRole::Surface));
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), metrics::controlRadius, metrics::controlRadius);
        }
        const QRect inner = option.rect.adjusted(metrics::small + 2, metrics::small, -metrics::small, -metrics::small);
        const QRect top(inner.left(), inner.top(), inner.width(), inner.height() / 2);
        painter->setFont(ui::font(TextStyle::BodyStrong));
        painter->setPen(color(ColorRole::Text));
        painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, top.width()));
        paintState(*painter, inner.adjusted(0, inner.height() / 2, 0, 0), index);
        painter->restore();
    }

private:
    static void paintState(QPainter &painter, QRect rect, const QModelIndex &index)
    {
        const QString badge = index.data(FileListModel::BadgeRole).toString();
        const auto tone = static_cast<Tone>(index.data(FileListModel::BadgeToneRole).toInt());
        const int y = rect.top() + (rect.height() - badgeSize(badge).height()) / 2 + 1;
        rect.setLeft(rect.left() + paintBadge(painter, {rect.left(), y}, badge, tone) + metrics::small);
        painter.setFont(ui::font(TextStyle::Secondary));
        painter.setPen(color(ColorRole::Muted));
        const QString text = index.data(FileListModel::SecondaryRole).toString();
        painter.drawText(rect.translated(0, 1), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
};

} // namespace

FileListModel::FileListModel(QObject *parent) : QAbstractListModel(parent) {}

void FileListModel::add(DepositFile *file)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    file->setParent(this);
    m_files.push_back(file);
    endInsertRows();
    const auto changed = [this, file] { touch(file); };
    connect(file, &DepositFile::stateChanged, this, changed);
    connect(file, &DepositFile::progressed, this, changed);
    connect(file, &DepositFile::planChanged, this, changed);
}

void FileListModel::remove(int row)
{
    if (file(row) == nullptr)
        return;
    beginRemoveRows({}, row, row);
    DepositFile *gone = m_files[static_cast<size_t>(row)];
    m_files.erase(m_files.begin() + row);
    endRemoveRows();
    gone->disconnect(this);
    gone->deleteLater();
}

void FileListModel::clear()
{
    while (!m_files.empty())
        remove(rowCount() - 1);
}

DepositFile *FileListModel::file(int row) const
{
    return row >= 0 && row < rowCount() ? m_files[static_cast<size_t>(row)] : nullptr;
}

int FileListModel::rowOf(const DepositFile *file) const
{
    const auto found = std::ranges::find(m_files, file);
    return found == m_files.end() ? -1 : static_cast<int>(found - m_files.begin());
}

void FileListModel::touch(const DepositFile *file)
{
    const int row = rowOf(file);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DepositFile &shown = *m_files[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shown.name();
    case Qt::ToolTipRole:
        return displayText(shown.path());
    case BadgeRole:
    case Qt::AccessibleDescriptionRole:
        return summaryOf(shown).badge;
    case BadgeToneRole:
        return static_cast<int>(summaryOf(shown).tone);
    case SecondaryRole:
        return summaryOf(shown).secondary;
    default:
        return {};
    }
}

FileListView::FileListView(FileListModel *model, QWidget *parent) : QListView(parent)
{
    setModel(model);
    setItemDelegate(new FileDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Files to deposit"));
}

void FileListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT fileChosen(current.isValid() ? current.row() : -1);
}

void FileListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT removalWanted(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void FileListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace navette::ui
