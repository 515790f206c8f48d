// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/directoriesfirstproxy.h"
#include "files/remotetreemodel.h"
#include "flows/flowcatalog.h"
#include "support/memoryremote.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace navette;
using namespace navette::ui;

class RemoteTreeModelTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsADirectoryWhenItIsOpened();
    void keepsWhatIsStillThereOnReload();
    void saysWhatKnownPlacesAreFor();
    void takesDropsOnlyWhereThePlatformTakesFiles();
    void dropsAnswersOfAnOlderTree();
    void staysWithoutConnection();
    void tellsOfAFailedListing();
    void escapesHostileNames();
    void sortsDirectoriesFirst();
    void stopsAtTheLimit();
    void sortsManyOnceTheyAreThere();
    void takesManyAwayAtOnce();
    void showsWhatCameUntilStopped();
    void takesAnotherKindForAnotherEntry();

private:
    void addMany(int count) const;
    [[nodiscard]] QStringList shown(const QModelIndex &parent = {}) const;
    [[nodiscard]] QModelIndex open(const QByteArray &path);

    std::shared_ptr<MemoryRemote> m_remote;
    std::unique_ptr<RemoteTreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RemoteTreeModelTest::init()
{
    m_tester.reset();
    m_remote = std::make_shared<MemoryRemote>(QStringLiteral("contacts/import/in/vip.csv = Email\\na@b.fr\\n\n"
                                                             "contacts/import/ok/\n"
                                                             "contacts/import/.createNewList = \n"
                                                             "reporting/2026-11-20/\n"
                                                             "readme.txt = hello\n"));
    const auto catalog = FlowCatalog::load();
    QVERIFY2(catalog.has_value(), catalog ? "" : qPrintable(catalog.error().message));
    m_model = std::make_unique<RemoteTreeModel>(Account{.platform = Platform::Digitaleo}, catalog->flows());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    // The test opens directories itself: what is listed when is what it looks at.
    m_tester->setUseFetchMore(false);
    QSignalSpy loaded(m_model.get(), &RemoteTreeModel::rootLoaded);
    m_model->setRemote(m_remote);
    QVERIFY(loaded.wait());
}

QStringList RemoteTreeModelTest::shown(const QModelIndex &parent) const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(parent); ++row)
        names += m_model->index(row, RemoteTreeModel::Name, parent).data().toString();
    return names;
}

QModelIndex RemoteTreeModelTest::open(const QByteArray &path)
{
    QModelIndex index;
    for (const QByteArray &name : path.split('/')) {
        if (m_model->canFetchMore(index))
            m_model->fetchMore(index);
        const bool loaded = QTest::qWaitFor([&] { return m_model->loadState(index) == RemoteTreeModel::Load::Loaded; });
        Q_ASSERT(loaded);
        const qsizetype row = shown(index).indexOf(QString::fromUtf8(name));
        if (row < 0)
            return {};
        index = m_model->index(static_cast<int>(row), 0, index);
    }
    return index;
}

void RemoteTreeModelTest::listsADirectoryWhenItIsOpened()
{
    QCOMPARE(shown(),
             (QStringList{QStringLiteral("contacts"), QStringLiteral("readme.txt"), QStringLiteral("reporting")}));
    QCOMPARE(m_remote->requests().size(), 1);
    const QModelIndex contacts = m_model->index(0, 0);
    QVERIFY(m_model->hasChildren(contacts));
    QCOMPARE(m_model->rowCount(contacts), 0);
    QVERIFY(open("contacts/import/in/vip.csv").isValid());
    QVERIFY(!m_remote->requests().contains(QStringLiteral("list reporting")));
}

void RemoteTreeModelTest::keepsWhatIsStillThereOnReload()
{
    const QPersistentModelIndex file = open("contacts/import/in/vip.csv");
    m_remote->addFile("contacts/import/in/winback.csv", "Email\n");
    m_model->reload(file.parent());
    QTRY_COMPARE(m_model->rowCount(file.parent()), 2);
    QVERIFY(file.isValid());

    QVERIFY(m_remote->take("contacts/import/in/vip.csv"));
    m_model->reload(m_model->index(0, 0, file.parent()).parent());
    QTRY_VERIFY(!file.isValid());
}

void RemoteTreeModelTest::saysWhatKnownPlacesAreFor()
{
    const auto meaning = [this](const QByteArray &path) {
        return open(path).siblingAtColumn(RemoteTreeModel::Meaning).data().toString();
    };
    QCOMPARE(meaning("contacts/import/in"), QStringLiteral("Waiting"));
    QCOMPARE(meaning("contacts/import/ok"), QStringLiteral("Accepted · read only"));
    QCOMPARE(meaning("contacts/import/.createNewList"), QStringLiteral("Import mode: New list each time"));
    QCOMPARE(meaning("readme.txt"), QStringLiteral("TXT file"));
    QVERIFY(m_model->isReadOnly(open("reporting")));
}

