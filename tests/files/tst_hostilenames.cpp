// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secretstore.h"
#include "base/safename.h"
#include "files/filespage.h"
#include "files/remotetreemodel.h"
#include "flows/flowcatalog.h"
#include "pipeline/comparison.h"
#include "shell/transfersmodel.h"
#include "style/banner.h"
#include "style/widgets.h"
#include "support/memoryremote.h"
#include "support/sshdserver.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>
#include <QTimer>
#include <QToolTip>
#include <QTreeView>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// Names that a server chose to mislead: as markup, as what cannot be typed, as what this computer keeps otherwise.
class HostileNamesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void areNeverMarkup_data();
    void areNeverMarkup();
    void inTooltips();
    void areNotSentUnseen_data();
    void areNotSentUnseen();
    void areShownBesideThoseOfThisComputer();
    void areComparedOnBothSides();

private:
    void select(const QByteArray &path) const;
    void trigger(const QString &text) const;
    void downloadSelectedTo(const QString &folder) const;
    /// Runs while the modal dialog that `action` opens is there, and closes it.
    template<typename Dialog, typename Look>
    void inDialog(const QString &action, Look look) const;
    [[nodiscard]] QString there(const QString &name) const { return m_sshd.filesDirectory() + u"/other/"_s + name; }
    [[nodiscard]] Banner *banner() const { return m_page->findChild<Banner *>(); }
    /// How many labels show the text; none of them as markup.
    static int labelsWith(const QString &text);

    SshdServer m_sshd;
    FlowCatalog m_flows = FlowCatalog::load().value();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SecretStore> m_secrets = makeMemoryStore();
    std::unique_ptr<TransferQueue> m_transfers;
    std::unique_ptr<AccountSession> m_session;
    std::unique_ptr<FilesPage> m_page;
};

int HostileNamesTest::labelsWith(const QString &text)
{
    int found = 0;
    const auto widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label == nullptr || !label->text().contains(text))
            continue;
        ++found;
        if (label->textFormat() != Qt::PlainText) {
            qWarning("as markup: %s", qPrintable(label->text()));
            return -1;
        }
    }
    return found;
}

void HostileNamesTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qunsetenv("NAVETTE_PASSWORD");
    applyTheme(*qApp, Scheme::Light); // with it goes the rule
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void HostileNamesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_sshd.filesDirectory()).removeRecursively());
    QVERIFY(QDir().mkpath(m_sshd.filesDirectory() + u"/other"_s));
    for (const QString &name :
         {u"<b>x.csv"_s, u"<img src=x.png>.csv"_s, u"CON.csv"_s, u"a\u202eb.csv"_s, u"plain.csv"_s}) {
        QFile file(there(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Email\n") == 6);
    }
    Account account;
    account.id = account.name = u"plain"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    m_transfers = std::make_unique<TransferQueue>();
    m_session = std::make_unique<AccountSession>(
        account, AccountSession::Services{.flows = m_flows,
                                          .journal = Journal::at(toLocalPath(m_folder->filePath(u"journal"_s))),
                                          .secrets = *m_secrets,
                                          .transfers = *m_transfers,
                                          .knownHostsFile = {},
                                          .askHostKey = {}});
    m_page = std::make_unique<FilesPage>(m_session.get());
    m_page->show();
    m_session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), ConnectionState::Connected, 10'000);
    QTRY_VERIFY(m_page->findChild<RemoteTreeModel *>()->rowCount() > 0);
}

void HostileNamesTest::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_transfers.reset();
}

void HostileNamesTest::select(const QByteArray &path) const
{
    m_page->reveal(RemotePath(path));
    const auto *tree = m_page->findChild<QTreeView *>();
    QTRY_COMPARE(tree->currentIndex().data().toString(), visibleName(RemotePath(path).name()));
}

void HostileNamesTest::trigger(const QString &text) const
{
    for (QAction *action : m_page->findChild<QTreeView *>()->actions()) {
        if (action->text() == text)
            action->trigger();
    }
}

template<typename Dialog, typename Look>
void HostileNamesTest::inDialog(const QString &action, Look look) const
{
    bool looked = false;
    QTimer::singleShot(100, m_page.get(), [&] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        look(*dialog);
        looked = true;
        static_cast<QDialog *>(dialog)->reject();
    });
    trigger(action);
    QVERIFY(looked);
}

void HostileNamesTest::areNeverMarkup_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("bold") << QByteArray("<b>x.csv");
    QTest::newRow("a picture from elsewhere") << QByteArray("<img src=x.png>.csv");
}

