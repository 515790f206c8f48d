// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancellation.h"

#include <atomic>
#include <map>
#include <mutex>
#include <utility>

namespace navette
{

struct CancelToken::State {
    std::atomic<bool> cancelled = false;
    // Held while callbacks run, so that a registration's end waits for a callback under way.
    std::recursive_mutex mutex;
    std::map<int, std::function<void()>> callbacks;
    int nextId = 0;
};

bool CancelToken::isCancelled() const
{
    return m_state && m_state->cancelled.load(std::memory_order_relaxed);
}

CancelToken::Registration CancelToken::onCancel(std::function<void()> callback) const
{
    if (!m_state)
        return {};
    const std::lock_guard lock(m_state->mutex);
    if (m_state->cancelled) {
        callback();
        return {};
    }
    const int id = m_state->nextId++;
    m_state->callbacks.emplace(id, std::move(callback));
    return Registration(std::shared_ptr<void>(m_state.get(), [state = m_state, id](void *) {
        const std::lock_guard guard(state->mutex);
        state->callbacks.erase(id);
    }));
}

CancelSource::CancelSource() : m_state(std::make_shared<CancelToken::State>()) {}

void CancelSource::cancel() const
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->cancelled.exchange(true))
        return;
    // One by one: a callback may end another's registration, which then must not run any more.
    while (!m_state->callbacks.empty()) {
        const auto next = m_state->callbacks.extract(m_state->callbacks.begin());
        next.mapped()();
    }
}

CancelToken CancelSource::token() const
{
    CancelToken token;
    token.m_state = m_state;
    return token;
}

} // namespace navette
