// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"

#include <memory>

class QTemporaryDir;

namespace navette
{

/// A folder for temporary files which only this user can read (0700) and which goes away with the object.
class PrivateFolder
{
public:
    /// Errors: NotWritable, NoSpace.
    [[nodiscard]] static Result<PrivateFolder> make();
    PrivateFolder(PrivateFolder &&) noexcept;
    PrivateFolder &operator=(PrivateFolder &&) noexcept;
    ~PrivateFolder();

    [[nodiscard]] LocalPath path() const;

private:
    explicit PrivateFolder(std::unique_ptr<QTemporaryDir> dir);
    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace navette
