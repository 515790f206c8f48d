// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/exports.h"
#include "reporting/exporttable.h"

#include <array>
#include <unordered_map>

namespace navette
{

using namespace Qt::StringLiterals;

Result<std::vector<MessageFigures>> readMessageFigures(const LocalPath &file, const JobControl &job)
{
    auto table = ExportTable::open(file,
                                   {u"message_id"_s, u"message_name"_s, u"message_type"_s, u"number_of_targets"_s,
                                    u"number_of_bounces"_s, u"number_of_messages_sent"_s, u"number_of_reactions"_s},
                                   {}, job);
    if (!table)
        return tl::make_unexpected(table.error());
    std::vector<MessageFigures> figures;
    std::unordered_map<std::string, std::size_t> places;
    while (table->next()) {
        const auto [place, isNew] = places.try_emplace(std::string(table->cell(0)), figures.size());
        if (isNew)
            figures.push_back({.messageId = table->text(0), .messageName = {}, .messageType = {}});
        MessageFigures &message = figures[place->second];
        if (message.messageName.isEmpty())
            message.messageName = table->text(1);
        if (message.messageType.isEmpty())
            message.messageType = table->text(2);
        // On days after the sending a line has 0 sent and its later reactions: lines add up (accengage.md, Exports).
        message.targets += table->number(3);
        message.bounces += table->number(4);
        message.sent += table->number(5);
        message.reactions += table->number(6);
    }
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    return figures;
}

Result<std::vector<ReactionFigures>> readReactionFigures(const LocalPath &file, const JobControl &job)
{
    auto table = ExportTable::open(file, {u"message_id"_s, u"optin"_s, u"bounce"_s, u"reaction"_s},
                                   {u"message_name"_s, u"campaign_name"_s}, job);
    if (!table)
        return tl::make_unexpected(table.error());
    std::vector<ReactionFigures> figures;
    std::unordered_map<std::string, std::size_t> places;
    while (table->next()) {
        const auto [place, isNew] = places.try_emplace(std::string(table->cell(0)), figures.size());
        if (isNew)
            figures.push_back(
                {.messageId = table->text(0), .messageName = table->text(4), .campaignName = table->text(5)});
        ReactionFigures &message = figures[place->second];
        ++message.devices;
        message.optIns += table->cell(1) == "1";
        message.bounces += table->cell(2) == "1";
        message.reactions += table->cell(3) == "1";
    }
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    return figures;
}

Result<DeviceFigures> readDeviceFigures(const LocalPath &file, const JobControl &job)
{
    // Any column may be left out by agreement (accengage.md, Exports).
    auto table =
        ExportTable::open(file, {},
                          {u"device_model"_s, u"os_version"_s, u"language"_s, u"country_code"_s, u"bundle_version"_s,
                           u"system_push_opt-in"_s, u"enabled_push"_s, u"enabled_inapps"_s},
                          job);
    if (!table)
        return tl::make_unexpected(table.error());
    std::array<std::unordered_map<std::string, qint64>, 5> counts;
    DeviceFigures figures;
    std::string value;
    while (table->next()) {
        ++figures.devices;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            value.assign(table->cell(i));
            ++counts[i][value];
        }
        figures.systemPushOptIns += table->cell(5) == "1";
        figures.pushEnabled += table->cell(6) == "1";
        figures.inAppsEnabled += table->cell(7) == "1";
    }
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    const std::array maps{&figures.models, &figures.systems, &figures.languages, &figures.countries,
                          &figures.appVersions};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!table->has(i))
            continue;
        for (const auto &[text, count] : counts[i])
            maps[i]->insert(table->decoded(text), count);
    }
    return figures;
}

} // namespace navette
