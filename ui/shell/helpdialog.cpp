// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/helpdialog.h"

#include "style/widgets.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys) {
        const QString text = key.toString(QKeySequence::NativeText);
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    }
    return texts.mid(0, 2).join(u", "_s);
}

} // namespace

HelpDialog::HelpDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Help"));
    auto *inner = new QWidget;
    auto *grid = new QGridLayout(inner);
    grid->setHorizontalSpacing(metrics::vast);
    grid->setVerticalSpacing(metrics::small);
    int row = 0;
    const auto add = [&](const QString &keys, const QString &what) {
        if (keys.isEmpty())
            return;
        grid->addWidget(new Label(what, TextStyle::Body, ColorRole::Text, inner), row, 0);
        auto *label = new Label(keys, TextStyle::Secondary, ColorRole::Muted, inner);
        grid->addWidget(label, row++, 1, Qt::AlignRight);
    };
    for (const QAction *action : actions)
        add(keysText(action->shortcuts()), action->text());
    const auto key = [](int combined) { return QKeySequence(combined).toString(QKeySequence::NativeText); };
    add(key((Qt::CTRL | Qt::Key_V).toCombined()), tr("Deposit the files of the clipboard (on the board)"));
    add(key((Qt::CTRL | Qt::Key_Return).toCombined()), tr("Deposit, once everything is in order"));
    add(key(Qt::Key_F8), tr("Next problem in the file"));
    add(key((Qt::SHIFT | Qt::Key_F8).toCombined()), tr("Previous problem in the file"));
    add(key((Qt::CTRL | Qt::Key_L).toCombined()), tr("Go to a row"));
    add(keysText(QKeySequence::keyBindings(QKeySequence::Undo)), tr("Undo a repair"));
    add(keysText(QKeySequence::keyBindings(QKeySequence::Redo)), tr("Redo a repair"));
    grid->setRowStretch(row, 1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inner);
    auto *about = new Label(tr("Navette %1 sends contact files to marketing platforms and keeps what they send back. "
                               "Free software under the GNU General Public License, version 3 or later.")
                                .arg(QLatin1String(NAVETTE_VERSION)),
                            TextStyle::Secondary, ColorRole::Muted, this);
    about->setWordWrap(true);
    auto *close = new Button(tr("Close"), ButtonKind::Secondary, {}, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(new Label(tr("Keyboard shortcuts"), TextStyle::PageTitle, ColorRole::Text, this));
    layout->addWidget(scroll, 1);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(about);
    layout->addLayout(buttons);
    resize(560, 620);
}

} // namespace navette::ui
