// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connectionnotice.h"

#include "shell/connectiontext.h"
#include "shell/pageheader.h"
#include "style/banner.h"
#include "style/text.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace navette::ui
{

ConnectionNotice::ConnectionNotice(AccountSession *session, Words words, PageHeader *header, QWidget *page)
    : QObject(page), m_session(session), m_words(std::move(words)), m_header(header), m_banner(new Banner(page))
{
    m_banner->setObjectName(u"connection"_s);
    connect(session, &AccountSession::stateChanged, this, &ConnectionNotice::showSubtitle);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (m_header->isVisible() && m_session->nextAttemptIn())
            showSubtitle(); // the wait grows shorter
    });
    clock->start(1s);
}

void ConnectionNotice::setSubtitle(const QString &rest)
{
    m_rest = rest;
    showSubtitle();
}

void ConnectionNotice::showSubtitle()
{
    m_header->setSubtitle(m_rest.isEmpty() ? accountText(*m_session) : accountText(*m_session) + u" · "_s + m_rest);
}

bool ConnectionNotice::tell(const Shown &shown, StatePanel &panel)
{
    const ConnectionState state = m_session->state();
    if (state == ConnectionState::Connected) {
        m_told.reset();
        m_sentence.clear();
        m_banner->clear();
        return false;
    }
    if (shown.anything) {
        m_told.reset();
        tellAbove(shown);
        return false;
    }
    return tellInstead(panel);
}

// While it connects, what was told before it began still holds.
void ConnectionNotice::tellAbove(const Shown &shown)
{
    const auto &error = m_session->lastError();
    QString sentence;
    Tone tone = Tone::Info;
    if (m_session->state() == ConnectionState::Offline) {
        sentence = shown.listedAt.isValid()
                       ? tr("This computer is offline; what is shown is from %1. Navette connects again once there is "
                            "a network.")
                             .arg(whenText(shown.listedAt))
                       : tr("This computer is offline; what is shown is kept here. Navette connects again once there "
                            "is a network.");
        if (error)
            sentence += u' ' + error->message;
    } else if (m_session->state() == ConnectionState::Failed && error) {
        sentence = (shown.listedAt.isValid() ? tr("The connection was lost; what is shown may be old. %1")
                                             : tr("There is no connection yet; what is shown is kept here. %1"))
                       .arg(error->message);
        if (m_session->nextAttemptIn())
            sentence += u' ' + tr("Navette connects again by itself.");
        tone = m_session->nextAttemptIn() ? Tone::Warn : Tone::Bad;
    } else {
        return;
    }
    if (std::exchange(m_sentence, sentence) == sentence)
        return;
    m_banner->show(tone, sentence, error ? error->detail : QString());
    m_banner->offer(m_session->state() == ConnectionState::Offline ? tr("Connect all the same") : tr("Connect again"),
                    [this] {
                        m_sentence.clear(); // whoever asked is told what came of it
                        m_session->open();
                    });
}

bool ConnectionNotice::tellInstead(StatePanel &panel)
{
    const auto &error = m_session->lastError();
    Told told;
    QString action = tr("Connect");
    switch (m_session->state()) {
    case ConnectionState::Offline:
        told = {tr("This computer is offline"), error ? error->message : m_words.offline};
        action = tr("Connect all the same");
        break;
    case ConnectionState::Failed:
        told = {tr("Not connected to %1").arg(m_session->account().name), error ? error->message : QString()};
        action = tr("Connect again");
        break;
    case ConnectionState::Disconnected:
        told = {tr("Not connected"), m_words.disconnected};
        break;
    case ConnectionState::Connecting:
    case ConnectionState::Connected:
        // Once more: nothing is to flicker with each try.
        if (m_told)
            panel.show(u"offline"_s, m_told->title, m_told->sentence);
        return m_told.has_value();
    }
    m_told = told;
    panel.show(
        u"offline"_s, told.title, told.sentence, action, [session = m_session] { session->open(); },
        error ? error->detail : QString());
    return true;
}

bool ConnectionNotice::explains(const Error &error) const
{
    if (error.kind != ErrorKind::Network && error.kind != ErrorKind::Timeout)
        return false;
    m_session->link()->doubt();
    return true;
}

} // namespace navette::ui
