// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "cli/findings.h"
#include "cli/output.h"
#include "cli/platformjson.h"
#include "cli/retries.h"
#include "cli/terminal.h"
#include "pipeline/board.h"
#include "pipeline/preparedeposit.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

constexpr unsigned long pollMs = 250;

/// One deposit from its arguments to its end.
class DepositRun
{
public:
    explicit DepositRun(const VerbParser &parser) : m_parser(parser) {}

    Result<int> run()
    {
        const Result<std::optional<qint64>> wait = m_parser.number(QStringLiteral("wait"));
        if (!wait)
            return tl::make_unexpected(wait.error());
        const Result<DepositChoices> choices = choicesOf();
        if (!choices)
            return tl::make_unexpected(choices.error());
        Result<Flow> flow = m_parser.flow();
        if (!flow)
            return tl::make_unexpected(flow.error());
        m_flow = std::move(*flow);
        Result<Account> account = m_parser.account();
        if (!account)
            return tl::make_unexpected(account.error());
        m_account = std::move(*account);
        if (m_flow.platform != m_account.platform || m_flow.direction != FlowDirection::ToPlatform)
            return fail(ErrorKind::Usage,
                        CliText::tr("Files of %1 are not deposited on the account %2.").arg(m_flow.id, m_account.name));
        Result<RetriedConnection> connection = RetriedConnection::of(m_parser, m_account);
        if (!connection)
            return tl::make_unexpected(connection.error());
        m_connection.emplace(std::move(*connection));
        Result<PreparedDeposit> prepared = prepare(*choices);
        if (!prepared)
            return tl::make_unexpected(prepared.error());
        if (const Result<void> sent = send(prepared->order); !sent)
            return tl::make_unexpected(sent.error());
        return wait->has_value() ? waitFor(**wait) : codeOf(m_record.state);
    }

    bool hasUnreadableFile() const { return m_record.state == DepositState::Failed; }

    void print(int code) const
    {
        if (m_parser.json()) {
            QJsonObject json = depositToJson(m_record);
            json.insert(QStringLiteral("account"), m_account.name);
            json.insert(QStringLiteral("valid"), m_report.isValid());
            json.insert(QStringLiteral("findings"), findingsToJson(m_report));
            QJsonArray repairs;
            for (const RepairKind kind : m_repairs)
                repairs.append(key(kind));
            json.insert(QStringLiteral("repairs"), repairs);
            json.insert(QStringLiteral("exitCode"), code);
            printJson(json);
            return;
        }
        printLine(CliText::tr("%1: %2 (%3 contacts, %4 bytes) in %5")
                      .arg(label(m_record.state), visibleName(m_record.remoteName.toUtf8()))
                      .arg(m_record.contacts)
                      .arg(m_record.bytes)
                      .arg(visibleName(m_record.remoteDirectory.toUtf8())));
    }

private:
    Result<DepositChoices> choicesOf() const
    {
        DepositChoices choices;
        if (!m_parser.has(QStringLiteral("mode")))
            return choices;
        choices.mode = importModeFromKey(m_parser.value(QStringLiteral("mode")));
        if (!choices.mode)
            return fail(
                ErrorKind::Usage,
                CliText::tr("--mode takes new, add or sync, not \"%1\".").arg(m_parser.value(QStringLiteral("mode"))));
        return choices;
    }

    Result<PreparedDeposit> prepare(DepositChoices choices)
    {
        if (choices.mode && !m_flow.usesImportMode)
            return fail(ErrorKind::Usage, CliText::tr("%1 has no import mode; leave --mode out.").arg(m_flow.id));
        const JobControl job = interruptibleJob();
        Result<PreparedFile> file =
            openForDeposit(toLocalPath(m_parser.argument()), m_flow, m_account.settings, {}, job);
        if (!file)
            return tl::make_unexpected(file.error());
        m_report = file->report;
        if (!file->file) {
            m_record.state = DepositState::Failed;
            m_record.flow = m_flow.id;
            m_record.sourceFile = file->sourceName;
        }
        if (m_parser.has(QStringLiteral("repair"))) {
            choices.repairs = file->recommendedRepairs();
            m_repairs = choices.repairs;
        }
        Result<PreparedDeposit> prepared = writeDeposit(*file, choices, job);
        if (!prepared)
            return prepared;
        m_sha256 = QString::fromLatin1(prepared->outcome.sha256.toHex());
        if (!m_repairs.empty()) {
            // What is still wrong with what is sent, not with what was given.
            const Result<PreparedFile> again = openForCheck(prepared->order.file, m_flow, m_account.settings, {}, job);
            if (!again)
                return tl::make_unexpected(again.error());
            m_report = again->report;
        }
        for (const Finding &finding : m_report.findings)
            note(findingLine(finding));
        return prepared;
    }

