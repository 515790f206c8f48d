// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/repairlist.h"

#include "style/text.h"
#include "style/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr qsizetype maxExample = 40;

/// A tick box whose words wrap: a click anywhere on the row toggles it.
class TickRow final : public QWidget
{
public:
    TickRow(QCheckBox *box, QWidget *parent) : QWidget(parent), m_box(box) {}

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            m_box->click();
    }

private:
    QCheckBox *m_box;
};

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > maxExample ? line.left(maxExample - 1) + u'…' : line;
}

QString secondVoice(const ProposedRepair &repair)
{
    QStringList parts;
    if (!repair.effect.isEmpty())
        parts.append(repair.effect);
    // An effect that shows the change itself needs no example.
    const bool shown = repair.effect.contains(u'→');
    if (!shown && (!repair.before.isEmpty() || !repair.after.isEmpty()))
        parts.append(u"%1 → %2"_s.arg(shortened(repair.before), shortened(repair.after)));
    return parts.join(u" · "_s);
}

} // namespace

RepairList::RepairList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void RepairList::set(const std::vector<ProposedRepair> &proposed, const std::set<RepairKind> &ticked)
{
    if (proposed != m_proposed || m_content == nullptr) {
        m_proposed = proposed;
        rebuild();
    }
    for (const Row &row : m_rows) {
        const QSignalBlocker quiet(row.box);
        row.box->setChecked(ticked.contains(row.kind));
    }
}

void RepairList::rebuild()
{
    m_rows.clear();
    if (m_content != nullptr) {
        m_layout->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    if (m_proposed.empty()) {
        auto *none = new Label(tr("Nothing to repair: the file is sent as it is."), TextStyle::Secondary,
                               ColorRole::Muted, m_content);
        none->setWordWrap(true);
        rows->addWidget(none);
    }
    for (const ProposedRepair &repair : m_proposed) {
        if (!m_rows.empty())
            rows->addWidget(new Separator(Qt::Horizontal, m_content));
        rows->addWidget(makeRow(repair));
    }
    m_layout->addWidget(m_content);
    m_content->show();
}

QWidget *RepairList::makeRow(const ProposedRepair &repair)
{
    auto *box = new QCheckBox;
    auto *row = new TickRow(box, m_content);
    box->setObjectName(u"repair-"_s + key(repair.kind));
    box->setAccessibleName(repair.title);
    box->setAccessibleDescription(secondVoice(repair));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, metrics::small, 0, metrics::small);
    layout->setSpacing(metrics::small + 2);
    layout->addWidget(box, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = new Label(repair.title, TextStyle::Body, ColorRole::Text, row);
    title->setWordWrap(true);
    words->addWidget(title);
    if (const QString second = secondVoice(repair); !second.isEmpty()) {
        auto *effect = new Label(breakable(second), TextStyle::Secondary, ColorRole::Muted, row);
        effect->setWordWrap(true);
        words->addWidget(effect);
    }
    layout->addLayout(words, 1);
    connect(box, &QCheckBox::toggled, this, [this, kind = repair.kind](bool on) { Q_EMIT toggled(kind, on); });
    m_rows.push_back({repair.kind, box});
    return row;
}

} // namespace navette::ui
