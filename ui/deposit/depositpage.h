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
class ProfileCheck;
struct OutcomeFacts;

/// Files on their way to the platform: what is wrong with them, what will happen, and the one button that sends.
/// Also shows a refused (ko) file with its causes. Without a session files are checked, and nothing can be sent.
class DepositPage final : public Page
{
    Q_OBJECT
public:
    /// `session` may be null; it and `flows` outlive the page. `archiveFolder` is where fetched exports are kept.
    DepositPage(AccountSession *session, const FlowCatalog &flows, LocalPath archiveFolder = {},
                QWidget *parent = nullptr);
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
    void checkAllAgain();

    /// For flows whose rows can be checked against the profiles that the platform knows.
    void chooseProfiles();
    void takeProfiles(std::vector<LocalPath> exports);
    void useProfiles();

    void showHeader();
    void showOutcome();
    void describeName(OutcomeFacts &facts) const;
    void describeProfiles(OutcomeFacts &facts) const;
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
    LocalPath m_archiveFolder;
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
    ProfileCheck *m_profiles;
    std::shared_ptr<const KnownProfiles> m_usedProfiles; ///< by the checks so far
    FileListModel *m_files;
    FileListView *m_fileList;
    FileView *m_view;
    OutcomePanel *m_outcome;
    QWidget *m_dropHint;
};

} // namespace navette::ui
