// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "deposit/profilesdialog.h"
#include "depositpage/desk.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QListWidget>

using namespace navette;
using namespace navette::ui;
using namespace navette::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto known = "0291725A-BB67-4EB9-8914-EE14B283EC0C";
constexpr auto knownToo = "1391725A-BB67-4EB9-8914-EE14B283EC0C";
constexpr auto unknown = "FF91725A-BB67-4EB9-8914-EE14B283EC0C";

Account acmeApp()
{
    Account account;
    account.id = u"acme-app"_s;
    account.name = u"Acme App"_s;
    account.platform = Platform::Accengage;
    account.settings.appId = u"6"_s;
    return account;
}

QByteArray quotedRows(std::initializer_list<QByteArray> cells)
{
    QByteArray bytes;
    for (const QByteArray &cell : cells)
        bytes += '"' + cell + "\"\n";
    return bytes;
}

/// The page with a static list of three profiles, and the archive with two days of exports.
struct ProfilesDesk : Desk {
    ProfilesDesk() : Desk(acmeApp())
    {
        QDir(folder.path()).mkpath(u"kept/2026-11-20"_s);
        QDir(folder.path()).mkpath(u"kept/2026-11-21"_s);
        yesterday = write(u"kept/2026-11-21/exportDevices_6_20261121.csv"_s, quotedRows({"device_id", known}));
        write(u"kept/2026-11-20/exportDevices_6_20261120.csv"_s, quotedRows({"device_id", knownToo}));
        write(u"kept/2026-11-20/exportMessagesStatistics_6_20261120.csv"_s, quotedRows({"message_id", "1"}));
        page = std::make_unique<DepositPage>(session.get(), catalog, toLocalPath(folder.filePath(u"kept"_s)));
        page->resize(1212, 864);
        page->show();
        page->setFiles({write(u"christmas.csv"_s, quotedRows({"device_id", known, knownToo, unknown}))},
                       u"accengage/staticlist"_s);
    }

    [[nodiscard]] Button *button(const QString &name) const { return page->findChild<Button *>(name); }
    [[nodiscard]] QString words() const
    {
        return page->findChild<Label *>(u"profiles"_s)->text().remove(QChar(0x200B)); // where a name may break
    }

    ProfilesDialog *openDialog() const
    {
        button(u"chooseProfiles"_s)->click();
        if (!QTest::qWaitFor([&] { return page->findChild<ProfilesDialog *>() != nullptr; }, 20'000))
            return nullptr;
        return page->findChild<ProfilesDialog *>();
    }

    QString yesterday;
    std::unique_ptr<DepositPage> page;
};

} // namespace

class TestDepositProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void profilesOfTheKeptExportsAreKnown()
    {
        ProfilesDesk desk;
        DepositPage &page = *desk.page;
        QVERIFY(waitForCheck(page));
        QVERIFY(!repairBox(page, RepairKind::KeepKnownProfiles));
        QVERIFY(!desk.button(u"dropProfiles"_s)->isVisible());
        QVERIFY2(says(desk.words(), u"Not checked"), qPrintable(desk.words()));
        shoot(page, u"profiles-unchecked"_s);

