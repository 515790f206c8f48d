// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "flows/jsonreader.h"

namespace navette
{

/// A flow while its descriptions are read: the bases first, then the flow's own file on top.
struct FlowDraft {
    Flow flow;
    std::optional<UploadStrategy> upload;
    bool isBase = false;
    QString extends;     ///< the base that must be read before
    QSet<QString> given; ///< keys met so far, for "missing"
};

/// What a description says of itself before it is read: whether it is a base, and what it extends.
struct FlowHead {
    bool isBase = false;
    QString extends;
};
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &json, const QString &file);
[[nodiscard]] FlowHead headOf(const QJsonObject &root);

/// Reads one description over what the draft holds already.
void readDescription(const QJsonObject &root, FlowDraft &draft, JsonComplaint &complaint);
/// What only the whole can tell: missing keys, rules about columns that are not there.
void checkWhole(const FlowDraft &draft, JsonComplaint &complaint);
/// A Frictionless field.
[[nodiscard]] Column readColumn(const QJsonObject &field, const QString &path, JsonComplaint &complaint);

} // namespace navette
