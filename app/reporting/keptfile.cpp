// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/keptfile.h"

#include "base/localnames.h"
#include "base/safename.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

struct KeptText {
    Q_DECLARE_TR_FUNCTIONS(KeptText)
};

} // namespace

KeptPlace keptPlace(const LocalPath &folder, const QString &localName, qint64 bytes)
{
    KeptPlace place;
    for (int version = 1;; ++version) {
        const LocalPath path = folder / toLocalPath(numberedName(localName, version));
        std::error_code error;
        const auto status = fs::symlink_status(path, error);
        if (!fs::exists(status)) {
            place.fresh = path;
            return place;
        }
        if (fs::is_regular_file(status) && (bytes < 0 || qint64(fs::file_size(path, error)) == bytes))
            place.kept = path;
    }
}

std::vector<LocalPath> keptFiles(const LocalPath &folder)
{
    static const QRegularExpression later(u"\\A(.*) \\(([0-9]+)\\)\\z"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::NoSymLinks, QDir::Name);
    const auto hasLaterVersion = [&](const QString &name) {
        return names.contains(numberedName(name, 2), Qt::CaseInsensitive);
    };
    std::vector<LocalPath> files;
    for (const QString &name : names) {
        if (hasLaterVersion(name))
            continue;
        const qsizetype ending = endingOf(name);
        const auto match = later.match(name.first(ending));
        const QString first = match.hasMatch() ? match.captured(1) + name.sliced(ending) : QString();
        const int version = match.hasMatch() ? match.captured(2).toInt() : 1;
        if (version > 1 && names.contains(first) && names.contains(numberedName(first, version + 1)))
            continue;
        files.push_back(folder / toLocalPath(name));
    }
    return files;
}

std::vector<QDate> keptDays(const LocalPath &folder)
{
    std::vector<QDate> days;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QDate day = QDate::fromString(name, Qt::ISODate);
        if (day.isValid() && day.toString(Qt::ISODate) == name)
            days.push_back(day);
    }
    return days;
}

Result<void> makePrivateFolder(const LocalPath &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder, error)) {
        // Windows keeps a user's own folders to the user already.
        fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
        return {};
    }
    return fail(ErrorKind::NotWritable,
                KeptText::tr("The folder %1 cannot be made, so nothing can be kept there.").arg(displayText(folder)),
                QString::fromStdString(error.message()));
}

} // namespace navette
