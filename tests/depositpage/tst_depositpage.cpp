// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/findingsmodel.h"
#include "deposit/findingsview.h"
#include "deposit/refusedcontacts.h"
#include "depositpage/desk.h"
#include "depositpage/samplefile.h"
#include "style/widgets.h"
#include "table/csvtablemodel.h"
#include "table/csvtableview.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace navette::test;
using namespace Qt::StringLiterals;

class TestDepositPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void aLargeFileIsLookedAtWhileItIsChecked()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.resize(1212, 864);
        page.show();
        const QString path = desk.write(u"large.csv"_s, faultyFile(300'000));
        page.setFiles({path}, u"digitaleo/import"_s);
        auto *table = page.findChild<CsvTableView *>();
        QVERIFY(QTest::qWaitFor([&] { return fileOf(page) && fileOf(page)->head(); }, 20'000));
        QCOMPARE(fileOf(page)->state(), DepositFile::State::Checking);
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Zoé"_s);
        QVERIFY(table->model()->rowCount() < 300'000);
        shoot(page, u"deposit-checking"_s);
        QVERIFY(table->goToCell({5'000, 3}));
        const int firstRow = table->verticalScrollBar()->value();

        QVERIFY(waitForCheck(page));
        QCOMPARE(table->model()->rowCount(), 300'000);
        QCOMPARE(table->currentPlace().rowNumber, 5'000);
        QCOMPARE(table->verticalScrollBar()->value(), firstRow);
        QVERIFY(!fileOf(page)->head());
    }

    void aFaultyFileIsExplainedAndRepaired()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.resize(1212, 864);
        page.show();
        const QByteArray source = faultyFile(qEnvironmentVariableIsSet("NAVETTE_SHOTS") ? 12'357 : 300);
        const QString path = desk.write(u"vip_november.csv"_s, source);
        page.setFiles({path}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        QVERIFY(waitForCopy(page));
        shoot(page, u"deposit"_s);

        const CheckStats &stats = fileOf(page)->prepared()->report.stats;
        QVERIFY(stats.invalidRows > 0);
        QCOMPARE(tile(page, u"tileLeftOut"_s), stats.invalidRows);
        QCOMPARE(tile(page, u"tileSent"_s), stats.rows - stats.invalidRows);
        QVERIFY(depositButton(page)->text().startsWith(u"Deposit "));
        QVERIFY(page.findChild<FindingsModel *>()->rowCount() >= 3);
        // Everything is repaired; only the connection is missing, and the page says so.
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY2(note(page).contains(u"Acme France"), qPrintable(note(page)));

        // Without the alphabet's repair the platform would refuse the file.
        QCheckBox *encoding = repairBox(page, RepairKind::Encoding);
        QVERIFY(encoding && encoding->isChecked());
        encoding->click();
        QVERIFY2(note(page).contains(u"refuse"), qPrintable(note(page)));
        QVERIFY(!depositButton(page)->isEnabled());
        QTest::keyClick(&page, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(encoding->isChecked());
        QVERIFY(!note(page).contains(u"refuse"));

        // Numbers answer at once, before any copy is written.
        QCheckBox *leaveOut = repairBox(page, RepairKind::DropInvalidRows);
        QVERIFY(leaveOut && leaveOut->isChecked());
        leaveOut->click();
        QCOMPARE(tile(page, u"tileSent"_s), stats.rows);
        QVERIFY(!depositButton(page)->isEnabled());

        // The person's file is what it was.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), source);
    }

    void aClickOnAFindingGoesToTheCell()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.resize(1212, 864);
        page.show();
        page.setFiles({desk.write(u"a.csv"_s, faultyFile())}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        auto *view = page.findChild<FindingsView *>();
        auto *table = page.findChild<CsvTableView *>();
        QModelIndex emails;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data(FindingsModel::RowNumberRole).toLongLong() > 2)
                emails = view->model()->index(row, 0);
        }
        QVERIFY(emails.isValid());
        view->scrollTo(emails);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(emails).center());
        QVERIFY(view->isExpanded(emails));
        QCOMPARE(table->csvModel()->rowNumber(table->currentIndex().row()),
                 emails.data(FindingsModel::RowNumberRole).toLongLong());
        shoot(page, u"deposit-expanded"_s);

        // F8 walks on, from the table and from elsewhere on the page.
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table->setFocus();
        table->goToCell({2, 1});
        QTest::keyClick(table, Qt::Key_F8);
        const CellPlace first = table->currentPlace();
        QVERIFY(first.rowNumber > 2);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F8);
        QVERIFY(table->currentPlace() > first);

        auto *only = page.findChild<Button *>(u"onlyProblems"_s);
        QVERIFY(only->isEnabled());
        only->click();
        QCOMPARE(table->csvModel()->rowCount(), static_cast<int>(table->csvModel()->findings().problemRows().size()));
        shoot(page, u"deposit-only-problems"_s);
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << u"empty.csv"_s << QByteArray();
        QTest::newRow("old spreadsheet") << u"book.xls"_s << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
        QTest::newRow("picture") << u"logo.csv"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("broken zip") << u"broken.zip"_s << QByteArray("PK\x03\x04 and nothing more");
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(name, bytes)}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        QCOMPARE(fileOf(page)->state(), DepositFile::State::Unreadable);
        QVERIFY(fileOf(page)->error().has_value());
        QVERIFY(!fileOf(page)->error()->message.isEmpty());
        QVERIFY(!depositButton(page)->isVisible());
        if (name.endsWith(u".xls"))
            QVERIFY(fileOf(page)->error()->message.contains(u"CSV"));
        shoot(page, u"unreadable-"_s + name);
    }

    void escapeLeavesAtOnce()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"big.csv"_s, faultyFile(200'000))}, u"digitaleo/import"_s);
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QCOMPARE(fileOf(page)->state(), DepositFile::State::Checking);
        QSignalSpy closed(&page, &Page::closed);
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void theFlowCanBeChangedInPlace()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"stop.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")}, u"digitaleo/optoutEMAIL"_s);
        QVERIFY(waitForCheck(page));
        QVERIFY2(depositButton(page)->text().startsWith(u"Deactivate 1 contact"),
                 qPrintable(depositButton(page)->text()));
        shoot(page, u"optout"_s);
        auto *flows = page.findChild<QComboBox *>(u"flowChoice"_s);
        flows->setCurrentIndex(flows->findData(u"digitaleo/optoutSMS"_s));
        Q_EMIT flows->activated(flows->currentIndex());
        QVERIFY(waitForCheck(page));
        // No mobile numbers in the file.
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY(page.findChild<FindingsModel *>()->rowCount() > 0);
    }

    void anEmptyNameIsAnObstacle()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"stop.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")}, u"digitaleo/optoutEMAIL"_s);
        QVERIFY(waitForCheck(page));
        auto *name = page.findChild<QLineEdit *>(u"remoteName"_s);
        QCOMPARE(name->text(), u"stop"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QVERIFY2(note(page).contains(u"name"), qPrintable(note(page)));
        QTest::keyClicks(name, u"june"_s);
        QVERIFY(waitForCopy(page));
        QCOMPARE(fileOf(page)->copy()->deposit.parts.front().order.remoteName, u"june.csv"_s);
    }

    void severalFilesAreCheckedEach()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        const QString good = desk.write(u"good.csv"_s, "Nom;Email\nPetit;hugo@example.org\n");
        page.setFiles({good, desk.write(u"bad.csv"_s, faultyFile()), good}, u"digitaleo/import"_s);
        auto *files = page.findChild<FileListModel *>();
        QCOMPARE(files->rowCount(), 2);
        QVERIFY(waitForCheck(page, 0));
        QVERIFY(waitForCheck(page, 1));
        QCOMPARE(files->index(0).data(FileListModel::BadgeToneRole).toInt(), int(Tone::Ok));
        QCOMPARE(files->index(1).data(FileListModel::BadgeToneRole).toInt(), int(Tone::Bad));
        shoot(page, u"several"_s);
    }

    void aRefusedFileShowsItsCausesFirst()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.resize(1212, 864);
        page.show();
        Card card;
        card.flow = u"digitaleo/import"_s;
        card.column = BoardColumn::Refused;
        card.listName = u"june_promo"_s;
        card.fileName = u"june_promo.csv"_s;
        card.depositedAt = QDateTime::currentDateTimeUtc();
        const QString fetched = desk.write(u"1447797847_june_promo.csv"_s, faultyFile());
        page.setRefusedFile(toLocalPath(fetched), card, false);
        QVERIFY(waitForCheck(page));
        shoot(page, u"refused"_s);
        QVERIFY(fileOf(page)->repairs().empty());
        QCOMPARE(depositButton(page)->text(), u"Repair and deposit again"_s);
        QVERIFY(depositButton(page)->isEnabled());
        depositButton(page)->click();
        QVERIFY(fileOf(page)->repairs().contains(RepairKind::Encoding));
        QVERIFY(depositButton(page)->text() != u"Repair and deposit again"_s);
        QVERIFY(waitForCopy(page));
        // The list's name, not the platform's time stamp.
        QCOMPARE(fileOf(page)->copy()->deposit.parts.front().order.remoteName, u"june_promo.csv"_s);
    }

    // What waits for the connection may go hours later.
    void whatIsConfirmedDoesNotWaitForTheConnection()
    {
        Account account = Desk::acme();
        account.endpoint.host = u"127.0.0.1"_s;
        account.endpoint.port = 1; // tcpmux: nobody listens there
        account.endpoint.user = u"acme"_s;
        Desk desk(account);
        desk.session->open();
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"good.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        QVERIFY(desk.session->comesBack());
        chooseMode(page, ImportMode::AddToList);
        QVERIFY2(depositButton(page)->isEnabled(), qPrintable(note(page)));
        chooseMode(page, ImportMode::SyncList);
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY2(says(note(page), u"no connection"), qPrintable(note(page)));
    }

    void withoutAnAccountFilesAreOnlyChecked()
    {
        Desk desk;
        DepositPage page(nullptr, desk.catalog);
        page.show();
        page.setFiles({desk.write(u"good.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")}, {});
        QVERIFY(waitForCheck(page));
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY(note(page).contains(u"account"));
        shoot(page, u"no-account"_s);
    }

    void refusedContactsAreSavedForASpreadsheet()
    {
        Desk desk;
        const QString path = desk.write(u"r.csv"_s, "Nom;Email\n=cmd;nobody\nPetit;hugo@example.org\n");
        const auto prepared = openForDeposit(toLocalPath(path), *desk.catalog.find(u"digitaleo/import"_s), {});
        QVERIFY(prepared);
        const QString target = desk.folder.filePath(u"to correct.csv"_s);
        const auto saved = saveRefusedContacts(*prepared, toLocalPath(target));
        QVERIFY(saved);
        QCOMPARE(*saved, 1);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(u"'=cmd;nobody;2;"));
        QVERIFY(!text.contains(u"hugo@example.org"));
        QCOMPARE(refusedContactsName(u"vip"_s), u"vip – to correct.csv"_s);
    }
};

QTEST_MAIN(TestDepositPage)
#include "tst_depositpage.moc"
