// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/packedcsv.h"

namespace navette
{

Result<std::shared_ptr<const csv::CsvFile>> openUnpacked(archive::PlainContent content, const LocalPath &path,
                                                         const csv::DialectHints &hints)
{
    if (content.kind == archive::Kind::Plain)
        return csv::CsvFile::open(path, hints);
    return csv::CsvFile::fromBytes(std::move(content.bytes), content.name, hints);
}

Result<std::shared_ptr<const csv::CsvFile>> openPackedCsv(const LocalPath &path, const JobControl &job)
{
    Result<archive::PlainContent> content = archive::openPlain(path, {}, job);
    if (!content)
        return tl::make_unexpected(content.error());
    return openUnpacked(std::move(*content), path);
}

} // namespace navette
