// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/campaigncontacts.h"

#include "csv/csvfile.h"
#include "reports/campaignmodel.h"
#include "style/banner.h"
#include "style/text.h"
#include "style/widgets.h"
#include "table/csvbrowser.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{

CampaignContacts::CampaignContacts(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextStyle::Section, ColorRole::Text, this))
    , m_banner(new Banner(this))
    , m_lists(new QListWidget(this))
    , m_browser(new CsvBrowser(this))
{
    auto *back = new Button(tr("Back to the day"), ButtonKind::Quiet, QStringLiteral("chevron-left"), this);
    connect(back, &QPushButton::clicked, this, &CampaignContacts::backRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &CampaignContacts::backRequested);
    auto *top = new QHBoxLayout;
    top->addWidget(back);
    top->addWidget(m_title);
    top->addStretch();

    m_lists->setFrameShape(QFrame::NoFrame);
    m_lists->setAccessibleName(tr("Contact lists of the campaign"));
    connect(m_lists, &QListWidget::currentRowChanged, this, &CampaignContacts::showList);

    auto *listSurface = new Surface(this);
    listSurface->setFixedWidth(260);
    listSurface->body()->setContentsMargins(metrics::small, metrics::small, metrics::small, metrics::small);
    listSurface->body()->addWidget(m_lists);
    auto *tableSurface = new Surface(this);
    tableSurface->body()->setContentsMargins(1, 1, 1, metrics::small);
    tableSurface->body()->addWidget(m_browser);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::medium);
    row->addWidget(listSurface);
    row->addWidget(tableSurface, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addLayout(top);
    layout->addWidget(m_banner);
    layout->addLayout(row, 1);
}

void CampaignContacts::open(const CampaignFigures &campaign, const QString &reaction)
{
    m_title->setText(campaign.campaignName.isEmpty() ? tr("All campaigns") : campaign.campaignName);
    m_zip = campaign.zip;
    m_banner->clear();
    const auto future = QtConcurrent::run([zip = m_zip] { return readReactionLists(zip); });
    whenFinished(future, this, [this, zip = m_zip, reaction](const Result<std::vector<ReactionList>> &lists) {
        if (zip == m_zip)
            apply(lists, reaction);
    });
}

void CampaignContacts::apply(const Result<std::vector<ReactionList>> &lists, const QString &wanted)
{
    m_lists->clear();
    m_reactions = lists.value_or(std::vector<ReactionList>{});
    if (!lists)
        m_banner->showError(lists.error());
    int selected = 0;
    for (const ReactionList &list : m_reactions) {
        if (QString(list.medium + u'_' + list.reaction) == wanted)
            selected = m_lists->count();
        m_lists->addItem(tr("%1 (%2)", "list, contacts: Opened, e-mail (1,204)")
                             .arg(reactionLabel(list.medium, list.reaction), numberText(list.contacts)));
    }
    m_lists->setCurrentRow(m_reactions.empty() ? -1 : selected);
}

void CampaignContacts::showList(int row)
{
    if (row < 0 || row >= static_cast<int>(m_reactions.size()))
        return;
    const ReactionList list = m_reactions[static_cast<std::size_t>(row)];
    m_browser->show([zip = m_zip, list](const JobControl &job) -> Result<std::shared_ptr<const csv::CsvFile>> {
        auto bytes = archive::readZipEntry(zip, list.zipIndex, {}, job);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        return csv::CsvFile::fromBytes(std::move(*bytes), list.medium + u'_' + list.reaction + QStringLiteral(".csv"));
    });
}

void CampaignContacts::focusSearch()
{
    m_browser->focusSearch();
}

} // namespace navette::ui
