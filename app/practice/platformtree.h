// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"
#include "flows/flow.h"

#include <QByteArray>
#include <QMap>

#include <mutex>
#include <optional>
#include <set>

namespace navette::practice
{

/// A name in the tree: as the clients write it ("contacts/import/in/x.csv", "" is the root) and on this disk.
struct Place {
    QByteArray path;
    LocalPath local;
    [[nodiscard]] QByteArray parent() const;
    [[nodiscard]] QByteArray name() const;
};

/// The directories that the platform serves and who may write where. Shared by the connections and the robot: whoever
/// changes names in the tree holds lock() meanwhile.
class PlatformTree
{
public:
    /// `root` is the folder that clients see as "/".
    PlatformTree(LocalPath root, Platform platform);

    /// Makes the platform's directories where missing. Errors: NotWritable.
    [[nodiscard]] Result<void> make() const;
    [[nodiscard]] const LocalPath &root() const { return m_root; }
    [[nodiscard]] Platform platform() const { return m_platform; }

    /// What a client's path means: `..` stops at the root, as in a changed root. Nothing for a name that no file here
    /// can have (NUL, not UTF-8, a separator of this system, too long).
    [[nodiscard]] std::optional<Place> resolve(QByteArrayView requested) const;
    /// For paths of our own, which are always fine.
    [[nodiscard]] LocalPath local(const QByteArray &path) const;
    /// A directory on the way to the place is a link or another thing that could lead out of the tree.
    [[nodiscard]] bool leadsAstray(const Place &place) const;

    /// Files may be made, renamed and removed in this directory.
    [[nodiscard]] bool isWritable(const QByteArray &directory) const;
    /// One of the platform's own directories, which nobody renames or removes.
    [[nodiscard]] bool isFixed(const QByteArray &path) const { return m_rights.contains(path); }

    [[nodiscard]] std::unique_lock<std::mutex> lock() const { return std::unique_lock(m_names); }

    /// Files that a client is writing: the robot leaves them alone. Call with lock() held.
    void beginWriting(const QByteArray &path) { m_written.insert(path); }
    void endWriting(const QByteArray &path);
    [[nodiscard]] bool isBeingWritten(const QByteArray &path) const { return m_written.contains(path); }

private:
    LocalPath m_root;
    Platform m_platform;
    QMap<QByteArray, bool> m_rights; ///< directory → writable; holds for what is below it until another entry says else
    mutable std::mutex m_names;
    std::multiset<QByteArray> m_written;
};

/// The ten actions of Digitaleo: "import", "optoutEMAIL" …
[[nodiscard]] const std::vector<QByteArray> &digitaleoActions();

} // namespace navette::practice
