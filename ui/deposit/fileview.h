// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/dialect.h"
#include "style/widgets.h"
#include "table/findingindex.h"

#include <QWidget>

class QProgressBar;
class QStackedWidget;

namespace navette::ui
{

class CsvTableModel;
class CsvTableView;
class DepositFile;
class FileToolBar;
class FindingsModel;
class FindingsView;

/// The middle of the deposit page: one file's headline, findings and table, or why there is none.
class FileView final : public QWidget
{
    Q_OBJECT
public:
    explicit FileView(QWidget *parent = nullptr);

    /// Null: nothing chosen yet.
    void setFile(DepositFile *file);
    /// The file was refused by the platform: its findings are likely causes.
    void setRefused(bool refused);
    [[nodiscard]] CsvTableView *table() const { return m_table; }
    [[nodiscard]] FindingsView *findings() const { return m_findingsView; }

Q_SIGNALS:
    void addFilesWanted();
    void checkAgainWanted(const navette::csv::DialectHints &hints);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();
    void showProgress();
    void showHead();
    void setChecking(bool on);
    void showContent();
    void showPlan();
    void showToolBar();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QProgressBar *makeProgressBar(QWidget *parent);
    [[nodiscard]] Button *makeStopButton(QWidget *parent);

    [[nodiscard]] QString headlineText() const;

    DepositFile *m_file = nullptr;
    bool m_refused = false;
    const void *m_shownContent = nullptr; ///< identity of the check, or of the first rows, that the table shows
    QStackedWidget *m_stack;
    QWidget *m_content;
    QWidget *m_progressPage;
    StatePanel *m_statePanel;
    Label *m_headline;
    Label *m_coverage;
    FindingsModel *m_findings;
    FindingsView *m_findingsView;
    FileToolBar *m_toolBar;
    CsvTableModel *m_model;
    CsvTableView *m_table;
    Label *m_progressText;
    QProgressBar *m_progressBar;
    QWidget *m_headProgress; ///< beside the headline, while the table shows the first rows
    QProgressBar *m_headProgressBar;
};

} // namespace navette::ui
