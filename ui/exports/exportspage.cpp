// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportspage.h"

#include "exports/exportcalendar.h"
#include "exports/exportshares.h"
#include "exports/messagemodel.h"
#include "flows/flowcatalog.h"
#include "pipeline/transferqueue.h"
#include "reporting/packedcsv.h"
#include "shell/connectionnotice.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/listtable.h"
#include "style/saveas.h"
#include "style/text.h"
#include "style/trendchart.h"
#include "style/widgets.h"
#include "table/csvbrowser.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{
namespace
{

constexpr int shownDays = 14;
// Larger files (every device of a day) are fetched when somebody asks for them.
constexpr qint64 fetchedUnasked = 50LL << 20;

QString statisticsFlow()
{
    return QStringLiteral("accengage/exportMessagesStatistics");
}

// A day's files are written the night after, between 01:00 and 04:00 (accengage.md, Exports).
QDate newestExpectedDay()
{
    return QDate::currentDate().addDays(-1);
}

} // namespace

ExportsPage::ExportsPage(AccountSession *session, const LocalPath &archiveFolder, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_archiveFolder(archiveFolder)
    , m_header(new PageHeader(tr("Exports"), this))
    , m_connection(new ConnectionNotice(session,
                                        {.disconnected = tr("Exports are listed once the account is connected."),
                                         .offline = tr("Exports are listed once there is a network again.")},
                                        m_header, this))
    , m_search(new SearchField(tr("Find a message"), this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePanel(this))
    , m_overview(makeOverview())
    , m_tableView(makeTableView())
{
    m_search->setFixedWidth(220);
    connect(m_search, &QLineEdit::textChanged, m_table, &ListTable::setSearch);
    auto *exportButton = new Button(tr("Export…"), ButtonKind::Secondary, QStringLiteral("download"), this);
    exportButton->setToolTip(tr("Save the messages’ figures as a file for your spreadsheet"));
    connect(exportButton, &QPushButton::clicked, this, [this] {
        saveAs(this, tr("Export the figures"), tr("Messages") + QStringLiteral(".csv"), tableCsv(*m_messages));
    });
    m_header->addControl(m_search);
    m_header->addControl(exportButton);

    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_tableView);
    m_stack->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::large, metrics::huge, metrics::large);
    layout->setSpacing(metrics::large);
    layout->addWidget(m_header);
    layout->addWidget(m_connection->banner());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    connect(session, &AccountSession::stateChanged, this, [this] {
        if (isVisible())
            loadFiles();
    });
    m_connection->setSubtitle(tr("new files every night between 01:00 and 04:00 (GMT+1)"));
}

ExportsPage::~ExportsPage()
{
    for (const auto &[file, transfer] : std::map(m_fetching)) // a copy: each takes itself out
        m_session->services().transfers.cancel(transfer);
}

