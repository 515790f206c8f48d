// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "csv/csvfile.h"
#include "flows/flow.h"
#include "flows/flowsettings.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace navette
{

/// The profiles that the platform knows, from an `exportDevices` file that was fetched: beyond a certain volume only
/// these may be transferred (accengage.md, Common). Keeps 8 bytes a key.
class KnownProfiles
{
public:
    /// Of one export or of several, as each holds one day. Errors: BadFormat (a file without a column of keys),
    /// Cancelled. `exportDevices` is the catalogue's flow.
    [[nodiscard]] static Result<std::shared_ptr<const KnownProfiles>>
    read(const std::vector<std::shared_ptr<const csv::CsvFile>> &files, const Flow &exportDevices,
         const FlowSettings &settings, const JobControl &job = {});
    /// Whether the export has that column at all; without it nothing can be said about its keys.
    [[nodiscard]] bool covers(ColumnRole role) const;
    /// The key trimmed, in UTF-8.
    [[nodiscard]] bool contains(ColumnRole role, std::string_view key) const;
    [[nodiscard]] qint64 count() const;

private:
    struct Keys {
        bool present = false;
        std::vector<std::uint64_t> hashes; ///< sorted
    };
    [[nodiscard]] const Keys *keysOf(ColumnRole role) const;
    [[nodiscard]] Result<void> add(const csv::CsvFile &file, const Flow &flow, const JobControl &job);
    void sort();

    Keys m_devices;
    Keys m_members;
};

} // namespace navette
