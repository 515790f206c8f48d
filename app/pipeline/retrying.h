// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>

namespace navette
{

/// How often a transfer that broke off is tried, and how long the waits in between are.
struct RetryRules {
    std::chrono::milliseconds firstWait = std::chrono::seconds(2);
    std::chrono::milliseconds longestWait = std::chrono::seconds(60);
    int tries = 8; ///< in all
};

/// Whether the line or the server was at fault, so that the same may go well a little later. Never true of a refusal:
/// sign-in, permission, space, quota, a name that is taken, safety.
[[nodiscard]] bool mayPass(const Error &error);
/// How many tries in all a transfer has that ended with this error; 1 where trying again cannot help.
[[nodiscard]] int triesAfter(const Error &error, const RetryRules &rules = {});
/// The wait before the try of this number, 2 being the first one again: each is twice as long as the one before, up to
/// the longest, and up to a fifth longer or shorter, so that not all programs are back at a restarted server at once.
[[nodiscard]] std::chrono::milliseconds waitBefore(int attempt, const RetryRules &rules = {});

} // namespace navette
