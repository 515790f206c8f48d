// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"

#include <QByteArray>

#include <memory>
#include <optional>

class QLockFile;

namespace navette
{

/// The right to be the one try of an upload that a later try may go on from. One at a time has it, among all threads
/// and programs that keep their claims in the same folder. With it goes the temporary name that an earlier try left.
/// The folder is of this user on this computer, and names are random: no other computer ever has the same.
class UploadClaim final
{
public:
    /// `upload` tells apart uploads, and what is to be sent. Nothing where somebody is sending the same at this moment,
    /// or where claims cannot be kept: such an upload is one that no other goes on from.
    [[nodiscard]] static std::optional<UploadClaim> take(const LocalPath &folder, const QByteArray &upload);
    /// Those for which nobody has come back in a month.
    static void forgetOld(const LocalPath &folder);
    UploadClaim(UploadClaim &&) noexcept;
    UploadClaim &operator=(UploadClaim &&) noexcept;
    ~UploadClaim();

    /// Under which an earlier try left something; empty where none did.
    [[nodiscard]] const QByteArray &leftover() const { return m_leftover; }
    /// For the next try. False where it could not be noted.
    [[nodiscard]] bool remember(const QByteArray &temporaryName);
    void forget();

private:
    UploadClaim(std::unique_ptr<QLockFile> lock, QString note, QByteArray leftover);
    std::unique_ptr<QLockFile> m_lock;
    QString m_note; ///< the file that holds the name
    QByteArray m_leftover;
};

/// The name of a file that is being sent: hidden, ours, and no other's (architecture.md, Upload strategy).
[[nodiscard]] QByteArray makeTemporaryName();
[[nodiscard]] bool isTemporaryName(const QByteArray &name);

} // namespace navette
