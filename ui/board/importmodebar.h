// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"

#include <QWidget>

namespace navette::ui
{

class Banner;
class ModeCards;

/// The account's import mode: the one that holds, the choice of another, and what somebody else did to it.
class ImportModeBar final : public QWidget
{
    Q_OBJECT
public:
    /// `banner` is where news of it are said.
    ImportModeBar(AccountSession *session, Banner *banner, QWidget *parent = nullptr);

    void showMode();
    /// To be called for each new board: says what changed without our doing.
    void noticeChange();

private:
    void choose(ImportMode mode);
    [[nodiscard]] bool mayReplaceLists(); ///< asks

    AccountSession *m_session;
    Banner *m_banner;
    ModeCards *m_cards;
    std::optional<ImportMode> m_pending; ///< asked for by us, and not there yet
    std::optional<ImportModeState> m_known;
};

} // namespace navette::ui
