// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositfile.h"
#include "deposit/depositpage.h"
#include "deposit/filelist.h"
#include "flows/flowcatalog.h"

#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// Drag and drop on a real window system.
class TestDepositDrop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void droppedFilesAreAdded()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"liste été.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Nom;Email\nPetit;hugo@example.org\n");
        file.close();

        const auto catalog = FlowCatalog::load();
        QVERIFY(catalog);
        DepositPage page(nullptr, *catalog);
        page.resize(1200, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));

        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file.fileName()), QUrl(u"https://example.org/not-local.csv"_s)});
        const QPoint where = page.rect().center();
        QDragEnterEvent enter(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        // Copied, never moved: the file stays where it is.
        QCOMPARE(enter.dropAction(), Qt::CopyAction);
        QDropEvent drop(where, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page, &drop);
        QVERIFY(drop.isAccepted());
        auto *files = page.findChild<FileListModel *>();
        QCOMPARE(files->rowCount(), 1);
        QCOMPARE(files->index(0).data().toString(), u"liste été.csv"_s);
        QTRY_COMPARE_WITH_TIMEOUT(files->file(0)->state(), DepositFile::State::Checked, 20'000);
        QVERIFY(QFile::exists(file.fileName()));
    }

    void textIsNotTaken()
    {
        const auto catalog = FlowCatalog::load();
        QVERIFY(catalog);
        DepositPage page(nullptr, *catalog);
        page.show();
        QMimeData mime;
        mime.setText(u"hello"_s);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&page, &enter);
        QVERIFY(!enter.isAccepted());
    }
};

QTEST_MAIN(TestDepositDrop)
#include "tst_depositdrop.moc"
