// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "flows/flowsettings.h"
#include "sftp/connection.h"

namespace navette
{

/// An account file (cli.md). Holds no secret.
struct Account {
    QString id; ///< stable, made from the name when the account is added; the file's stem
    QString name;
    Platform platform = Platform::Digitaleo;
    Endpoint endpoint;
    FlowSettings settings;
    QString exportsDirectory; ///< Accengage, relative to the root
    QString importsDirectory;
    bool practice = false; ///< the practice account: its server is started by us

    bool operator==(const Account &) const = default;

    /// Reads the JSON of cli.md. Errors: BadFormat naming the key that is missing or wrong; unknown keys are refused.
    [[nodiscard]] static Result<Account> fromJson(const QByteArray &json, const QString &name);
    [[nodiscard]] static Result<Account> load(const LocalPath &file);
    [[nodiscard]] QByteArray toJson() const;

    /// Where files of this flow go: "contacts/import/in", or the account's imports directory.
    [[nodiscard]] RemotePath depositDirectory(const Flow &flow) const;
};

} // namespace navette
