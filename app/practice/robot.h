// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flowcatalog.h"
#include "practice/platformtree.h"

#include <QDateTime>

#include <memory>

namespace navette::practice
{

/// Plays the platform: whatever it would do by now, it does at the next tick. Its memory is the tree and a folder
/// beside it, so that a new start goes on where the last one ended.
class Robot
{
public:
    Robot() = default;
    Robot(const Robot &) = delete;
    Robot &operator=(const Robot &) = delete;
    virtual ~Robot() = default;
    /// Always called by the same thread. `now` is UTC.
    virtual void tick(const QDateTime &now) = 0;
};

struct RobotPlace {
    PlatformTree &tree;
    LocalPath state;   ///< what the platform remembers
    LocalPath history; ///< where picked-up files go, out of the customer's sight
    FlowCatalog flows;
    FlowSettings settings;
};

[[nodiscard]] std::unique_ptr<Robot> makeDigitaleoRobot(RobotPlace place);
[[nodiscard]] std::unique_ptr<Robot> makeAccengageRobot(RobotPlace place);

/// Fills a fresh tree with believable past of the days before `now`. Errors: NotWritable.
[[nodiscard]] Result<void> makeDigitaleoPast(const PlatformTree &tree, const QDateTime &now);
[[nodiscard]] Result<void> makeAccengagePast(const PlatformTree &tree, const QDateTime &now);

} // namespace navette::practice
