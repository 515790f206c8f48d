// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"
#include "reporting/reportingdays.h"
#include "shell/page.h"

#include <map>

class QStackedWidget;

namespace navette::ui
{

class Banner;
class Button;
class CampaignContacts;
class CampaignModel;
class ConnectionNotice;
class DayStrip;
class FigureTile;
class Label;
class ListTable;
class PageHeader;
class SearchField;
class StatePanel;
class TrendChart;

/// Who reacted to the campaigns, day by day: on the platform for seven days, kept here for good.
class ReportsPage final : public Page
{
    Q_OBJECT
public:
    ReportsPage(AccountSession *session, const LocalPath &archiveFolder, QWidget *parent = nullptr);
    ~ReportsPage() override; ///< what it fetches unasked ends: the next page begins it again
    void activate() override;
    void refresh() override;
    bool focusSearch() override;

Q_SIGNALS:
    void daysListed(int onPlatform); ///< how many days the platform holds

private:
    using DayFigures = std::map<QDate, std::vector<CampaignFigures>>;

    [[nodiscard]] QWidget *makeOverview();
    [[nodiscard]] bool tellConnection(); ///< true where that is all there is to show
    void loadDays();
    void applyListing(const Result<std::vector<ReportingDay>> &days);
    void setDays(std::vector<ReportingDay> days);
    void fetchMissingDays();
    void fetched(const ReportingDay &day);
    void loadFigures(const std::vector<ReportingDay> &days);
    void showDay();
    void showTiles(const QDate &day);
    void showTrend();
    void openCampaign(int row, const QString &reaction = {});
    void updateStrip();
    void updateSubtitle();
    [[nodiscard]] qint64 total(const QDate &day, const QString &reaction) const;

    AccountSession *m_session;
    ReportArchive m_archive;
    std::vector<ReportingDay> m_days; ///< newest first
    DayFigures m_figures;             ///< of the days kept here
    std::map<QDate, int> m_fetching;  ///< transfers
    bool m_loading = false;
    QDateTime m_listedAt; ///< by the platform; invalid: not yet

    PageHeader *m_header;
    ConnectionNotice *m_connection;
    SearchField *m_search;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatePanel *m_state;
    CampaignContacts *m_contacts;
    DayStrip *m_strip;
    std::map<QString, FigureTile *> m_tiles; ///< by reaction
    Label *m_tableTitle;
    CampaignModel *m_campaigns;
    ListTable *m_table;
    Label *m_trendTitle;
    TrendChart *m_trend;
    Button *m_openButton;
    QWidget *m_overview;
};

} // namespace navette::ui
