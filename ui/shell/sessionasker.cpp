// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sessionasker.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>

namespace navette::ui
{

struct SessionAsker::Shared {
    QMutex mutex;
    QWaitCondition answered;
    QObject *gui = nullptr; ///< null once closed
    HostKeyDialog hostKey;
    SignInDialog signIn;
    std::deque<std::function<void()>> waiting;
    bool showing = false;

    template<typename Answer, typename Question, typename Dialog>
    static Answer ask(const std::shared_ptr<Shared> &shared, Question question, Dialog Shared::*dialog, Answer no);
    void showNext();
};

// In the GUI thread. A dialog has an event loop of its own, in which more questions arrive.
void SessionAsker::Shared::showNext()
{
    QMutexLocker lock(&mutex);
    if (showing)
        return;
    showing = true;
    while (!waiting.empty()) {
        const std::function<void()> show = std::move(waiting.front());
        waiting.pop_front();
        lock.unlock(); // it takes as long as the person thinks
        show();
        lock.relock();
    }
    showing = false;
}

template<typename Answer, typename Question, typename Dialog>
Answer SessionAsker::Shared::ask(const std::shared_ptr<Shared> &shared, Question question, Dialog Shared::*dialog,
                                 Answer no)
{
    constexpr unsigned long glanceMs = 50; // nobody calls when a connection is cancelled
    struct State {
        std::optional<Answer> answer;
        CancelSource withdrawal;
    };
    const auto state = std::make_shared<State>();
    const auto isCancelled = std::exchange(question.isCancelled, {});
    QMutexLocker lock(&shared->mutex);
    if (!shared->gui)
        return no;
    shared->waiting.push_back([shared, state, question, dialog, no] {
        const CancelToken withdrawn = state->withdrawal.token();
        QMutexLocker inner(&shared->mutex);
        const Dialog show = (*shared).*dialog;
        inner.unlock();
        Answer given = show && !withdrawn.isCancelled() ? show(question, withdrawn) : no;
        inner.relock();
        state->answer = std::move(given);
        shared->answered.wakeAll();
    });
    QMetaObject::invokeMethod(
        shared->gui, [shared] { shared->showNext(); }, Qt::QueuedConnection);
    while (!state->answer && shared->gui && !(isCancelled && isCancelled()))
        shared->answered.wait(&shared->mutex, QDeadlineTimer(glanceMs));
    if (state->answer)
        return *std::exchange(state->answer, no);
    lock.unlock();
    state->withdrawal.cancel();
    return no;
}

SessionAsker::SessionAsker(QObject *parent) : QObject(parent), m_shared(std::make_shared<Shared>())
{
    m_shared->gui = this;
}

SessionAsker::~SessionAsker()
{
    close();
}

void SessionAsker::setDialogs(HostKeyDialog hostKey, SignInDialog signIn)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->hostKey = std::move(hostKey);
    m_shared->signIn = std::move(signIn);
}

void SessionAsker::close()
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->gui = nullptr;
    m_shared->waiting.clear();
    m_shared->answered.wakeAll();
}

SessionAsker::HostKeyFunction SessionAsker::hostKeyFunction() const
{
    return [shared = m_shared](const HostKeyQuestion &question) {
        return Shared::ask(shared, question, &Shared::hostKey, HostKeyAnswer::Refuse);
    };
}

SessionAsker::SignInFunction SessionAsker::signInFunction() const
{
    return [shared = m_shared](const SignInQuestion &question) {
        return Shared::ask(shared, question, &Shared::signIn, std::optional<SignInAnswer>());
    };
}

} // namespace navette::ui
