// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <QFile>

namespace navette::sftp
{

enum class LocalFault;

/// Where a download is written until it is whole: beside its target, exclusive, readable by this user only from its
/// first moment. A part that is kept carries in its name which version of which remote file it belongs to, and is
/// locked while somebody writes to it, so that it is never continued with other bytes.
class PartFile final
{
public:
    explicit PartFile(LocalPath target);
    /// A part that was neither settled nor kept is removed.
    ~PartFile();
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// Whether earlier transfers left parts of this target, of whatever version.
    [[nodiscard]] bool hasLeftovers() const { return !leftovers().isEmpty(); }
    /// Opens a new, empty part that no later transfer continues. Errors: NotWritable, NoSpace.
    [[nodiscard]] Result<void> openFresh();
    /// Opens the part of this version, with what an earlier transfer left in it; a fresh one where another program is
    /// writing to that. `version` tells apart remote files and their states. Errors: NotWritable, NoSpace.
    [[nodiscard]] Result<void> openVersion(const QByteArray &version);

    /// A later transfer can go on from here.
    [[nodiscard]] bool isContinuable() const { return m_continuable; }
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] QFile &file() { return m_file; }
    /// Writes at the present position. Errors: NoSpace, NotWritable.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Forgets what is in it.
    [[nodiscard]] Result<void> clear();

    /// Writes through to the disk, which may take seconds: another thread may do it while nothing else is done with the
    /// part. Errors: NoSpace, NotWritable.
    [[nodiscard]] Result<void> sync();
    /// Under the target's name, which is never overwritten; parts of older versions go. On failure nothing is left.
    /// Errors: AlreadyExists, NoSpace, NotWritable.
    [[nodiscard]] Result<void> settle();
    /// Leaves the part for a later transfer, where that is possible and worth it; else drops it. Tells which.
    bool keep();
    void drop();
    /// Those that hasLeftovers() tells of, but for what somebody is writing.
    void removeLeftovers() const;

    [[nodiscard]] Error alreadyThere() const;

private:
    [[nodiscard]] Error localError() const; ///< of m_file
    [[nodiscard]] Error localError(int systemError) const;
    [[nodiscard]] Error localError(LocalFault fault, const QString &detail) const;
    [[nodiscard]] QStringList leftovers() const;

    LocalPath m_target;
    QFile m_file;
    bool m_continuable = false;
};

} // namespace navette::sftp
