// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filespage.h"
#include "files/previewdialog.h"
#include "files/remotetreemodel.h"
#include "pipeline/filework.h"
#include "pipeline/transferqueue.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/widgets.h"
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/sessiondesk.h"
#include "support/sshdserver.h"
#include "table/csvtableview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>
#include <QTreeView>
#include <QUrl>

#include <filesystem>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

// A cancel takes a second; a line counts as dead after 30 s, and that is what it shall not wait for.
constexpr int soonMs = 10'000;

} // namespace

/// The Files page in front of OpenSSH's server, and what becomes of it when the line breaks.
class FilesPageTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void goesOnOverTheNewConnection();
    void anUploadThatBreaksGoesOnByItself();
    void aCancelBetweenTwoTriesLeavesNothing_data();
    void aCancelBetweenTwoTriesLeavesNothing();
    void aCancelOnAStalledLineIsSoonOver();
    void offersNothingWithoutConnection();
    void lineBreaksWhileItAsks();
    void namesThatMeetBothArrive();
    void aPreviewThatBreaksGoesOnByItself();
    void aPreviewOfWhatIsGoneSaysSo();

private:
    void openPage(quint16 port);
    void connectThrough(Faults faults); ///< instead of the page in front of the server itself
    void select(const QByteArray &path) const;
    [[nodiscard]] PreviewDialog *openPreview() const; ///< of what is selected
    [[nodiscard]] QList<QAction *> actions() const { return m_page->findChild<QTreeView *>()->actions(); }
    [[nodiscard]] bool anyButtonEnabled() const
    {
        const auto buttons = m_page->findChild<PageHeader *>()->findChildren<Button *>();
        return std::any_of(buttons.begin(), buttons.end(), [](const Button *button) { return button->isEnabled(); });
    }
    /// On a directory of the server, as if dropped there.
    void drop(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString there(const QString &name) const { return m_sshd.filesDirectory() + u'/' + name; }
    [[nodiscard]] RemoteTreeModel *model() const { return m_page->findChild<RemoteTreeModel *>(); }
    [[nodiscard]] bool isConnected() const { return m_desk->session->state() == ConnectionState::Connected; }

    SshdServer m_sshd;
    QTemporaryDir m_data;
    std::unique_ptr<FaultProxy> m_relay;
    std::unique_ptr<SessionDesk> m_desk;
    std::unique_ptr<FilesPage> m_page;
};

void FilesPageTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
    qunsetenv("NAVETTE_PASSWORD");
}

void FilesPageTest::init()
{
    QVERIFY(QDir(m_sshd.filesDirectory()).removeRecursively());
    for (const QString &directory : {u"import/in"_s, u"other"_s})
        QVERIFY(QDir().mkpath(there(directory)));
    QFile file(there(u"other/a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);

    openPage(m_sshd.endpoint().port);
}

void FilesPageTest::connectThrough(Faults faults)
{
    cleanup();
    m_relay = std::make_unique<FaultProxy>(m_sshd.port(), faults);
    openPage(m_relay->port());
}

void FilesPageTest::openPage(quint16 port)
{
    Account account;
    account.id = account.name = u"plain"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.port = port;
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    m_desk = std::make_unique<SessionDesk>();
    m_desk->session = std::make_unique<AccountSession>(account, m_desk->services());
    m_desk->session->setRefreshInterval(std::chrono::milliseconds(100));
    m_page = std::make_unique<FilesPage>(m_desk->session.get());
    m_page->show();
    m_desk->session->open();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), 10'000);
    QTRY_COMPARE(model()->rowCount(), 2);
}

void FilesPageTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_relay.reset();
}

void FilesPageTest::drop(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_desk->folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    const QModelIndexList found = model()->match(model()->index(0, 0), Qt::DisplayRole, u"other"_s);
    QCOMPARE(found.size(), 1);
    QVERIFY(model()->dropMimeData(&data, Qt::CopyAction, -1, -1, found.constFirst()));
}

void FilesPageTest::select(const QByteArray &path) const
{
    m_page->reveal(RemotePath(path));
    const auto *tree = m_page->findChild<QTreeView *>();
    QTRY_COMPARE(tree->currentIndex().data().toString(), QString::fromUtf8(RemotePath(path).name()));
}

void FilesPageTest::goesOnOverTheNewConnection()
{
    m_sshd.stop();
    drop(u"notes.txt"_s, "hello");
    QCOMPARE(m_desk->transfers.transfers().size(), 1u);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->transfers.transfers().front().waitsForConnection, 20'000);
    QCOMPARE(m_desk->transfers.transfers().front().state, TransferState::Waiting);
    QVERIFY(!m_desk->session->remote());

    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    QVERIFY(m_desk->transfers.retry(m_desk->transfers.transfers().front().id));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->transfers.transfers().front().state, TransferState::Done, 20'000);
    QFile sent(there(u"other/notes.txt"_s));
    QVERIFY(sent.open(QIODevice::ReadOnly));
    QCOMPARE(sent.readAll(), "hello");
}

