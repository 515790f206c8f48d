// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/outcomepanel.h"

#include "deposit/repairlist.h"
#include "deposit/stattile.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

enum FactRow { ToRow, AsRow, ListRow, ModeRow, EffectRow, SizeRow };

Label *valueLabel(QWidget *parent, TextStyle style = TextStyle::Body)
{
    auto *label = new Label({}, style, ColorRole::Text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setTextKeepingCursor(QLineEdit *edit, const QString &text)
{
    if (!edit->hasFocus() && edit->text() != text)
        edit->setText(text);
}

} // namespace

OutcomePanel::OutcomePanel(QWidget *parent) : QWidget(parent)
{
    setFixedWidth(metrics::detailsWidth + metrics::large);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, metrics::large);
    outer->setSpacing(metrics::small);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::small);
    layout->setSpacing(metrics::medium);
    layout->addWidget(new Label(tr("What will happen"), TextStyle::Section, ColorRole::Text, content));
    m_content = new QWidget(content);
    auto *body = new QVBoxLayout(m_content);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(metrics::medium);
    layout->addWidget(m_content);
    body->addWidget(makeFacts());
    body->addWidget(makeTiles());
    auto *repairsTitle = new Label(tr("Repairs in the copy"), TextStyle::Section, ColorRole::Text, content);
    body->addWidget(repairsTitle);
    m_repairs = new RepairList(content);
    connect(m_repairs, &RepairList::toggled, this, &OutcomePanel::repairToggled);
    body->addWidget(m_repairs);
    m_saveRefused = new Button(tr("Save the refused contacts…"), ButtonKind::Secondary, u"download"_s, content);
    connect(m_saveRefused, &QPushButton::clicked, this, &OutcomePanel::saveRefusedWanted);
    body->addWidget(m_saveRefused);
    layout->addStretch(1);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);

    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(metrics::large, 0, metrics::large, 0);
    bottom->setSpacing(metrics::small);
    m_button = new Button({}, ButtonKind::Primary, u"upload"_s, this);
    m_button->setObjectName(u"depositButton"_s);
    m_button->setLarge(true);
    connect(m_button, &QPushButton::clicked, this, &OutcomePanel::depositWanted);
    bottom->addWidget(m_button);
    m_note = new Label({}, TextStyle::Secondary, ColorRole::Muted, this);
    m_note->setObjectName(u"depositNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignHCenter);
    m_note->setWordWrap(true);
    bottom->addWidget(m_note);
    outer->addLayout(bottom);
}

void OutcomePanel::addFact(QGridLayout *grid, int row, const QString &title, QWidget *value)
{
    auto *name = new Label(title, TextStyle::Secondary, ColorRole::Muted, this);
    name->setFixedWidth(metrics::vast * 2 + metrics::small);
    name->setContentsMargins(0, 1, 0, 0);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    m_factRows.emplace_back(name, value);
}

QWidget *OutcomePanel::makeFacts()
{
    auto *facts = new QWidget(this);
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::medium);
    grid->setVerticalSpacing(metrics::small);
    grid->setColumnStretch(1, 1);
    m_to = valueLabel(facts);
    addFact(grid, ToRow, tr("To"), m_to);
    addFact(grid, AsRow, tr("As"), makeNameField());
    auto *listField = new QWidget(facts);
    auto *listLayout = new QVBoxLayout(listField);
    listLayout->setContentsMargins(0, 0, 0, 0);
    m_list = valueLabel(listField, TextStyle::BodyStrong);
    m_listEdit = new QLineEdit(listField);
    m_listEdit->setAccessibleName(tr("Name of the list"));
    connect(m_listEdit, &QLineEdit::textEdited, this, &OutcomePanel::nameEdited);
    listLayout->addWidget(m_list);
    listLayout->addWidget(m_listEdit);
    addFact(grid, ListRow, tr("List"), listField);
    addFact(grid, ModeRow, tr("Mode"), makeModeField());
    m_effect = valueLabel(facts);
    addFact(grid, EffectRow, tr("Effect"), m_effect);
    m_size = valueLabel(facts);
    addFact(grid, SizeRow, tr("Size"), m_size);
    return facts;
}

