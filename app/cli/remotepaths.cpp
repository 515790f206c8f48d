// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/remotepaths.h"

#include "base/safename.h"

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

} // namespace

QString describedWithPaths(const QString &description)
{
    return description +
           QStringLiteral("\nA path on the server may be given as base64: and the Base64 of its bytes, which is what "
                          "\"ls --json\" gives as pathBase64 where it is no text; one that really begins with "
                          "\"base64:\" gets a \"/\" in front.");
}

Result<QByteArray> givenPath(const VerbParser &parser, int index)
{
    constexpr QByteArrayView prefix("base64:");
    QByteArray bytes = parser.argumentBytes(index);
    if (!bytes.startsWith(prefix))
        return bytes;
    const auto decoded =
        QByteArray::fromBase64Encoding(bytes.sliced(prefix.size()), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return fail(ErrorKind::Usage, CliText::tr("\"%1\" is no Base64 of a path. Where a name really begins so, write "
                                                  "\"/%1\".")
                                          .arg(visibleName(bytes)));
    return decoded.decoded;
}

RemotePath fromRoot(QByteArray path)
{
    while (path.startsWith('/'))
        path.remove(0, 1);
    while (path.endsWith('/'))
        path.chop(1);
    return path == "." ? RemotePath() : RemotePath(path);
}

} // namespace navette::cli