void FilesPageTest::anUploadThatBreaksGoesOnByItself()
{
    constexpr qint64 bytes = 12'000'000;
    connectThrough({.delayEachWay = std::chrono::milliseconds(2), .cutAfterUp = bytes / 2});
    QByteArray content(bytes, Qt::Uninitialized);
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(content.data()), bytes / 4);
    drop(u"large.bin"_s, content);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->transfers.transfers().front().state, TransferState::Waiting, 30'000);
    QVERIFY(m_desk->transfers.transfers().front().error);
    const QFileInfoList parts = QDir(there(u"other"_s)).entryInfoList({u"*.part"_s}, QDir::Files | QDir::Hidden);
    QCOMPARE(parts.size(), 1);
    // A second name of the file that is there tells afterwards whether it was this one that was gone on with.
    std::filesystem::create_hard_link(toLocalPath(parts.first().filePath()), toLocalPath(there(u"witness"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->transfers.transfers().front().state, TransferState::Done, 60'000);
    QCOMPARE(m_desk->transfers.transfers().front().attempt, 2);
    QVERIFY(std::filesystem::equivalent(toLocalPath(there(u"other/large.bin"_s)), toLocalPath(there(u"witness"_s))));
    QFile sent(there(u"other/large.bin"_s));
    QVERIFY(sent.open(QIODevice::ReadOnly) && sent.readAll() == content);
    QVERIFY(QDir(there(u"other"_s)).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden).isEmpty());
}

void FilesPageTest::aCancelBetweenTwoTriesLeavesNothing_data()
{
    QTest::addColumn<bool>("up");
    QTest::newRow("upload") << true;
    QTest::newRow("download") << false;
}

void FilesPageTest::aCancelBetweenTwoTriesLeavesNothing()
{
    QFETCH(const bool, up);
    constexpr qint64 bytes = 12'000'000;
    Faults faults{.delayEachWay = std::chrono::milliseconds(2)};
    (up ? faults.cutAfterUp : faults.cutAfterDown) = bytes / 2;
    connectThrough(faults);
    const QByteArray content(bytes, 'x');
    const QString here = m_desk->folder.filePath(u"large.bin"_s);
    if (up) {
        drop(u"large.bin"_s, content);
    } else {
        QFile file(there(u"other/large.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == bytes);
        file.close();
        addTransfer(m_desk->transfers, {},
                    downloadWork(m_desk->session->link(), RemotePath("other/large.bin"), toLocalPath(here)),
                    m_page.get(), [](const Result<TransferSummary> &) {});
    }
    const Transfer &transfer = m_desk->transfers.transfers().front();
    const QDir into(up ? there(u"other"_s) : m_desk->folder.path());
    const auto parts = [&into] { return into.entryList({u"*.part"_s}, QDir::Files | QDir::Hidden); };
    QTRY_COMPARE_WITH_TIMEOUT(transfer.state, TransferState::Waiting, 30'000);
    QCOMPARE(parts().size(), 1);
    m_desk->transfers.cancel(transfer.id);
    QTRY_COMPARE(transfer.state, TransferState::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(parts(), QStringList(), 30'000); // of an upload, once there is a connection
    QVERIFY(!up || !QFile::exists(there(u"other/large.bin"_s)));
    QVERIFY(up || !QFile::exists(here));
}

void FilesPageTest::aCancelOnAStalledLineIsSoonOver()
{
    connectThrough({.bytesPerSecond = 1'000'000});
    drop(u"large.bin"_s, QByteArray(8'000'000, 'x'));
    const Transfer &transfer = m_desk->transfers.transfers().front();
    QTRY_VERIFY_WITH_TIMEOUT(transfer.bytesDone > 0, 30'000);
    m_relay->setFaultsFromNow({.stallAfterDown = 0, .stallAfterUp = 0});
    m_desk->transfers.cancel(transfer.id);
    QTRY_COMPARE_WITH_TIMEOUT(transfer.state, TransferState::Cancelled, soonMs);
    QVERIFY2(transfer.error->message.contains(u".part"_s), qPrintable(transfer.error->message)); // nobody can know
}

void FilesPageTest::offersNothingWithoutConnection()
{
    select("other/a.csv");
    const QList<QAction *> all = actions();
    QVERIFY(std::all_of(all.begin(), all.end(), [](const QAction *action) { return action->isEnabled(); }));
    m_sshd.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->session->remote(), 20'000);
    QVERIFY(!anyButtonEnabled());
    // What is shown can be read all the same.
    const auto *tree = m_page->findChild<QTreeView *>();
    QCOMPARE(tree->currentIndex().data().toString(), u"a.csv"_s);
    for (const QAction *action : all)
        QCOMPARE(action->isEnabled(),
                 action->text() == FilesPage::tr("Copy path") || action->text() == FilesPage::tr("Properties"));
    QVERIFY(writeFile(there(u"other/b.csv"_s), "x"));
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    m_desk->session->open();
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), 30'000);
    // The folder stayed open, and shows what came meanwhile.
    QTRY_COMPARE(tree->model()->rowCount(tree->currentIndex().parent()), 2);
    QCOMPARE(tree->currentIndex().data().toString(), u"a.csv"_s);
    QVERIFY(std::all_of(all.begin(), all.end(), [](const QAction *action) { return action->isEnabled(); }));
    QVERIFY(anyButtonEnabled());
}

// The connection is gone when the person answers.
void FilesPageTest::lineBreaksWhileItAsks()
{
    select("other/a.csv");
    QTimer::singleShot(100, m_page.get(), [this] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(question);
        m_desk->session->close();
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    });
    for (QAction *action : actions()) {
        if (action->text() == FilesPage::tr("Delete…"))
            action->trigger();
    }
    QVERIFY(m_page->findChild<Banner *>()->isVisible());
    QVERIFY(QFile::exists(there(u"other/a.csv"_s)));
    m_desk->session->open(); // other rows: what was said of those before is over
    QTRY_VERIFY_WITH_TIMEOUT(isConnected(), 30'000);
    QVERIFY(!m_page->findChild<Banner *>()->isVisible());
}

void FilesPageTest::namesThatMeetBothArrive()
{
    select("other/a.csv");
    for (const QString &name : {u"other/A.csv"_s, u"other/b.csv"_s}) {
        QFile file(there(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name.toUtf8()) > 0);
    }
    m_page->refresh();
    auto *tree = m_page->findChild<QTreeView *>();
    QTRY_COMPARE(tree->model()->rowCount(tree->currentIndex().parent()), 3);
    for (int row = 0; row < 3; ++row)
        tree->selectionModel()->select(tree->model()->index(row, 0, tree->currentIndex().parent()),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const QString folder = m_desk->folder.filePath(u"downloads"_s);
    QVERIFY(QDir().mkpath(folder));
    QTimer::singleShot(100, m_page.get(), [&folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setDirectory(folder);
        dialog->findChild<QLineEdit *>()->setText(folder);
        static_cast<QDialog *>(dialog)->accept(); // public there
    });
    for (QAction *action : actions()) {
        if (action->text() == FilesPage::tr("Download…"))
            action->trigger();
    }
    QCOMPARE(m_desk->transfers.transfers().size(), 3u);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->transfers.hasRunning(), 20'000);
    const QStringList names = QDir(folder).entryList(QDir::Files);
    QCOMPARE(names.size(), 3);
    QVERIFY(names.contains(u"b.csv"_s));
    QVERIFY(names.contains(u"a (2).csv"_s) || names.contains(u"A (2).csv"_s));
    const auto *banner = m_page->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().contains(u"(2).csv"_s), qPrintable(banner->accessibleName()));
}

PreviewDialog *FilesPageTest::openPreview() const
{
    for (QAction *action : actions()) {
        if (action->text() == FilesPage::tr("Look into it"))
            action->trigger();
    }
    return m_page->findChild<PreviewDialog *>();
}

void FilesPageTest::aPreviewThatBreaksGoesOnByItself()
{
    QByteArray rows = "Email;Number\n";
    for (int i = 0; rows.size() < 12'000'000; ++i)
        rows += "somebody" + QByteArray::number(i) + "@example.org;" + QByteArray::number(i) + '\n';
    QVERIFY(writeFile(there(u"other/large.csv"_s), rows));
    connectThrough({});
    select("other/large.csv");
    m_relay->setFaultsFromNow({.cutAfterDown = 8'000'000});
    QPointer<PreviewDialog> preview = openPreview();
    QVERIFY(preview);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->session->remote(), 30'000);
    const auto *table = preview->findChild<CsvTableView *>();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 100, 60'000);
    QCOMPARE(m_relay->connections(), 2);
    QVERIFY(!preview->findChild<Banner *>()->isVisible());
    for (const auto *label : preview->findChildren<Label *>(QString(), Qt::FindDirectChildrenOnly))
        QVERIFY2(!label->isVisible(), qPrintable(label->text())); // nothing is waited for
    preview->close();
    QTRY_VERIFY(!preview);
    QVERIFY(m_desk->transfers.transfers().empty()); // which nobody asked for
}

void FilesPageTest::aPreviewOfWhatIsGoneSaysSo()
{
    select("other/a.csv");
    QVERIFY(QFile::rename(there(u"other/a.csv"_s), there(u"other/away.csv"_s)));
    const PreviewDialog *preview = openPreview();
    QVERIFY(preview);
    const auto *banner = preview->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible()); // at once: there is nothing to wait for
    QVERIFY(QFile::rename(there(u"other/away.csv"_s), there(u"other/a.csv"_s)));
    banner->findChild<QPushButton *>(u"bannerDeed"_s)->click();
    QTRY_COMPARE(preview->findChild<CsvTableView *>()->model()->columnCount(), 1);
    QVERIFY(!banner->isVisible());
}

QTEST_MAIN(FilesPageTest)
#include "tst_filespage.moc"
