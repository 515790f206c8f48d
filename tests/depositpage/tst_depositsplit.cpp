// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "board/partsbanner.h"
#include "depositpage/desk.h"
#include "style/banner.h"
#include "support/manycontacts.h"

#include <QSignalSpy>

#include <algorithm>

using namespace navette;
using namespace navette::ui;
using namespace navette::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 limit = 20'000;
constexpr int contacts = 2'000;

/// The page with a file that is too large even as a zip.
struct SplitDesk : Desk {
    explicit SplitDesk(bool zipped = false) : Desk(acme(), catalogWithLimit(limit))
    {
        page = std::make_unique<DepositPage>(session.get(), catalog);
        page->resize(1212, 864);
        page->show();
        QString path = folder.filePath(u"vip.zip"_s);
        const QByteArray bytes = manyContacts(contacts);
        if (!zipped)
            path = write(u"vip.csv"_s, bytes);
        else if (!archive::writeZip(toLocalPath(path), {{u"vip.csv"_s, bytes}}))
            qFatal("The sample cannot be written.");
        page->setFiles({path}, u"digitaleo/import"_s);
    }

    [[nodiscard]] bool isOffered() const { return repairBox(*page, RepairKind::Split) != nullptr; }
    bool waitForOffer() const
    {
        return QTest::qWaitFor([this] { return isOffered(); }, 20'000);
    }
    [[nodiscard]] QString labels() const
    {
        QStringList texts;
        for (const Label *label : page->findChildren<Label *>()) {
            if (label->isVisible())
                texts.append(label->text().remove(QChar(0x200B)));
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<DepositPage> page;
};

} // namespace

class TestDepositSplit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void whatIsTooLargeEvenAsAZipCanBeSplit()
    {
        SplitDesk desk;
        DepositPage &page = *desk.page;
        chooseMode(page, ImportMode::NewList);
        QVERIFY(desk.waitForOffer());
        QVERIFY(!repairBox(page, RepairKind::Split)->isChecked()); // lists are at stake: not unasked
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY2(says(note(page), u"Tick “Split into numbered files”"), qPrintable(note(page)));
        shoot(page, u"split-offered"_s);

        repairBox(page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(page));
        const PreparedParts &deposit = fileOf(page)->copy()->deposit;
        QVERIFY(deposit.parts.size() > 2);
        QCOMPARE(tile(page, u"tileSent"_s), contacts);
        const QString parts = page.findChild<Label *>(u"parts"_s)->text().remove(QChar(0x200B));
        for (const PreparedDeposit &part : deposit.parts)
            QVERIFY2(parts.contains(part.order.remoteName), qPrintable(parts));
        QVERIFY(parts.contains(u"vip-1.zip"));
        QVERIFY2(says(desk.labels(), u"Each file makes a list of its own"), qPrintable(desk.labels()));
        QVERIFY2(!says(note(page), u"larger") || qEnvironmentVariableIsSet("NAVETTE_LANG"), qPrintable(note(page)));
        shoot(page, u"split-new-list"_s);

        // Without the zip they are plain files, more of them.
        const std::size_t zips = deposit.parts.size();
        repairBox(page, RepairKind::Zip)->click();
        QVERIFY(waitForCopy(page));
        QVERIFY(fileOf(page)->copy()->deposit.parts.size() > zips);
        QCOMPARE(fileOf(page)->copy()->deposit.parts[1].order.remoteName, u"vip-2.csv"_s);
    }

    void addingGoesToListsOfOtherNames()
    {
        SplitDesk desk;
        chooseMode(*desk.page, ImportMode::AddToList);
        QVERIFY(desk.waitForOffer());
        repairBox(*desk.page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(*desk.page));
        QVERIFY2(says(desk.labels(), u"not to “vip”: vip-1, vip-2"), qPrintable(desk.labels()));
        for (const PreparedDeposit &part : fileOf(*desk.page)->copy()->deposit.parts)
            QCOMPARE(part.order.mode, std::optional(ImportMode::AddToList));
        shoot(*desk.page, u"split-add"_s);
    }

    void synchronisingIsNeverSplit_data()
    {
        QTest::addColumn<bool>("zipped");
        QTest::newRow("plain") << false;
        QTest::newRow("a zip already") << true;
    }
    void synchronisingIsNeverSplit()
    {
        QFETCH(bool, zipped);
        SplitDesk desk(zipped);
        DepositPage &page = *desk.page;
        chooseMode(page, ImportMode::NewList);
        QVERIFY(desk.waitForOffer());
        repairBox(page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(page));
        const auto split = fileOf(page)->copy()->deposit.parts.size();

        chooseMode(page, ImportMode::SyncList);
        QTRY_VERIFY_WITH_TIMEOUT(says(note(page), u"synchronising takes one file"), 20'000);
        QTRY_VERIFY(!desk.isOffered()); // the row goes when the event loop runs
        QVERIFY(!depositButton(page)->isEnabled());
        QVERIFY(!fileOf(page)->copy());
        shoot(page, u"split-sync"_s);

        // Back again, the tick is still there.
        chooseMode(page, ImportMode::AddToList);
        QVERIFY(waitForCopy(page));
        QCOMPARE(fileOf(page)->copy()->deposit.parts.size(), split);
        QVERIFY(repairBox(page, RepairKind::Split)->isChecked());
    }

    void optOutsAreSplitToo()
    {
        SplitDesk desk;
        auto *flows = desk.page->findChild<QComboBox *>(u"flowChoice"_s);
        flows->setCurrentIndex(flows->findData(u"digitaleo/optoutEMAIL"_s));
        Q_EMIT flows->activated(flows->currentIndex());
        QVERIFY(desk.waitForOffer());
        repairBox(*desk.page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(*desk.page));
        QVERIFY(fileOf(*desk.page)->copy()->isSplit());
        QVERIFY2(says(desk.labels(), u"no longer receive"), qPrintable(desk.labels()));
    }

    void whatFitsIsNotOfferedInParts()
    {
        Desk desk(Desk::acme(), catalogWithLimit(limit));
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"few.csv"_s, manyContacts(100))}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        QVERIFY(waitForCopy(page));
        QVERIFY(!repairBox(page, RepairKind::Split));
        QVERIFY(!page.findChild<Label *>(u"parts"_s)->isVisible());
    }

