// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "pipeline/board.h"
#include "shell/page.h"

namespace navette
{
class AccountSession;
class FlowCatalog;
} // namespace navette

namespace navette::ui
{

/// Files on their way to the platform: what is wrong with them, what will happen, and the one button that sends.
/// Also shows a refused (ko) file with its causes. Without a session files are checked, and nothing can be sent.
class DepositPage final : public Page
{
    Q_OBJECT
public:
    /// `session` may be null; it and `flows` outlive the page.
    DepositPage(AccountSession *session, const FlowCatalog &flows, QWidget *parent = nullptr);
    ~DepositPage() override;

    /// Adds these files; an empty flow id means the board's first flow, which the person can change.
    void setFiles(const QStringList &localFiles, const QString &flowId);
    /// Shows a file fetched from ko; `repairsOn` ticks the recommended repairs at once.
    void setRefusedFile(const LocalPath &fetched, const Card &card, bool repairsOn);

    void refresh() override; ///< checks again

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace navette::ui
