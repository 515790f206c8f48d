// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transfersstrip.h"

#include "shell/transfersmodel.h"
#include "style/icons.h"
#include "style/painting.h"
#include "style/text.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int lineHeight = 38;
constexpr int listHeight = 220;
constexpr int barWidth = 220;
constexpr int rowHeight = 36;
constexpr int noticeMs = 12'000;

Tone toneOf(TransferState state)
{
    switch (state) {
    case TransferState::Queued:
    case TransferState::Cancelled:
        return Tone::Neutral;
    case TransferState::Running:
        return Tone::Accent;
    case TransferState::Waiting:
        return Tone::Warn;
    case TransferState::Done:
        return Tone::Ok;
    case TransferState::Failed:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString iconNameOf(TransferState state, bool upwards)
{
    switch (state) {
    case TransferState::Queued:
    case TransferState::Waiting:
        return u"clock"_s;
    case TransferState::Running:
        return upwards ? u"upload"_s : u"download"_s;
    case TransferState::Done:
        return u"ok"_s;
    case TransferState::Failed:
        return u"error"_s;
    case TransferState::Cancelled:
        return u"close"_s;
    }
    return {};
}

ColorRole statusRoleOf(TransferState state)
{
    if (state == TransferState::Failed)
        return ColorRole::Bad;
    return state == TransferState::Waiting ? ColorRole::Warn : ColorRole::Muted;
}

class TransferDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Q_UNUSED(option);
        Q_UNUSED(index);
        return {0, rowHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto state = static_cast<TransferState>(index.data(TransfersModel::StateRole).toInt());
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, color(ColorRole::AccentTint));
        const QRect row = option.rect.adjusted(metrics::large, 0, -metrics::large, 0);
        painter->fillRect(QRect(row.x(), row.bottom(), row.width(), 1), color(ColorRole::Border));
        painter->drawPixmap(row.x(), row.center().y() - 8,
                            iconPixmap(iconNameOf(state, index.data(TransfersModel::UpwardsRole).toBool()),
                                       toneColor(toneOf(state)), 17, painter->device()->devicePixelRatioF()));
        const auto text = [painter](const QRect &box, const QString &words, TextStyle style, ColorRole role) {
            painter->setFont(font(style));
            painter->setPen(color(role));
            painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(words, Qt::ElideMiddle, box.width()));
        };
        int x = row.x() + 30;
        const int nameWidth = std::min(320, row.width() / 4);
        text({x, row.y(), nameWidth, row.height()}, index.data().toString(), TextStyle::BodyStrong, ColorRole::Text);
        x += nameWidth + metrics::large;
        const int targetWidth = std::min(260, row.width() / 5);
        text({x, row.y(), targetWidth, row.height()}, index.data(TransfersModel::TargetRole).toString(),
             TextStyle::Secondary, ColorRole::Muted);
        x += targetWidth + metrics::large;
        const double share = index.data(TransfersModel::ShareRole).toDouble();
        if (state == TransferState::Running && share >= 0) {
            const QRectF groove(x, row.center().y() - 2, 160, 5);
            drawRounded(*painter, groove, color(ColorRole::Border), {}, 2.5);
            drawRounded(*painter, {groove.x(), groove.y(), std::max(5.0, 160 * share), 5}, color(ColorRole::Accent), {},
                        2.5);
            x += 160 + metrics::medium;
        }
        text({x, row.y(), row.right() - x, row.height()}, index.data(TransfersModel::StatusRole).toString(),
             TextStyle::Secondary, statusRoleOf(state));
    }
};

} // namespace

TransfersStrip::TransfersStrip(TransferQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new TransfersModel(queue, this))
    , m_noticeTimer(new QTimer(this))
    , m_countdown(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList());
    layout->addWidget(makeLine());
    m_noticeTimer->setSingleShot(true);
    m_noticeTimer->setInterval(noticeMs);
    connect(m_noticeTimer, &QTimer::timeout, this, [this] {
        m_notice.clear();
        updateLine();
    });
    m_countdown->setInterval(1000);
    connect(m_countdown, &QTimer::timeout, this, [this] {
        updateLine();
        m_list->viewport()->update(); // the waits that are left are computed as they are drawn
    });
    for (const auto signal : {&TransferQueue::added, &TransferQueue::updated, &TransferQueue::removed}) {
        connect(&queue, signal, this, [this] {
            updateLine();
            updateButtons();
        });
    }
    setOpen(false);
    updateLine();
    updateButtons();
}

