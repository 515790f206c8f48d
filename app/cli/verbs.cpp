// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"

#include "accounts/userfolders.h"
#include "cli/output.h"
#include "cli/terminal.h"

#include <QCryptographicHash>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

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

QStringList VerbParser::legible(const QStringList &given)
{
    QStringList texts;
    for (const QString &argument : given)
        texts += QString::fromUtf8(bytesOf(argument));
    return texts;
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
    const LocalPath file = toLocalPath(accountFile());
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

} // namespace navette::cli
