// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "board/refusedfiles.h"
#include "pipeline/board.h"
#include "style/widgets.h"

class QGridLayout;

namespace navette::ui
{

/// The right side of the board: what is known about the selected card, and what one can do about it.
class DetailsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    /// `examination` is for refused files and may be null; `repairedSince`: a later one got through.
    void show(const Card &card, const Examination *examination, bool repairedSince);
    void showNothing();

Q_SIGNALS:
    void repairRequested();
    void openRequested();
    void retryRequested(); ///< fetching the refused file did not work
    void filesRequested();
    void historyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeFoot();
    void showCauses(const Card &card, const Examination *examination, bool repairedSince);
    void addCause(const QString &iconName, ColorRole role, const QString &strong, const QString &rest);
    void addSentence(const QString &text);
    void showFacts(const Card &card);
    void addFact(const QString &name, const QString &value, const QString &toolTip = {});
    void copyDetails();

    QWidget *m_content = nullptr;
    Label *m_hint = nullptr;
    Label *m_title = nullptr;
    Label *m_subtitle = nullptr;
    Label *m_causesTitle = nullptr;
    QVBoxLayout *m_causes = nullptr;
    Button *m_repair = nullptr;
    Button *m_open = nullptr;
    Button *m_retry = nullptr;
    QGridLayout *m_facts = nullptr;
    Button *m_history = nullptr;
    QStringList m_copyText;
};

} // namespace navette::ui
