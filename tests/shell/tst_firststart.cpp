// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/boardcolumnview.h"
#include "board/boardpage.h"
#include "deposit/depositpage.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/startpage.h"
#include "shell/tourdriver.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// First start → practice → board → a dropped file on the deposit page → back, in the real window.
class FirstStartTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_data.isValid());
        qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
        QCoreApplication::setOrganizationName(u"Navette"_s);
        QCoreApplication::setApplicationName(u"NavetteTest"_s);
        useSettingsIn(m_data.path());
        applyTheme(*qApp, Scheme::Light);
    }

    void fromFirstStartToTheDepositPageAndBack()
    {
        auto opened = Workspace::open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        Workspace &workspace = **opened;
        MainWindow window(workspace);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.findChild<StartPage *>()->isVisible());
        QVERIFY(!window.currentPage());

        QTest::mouseClick(window.findChild<QPushButton *>(u"openPractice"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(workspace.practiceState(), PracticeState::On, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(dynamic_cast<BoardPage *>(window.currentPage()), 10'000);
        auto *board = dynamic_cast<BoardPage *>(window.currentPage());
        QTRY_VERIFY_WITH_TIMEOUT(hasCards(*board, BoardColumn::Accepted), 30'000);

        // Arrow keys go from page to page.
        auto *list = window.findChild<NavigationList *>();
        list->setFocus();
        const auto before = window.currentAddress();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(window.currentAddress() != before);
        window.showPage(*before);

        const LocalPath sample = workspace.samplesFolder(Platform::Digitaleo) / "store_opening.csv";
        TourDriver hands(window, m_data.path());
        hands.drop(board, {QString::fromStdU16String(sample.u16string())});
        QTRY_VERIFY(dynamic_cast<DepositPage *>(window.currentPage()));
        QTest::mouseClick(window.currentPage()->findChild<QPushButton *>(u"cancel"_s), Qt::LeftButton);
        QTRY_COMPARE(window.currentPage(), static_cast<Page *>(board));

        // Practice off: its accounts and their pages go, and the start page is back.
        workspace.stopPractice();
        QTRY_VERIFY(window.findChild<StartPage *>()->isVisible());
        QVERIFY(workspace.sessions().empty());
    }

private:
    static bool hasCards(const BoardPage &board, BoardColumn wanted)
    {
        for (auto *column : board.findChildren<BoardColumnView *>()) {
            if (column->column() == wanted)
                return column->model().rowCount() > 0;
        }
        return false;
    }
    QTemporaryDir m_data;
};

QTEST_MAIN(FirstStartTest)
#include "tst_firststart.moc"
