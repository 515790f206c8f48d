// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/privatefolder.h"
#include "board/cardface.h"
#include "pipeline/accountsession.h"
#include "pipeline/transferqueue.h"
#include "validation/report.h"

#include <QObject>

#include <map>

namespace navette::ui
{

/// What is known about one refused file.
struct Examination {
    enum class State { Fetching, Checking, Done, Failed };
    State state = State::Fetching;
    LocalPath file; ///< the fetched copy, from Checking on
    std::optional<Report> report;
    std::optional<Error> error;
};

/// Fetches refused (ko) files into a private folder and checks them, in the background and once each. A broken line is
/// waited for.
class RefusedFiles final : public QObject
{
    Q_OBJECT
public:
    explicit RefusedFiles(AccountSession *session, QObject *parent = nullptr);
    ~RefusedFiles() override;

    /// Starts, or starts again after a failure; what is known already stays.
    void examine(const Card &card);
    /// The newest few of that action, unasked.
    void examineNewest(const QString &flow);
    [[nodiscard]] const Examination *of(const QString &identity) const;
    /// What is known beyond the card itself; of cards that are not refused, nothing.
    [[nodiscard]] CardContext contextOf(const Card &card) const;

Q_SIGNALS:
    void changed(const QString &identity);

private:
    void check(const QString &identity, const Card &card);
    void fail(const QString &identity, const Error &error);
    AccountSession *m_session;
    std::optional<PrivateFolder> m_folder;
    std::map<QString, Examination> m_examinations;
    int m_nextFolder = 1;
    CancelSource m_cancel;
    TransferQueue m_fetches; ///< apart from those that people asked for; the last, as it writes to the folder
};

} // namespace navette::ui