QWidget *ExportsPage::makeOverview()
{
    auto *overview = new QWidget(this);
    auto *calendars = new QHBoxLayout;
    calendars->setSpacing(metrics::medium);
    for (const QString &id : {statisticsFlow(), QStringLiteral("accengage/exportDevicesReactions"),
                              QStringLiteral("accengage/exportDevices")}) {
        const Flow *flow = m_session->services().flows.find(id);
        if (!flow)
            continue;
        auto *calendar = new ExportCalendar(flowTitle(*flow), overview);
        connect(calendar, &ExportCalendar::dayChosen, this,
                [this, id = flow->id](const QDate &day) { choose(id, day); });
        m_calendars.emplace(flow->id, calendar);
        calendars->addWidget(calendar);
    }

    auto *figures = new Surface(overview);
    figures->body()->setContentsMargins(1, metrics::medium, 1, metrics::small);
    auto *title = new Label(tr("Messages sent and reactions, per day"), TextStyle::Section, ColorRole::Text, figures);
    title->setContentsMargins(metrics::medium, 0, 0, 0);
    m_chart = new TrendChart(ChartKind::Bars, figures);
    m_chart->setAccessibleName(title->text());
    m_messages = new MessageModel(this);
    m_table = new ListTable(figures);
    m_table->setAccessibleName(tr("Messages"));
    m_table->setSourceModel(m_messages);
    m_table->sortByColumn(MessageModel::Sent, Qt::DescendingOrder);
    m_table->setColumnWidths({180, 150, 84, 84, 104, 96, 76}, MessageModel::Message);
    figures->body()->addWidget(title);
    figures->body()->addWidget(m_chart, 1);
    figures->body()->addWidget(m_table, 1);

    auto *file = new Surface(overview);
    file->body()->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    m_fileTitle = new Label(tr("Choose a day above"), TextStyle::Section, ColorRole::Text, file);
    m_fileFacts = new Label(tr("Each square is one file of the platform."), TextStyle::Body, ColorRole::Muted, file);
    m_fileFacts->setWordWrap(true);
    m_openButton = new Button(tr("Open as a table"), ButtonKind::Secondary, QStringLiteral("eye"), file);
    m_openButton->setVisible(false);
    connect(m_openButton, &QPushButton::clicked, this, &ExportsPage::openChosen);
    file->body()->addWidget(m_fileTitle);
    file->body()->addWidget(m_fileFacts);
    m_shares = new ShareBars(file);
    m_shares->hide();
    file->body()->addSpacing(metrics::medium);
    file->body()->addWidget(m_shares);
    file->body()->addStretch();
    file->body()->addWidget(m_openButton, 0, Qt::AlignLeft);

    auto *lower = new QHBoxLayout;
    lower->setSpacing(metrics::medium);
    lower->addWidget(figures, 70);
    lower->addWidget(file, 30);
    auto *layout = new QVBoxLayout(overview);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::large);
    layout->addLayout(calendars);
    layout->addLayout(lower, 1);
    return overview;
}

QWidget *ExportsPage::makeTableView()
{
    auto *view = new QWidget(this);
    auto *back = new Button(tr("Back to the exports"), ButtonKind::Quiet, QStringLiteral("chevron-left"), view);
    const auto goBack = [this] { m_stack->setCurrentWidget(m_overview); };
    connect(back, &QPushButton::clicked, this, goBack);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), view, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, goBack);
    m_browserTitle = new Label({}, TextStyle::Section, ColorRole::Text, view);
    auto *top = new QHBoxLayout;
    top->addWidget(back);
    top->addWidget(m_browserTitle);
    top->addStretch();
    auto *surface = new Surface(view);
    surface->body()->setContentsMargins(1, 1, 1, metrics::small);
    m_browser = new CsvBrowser(surface);
    surface->body()->addWidget(m_browser);
    auto *layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addLayout(top);
    layout->addWidget(surface, 1);
    return view;
}

void ExportsPage::activate()
{
    loadFiles();
}

void ExportsPage::refresh()
{
    m_banner->clear();
    loadFiles();
}

