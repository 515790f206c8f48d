// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/profiles.h"

#include "flows/flowcatalog.h"
#include "validation/characters.h"
#include "validation/labels.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>
#include <string>

namespace navette
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

/// Devices are told apart by UUIDs, which have no case; members by whatever the customer chose.
std::uint64_t hashOf(ColumnRole role, std::string_view key)
{
    std::string folded(key);
    if (role == ColumnRole::DeviceId) {
        for (char &c : folded)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const std::uint64_t high = qHashBits(folded.data(), folded.size(), 0x51ED270BU);
    const std::uint64_t low = qHashBits(folded.data(), folded.size(), 0x2545F491U);
    return (high << 32) ^ (high >> 32) ^ low;
}

} // namespace

Result<std::shared_ptr<const KnownProfiles>>
KnownProfiles::read(const std::vector<std::shared_ptr<const csv::CsvFile>> &files, const Flow &exportDevices,
                    const FlowSettings &settings, const JobControl &job)
{
    const Flow flow = configured(exportDevices, settings);
    auto profiles = std::make_shared<KnownProfiles>();
    for (const auto &file : files) {
        if (const auto added = profiles->add(*file, flow, job); !added)
            return tl::make_unexpected(added.error());
    }
    profiles->sort();
    return profiles;
}

Result<void> KnownProfiles::add(const csv::CsvFile &file, const Flow &flow, const JobControl &job)
{
    csv::Reader reader = file.reader();
    csv::Record record;
    QStringList labels;
    if (reader.next(record)) {
        for (const csv::Cell &cell : record.cells)
            labels += file.text(cell.text);
    }
    struct Source {
        std::size_t field;
        ColumnRole role;
        Keys &keys;
    };
    std::vector<Source> sources;
    const std::vector<LabelReading> readings = readLabels(labels, flow);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const int column = readings[i].column;
        const ColumnRole role = column < 0 ? ColumnRole::None : flow.columns[static_cast<std::size_t>(column)].role;
        if (role == ColumnRole::DeviceId)
            sources.push_back({i, role, m_devices});
        else if (role == ColumnRole::MemberId)
            sources.push_back({i, role, m_members});
    }
    if (sources.empty())
        return fail(ErrorKind::BadFormat,
                    Words::tr("%1 has no column that tells profiles apart, such as device_id. Choose a file of the "
                              "export of devices.")
                        .arg(file.name()));
    for (const Source &source : sources)
        source.keys.present = true;
    std::string buffer;
    while (reader.next(record)) {
        if (record.number % 4096 == 0 && job.isCancelled())
            return tl::make_unexpected(cancelledError());
        for (const Source &source : sources) {
            if (source.field >= record.cells.size())
                continue;
            const std::string_view key = trimmedCell(record.cells[source.field].text, file.readEncoding());
            if (!key.empty())
                source.keys.hashes.push_back(hashOf(source.role, asUtf8(key, file.readEncoding(), buffer)));
        }
    }
    return {};
}

void KnownProfiles::sort()
{
    for (Keys *keys : {&m_devices, &m_members}) {
        std::vector<std::uint64_t> &hashes = keys->hashes;
        std::sort(hashes.begin(), hashes.end());
        hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    }
}

const KnownProfiles::Keys *KnownProfiles::keysOf(ColumnRole role) const
{
    switch (role) {
    case ColumnRole::DeviceId:
        return &m_devices;
    case ColumnRole::MemberId:
        return &m_members;
    case ColumnRole::None:
    case ColumnRole::Reference:
        break;
    }
    return nullptr;
}

bool KnownProfiles::covers(ColumnRole role) const
{
    const Keys *keys = keysOf(role);
    return keys != nullptr && keys->present;
}

bool KnownProfiles::contains(ColumnRole role, std::string_view key) const
{
    const Keys *keys = keysOf(role);
    return keys != nullptr && std::binary_search(keys->hashes.begin(), keys->hashes.end(), hashOf(role, key));
}

qint64 KnownProfiles::count() const
{
    return static_cast<qint64>(std::max(m_devices.hashes.size(), m_members.hashes.size()));
}

} // namespace navette
