// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette
{

struct Endpoint;

/// Whether this program has a connection to the endpoint's account open. Some servers allow only one at once.
[[nodiscard]] bool isConnected(const Endpoint &endpoint);

} // namespace navette