bool ExportsPage::focusSearch()
{
    if (m_stack->currentWidget() == m_tableView) {
        m_browser->focusSearch();
    } else {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
    return true;
}

bool ExportsPage::tellConnection()
{
    const bool alone = m_connection->tell({.anything = !m_files.empty(), .listedAt = m_listedAt}, *m_state);
    if (alone)
        m_stack->setCurrentWidget(m_state);
    return alone;
}

void ExportsPage::loadFiles()
{
    const bool told = tellConnection();
    const auto remote = m_session->remote();
    if (m_loading || (!remote && m_listedAt.isValid()))
        return;
    if (m_files.empty() && !told) {
        m_state->show(QStringLiteral("exports"), tr("Looking for exports …"), {});
        m_stack->setCurrentWidget(m_state);
    }
    if (!remote)
        return;
    m_loading = true;
    const auto future = QtConcurrent::run([remote, account = m_session->account(), folder = m_archiveFolder] {
        return listExports(*remote, account, folder, QDate::currentDate());
    });
    // The address alone: whoever holds a connection last waits for its end.
    whenFinished(future, this, [this, over = remote.get()](const Result<std::vector<ExportFile>> &files) {
        m_loading = false;
        if (files)
            setFiles(*files);
        else if (!m_connection->explains(files.error()))
            listingFailed(files.error());
        if (m_session->remote() && m_session->remote().get() != over)
            loadFiles(); // it was made again meanwhile
    });
}

void ExportsPage::listingFailed(const Error &error)
{
    m_banner->showError(error);
    if (m_files.empty())
        m_state->show(QStringLiteral("error"), tr("The exports can’t be listed"), {}, tr("Try again"),
                      [this] { refresh(); });
}

void ExportsPage::setFiles(std::vector<ExportFile> files)
{
    m_files = std::move(files);
    m_listedAt = QDateTime::currentDateTimeUtc();
    if (tellConnection())
        return;
    if (m_files.empty()) {
        m_state->show(QStringLiteral("exports"), tr("No export yet"),
                      tr("The platform writes three files every night. They appear here the morning after."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (m_stack->currentWidget() == m_state)
        m_stack->setCurrentWidget(m_overview);
    if (m_chosenDay.isValid())
        updateCalendars();
    else
        choose(statisticsFlow(), newestExpectedDay());
    fetchSmallFiles();
    loadFigures();
}

ExportFile *ExportsPage::find(const QString &flowId, const QDate &day)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [&](const ExportFile &file) { return file.flowId == flowId && file.day == day; });
    return found == m_files.end() ? nullptr : &*found;
}

void ExportsPage::updateCalendars()
{
    const QDate newest = newestExpectedDay();
    for (const auto &[flowId, calendar] : m_calendars) {
        QDate oldest = newest;
        for (const ExportFile &file : m_files) {
            if (file.flowId == flowId)
                oldest = std::min(oldest, file.day);
        }
        std::vector<ExportDay> days;
        for (QDate day = newest.addDays(2 - shownDays); day <= newest.addDays(1); day = day.addDays(1)) {
            const ExportFile *file = find(flowId, day);
            ExportDay square{.day = day};
            // Before the first file that was ever seen, nothing can be missing.
            if (!file && (day >= newest || day < oldest))
                square.state = ExportDayState::Expected;
            else if (!file)
                square.state = ExportDayState::Missing;
            else
                square.state = file->kept ? ExportDayState::Kept : ExportDayState::OnPlatform;
            if (file && file->onPlatform)
                square.toolTip = file->daysLeft <= 0 ? tr("leaves the platform tonight")
                                                     : tr("%1 days left on the platform").arg(file->daysLeft);
            days.push_back(square);
        }
        calendar->setDays(days);
        calendar->setCurrentDay(flowId == m_chosenFlow ? m_chosenDay : QDate());
    }
}

void ExportsPage::fetchSmallFiles()
{
    for (const ExportFile &file : m_files) {
        if (!file.kept && file.onPlatform && file.bytes >= 0 && file.bytes <= fetchedUnasked)
            fetch(file);
    }
}

void ExportsPage::fetch(const ExportFile &file, std::function<void()> whenKept)
{
    if (!m_session->remote() || m_fetching.contains(file.fileName))
        return;
    Transfer transfer;
    transfer.direction = TransferDirection::ToThisComputer;
    transfer.account = m_session->account().name;
    transfer.name = file.fileName;
    transfer.bytesTotal = file.bytes;
    m_fetching[file.fileName] =
        addTransfer(m_session->services().transfers, transfer,
                    overLink(m_session->link(),
                             [file, folder = m_archiveFolder](RemoteFileSystem &remote,
                                                              const TransferProgress &progress, const JobControl &job) {
                                 return fetchExport(remote, file, folder, progress, job);
                             }),
                    this, [this, file, whenKept](const Result<LocalPath> &kept) {
                        m_fetching.erase(file.fileName);
                        if (!kept) {
                            m_banner->showError(kept.error());
                            return;
                        }
                        if (ExportFile *known = find(file.flowId, file.day))
                            known->kept = *kept;
                        choose(m_chosenFlow, m_chosenDay);
                        loadFigures();
                        if (whenKept)
                            whenKept();
                    });
}

void ExportsPage::loadFigures()
{
    std::vector<ExportFile> wanted;
    for (const ExportFile &file : m_files) {
        if (file.flowId == statisticsFlow() && file.kept && !m_figures.contains(file.day))
            wanted.push_back(file);
    }
    if (wanted.empty()) {
        showFigures();
        return;
    }
    using DayFigures = std::map<QDate, std::vector<MessageFigures>>;
    const auto future = QtConcurrent::run([wanted]() -> Result<DayFigures> {
        DayFigures figures;
        for (const ExportFile &file : wanted) {
            auto messages = readMessageFigures(*file.kept);
            if (!messages)
                return tl::make_unexpected(messages.error());
            figures.emplace(file.day, std::move(*messages));
        }
        return figures;
    });
    whenFinished(future, this, [this](const Result<DayFigures> &figures) {
        if (!figures) {
            m_banner->showError(figures.error());
            return;
        }
        for (const auto &[day, messages] : *figures)
            m_figures[day] = messages;
        showFigures();
    });
}

void ExportsPage::showFigures()
{
    QStringList days;
    ChartSeries sent{.name = tr("Sent"), .role = ColorRole::Accent};
    ChartSeries reactions{.name = tr("Reactions"), .role = ColorRole::Ok};
    std::vector<std::vector<MessageFigures>> shown;
    for (const auto &[day, messages] : m_figures) {
        if (day <= newestExpectedDay().addDays(-shownDays))
            continue;
        qint64 sentToday = 0;
        qint64 reactionsToday = 0;
        for (const MessageFigures &message : messages) {
            sentToday += message.sent;
            reactionsToday += message.reactions;
        }
        days += QString::number(day.day());
        sent.values.push_back(double(sentToday));
        reactions.values.push_back(double(reactionsToday));
        shown.push_back(messages);
    }
    m_chart->setData(days, {sent, reactions});
    m_messages->setFigures(shown);
}

void ExportsPage::choose(const QString &flowId, const QDate &day)
{
    m_chosenFlow = flowId;
    m_chosenDay = day;
    updateCalendars();
    const ExportFile *file = find(flowId, day);
    m_openButton->setVisible(file != nullptr);
    showShares(file);
    m_fileTitle->setText(QLocale().toString(day, tr("d MMMM", "a day's date format without weekday")));
    if (!file) {
        m_fileFacts->setText(day > newestExpectedDay()
                                 ? tr("The platform writes this file in the coming night.")
                                 : tr("The platform has no file of this day, and none was kept here. Files stay there "
                                      "for seven days; ask the platform’s support if it should be there."));
        return;
    }
    QStringList facts{file->fileName};
    if (file->bytes >= 0)
        facts += sizeText(file->bytes);
    facts += file->kept ? tr("Kept on this computer.") : tr("On the platform only, so far.");
    if (file->onPlatform)
        facts += file->daysLeft <= 0 ? tr("It leaves the platform tonight.")
                                     : tr("The platform removes it in %1 days.").arg(file->daysLeft);
    m_fileFacts->setText(facts.join(u'\n'));
}

void ExportsPage::showShares(const ExportFile *file)
{
    m_cancelShares.cancel();
    m_cancelShares = CancelSource();
    m_shares->setGroups({});
    if (!file || !file->kept)
        return;
    const auto future = QtConcurrent::run([flow = file->flowId, path = *file->kept, token = m_cancelShares.token()] {
        return exportShares(flow, path, {.progress = {}, .cancel = token});
    });
    whenFinished(future, this, [this, token = m_cancelShares.token()](const Result<std::vector<ShareGroup>> &shares) {
        if (token.isCancelled())
            return;
        if (shares)
            m_shares->setGroups(*shares);
        else
            m_banner->showError(shares.error());
    });
}

void ExportsPage::openChosen()
{
    const ExportFile *file = find(m_chosenFlow, m_chosenDay);
    if (!file)
        return;
    if (!file->kept) {
        fetch(*file, [this] { openChosen(); });
        return;
    }
    m_browserTitle->setText(file->fileName);
    m_browser->show([path = *file->kept](const JobControl &job) { return openPackedCsv(path, job); });
    m_stack->setCurrentWidget(m_tableView);
}

} // namespace navette::ui
