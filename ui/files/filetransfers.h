// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/accountsession.h"

namespace navette::ui
{

/// What is selected on the server, as values: indexes do not outlive a dialog.
struct ChosenFile {
    RemotePath path;
    RemoteEntry entry;
};

/// What the Files page sends and fetches: as transfers of the window, over whatever connection the account then has.
class FileTransfers final : public QObject
{
    Q_OBJECT
public:
    explicit FileTransfers(AccountSession *session, QObject *parent = nullptr);

    /// A contact file for a directory with a flow is asked to be deposited, where it is checked; anything else is a
    /// plain upload.
    void send(const QStringList &localFiles, const RemotePath &directory, const QString &depositFlow);
    void download(const std::vector<ChosenFile> &files, const LocalPath &folder);

Q_SIGNALS:
    void depositRequested(const QStringList &localFiles, const QString &flowId);
    void uploadEnded(const navette::RemotePath &directory); ///< well or not
    void failed(const navette::Error &error);
    void noticed(const QString &sentence); ///< worth a word, though it went well

private:
    void upload(const QString &localFile, const RemotePath &directory);
    AccountSession *m_session;
};

} // namespace navette::ui