QWidget *OutcomePanel::makeNameField()
{
    m_asField = new QWidget(this);
    auto *layout = new QHBoxLayout(m_asField);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tiny);
    m_as = valueLabel(m_asField);
    m_asEdit = new QLineEdit(m_asField);
    m_asEdit->setObjectName(u"remoteName"_s);
    m_asEdit->setAccessibleName(tr("Name of the file on the platform"));
    m_asSuffix = new Label({}, TextStyle::Body, ColorRole::Muted, m_asField);
    connect(m_asEdit, &QLineEdit::textEdited, this, &OutcomePanel::nameEdited);
    layout->addWidget(m_as, 1);
    layout->addWidget(m_asEdit, 1);
    layout->addWidget(m_asSuffix);
    return m_asField;
}

QWidget *OutcomePanel::makeModeField()
{
    m_mode = new Button({}, ButtonKind::Secondary, {}, this);
    m_mode->setObjectName(u"modeButton"_s);
    auto *menu = new QMenu(m_mode);
    for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
        QAction *action = menu->addAction(label(mode));
        action->setToolTip(consequence(mode));
        connect(action, &QAction::triggered, this, [this, mode] { Q_EMIT modeChosen(mode); });
    }
    menu->setToolTipsVisible(true);
    connect(m_mode, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_mode->mapToGlobal(QPoint(0, m_mode->height()))); });
    return m_mode;
}

QWidget *OutcomePanel::makeTiles()
{
    auto *tiles = new QWidget(this);
    auto *layout = new QHBoxLayout(tiles);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    m_sent = new StatTile(tiles);
    m_leftOut = new StatTile(tiles);
    m_duplicates = new StatTile(tiles);
    m_sent->setObjectName(u"tileSent"_s);
    m_leftOut->setObjectName(u"tileLeftOut"_s);
    m_duplicates->setObjectName(u"tileDuplicates"_s);
    for (StatTile *tile : {m_sent, m_leftOut, m_duplicates})
        layout->addWidget(tile, 1);
    return tiles;
}

void OutcomePanel::showRow(int row, bool visible)
{
    const auto &[name, value] = m_factRows[static_cast<size_t>(row)];
    name->setVisible(visible);
    value->setVisible(visible);
}

void OutcomePanel::showName(const OutcomeFacts &facts)
{
    const bool editAs = facts.nameEditable && facts.nameIsList;
    const bool editList = facts.nameEditable && !facts.nameIsList;
    m_as->setVisible(!editAs);
    m_as->setText(facts.remoteName);
    m_asEdit->setVisible(editAs);
    m_asSuffix->setVisible(editAs);
    m_asSuffix->setText(facts.nameSuffix);
    setTextKeepingCursor(m_asEdit, facts.listName);
    m_list->setVisible(!editList);
    m_list->setText(facts.listName);
    m_listEdit->setVisible(editList);
    setTextKeepingCursor(m_listEdit, facts.listName);
    showRow(ListRow, facts.hasList);
}

void OutcomePanel::setContentVisible(bool visible)
{
    m_content->setVisible(visible);
    m_button->setVisible(visible);
    m_note->setVisible(visible);
}

void OutcomePanel::setFacts(const OutcomeFacts &facts)
{
    m_to->setText(facts.to);
    showName(facts);
    showRow(ModeRow, facts.hasMode);
    m_mode->setText((facts.mode ? label(*facts.mode) : tr("Choose…")) + u" ▾"_s);
    m_effect->setText(facts.effect);
    showRow(EffectRow, !facts.effect.isEmpty());
    m_size->setText(facts.size);
    m_size->setRole(facts.tooLarge ? ColorRole::Bad : ColorRole::Text);

    const DepositPlan &plan = facts.plan;
    m_sent->set(plan.willBeSent, tr("will be sent"), ColorRole::Text);
    if (plan.refused > 0)
        m_leftOut->set(plan.refused, tr("refused"), ColorRole::Bad);
    else
        m_leftOut->set(plan.leftOut, tr("left out"), plan.leftOut > 0 ? ColorRole::Bad : ColorRole::Text);
    m_duplicates->set(plan.duplicates, tr("duplicates"), plan.duplicates > 0 ? ColorRole::Warn : ColorRole::Text);

    m_saveRefused->setVisible(facts.showRefused);
    m_button->setText(facts.buttonText);
    m_button->setKind(facts.buttonKind);
    m_button->setEnabled(facts.buttonEnabled);
    m_button->setAccessibleDescription(facts.note);
    m_note->setText(facts.note);
    m_note->setRole(facts.noteRole);
}

void OutcomePanel::setRepairs(const std::vector<ProposedRepair> &proposed, const std::set<RepairKind> &ticked)
{
    m_repairs->set(proposed, ticked);
}

} // namespace navette::ui
