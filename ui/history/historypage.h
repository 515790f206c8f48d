// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"
#include "shell/page.h"

class QStackedWidget;

namespace navette::ui
{

class HistoryModel;
class ListTable;
class PageHeader;
class SearchField;
class StatePanel;

/// Every deposit that this desk made for the account, from the journal.
class HistoryPage final : public Page
{
    Q_OBJECT
public:
    explicit HistoryPage(AccountSession *session, QWidget *parent = nullptr);
    void activate() override;
    void refresh() override;
    bool focusSearch() override;
    /// Selects the deposit of that journal id.
    void showDeposit(qint64 id);

private:
    void load();
    void apply(const Result<std::vector<DepositRecord>> &records);
    void exportTable();
    void updateSubtitle();

    AccountSession *m_session;
    HistoryModel *m_model;
    PageHeader *m_header;
    SearchField *m_search;
    QStackedWidget *m_stack;
    ListTable *m_table;
    StatePanel *m_state;
    qint64 m_wanted = 0; ///< journal id to select after the next load
};

} // namespace navette::ui
