// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/platformtree.h"

#include <QCoreApplication>
#include <QString>

namespace navette::practice
{

namespace
{

// The longest name that every file system of today takes.
constexpr qsizetype maxNameBytes = 255;
constexpr qsizetype maxPathBytes = 4096;

bool isUtf8(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

bool canBeAName(const QByteArray &name)
{
    if (name.size() > maxNameBytes || name.contains('\0') || !isUtf8(name))
        return false;
    if constexpr (LocalPath::preferred_separator == L'\\') {
        for (const char c : name) {
            if (c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20)
                return false;
        }
    }
    return true;
}

QMap<QByteArray, bool> rightsOf(Platform platform)
{
    QMap<QByteArray, bool> rights;
    switch (platform) {
    case Platform::Digitaleo: // digitaleo.md, Tree: only `in` is written to, and the place of the mode markers
        rights = {{"", false}, {"contacts", false}, {"reporting", false}};
        for (const QByteArray &action : digitaleoActions()) {
            const QByteArray directory = "contacts/" + action;
            rights.insert(directory, action == "import");
            rights.insert(directory + "/in", true);
            rights.insert(directory + "/on", false);
            rights.insert(directory + "/ok", false);
            rights.insert(directory + "/ko", false);
        }
        break;
    case Platform::Accengage: // accengage.md, Layout: exports and imports are both in the root
        rights = {{"", true}};
        break;
    }
    return rights;
}

} // namespace

const std::vector<QByteArray> &digitaleoActions()
{
    static const std::vector<QByteArray> actions{"import",          "optoutEMAIL", "optoutSMS", "optoutVOICE",
                                                 "optoutVOICEMAIL", "optinEMAIL",  "optinSMS",  "optinVOICE",
                                                 "optinVOICEMAIL",  "delete"};
    return actions;
}

QByteArray Place::parent() const
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.left(slash);
}

QByteArray Place::name() const
{
    return path.mid(path.lastIndexOf('/') + 1);
}

PlatformTree::PlatformTree(LocalPath root, Platform platform)
    : m_root(std::move(root)), m_platform(platform), m_rights(rightsOf(platform))
{
}

Result<void> PlatformTree::make() const
{
    for (auto it = m_rights.begin(); it != m_rights.end(); ++it) {
        std::error_code error;
        std::filesystem::create_directories(local(it.key()), error);
        if (error) {
            return fail(ErrorKind::NotWritable,
                        QCoreApplication::translate("Practice", "The practice folder %1 can’t be written to.")
                            .arg(displayText(m_root)),
                        QString::fromStdString(error.message()));
        }
    }
    return {};
}

std::optional<Place> PlatformTree::resolve(QByteArrayView requested) const
{
    if (requested.size() > maxPathBytes)
        return std::nullopt;
    QList<QByteArray> names;
    for (const QByteArray &name : requested.toByteArray().split('/')) {
        if (name.isEmpty() || name == ".")
            continue;
        if (name == "..") {
            if (!names.isEmpty())
                names.removeLast();
            continue;
        }
        if (!canBeAName(name))
            return std::nullopt;
        names.append(name);
    }
    const QByteArray path = names.join('/');
    return Place{path, local(path)};
}

LocalPath PlatformTree::local(const QByteArray &path) const
{
    return path.isEmpty() ? m_root : m_root / toLocalPath(QString::fromUtf8(path));
}

bool PlatformTree::leadsAstray(const Place &place) const
{
    LocalPath directory = m_root;
    const QList<QByteArray> names = place.parent().isEmpty() ? QList<QByteArray>() : place.parent().split('/');
    for (const QByteArray &name : names) {
        directory /= toLocalPath(QString::fromUtf8(name));
        std::error_code error;
        const auto type = std::filesystem::symlink_status(directory, error).type();
        // A file on the way is simply "no such file"; a link, a Windows junction and the like are refused.
        using enum std::filesystem::file_type;
        if (type == not_found || type == regular)
            return false;
        if (type != std::filesystem::file_type::directory)
            return true;
    }
    return false;
}

bool PlatformTree::isWritable(const QByteArray &directory) const
{
    QByteArray path = directory;
    while (true) {
        const auto found = m_rights.find(path);
        if (found != m_rights.end())
            return *found;
        const qsizetype slash = path.lastIndexOf('/');
        path = slash < 0 ? QByteArray() : path.left(slash);
    }
}

void PlatformTree::endWriting(const QByteArray &path)
{
    const auto found = m_written.find(path);
    if (found != m_written.end())
        m_written.erase(found);
}

} // namespace navette::practice
