// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace navette;

namespace
{

void write(const LocalPath &path, const QByteArray &bytes = "ana@example.org")
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write its file.");
}

// A folder as a crash would have left it, an hour ago.
LocalPath leftover(const QTemporaryDir &place, const char *name, const QByteArray &lock)
{
    const LocalPath folder = toLocalPath(place.path()) / name;
    std::filesystem::create_directories(folder / "files");
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    write(folder / "files" / "contacts.csv");
    if (!lock.isNull())
        write(folder / "lock", lock);
    std::filesystem::last_write_time(folder, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    return folder;
}

// This program again, ending without a farewell while it holds a private folder in `place`.
constexpr char crashArgument[] = "--crash-with-a-folder";

LocalPath leftByACrash(const QTemporaryDir &place)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto *variable : {u"TMPDIR", u"TMP", u"TEMP"})
        environment.insert(QString::fromUtf16(variable), place.path());
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(crashArgument)});
    if (!program.waitForFinished())
        qFatal("The program that crashes does not end.");
    const LocalPath folder = toLocalPath(QString::fromUtf8(program.readAllStandardOutput())).parent_path();
    std::filesystem::last_write_time(folder, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    return folder;
}

[[noreturn]] void crashWithAFolder()
{
    const auto folder = PrivateFolder::make();
    write(folder->path() / "contacts.csv");
    std::fputs(displayText(folder->path()).toUtf8().constData(), stdout);
    std::fflush(stdout);
    std::_Exit(1);
}

} // namespace

class PrivateFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForThisUserOnly()
    {
        const auto folder = PrivateFolder::make();
        QVERIFY(folder);
        QVERIFY(QDir(folder->path()).isEmpty());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QVERIFY((QFile(folder->path().parent_path()).permissions() & others) == 0);
    }

    void goesAwayWithAllInIt()
    {
        LocalPath path;
        {
            const auto folder = PrivateFolder::make();
            path = folder->path();
            write(path / "contacts.csv");
            QVERIFY(std::filesystem::exists(path));
        }
        QVERIFY(!std::filesystem::exists(path.parent_path()));
    }

    void eachIsItsOwn() { QVERIFY(PrivateFolder::make()->path() != PrivateFolder::make()->path()); }

    void movesWithItsFiles()
    {
        std::optional<PrivateFolder> kept;
        LocalPath path;
        {
            auto folder = PrivateFolder::make();
            path = folder->path();
            kept.emplace(*std::move(folder));
        }
        QVERIFY(std::filesystem::exists(path));
        *kept = *PrivateFolder::make();
        QVERIFY(!std::filesystem::exists(path.parent_path()));
        QVERIFY(std::filesystem::exists(kept->path()));
    }

    void removesWhatACrashLeft()
    {
        const QTemporaryDir place;
        const LocalPath dead = leftByACrash(place);
        QVERIFY(std::filesystem::exists(dead / "files" / "contacts.csv"));
        const LocalPath unlocked = leftover(place, "navette-ghijkl", {});
        const LocalPath other = leftover(place, "something-else", {});
        PrivateFolder::removeLeftovers(toLocalPath(place.path()));
        QVERIFY(!std::filesystem::exists(unlocked));
        QVERIFY(!std::filesystem::exists(dead));
        QVERIFY(std::filesystem::exists(other / "files" / "contacts.csv"));
    }

    void leavesWhatIsInUse()
    {
        const auto folder = PrivateFolder::make();
        write(folder->path() / "contacts.csv");
        const LocalPath root = folder->path().parent_path();
        std::filesystem::last_write_time(root, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        PrivateFolder::removeLeftovers(root.parent_path());
        QVERIFY(std::filesystem::exists(folder->path() / "contacts.csv"));
    }

    void leavesWhatIsJustBeingMade()
    {
        const QTemporaryDir place;
        const LocalPath folder = leftover(place, "navette-abcdef", {});
        std::filesystem::last_write_time(folder, std::filesystem::file_time_type::clock::now());
        PrivateFolder::removeLeftovers(toLocalPath(place.path()));
        QVERIFY(std::filesystem::exists(folder));
    }

#ifdef Q_OS_UNIX
    void leavesWhatOthersCanReadAndLinks()
    {
        const QTemporaryDir place;
        const LocalPath open = leftover(place, "navette-abcdef", {});
        std::filesystem::permissions(open, std::filesystem::perms::all);
        const LocalPath aim = leftover(place, "mine", {});
        std::filesystem::create_directory_symlink(aim, toLocalPath(place.path()) / "navette-ghijkl");
        PrivateFolder::removeLeftovers(toLocalPath(place.path()));
        QVERIFY(std::filesystem::exists(open / "files" / "contacts.csv"));
        QVERIFY(std::filesystem::exists(aim / "files" / "contacts.csv"));
    }
#endif
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], crashArgument) == 0)
        crashWithAFolder();
    PrivateFolderTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_privatefolder.moc"