    void whichPartsAreMissingIsSaid()
    {
        SplitDesk desk;
        chooseMode(*desk.page, ImportMode::NewList);
        QVERIFY(desk.waitForOffer());
        repairBox(*desk.page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(*desk.page));
        std::vector<DepositOrder> orders;
        for (const PreparedDeposit &part : fileOf(*desk.page)->copy()->deposit.parts)
            orders.push_back(part.order);
        QWidget board;
        board.resize(900, 120);
        board.show();
        Banner *banner = makePartsBanner(desk.session.get(), &board);
        banner->resize(900, 60);
        QVERIFY(!banner->isVisible());

        // Without a connection every part fails.
        QSignalSpy progressed(desk.session.get(), &AccountSession::partsProgressed);
        desk.session->depositParts(orders);
        QTRY_COMPARE_WITH_TIMEOUT(progressed.size(), static_cast<int>(orders.size()), 20'000);
        QVERIFY(banner->isVisible());
        QVERIFY2(says(banner->accessibleName(), u"No part of vip.csv is on the platform. Not there: vip-1.zip, "),
                 qPrintable(banner->accessibleName()));
        shootAsIs(*banner, u"split-failed"_s);
        auto *again = banner->findChild<Button *>(u"bannerDeed"_s);
        QVERIFY(again->isVisible());
        again->click();
        QVERIFY(!banner->isVisible()); // until there is something new to say
        // Whoever tries again wants the connection, too: the parts wait for it.
        const auto &transfers = desk.session->services().transfers.transfers();
        QTRY_COMPARE_WITH_TIMEOUT(std::count_if(transfers.begin(), transfers.end(),
                                                [](const Transfer &transfer) { return transfer.waitsForConnection; }),
                                  std::ptrdiff_t(orders.size()), 20'000);
    }
};

QTEST_MAIN(TestDepositSplit)
#include "tst_depositsplit.moc"
