// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportspage.h"

#include "pipeline/transferqueue.h"
#include "reports/campaigncontacts.h"
#include "reports/campaignmodel.h"
#include "reports/daystrip.h"
#include "shell/connectionnotice.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/figuretile.h"
#include "style/listtable.h"
#include "style/saveas.h"
#include "style/text.h"
#include "style/trendchart.h"
#include "style/widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{
namespace
{

// The strip and the trend show this many days; older ones are kept on disk.
constexpr int shownDays = 7;

constexpr QLatin1StringView opened("EMAIL_opened");
constexpr QLatin1StringView clicked("EMAIL_clicked");
constexpr QLatin1StringView unsubscribed("EMAIL_optout");
constexpr QLatin1StringView smsStop("SMS_optout");

QString campaignCount(const ReportingDay &day)
{
    const auto campaigns =
        std::count_if(day.zips.begin(), day.zips.end(), [](const CampaignZip &zip) { return !zip.general; });
    return campaigns == 1 ? ReportsPage::tr("1 campaign") : ReportsPage::tr("%1 campaigns").arg(campaigns);
}

DayCardFacts factsOf(const ReportingDay &day, bool fetching)
{
    DayCardFacts facts{.day = day.day, .line = campaignCount(day)};
    facts.leavingSoon = day.onPlatform && day.daysLeft <= 0;
    if (!day.onPlatform)
        facts.remaining = ReportsPage::tr("gone from the platform");
    else if (day.daysLeft <= 0)
        facts.remaining = ReportsPage::tr("leaves the platform tonight");
    else
        facts.remaining = day.daysLeft == 1 ? ReportsPage::tr("1 day left there")
                                            : ReportsPage::tr("%1 days left there").arg(day.daysLeft);
    if (day.allKept)
        facts.badge = ReportsPage::tr("kept"), facts.badgeTone = Tone::Ok;
    else if (fetching)
        facts.badge = ReportsPage::tr("fetching"), facts.badgeTone = Tone::Info;
    else
        facts.badge = ReportsPage::tr("new"), facts.badgeTone = Tone::Info;
    return facts;
}

qint64 sumOf(const std::vector<CampaignFigures> &campaigns, const QString &reaction)
{
    qint64 sum = 0;
    for (const CampaignFigures &campaign : campaigns)
        sum += campaign.contacts.value(reaction);
    return sum;
}

} // namespace

ReportsPage::ReportsPage(AccountSession *session, const LocalPath &archiveFolder, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_archive(archiveFolder)
    , m_header(new PageHeader(tr("Reports"), this))
    , m_connection(new ConnectionNotice(session,
                                        {.disconnected = tr("Reports are fetched once the account is connected."),
                                         .offline = tr("Reports are fetched once there is a network again.")},
                                        m_header, this))
    , m_search(new SearchField(tr("Find a campaign"), this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePanel(this))
    , m_contacts(new CampaignContacts(this))
    , m_overview(makeOverview())
{
    m_search->setFixedWidth(220);
    connect(m_search, &QLineEdit::textChanged, m_table, &ListTable::setSearch);
    auto *exportButton = new Button(tr("Export…"), ButtonKind::Secondary, QStringLiteral("download"), this);
    exportButton->setToolTip(tr("Save the day’s campaigns as a file for your spreadsheet"));
    connect(exportButton, &QPushButton::clicked, this, [this] {
        saveAs(this, tr("Export the campaigns"), m_strip->currentDay().toString(Qt::ISODate) + QStringLiteral(".csv"),
               tableCsv(*m_campaigns));
    });
    m_header->addControl(m_search);
    m_header->addControl(exportButton);

    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_contacts);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::large);
    layout->addWidget(m_header);
    layout->addWidget(m_connection->banner());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);

    connect(m_contacts, &CampaignContacts::backRequested, this, [this] { m_stack->setCurrentWidget(m_overview); });
    connect(session, &AccountSession::stateChanged, this, [this] {
        if (isVisible())
            loadDays();
    });
    updateSubtitle();
}

ReportsPage::~ReportsPage()
{
    for (const auto &[day, transfer] : std::map(m_fetching)) // a copy: each takes itself out
        m_session->services().transfers.cancel(transfer);
}

