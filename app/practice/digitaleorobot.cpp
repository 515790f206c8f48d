// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/judge.h"
#include "practice/listledger.h"
#include "practice/reportingday.h"
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

constexpr qint64 bytesPerTick = 2 << 20; ///< what the platform imports between two ticks
constexpr int longestTicks = 3;
constexpr qint64 prefixTrustSecs = 3600; ///< older times of a file are from before its deposit

std::vector<LocalPath> filesIn(const LocalPath &directory)
{
    std::vector<LocalPath> files;
    std::error_code error;
    fs::directory_iterator it(directory, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (fs::is_regular_file(it->symlink_status(ignored)) && !fileName(it->path()).startsWith(u'.'))
            files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

qint64 sizeOf(const LocalPath &file)
{
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? -1 : static_cast<qint64>(size);
}

/// digitaleo.md, Import modes: the list's name is the deposited name without `.csv` or `.zip`.
QString listNameOf(const QString &prefixedName)
{
    QString name = prefixedName.mid(prefixedName.indexOf(u'_') + 1);
    if (name.endsWith(".csv"_L1, Qt::CaseInsensitive) || name.endsWith(".zip"_L1, Qt::CaseInsensitive))
        name.chop(4);
    return name;
}

class DigitaleoRobot final : public Robot
{
public:
    explicit DigitaleoRobot(RobotPlace place) : m_place(std::move(place)), m_lists(m_place.state) {}

    void tick(const QDateTime &now) override
    {
        // Backwards, so that each file makes one step per tick.
        for (const QByteArray &action : digitaleoActions())
            finish(action, now);
        for (const QByteArray &action : digitaleoActions())
            take(action, now);
        keepReports(now);
    }

private:
    [[nodiscard]] LocalPath status(const QByteArray &action, const QByteArray &directory) const
    {
        return m_place.tree.local("contacts/" + action + '/' + directory);
    }

    /// in → on, with the time of the deposit in front, once a file has lain still for one tick.
    void take(const QByteArray &action, const QDateTime &now)
    {
        std::map<LocalPath, qint64> &seen = m_seen[action];
        std::map<LocalPath, qint64> seenNow;
        for (const LocalPath &file : filesIn(status(action, "in"))) {
            const qint64 size = sizeOf(file);
            const auto before = seen.find(file);
            if (before != seen.end() && before->second == size && moveOn(action, file, now))
                continue;
            seenNow[file] = size;
        }
        seen = std::move(seenNow);
    }

    bool moveOn(const QByteArray &action, const LocalPath &file, const QDateTime &now)
    {
        const QString name = fileName(file);
        qint64 stamp = modifiedAt(file).toSecsSinceEpoch();
        if (stamp > now.toSecsSinceEpoch() || stamp < now.toSecsSinceEpoch() - prefixTrustSecs)
            stamp = now.toSecsSinceEpoch();
        while (isTaken(action, u"%1_%2"_s.arg(stamp).arg(name)))
            ++stamp;
        const LocalPath target = status(action, "on") / toLocalPath(u"%1_%2"_s.arg(stamp).arg(name));

        const auto lock = m_place.tree.lock();
        if (m_place.tree.isBeingWritten("contacts/" + action + "/in/" + name.toUtf8()))
            return false;
        std::error_code error;
        fs::rename(file, target, error);
        if (!error)
            setModified(target, now);
        return !error;
    }

    [[nodiscard]] bool isTaken(const QByteArray &action, const QString &prefixedName) const
    {
        std::error_code error;
        for (const char *directory : {"on", "ok", "ko"}) {
            if (fs::exists(status(action, directory) / toLocalPath(prefixedName), error))
                return true;
        }
        return false;
    }

    /// on → ok or ko, after a time that grows with the file.
    void finish(const QByteArray &action, const QDateTime &now)
    {
        for (const LocalPath &file : filesIn(status(action, "on"))) {
            const qint64 needed = std::min<qint64>(1 + sizeOf(file) / bytesPerTick, longestTicks);
            if (++m_ticksOn[file] < needed)
                continue;
            m_ticksOn.erase(file);
            const Flow *flow = m_place.flows.find(u"digitaleo/%1"_s.arg(QString::fromLatin1(action)));
            if (!flow)
                continue;
            const Judgement judgement = judge(file, configured(*flow, m_place.settings), m_place.settings);
            if (judgement.accepted && action == "import" && !enterImport(file, judgement, now))
                continue; // tried again at the next tick
            qCInfo(lcRobot) << action << (judgement.accepted ? "ok" : "ko") << judgement.reason;
            const LocalPath target = status(action, judgement.accepted ? "ok" : "ko") / file.filename();
            const auto lock = m_place.tree.lock();
            std::error_code error;
            fs::rename(file, target, error);
            if (!error)
                setModified(target, now);
        }
    }

    /// The list, and the report of the campaign which its owner starts at once. Both stand before the file goes to ok,
    /// and neither is made twice.
    bool enterImport(const LocalPath &file, const Judgement &judgement, const QDateTime &now)
    {
        const QString name = fileName(file);
        const auto list =
            m_lists.enter(name, listNameOf(name), marker(), judgement.contacts, m_place.settings.deduplication, now);
        if (!list)
            return false;
        const auto report = makeCampaignReport(m_place.tree, now.toLocalTime().date(), *list, judgement.contacts);
        if (!report)
            qCWarning(lcRobot) << "no report for list" << list->id << report.error().detail;
        return true;
    }

    /// The mode in force: the newest marker; none means a new list.
    [[nodiscard]] QByteArray marker() const
    {
        QByteArray newest = ".createNewList";
        QDateTime newestTime;
        for (const char *name : {".createNewList", ".addToExistingList", ".syncExistingList"}) {
            const QDateTime time = modifiedAt(m_place.tree.local("contacts/import/" + QByteArray(name)));
            if (time.isValid() && (!newestTime.isValid() || time > newestTime)) {
                newest = name;
                newestTime = time;
            }
        }
        return newest;
    }

    /// A new day brings a new directory; after seven days it goes (digitaleo.md, Reporting).
    void keepReports(const QDateTime &now)
    {
        const QDate today = now.toLocalTime().date();
        if (today == m_reportedDay)
            return;
        m_reportedDay = today;
        removeOldReports(m_place.tree, today);
        if (const auto made = bringReportsUpTo(m_place.tree, today); !made)
            qCWarning(lcRobot) << "no reports up to today" << made.error().detail;
    }

    RobotPlace m_place;
    ListLedger m_lists;
    std::map<QByteArray, std::map<LocalPath, qint64>> m_seen; ///< by action: file in `in` → its size a tick ago
    std::map<LocalPath, qint64> m_ticksOn;
    QDate m_reportedDay;
};

} // namespace

std::unique_ptr<Robot> makeDigitaleoRobot(RobotPlace place)
{
    return std::make_unique<DigitaleoRobot>(std::move(place));
}

} // namespace navette::practice