        // The newest day first, and of the devices only.
        ProfilesDialog *dialog = desk.openDialog();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        auto *apply = dialog->findChild<Button *>(u"checkProfiles"_s);
        QVERIFY(!apply->isEnabled());
        QVERIFY(list->hasFocus() || QTest::qWaitFor([&] { return list->isVisible(); }));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog->chosen(), std::vector{toLocalPath(desk.yesterday)});
        shootAsIs(*dialog, u"profiles-dialog"_s);
        apply->click();
        QTRY_VERIFY_WITH_TIMEOUT(repairBox(page, RepairKind::KeepKnownProfiles) != nullptr, 20'000);
        QVERIFY(waitForCopy(page));
        QVERIFY2(says(desk.words(), u"2 of 3 "), qPrintable(desk.words()));
        QVERIFY2(says(desk.words(), u"exportDevices_6_20261121.csv"), qPrintable(desk.words()));

        // The repair is offered, and not made unasked.
        QCheckBox *keep = repairBox(page, RepairKind::KeepKnownProfiles);
        QVERIFY(!keep->isChecked());
        QCOMPARE(tile(page, u"tileSent"_s), 3);
        keep->click();
        QCOMPARE(tile(page, u"tileSent"_s), 1);
        QCOMPARE(tile(page, u"tileLeftOut"_s), 2);
        QVERIFY(waitForCopy(page));
        QCOMPARE(tile(page, u"tileSent"_s), 1);
        QCOMPARE(tile(page, u"tileLeftOut"_s), 2);
        shoot(page, u"profiles"_s);

        // Each export is one day: with the other, one more is known.
        dialog = desk.openDialog();
        QVERIFY(dialog);
        list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        list->item(1)->setCheckState(Qt::Checked);
        dialog->findChild<Button *>(u"checkProfiles"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.words(), u"1 of 3 "), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChildren<ProfilesDialog *>().isEmpty(), 20'000);

        // And taken back, nothing is said of profiles.
        desk.button(u"dropProfiles"_s)->click();
        QVERIFY(waitForCheck(page));
        QVERIFY(says(desk.words(), u"Not checked"));
        QVERIFY(!repairBox(page, RepairKind::KeepKnownProfiles));
        QVERIFY(waitForCopy(page));
        QCOMPARE(fileOf(page)->copy()->deposit.whole.rows, 3);
    }

    void aFileFromElsewhereIsTakenPackedToo()
    {
        ProfilesDesk desk;
        DepositPage &page = *desk.page;
        QVERIFY(waitForCheck(page));
        const LocalPath packed = toLocalPath(desk.folder.filePath(u"devices.csv.gz"_s));
        const QByteArray all = quotedRows({"device_id", known, knownToo, unknown});
        QVERIFY(archive::writeGzip(packed, all));
        ProfilesDialog *dialog = desk.openDialog();
        QVERIFY(dialog);
        dialog->addFiles({desk.folder.filePath(u"devices.csv.gz"_s)});
        QCOMPARE(dialog->chosen(), std::vector{packed});
        dialog->findChild<Button *>(u"checkProfiles"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.words(), u"The platform knows all of them"), 20'000);
    }

    void aFileWithoutKeysIsRefusedWithItsReason()
    {
        ProfilesDesk desk;
        DepositPage &page = *desk.page;
        QVERIFY(waitForCheck(page));
        ProfilesDialog *dialog = desk.openDialog();
        QVERIFY(dialog);
        dialog->addFiles({desk.write(u"other.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")});
        dialog->findChild<Button *>(u"checkProfiles"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.words(), u"other.csv has no column"), 20'000);
        QVERIFY(!desk.button(u"dropProfiles"_s)->isVisible());
        QVERIFY(!repairBox(page, RepairKind::KeepKnownProfiles));
    }

    void anExportOfOtherKeysSaysSo()
    {
        ProfilesDesk desk;
        DepositPage &page = *desk.page;
        QVERIFY(waitForCheck(page));
        ProfilesDialog *dialog = desk.openDialog();
        QVERIFY(dialog);
        dialog->addFiles({desk.write(u"members.csv"_s, quotedRows({"member_id", "M1"}))});
        dialog->findChild<Button *>(u"checkProfiles"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.words(), u"no column “device_id”"), 20'000);
    }

    void whereNoneIsKnownNobodyIsLeftOut()
    {
        ProfilesDesk desk;
        DepositPage &page = *desk.page;
        QVERIFY(waitForCheck(page));
        ProfilesDialog *dialog = desk.openDialog();
        QVERIFY(dialog);
        dialog->addFiles({desk.write(u"none.csv"_s, quotedRows({"device_id"}))});
        dialog->findChild<Button *>(u"checkProfiles"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(desk.words(), u"none of them"), 20'000);
        QVERIFY(!repairBox(page, RepairKind::KeepKnownProfiles));
    }

    void onlyAccengageFlowsAsk()
    {
        Desk desk;
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"good.csv"_s, "Nom;Email\nPetit;hugo@example.org\n")}, u"digitaleo/import"_s);
        QVERIFY(waitForCheck(page));
        QVERIFY(!page.findChild<Button *>(u"chooseProfiles"_s)->isVisible());
    }
};

QTEST_MAIN(TestDepositProfiles)
#include "tst_depositprofiles.moc"
