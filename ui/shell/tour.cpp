// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tour.h"

#include "board/boardcolumnview.h"
#include "board/boardpage.h"
#include "board/cardlist.h"
#include "board/detailspanel.h"
#include "deposit/depositpage.h"
#include "deposit/findingsview.h"
#include "exports/exportcalendar.h"
#include "exports/sharebars.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/startpage.h"
#include "shell/tourdriver.h"
#include "shell/tourprofiles.h"
#include "shell/workspace.h"
#include "style/listtable.h"
#include "style/widgets.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr QSize pictureSize{1440, 900};
constexpr auto digitaleo = Platform::Digitaleo;
constexpr auto accengage = Platform::Accengage;
/// The sample that is dropped: the usual export of a spreadsheet, with most of the usual mistakes.
constexpr auto faultySample = "vip_november.csv";

class Tour
{
public:
    Tour(QApplication &application, MainWindow &window, Workspace &workspace, const QString &folder)
        : m_application(application), m_window(window), m_workspace(workspace), m_drive(window, folder)
    {
    }

    struct Step {
        const char *name;
        bool (Tour::*run)();
    };
    /// The main job in its order. A step comes true or ends the tour.
    static const std::vector<Step> &steps()
    {
        static const std::vector<Step> all{
            {"first-start", &Tour::firstStart},
            {"board", &Tour::openPractice},
            {"dropping-a-file", &Tour::hoverWithFile},
            {"findings", &Tour::dropFaultyFile},
            {"a-finding-opened", &Tour::openFinding},
            {"a-repair-undone-and-done", &Tour::toggleRepair},
            {"deposited", &Tour::depositFile},
            {"accepted", &Tour::waitForAcceptance},
            {"refused-and-why", &Tour::explainRefused},
            {"refused-file-opened", &Tour::openRefusedFile},
            {"files", &Tour::showFiles},
            {"reports", &Tour::showReports},
            {"history", &Tour::showHistory},
            {"accengage-board", &Tour::showAccengageBoard},
            {"accengage-exports", &Tour::showExports},
            {"accengage-profiles", &Tour::checkProfiles},
            {"new-account", &Tour::testNewAccount},
            {"transfers", &Tour::openTransfers},
            {"board-dark", &Tour::boardInDark},
            {"deposit-dark", &Tour::depositInDark},
        };
        return all;
    }

    bool run(const Step &step) { return (this->*step.run)() && m_drive.takePicture(QLatin1String(step.name)); }
    [[nodiscard]] QString lastWait() const { return m_drive.lastWait(); }

private:
    bool firstStart();
    bool openPractice();
    bool hoverWithFile();
    bool dropFaultyFile();
    bool openFinding();
    bool toggleRepair();
    bool depositFile();
    bool waitForAcceptance();
    bool explainRefused();
    bool openRefusedFile();
    bool showFiles();
    bool showReports();
    bool showHistory();
    bool showAccengageBoard();
    bool showExports();
    bool checkProfiles();
    bool testNewAccount();
    bool openTransfers();
    bool boardInDark();
    bool depositInDark();

    [[nodiscard]] AccountSession *session(Platform platform) const;
    [[nodiscard]] BoardPage *board() const { return dynamic_cast<BoardPage *>(m_window.currentPage()); }
    [[nodiscard]] DepositPage *depositPage() const { return dynamic_cast<DepositPage *>(m_window.currentPage()); }
    [[nodiscard]] QPushButton *depositButton() const;
    [[nodiscard]] QString samplePath(Platform platform, const QString &name) const;
    [[nodiscard]] BoardColumnView *column(BoardColumn column) const;
    [[nodiscard]] QModelIndex cardOf(BoardColumn column, const QString &title) const;
    bool goTo(Platform platform, PageKind kind);
    bool selectCard(BoardColumn column, const QModelIndex &index);

    QApplication &m_application;
    MainWindow &m_window;
    Workspace &m_workspace;
    TourDriver m_drive;
};

AccountSession *Tour::session(Platform platform) const
{
    for (AccountSession *session : m_workspace.sessions()) {
        if (session->account().practice && session->account().platform == platform)
            return session;
    }
    return nullptr;
}

QPushButton *Tour::depositButton() const
{
    return depositPage() ? depositPage()->findChild<QPushButton *>(u"depositButton"_s) : nullptr;
}

