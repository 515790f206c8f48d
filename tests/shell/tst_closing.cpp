// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"
#include "shell/workspace.h"
#include "support/memoryremote.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// What closing the window says of transfers that are not done.
class ClosingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_data.isValid());
        qputenv("NAVETTE_DATA_DIR", m_data.path().toUtf8());
        useSettingsIn(m_data.path());
    }

    void closesWhereNothingIsUnderWay()
    {
        auto workspace = std::move(Workspace::open().value());
        MainWindow window(*workspace);
        window.show();
        bool asked = false;
        whenAsked([&](QMessageBox &box) {
            asked = true;
            box.reject();
        });
        QVERIFY(window.close());
        QVERIFY(!asked);
    }

    void listsWhatIsNotDoneAndAsks()
    {
        auto workspace = std::move(Workspace::open().value());
        TransferQueue &queue = workspace->transfers();
        MainWindow window(*workspace);
        window.show();
        QSemaphore go;
        queue.add(named(u"running.csv"_s), [&](const TransferProgress &, const JobControl &) -> Result<void> {
            go.acquire();
            return {};
        });
        const auto link = std::make_shared<RemoteLink>();
        link->await();
        const int waiting = addTransfer(
            queue, named(u"waiting.csv"_s),
            overLink(link,
                     [](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> { return 1; }),
            this, [](const Result<int> &) {});
        const int done = queue.add(named(u"done.csv"_s),
                                   [](const TransferProgress &, const JobControl &) -> Result<void> { return {}; });
        const auto stateOf = [&queue](int id) {
            return std::find_if(queue.transfers().begin(), queue.transfers().end(),
                                [id](const Transfer &t) { return t.id == id; })
                ->state;
        };
        const auto broken = std::make_shared<RemoteLink>();
        broken->open(std::make_shared<MemoryRemote>());
        const int brokenOff =
            addTransfer(queue, named(u"broken.csv"_s),
                        overLink(broken,
                                 [](RemoteFileSystem &, const TransferProgress &, const JobControl &) -> Result<int> {
                                     return fail(ErrorKind::Network, u"Lost."_s);
                                 }),
                        this, [](const Result<int> &) {});
        QTRY_COMPARE(stateOf(brokenOff), TransferState::Waiting);
        QTRY_COMPARE(stateOf(done), TransferState::Done);
        QCOMPARE(stateOf(waiting), TransferState::Waiting);

        QString said;
        whenAsked([&](QMessageBox &box) {
            said = box.text() + u'\n' + box.informativeText();
            QCOMPARE(box.defaultButton()->text(), u"Keep Navette open"_s); // Return keeps it
            box.defaultButton()->click();
        });
        QVERIFY(!window.close());
        QVERIFY(window.isVisible());
        QVERIFY2(said.contains(u"a part stays where it was going"_s), qPrintable(said));
        QVERIFY2(said.contains(u"3 file"_s) && said.contains(u"running.csv to Import"_s) &&
                     said.contains(u"waiting.csv to Import"_s) && !said.contains(u"done.csv"_s),
                 qPrintable(said));
        QCOMPARE(stateOf(waiting), TransferState::Waiting); // and goes on

        whenAsked([](QMessageBox &box) {
            for (QAbstractButton *button : box.buttons()) {
                if (box.buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
        });
        QVERIFY(window.close());
        go.release();
    }

private:
    static Transfer named(const QString &name)
    {
        Transfer transfer;
        transfer.name = name;
        transfer.target = u"to Import"_s;
        return transfer;
    }
    // The question has a loop of its own, in which this runs.
    void whenAsked(std::function<void(QMessageBox &)> answer)
    {
        QTimer::singleShot(0, this, [answer = std::move(answer)] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()))
                answer(*box);
        });
    }
    QTemporaryDir m_data;
};

QTEST_MAIN(ClosingTest)
#include "tst_closing.moc"
