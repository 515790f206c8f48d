// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"

#include "accounts/secretstore.h"
#include "accounts/userfolders.h"
#include "cli/output.h"
#include "cli/terminal.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

constexpr int keychainPatienceMs = 20'000;

// The journal tells accounts apart by their id. Files of the user's own folder have theirs; others may all be called
// account.json, so what they connect to is part of it.
QString journalId(const Account &account, const LocalPath &file)
{
    std::error_code ignored;
    if (std::filesystem::equivalent(file.parent_path(), accountsFolder(), ignored))
        return account.id;
    const QString where = QStringLiteral("%1@%2:%3/%4")
                              .arg(account.endpoint.user, account.endpoint.host)
                              .arg(account.endpoint.port)
                              .arg(account.endpoint.root);
    const QByteArray hash = QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return account.id + u'-' + QString::fromLatin1(hash);
}

std::optional<Secrets> secretsFromKeychain(const Account &account)
{
    const auto store = makeKeychainStore();
    QEventLoop loop;
    std::optional<Secrets> found;
    whenFinished<Secrets>(store->read(account), &loop, [&](const Result<Secrets> &secrets) {
        if (secrets)
            found = *secrets;
        loop.quit();
    });
    QTimer::singleShot(keychainPatienceMs, &loop, &QEventLoop::quit);
    loop.exec();
    return found;
}

Result<Secrets> secretsFor(const Account &account)
{
    if (const std::optional<Secrets> secrets = secretsFromEnvironment())
        return *secrets;
    if (account.endpoint.auth == AuthMethod::Agent)
        return Secrets{};
    const Secrets kept = secretsFromKeychain(account).value_or(Secrets{});
    if (account.endpoint.auth == AuthMethod::Key || !kept.password.isEmpty())
        return kept;
    const std::optional<QString> typed =
        askSecret(CliText::tr("Password of %1 on %2: ").arg(account.endpoint.user, account.endpoint.host));
    if (!typed)
        return fail(ErrorKind::SignIn,
                    CliText::tr("There is no password for %1: neither in NAVETTE_PASSWORD nor in the keychain, and no "
                                "terminal to ask on.")
                        .arg(account.name));
    return Secrets{*typed, {}};
}

HostKeyAnswer askAboutHostKey(const HostKeyQuestion &question)
{
    const std::optional<QString> answer = askLine(
        CliText::tr("%1 is not known yet. Its key (%2) has the fingerprint\n  %3\nTrust it from now on? (yes/no) ")
            .arg(question.host, question.keyType, question.fingerprint));
    return answer && answer->trimmed().toLower() == u"yes" ? HostKeyAnswer::TrustAndKeep : HostKeyAnswer::Refuse;
}

} // namespace

VerbParser::VerbParser(const QString &verb, const QStringList &positional, const QString &description)
    : m_verb(verb), m_positional(positional)
{
    m_parser.setApplicationDescription(description);
    m_parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const QString &name : positional)
        m_parser.addPositionalArgument(name, QString(), name);
    m_parser.addOption({QStringLiteral("json"), QStringLiteral("Give one JSON document on stdout.")});
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
}

VerbParser &VerbParser::with(const QCommandLineOption &option)
{
    m_parser.addOption(option);
    return *this;
}

VerbParser &VerbParser::withAccount(bool required)
{
    m_parser.addOption({QStringLiteral("account"), QStringLiteral("The account file (JSON)."), QStringLiteral("FILE")});
    if (required)
        m_required << QStringLiteral("account");
    return *this;
}

VerbParser &VerbParser::withFlow(bool required)
{
    m_parser.addOption({QStringLiteral("flow"), QStringLiteral("The flow; \"navette-cli flows\" lists them."),
                        QStringLiteral("FLOW")});
    if (required)
        m_required << QStringLiteral("flow");
    return *this;
}

int VerbParser::misuse(const QString &text) const
{
    note(QStringLiteral("navette-cli %1: %2").arg(m_verb, text));
    note(QStringLiteral("  \"navette-cli %1 --help\" shows what it takes.").arg(m_verb));
    return WrongUsage;
}

