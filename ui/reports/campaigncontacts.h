// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reporting/reportingdays.h"

#include <QWidget>

class QListWidget;

namespace navette::ui
{

class Banner;
class CsvBrowser;
class Label;

/// One campaign opened: its contact lists (openers, clickers, unsubscribed …), each as a searchable table.
class CampaignContacts final : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignContacts(QWidget *parent = nullptr);
    /// Opens the list of that reaction first ("EMAIL_clicked"), or the first one.
    void open(const CampaignFigures &campaign, const QString &reaction = {});
    void focusSearch();

Q_SIGNALS:
    void backRequested();

private:
    void apply(const Result<std::vector<ReactionList>> &lists, const QString &wanted);
    void showList(int row);

    Label *m_title;
    Banner *m_banner;
    QListWidget *m_lists;
    CsvBrowser *m_browser;
    LocalPath m_zip;
    std::vector<ReactionList> m_reactions;
};

} // namespace navette::ui
