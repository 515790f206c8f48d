// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "depositpage/desk.h"
#include "depositpage/samplefile.h"
#include "practice/practiceplatform.h"
#include "support/manycontacts.h"

#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace navette::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 40'000; // ms; the machine may be busy

/// The page with a real session against the practice platform.
struct LiveDesk {
    QTemporaryDir folder;
    FlowCatalog catalog = *FlowCatalog::load();
    std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    std::unique_ptr<PracticePlatform> platform;
    std::shared_ptr<Journal> journal;
    TransferQueue transfers;
    std::unique_ptr<AccountSession> session;

    bool start()
    {
        auto started = PracticePlatform::start({.root = toLocalPath(folder.filePath(u"practice"_s)),
                                                .tick = std::chrono::milliseconds(300),
                                                .sampleHistory = false});
        auto opened = Journal::open(toLocalPath(folder.filePath(u"journal.sqlite"_s)));
        if (!started || !opened)
            return false;
        platform = std::move(*started);
        journal = *opened;
        const Account account = platform->account();
        auto stored = secrets->write(account, platform->secrets());
        stored.waitForFinished();
        session = std::make_unique<AccountSession>(
            account,
            AccountSession::Services{.flows = catalog,
                                     .journal = journal,
                                     .secrets = *secrets,
                                     .transfers = transfers,
                                     .knownHostsFile = toLocalPath(folder.filePath(u"known_hosts"_s)),
                                     .askHostKey = [](const HostKeyQuestion &) { return HostKeyAnswer::TrustOnce; }});
        session->setRefreshInterval(std::chrono::milliseconds(500));
        session->open();
        return QTest::qWaitFor([&] { return session->remote() && session->board().mode.has_value(); }, patience);
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The sample cannot be written.");
        return file.fileName();
    }

    [[nodiscard]] const Card *accepted(const QString &list) const
    {
        for (const Card *card : session->board().of(u"digitaleo/import"_s, BoardColumn::Accepted)) {
            if (card->listName == list)
                return card;
        }
        return nullptr;
    }
};

} // namespace

/// One user task: deposit a faulty file, then synchronise the list with a smaller one.
class TestDepositSend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFaultyFileArrivesRepairedAndIsAccepted()
    {
        LiveDesk desk;
        QVERIFY(desk.start());
        {
            DepositPage page(desk.session.get(), desk.catalog);
            page.resize(1212, 864);
            page.show();
            page.setFiles({desk.write(u"vip.csv"_s, faultyFile())}, u"digitaleo/import"_s);
            QTRY_VERIFY_WITH_TIMEOUT(depositButton(page)->isEnabled(), patience);
            QSignalSpy closed(&page, &Page::closed);
            depositButton(page)->click();
            QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        }
        // The page is gone; its copy lives until the transfer has ended.
        QTRY_VERIFY_WITH_TIMEOUT(desk.accepted(u"vip"_s) != nullptr, patience);
        const auto deposits = desk.journal->deposits();
        QVERIFY(deposits);
        QCOMPARE(deposits->size(), 1u);
        QCOMPARE(deposits->front().contacts, 295);

        // The same again is known as sent; a smaller one synchronises only after being asked.
        DepositPage page(desk.session.get(), desk.catalog);
        page.resize(1212, 864);
        page.show();
        page.setFiles({desk.write(u"vip.csv"_s, faultyFile())}, u"digitaleo/import"_s);
        auto *note = page.findChild<Label *>(u"depositNote"_s);
        QTRY_VERIFY_WITH_TIMEOUT(note->text().startsWith(u"The same content was sent"), patience);

        desk.write(u"vip.csv"_s, faultyFile(200));
        page.refresh();
        chooseMode(page, ImportMode::SyncList);
        auto *files = page.findChild<FileListModel *>();
        QTRY_VERIFY_WITH_TIMEOUT(files->file(0)->copy() && depositButton(page)->isEnabled(), patience);
        QVERIFY2(depositButton(page)->text().startsWith(u"Synchronise"), qPrintable(depositButton(page)->text()));
        depositButton(page)->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<QMessageBox *>(u"confirmDeposit"_s) != nullptr, patience);
        auto *box = page.findChild<QMessageBox *>(u"confirmDeposit"_s);
        QVERIFY2(box->text().contains(u"vip"), qPrintable(box->text()));
        QVERIFY2(box->informativeText().contains(u"leave the list"), qPrintable(box->informativeText()));
        auto *confirmed = box->findChild<QPushButton *>(u"confirmed"_s);
        QVERIFY(confirmed && !confirmed->isDefault());

        // Cancel leaves everything as it is.
        box->button(QMessageBox::Cancel)->click();
        QTest::qWait(50);
        QCOMPARE(desk.journal->deposits()->size(), 1u);

        QSignalSpy closed(&page, &Page::closed);
        depositButton(page)->click();
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<QMessageBox *>(u"confirmDeposit"_s) != nullptr, patience);
        page.findChild<QMessageBox *>(u"confirmDeposit"_s)->findChild<QPushButton *>(u"confirmed"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            desk.journal->deposits()->size() == 2u && isFinal(desk.journal->deposits()->front().state), patience);
        QCOMPARE(desk.journal->deposits()->front().state, DepositState::Accepted);
        QCOMPARE(desk.journal->deposits()->front().mode, u"sync"_s);
        QCOMPARE(desk.session->board().mode->effective(), std::optional(ImportMode::SyncList));
    }

    void aLargeFileArrivesInParts()
    {
        LiveDesk desk;
        desk.catalog = catalogWithLimit(20'000);
        QVERIFY(desk.start());
        DepositPage page(desk.session.get(), desk.catalog);
        page.show();
        page.setFiles({desk.write(u"vip.csv"_s, manyContacts(2'000))}, u"digitaleo/import"_s);
        chooseMode(page, ImportMode::NewList);
        QTRY_VERIFY_WITH_TIMEOUT(repairBox(page, RepairKind::Split) != nullptr, patience);
        repairBox(page, RepairKind::Split)->click();
        QVERIFY(waitForCopy(page));
        QTRY_VERIFY_WITH_TIMEOUT(depositButton(page)->isEnabled(), patience);
        const std::size_t parts = fileOf(page)->copy()->deposit.parts.size();
        QVERIFY(parts > 2);
        QSignalSpy closed(&page, &Page::closed);
        depositButton(page)->click();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
        for (std::size_t i = 1; i <= parts; ++i)
            QTRY_VERIFY_WITH_TIMEOUT(desk.accepted(u"vip-"_s + QString::number(i)) != nullptr, patience);
        const auto deposits = desk.journal->deposits();
        QCOMPARE(deposits->size(), parts);
        qint64 contacts = 0;
        for (const DepositRecord &record : *deposits) {
            QCOMPARE(record.sourceFile, u"vip.csv"_s);
            QCOMPARE(record.mode, key(ImportMode::NewList));
            contacts += record.contacts;
        }
        QCOMPARE(contacts, 2'000);
    }
};

QTEST_MAIN(TestDepositSend)
#include "tst_depositsend.moc"
