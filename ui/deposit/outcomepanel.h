// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deposit/depositplan.h"
#include "style/widgets.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QComboBox;
class QScrollArea;

namespace navette::ui
{

class RepairList;
class StatTile;

/// What the panel says; made anew for every change and compared by the widgets.
struct OutcomeFacts {
    QString to;
    QString remoteName;
    QString listName;
    QString nameSuffix;        ///< behind the editable name: ".csv"
    QString lists;             ///< of a file in parts; empty: listName alone
    QString parts;             ///< the files that are deposited, where there are several
    bool nameIsList = false;   ///< the file's name is the list's name: edited at "As"
    bool nameEditable = false; ///< the naming rule has a free part
    bool hasList = false;
    bool hasMode = false;
    std::optional<ImportMode> mode;
    QString effect;           ///< what it does to the contacts
    bool hasProfiles = false; ///< rows can be checked against the profiles that the platform knows
    QString profiles;         ///< what that check says
    ColorRole profilesRole = ColorRole::Text;
    bool profilesChosen = false;
    QString size;
    bool tooLarge = false;
    DepositPlan plan;
    bool showRefused = false; ///< there are refused contacts to save
    QString buttonText;
    QString buttonIcon;
    ButtonKind buttonKind = ButtonKind::Primary;
    bool buttonEnabled = false;
    QString note; ///< under the button
    ColorRole noteRole = ColorRole::Muted;
};

/// The right side: "What will happen", the repairs, and the one button.
class OutcomePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomePanel(QWidget *parent = nullptr);
    /// False: there is no checked file to speak of.
    void setContentVisible(bool visible);
    void setFacts(const OutcomeFacts &facts);
    void setRepairs(const std::vector<ProposedRepair> &proposed, const std::set<RepairKind> &ticked);
    [[nodiscard]] Button *depositButton() const { return m_button; }

Q_SIGNALS:
    void nameEdited(const QString &name);
    void modeChosen(navette::ImportMode mode);
    void repairToggled(navette::RepairKind kind, bool on);
    void profilesWanted();
    void profilesTakenBack();
    void saveRefusedWanted();
    void depositWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addFact(QGridLayout *grid, int row, const QString &title, QWidget *value, bool isControl = false);
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeNameField();
    [[nodiscard]] QWidget *makeModeField();
    [[nodiscard]] QWidget *makeProfilesField();
    [[nodiscard]] QWidget *makeTiles();
    void showName(const OutcomeFacts &facts);
    void showProfiles(const OutcomeFacts &facts);
    void showRow(int row, bool visible);

    QScrollArea *m_scroll;
    QWidget *m_content;
    std::vector<std::pair<Label *, QWidget *>> m_factRows;
    Label *m_to;
    Label *m_as;
    QWidget *m_asField;
    QLineEdit *m_asEdit;
    Label *m_asSuffix;
    Label *m_list;
    QLineEdit *m_listEdit;
    QComboBox *m_mode;
    Label *m_effect;
    Label *m_parts;
    Label *m_profiles;
    Button *m_chooseProfiles;
    Button *m_dropProfiles;
    Label *m_size;
    StatTile *m_sent;
    StatTile *m_leftOut;
    StatTile *m_duplicates;
    RepairList *m_repairs;
    Button *m_saveRefused;
    Button *m_button;
    Label *m_note;
};

} // namespace navette::ui