QString Tour::samplePath(Platform platform, const QString &name) const
{
    return QString::fromStdU16String((m_workspace.samplesFolder(platform) / toLocalPath(name)).u16string());
}

BoardColumnView *Tour::column(BoardColumn wanted) const
{
    if (!board())
        return nullptr;
    for (auto *view : board()->findChildren<BoardColumnView *>()) {
        if (view->column() == wanted)
            return view;
    }
    return nullptr;
}

QModelIndex Tour::cardOf(BoardColumn wanted, const QString &title) const
{
    BoardColumnView *view = column(wanted);
    for (int row = 0; view && row < view->model().rowCount(); ++row) {
        const QModelIndex index = view->model().index(row);
        if (title.isEmpty() || index.data().toString() == title)
            return index;
    }
    return {};
}

bool Tour::goTo(Platform platform, PageKind kind)
{
    const AccountSession *account = session(platform);
    auto *list = m_window.findChild<NavigationList *>();
    auto *navigation = m_window.findChild<Navigation *>();
    if (!account || !list || !navigation)
        return false;
    const PageAddress address{account->account().id, kind};
    const QModelIndex row = navigation->model().indexOf(address);
    list->scrollTo(row);
    m_drive.click(list->viewport(), list->visualRect(row).center());
    return m_drive.waitFor(u"the page after a click on its row"_s,
                           [&] { return m_window.currentAddress() == address && m_window.currentPage(); });
}

bool Tour::selectCard(BoardColumn wanted, const QModelIndex &index)
{
    BoardColumnView *view = column(wanted);
    if (!view || !index.isValid())
        return false;
    view->list().scrollTo(index);
    m_drive.click(view->list().viewport(), view->list().visualRect(index).center());
    return m_drive.waitFor(u"a selected card"_s,
                           [view, index] { return view->list().selectionModel()->isSelected(index); });
}

bool Tour::firstStart()
{
    m_window.resize(pictureSize);
    m_window.show();
    return m_drive.waitFor(u"the start page"_s, [this] {
        const auto *start = m_window.findChild<StartPage *>();
        return start && start->isVisible() && m_window.size() == pictureSize;
    });
}

bool Tour::openPractice()
{
    m_drive.click(m_window.findChild<QPushButton *>(u"openPractice"_s));
    return m_drive.waitFor(
               u"the practice account’s board"_s,
               [this] { return board() && session(digitaleo)->state() == ConnectionState::Connected; }, 60) &&
           m_drive.waitFor(u"cards on the board"_s, [this] {
               return cardOf(BoardColumn::Accepted, {}).isValid() && cardOf(BoardColumn::Refused, {}).isValid();
           });
}

bool Tour::hoverWithFile()
{
    m_drive.dragEnter(board(), {samplePath(digitaleo, QLatin1String(faultySample))});
    m_drive.settle();
    return board()->acceptDrops();
}

bool Tour::dropFaultyFile()
{
    m_drive.drop(board(), {samplePath(digitaleo, QLatin1String(faultySample))});
    return m_drive.waitFor(u"the deposit page"_s, [this] { return depositPage() != nullptr; }) &&
           m_drive.waitFor(
               u"findings in the file"_s,
               [this] {
                   const auto *findings = depositPage()->findChild<FindingsView *>();
                   return findings && findings->isVisible() && findings->model()->rowCount() > 0 && depositButton() &&
                          depositButton()->isEnabled();
               },
               60);
}

bool Tour::openFinding()
{
    auto *findings = depositPage()->findChild<FindingsView *>();
    const QModelIndex first = findings->model()->index(0, 0);
    m_drive.click(findings->viewport(), findings->visualRect(first).center());
    return m_drive.waitFor(u"an opened finding"_s, [findings, first] {
        return findings->isExpanded(first) || findings->currentIndex().isValid();
    });
}

bool Tour::toggleRepair()
{
    QAbstractButton *box = nullptr;
    for (auto *candidate : depositPage()->findChildren<QAbstractButton *>()) {
        if (candidate->objectName().startsWith("repair-"_L1) && candidate->isVisible() && candidate->isChecked())
            box = box ? box : candidate;
    }
    if (!box)
        return false;
    const QString name = box->objectName();
    // Looked for again each time: the list of repairs may be made anew with each change.
    const auto current = [this, name] { return depositPage()->findChild<QAbstractButton *>(name); };
    m_drive.click(box);
    if (!m_drive.waitFor(u"the repair to be off"_s, [current] { return current() && !current()->isChecked(); }))
        return false;
    m_drive.click(current());
    return m_drive.waitFor(u"the repair to be on again"_s, [this, current] {
        return current() && current()->isChecked() && depositButton()->isEnabled();
    });
}