void RemoteTreeModelTest::takesDropsOnlyWhereThePlatformTakesFiles()
{
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.csv"))});
    QSignalSpy dropped(m_model.get(), &RemoteTreeModel::filesDropped);
    QVERIFY(!m_model->dropMimeData(&files, Qt::CopyAction, -1, -1, open("contacts/import/ok")));
    QVERIFY(!m_model->dropMimeData(&files, Qt::CopyAction, -1, -1, open("readme.txt")));
    QVERIFY(m_model->dropMimeData(&files, Qt::CopyAction, -1, -1, open("contacts/import/in")));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(m_model->meaning(open("contacts/import/in")).depositFlow, QStringLiteral("digitaleo/import"));
}

void RemoteTreeModelTest::dropsAnswersOfAnOlderTree()
{
    m_remote->setDelay(std::chrono::milliseconds(50));
    m_model->reload({});
    const auto other = std::make_shared<MemoryRemote>(QStringLiteral("other/\n"));
    m_model->setRemote(other);
    QTRY_COMPARE(shown(), QStringList{QStringLiteral("other")});
    QTest::qWait(100);
    QCOMPARE(shown(), QStringList{QStringLiteral("other")});
}

// Rows stay while the line is broken; what was listed, being listed or asked for meanwhile comes with the next one.
void RemoteTreeModelTest::staysWithoutConnection()
{
    const QPersistentModelIndex file = open("contacts/import/in/vip.csv");
    m_remote->setDelay(std::chrono::seconds(60));
    m_model->reload(file.parent());
    QCOMPARE(m_model->loadState(file.parent()), RemoteTreeModel::Load::Loading);
    QSignalSpy failed(m_model.get(), &RemoteTreeModel::listingFailed);
    m_model->setRemote({});
    QVERIFY(file.isValid());
    const QPersistentModelIndex reporting =
        m_model->index(static_cast<int>(shown().indexOf(QStringLiteral("reporting"))), 0);
    QVERIFY(m_model->canFetchMore(reporting));
    m_model->fetchMore(reporting);
    m_model->reload({});
    QTest::qWait(50);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(shown().size(), 3);

    m_model->setRemote(std::make_shared<MemoryRemote>(QStringLiteral("contacts/import/in/vip.csv = Email\n\n"
                                                                     "contacts/import/in/new.csv = Email\n\n"
                                                                     "reporting/2026-11-20/\n")));
    QTRY_COMPARE(m_model->rowCount(reporting), 1);
    QTRY_COMPARE(m_model->rowCount(file.parent()), 2);
    QTRY_COMPARE(shown(), (QStringList{QStringLiteral("contacts"), QStringLiteral("reporting")}));
    QVERIFY(file.isValid());
}

void RemoteTreeModelTest::tellsOfAFailedListing()
{
    QSignalSpy failed(m_model.get(), &RemoteTreeModel::listingFailed);
    m_remote->failNth(1, {ErrorKind::Network, QStringLiteral("The connection broke."), {}});
    const QModelIndex contacts = m_model->index(0, 0);
    m_model->fetchMore(contacts);
    QVERIFY(failed.wait());
    QCOMPARE(m_model->loadState(contacts), RemoteTreeModel::Load::Failed);
    m_model->reload(contacts);
    QTRY_COMPARE(m_model->loadState(contacts), RemoteTreeModel::Load::Loaded);
}

void RemoteTreeModelTest::escapesHostileNames()
{
    m_remote->addFile("a\x1b[31m\xe2\x80\xae.csv", "x");
    m_model->reload({});
    QTRY_VERIFY(shown().contains(QStringLiteral("a\\x1b[31m\\u202e.csv")));
}

void RemoteTreeModelTest::sortsDirectoriesFirst()
{
    DirectoriesFirstProxy proxy(m_model.get());
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        proxy.sort(RemoteTreeModel::Name, order);
        QCOMPARE(proxy.index(2, 0).data().toString(), QStringLiteral("readme.txt"));
    }
}

// Rows of "readme.txt"'s directory that only listings show: item0, item1, …
void RemoteTreeModelTest::addMany(int count) const
{
    for (int i = 0; i < count; ++i)
        m_remote->addListedEntry("", {.name = "item" + QByteArray::number(i), .size = count - i});
}

