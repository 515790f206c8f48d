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
#else
inline void handOver() {}
inline void takeOver() {}
#endif

} // namespace navette::tsan
