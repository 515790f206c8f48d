// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/transferqueue.h"

namespace navette
{

/// Whether the file has the same content on both sides; the server's own sum where it gives one, else the file is read
/// through once more. Errors: BadFormat where the contents differ, and those of reading.
[[nodiscard]] Result<void> compareSides(RemoteFileSystem &remote, const TransferSides &sides,
                                        const TransferProgress &progress = {}, const JobControl &job = {});

/// Queues the comparison of a transfer that is done. `finished` as in TransferQueue::add().
int addComparison(TransferQueue &queue, std::shared_ptr<RemoteLink> link, const Transfer &done,
                  std::function<void(const Result<void> &)> finished);

} // namespace navette
