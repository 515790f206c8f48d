// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"

#include <QDateTime>

class QWidget;

namespace navette::ui
{

class Banner;
class PageHeader;
class StatePanel;

/// How a page of an account says what its connection is: in its subtitle, and where there is none, in a line above what
/// it shows or in the place of what it has not got yet. The same words on every page; a state, not an error.
class ConnectionNotice final : public QObject
{
    Q_OBJECT
public:
    /// Said by a page that has nothing to show yet.
    struct Words {
        QString disconnected; ///< "The board shows once the account is connected."
        QString offline;      ///< "The board shows once there is a network again."
    };
    /// What the page shows.
    struct Shown {
        bool anything = false;
        QDateTime listedAt; ///< by the server; invalid: it is what is kept on this computer
    };
    ConnectionNotice(AccountSession *session, Words words, PageHeader *header, QWidget *page);

    /// To be laid out above what the page shows.
    [[nodiscard]] Banner *banner() const { return m_banner; }
    /// The account and its connection, followed by this. It follows the connection by itself.
    void setSubtitle(const QString &rest);
    /// To be called when the state changed, or what is shown. True where `panel` says it and is to be shown alone.
    [[nodiscard]] bool tell(const Shown &shown, StatePanel &panel);
    /// True of an error that says no more than that the line broke: the session looks at it, the state tells of it, and
    /// what was asked for is asked again over the next connection. All others are the page's to show.
    [[nodiscard]] bool explains(const Error &error) const;

private:
    void showSubtitle();
    void tellAbove(const Shown &shown);
    [[nodiscard]] bool tellInstead(StatePanel &panel);

    AccountSession *m_session;
    Words m_words;
    PageHeader *m_header;
    Banner *m_banner;
    QString m_rest;
    QString m_sentence; ///< told above, and not to be told again though a person closed it
    struct Told {
        QString title;
        QString sentence;
    };
    std::optional<Told> m_told; ///< instead of what there is to show
};

} // namespace navette::ui