QWidget *ReportsPage::makeOverview()
{
    auto *overview = new QWidget(this);
    m_strip = new DayStrip(overview);
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(metrics::medium);
    const std::vector<std::pair<QString, QString>> figures{{opened, tr("Opened, e-mail")},
                                                           {clicked, tr("Clicked, e-mail")},
                                                           {unsubscribed, tr("Unsubscribed, e-mail")},
                                                           {smsStop, tr("Stopped, SMS")}};
    for (const auto &[reaction, name] : figures) {
        auto *tile = new FigureTile(name, overview);
        m_tiles.emplace(reaction, tile);
        tiles->addWidget(tile);
    }

    auto *tableSurface = new Surface(overview);
    tableSurface->body()->setContentsMargins(1, metrics::medium, 1, metrics::small);
    m_tableTitle = new Label({}, TextStyle::Section, ColorRole::Text, tableSurface);
    m_tableTitle->setContentsMargins(metrics::medium, 0, 0, 0);
    m_campaigns = new CampaignModel(this);
    m_table = new ListTable(tableSurface);
    m_table->setAccessibleName(tr("Campaigns of the day"));
    m_table->setSourceModel(m_campaigns);
    m_table->sortByColumn(CampaignModel::Opened, Qt::DescendingOrder);
    m_table->setColumnWidths({150, 84, 148, 68, 68, 104, 84}, CampaignModel::Campaign);
    auto *hint = new Label(tr("Double-click for the contacts"), TextStyle::Secondary, ColorRole::Muted, tableSurface);
    hint->setContentsMargins(metrics::medium, metrics::tiny, 0, metrics::tiny);
    tableSurface->body()->addWidget(m_tableTitle);
    tableSurface->body()->addWidget(m_table, 1);
    tableSurface->body()->addWidget(hint);

    auto *trendSurface = new Surface(overview);
    trendSurface->body()->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    m_trendTitle = new Label({}, TextStyle::Section, ColorRole::Text, trendSurface);
    m_trend = new TrendChart(ChartKind::Lines, trendSurface);
    m_trend->setAccessibleName(tr("Trend of the campaign"));
    m_openButton = new Button({}, ButtonKind::Secondary, {}, trendSurface);
    trendSurface->body()->addWidget(m_trendTitle);
    trendSurface->body()->addWidget(m_trend, 1);
    trendSurface->body()->addWidget(m_openButton, 0, Qt::AlignLeft);

    auto *lower = new QHBoxLayout;
    lower->setSpacing(metrics::medium);
    lower->addWidget(tableSurface, 62);
    lower->addWidget(trendSurface, 38);
    auto *layout = new QVBoxLayout(overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::large);
    layout->addWidget(m_strip);
    layout->addLayout(tiles);
    layout->addLayout(lower, 1);

    connect(m_strip, &DayStrip::currentDayChanged, this, &ReportsPage::showDay);
    connect(m_table, &ListTable::currentRowChanged, this, &ReportsPage::showTrend);
    connect(m_table, &ListTable::rowActivated, this, [this](int row) { openCampaign(row); });
    connect(m_openButton, &QPushButton::clicked, this, [this] {
        if (m_table->currentSourceRow() >= 0)
            openCampaign(m_table->currentSourceRow(), clicked);
    });
    return overview;
}

void ReportsPage::activate()
{
    loadDays();
}

void ReportsPage::refresh()
{
    m_banner->clear();
    loadDays();
}