QWidget *TransfersStrip::makeLine()
{
    auto *line = new QWidget(this);
    line->setFixedHeight(lineHeight);
    m_icon = new QLabel(line);
    m_name = new Label({}, TextStyle::BodyStrong, ColorRole::Text, line);
    m_target = new Label({}, TextStyle::Secondary, ColorRole::Muted, line);
    m_bar = new QProgressBar(line);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(barWidth, 6);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Progress of the transfer"));
    m_status = new Label({}, TextStyle::Secondary, ColorRole::Muted, line);
    m_counts = new Label({}, TextStyle::Secondary, ColorRole::Muted, line);
    m_toggle = new Button(tr("Transfers"), ButtonKind::Quiet, u"chevron-up"_s, line);
    m_toggle->setIconTrailing(true);
    m_toggle->setSmall(true);
    m_toggle->setObjectName(u"toggleTransfers"_s);
    m_toggle->setToolTip(
        tr("Show all transfers (%1)").arg(QKeySequence(Qt::CTRL | Qt::Key_0).toString(QKeySequence::NativeText)));
    m_status->setMinimumWidth(1);
    m_name->setMinimumWidth(1);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(metrics::large, 0, metrics::small, 0);
    layout->setSpacing(metrics::medium + 2);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_target);
    layout->addWidget(m_bar);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_counts);
    layout->addWidget(m_toggle);
    return line;
}

QWidget *TransfersStrip::makeList()
{
    m_panel = new QWidget(this);
    m_list = new QListView(m_panel);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TransferDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Transfers"));
    m_list->setObjectName(u"transfers"_s);
    m_list->setFixedHeight(listHeight);
    m_empty = new Label(tr("Nothing was transferred since Navette was started."), TextStyle::Secondary,
                        ColorRole::Muted, m_panel);
    m_compare = new Button(tr("Compare with the platform"), ButtonKind::Secondary, {}, m_panel);
    m_compare->setObjectName(u"compareSides"_s);
    m_compare->setToolTip(tr("Reads the file once more on both sides; nothing is changed"));
    connect(m_compare, &QPushButton::clicked, this, [this] { Q_EMIT comparisonWanted(selectedId()); });
    m_cancel = new Button(tr("Cancel transfer"), ButtonKind::Secondary, {}, m_panel);
    m_retry = new Button(tr("Try again"), ButtonKind::Secondary, u"refresh"_s, m_panel);
    m_clear = new Button(tr("Clear ended"), ButtonKind::Quiet, {}, m_panel);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_queue.cancel(selectedId()); });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_queue.retry(selectedId()); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_queue.clearEnded(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TransfersStrip::updateButtons);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::large, metrics::small, metrics::small, metrics::tiny);
    buttons->setSpacing(metrics::small);
    buttons->addWidget(new Label(tr("Transfers"), TextStyle::Section, ColorRole::Text, m_panel));
    buttons->addWidget(m_empty);
    buttons->addStretch();
    buttons->addWidget(m_compare);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_clear);
    auto *layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_list);
    layout->addWidget(new Separator(Qt::Horizontal, m_panel));
    return m_panel;
}

bool TransfersStrip::isOpen() const
{
    return !m_panel->isHidden();
}

void TransfersStrip::setOpen(bool open)
{
    m_panel->setVisible(open);
    m_toggle->setIconName(open ? u"chevron-down"_s : u"chevron-up"_s);
    Q_EMIT openChanged(open);
}

void TransfersStrip::showNotice(const QString &sentence)
{
    m_notice = sentence;
    m_noticeTimer->start();
    updateLine();
}

int TransfersStrip::selectedId() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.data(TransfersModel::IdRole).toInt() : -1;
}

