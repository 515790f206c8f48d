// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "flows/flow.h"
#include "flows/flowsettings.h"

#include <QByteArray>
#include <QMap>

namespace navette
{

/// All flows, loaded from resources/flows/*.json (compiled in as :/flows). Files which say `"base": true` under
/// `navette` are no flows: others extend them.
class FlowCatalog
{
public:
    /// The built-in flows. Errors: BadFormat, naming the file, the JSON path and what was expected there.
    [[nodiscard]] static Result<FlowCatalog> load();
    [[nodiscard]] static Result<FlowCatalog> loadFolder(const QString &folder);
    /// One of the built-in flows without reading the others; nothing where there is none of that id.
    [[nodiscard]] static std::optional<Flow> loadFlow(const QString &id);

    [[nodiscard]] const std::vector<Flow> &flows() const { return m_flows; }
    [[nodiscard]] const Flow *find(const QString &id) const;
    [[nodiscard]] std::vector<const Flow *> ofPlatform(Platform platform) const;

private:
    std::vector<Flow> m_flows;
};

/// Parses one flow's JSON; `name` is used in messages. `bases` are the descriptions it may extend, by the name of their
/// file without `.json`. Errors: BadFormat.
[[nodiscard]] Result<Flow> parseFlow(const QByteArray &json, const QString &name,
                                     const QMap<QString, QByteArray> &bases = {});

/// The flow as this account has it: configured labels in place of `Champ n`, custom fields and matching key added,
/// the account's separator and encoding in the dialect.
[[nodiscard]] Flow configured(const Flow &flow, const FlowSettings &settings);

} // namespace navette
