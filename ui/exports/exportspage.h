// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"
#include "reporting/exports.h"
#include "shell/page.h"

#include <map>

class QStackedWidget;

namespace navette::ui
{

class Banner;
class Button;
class ConnectionNotice;
class CsvBrowser;
class ExportCalendar;
class Label;
class ListTable;
class MessageModel;
class PageHeader;
class ShareBars;
class SearchField;
class StatePanel;
class TrendChart;

/// What the Accengage platform exports every night: which files are there, and the figures in them.
class ExportsPage final : public Page
{
    Q_OBJECT
public:
    ExportsPage(AccountSession *session, const LocalPath &archiveFolder, QWidget *parent = nullptr);
    ~ExportsPage() override; ///< what it fetches ends: the next page begins it again
    void activate() override;
    void refresh() override;
    bool focusSearch() override;

private:
    [[nodiscard]] QWidget *makeOverview();
    [[nodiscard]] QWidget *makeTableView();
    [[nodiscard]] bool tellConnection(); ///< true where that is all there is to show
    void loadFiles();
    void listingFailed(const Error &error);
    void setFiles(std::vector<ExportFile> files);
    void fetch(const ExportFile &file, std::function<void()> whenKept = {});
    void fetchSmallFiles();
    void loadFigures();
    void showFigures();
    void updateCalendars();
    void choose(const QString &flowId, const QDate &day);
    void openChosen();
    void showShares(const ExportFile *file);
    [[nodiscard]] ExportFile *find(const QString &flowId, const QDate &day);

    AccountSession *m_session;
    LocalPath m_archiveFolder;
    std::vector<ExportFile> m_files;
    std::map<QDate, std::vector<MessageFigures>> m_figures;
    std::map<QString, int> m_fetching; ///< transfers, by file name
    QString m_chosenFlow;
    QDate m_chosenDay;
    bool m_loading = false;
    QDateTime m_listedAt; ///< by the platform; invalid: not yet

    PageHeader *m_header;
    ConnectionNotice *m_connection;
    SearchField *m_search;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatePanel *m_state;
    std::map<QString, ExportCalendar *> m_calendars; ///< by flow id
    TrendChart *m_chart;
    MessageModel *m_messages;
    ListTable *m_table;
    Label *m_fileTitle;
    Label *m_fileFacts;
    ShareBars *m_shares;
    CancelSource m_cancelShares; ///< of the reading of the file chosen before
    Button *m_openButton;
    Label *m_browserTitle;
    CsvBrowser *m_browser;
    QWidget *m_overview;
    QWidget *m_tableView;
};

} // namespace navette::ui