void TransfersStrip::updateButtons()
{
    const auto &all = m_queue.transfers();
    const int id = selectedId();
    const auto chosen = std::find_if(all.begin(), all.end(), [id](const Transfer &t) { return t.id == id; });
    const bool waits = chosen != all.end() && chosen->state == TransferState::Waiting;
    m_compare->setVisible(chosen != all.end() && chosen->state == TransferState::Done && chosen->sides);
    m_cancel->setEnabled(chosen != all.end() && !chosen->isEnded());
    m_retry->setText(waits ? tr("Try now") : tr("Try again"));
    m_retry->setEnabled(waits || (chosen != all.end() && chosen->isEnded() && chosen->state != TransferState::Done));
    m_clear->setEnabled(std::any_of(all.begin(), all.end(), std::mem_fn(&Transfer::isEnded)));
    m_empty->setVisible(all.empty());
    const bool counts = std::any_of(all.begin(), all.end(), [](const Transfer &t) {
        return t.state == TransferState::Waiting && !t.waitsForConnection;
    });
    if (counts && !m_countdown->isActive())
        m_countdown->start();
    else if (!counts)
        m_countdown->stop();
}

void TransfersStrip::showTransfer(const Transfer &transfer)
{
    const bool waits = transfer.state == TransferState::Waiting;
    m_name->setText(transfer.name);
    m_target->setText(transfer.target);
    m_bar->setValue(transfer.bytesTotal > 0 ? static_cast<int>(transfer.bytesDone * 1000 / transfer.bytesTotal) : 0);
    m_status->setRole(waits ? ColorRole::Warn : ColorRole::Muted);
    m_status->setText(statusText(transfer));
}

void TransfersStrip::updateLine()
{
    const Transfer *running = nullptr;
    const Transfer *brokenOff = nullptr; // shown where none runs
    int waiting = 0;
    int doneToday = 0;
    int failed = 0;
    for (const Transfer &transfer : m_queue.transfers()) {
        waiting += transfer.state == TransferState::Queued || transfer.state == TransferState::Waiting ? 1 : 0;
        failed += transfer.state == TransferState::Failed ? 1 : 0;
        if (transfer.state == TransferState::Done && transfer.endedAt.toLocalTime().date() == QDate::currentDate())
            ++doneToday;
        if (transfer.state == TransferState::Running && !running)
            running = &transfer;
        if (transfer.state == TransferState::Waiting && !brokenOff)
            brokenOff = &transfer;
    }
    const Transfer *shown = running ? running : brokenOff;
    m_target->setVisible(shown && m_notice.isEmpty());
    m_bar->setVisible(running && m_notice.isEmpty());
    QString iconName = u"ok"_s;
    ColorRole iconRole = ColorRole::Muted;
    m_name->setRole(ColorRole::Text);
    m_status->setText({});
    if (!m_notice.isEmpty()) {
        iconName = u"info"_s;
        iconRole = ColorRole::Info;
        m_name->setText(m_notice);
    } else if (shown) {
        iconName = iconNameOf(shown->state, shown->direction == TransferDirection::ToPlatform);
        iconRole = running ? ColorRole::Text : ColorRole::Warn;
        showTransfer(*shown);
        waiting -= running ? 0 : 1;
    } else if (failed > 0) {
        iconName = u"error"_s;
        iconRole = ColorRole::Bad;
        m_name->setText(tr("%n transfer(s) did not get through", nullptr, failed));
        m_name->setRole(ColorRole::Bad);
    } else {
        m_name->setText(tr("Nothing is being transferred"));
    }
    m_icon->setPixmap(iconPixmap(iconName, color(iconRole), 17, devicePixelRatioF()));
    QStringList counts;
    if (waiting > 0)
        counts << tr("%n waiting", nullptr, waiting);
    if (shown && failed > 0)
        counts << tr("%n failed", nullptr, failed);
    if (doneToday > 0)
        counts << tr("%n done today", nullptr, doneToday);
    m_counts->setText(counts.join(u" · "_s));
}

void TransfersStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        updateLine();
}

void TransfersStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(ColorRole::Border));
}

} // namespace navette::ui