void RemoteTreeModelTest::stopsAtTheLimit()
{
    constexpr auto limit = int(ListOptions::usualLimit);
    addMany(limit + 1'000);
    QSignalSpy cutShort(m_model.get(), &RemoteTreeModel::listingCutShort);
    QSignalSpy all(m_model.get(), &RemoteTreeModel::listedAll);
    m_model->reload({});
    QTRY_COMPARE_WITH_TIMEOUT(cutShort.size(), 1, 60'000);
    QCOMPARE(cutShort.front().at(0).value<RemotePath>(), RemotePath());
    QCOMPARE(cutShort.front().at(1).toLongLong(), qint64(limit));
    QCOMPARE(m_model->rowCount(), limit);

    m_model->listAll({});
    QTRY_COMPARE_WITH_TIMEOUT(all.size(), 1, 60'000);
    QCOMPARE(m_model->rowCount(), limit + 1'003);
    // It stays so.
    m_model->reload({});
    QTRY_COMPARE_WITH_TIMEOUT(all.size(), 2, 60'000);
    QCOMPARE(m_model->rowCount(), limit + 1'003);
    QCOMPARE(cutShort.size(), 1);
}

void RemoteTreeModelTest::sortsManyOnceTheyAreThere()
{
    constexpr int count = 30'000;
    addMany(count);
    DirectoriesFirstProxy proxy(m_model.get());
    proxy.sort(RemoteTreeModel::Name, Qt::AscendingOrder);
    QCOMPARE(proxy.rowCount(), 3);
    QSignalSpy batches(&proxy, &QAbstractItemModel::rowsInserted);
    QSignalSpy arriving(m_model.get(), &RemoteTreeModel::manyArriving);
    m_model->reload({});
    QTRY_COMPARE_WITH_TIMEOUT(arriving.size(), 2, 60'000);
    QVERIFY(!arriving.back().front().toBool());
    QVERIFY2(batches.size() < 30, qPrintable(QString::number(batches.size())));
    QCOMPARE(proxy.rowCount(), count + 3);
    QCOMPARE(proxy.index(0, 0).data().toString(), QStringLiteral("contacts"));
    for (int i = 0; i < count; ++i)
        QCOMPARE(proxy.index(i + 2, 0).data().toString(), QStringLiteral("item%1").arg(i));
    QCOMPARE(proxy.index(count + 2, 0).data().toString(), QStringLiteral("readme.txt"));
    proxy.sort(RemoteTreeModel::Size, Qt::AscendingOrder);
    QCOMPARE(proxy.index(2, 0).data().toString(), QStringLiteral("item%1").arg(count - 1));
    proxy.sort(RemoteTreeModel::Meaning, Qt::DescendingOrder);
    QCOMPARE(proxy.index(2, 0).data().toString(), QStringLiteral("readme.txt"));
    // One more finds its place.
    m_remote->addFile("item7b", "x");
    proxy.sort(RemoteTreeModel::Name, Qt::AscendingOrder);
    m_model->reload({});
    QTRY_COMPARE_WITH_TIMEOUT(arriving.size(), 4, 60'000);
    QCOMPARE(proxy.index(10, 0).data().toString(), QStringLiteral("item7b"));
    // The places belong to these rows, and not to those of the next connection.
    QVERIFY(m_model->rank(m_model->index(0, 0)));
    m_model->setRemote(std::make_shared<MemoryRemote>(QStringLiteral("b.txt = b\n")));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(!m_model->rank(m_model->index(0, 0)));
}

// Every other entry goes, which is as many ranges of rows.
void RemoteTreeModelTest::takesManyAwayAtOnce()
{
    for (int i = 0; i < 2'000; ++i)
        m_remote->addFile("reporting/f" + QByteArray::number(i), "x");
    const QPersistentModelIndex reporting = open("reporting/f1").parent();
    QCOMPARE(m_model->rowCount(reporting), 2'001);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    for (int i = 0; i < 2'000; i += 2)
        QVERIFY(m_remote->take("reporting/f" + QByteArray::number(i)));
    m_model->reload(reporting);
    QTRY_COMPARE(m_model->rowCount(reporting), 1'001);
    QVERIFY(removed.size() < 10);
    QVERIFY(shown(reporting).contains(QStringLiteral("f1999")));
    QVERIFY(!shown(reporting).contains(QStringLiteral("f1998")));
}

void RemoteTreeModelTest::showsWhatCameUntilStopped()
{
    QSignalSpy cutShort(m_model.get(), &RemoteTreeModel::listingCutShort);
    QSignalSpy failed(m_model.get(), &RemoteTreeModel::listingFailed);
    m_remote->setDelay(std::chrono::seconds(60));
    m_model->listAll({});
    m_model->stopListing({});
    QTRY_COMPARE(cutShort.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_model->loadState({}), RemoteTreeModel::Load::Loaded);
    QCOMPARE(m_model->rowCount(), 3); // what is not named is not taken for gone
}

void RemoteTreeModelTest::takesAnotherKindForAnotherEntry()
{
    const QPersistentModelIndex file = open("readme.txt");
    QVERIFY(m_remote->take("readme.txt"));
    m_remote->addDirectory("readme.txt");
    m_model->reload({});
    QTRY_VERIFY(!file.isValid());
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(m_model->isDirectory(open("readme.txt")));
}

QTEST_MAIN(RemoteTreeModelTest)
#include "tst_remotetreemodel.moc"
