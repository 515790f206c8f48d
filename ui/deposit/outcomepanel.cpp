// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/outcomepanel.h"

#include "deposit/repairlist.h"
#include "deposit/stattile.h"
#include "style/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

enum FactRow { ToRow, AsRow, PartsRow, ListRow, ModeRow, EffectRow, ProfilesRow, SizeRow };

Label *valueLabel(QWidget *parent, TextStyle style = TextStyle::Body)
{
    auto *label = new Label({}, style, ColorRole::Text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// On the first line of the value: a label's, or that in the middle of a field.
void alignToValue(Label *name, bool isControl)
{
    name->setContentsMargins(0, isControl ? metrics::small : 1, 0, 0);
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

    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::small);
    layout->setSpacing(metrics::medium);
    m_content = new QWidget(content);
    auto *body = new QVBoxLayout(m_content);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(metrics::medium);
    layout->addWidget(m_content);
    body->addWidget(new Label(tr("What will happen"), TextStyle::Section, ColorRole::Text, m_content));
    body->addWidget(makeFacts());
    body->addWidget(makeTiles());
    auto *repairsTitle = new Label(tr("Repairs in the copy"), TextStyle::Section, ColorRole::Text, content);
    body->addWidget(repairsTitle);
    m_repairs = new RepairList(content);
    connect(m_repairs, &RepairList::toggled, this, &OutcomePanel::repairToggled);
    body->addWidget(m_repairs);
    m_saveRefused = new Button(tr("Save the refused contacts…"), ButtonKind::Secondary, u"download"_s, content);
    // A long translation is cut; it must not push the panel's content past its edge.
    m_saveRefused->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_saveRefused, &QPushButton::clicked, this, &OutcomePanel::saveRefusedWanted);
    body->addWidget(m_saveRefused);
    layout->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_scroll->verticalScrollBar()->installEventFilter(this);
    outer->addWidget(m_scroll, 1);

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
    m_note->setAlignment(Qt::AlignHCenter);
    m_note->setWordWrap(true);
    bottom->addWidget(m_note);
    outer->addLayout(bottom);
}

void OutcomePanel::addFact(QGridLayout *grid, int row, const QString &title, QWidget *value, bool isControl)
{
    auto *name = new Label(title, TextStyle::Secondary, ColorRole::Muted, this);
    name->setFixedWidth(metrics::vast * 2 + metrics::small);
    alignToValue(name, isControl);
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
    addFact(grid, AsRow, tr("As"), makeNameField(), true);
    m_parts = valueLabel(facts);
    m_parts->setObjectName(u"parts"_s);
    m_parts->setTextInteractionFlags(Qt::NoTextInteraction);
    addFact(grid, PartsRow, tr("Files"), m_parts);
    auto *listField = new QWidget(facts);
    auto *listLayout = new QVBoxLayout(listField);
    listLayout->setContentsMargins(0, 0, 0, 0);
    m_list = valueLabel(listField, TextStyle::BodyStrong);
    m_listEdit = new QLineEdit(listField);
    m_listEdit->setAccessibleName(tr("Name of the list"));
    connect(m_listEdit, &QLineEdit::textEdited, this, &OutcomePanel::nameEdited);
    listLayout->addWidget(m_list);
    listLayout->addWidget(m_listEdit);
    addFact(grid, ListRow, tr("List"), listField, false);
    addFact(grid, ModeRow, tr("Mode"), makeModeField(), true);
    m_effect = valueLabel(facts);
    addFact(grid, EffectRow, tr("Effect"), m_effect);
    addFact(grid, ProfilesRow, tr("Profiles"), makeProfilesField());
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
    m_as->setTextInteractionFlags(Qt::NoTextInteraction);
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
    m_mode = new QComboBox(this);
    m_mode->setObjectName(u"mode"_s);
    m_mode->setAccessibleName(tr("Import mode"));
    m_mode->setPlaceholderText(tr("Choose…"));
    m_mode->setMinimumWidth(1); // the longest mode's name must not widen the panel
    for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
        m_mode->addItem(label(mode), key(mode));
        m_mode->setItemData(m_mode->count() - 1, consequence(mode), Qt::ToolTipRole);
    }
    m_mode->setCurrentIndex(-1);
    connect(m_mode, &QComboBox::activated, this, [this](int index) {
        if (const auto mode = importModeFromKey(m_mode->itemData(index).toString()))
            Q_EMIT modeChosen(*mode);
    });
    return m_mode;
}

