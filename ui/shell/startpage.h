// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/widgets.h"

namespace navette::ui
{

/// What a first start shows: practise, add an account, join a team.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    /// While the practice platforms start: the button says so and is off. `problem`: why they did not.
    void setPracticeStarting(bool starting, const QString &problem = {});

Q_SIGNALS:
    void practiceChosen();
    void addAccountChosen();
    void accountFileChosen(const QString &file);
    void filesDropped(const QStringList &localFiles);
    void languageChosen(const QString &key); ///< "en", "fr", "system"

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void chooseAccountFile();
    Button *m_practice = nullptr;
    Label *m_problem = nullptr;
};

} // namespace navette::ui