bool ReportsPage::focusSearch()
{
    if (m_stack->currentWidget() == m_contacts) {
        m_contacts->focusSearch();
    } else {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
    return true;
}

bool ReportsPage::tellConnection()
{
    const bool alone = m_connection->tell({.anything = !m_days.empty(), .listedAt = m_listedAt}, *m_state);
    if (alone)
        m_stack->setCurrentWidget(m_state);
    return alone;
}

void ReportsPage::loadDays()
{
    const bool told = tellConnection();
    const auto remote = m_session->remote();
    if (m_loading || (!remote && !m_days.empty()))
        return;
    m_loading = true;
    if (m_days.empty() && !told) {
        m_state->show(QStringLiteral("reports"), tr("Looking for reports …"), {});
        m_stack->setCurrentWidget(m_state);
    }
    const auto future = QtConcurrent::run([remote, archive = m_archive]() -> Result<std::vector<ReportingDay>> {
        // Without a connection, what is kept here is there all the same.
        return remote ? listReportingDays(*remote, archive, QDate::currentDate()) : archive.days();
    });
    // The address alone: whoever holds a connection last waits for its end.
    whenFinished(future, this, [this, over = remote.get()](const Result<std::vector<ReportingDay>> &days) {
        m_loading = false;
        if (days && over)
            m_listedAt = QDateTime::currentDateTimeUtc();
        applyListing(days);
        if (m_session->remote() && m_session->remote().get() != over)
            loadDays(); // it was made, or made again, meanwhile
    });
}

void ReportsPage::applyListing(const Result<std::vector<ReportingDay>> &days)
{
    if (!days && !m_connection->explains(days.error()))
        m_banner->showError(days.error());
    if (days)
        setDays(*days);
    else if (m_days.empty())
        setDays(m_archive.days());
}

void ReportsPage::setDays(std::vector<ReportingDay> days)
{
    m_days = std::move(days);
    Q_EMIT daysListed(static_cast<int>(
        std::count_if(m_days.begin(), m_days.end(), [](const ReportingDay &one) { return one.onPlatform; })));
    updateSubtitle();
    if (tellConnection())
        return;
    if (m_days.empty()) {
        m_state->show(QStringLiteral("reports"), tr("No report yet"),
                      tr("The platform writes them every day for the campaigns that run."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (m_stack->currentWidget() == m_state)
        m_stack->setCurrentWidget(m_overview);
    fetchMissingDays();
    updateStrip();
    loadFigures(m_days);
    showDay();
}

// Newest reports are what people wait for, so they come first.
void ReportsPage::fetchMissingDays()
{
    if (!m_session->remote())
        return;
    for (const ReportingDay &missing : m_days) {
        if (missing.allKept || !missing.onPlatform || m_fetching.contains(missing.day))
            continue;
        Transfer transfer;
        transfer.direction = TransferDirection::ToThisComputer;
        transfer.account = m_session->account().name;
        transfer.name = tr("Reports of %1").arg(QLocale().toString(missing.day, QLocale::ShortFormat));
        m_fetching[missing.day] = addTransfer(
            m_session->services().transfers, transfer,
            overLink(m_session->link(),
                     [archive = m_archive, missing](RemoteFileSystem &remote, const TransferProgress &progress,
                                                    const JobControl &job) {
                         return fetchDay(remote, archive, missing, progress, job);
                     }),
            this, [this, day = missing.day](const Result<ReportingDay> &kept) {
                m_fetching.erase(day);
                if (kept)
                    fetched(*kept);
                else
                    m_banner->showError(kept.error());
            });
    }
}

void ReportsPage::fetched(const ReportingDay &day)
{
    for (ReportingDay &known : m_days) {
        if (known.day == day.day)
            known = day;
    }
    updateStrip();
    updateSubtitle();
    loadFigures({day});
}

void ReportsPage::loadFigures(const std::vector<ReportingDay> &days)
{
    std::vector<ReportingDay> wanted;
    for (const ReportingDay &day : days) {
        if (day.allKept && !m_figures.contains(day.day) && wanted.size() < shownDays)
            wanted.push_back(day);
    }
    if (wanted.empty())
        return;
    const auto future = QtConcurrent::run([wanted]() -> Result<DayFigures> {
        DayFigures figures;
        for (const ReportingDay &day : wanted) {
            auto campaigns = figuresOfDay(day);
            if (!campaigns)
                return tl::make_unexpected(campaigns.error());
            figures.emplace(day.day, std::move(*campaigns));
        }
        return figures;
    });
    whenFinished(future, this, [this](const Result<DayFigures> &figures) {
        if (!figures) {
            m_banner->showError(figures.error());
            return;
        }
        for (const auto &[day, campaigns] : *figures)
            m_figures[day] = campaigns;
        showDay();
    });
}

void ReportsPage::updateStrip()
{
    std::vector<DayCardFacts> facts;
    for (const ReportingDay &day : m_days) {
        if (facts.size() < shownDays)
            facts.insert(facts.begin(), factsOf(day, m_fetching.contains(day.day)));
    }
    m_strip->setDays(facts);
}

void ReportsPage::updateSubtitle()
{
    const auto kept = std::count_if(m_days.begin(), m_days.end(), [](const ReportingDay &day) { return day.allKept; });
    const QString days = kept == 1 ? tr("1 day kept here") : tr("%1 days kept here").arg(numberText(kept));
    m_connection->setSubtitle(QStringLiteral("%1 · %2").arg(days, tr("every new day is fetched by itself")));
}

qint64 ReportsPage::total(const QDate &day, const QString &reaction) const
{
    const auto found = m_figures.find(day);
    return found == m_figures.end() ? -1 : sumOf(found->second, reaction);
}

void ReportsPage::showDay()
{
    const QDate date = m_strip->currentDay();
    const auto found = m_figures.find(date);
    const int row = m_table->currentSourceRow();
    const QString selected = row >= 0 ? m_campaigns->campaign(row).campaignId : QString();
    m_campaigns->setCampaigns(found == m_figures.end() ? std::vector<CampaignFigures>{} : found->second);
    const QString dayText = QLocale().toString(date, tr("dddd d MMMM", "a day's date format"));
    m_tableTitle->setText(found == m_figures.end() ? tr("Campaigns of %1 are being fetched").arg(dayText)
                                                   : tr("Campaigns of %1").arg(dayText));
    for (int i = 0; i < m_campaigns->rowCount(); ++i) {
        if (m_campaigns->campaign(i).campaignId == selected)
            m_table->selectSourceRow(i);
    }
    if (m_table->currentSourceRow() < 0 && m_campaigns->rowCount() > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    showTiles(date);
    showTrend();
}

void ReportsPage::showTiles(const QDate &date)
{
    const QDate before = date.addDays(-1);
    for (const auto &[reaction, tile] : m_tiles) {
        const qint64 now = total(date, reaction);
        const qint64 then = total(before, reaction);
        if (now < 0) {
            tile->set(QStringLiteral("–"));
        } else if (then <= 0) {
            tile->set(numberText(now));
        } else {
            const int percent = qRound(100.0 * double(now - then) / double(then));
            const QString sign = percent > 0 ? QStringLiteral("+") : QString();
            // More openings are good news, more people leaving are not.
            const bool unwelcome = reaction == unsubscribed || reaction == smsStop;
            const Tone tone = std::abs(percent) < 5        ? Tone::Neutral
                              : (percent > 0) != unwelcome ? Tone::Ok
                                                           : Tone::Warn;
            tile->set(numberText(now),
                      tr("%1%2 % on %3", "sign, number, weekday")
                          .arg(sign)
                          .arg(percent)
                          .arg(QLocale().dayName(before.dayOfWeek())),
                      tone);
        }
    }
}

void ReportsPage::showTrend()
{
    const int row = m_table->currentSourceRow();
    m_openButton->setVisible(row >= 0);
    if (row < 0) {
        m_trendTitle->clear();
        m_trend->setData({}, {});
        return;
    }
    const CampaignFigures &campaign = m_campaigns->campaign(row);
    m_trendTitle->setText(campaign.campaignName.isEmpty() ? tr("All campaigns") : campaign.campaignName);
    m_openButton->setText(tr("Contacts who clicked (%1)").arg(numberText(campaign.contacts.value(clicked))));
    QStringList days;
    ChartSeries opens{.name = tr("Opened"), .role = ColorRole::Accent};
    ChartSeries clicks{.name = tr("Clicked"), .role = ColorRole::Ok};
    for (const auto &[date, campaigns] : m_figures) {
        if (date < m_strip->currentDay().addDays(1 - shownDays) || date > m_strip->currentDay())
            continue;
        const auto same = std::find_if(campaigns.begin(), campaigns.end(), [&](const CampaignFigures &one) {
            return one.campaignId == campaign.campaignId;
        });
        days += QLocale().toString(date, QStringLiteral("ddd"));
        opens.values.push_back(same == campaigns.end() ? 0 : double(same->contacts.value(opened)));
        clicks.values.push_back(same == campaigns.end() ? 0 : double(same->contacts.value(clicked)));
    }
    m_trend->setData(days, {opens, clicks});
}

void ReportsPage::openCampaign(int row, const QString &reaction)
{
    m_contacts->open(m_campaigns->campaign(row), reaction);
    m_stack->setCurrentWidget(m_contacts);
}

} // namespace navette::ui
