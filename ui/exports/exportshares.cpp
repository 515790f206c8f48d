// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportshares.h"

#include <QCoreApplication>

namespace navette::ui
{
namespace
{

struct ExportShares {
    Q_DECLARE_TR_FUNCTIONS(ExportShares)
};

constexpr std::size_t mostNamed = 4;

double fractionOf(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

// The commonest values by name, and the rest together.
ShareGroup commonest(const QString &title, const QMap<QString, qint64> &numbers)
{
    std::vector<std::pair<QString, qint64>> sorted;
    qint64 whole = 0;
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        sorted.emplace_back(it.key().isEmpty() ? ExportShares::tr("not given") : it.key(), it.value());
        whole += it.value();
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    ShareGroup group{.title = title};
    qint64 rest = whole;
    for (const auto &[name, number] : sorted) {
        if (group.shares.size() == mostNamed)
            break;
        group.shares.push_back({name, fractionOf(number, whole)});
        rest -= number;
    }
    if (rest > 0)
        group.shares.push_back({ExportShares::tr("others"), fractionOf(rest, whole)});
    return group;
}

std::vector<ShareGroup> deviceShares(const DeviceFigures &figures)
{
    std::vector<ShareGroup> groups{
        {.title = {},
         .shares = {
             {ExportShares::tr("Push allowed by the system"), fractionOf(figures.systemPushOptIns, figures.devices)},
             {ExportShares::tr("Push enabled in the app"), fractionOf(figures.pushEnabled, figures.devices)},
             {ExportShares::tr("In-app messages enabled"), fractionOf(figures.inAppsEnabled, figures.devices)}}}};
    if (!figures.models.isEmpty())
        groups.push_back(commonest(ExportShares::tr("Models"), figures.models));
    if (!figures.countries.isEmpty())
        groups.push_back(commonest(ExportShares::tr("Countries"), figures.countries));
    return groups;
}

ShareGroup reactionShares(std::vector<ReactionFigures> messages)
{
    std::stable_sort(messages.begin(), messages.end(),
                     [](const auto &a, const auto &b) { return a.devices > b.devices; });
    ShareGroup group{.title = ExportShares::tr("Devices that reacted")};
    for (const ReactionFigures &message : messages) {
        if (group.shares.size() < 2 * mostNamed)
            group.shares.push_back({message.messageName, fractionOf(message.reactions, message.devices)});
    }
    return group;
}

} // namespace

Result<std::vector<ShareGroup>> exportShares(const QString &flowId, const LocalPath &file, const JobControl &job)
{
    if (flowId == QStringLiteral("accengage/exportDevices")) {
        const Result<DeviceFigures> figures = readDeviceFigures(file, job);
        if (!figures)
            return tl::make_unexpected(figures.error());
        return deviceShares(*figures);
    }
    if (flowId == QStringLiteral("accengage/exportDevicesReactions")) {
        Result<std::vector<ReactionFigures>> figures = readReactionFigures(file, job);
        if (!figures)
            return tl::make_unexpected(figures.error());
        return std::vector<ShareGroup>{reactionShares(std::move(*figures))};
    }
    return std::vector<ShareGroup>{};
}

} // namespace navette::ui
