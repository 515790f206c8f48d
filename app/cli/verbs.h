// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "cli/arguments.h"
#include "cli/commandline.h"
#include "flows/flowcatalog.h"
#include "journal/journal.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

namespace navette::cli
{

/// The arguments of one verb.
class VerbParser
{
public:
    /// `positional` as in cli.md: "FILE", "REMOTE LOCAL", "FILE…".
    VerbParser(const QString &verb, const QStringList &positional, const QString &description);
    VerbParser &with(const QCommandLineOption &option);
    VerbParser &withAccount(bool required = true);
    VerbParser &withFlow(bool required = true);

    /// The exit code where the arguments end the program at once (wrong usage, --help).
    [[nodiscard]] std::optional<int> parse(const QStringList &arguments);

    /// As text; what is none is replaced.
    [[nodiscard]] QString argument(int index = 0) const { return QString::fromUtf8(argumentBytes(index)); }
    [[nodiscard]] QStringList arguments() const { return legible(m_parser.positionalArguments()); }
    /// As it was given.
    [[nodiscard]] QByteArray argumentBytes(int index = 0) const
    {
        return bytesOf(m_parser.positionalArguments().value(index));
    }
    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return values(option).value(0); }
    [[nodiscard]] QStringList values(const QString &option) const { return legible(m_parser.values(option)); }
    /// A whole number from 0; nothing where the option is not given. Errors: Usage.
    [[nodiscard]] Result<std::optional<qint64>> number(const QString &option) const;
    [[nodiscard]] bool json() const { return has(QStringLiteral("json")); }

    /// Of --account; every fault of the file is wrong usage.
    [[nodiscard]] Result<Account> account() const;
    [[nodiscard]] QString accountFile() const { return value(QStringLiteral("account")); }
    [[nodiscard]] Result<Flow> flow() const; ///< of --flow

private:
    [[nodiscard]] static QStringList legible(const QStringList &given);
    [[nodiscard]] int misuse(const QString &text) const;
    QString m_verb;
    QStringList m_positional;
    QStringList m_required;
    QCommandLineParser m_parser;
};

/// Where to connect and what is known of the server's key; without secrets, and with nobody to ask.
[[nodiscard]] ConnectRequest requestFor(const Account &account);
/// Connects as the account of `parser` says: secrets from the environment, the keychain or the terminal. What was typed
/// there is added to `typed`, and not asked for where it is in there already.
[[nodiscard]] Result<std::shared_ptr<RemoteFileSystem>>
connectTo(const VerbParser &parser, const Account &account, const std::function<void(const StepReport &)> &onStep = {},
          Secrets *typed = nullptr);
/// The journal that the window uses too; says on stderr what there is to say about it.
[[nodiscard]] Result<std::shared_ptr<Journal>> openJournal();
/// What every long function is given: Ctrl+C cancels.
[[nodiscard]] JobControl interruptibleJob();
/// --delimiter, --quote and --encoding, for files that are taken for something else.
VerbParser &withHints(VerbParser &parser);
/// What those say. Errors: Usage.
[[nodiscard]] Result<csv::DialectHints> hintsOf(const VerbParser &parser);
/// Flows to deposit on the account's platform; only the given one where `flow` is set.
[[nodiscard]] Result<std::vector<Flow>> depositFlows(const Account &account, const QString &flow);

int runFlows(const QStringList &arguments);
int runInspect(const QStringList &arguments);
int runRead(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runRepair(const QStringList &arguments);
int runAccounts(const QStringList &arguments);
int runHostKey(const QStringList &arguments); ///< accounts host-key
int runLs(const QStringList &arguments);
int runGet(const QStringList &arguments);
int runPut(const QStringList &arguments);
int runMode(const QStringList &arguments);
int runBoard(const QStringList &arguments);
int runDeposit(const QStringList &arguments);
int runReports(const QStringList &arguments);
int runStats(const QStringList &arguments);
int runPractice(const QStringList &arguments);

} // namespace navette::cli
