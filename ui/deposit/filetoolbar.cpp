// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/filetoolbar.h"

#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

void popUpBelow(QMenu *menu, const QWidget *button)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

} // namespace

FileToolBar::FileToolBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large + metrics::tiny, metrics::small, metrics::medium, metrics::small);
    layout->setSpacing(metrics::small);
    m_onlyProblems = new Button(tr("Only rows with problems"), ButtonKind::Secondary, {}, this);
    m_onlyProblems->setObjectName(u"onlyProblems"_s);
    m_onlyProblems->setCheckable(true);
    m_next = new Button(tr("Next problem F8"), ButtonKind::Secondary, {}, this);
    m_next->setToolTip(tr("Next problem: F8. Previous: Shift+F8"));
    m_undo = new Button(tr("Undo"), ButtonKind::Quiet, {}, this);
    m_undo->setToolTip(tr("Undo the last tick (Ctrl+Z)"));
    m_redo = new Button(tr("Redo"), ButtonKind::Quiet, {}, this);
    m_redo->setToolTip(tr("Redo the tick (Ctrl+Y)"));
    m_encoding = new Button({}, ButtonKind::Quiet, {}, this);
    m_encoding->setAccessibleName(tr("Encoding of the file"));
    m_delimiter = new Button({}, ButtonKind::Quiet, {}, this);
    m_delimiter->setAccessibleName(tr("Separator of the file"));
    m_shape = new Label({}, TextStyle::Secondary, ColorRole::Muted, this);
    for (Button *button : {m_onlyProblems, m_next, m_undo, m_redo})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(m_encoding);
    layout->addWidget(m_delimiter);
    m_shape->setMinimumWidth(1); // the page need not be wider for it: see showShapeIfItFits()
    layout->addWidget(m_shape);

    connect(m_onlyProblems, &QPushButton::toggled, this, &FileToolBar::onlyProblemsToggled);
    connect(m_next, &QPushButton::clicked, this, &FileToolBar::nextProblemWanted);
    connect(m_undo, &QPushButton::clicked, this, &FileToolBar::undoWanted);
    connect(m_redo, &QPushButton::clicked, this, &FileToolBar::redoWanted);
    connect(m_encoding, &QPushButton::clicked, this, &FileToolBar::fillEncodingMenu);
    connect(m_delimiter, &QPushButton::clicked, this, &FileToolBar::fillDelimiterMenu);
}

void FileToolBar::setState(const State &state)
{
    m_state = state;
    const QSignalBlocker quiet(m_onlyProblems);
    m_onlyProblems->setChecked(state.onlyProblems);
    m_onlyProblems->setEnabled(state.hasProblems || state.onlyProblems);
    m_next->setEnabled(state.hasProblems);
    m_undo->setEnabled(state.canUndo);
    m_redo->setEnabled(state.canRedo);
    m_redo->setVisible(state.canRedo);
    m_encoding->setText(csv::label(state.dialect.encoding) + u" ▾"_s);
    m_delimiter->setText(csv::delimiterName(state.dialect.delimiter) + u" ▾"_s);
    m_shape->setText(tr("%n column(s)", nullptr, state.columns));
    m_shape->setToolTip(tr("The first row holds the names of the columns."));
    showShapeIfItFits();
}

/// Whole or not at all: half a number would be wrong.
void FileToolBar::showShapeIfItFits()
{
    const bool shown = m_shape->isVisibleTo(this);
    const int withIt = layout()->sizeHint().width() + (shown ? 0 : layout()->spacing() + m_shape->sizeHint().width());
    m_shape->setVisible(withIt <= width());
}

void FileToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showShapeIfItFits();
}

void FileToolBar::fillEncodingMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const QString &text, std::optional<csv::Encoding> encoding) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(encoding == m_state.hints.encoding);
        connect(action, &QAction::triggered, this, [this, encoding] {
            csv::DialectHints hints = m_state.hints;
            hints.encoding = encoding;
            Q_EMIT hintsChosen(hints);
        });
    };
    add(tr("Found by itself"), std::nullopt);
    menu->addSeparator();
    for (const auto encoding : {csv::Encoding::Utf8, csv::Encoding::Latin1, csv::Encoding::Windows1252})
        add(csv::label(encoding), encoding);
    popUpBelow(menu, m_encoding);
}

void FileToolBar::fillDelimiterMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const QString &text, std::optional<char> delimiter) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(delimiter == m_state.hints.delimiter);
        connect(action, &QAction::triggered, this, [this, delimiter] {
            csv::DialectHints hints = m_state.hints;
            hints.delimiter = delimiter;
            Q_EMIT hintsChosen(hints);
        });
    };
    add(tr("Found by itself"), std::nullopt);
    menu->addSeparator();
    for (const char delimiter : {';', ',', '\t', '|'})
        add(csv::delimiterName(delimiter), delimiter);
    popUpBelow(menu, m_delimiter);
}

} // namespace navette::ui