void HostileNamesTest::areNeverMarkup()
{
    QFETCH(QByteArray, name);
    const QString shown = QString::fromUtf8(name);
    select("other/" + name);
    inDialog<QMessageBox>(FilesPage::tr("Delete…"), [&](QMessageBox &) { QVERIFY(labelsWith(shown) > 0); });
    inDialog<QMessageBox>(FilesPage::tr("Properties"), [&](QMessageBox &) { QVERIFY(labelsWith(shown) > 0); });
    inDialog<QInputDialog>(FilesPage::tr("Rename…"), [&](QInputDialog &) { QVERIFY(labelsWith(shown) > 0); });
    banner()->showError({ErrorKind::NotFound, shown, {}});
    QVERIFY(labelsWith(shown) > 0);
    StatePanel panel;
    panel.show({}, shown, shown);
    QVERIFY(labelsWith(shown) > 2);
}

void HostileNamesTest::inTooltips()
{
    MemoryRemote remote;
    remote.addFile("<img src=x.png>.csv", "x");
    RemoteTreeModel model(m_session->account(), m_flows.flows());
    model.setRemote(std::shared_ptr<RemoteFileSystem>(std::shared_ptr<void>(), &remote));
    QTRY_COMPARE(model.rowCount(), 1);
    QToolTip::showText({}, model.index(0, 0).data(Qt::ToolTipRole).toString(), m_page.get());
    QVERIFY(QToolTip::isVisible());
    QVERIFY(labelsWith(u"<img src=x.png>"_s) > 0);
    QToolTip::hideText();
    model.setRemote({});
}

void HostileNamesTest::areNotSentUnseen_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("proposed");
    QTest::newRow("plain") << QByteArray("plain.csv") << u"plain.csv"_s;
    QTest::newRow("turned around") << u"a\u202eb.csv"_s.toUtf8() << QString();
}

void HostileNamesTest::areNotSentUnseen()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, proposed);
    select("other/" + name);
    inDialog<QInputDialog>(FilesPage::tr("Rename…"), [&](QInputDialog &dialog) {
        QCOMPARE(dialog.textValue(), proposed);
        QCOMPARE(dialog.labelText().contains(u"cannot be typed"_s), proposed.isEmpty());
    });
    QVERIFY(QFile::exists(there(QString::fromUtf8(name))));
}

void HostileNamesTest::downloadSelectedTo(const QString &folder) const
{
    QVERIFY(QDir().mkpath(folder));
    QTimer::singleShot(100, m_page.get(), [folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setDirectory(folder);
        dialog->findChild<QLineEdit *>()->setText(folder);
        static_cast<QDialog *>(dialog)->accept(); // public there
    });
    trigger(FilesPage::tr("Download…"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_transfers->hasRunning(), 20'000);
}

void HostileNamesTest::areShownBesideThoseOfThisComputer()
{
    const QString folder = m_folder->filePath(u"downloads"_s);
    select("other/plain.csv");
    downloadSelectedTo(folder);
    QCOMPARE(m_transfers->transfers().back().state, TransferState::Done);
    QVERIFY(!banner()->isVisible());

    select("other/CON.csv");
    downloadSelectedTo(folder);
    QVERIFY(QFile::exists(folder + u"/_CON.csv"_s));
    const Transfer &transfer = m_transfers->transfers().back();
    QCOMPARE(transfer.name, u"CON.csv"_s);
    QVERIFY2(transfer.target.contains(u"_CON.csv"_s), qPrintable(transfer.target));
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->accessibleName().contains(u"CON.csv → _CON.csv"_s), qPrintable(banner()->accessibleName()));
}

void HostileNamesTest::areComparedOnBothSides()
{
    select("other/CON.csv");
    downloadSelectedTo(m_folder->filePath(u"downloads"_s));
    const Transfer done = m_transfers->transfers().back();
    QVERIFY(done.sides);
    const auto compare = [&] {
        std::optional<Result<void>> ended;
        addComparison(*m_transfers, m_session->link(), done, [&ended](const Result<void> &result) { ended = result; });
        (void)QTest::qWaitFor([&] { return ended.has_value(); }, 20'000);
        return ended.value_or(Result<void>(fail(ErrorKind::Timeout, {})));
    };
    QVERIFY(compare());
    QVERIFY2(statusText(m_transfers->transfers().back()).contains(u"the same on both sides"_s),
             qPrintable(statusText(m_transfers->transfers().back())));

    for (const QByteArray &other : {QByteArray("eMail\n"), QByteArray("Email\nx\n")}) { // as long, and longer
        QFile changed(there(u"CON.csv"_s));
        QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write(other) == other.size());
        changed.close();
        const Result<void> differs = compare();
        QVERIFY(!differs);
        QCOMPARE(differs.error().kind, ErrorKind::BadFormat);
        QVERIFY(differs.error().message.contains(u"are not the same"_s));
    }
    QVERIFY(QFile::remove(displayText(done.sides->local)));
    QCOMPARE(compare().error().kind, ErrorKind::NotReadable);
}

QTEST_MAIN(HostileNamesTest)
#include "tst_hostilenames.moc"