std::optional<int> VerbParser::parse(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{QStringLiteral("navette-cli ") + m_verb} + arguments))
        return misuse(m_parser.errorText());
    if (m_parser.isSet(QStringLiteral("help"))) {
        printLine(m_parser.helpText());
        return Done;
    }
    const qsizetype given = m_parser.positionalArguments().size();
    const bool many = !m_positional.isEmpty() && m_positional.last().endsWith(u'…');
    if (given < m_positional.size())
        return misuse(CliText::tr("%1 is missing.").arg(m_positional.at(given)));
    if (given > m_positional.size() && !many)
        return misuse(CliText::tr("\"%1\" is one argument too many.")
                          .arg(m_parser.positionalArguments().at(m_positional.size())));
    for (const QString &option : m_required) {
        if (m_parser.value(option).isEmpty())
            return misuse(CliText::tr("--%1 is missing.").arg(option));
    }
    return {};
}

Result<std::optional<qint64>> VerbParser::number(const QString &option) const
{
    if (!has(option))
        return std::optional<qint64>();
    bool good = false;
    const qint64 found = value(option).toLongLong(&good);
    if (!good || found < 0)
        return fail(ErrorKind::Usage, CliText::tr("--%1 takes a whole number, not \"%2\".").arg(option, value(option)));
    return std::optional<qint64>(found);
}

Result<Account> VerbParser::account() const
{
    const LocalPath file = toLocalPath(value(QStringLiteral("account")));
    Result<Account> account = Account::load(file);
    if (!account) {
        Error error = account.error();
        error.kind = ErrorKind::Usage;
        return tl::make_unexpected(error);
    }
    account->id = journalId(*account, file);
    return account;
}

Result<Flow> VerbParser::flow() const
{
    const QString id = value(QStringLiteral("flow"));
    if (auto flow = FlowCatalog::loadFlow(id))
        return *std::move(flow);
    const Result<FlowCatalog> catalog = FlowCatalog::load();
    if (!catalog)
        return tl::make_unexpected(catalog.error());
    if (const Flow *found = catalog->find(id))
        return *found;
    return fail(ErrorKind::Usage,
                CliText::tr("There is no flow \"%1\"; \"navette-cli flows\" lists those there are.").arg(id));
}

JobControl interruptibleJob()
{
    JobControl job;
    job.cancel = interrupted();
    return job;
}

Result<std::shared_ptr<RemoteFileSystem>> connectTo(const Account &account,
                                                    const std::function<void(const StepReport &)> &onStep)
{
    const Result<Secrets> secrets = secretsFor(account);
    if (!secrets)
        return tl::make_unexpected(secrets.error());
    ConnectRequest request;
    request.endpoint = account.endpoint;
    request.secrets = *secrets;
    request.knownHostsFile = knownHostsFile();
    if (stdinIsTerminal() && stderrIsTerminal())
        request.askHostKey = askAboutHostKey;
    request.onStep = onStep;
    return await(connectSftp(std::move(request)), interruptibleJob());
}

Result<std::shared_ptr<Journal>> openJournal()
{
    Result<std::shared_ptr<Journal>> journal = Journal::open(journalFile());
    if (journal && !(*journal)->notice().isEmpty())
        note((*journal)->notice());
    return journal;
}

Result<std::vector<Flow>> depositFlows(const Account &account, const QString &flow)
{
    const Result<FlowCatalog> catalog = FlowCatalog::load();
    if (!catalog)
        return tl::make_unexpected(catalog.error());
    std::vector<Flow> flows;
    for (const Flow *candidate : catalog->ofPlatform(account.platform)) {
        if (candidate->direction == FlowDirection::ToPlatform && (flow.isEmpty() || candidate->id == flow))
            flows.push_back(*candidate);
    }
    if (flows.empty())
        return fail(ErrorKind::Usage,
                    CliText::tr("The account %1 has no flow \"%2\" to deposit on.").arg(account.name, flow));
    return flows;
}

} // namespace navette::cli
