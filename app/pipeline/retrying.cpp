// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/retrying.h"

#include <QRandomGenerator>

#include <algorithm>

namespace navette
{
namespace
{

// A server that breaks the protocol, or a file that changes while it is read, seldom does better the fourth time.
constexpr int triesOfProtocol = 3;
constexpr double scatter = 0.2;

} // namespace

bool mayPass(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout || error.kind == ErrorKind::Protocol;
}

int triesAfter(const Error &error, const RetryRules &rules)
{
    if (!mayPass(error))
        return 1;
    return error.kind == ErrorKind::Protocol ? std::min(triesOfProtocol, rules.tries) : rules.tries;
}

std::chrono::milliseconds waitBefore(int attempt, const RetryRules &rules)
{
    std::chrono::milliseconds wait = rules.firstWait;
    for (int i = 2; i < attempt && wait < rules.longestWait; ++i)
        wait *= 2;
    wait = std::min(wait, rules.longestWait);
    const double factor = 1 - scatter + 2 * scatter * QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(wait.count()) * factor));
}

} // namespace navette
