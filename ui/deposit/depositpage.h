// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "deposit/depositfile.h"
#include "deposit/listcomparison.h"
#include "pipeline/board.h"
#include "shell/page.h"

class QComboBox;
class QLabel;

namespace navette
{
class AccountSession;
class FlowCatalog;
} // namespace navette

namespace navette::ui
{

class FileListModel;
class FileListView;
class FileView;
class OutcomePanel;
class PageHeader;
struct OutcomeFacts;

/// Files on their way to the platform: what is wrong with them, what will happen, and the one button that sends.
/// Also shows a refused (ko) file with its causes. Without a session files are checked, and nothing can be sent.
class DepositPage final : public Page
{
    Q_OBJECT
public:
    /// `session` may be null; it and `flows` outlive the page.
    DepositPage(AccountSession *session, const FlowCatalog &flows, QWidget *parent = nullptr);
    ~DepositPage() override;

    /// Adds these files; an empty flow id means the flow that is chosen already, at first the board's first.
    void setFiles(const QStringList &localFiles, const QString &flowId);
    /// Shows a file fetched from ko; `repairsOn` ticks the recommended repairs at once.
    void setRefusedFile(const LocalPath &fetched, const Card &card, bool repairsOn);

    void refresh() override; ///< reads and checks the file again

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFilePane();
    void makeFlowChoice();
    void addKeys();
    void chooseFiles();
    DepositFile *addFile(const LocalPath &path, const QString &name);
    void removeFile(int row);
    void showFile(DepositFile *file);

    [[nodiscard]] const Flow *flow() const;
    [[nodiscard]] DepositContext context() const;
    void chooseFlow(const QString &flowId);
    void followBoardMode();

    void showHeader();
    void showOutcome();
    void describeName(OutcomeFacts &facts) const;
    void describeButton(OutcomeFacts &facts) const;
    [[nodiscard]] QString effectText() const;
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool wantsRepairFirst() const;
    [[nodiscard]] bool showsRefused() const { return m_refusedCard && m_file != nullptr && m_file == m_refusedFile; }

    /// Against the last accepted file of the list, where the mode is Synchronise.
    void compareLists();
    [[nodiscard]] const Card *lastAccepted() const;
    [[nodiscard]] QString comparisonText() const;

    void requestDeposit();
    void continueDeposit();
    void confirm();
    void send();
    void saveRefused();

    AccountSession *m_session;
    const FlowCatalog &m_flows;
    QString m_flowId;
    std::optional<Card> m_refusedCard;
    const DepositFile *m_refusedFile = nullptr;
    std::optional<ImportMode> m_chosenMode; ///< by the person, instead of the one in force
    DepositFile *m_file = nullptr;          ///< the one shown
    bool m_depositWhenReady = false;
    QString m_savedNote;

    enum class Comparing { NotNeeded, Running, Done, Failed };
    Comparing m_comparing = Comparing::NotNeeded;
    QByteArray m_comparedCopy; ///< hash of the copy that was compared
    ListComparison m_comparison;
    CancelSource m_comparisonCancel;
    int m_comparisonJob = 0;

    PageHeader *m_header;
    QComboBox *m_flowChoice;
    FileListModel *m_files;
    FileListView *m_fileList;
    FileView *m_view;
    OutcomePanel *m_outcome;
    QWidget *m_dropHint;
};

} // namespace navette::ui
