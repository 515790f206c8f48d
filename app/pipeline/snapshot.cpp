// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "flows/filename.h"
#include "pipeline/board.h"
#include "sftp/wholeupload.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace navette
{
namespace
{

struct BoardText {
    Q_DECLARE_TR_FUNCTIONS(BoardText)
};

// How far the platform's clock may be from ours for a name to be taken for our deposit: a wrong time zone is common, a
// wrong day is not.
constexpr qint64 clockToleranceSecs = 6 * 3600;
// Picked-up files are no longer on the server; the journal's are shown for as long as the platforms keep things.
constexpr qint64 pickedUpShownSecs = 7 * 24 * 3600;
// More deposits that have ended than this are not looked through for each snapshot.
constexpr int joinedRecords = 2000;

struct Directory {
    const Flow *flow = nullptr; ///< null: of all flows (Accengage), or of none (the markers)
    BoardColumn column = BoardColumn::Waiting;
    RemotePath path;
};

QDateTime fromSecs(qint64 secs)
{
    return secs >= 0 ? QDateTime::fromSecsSinceEpoch(secs, Qt::UTC) : QDateTime();
}

bool isHidden(const RemoteEntry &entry)
{
    return entry.name.startsWith('.') || entry.kind == RemoteKind::Directory;
}

// A broken connection is the snapshot's failure; a directory that cannot be listed is only that directory's.
bool endsSnapshot(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::SignIn:
    case ErrorKind::Protocol:
    case ErrorKind::Internal:
        return true;
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::NotAFile:
    case ErrorKind::NotReadable:
    case ErrorKind::NotWritable:
    case ErrorKind::NoSpace:
    case ErrorKind::AlreadyExists:
    case ErrorKind::BadFormat:
    case ErrorKind::Unsupported:
    case ErrorKind::Limit:
    case ErrorKind::Unsafe:
        return false;
    }
    return true;
}

class SnapshotMaker
{
public:
    SnapshotMaker(RemoteFileSystem &remote, const Account &account, const std::vector<Flow> &flows, Journal *journal)
        : m_remote(remote), m_account(account), m_journal(journal)
    {
        for (const Flow &flow : flows) {
            if (flow.platform == account.platform && flow.direction == FlowDirection::ToPlatform)
                m_flows.push_back(&flow);
        }
    }

    Result<BoardSnapshot> make(const JobControl &job)
    {
        m_snapshot.takenAt = QDateTime::currentDateTimeUtc();
        if (const Result<void> read = readJournal(); !read)
            return tl::make_unexpected(read.error());
        if (const Result<void> listed = listAll(job); !listed)
            return tl::make_unexpected(listed.error());
        if (m_account.platform == Platform::Digitaleo)
            joinDigitaleo();
        else
            addPickedUp();
        std::stable_sort(m_snapshot.cards.begin(), m_snapshot.cards.end(),
                         [](const Card &a, const Card &b) { return a.depositedAt > b.depositedAt; });
        return std::move(m_snapshot);
    }

private:
    Result<void> readJournal()
    {
        if (m_journal == nullptr)
            return {};
        Result<std::vector<DepositRecord>> records = m_journal->followed(m_account.id, joinedRecords);
        if (!records)
            return tl::make_unexpected(records.error());
        for (DepositRecord &record : *records) {
            // Only what may have reached its final name can be on the board.
            if (record.depositedAt.isValid() && record.state != DepositState::Failed &&
                record.state != DepositState::Cancelled)
                m_records.push_back(std::move(record));
        }
        return {};
    }

    std::vector<Directory> directories() const
    {
        std::vector<Directory> all;
        if (m_account.platform == Platform::Accengage) {
            if (!m_flows.empty())
                all.push_back({nullptr, BoardColumn::NotConfirmed, m_account.depositDirectory(*m_flows.front())});
            return all;
        }
        for (const Flow *flow : m_flows) {
            const RemotePath action = RemotePath::fromText(flow->directory);
            for (const BoardColumn column : columnsOf(Platform::Digitaleo))
                all.push_back({flow, column, action.child(directoryOf(column))});
        }
        return all;
    }

    // All requests in flight together: forty directories cost one round trip's time, not forty (architecture.md).
    Result<void> listAll(const JobControl &job)
    {
        const std::vector<Directory> all = directories();
        std::vector<QFuture<Result<RemoteListing>>> futures;
        futures.reserve(all.size() + 1);
        for (const Directory &directory : all)
            futures.push_back(m_remote.list(directory.path));
        if (m_account.platform == Platform::Digitaleo)
            futures.push_back(m_remote.list(RemotePath(QByteArrayLiteral("contacts/import"))));
        std::optional<Error> broken;
        for (size_t i = 0; i < futures.size(); ++i) {
            if (broken) {
                futures[i].cancel();
                continue;
            }
            const Result<RemoteListing> listing = await(futures[i], job);
            if (!listing && endsSnapshot(listing.error()))
                broken = listing.error();
            else if (i >= all.size())
                takeMode(listing);
            else if (!listing)
                takeProblem(all[i], listing.error());
            else
                takeListing(all[i], *listing);
        }
        if (broken)
            return tl::make_unexpected(*broken);
        return {};
    }

    void takeMode(const Result<RemoteListing> &listing)
    {
        if (!listing || !listing->complete)
            return; // not known is not "no marker"
        ImportModeState state;
        for (const RemoteEntry &entry : listing->entries) {
            for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
                if (entry.name != markerName(mode))
                    continue;
                state.markers.insert(mode);
                if (entry.modifiedSecs >= 0)
                    state.changedSecs = std::max(state.changedSecs.value_or(0), entry.modifiedSecs);
            }
        }
        m_snapshot.mode = state;
    }

    void takeProblem(const Directory &directory, const Error &error)
    {
        m_snapshot.complete = false;
        m_snapshot.problems
            << BoardText::tr("The folder %1 could not be listed: %2").arg(directory.path.displayText(), error.message);
    }

    void takeListing(const Directory &directory, const RemoteListing &listing)
    {
        if (!listing.complete) {
            m_snapshot.complete = false;
            m_snapshot.problems << BoardText::tr(
                                       "The folder %1 holds more files than can be listed; not all are shown.")
                                       .arg(directory.path.displayText());
        }
        for (const RemoteEntry &entry : listing.entries) {
            if (isTemporaryName(entry.name))
                m_snapshot.temporaries.push_back(directory.path.child(entry.name));
        }
        if (directory.flow == nullptr)
            takeAccengage(directory, listing);
        else
            takeDigitaleo(directory, listing);
    }

    void takeDigitaleo(const Directory &directory, const RemoteListing &listing)
    {
        for (const RemoteEntry &entry : listing.entries) {
            if (isHidden(entry))
                continue;
            Card card = cardOf(*directory.flow, directory.column, directory.path, entry);
            // Files in `in` bear no prefix yet, whatever digits their own name begins with (digitaleo.md, Tree).
            if (directory.column != BoardColumn::Waiting) {
                const PrefixedName prefixed = parsePrefixedName(QString::fromUtf8(entry.name));
                if (prefixed.depositedAt) {
                    card.depositedAt = *prefixed.depositedAt;
                    card.fileName = visibleName(prefixed.name.toUtf8());
                    card.listName = visibleName(listName(*directory.flow, prefixed.name).toUtf8());
                }
            }
            m_snapshot.cards.push_back(std::move(card));
        }
    }

    static Card cardOf(const Flow &flow, BoardColumn column, const RemotePath &directory, const RemoteEntry &entry)
    {
        Card card;
        card.flow = flow.id;
        card.column = column;
        card.path = directory.child(entry.name);
        card.fileName = visibleName(entry.name);
        card.listName = visibleName(listName(flow, QString::fromUtf8(entry.name)).toUtf8());
        card.depositedAt = fromSecs(entry.modifiedSecs);
        card.changedAt = card.depositedAt;
        card.size = entry.size;
        return card;
    }

    // Name and time, the closest pair first, each record for one card and each card with one record.
    void joinDigitaleo()
    {
        struct Pair {
            qint64 distance;
            Card *card;
            const DepositRecord *record;
        };
        std::vector<Pair> pairs;
        for (Card &card : m_snapshot.cards) {
            for (const DepositRecord &record : m_records) {
                if (record.flow != card.flow)
                    continue;
                const QString rawName = QString::fromUtf8(card.path.name());
                if (!record.platformName.isEmpty() && record.platformName == rawName) {
                    pairs.push_back({-1, &card, &record});
                    continue;
                }
                const bool waiting = card.column == BoardColumn::Waiting;
                const QString name = waiting ? rawName : parsePrefixedName(rawName).name;
                // What has been seen further on does not come back; what ended is not waiting any more.
                if (name != record.remoteName || (waiting && (isFinal(record.state) || !record.platformName.isEmpty())))
                    continue;
                const qint64 distance =
                    card.depositedAt.isValid() ? std::abs(card.depositedAt.secsTo(record.depositedAt)) : 0;
                // In `in` a name is there once, and our bytes are ours whatever the platform's clock says.
                const bool sameBytes = waiting && card.size >= 0 && card.size == record.bytes;
                if (distance <= clockToleranceSecs || sameBytes)
                    pairs.push_back({distance, &card, &record});
            }
        }
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair &a, const Pair &b) { return a.distance < b.distance; });
        std::set<qint64> taken;
        for (const Pair &pair : pairs) {
            if (!pair.card->deposit && taken.insert(pair.record->id).second)
                pair.card->deposit = *pair.record;
        }
    }

    const Flow *flowOfName(const QString &name) const
    {
        for (const Flow *flow : m_flows) {
            const QString prefix = flow->namePattern.section(u'{', 0, 0);
            if (!prefix.isEmpty() && name.startsWith(prefix))
                return flow;
        }
        return nullptr;
    }

    const DepositRecord *recordNamed(const QString &name) const
    {
        // Accengage's names carry a time or a day; the newest record of the name is the one.
        const auto it = std::find_if(m_records.begin(), m_records.end(), [&name](const DepositRecord &record) {
            return record.remoteName == name && record.state != DepositState::OutcomeUnknown;
        });
        return it == m_records.end() ? nullptr : &*it;
    }

    // accengage.md, Imports: a CSV without its .txt is not confirmed, with it it waits for pick-up.
    void takeAccengage(const Directory &directory, const RemoteListing &listing)
    {
        std::set<QByteArray> names;
        for (const RemoteEntry &entry : listing.entries)
            names.insert(entry.name);
        m_importsComplete = listing.complete;
        for (const RemoteEntry &entry : listing.entries) {
            if (isHidden(entry) || !entry.name.toLower().endsWith(".csv"))
                continue;
            const QString name = QString::fromUtf8(entry.name);
            const Flow *flow = flowOfName(name);
            if (flow == nullptr)
                continue;
            m_present.insert(name);
            Card card = cardOf(*flow, BoardColumn::NotConfirmed, directory.path, entry);
            const DepositRecord *record = recordNamed(name);
            // Of a pair that we confirmed, the platform may take the .txt a moment before the CSV.
            const bool confirmedByUs = record != nullptr && record->state == DepositState::Waiting;
            if (names.contains(entry.name.chopped(4) + ".txt") || confirmedByUs) {
                card.column = BoardColumn::WaitingForPickup;
                card.nextPickup = nextPickup(*flow, m_account.settings, m_snapshot.takenAt);
            }
            if (record != nullptr)
                card.deposit = *record;
            m_snapshot.cards.push_back(std::move(card));
        }
        // A confirmation whose CSV is gone is being picked up: still there until both are.
        for (const QByteArray &name : names) {
            if (name.endsWith(".txt"))
                m_present.insert(QString::fromUtf8(name.chopped(4) + ".csv"));
        }
    }

    // Both gone after having been confirmed: known from the journal alone.
    void addPickedUp()
    {
        for (const DepositRecord &record : m_records) {
            const bool gone =
                record.state == DepositState::Waiting && m_importsComplete && !m_present.contains(record.remoteName);
            const bool known = record.state == DepositState::OutcomeUnknown &&
                               record.depositedAt.secsTo(m_snapshot.takenAt) < pickedUpShownSecs;
            const auto flow =
                std::find_if(m_flows.begin(), m_flows.end(), [&record](const Flow *f) { return f->id == record.flow; });
            if ((!gone && !known) || flow == m_flows.end())
                continue;
            Card card;
            card.flow = record.flow;
            card.column = BoardColumn::PickedUp;
            card.path = RemotePath::fromText(record.remoteDirectory).child(record.remoteName);
            card.fileName = visibleName(record.remoteName.toUtf8());
            card.listName = visibleName(listName(**flow, record.remoteName).toUtf8());
            card.depositedAt = record.depositedAt;
            card.changedAt = record.endedAt.isValid() ? record.endedAt : m_snapshot.takenAt;
            card.size = record.bytes;
            card.deposit = record;
            m_snapshot.cards.push_back(std::move(card));
        }
    }

    RemoteFileSystem &m_remote;
    const Account &m_account;
    Journal *m_journal;
    std::vector<const Flow *> m_flows;
    std::vector<DepositRecord> m_records;
    std::set<QString> m_present; ///< CSV names of which something is still there (Accengage)
    bool m_importsComplete = false;
    BoardSnapshot m_snapshot;
};

} // namespace

Result<BoardSnapshot> takeSnapshot(RemoteFileSystem &remote, const Account &account, const std::vector<Flow> &flows,
                                   Journal *journal, const JobControl &job)
{
    return SnapshotMaker(remote, account, flows, journal).make(job);
}

} // namespace navette
