// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/errors.h"

#include "base/safename.h"
#include "sftp/nocommonalgorithm.h"

#include <QCoreApplication>

#include <libssh/libssh.h>

using namespace Qt::StringLiterals;

namespace navette
{
namespace
{

// Version 3 has one code for most refusals; the server's words are all there is to tell them apart.
quint32 refined(quint32 code, QByteArrayView serverText)
{
    if (code != sftp::status::failure)
        return code;
    const QByteArray text = serverText.toByteArray().toLower();
    if (text.contains("no space") || text.contains("disk full"))
        return sftp::status::noSpace;
    if (text.contains("quota"))
        return sftp::status::quotaExceeded;
    if (text.contains("exists"))
        return sftp::status::fileAlreadyExists;
    if (text.contains("not empty"))
        return sftp::status::directoryNotEmpty;
    return code;
}

QString detailOf(quint32 code, QByteArrayView serverText)
{
    return u"SFTP status %1: %2"_s.arg(code).arg(
        visibleName(serverText.first(std::min<qsizetype>(serverText.size(), 500))));
}

} // namespace

Error errorFromStatus(quint32 code, const RemotePath &path, QByteArrayView serverText)
{
    const QString shown = path.isEmpty() ? u"/"_s : path.displayText();
    const QString detail = detailOf(code, serverText);
    switch (refined(code, serverText)) {
    case sftp::status::noSuchFile:
    case sftp::status::noSuchPath:
        return {ErrorKind::NotFound, QCoreApplication::translate("Sftp", "“%1” is not on the server.").arg(shown),
                detail};
    case sftp::status::permissionDenied:
    case sftp::status::writeProtected:
        return {
            ErrorKind::NotWritable,
            QCoreApplication::translate(
                "Sftp",
                "The server does not allow this account to do that with “%1”. The platform's support can change the "
                "permissions.")
                .arg(shown),
            detail};
    case sftp::status::fileAlreadyExists:
        return {ErrorKind::AlreadyExists,
                QCoreApplication::translate("Sftp", "“%1” is already on the server.").arg(shown), detail};
    case sftp::status::noSpace:
    case sftp::status::quotaExceeded:
        return {ErrorKind::NoSpace,
                QCoreApplication::translate("Sftp", "There is no space left on the server for “%1”.").arg(shown),
                detail};
    case sftp::status::directoryNotEmpty:
        return {ErrorKind::NotWritable,
                QCoreApplication::translate("Sftp", "“%1” is not empty, so the server keeps it.").arg(shown), detail};
    case sftp::status::isADirectory:
        return {ErrorKind::NotAFile, QCoreApplication::translate("Sftp", "“%1” is a directory, not a file.").arg(shown),
                detail};
    case sftp::status::notADirectory:
        return {ErrorKind::NotFound, QCoreApplication::translate("Sftp", "“%1” is not a directory.").arg(shown),
                detail};
    case sftp::status::unsupported:
        return {ErrorKind::Unsupported,
                QCoreApplication::translate("Sftp", "The server cannot do this with “%1”.").arg(shown), detail};
    case sftp::status::noConnection:
    case sftp::status::connectionLost:
        return {ErrorKind::Network,
                QCoreApplication::translate(
                    "Sftp", "The server lost its own connection while working on “%1”. Trying again helps.")
                    .arg(shown),
                detail};
    case sftp::status::badMessage:
        return {ErrorKind::Protocol,
                QCoreApplication::translate("Sftp", "The server did not understand the request for “%1”.").arg(shown),
                detail};
    default:
        return {
            ErrorKind::NotWritable,
            QCoreApplication::translate("Sftp", "The server refused this for “%1” without giving a reason.").arg(shown),
            detail};
    }
}

namespace sftp
{

Error connectionLostError(const QString &host, const QString &detail)
{
    return {
        ErrorKind::Network,
        QCoreApplication::translate(
            "Sftp",
            "The connection to %1 broke off. What was not finished will be looked at again after the next connection.")
            .arg(host),
        detail};
}

Error noAnswerError(const QString &host, const QString &detail)
{
    return {ErrorKind::Timeout,
            QCoreApplication::translate(
                "Sftp", "%1 no longer answers. The network or the server may be interrupted; trying again later helps.")
                .arg(host),
            detail};
}

namespace
{

// What the server offers, and what to ask of its people.
QString nothingInCommon(const QString &host, const NoCommonAlgorithm &none)
{
    const QString offered = none.offered.join(u", "_s);
    const QString wanted = recommendedAlgorithms(none.use).join(u", "_s);
    if (none.isOld)
        return QCoreApplication::translate(
                   "Sftp", "%1 offers only encryption that is no longer safe (%2). Ask the platform's support to allow "
                           "one of these: %3.")
            .arg(host, offered, wanted);
    return QCoreApplication::translate(
               "Sftp", "%1 and Navette have no encryption in common: the server offers %2. Ask the platform's support "
                       "to allow one of these: %3.")
        .arg(host, offered, wanted);
}

} // namespace

Error errorFromSsh(ssh_session_struct *session, const QString &host)
{
    const QString detail = visibleName(QByteArrayView(ssh_get_error(session))).left(2000);
    if (const auto none = noCommonAlgorithm(detail))
        return {ErrorKind::Unsupported, nothingInCommon(host, *none), detail};
    if (detail.contains(u"banner"_s, Qt::CaseInsensitive) ||
        detail.contains(u"protocol version"_s, Qt::CaseInsensitive) || detail.contains(u"version of SSH"_s) ||
        detail.contains(u"Packet len"_s))
        return {
            ErrorKind::Protocol,
            QCoreApplication::translate(
                "Sftp",
                "What answers at %1 is not an SFTP server. The port may be wrong, or another service is in between.")
                .arg(host),
            detail};
    return connectionLostError(host, detail);
}

Error unsafePathError(const RemotePath &path)
{
    return {ErrorKind::Unsafe,
            QCoreApplication::translate(
                "Sftp",
                "The name “%1” could lead somewhere else than it shows, so it is not used. The platform's support can "
                "rename the file.")
                .arg(path.displayText()),
            {}};
}

Error alreadyExistsError(const RemotePath &path)
{
    return errorFromStatus(status::fileAlreadyExists, path);
}

Error sourceChangedError(const QString &name, const QString &detail)
{
    return {
        ErrorKind::NotReadable,
        QCoreApplication::translate(
            "Sftp", "“%1” changed while it was being sent. Nothing of it was kept on the server; it can be sent again.")
            .arg(name),
        detail};
}

Error notMadeError(quint32 code, const RemotePath &path, QByteArrayView serverText)
{
    Error error = errorFromStatus(code, path, serverText);
    const RemotePath folder = path.parent();
    const QString shown = folder.isEmpty() ? u"/"_s : folder.displayText();
    if (code == status::noSuchFile || code == status::noSuchPath)
        error.message = QCoreApplication::translate("Sftp", "The folder “%1” is not on the server, so “%2” cannot be "
                                                            "put there.")
                            .arg(shown, visibleName(path.name()));
    else if (code == status::permissionDenied || code == status::writeProtected)
        error.message =
            QCoreApplication::translate("Sftp", "The server does not allow this account to put “%2” into the folder "
                                                "“%1”. The platform's support can change the permissions.")
                .arg(shown, visibleName(path.name()));
    return error;
}

Error knownAs(Error error, const RemotePath &path, const RemotePath &known)
{
    error.message.replace(path.displayText(), known.displayText());
    return error;
}

Error mayBeOnServer(Error error, const RemotePath &temporary)
{
    error.message += u' ' + QCoreApplication::translate("Sftp", "A temporary file may be left on the server: %1")
                                .arg(temporary.displayText());
    return error;
}

Error leftOnServer(Error error, const RemotePath &temporary)
{
    error.message +=
        u' ' + QCoreApplication::translate("Sftp", "What was sent stays there as “%1”, and sending the file "
                                                   "again goes on from there.")
                   .arg(temporary.displayText());
    return error;
}

bool mayMeanExists(quint32 code)
{
    return code == status::failure || code == status::permissionDenied;
}

} // namespace sftp
} // namespace navette