bool Tour::depositFile()
{
    m_drive.click(depositButton());
    return m_drive.waitFor(
               u"the board after the deposit"_s, [this] { return board() != nullptr; }, 60) &&
           m_drive.waitFor(
               u"the deposited card"_s,
               [this] {
                   const QString title = u"vip_november"_s;
                   return cardOf(BoardColumn::Waiting, title).isValid() ||
                          cardOf(BoardColumn::Processing, title).isValid() ||
                          cardOf(BoardColumn::Accepted, title).isValid();
               },
               60);
}

bool Tour::waitForAcceptance()
{
    return m_drive.waitFor(
               u"the card among the accepted ones"_s,
               [this] { return cardOf(BoardColumn::Accepted, u"vip_november"_s).isValid(); }, 90) &&
           selectCard(BoardColumn::Accepted, cardOf(BoardColumn::Accepted, u"vip_november"_s));
}

bool Tour::explainRefused()
{
    if (!selectCard(BoardColumn::Refused, cardOf(BoardColumn::Refused, {})))
        return false;
    const auto *details = board()->findChild<DetailsPanel *>();
    return m_drive.waitFor(
        u"the causes of the refusal"_s,
        [details] {
            const auto buttons = details->findChildren<Button *>();
            return std::any_of(buttons.begin(), buttons.end(), [](const Button *button) {
                return button->objectName() == "repairRefused"_L1 && button->isVisible() && button->isEnabled();
            });
        },
        60);
}

bool Tour::openRefusedFile()
{
    m_drive.click(board()->findChild<QPushButton *>(u"repairRefused"_s));
    if (!m_drive.waitFor(u"the refused file on the deposit page"_s,
                         [this] { return depositPage() && depositButton() && depositButton()->isVisible(); }))
        return false;
    return m_drive.waitFor(
        u"the refused file’s findings"_s,
        [this] {
            const auto *findings = depositPage()->findChild<FindingsView *>();
            return findings && findings->isVisible() && findings->model()->rowCount() > 0;
        },
        60);
}

bool Tour::showFiles()
{
    m_drive.click(depositPage()->findChild<QPushButton *>(u"cancel"_s));
    if (!m_drive.waitFor(u"the board after Cancel"_s, [this] { return board() != nullptr; }))
        return false;
    return goTo(digitaleo, PageKind::Files) && m_drive.waitFor(u"the remote tree"_s, [this] {
        const auto *tree = m_window.currentPage()->findChild<QAbstractItemView *>();
        return tree && tree->model()->rowCount() > 0;
    });
}

bool Tour::showReports()
{
    return goTo(digitaleo, PageKind::Reports) &&
           m_drive.waitFor(
               u"campaigns in the reports"_s,
               [this] {
                   for (const auto *view : m_window.currentPage()->findChildren<QTableView *>()) {
                       if (view->isVisible() && view->model() && view->model()->rowCount() > 0)
                           return true;
                   }
                   return false;
               },
               60);
}

bool Tour::showHistory()
{
    return goTo(digitaleo, PageKind::History) && m_drive.waitFor(u"the deposit in the history"_s, [this] {
        const auto *view = m_window.currentPage()->findChild<QTableView *>();
        return view && view->isVisible() && view->model()->rowCount() > 0;
    });
}

bool Tour::showAccengageBoard()
{
    return goTo(accengage, PageKind::Board) &&
           m_drive.waitFor(
               u"the Accengage board"_s, [this] { return session(accengage)->board().takenAt.isValid(); }, 30);
}

