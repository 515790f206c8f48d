// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs that connect share, declared in verbs.h: secrets, host keys, the journal.
#include "accounts/secretstore.h"
#include "accounts/userfolders.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

#include <QEventLoop>
#include <QTimer>

namespace navette::cli
{
namespace
{

struct CliText {
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

constexpr int keychainPatienceMs = 20'000;

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

Result<Secrets> secretsFor(const Account &account, Secrets *typed)
{
    if (const std::optional<Secrets> secrets = secretsFromEnvironment())
        return *secrets;
    if (account.endpoint.auth == AuthMethod::Agent)
        return Secrets{};
    const Secrets kept = secretsFromKeychain(account).value_or(Secrets{});
    if (account.endpoint.auth == AuthMethod::Key || !kept.password.isEmpty())
        return kept;
    if (typed && !typed->password.isEmpty())
        return *typed;
    const std::optional<Secret> password =
        askSecret(CliText::tr("Password of %1 on %2: ").arg(account.endpoint.user, account.endpoint.host));
    if (!password)
        return fail(ErrorKind::SignIn,
                    CliText::tr("There is no password for %1: neither in NAVETTE_PASSWORD nor in the keychain, and no "
                                "terminal to ask on.")
                        .arg(account.name));
    if (typed)
        typed->password = *password;
    return Secrets{*password, {}};
}

HostKeyAnswer askAboutHostKey(const HostKeyQuestion &question)
{
    const std::optional<QString> answer = askLine(
        CliText::tr("%1 is not known yet. Its key (%2) has the fingerprint\n  %3\nTrust it from now on? (yes/no) ")
            .arg(question.host, question.keyType, question.fingerprint));
    return answer && answer->trimmed().toLower() == u"yes" ? HostKeyAnswer::TrustAndKeep : HostKeyAnswer::Refuse;
}

} // namespace

Result<std::shared_ptr<RemoteFileSystem>>
connectTo(const Account &account, const std::function<void(const StepReport &)> &onStep, Secrets *typed)
{
    const Result<Secrets> secrets = secretsFor(account, typed);
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
