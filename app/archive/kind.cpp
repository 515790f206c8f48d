// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/bytes.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace navette::archive
{
namespace
{

// Packed formats that are told apart only to name them to the person.
QString foreignFormat(QByteArrayView head)
{
    struct Magic {
        QByteArrayView bytes;
        const char16_t *name;
    };
    static constexpr std::array magics{
        Magic{"7z\xBC\xAF\x27\x1C", u"7-Zip"},
        Magic{"Rar!\x1A\x07", u"RAR"},
        Magic{"BZh", u"bzip2"},
        Magic{QByteArrayView("\xFD"
                             "7zXZ\0",
                             6),
              u"xz"},
        Magic{"\x28\xB5\x2F\xFD", u"Zstandard"},
    };
    const auto found = std::ranges::find_if(magics, [&](const Magic &magic) { return head.startsWith(magic.bytes); });
    // Text may begin with "BZh" too: bzip2 goes on with its level and the first digits of pi.
    if (found == magics.end() || (head.startsWith("BZh") &&
                                  !head.sliced(3).sliced(std::min<qsizetype>(1, head.size() - 3)).startsWith("1AY&SY")))
        return {};
    return QString::fromUtf16(found->name);
}

Result<QByteArray> headOf(const LocalPath &path)
{
    QFile file(path);
    if (auto opened = openForReading(file); !opened)
        return tl::make_unexpected(opened.error());
    const QByteArray head = file.read(16);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::NotReadable,
                    QCoreApplication::translate("Archive", "“%1” cannot be read.").arg(fileName(path)),
                    file.errorString());
    return head;
}

Kind kindOfHead(QByteArrayView head)
{
    // A local file header, the end record of an empty zip, or the mark of a split one.
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06") || head.startsWith("PK\x07\x08"))
        return Kind::Zip;
    if (head.startsWith("\x1F\x8B"))
        return Kind::Gzip;
    return Kind::Plain;
}

// What macOS adds beside each file: resource forks and the Finder's view settings.
bool isMacCompanion(const ZipEntry &entry)
{
    return entry.rawName.startsWith("__MACOSX/") || entry.rawName == ".DS_Store" ||
           entry.rawName.endsWith("/.DS_Store");
}

Result<PlainContent> openOnlyFile(const LocalPath &zip, const Limits &limits, const JobControl &job)
{
    const auto entries = listZip(zip, limits);
    if (!entries)
        return tl::make_unexpected(entries.error());
    std::vector<int> files;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const ZipEntry &entry = entries->at(i);
        if (!entry.directory && !isMacCompanion(entry))
            files.push_back(static_cast<int>(i));
    }
    if (files.empty())
        return fail(ErrorKind::BadFormat,
                    QCoreApplication::translate("Archive", "“%1” holds no file.").arg(fileName(zip)));
    if (files.size() > 1)
        return fail(ErrorKind::BadFormat,
                    QCoreApplication::translate("Archive",
                                                "“%1” holds %n files where one is expected. Take out the "
                                                "one that you want and use it alone.",
                                                nullptr, static_cast<int>(files.size()))
                        .arg(fileName(zip)));
    auto bytes = readZipEntry(zip, files.front(), limits, job);
    if (!bytes)
        return tl::make_unexpected(std::move(bytes).error());
    return PlainContent{.kind = Kind::Zip,
                        .name = entries->at(static_cast<std::size_t>(files.front())).name,
                        .bytes = *std::move(bytes)};
}

QString withoutGzSuffix(const QString &name)
{
    return name.endsWith(QStringLiteral(".gz"), Qt::CaseInsensitive) && name.size() > 3 ? name.chopped(3) : name;
}

} // namespace

Result<Kind> kindOf(const LocalPath &file)
{
    return headOf(file).map([](const QByteArray &head) { return kindOfHead(head); });
}

Result<PlainContent> openPlain(const LocalPath &file, const Limits &limits, const JobControl &job)
{
    const auto head = headOf(file);
    if (!head)
        return tl::make_unexpected(head.error());
    switch (kindOfHead(*head)) {
    case Kind::Zip:
        return openOnlyFile(file, limits, job);
    case Kind::Gzip: {
        auto bytes = readGzip(file, limits, job);
        if (!bytes)
            return tl::make_unexpected(std::move(bytes).error());
        return PlainContent{.kind = Kind::Gzip, .name = withoutGzSuffix(fileName(file)), .bytes = *std::move(bytes)};
    }
    case Kind::Plain:
        break;
    }
    if (const QString format = foreignFormat(*head); !format.isEmpty())
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate("Archive",
                                                "“%1” is packed with %2, which Navette does not open. Unpack "
                                                "it first, or pack it as a zip file.")
                        .arg(fileName(file), format));
    return PlainContent{.kind = Kind::Plain, .name = fileName(file), .bytes = {}};
}

} // namespace navette::archive
