// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/deposit.h"

#include "base/grace.h"
#include "base/sha256.h"
#include "pipeline/board.h"
#include "pipeline/earlierdeposit.h"
#include "pipeline/retrying.h"
#include "sftp/errors.h"
#include "sftp/wholeupload.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <utility>

namespace navette
{
namespace
{

struct DepositText {
    Q_DECLARE_TR_FUNCTIONS(DepositText)
};

// Up to this size what arrived is read back and compared before the rename (reliability.md A).
constexpr qint64 readBackBytes = 20LL * 1024 * 1024;
QString systemUser()
{
    const QString user = qEnvironmentVariable("USER");
    if (!user.isEmpty())
        return user;
    // On Windows; and where neither is set, the home folder bears the name nearly everywhere.
    const QString windowsUser = qEnvironmentVariable("USERNAME");
    return windowsUser.isEmpty() ? QDir::home().dirName() : windowsUser;
}

// A final name is one plain component; anything else would be taken elsewhere or not at all.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && name.toUtf8().size() <= 255 &&
           std::none_of(name.begin(), name.end(),
                        [](QChar c) { return c == u'/' || c == u'\\' || c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

struct LocalFacts {
    qint64 bytes = 0;
    QByteArray sha256;
};

Result<LocalFacts> factsOf(const DepositOrder &order)
{
    QFile file(order.file);
    if (QFileInfo(order.file).isDir())
        return fail(ErrorKind::NotAFile, DepositText::tr("%1 is a folder, not a file.").arg(order.sourceName));
    if (!QFileInfo::exists(file.fileName()))
        return fail(ErrorKind::NotFound, DepositText::tr("The file %1 is not there any more.").arg(order.sourceName));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable, DepositText::tr("The file %1 cannot be read.").arg(order.sourceName),
                    file.errorString());
    Sha256 hash;
    if (!hash.addData(file))
        return fail(ErrorKind::NotReadable,
                    DepositText::tr("The file %1 cannot be read to its end.").arg(order.sourceName),
                    file.errorString());
    return LocalFacts{file.size(), hash.result()};
}

Result<void> checkOrder(const Account &account, const DepositOrder &order, const LocalFacts &facts)
{
    if (order.flow.direction != FlowDirection::ToPlatform)
        return fail(ErrorKind::Usage,
                    DepositText::tr("The platform writes the files of \"%1\"; none are deposited there.")
                        .arg(flowTitle(order.flow)));
    if (order.flow.platform != account.platform)
        return fail(ErrorKind::Usage, DepositText::tr("The account %1 is not on the platform of \"%2\".")
                                          .arg(account.name, flowTitle(order.flow)));
    if (order.flow.needsDeduplication && account.settings.deduplication == Deduplication::None)
        return fail(ErrorKind::Usage,
                    DepositText::tr("Contacts can be deleted only where the account has a uniqueness criterion, and %1 "
                                    "has none. Nothing was sent.")
                        .arg(account.name));
    if (!isPlainName(order.remoteName))
        return fail(ErrorKind::Unsafe,
                    DepositText::tr("The platform cannot be given a file of this name. Choose a name without / or \\, "
                                    "not beginning with a dot."),
                    order.remoteName);
    if (facts.bytes == 0)
        return fail(ErrorKind::BadFormat, DepositText::tr("The file %1 is empty.").arg(order.sourceName));
    if (order.flow.maxBytes && facts.bytes > *order.flow.maxBytes)
        return fail(ErrorKind::Limit,
                    DepositText::tr("%1 has %2 bytes; the platform takes %3 at most. Zip it or split it.")
                        .arg(order.sourceName)
                        .arg(facts.bytes)
                        .arg(*order.flow.maxBytes));
    return {};
}

/// One deposit as a state machine: what is about to be done is in the journal before it is done.
class Depositor
{
public:
    Depositor(RemoteFileSystem &remote, const Account &account, const DepositOrder &order, Journal &journal,
              const TransferProgress &progress, const JobControl &job, DepositTries *tries)
        : m_remote(remote)
        , m_account(account)
        , m_order(order)
        , m_journal(journal)
        , m_progress(progress)
        , m_job(job)
        , m_tries(tries)
        , m_directory(account.depositDirectory(order.flow))
        , m_target(m_directory.child(order.remoteName))
        , m_confirmation(m_directory.child(QString(order.remoteName.section(u'.', 0, -2) + QStringLiteral(".txt"))))
    {
    }

    Result<DepositRecord> run()
    {
        if (m_tries != nullptr)
            m_tries->start();
        const Result<LocalFacts> facts = factsOf(m_order);
        if (!facts)
            return tl::make_unexpected(facts.error());
        if (const Result<void> good = checkOrder(m_account, m_order, *facts); !good)
            return tl::make_unexpected(good.error());
        m_facts = *facts;
        // A doubtful earlier try is settled first: never two (reliability.md, Invariants).
        const qint64 lastTry = m_tries != nullptr ? m_tries->record() : 0;
        Result<std::optional<DepositRecord>> earlier =
            settleEarlierDeposit(m_remote, m_account, m_order, hexHash(), lastTry, m_journal, m_job);
        if (!earlier)
            return tl::make_unexpected(earlier.error());
        if (*earlier)
            return **earlier;
        if (const Result<void> begun = goOn() ? Result<void>() : begin(); !begun)
            return tl::make_unexpected(begun.error());
        for (const auto step : {&Depositor::makeSureOfMode, &Depositor::makeSureOfName, &Depositor::send}) {
            if (const Result<void> done = (this->*step)(); !done)
                return ended(done.error());
        }
        return place();
    }

private:
    // True where an earlier try of this deposit, of the same bytes, was left open.
    bool goOn()
    {
        std::optional<OpenDeposit> open = m_tries != nullptr ? m_tries->next() : std::nullopt;
        if (!open)
            return false;
        if (open->record.sha256 != hexHash()) {
            m_tries->leaveOpen(std::move(*open));
            std::ignore = m_tries->giveUp(&m_remote, sftp::sourceChangedError(m_order.sourceName, {}), m_job);
            std::ignore = m_tries->next();
            return false;
        }
        m_record = std::move(open->record);
        m_claim = std::move(open->claim);
        m_mayLieThere = !m_record.temporaryName.isEmpty();
        if (m_mayLieThere)
            m_temporary = m_directory.child(m_record.temporaryName);
        return true;
    }

    Result<void> begin()
    {
        m_record.account = m_account.id;
        m_record.flow = m_order.flow.id;
        m_record.sourceFile = m_order.sourceName;
        m_record.remoteDirectory = QString::fromUtf8(m_directory.bytes());
        m_record.remoteName = m_order.remoteName;
        if (m_order.mode && m_order.flow.usesImportMode)
            m_record.mode = key(*m_order.mode);
        m_record.sentBy = systemUser();
        m_record.contacts = m_order.contacts;
        m_record.bytes = m_facts.bytes;
        m_record.sha256 = hexHash();
        m_record.state = DepositState::Ready;
        m_record.createdAt = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
        if (m_order.flow.upload != UploadStrategy::Direct)
            nameTemporary();
        const Result<qint64> id = m_journal.add(m_record);
        if (!id)
            return tl::make_unexpected(id.error());
        m_record.id = *id;
        if (m_tries != nullptr)
            m_tries->begun(*id);
        m_claim = m_journal.claim(*id);
        m_record.state = DepositState::Sending;
        return m_journal.update(m_record);
    }

    void nameTemporary()
    {
        m_temporary = m_directory.child(makeTemporaryName());
        m_record.temporaryName = QString::fromUtf8(m_temporary.name());
    }

    // digitaleo.md, Import modes: the mode that is there when the file is taken decides what becomes of the list.
    Result<void> makeSureOfMode()
    {
        if (!m_order.flow.usesImportMode)
            return {};
        const Result<ImportModeState> state = m_order.mode ? setMode() : readImportMode(m_remote, m_job);
        if (!state)
            return tl::make_unexpected(state.error());
        const std::optional<ImportMode> mode = state->effective();
        if (!mode)
            return fail(ErrorKind::Unsafe,
                        DepositText::tr("Two import modes are set on the platform at once. Choose one "
                                        "of them first; nothing was sent."));
        m_mode = *mode;
        m_record.mode = key(m_mode);
        return {};
    }

    Result<ImportModeState> setMode()
    {
        std::optional<ImportModeState> expected = m_order.seenMode;
        if (expected) {
            const Result<ImportModeState> now = readImportMode(m_remote, m_job);
            if (!now)
                return now;
            // What an earlier try or part has done already is no change by somebody else.
            std::set<ImportMode> others = now->markers;
            others.erase(*m_order.mode);
            const std::set<ImportMode> none{ImportMode::NewList}; // what no marker means
            if (std::ranges::includes(expected->markers.empty() ? none : expected->markers, others))
                expected = *now;
        }
        return setImportMode(m_remote, *m_order.mode, expected, m_job);
    }

    Result<void> makeSureOfName()
    {
        std::vector<RemotePath> names{m_target};
        if (m_order.flow.upload == UploadStrategy::Confirmed)
            names.push_back(m_confirmation);
        for (const RemotePath &path : names) {
            const Result<RemoteEntry> found = await(m_remote.stat(path), m_job);
            if (found)
                return fail(
                    ErrorKind::AlreadyExists,
                    DepositText::tr("A file named %1 is waiting on the platform already. Wait until it is taken, "
                                    "or choose another name.")
                        .arg(path.displayText()));
            if (found.error().kind != ErrorKind::NotFound)
                return tl::make_unexpected(found.error());
        }
        return {};
    }

    Result<void> send()
    {
        if (m_order.flow.upload == UploadStrategy::Direct) {
            // The final name is written to at once, so the attempt is marked before it.
            if (const Result<void> marked = markPlacing(); !marked)
                return marked;
        }
        const Result<TransferSummary> summary = upload();
        // What was there before us is not ours to clear away.
        m_mayLieThere = summary || summary.error().kind != ErrorKind::AlreadyExists;
        if (!summary)
            return tl::make_unexpected(summary.error());
        if (summary->bytes != m_facts.bytes || summary->sha256 != m_facts.sha256)
            return fail(ErrorKind::NotReadable,
                        DepositText::tr("The file %1 changed while it was being sent. Nothing was deposited.")
                            .arg(m_order.sourceName));
        if (m_temporary.isEmpty())
            return {};
        if (const Result<void> whole = verifyArrived(); !whole)
            return whole;
        if (m_job.isCancelled())
            return tl::make_unexpected(cancelledError());
        return verifyMode();
    }

    Result<TransferSummary> upload()
    {
        const auto sendTo = [this](const RemotePath &path, UploadStart start) {
            return await(
                m_remote.upload(m_order.file, path, {.progress = m_progress, .hash = true, .knownAs = m_target}, start),
                m_job);
        };
        if (m_order.flow.upload == UploadStrategy::Direct)
            return sendTo(m_target, UploadStart::New);
        if (m_mayLieThere) {
            Result<TransferSummary> sent = sendTo(m_temporary, UploadStart::GoOn);
            if (sent || sent.error().kind != ErrorKind::NotFound)
                return sent;
            m_mayLieThere = false;
            m_temporary = {};
        }
        if (m_temporary.isEmpty()) {
            nameTemporary();
            if (const Result<void> noted = m_journal.update(m_record); !noted)
                return tl::make_unexpected(noted.error());
        }
        return sendTo(m_temporary, UploadStart::New);
    }

    // Reads the temporary file back; where the platform lets nobody read, its size must do.
    Result<void> verifyArrived()
    {
        const Error different{
            ErrorKind::Protocol,
            DepositText::tr("What arrived on the platform is not what was sent. Nothing was deposited; "
                            "send it again."),
            {}};
        if (m_facts.bytes <= readBackBytes) {
            const Result<QByteArray> back = await(m_remote.sha256(m_temporary), m_job);
            if (back && *back != m_facts.sha256)
                return tl::make_unexpected(different);
            if (back)
                return {};
            if (back.error().kind != ErrorKind::NotWritable && back.error().kind != ErrorKind::NotReadable)
                return tl::make_unexpected(known(back.error()));
        }
        const Result<RemoteEntry> entry = await(m_remote.stat(m_temporary), m_job);
        if (!entry)
            return tl::make_unexpected(known(entry.error()));
        if (entry->size >= 0 && entry->size != m_facts.bytes)
            return tl::make_unexpected(different);
        return {};
    }

    Result<void> verifyMode()
    {
        if (!m_order.flow.usesImportMode)
            return {};
        const Result<ImportModeState> state = readImportMode(m_remote, m_job);
        if (!state)
            return tl::make_unexpected(state.error());
        if (state->effective() != m_mode)
            return fail(ErrorKind::AlreadyExists,
                        DepositText::tr("The import mode was changed by somebody else while the file was being sent. "
                                        "Nothing was deposited."));
        return {};
    }

    // From here on the file may be under its final name: the journal says so, until it is known.
    Result<void> markPlacing()
    {
        if (m_tries != nullptr)
            m_tries->placing();
        m_record.doubtful = true;
        m_record.depositedAt = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
        return m_journal.update(m_record);
    }

    // The rename and what follows. So that its outcome is known, a cancel waits for it, as long as the line gives
    // answers.
    Result<DepositRecord> place()
    {
        if (!m_temporary.isEmpty()) {
            if (const Result<void> marked = markPlacing(); !marked)
                return ended(marked.error());
            const Result<void> renamed = awaitWithGrace(m_remote.rename(m_temporary, m_target), m_job);
            if (!renamed)
                return unclearRename(known(renamed.error()));
        }
        return m_order.flow.upload == UploadStrategy::Confirmed ? confirm() : succeeded();
    }

    // The rename was refused, or its answer lost. Removing the temporary file tells: where that works, the rename was
    // not done and cannot be done later either.
    Result<DepositRecord> unclearRename(const Error &error)
    {
        const Result<void> removed = awaitWithGrace(m_remote.removeFile(m_temporary), m_job);
        if (removed) {
            m_temporary = {};
            return ended(error);
        }
        Result<bool> found = look();
        if (found && *found)
            return m_order.flow.upload == UploadStrategy::Confirmed ? confirm() : succeeded();
        return doubtful(error);
    }

    /// True where the platform has the file; false where the temporary one is still there or nothing can be told.
    Result<bool> look()
    {
        const Grace grace(m_job);
        for (int i = 0; i < looks; ++i) {
            if (i > 0)
                QThread::msleep(pauseBetweenLooksMs);
            const Result<BoardSnapshot> board =
                takeSnapshot(m_remote, m_account, {m_order.flow}, &m_journal, grace.job());
            if (!board)
                return tl::make_unexpected(board.error());
            if (std::find(board->temporaries.begin(), board->temporaries.end(), m_temporary) !=
                board->temporaries.end())
                return false;
            for (const Card &card : board->cards) {
                if (!card.deposit || card.deposit->id != m_record.id)
                    continue;
                if (card.path.name() != m_record.remoteName.toUtf8())
                    m_record.platformName = QString::fromUtf8(card.path.name());
                return true;
            }
        }
        return false;
    }

    // accengage.md, Imports: the empty .txt only now that the CSV is whole. Made exclusively, so asking twice is safe.
    Result<DepositRecord> confirm()
    {
        m_record.temporaryName.clear();
        m_temporary = {};
        Result<void> made = awaitWithGrace(m_remote.createEmpty(m_confirmation), m_job);
        if (!made)
            made = awaitWithGrace(m_remote.createEmpty(m_confirmation), m_job);
        // The first answer may have been lost, and the platform may have taken the pair since.
        if (made || made.error().kind == ErrorKind::AlreadyExists)
            return succeeded();
        const Error error = made.error();
        const Result<RemoteListing> listing = awaitWithGrace(m_remote.list(m_directory), m_job);
        if (!listing || !listing->complete)
            return doubtful(error);
        const auto shows = [&listing](const QByteArray &name) {
            return std::any_of(listing->entries.begin(), listing->entries.end(),
                               [&name](const RemoteEntry &entry) { return entry.name == name; });
        };
        if (shows(m_confirmation.name()) || !shows(m_target.name()))
            return succeeded();
        const Result<void> removed = awaitWithGrace(m_remote.removeFile(m_target), m_job);
        return removed ? ended(error) : doubtful(error);
    }

    Result<DepositRecord> succeeded()
    {
        m_record.state = DepositState::Waiting;
        m_record.doubtful = false;
        m_record.temporaryName.clear();
        m_record.message =
            triesSoFar() > 1
                ? DepositText::tr("The connection broke off on the way; it was sent in %1 tries.").arg(triesSoFar())
                : QString();
        if (const Result<void> saved = m_journal.update(m_record); !saved)
            return fail(saved.error().kind,
                        DepositText::tr("%1 is on the platform, but the journal could not be written: %2")
                            .arg(m_order.remoteName, saved.error().message),
                        saved.error().detail);
        return m_record;
    }

    // Nothing is on the platform under the final name; what was sent is cleared away, unless another try goes on with
    // it.
    Result<DepositRecord> ended(Error error)
    {
        m_record.doubtful = false;
        const bool mayGoOn = m_tries != nullptr && mayPass(error) && !m_job.isCancelled() &&
                             m_order.flow.upload != UploadStrategy::Direct && !m_record.depositedAt.isValid();
        // What proved wrong is nothing to go on with.
        const bool isCleared = mayGoOn && error.kind != ErrorKind::Protocol ? !m_mayLieThere : clearAway();
        if (mayGoOn && (isCleared || error.kind != ErrorKind::Protocol))
            return leftOpen(error, isCleared);
        return tl::make_unexpected(endDeposit(m_journal, m_record, std::move(error), isCleared, triesSoFar()));
    }

    Result<DepositRecord> leftOpen(const Error &error, bool isCleared)
    {
        if (isCleared)
            m_record.temporaryName.clear();
        m_record.message = error.message;
        const Result<void> saved = m_journal.update(m_record);
        m_tries->leaveOpen({m_record, std::move(m_claim)});
        return tl::make_unexpected(saved ? error : saved.error());
    }

    [[nodiscard]] int triesSoFar() const { return m_tries != nullptr ? m_tries->count() : 1; }

    /// False where something of ours may still lie there: it stays in the journal's record.
    bool clearAway()
    {
        if (!m_mayLieThere)
            return true;
        const bool direct = m_order.flow.upload == UploadStrategy::Direct;
        const RemotePath left = direct ? m_target : m_temporary;
        if (left.isEmpty())
            return true;
        return clearLeftover(m_remote, left, m_job) != Leftover::MayLieThere;
    }

    // Not known how it ended: it stays "sending" with the reason, and settleInterrupted() finds out later.
    Result<DepositRecord> doubtful(const Error &error)
    {
        const QString message =
            (error.kind == ErrorKind::Cancelled
                 ? DepositText::tr("It was cancelled at the moment of the deposit of %1, before the platform answered. "
                                   "Navette looks whether the platform has it before anything is sent again.")
                 : DepositText::tr("The connection was lost at the moment of the deposit of %1. Navette "
                                   "looks whether the platform has it before anything is sent again."))
                .arg(m_order.remoteName);
        m_record.message = message;
        const Result<void> saved = m_journal.update(m_record);
        return fail(error.kind, message,
                    error.message + u' ' + error.detail + (saved ? QString() : saved.error().message));
    }

    [[nodiscard]] Error known(const Error &error) const { return sftp::knownAs(error, m_temporary, m_target); }
    [[nodiscard]] QString hexHash() const { return QString::fromLatin1(m_facts.sha256.toHex()); }

    RemoteFileSystem &m_remote;
    const Account &m_account;
    const DepositOrder &m_order;
    Journal &m_journal;
    const TransferProgress &m_progress;
    const JobControl &m_job;
    DepositTries *m_tries; ///< may be null
    RemotePath m_directory;
    RemotePath m_target;
    RemotePath m_confirmation;
    RemotePath m_temporary;     ///< empty: written to the final name at once, or renamed already
    bool m_mayLieThere = false; ///< an upload was begun, perhaps by an earlier try
    LocalFacts m_facts;
    ImportMode m_mode = ImportMode::NewList;
    DepositRecord m_record;
    std::unique_ptr<Journal::Claim> m_claim; ///< for as long as this deposit lives, nobody else settles it
};

} // namespace

Result<DepositRecord> deposit(RemoteFileSystem &remote, const Account &account, const DepositOrder &order,
                              Journal &journal, const TransferProgress &progress, const JobControl &job,
                              DepositTries *tries)
{
    return Depositor(remote, account, order, journal, progress, job, tries).run();
}

} // namespace navette
