// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <memory>

class QLockFile;
class QTemporaryDir;

namespace navette
{

/// A folder for temporary files which only this user can read (0700) and which goes away with the object. What a crash
/// left behind goes away when a later start makes its first one.
class PrivateFolder
{
public:
    /// Errors: NotWritable.
    [[nodiscard]] static Result<PrivateFolder> make();
    PrivateFolder(PrivateFolder &&) noexcept;
    PrivateFolder &operator=(PrivateFolder &&) noexcept;
    ~PrivateFolder();

    [[nodiscard]] LocalPath path() const;

    /// Removes the private folders of this user in `place` whose program is not running any more.
    static void removeLeftovers(const LocalPath &place);

private:
    PrivateFolder(std::unique_ptr<QTemporaryDir> dir, std::unique_ptr<QLockFile> lock);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QLockFile> m_lock; ///< inside the folder, held while this program lives
};

} // namespace navette
