// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace navette
{

PrivateFolder::PrivateFolder(std::unique_ptr<QTemporaryDir> dir) : m_dir(std::move(dir)) {}
PrivateFolder::PrivateFolder(PrivateFolder &&) noexcept = default;
PrivateFolder &PrivateFolder::operator=(PrivateFolder &&) noexcept = default;
PrivateFolder::~PrivateFolder() = default;

Result<PrivateFolder> PrivateFolder::make()
{
    // QTemporaryDir makes its folder with mode 0700, and in the user's own temporary folder on Windows.
    auto dir = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/navette-XXXXXX"));
    if (!dir->isValid())
        return fail(ErrorKind::NotWritable,
                    QCoreApplication::translate("PrivateFolder", "No temporary folder can be made on this computer."),
                    dir->errorString());
    return PrivateFolder(std::move(dir));
}

LocalPath PrivateFolder::path() const
{
    return toLocalPath(m_dir->path());
}

} // namespace navette
