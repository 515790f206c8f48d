// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __has_feature
#if __has_feature(thread_sanitizer)
#define NAVETTE_TSAN
#endif
#endif
#if defined(NAVETTE_TSAN) || defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

#include <utility>

/// For ThreadSanitizer (`./dev tsan`): distributions build Qt without it, so what Qt's futures and event queues hand
/// from one thread to another looks like a race. What was done before a handOver() is seen after the next takeOver().
/// In other builds both are nothing.
namespace navette::tsan
{

#if defined(NAVETTE_TSAN) || defined(__SANITIZE_THREAD__)
inline char border;
inline void handOver()
{
    __tsan_release(&border);
}
inline void takeOver()
{
    __tsan_acquire(&border);
}

// Wherever it is stored at last, that is before the border.
template<typename Function>
class HandedOver
{
public:
    explicit HandedOver(Function function) : m_function(std::move(function)) {}
    HandedOver(const HandedOver &other) : m_function(other.m_function) { handOver(); }
    HandedOver(HandedOver &&other) noexcept : m_function(std::move(other.m_function)) { handOver(); }
    void operator()()
    {
        takeOver();
        m_function();
    }

private:
    Function m_function;
};
#else
inline void handOver() {}
inline void takeOver() {}

template<typename Function>
using HandedOver = Function;
#endif

/// A function that another thread is given to run, by a thread pool or an event queue.
template<typename Function>
[[nodiscard]] HandedOver<Function> handedOver(Function function)
{
    return HandedOver<Function>(std::move(function));
}

} // namespace navette::tsan
