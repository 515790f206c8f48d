// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filetransfers.h"

#include "accounts/userfolders.h"
#include "base/localnames.h"
#include "base/safename.h"
#include "files/savednames.h"
#include "pipeline/filework.h"
#include "pipeline/transferqueue.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace navette::ui
{
namespace
{

QStringList contactFilesOf(const QStringList &localFiles)
{
    return localFiles.filter(
        QRegularExpression(QStringLiteral("\\.(csv|zip)$"), QRegularExpression::CaseInsensitiveOption));
}

} // namespace

FileTransfers::FileTransfers(AccountSession *session, QObject *parent) : QObject(parent), m_session(session) {}

void FileTransfers::send(const QStringList &localFiles, const RemotePath &directory, const QString &depositFlow)
{
    const QStringList contacts = depositFlow.isEmpty() ? QStringList() : contactFilesOf(localFiles);
    if (!contacts.isEmpty())
        Q_EMIT depositRequested(contacts, depositFlow);
    for (const QString &file : localFiles) {
        if (!contacts.contains(file))
            upload(file, directory);
    }
}

void FileTransfers::upload(const QString &localFile, const RemotePath &directory)
{
    const LocalPath source = toLocalPath(localFile);
    const RemotePath target = directory.child(fileName(source));
    Transfer transfer;
    transfer.direction = TransferDirection::ToPlatform;
    transfer.account = m_session->account().name;
    transfer.name = fileName(source);
    transfer.target = tr("to %1").arg(directory.displayText());
    transfer.sides = {m_session->account().id, target, source};
    transfer.bytesTotal = QFileInfo(source).size();
    addTransfer(m_session->services().transfers, transfer, uploadWork(m_session->link(), source, target, uploadClaims),
                this, [this, directory](const Result<TransferSummary> &sent) {
                    if (!sent)
                        Q_EMIT failed(sent.error());
                    Q_EMIT uploadEnded(directory);
                });
}

void FileTransfers::download(const std::vector<ChosenFile> &files, const LocalPath &folder)
{
    LocalNames names(folder);
    const auto saved = std::make_shared<SavedNames>();
    for (const auto &[source, entry] : files) {
        const QString localName = names.numberedNameFor(source.name());
        Transfer transfer;
        transfer.direction = TransferDirection::ToThisComputer;
        transfer.account = m_session->account().name;
        transfer.name = visibleName(source.name());
        transfer.target = SavedNames::isOther(source.name(), localName)
                              ? tr("as %1 to %2").arg(localName, displayText(folder))
                              : tr("to %1").arg(displayText(folder));
        transfer.sides = {m_session->account().id, source, folder / toLocalPath(localName)};
        transfer.bytesTotal = entry.size;
        addTransfer(m_session->services().transfers, transfer,
                    downloadWork(m_session->link(), source, folder / toLocalPath(localName)), this,
                    [this, saved, localName, name = source.name()](const Result<TransferSummary> &fetched) {
                        if (!fetched)
                            Q_EMIT failed(fetched.error());
                        else if (const QString sentence = saved->add(name, localName); !sentence.isEmpty())
                            Q_EMIT noticed(sentence);
                    });
    }
}

} // namespace navette::ui
