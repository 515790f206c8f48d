// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filename.h"
#include "practice/exportday.h"
#include "practice/robot.h"
#include "practice/textfiles.h"

#include <QLoggingCategory>

#include <map>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace fs = std::filesystem;

namespace
{

Q_LOGGING_CATEGORY(lcRobot, "navette.practice.robot", QtWarningMsg)

// accengage.md: GMT+1 all year round; a day's exports are written the next night, packed a day later, gone after seven.
constexpr int hoursAheadOfUtc = 1;
constexpr int writtenAtHour = 2;
constexpr int keptDays = 7;

class AccengageRobot final : public Robot
{
public:
    explicit AccengageRobot(RobotPlace place) : m_place(std::move(place))
    {
        m_lastDay = QDate::fromString(QString::fromLatin1(readWhole(dayFile()).trimmed()), Qt::ISODate);
    }

    void tick(const QDateTime &now) override
    {
        pickUp(now);
        // The day whose exports the platform wrote last.
        const QDate newest = now.toUTC().addSecs((hoursAheadOfUtc - writtenAtHour) * 3600).date().addDays(-1);
        if (newest == m_checkedDay)
            return;
        writeExports(newest);
        packAndRemove(newest);
        m_checkedDay = newest;
    }

private:
    [[nodiscard]] LocalPath dayFile() const { return m_place.state / "exported-until"; }

    /// A CSV is taken once its empty `.txt` has been there for one tick.
    void pickUp(const QDateTime &now)
    {
        std::map<LocalPath, bool> confirmed;
        std::error_code error;
        fs::directory_iterator it(m_place.tree.root(), error);
        for (; !error && it != fs::directory_iterator(); it.increment(error)) {
            const LocalPath csv = it->path();
            if (isImport(csv) && isConfirmed(csv))
                confirmed[csv] = true;
        }
        for (auto &[csv, waiting] : confirmed) {
            if (m_confirmed.contains(csv))
                waiting = !take(csv, now);
        }
        std::erase_if(confirmed, [](const auto &entry) { return !entry.second; });
        m_confirmed = std::move(confirmed);
    }

    [[nodiscard]] static bool isImport(const LocalPath &file)
    {
        std::error_code error;
        const QString name = fileName(file);
        return (name.startsWith("staticlist_"_L1) || name.startsWith("updateDevices_"_L1)) &&
               name.endsWith(".csv"_L1) && fs::is_regular_file(fs::symlink_status(file, error));
    }

    [[nodiscard]] static bool isConfirmed(const LocalPath &csv)
    {
        std::error_code error;
        const LocalPath confirmation = LocalPath(csv).replace_extension(".txt");
        return fs::is_regular_file(fs::symlink_status(confirmation, error)) && fs::file_size(confirmation, error) == 0;
    }

    bool take(const LocalPath &csv, const QDateTime &now)
    {
        const auto lock = m_place.tree.lock();
        if (m_place.tree.isBeingWritten(fileName(csv).toUtf8()))
            return false;
        std::error_code error;
        LocalPath target;
        qint64 stamp = now.toSecsSinceEpoch();
        do
            target = m_place.history / toLocalPath(u"%1_%2"_s.arg(stamp++).arg(fileName(csv)));
        while (fs::exists(target, error));
        fs::rename(csv, target, error);
        if (error)
            return false;
        fs::remove(LocalPath(csv).replace_extension(".txt"), error);
        qCInfo(lcRobot) << "picked up an import";
        return true;
    }

    /// Every day since the last one that was exported, seven at most; a file that the customer removed stays away.
    void writeExports(const QDate &newest)
    {
        QDate day = newest.addDays(1 - keptDays);
        if (m_lastDay.isValid() && m_lastDay >= day)
            day = m_lastDay.addDays(1);
        for (; day <= newest; day = day.addDays(1)) {
            for (const DailyExport &file : exportsOf(day, m_place.settings)) {
                const LocalPath fresh = m_place.state / "new-export.csv";
                const LocalPath target = m_place.tree.root() / toLocalPath(file.fileName);
                std::error_code error;
                if (writeWhole(fresh, file.bytes)) {
                    const auto lock = m_place.tree.lock();
                    fs::rename(fresh, target, error);
                    setModified(target, writtenAt(day));
                }
            }
            m_lastDay = day;
            if (!writeWhole(dayFile(), day.toString(Qt::ISODate).toLatin1()))
                qCWarning(lcRobot) << "cannot keep the day of the last exports";
        }
    }

    [[nodiscard]] static QDateTime writtenAt(const QDate &day)
    {
        return QDateTime(day.addDays(1), QTime(writtenAtHour - hoursAheadOfUtc, 4), Qt::UTC);
    }

    void packAndRemove(const QDate &newest)
    {
        std::vector<LocalPath> files;
        std::error_code error;
        fs::directory_iterator it(m_place.tree.root(), error);
        for (; !error && it != fs::directory_iterator(); it.increment(error))
            files.push_back(it->path());
        for (const LocalPath &file : files) {
            const std::optional<ExportName> name = parseExportName(fileName(file));
            if (!name)
                continue;
            const qint64 age = name->day.daysTo(newest);
            if (age >= keptDays) {
                const auto lock = m_place.tree.lock();
                fs::remove(file, error);
            } else if (age >= 1 && !name->compressed) {
                pack(file, writtenAt(name->day.addDays(1)));
            }
        }
    }

    void pack(const LocalPath &file, const QDateTime &when)
    {
        const LocalPath fresh = m_place.state / "new-export.gz";
        if (!writeWhole(fresh, gzipped(readWhole(file))))
            return;
        const auto lock = m_place.tree.lock();
        std::error_code error;
        const LocalPath target = LocalPath(file).concat(".gz");
        fs::rename(fresh, target, error);
        if (error)
            return;
        setModified(target, when);
        fs::remove(file, error);
    }

    RobotPlace m_place;
    QDate m_lastDay;    ///< whose exports were written
    QDate m_checkedDay; ///< for which everything is in order
    std::map<LocalPath, bool> m_confirmed;
};

} // namespace

std::unique_ptr<Robot> makeAccengageRobot(RobotPlace place)
{
    return std::make_unique<AccengageRobot>(std::move(place));
}

} // namespace navette::practice
