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

bool isPersonAtHand()
{
    return stdinIsTerminal() && stderrIsTerminal();
}

// `typed` holds what a person typed for an earlier try.
Result<Secrets> secretsFor(const Account &account, const Secrets *typed)
{
    if (const std::optional<Secrets> secrets = secretsFromEnvironment())
        return *secrets;
    Secrets kept = secretsFromKeychain(account).value_or(Secrets{});
    kept.add({{}, {}, proxyPasswordFromEnvironment()});
    if (typed)
        kept.add(*typed); // it was accepted, which what is kept may not be
    if (account.endpoint.auth == AuthMethod::Password && kept.password.isEmpty() && !isPersonAtHand())
        return fail(ErrorKind::SignIn,
                    CliText::tr("There is no password for %1: neither in NAVETTE_PASSWORD nor in the keychain, and no "
                                "terminal to ask on.")
                        .arg(account.name));
    return kept;
}

QString promptOf(const SignInQuestion &question, const SignInQuestion::Prompt &prompt)
{
    switch (question.what) {
    case SignInQuestion::What::Password:
        return CliText::tr("Password of %1 on %2: ").arg(question.user, question.host);
    case SignInQuestion::What::Passphrase:
        return CliText::tr("Passphrase of the key %1: ").arg(question.keyFile);
    case SignInQuestion::What::ProxyPassword:
        return CliText::tr("Password of %1 on the proxy %2: ").arg(question.user, question.host);
    case SignInQuestion::What::Answers:
        break;
    }
    return prompt.text.endsWith(u' ') ? prompt.text : prompt.text + u' ';
}

std::optional<SignInAnswer> askForSignIn(const SignInQuestion &question)
{
    if (question.again)
        note(CliText::tr("That was not accepted."));
    if (question.what == SignInQuestion::What::Answers)
        note(CliText::tr("%1 asks:").arg(question.host));
    for (const QString &text : {question.title, question.instruction}) {
        if (!text.isEmpty())
            note(text);
    }
    SignInAnswer answer;
    for (const SignInQuestion::Prompt &prompt : question.prompts) {
        const QString words = promptOf(question, prompt);
        std::optional<Secret> value;
        if (!prompt.echo)
            value = askSecret(words);
        else if (std::optional<QString> line = askLine(words))
            value = Secret(std::move(*line));
        if (!value)
            return {};
        answer.values.push_back(std::move(*value));
    }
    return answer;
}

// A code serves once, so only what may be used again is remembered.
void remember(const SignInQuestion &question, const SignInAnswer &answer, Secrets &typed)
{
    if (answer.values.size() != 1)
        return;
    if (question.what == SignInQuestion::What::Password)
        typed.password = answer.values.front();
    else if (question.what == SignInQuestion::What::Passphrase)
        typed.keyPassphrase = answer.values.front();
    else if (question.what == SignInQuestion::What::ProxyPassword)
        typed.proxyPassword = answer.values.front();
}

HostKeyAnswer askAboutHostKey(const HostKeyQuestion &question)
{
    if (question.certificateExpected)
        note(CliText::tr("A certificate is expected of %1, which Navette cannot check: only the fingerprint can tell "
                         "whether this is the right server.")
                 .arg(question.host));
    const std::optional<QString> answer = askLine(
        CliText::tr("%1 is not known yet. Its key (%2) has the fingerprint\n  %3\nTrust it from now on? (yes/no) ")
            .arg(question.host, question.keyType, question.fingerprint));
    return answer && answer->trimmed().toLower() == u"yes" ? HostKeyAnswer::TrustAndKeep : HostKeyAnswer::Refuse;
}

// Where the account file names a fingerprint, no other is accepted (hostkeyverb.cpp).
QString howToAccept(const QString &accountFile, bool pins, const QString &fingerprint)
{
    if (pins)
        return CliText::tr("Once the platform's support has confirmed that fingerprint, enter it as "
                           "\"hostKeyFingerprint\" in the account file.");
    // The command at the end and without a full stop, to be copied.
    return CliText::tr("Once the platform's support has confirmed that fingerprint, this accepts the key: %1")
        .arg(QStringLiteral("navette-cli accounts host-key --account %1 --accept %2")
                 .arg(quotedForShell(accountFile), fingerprint));
}

} // namespace

ConnectRequest requestFor(const Account &account)
{
    ConnectRequest request;
    request.endpoint = account.endpoint;
    request.knownHostsFile = knownHostsFile();
    request.sshKnownHostsFile = sshKnownHostsFile();
    return request;
}

Result<std::shared_ptr<RemoteFileSystem>> connectTo(const VerbParser &parser, const Account &account,
                                                    const std::function<void(const StepReport &)> &onStep,
                                                    Secrets *typed)
{
    const Result<Secrets> secrets = secretsFor(account, typed);
    if (!secrets)
        return tl::make_unexpected(secrets.error());
    ConnectRequest request = requestFor(account);
    request.secrets = *secrets;
    request.howToAcceptHostKey = [file = parser.accountFile(), pins = !account.endpoint.hostKeyFingerprint.isEmpty()](
                                     const QString &fingerprint) { return howToAccept(file, pins, fingerprint); };
    if (isPersonAtHand()) {
        request.askHostKey = askAboutHostKey;
        request.askSignIn = [typed](const SignInQuestion &question) {
            const std::optional<SignInAnswer> answer = askForSignIn(question);
            if (answer && typed)
                remember(question, *answer, *typed);
            return answer;
        };
    }
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