    Result<void> send(const DepositOrder &order)
    {
        Result<std::shared_ptr<Journal>> journal = openJournal();
        if (!journal)
            return tl::make_unexpected(journal.error());
        m_journal = std::move(*journal);
        if (const auto remote = m_connection->connected(); !remote)
            return tl::make_unexpected(remote.error());
        warnOfSameContent();
        // Once the file may be under its final name, another try is the person's to decide about.
        DepositTries tries(m_journal);
        Result<DepositRecord> record = m_connection->run(
            [&](RemoteFileSystem &remote) {
                return deposit(remote, m_account, order, *m_journal, progressLine(order.remoteName), interruptibleJob(),
                               &tries);
            },
            [&tries] { return tries.mayRepeat(); });
        if (!record)
            return tl::make_unexpected(tries.giveUp(nullptr, record.error(), interruptibleJob()));
        m_record = std::move(*record);
        return {};
    }

    void warnOfSameContent() const
    {
        const auto earlier = m_journal->sameContent(m_account.id, m_sha256);
        if (earlier && *earlier)
            note(CliText::tr("The same content was sent before: %1 on %2.")
                     .arg(visibleName((*earlier)->remoteName.toUtf8()), localTime((*earlier)->createdAt)));
    }

    // The file is on the platform: whatever fails from here on must not look as if it had to be sent again.
    int waitFor(qint64 seconds)
    {
        QElapsedTimer clock;
        clock.start();
        const auto isTimeLeft = [&] { return clock.elapsed() < seconds * 1000 && !interrupted().isCancelled(); };
        while (!isFinal(m_record.state)) {
            const Result<void> looked = look(isTimeLeft);
            if (isFinal(m_record.state))
                break;
            if (!looked && looked.error().kind != ErrorKind::Cancelled)
                note(looked.error().message);
            if (!looked || !isTimeLeft()) {
                note(CliText::tr("The platform has not finished with %1 yet.")
                         .arg(visibleName(m_record.remoteName.toUtf8())));
                return NotFinished;
            }
            QThread::msleep(pollMs);
        }
        return codeOf(m_record.state);
    }

    Result<void> look(const std::function<bool()> &mayRepeat)
    {
        const Result<BoardSnapshot> board = m_connection->run(
            [this](RemoteFileSystem &remote) {
                return takeSnapshot(remote, m_account, {m_flow}, m_journal.get(), interruptibleJob());
            },
            mayRepeat);
        if (!board)
            return tl::make_unexpected(board.error());
        const Result<std::vector<DepositRecord>> moved = followDeposits(m_account, *board, *m_journal);
        if (!moved)
            return tl::make_unexpected(moved.error());
        for (const DepositRecord &record : *moved) {
            if (record.id == m_record.id)
                m_record = record;
        }
        return {};
    }

    int codeOf(DepositState state) const
    {
        if (state == DepositState::Refused)
            note(CliText::tr("The platform refused %1. \"navette-cli check\" says what is wrong with a file.")
                     .arg(visibleName(m_record.remoteName.toUtf8())));
        return state == DepositState::Refused || !m_report.isValid() ? Findings : Done;
    }

    const VerbParser &m_parser;
    Flow m_flow;
    Account m_account;
    Report m_report;
    std::set<RepairKind> m_repairs;
    std::shared_ptr<Journal> m_journal;
    std::optional<RetriedConnection> m_connection;
    QString m_sha256; ///< of what is sent
    DepositRecord m_record;
};

} // namespace

int runDeposit(const QStringList &arguments)
{
    VerbParser parser(QStringLiteral("deposit"), {QStringLiteral("FILE")},
                      QStringLiteral("Sends a contact file to the platform."));
    withRetries(parser.withFlow().withAccount())
        .with({QStringLiteral("mode"), QStringLiteral("The import mode to set first: new, add or sync."),
               QStringLiteral("MODE")})
        .with({QStringLiteral("repair"), QStringLiteral("Send a copy with the recommended repairs.")})
        .with({QStringLiteral("wait"), QStringLiteral("Wait so long for the platform's judgement."),
               QStringLiteral("SECONDS")});
    if (const auto ended = parser.parse(arguments))
        return *ended;
    DepositRun run(parser);
    const Result<int> code = run.run();
    if (!code) {
        // A file that could not be sent has findings to show; what stopped a good one is on stderr alone.
        if (parser.json() && run.hasUnreadableFile())
            run.print(exitCodeFor(code.error().kind));
        return report(code.error());
    }
    run.print(*code);
    return *code;
}

} // namespace navette::cli
