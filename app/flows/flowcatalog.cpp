// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flowcatalog.h"

#include "flows/flowparser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

struct CatalogText {
    Q_DECLARE_TR_FUNCTIONS(CatalogText)
};

// A description with the bases it extends, the most general one first.
struct Description {
    QString name;
    QJsonObject root;
};

Result<std::vector<Description>> withBases(QJsonObject root, const QString &name,
                                           const QMap<QString, QByteArray> &bases)
{
    std::vector<Description> chain{{name, std::move(root)}};
    for (;;) {
        const QString extends = headOf(chain.back().root).extends;
        if (extends.isEmpty())
            break;
        JsonComplaint complaint(chain.back().name);
        if (!bases.contains(extends))
            complaint.add(u"$.navette.extends"_s, jsonText(extends),
                          CatalogText::tr("one of %1").arg(QStringList(bases.keys()).join(u", "_s)));
        if (chain.size() > std::size_t(bases.size()))
            complaint.add(u"$.navette.extends"_s, jsonText(extends),
                          CatalogText::tr("a base that does not lead back here"));
        if (!complaint.isEmpty())
            return tl::make_unexpected(complaint.error());
        const QString file = extends + u".json"_s;
        auto base = parseJsonObject(bases.value(extends), file);
        if (!base)
            return tl::make_unexpected(base.error());
        chain.push_back({file, *std::move(base)});
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

Result<QMap<QString, QByteArray>> readFolder(const QString &folder)
{
    QMap<QString, QByteArray> files;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::NotReadable, CatalogText::tr("The description %1 cannot be read.").arg(name),
                        file.errorString());
        files.insert(name.chopped(5), file.readAll());
    }
    if (files.isEmpty())
        return fail(ErrorKind::NotFound,
                    CatalogText::tr("No flow descriptions are in %1.").arg(QDir::toNativeSeparators(folder)));
    return files;
}

} // namespace

Result<Flow> parseFlow(const QByteArray &json, const QString &name, const QMap<QString, QByteArray> &bases)
{
    auto root = parseJsonObject(json, name);
    if (!root)
        return tl::make_unexpected(root.error());
    const auto chain = withBases(*std::move(root), name, bases);
    if (!chain)
        return tl::make_unexpected(chain.error());
    FlowDraft draft;
    for (const Description &description : *chain) {
        JsonComplaint complaint(description.name);
        readDescription(description.root, draft, complaint);
        const bool last = &description == &chain->back();
        if (!last && !draft.isBase)
            complaint.add(u"$.navette.base"_s, CatalogText::tr("nothing"),
                          CatalogText::tr("true, as others extend it"));
        if (last)
            checkWhole(draft, complaint);
        if (!complaint.isEmpty())
            return tl::make_unexpected(complaint.error());
    }
    return draft.flow;
}

Result<FlowCatalog> FlowCatalog::load()
{
    return loadFolder(u":/flows"_s);
}

Result<FlowCatalog> FlowCatalog::loadFolder(const QString &folder)
{
    const auto files = readFolder(folder);
    if (!files)
        return tl::make_unexpected(files.error());
    QMap<QString, QByteArray> bases;
    QMap<QString, QByteArray> own;
    for (auto it = files->begin(); it != files->end(); ++it) {
        const auto root = parseJsonObject(it.value(), it.key() + u".json"_s);
        if (!root)
            return tl::make_unexpected(root.error());
        (headOf(*root).isBase ? bases : own).insert(it.key(), it.value());
    }
    FlowCatalog catalog;
    for (auto it = own.begin(); it != own.end(); ++it) {
        const QString name = it.key() + u".json"_s;
        auto flow = parseFlow(it.value(), name, bases);
        if (!flow)
            return tl::make_unexpected(flow.error());
        if (catalog.find(flow->id)) {
            JsonComplaint complaint(name);
            complaint.add(u"$.name"_s, jsonText(flow->id), CatalogText::tr("a name that no other flow has"));
            return tl::make_unexpected(complaint.error());
        }
        catalog.m_flows.push_back(*std::move(flow));
    }
    return catalog;
}

std::optional<Flow> FlowCatalog::loadFlow(const QString &id)
{
    const auto files = readFolder(u":/flows"_s);
    if (!files)
        return std::nullopt;
    // Each file bears its flow's name; what it extends is read with it.
    const QString file = QString(id).replace(u'/', u'-');
    const auto own = files->find(file);
    if (own == files->end())
        return std::nullopt;
    auto flow = parseFlow(*own, file + u".json"_s, *files);
    return flow && flow->id == id ? std::optional(*std::move(flow)) : std::nullopt;
}

const Flow *FlowCatalog::find(const QString &id) const
{
    const auto it = std::find_if(m_flows.begin(), m_flows.end(), [&](const Flow &flow) { return flow.id == id; });
    return it == m_flows.end() ? nullptr : &*it;
}

std::vector<const Flow *> FlowCatalog::ofPlatform(Platform platform) const
{
    std::vector<const Flow *> flows;
    for (const Flow &flow : m_flows) {
        if (flow.platform == platform)
            flows.push_back(&flow);
    }
    return flows;
}

} // namespace navette
