// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/userfolders.h"
#include "board/boardpage.h"
#include "deposit/depositpage.h"
#include "history/historypage.h"
#include "journal/database.h"
#include "shell/mainwindow.h"
#include "shell/workspace.h"
#include "style/banner.h"
#include "style/widgets.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// The window where the journal cannot be used: everything but depositing works, and it is said why that does not.
class WithoutJournalTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void saysSoAndGoesOn_data();
    void saysSoAndGoesOn();
    void saysWhatWasPutAside();

private:
    // A data folder of its own for every case.
    void startIn(const QTemporaryDir &data)
    {
        QVERIFY(data.isValid());
        qputenv("NAVETTE_DATA_DIR", data.path().toUtf8());
        useSettingsIn(data.path());
    }
    static void shoot(QWidget &window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("NAVETTE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(400);
        window.grab().save(folder + u'/' + name + u".png"_s);
    }
};

void WithoutJournalTest::saysSoAndGoesOn_data()
{
    QTest::addColumn<bool>("newer");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a folder in its place") << false << u"is a folder where the journal should be a file"_s;
    QTest::newRow("from a newer version") << true << u"was written by a newer Navette"_s;
}

void WithoutJournalTest::saysSoAndGoesOn()
{
    QFETCH(bool, newer);
    QFETCH(QString, reason);
    const QTemporaryDir data;
    startIn(data);
    const QString file = displayText(journalFile());
    if (newer) {
        QVERIFY(Journal::open(journalFile()));
        Database database(journalFile());
        QVERIFY(database.open() && database.run(u"PRAGMA user_version = 999"_s));
    } else {
        QVERIFY(QDir().mkpath(file));
    }

    auto workspace = std::move(Workspace::open().value());
    MainWindow window(*workspace);
    window.resize(1280, 800);
    window.show();
    workspace->startPractice();
    QTRY_COMPARE_WITH_TIMEOUT(workspace->practiceState(), PracticeState::On, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(dynamic_cast<BoardPage *>(window.currentPage()), 10'000);
    auto *board = dynamic_cast<BoardPage *>(window.currentPage());
    AccountSession *session = workspace->sessions().front();
    QTRY_VERIFY_WITH_TIMEOUT(session->board().takenAt.isValid(), 30'000);
    auto *banner = board->findChild<Banner *>(u"journal"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10'000);
    QVERIFY2(banner->accessibleName().contains(reason), qPrintable(banner->accessibleName()));
    QVERIFY(banner->accessibleName().contains(file));
    shoot(window, newer ? u"newer-board"_s : u"folder-board"_s);

    // Checking works; the button says why it is not one for depositing.
    Q_EMIT board->depositRequested({displayText(workspace->samplesFolder(Platform::Digitaleo) / "store_opening.csv")},
                                   {});
    auto *page = dynamic_cast<DepositPage *>(window.currentPage());
    QVERIFY(page);
    const auto *note = page->findChild<Label *>(u"depositNote"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(note->text().contains(reason), qPrintable(note->text()), 30'000);
    QVERIFY(!page->findChild<Button *>(u"depositButton"_s)->isEnabled());
    shoot(window, newer ? u"newer-deposit"_s : u"folder-deposit"_s);

    window.showPage({session->account().id, PageKind::History});
    const auto says = [&window, &reason] {
        const auto labels = window.currentPage()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(reason); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(), 10'000);
    shoot(window, newer ? u"newer-history"_s : u"folder-history"_s);

    // Nothing was moved out of the way that is not ours to move; and once it is gone, everything works.
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(newer ? QFile::remove(file) : QDir().rmdir(file));
    window.showPage({session->account().id, PageKind::Board});
    for (Button *deed : banner->findChildren<Button *>(u"bannerDeed"_s)) {
        if (deed->text() == u"Try again"_s)
            deed->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!session->journalError(), 20'000);
    QVERIFY(!banner->isVisible());
    QVERIFY(QFileInfo(file).isFile());
}

void WithoutJournalTest::saysWhatWasPutAside()
{
    const QTemporaryDir data;
    startIn(data);
    QFile file(displayText(journalFile()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) == 4096);
    file.close();
    const auto workspace = std::move(Workspace::open().value());
    const QString notices = workspace->takeNotices().join(u' ');
    QVERIFY2(notices.contains(u"was damaged. It was kept as"_s), qPrintable(notices));
}

QTEST_MAIN(WithoutJournalTest)
#include "tst_withoutjournal.moc"