QWidget *OutcomePanel::makeProfilesField()
{
    auto *field = new QWidget(this);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tiny);
    m_profiles = valueLabel(field);
    m_profiles->setObjectName(u"profiles"_s);
    m_profiles->setTextInteractionFlags(Qt::NoTextInteraction);
    m_chooseProfiles = new Button({}, ButtonKind::Secondary, {}, field);
    m_chooseProfiles->setObjectName(u"chooseProfiles"_s);
    m_dropProfiles = new Button(tr("Take back"), ButtonKind::Quiet, {}, field);
    m_dropProfiles->setObjectName(u"dropProfiles"_s);
    m_dropProfiles->setAccessibleName(tr("Check without exports of devices"));
    connect(m_chooseProfiles, &QPushButton::clicked, this, &OutcomePanel::profilesWanted);
    connect(m_dropProfiles, &QPushButton::clicked, this, &OutcomePanel::profilesTakenBack);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::tiny);
    buttons->addWidget(m_chooseProfiles);
    buttons->addWidget(m_dropProfiles);
    buttons->addStretch(1);
    layout->addWidget(m_profiles);
    layout->addLayout(buttons);
    return field;
}

void OutcomePanel::showProfiles(const OutcomeFacts &facts)
{
    m_profiles->setText(breakable(facts.profiles));
    m_profiles->setRole(facts.profilesRole);
    m_chooseProfiles->setText(facts.profilesChosen ? tr("Change…") : tr("Check…"));
    m_chooseProfiles->setAccessibleName(tr("Choose the exports of devices to check against"));
    m_dropProfiles->setVisible(facts.profilesChosen);
    showRow(ProfilesRow, facts.hasProfiles);
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
    m_as->setText(breakable(facts.remoteName));
    m_as->setAccessibleName(facts.remoteName);
    m_as->setToolTip(facts.remoteName);
    m_asEdit->setVisible(editAs);
    m_asSuffix->setVisible(editAs);
    m_asSuffix->setText(facts.nameSuffix);
    setTextKeepingCursor(m_asEdit, facts.listName);
    m_list->setVisible(!editList);
    m_list->setText(facts.lists.isEmpty() ? facts.listName : facts.lists);
    m_parts->setText(facts.parts);
    showRow(PartsRow, !facts.parts.isEmpty());
    m_listEdit->setVisible(editList);
    setTextKeepingCursor(m_listEdit, facts.listName);
    alignToValue(m_factRows[AsRow].first, editAs);
    alignToValue(m_factRows[ListRow].first, editList);
    showRow(ListRow, facts.hasList);
}

bool OutcomePanel::eventFilter(QObject *watched, QEvent *event)
{
    // The content ends where the button does, with and without a scroll bar beside it.
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        const int bar = event->type() == QEvent::Show ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
        m_scroll->widget()->layout()->setContentsMargins(metrics::large, metrics::large,
                                                         std::max(metrics::tiny, metrics::large - bar), metrics::small);
    }
    return QWidget::eventFilter(watched, event);
}

void OutcomePanel::setContentVisible(bool visible)
{
    m_content->setVisible(visible);
    m_button->setVisible(visible);
    m_button->setEnabled(m_button->isEnabled() && visible);
    m_note->setVisible(visible);
}

void OutcomePanel::setFacts(const OutcomeFacts &facts)
{
    m_to->setText(facts.to);
    showName(facts);
    showRow(ModeRow, facts.hasMode);
    m_mode->setCurrentIndex(facts.mode ? m_mode->findData(key(*facts.mode)) : -1);
    m_effect->setText(facts.effect);
    showRow(EffectRow, !facts.effect.isEmpty());
    showProfiles(facts);
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
