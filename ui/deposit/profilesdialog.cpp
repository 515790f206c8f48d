// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/profilesdialog.h"

#include "style/text.h"
#include "style/widgets.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

ProfilesDialog::ProfilesDialog(const std::vector<ExportFile> &kept, const std::vector<LocalPath> &chosen,
                               QWidget *parent)
    : QDialog(parent), m_hadChoice(!chosen.empty())
{
    setObjectName(u"profilesDialog"_s);
    const QString title = tr("Profiles that the platform knows");
    setWindowTitle(title);
    auto *words =
        new Label(tr("Beyond a certain volume the platform takes only profiles that it knows. Tick the exports "
                     "of devices that hold them, each of which is one day: rows of other profiles are found, "
                     "and you decide whether they are left out."),
                  TextStyle::Body, ColorRole::Muted, this);
    words->setWordWrap(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"profileExports"_s);
    m_list->setAccessibleName(tr("Exports of devices"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMinimumHeight(5 * metrics::rowHeight);
    m_none = new Label(tr("None is kept on this computer yet. The page Exports fetches them from the platform."),
                       TextStyle::Secondary, ColorRole::Muted, this);
    m_none->setWordWrap(true);
    for (const ExportFile &file : kept) {
        if (file.kept)
            addItem(*file.kept,
                    tr("%1 · %2").arg(QLocale().toString(file.day, QLocale::LongFormat), sizeText(file.bytes)),
                    std::ranges::find(chosen, *file.kept) != chosen.end());
    }
    for (const LocalPath &path : chosen) {
        if (std::ranges::find(m_paths, path) == m_paths.end())
            addItem(path, fileName(path), true);
    }

    auto *add = new Button(tr("Add files…"), ButtonKind::Quiet, u"plus"_s, this);
    connect(add, &QPushButton::clicked, this, &ProfilesDialog::chooseFiles);
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet, {}, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply = new Button({}, ButtonKind::Primary, {}, this);
    m_apply->setObjectName(u"checkProfiles"_s);
    m_apply->setDefault(true);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(new Label(title, TextStyle::PageTitle, ColorRole::Text, this));
    layout->addWidget(words);
    layout->addWidget(m_none);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setMinimumWidth(520);
    connect(m_list, &QListWidget::itemChanged, this, &ProfilesDialog::showState);
    showState();
}

void ProfilesDialog::addItem(const LocalPath &path, const QString &text, bool ticked)
{
    m_paths.push_back(path);
    auto *item = new QListWidgetItem(text, m_list);
    item->setToolTip(displayText(path));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    if (m_list->count() == 1)
        m_list->setCurrentRow(0);
}

void ProfilesDialog::addFiles(const QStringList &localFiles)
{
    for (const QString &text : localFiles) {
        const LocalPath path = toLocalPath(text);
        const auto known = std::ranges::find(m_paths, path);
        if (known == m_paths.end())
            addItem(path, fileName(path), true);
        else
            m_list->item(static_cast<int>(known - m_paths.begin()))->setCheckState(Qt::Checked);
    }
    showState();
}

void ProfilesDialog::chooseFiles()
{
    addFiles(QFileDialog::getOpenFileNames(this, tr("Add exports of devices"), {},
                                           tr("Exports (*.csv *.gz *.zip);;All files (*)")));
}

std::vector<LocalPath> ProfilesDialog::chosen() const
{
    std::vector<LocalPath> paths;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            paths.push_back(m_paths[static_cast<std::size_t>(row)]);
    }
    return paths;
}

void ProfilesDialog::showState()
{
    const auto count = static_cast<int>(chosen().size());
    m_none->setVisible(m_paths.empty());
    m_list->setVisible(!m_paths.empty());
    m_apply->setText(count == 0 && m_hadChoice ? tr("Check without exports")
                                               : tr("Check against %n export(s)", nullptr, count));
    m_apply->setEnabled(count > 0 || m_hadChoice);
}

} // namespace navette::ui
