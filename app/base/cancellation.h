// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace navette
{

/// The wish to stop, seen by the work. Copyable, thread-safe; a default-made one is never cancelled.
class CancelToken
{
public:
    CancelToken() = default;
    [[nodiscard]] bool isCancelled() const;

    /// Keeps its callback registered while it lives; after its destruction the callback does not run any more.
    class [[nodiscard]] Registration
    {
    public:
        Registration() = default;
        explicit Registration(std::shared_ptr<void> guard) : m_guard(std::move(guard)) {}

    private:
        std::shared_ptr<void> m_guard;
    };
    /// Calls `callback` once when cancelled, at once if it is so already, in the cancelling thread.
    Registration onCancel(std::function<void()> callback) const;

private:
    friend class CancelSource;
    struct State;
    std::shared_ptr<State> m_state;
};

/// Where the wish to stop is made.
class CancelSource
{
public:
    CancelSource();
    void cancel() const;
    [[nodiscard]] CancelToken token() const;

private:
    std::shared_ptr<CancelToken::State> m_state;
};

} // namespace navette
