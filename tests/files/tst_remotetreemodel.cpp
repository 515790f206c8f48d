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
    void tellsOfAFailedListing();
    void escapesHostileNames();
    void sortsDirectoriesFirst();

private:
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
    DirectoriesFirstProxy proxy;
    proxy.setSourceModel(m_model.get());
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        proxy.sort(RemoteTreeModel::Name, order);
        QCOMPARE(proxy.index(2, 0).data().toString(), QStringLiteral("readme.txt"));
    }
}

QTEST_MAIN(RemoteTreeModelTest)
#include "tst_remotetreemodel.moc"
