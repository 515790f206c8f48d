// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "validation/profiles.h"

namespace navette
{

/// Whether rows of this flow can be checked against the profiles that the platform knows (accengage.md, Common).
[[nodiscard]] bool takesKnownProfiles(const Flow &flow);

/// The profiles of fetched exports of devices, each plain, gz or zipped; null where there are none. In a worker thread.
/// Errors: those of openPackedCsv() and KnownProfiles::read().
[[nodiscard]] Result<std::shared_ptr<const KnownProfiles>>
readProfileExports(const std::vector<LocalPath> &exports, const FlowSettings &settings, const JobControl &job = {});

} // namespace navette
