// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/exports.h"
#include "reporting/exporttable.h"

#include <unordered_map>

namespace navette
{

using namespace Qt::StringLiterals;

Result<std::vector<MessageFigures>> readMessageFigures(const LocalPath &file, const JobControl &job)
{
    auto table = ExportTable::open(file,
                                   {u"message_id"_s, u"message_name"_s, u"message_type"_s, u"number_of_targets"_s,
                                    u"number_of_bounces"_s, u"number_of_messages_sent"_s, u"number_of_reactions"_s},
                                   job);
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

} // namespace navette
