// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settingsdialog.h"

#include "accounts/userfolders.h"
#include "shell/languages.h"
#include "style/openfolder.h"
#include "style/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

SettingsDialog::SettingsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::huge);
    form->setVerticalSpacing(metrics::medium);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    const auto addRow = [this, form](const QString &text, QWidget *field) {
        auto *name = new Label(text, TextStyle::Body, ColorRole::Muted, this);
        name->setMinimumHeight(metrics::controlHeight);
        name->setBuddy(field);
        form->addRow(name, field);
    };
    auto *scheme = new Segmented(this);
    scheme->addChoice(tr("As the system"), u"system"_s);
    scheme->addChoice(tr("Light"), u"light"_s);
    scheme->addChoice(tr("Dark"), u"dark"_s);
    scheme->setCurrentValue(m_settings.scheme.get());
    scheme->setAccessibleName(tr("Appearance"));
    connect(scheme, &Segmented::currentChanged, this, [this, scheme] {
        m_settings.scheme.set(scheme->currentValue().toString());
        Q_EMIT schemeChosen(scheme->currentValue().toString());
    });
    addRow(tr("Appearance"), scheme);

    auto *language = new QComboBox(this);
    for (const Language &choice : languages())
        language->addItem(choice.name, choice.key);
    language->setCurrentIndex(language->findData(currentLanguageKey()));
    language->setAccessibleName(tr("Language"));
    connect(language, &QComboBox::activated, this, [this, language] {
        const QString chosen = language->currentData().toString();
        m_language = chosen == currentLanguageKey() ? std::nullopt : std::optional(chosen);
    });
    addRow(tr("Language"), language);

    auto *refresh = new QComboBox(this);
    for (const int seconds : {5, 15, 30, 60, 300})
        refresh->addItem(seconds < 60 ? tr("every %n second(s)", nullptr, seconds)
                                      : tr("every %n minute(s)", nullptr, seconds / 60),
                         seconds);
    refresh->setCurrentIndex(std::max(0, refresh->findData(m_settings.refreshSeconds.get())));
    refresh->setAccessibleName(tr("Boards are refreshed"));
    connect(refresh, &QComboBox::activated, this, [this, refresh] {
        m_settings.refreshSeconds.set(refresh->currentData().toInt());
        Q_EMIT refreshChosen(refresh->currentData().toInt());
    });
    addRow(tr("Boards are refreshed"), refresh);

    auto *folder = new Button(tr("Open the folder"), ButtonKind::Secondary, u"folder"_s, this);
    folder->setToolTip(displayText(userDataFolder()));
    connect(folder, &QPushButton::clicked, this, [] { openFolder(userDataFolder()); });
    addRow(tr("Accounts and history"), folder);

    auto *help = new Button(tr("Help and keyboard shortcuts"), ButtonKind::Quiet, u"help"_s, this);
    connect(help, &QPushButton::clicked, this, &SettingsDialog::helpChosen);
    auto *close = new Button(tr("Close"), ButtonKind::Secondary, {}, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(help);
    buttons->addStretch();
    buttons->addWidget(close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::large);
    layout->addWidget(new Label(tr("Settings"), TextStyle::PageTitle, ColorRole::Text, this));
    layout->addLayout(form);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(520);
}

} // namespace navette::ui
