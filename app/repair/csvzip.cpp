// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/csvzip.h"

#include "archive/archive.h"
#include "base/sha256.h"

#include <QCoreApplication>
#include <QFile>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

} // namespace

Result<WrittenZip> writeCsvZip(const LocalPath &target, const csv::Dialect &dialect, QByteArray text,
                               const JobControl &job)
{
    if (dialect.byteOrderMark && dialect.encoding == csv::Encoding::Utf8)
        text.prepend("\xEF\xBB\xBF");
    const QString stem = QString::fromStdU16String(target.stem().u16string());
    if (const auto done = archive::writeZip(target, {{stem + u".csv"_s, text}}, job); !done)
        return tl::make_unexpected(done.error());
    QFile file(target);
    Sha256 hash;
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(file))
        return fail(ErrorKind::NotReadable, Words::tr("“%1” can't be read.").arg(fileName(target)), file.errorString());
    return WrittenZip{file.size(), hash.result()};
}

} // namespace navette