bool Tour::showExports()
{
    if (!goTo(accengage, PageKind::Exports))
        return false;
    QWidget *page = m_window.currentPage();
    const auto kept = [page] {
        const auto *messages = page->findChild<ListTable *>();
        return messages && messages->model()->rowCount() > 0;
    };
    if (!m_drive.waitFor(u"figures of the exports"_s, kept, 60))
        return false;
    // The devices of yesterday: the last but one of the last calendar's squares.
    const auto calendars = page->findChildren<ExportCalendar *>();
    auto *days = calendars.isEmpty() ? nullptr : calendars.constLast()->findChild<QWidget *>(u"days"_s);
    if (!days)
        return false;
    m_drive.settle(1500); // the larger files are fetched last
    m_drive.click(days, QPoint(days->width() * 25 / 28, days->height() / 2));
    const auto *shares = page->findChild<ShareBars *>();
    return m_drive.waitFor(u"shares of the devices"_s, [shares] { return shares->isVisible(); });
}

bool Tour::checkProfiles()
{
    if (!goTo(accengage, PageKind::Board))
        return false;
    m_drive.drop(board(), {samplePath(accengage, u"staticlist_black_friday_6_20261120091500.csv"_s)});
    return m_drive.waitFor(u"the deposit page"_s, [this] { return depositPage() != nullptr; }) &&
           checkAgainstNewestExport(m_drive, *depositPage());
}

bool Tour::testNewAccount()
{
    auto *list = m_window.findChild<NavigationList *>();
    const QModelIndex add = list->model()->index(list->model()->rowCount() - 1, 0);
    m_drive.click(list->viewport(), list->visualRect(add).center());
    if (!m_drive.waitFor(u"the page for a new account"_s,
                         [this] { return m_window.findChild<QLineEdit *>(u"accountHost"_s) != nullptr; }))
        return false;
    const std::pair<const char *, const char *> texts[]{
        {"accountName", "Acme France"}, {"accountHost", "127.0.0.1"}, {"accountUser", "acme-fr"}};
    for (const auto &[field, text] : texts) {
        auto *edit = m_window.findChild<QLineEdit *>(QLatin1String(field));
        m_drive.click(edit);
        m_drive.type(edit, QLatin1String(text));
    }
    auto *port = m_window.currentPage()->findChild<QLineEdit *>(u"qt_spinbox_lineedit"_s);
    m_drive.click(port);
    port->selectAll();
    m_drive.type(port, u"1"_s); // tcpmux: nobody listens there
    auto *test = m_window.findChild<QPushButton *>(u"testConnection"_s);
    m_drive.click(test);
    return m_drive.waitFor(
        u"the advice after a failed test"_s,
        [this] {
            const auto *advice = m_window.findChild<QPushButton *>(u"copySupportText"_s);
            return advice && advice->isVisible();
        },
        60);
}

bool Tour::openTransfers()
{
    if (!goTo(digitaleo, PageKind::Board))
        return false;
    m_drive.click(m_window.findChild<QPushButton *>(u"toggleTransfers"_s));
    return m_drive.waitFor(u"the list of transfers"_s, [this] {
        const auto *list = m_window.findChild<QListView *>(u"transfers"_s);
        return list && list->isVisible() && list->model()->rowCount() > 0;
    });
}

bool Tour::boardInDark()
{
    m_drive.click(m_window.findChild<QPushButton *>(u"toggleTransfers"_s));
    applyTheme(m_application, Scheme::Dark);
    m_drive.settle();
    return selectCard(BoardColumn::Refused, cardOf(BoardColumn::Refused, {})) && isDark();
}

bool Tour::depositInDark()
{
    m_drive.drop(board(), {samplePath(digitaleo, QLatin1String(faultySample))});
    return m_drive.waitFor(
        u"findings in the file"_s,
        [this] {
            const auto *findings = depositPage() ? depositPage()->findChild<FindingsView *>() : nullptr;
            return findings && findings->isVisible() && findings->model()->rowCount() > 0;
        },
        60);
}

} // namespace

int runTour(QApplication &application, MainWindow &window, Workspace &workspace, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "navette: pictures cannot be written to %s\n", qUtf8Printable(folder));
        return 1;
    }
    Tour tour(application, window, workspace, folder);
    for (const Tour::Step &step : Tour::steps()) {
        if (tour.run(step))
            continue;
        std::fprintf(stderr, "navette: the tour stopped at “%s”: %s did not come true\n", step.name,
                     qUtf8Printable(tour.lastWait()));
        window.grab().save(folder + u"/stopped-here.png"_s);
        return 1;
    }
    return 0;
}

} // namespace navette::ui
