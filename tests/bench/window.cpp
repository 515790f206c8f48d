// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window FILE FLOW: what a person waits for who drops a file on the Deposit page. Prints one line of JSON, in
// milliseconds: until the first rows are painted, until all rows are there, and the slowest and the median jump to any
// row, painted. Works without a display (QT_QPA_PLATFORM=offscreen).
#include "deposit/depositfile.h"
#include "deposit/fileview.h"
#include "flows/flowcatalog.h"
#include "style/theme.h"
#include "table/csvtablemodel.h"
#include "table/csvtableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace navette;
using namespace navette::ui;

namespace
{

/// Sees when the table has been painted with rows in it.
class PaintWatcher final : public QObject
{
public:
    explicit PaintWatcher(CsvTableView *table) : m_table(table) { table->viewport()->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || (event->type() == QEvent::Paint && m_table->model()->rowCount() > 0);
        return false;
    }

private:
    CsvTableView *m_table;
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template<typename Condition>
double waitFor(const QElapsedTimer &timer, Condition condition)
{
    while (!condition()) {
        QApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(200);
    }
    return milliseconds(timer);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto catalog = FlowCatalog::load();
    const Flow *flow = argc == 3 && catalog ? catalog->find(QString::fromLocal8Bit(argv[2])) : nullptr;
    if (flow == nullptr) {
        std::fputs("usage: bench_window FILE FLOW\n", stderr);
        return 2;
    }
    applyTheme(application, Scheme::Light);
    FileView view;
    view.resize(1000, 800);
    view.show();
    QApplication::processEvents();
    CsvTableView *table = view.table();
    PaintWatcher watcher(table);

    QElapsedTimer timer;
    timer.start();
    DepositFile file(toLocalPath(QString::fromLocal8Bit(argv[1])), QStringLiteral("file.csv"), nullptr);
    DepositContext context;
    context.flow = *flow;
    file.check(context, {});
    view.setFile(&file);
    const double firstRows = waitFor(timer, [&] { return watcher.painted; });
    const double allRows = waitFor(timer, [&] { return file.state() != DepositFile::State::Checking; });

    std::vector<double> jumps;
    const int rows = table->model()->rowCount();
    for (int i = 0; i < 200 && rows > 0; ++i) {
        const int row = QRandomGenerator::global()->bounded(rows);
        timer.start();
        table->verticalScrollBar()->setValue(row);
        table->viewport()->repaint();
        jumps.push_back(milliseconds(timer));
    }
    std::sort(jumps.begin(), jumps.end());
    const QJsonObject result{{QStringLiteral("firstRowsMs"), firstRows},
                             {QStringLiteral("allRowsMs"), allRows},
                             {QStringLiteral("rows"), rows},
                             {QStringLiteral("slowestJumpMs"), jumps.empty() ? 0 : jumps.back()},
                             {QStringLiteral("medianJumpMs"), jumps.empty() ? 0 : jumps[jumps.size() / 2]}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    view.setFile(nullptr);
    return 0;
}
