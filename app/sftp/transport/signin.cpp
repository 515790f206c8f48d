// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/signin.h"

#include "sftp/errors.h"
#include "sftp/keyfile.h"
#include "sftp/transport/agentsignin.h"
#include "sftp/transport/privatekey.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// A server may ask for ever.
constexpr int maxSteps = 8;
constexpr int maxPromptRounds = 5;
constexpr int maxPrompts = 16;
constexpr int maxTries = 3; ///< of a person, at one password, passphrase or code

// Nothing says which methods a server wants better than its own list.
QString offeredMethods(ssh_session session)
{
    const int methods = ssh_userauth_list(session, nullptr);
    QStringList names;
    if (methods & SSH_AUTH_METHOD_PASSWORD)
        names += u"password"_s;
    if (methods & SSH_AUTH_METHOD_PUBLICKEY)
        names += u"publickey"_s;
    if (methods & SSH_AUTH_METHOD_INTERACTIVE)
        names += u"keyboard-interactive"_s;
    return u"the server offers: "_s + names.join(u", "_s);
}

// Many servers ask for the password as a question; such an answer may be kept, as a code may not.
bool asksForPassword(const SignInQuestion::Prompt &prompt)
{
    return !prompt.echo && (prompt.text.contains(u"password", Qt::CaseInsensitive) ||
                            prompt.text.contains(u"mot de passe", Qt::CaseInsensitive));
}

enum class Way { Password, Key, Agent, Questions };

// Begins with the endpoint's method, then does what the server's list says is left.
class SignIn final
{
public:
    SignIn(SshTransport &transport, const ConnectRequest &request, SignInAsker &asker, const Patience &patience)
        : m_transport(transport)
        , m_session(transport.session())
        , m_request(request)
        , m_asker(asker)
        , m_patience(patience)
        , m_password(request.secrets.password)
    {
    }
    [[nodiscard]] Result<void> run();

private:
    [[nodiscard]] Result<std::optional<Way>> firstWay();
    [[nodiscard]] std::optional<Way> wayForPassword() const;
    [[nodiscard]] std::optional<Way> nextStep() const;
    [[nodiscard]] std::optional<Way> anotherTry(Way way);
    [[nodiscard]] Result<int> go(Way way);
    [[nodiscard]] Result<int> sendPassword();
    [[nodiscard]] Result<int> showKey();
    [[nodiscard]] Result<SshKeyPtr> openKey();
    [[nodiscard]] Result<int> answerQuestions();
    [[nodiscard]] Result<std::vector<SignInQuestion::Prompt>> prompts() const;
    [[nodiscard]] Result<std::vector<Secret>> answersTo(std::vector<SignInQuestion::Prompt> prompts);
    [[nodiscard]] SignInQuestion question(SignInQuestion::What what) const;
    [[nodiscard]] Error failure(Way way);
    [[nodiscard]] Error refusal(Way way) const;
    [[nodiscard]] Error stepMissing() const;
    [[nodiscard]] Error neverEnough() const;

    [[nodiscard]] bool takesKeysOnly() const
    {
        return offers(SSH_AUTH_METHOD_PUBLICKEY) && !offers(SSH_AUTH_METHOD_PASSWORD | SSH_AUTH_METHOD_INTERACTIVE);
    }
    [[nodiscard]] bool offers(int method) const { return (ssh_userauth_list(m_session, nullptr) & method) != 0; }
    [[nodiscard]] int &tries(Way way) { return m_tries.at(std::size_t(way)); }
    /// A password that a server of keys only does not judge at all.
    [[nodiscard]] bool isNotLookedAt(Way way) const
    {
        return way == Way::Password && !m_passwordJudged && takesKeysOnly();
    }
    [[nodiscard]] bool isPassed(Way way) const { return m_passed.at(std::size_t(way)); }

    SshTransport &m_transport;
    ssh_session m_session;
    const ConnectRequest &m_request;
    SignInAsker &m_asker;
    Patience m_patience;
    Secret m_password;
    bool m_denied = false;         ///< the server said no to something
    bool m_codesAsked = false;     ///< of the person, other than the password
    bool m_passwordJudged = false; ///< by the server; it is not sent again
    std::array<int, 4> m_tries{};
    std::array<bool, 4> m_passed{};
    QString m_notice;    ///< what the server said without asking for anything
    bool m_late = false; ///< the server did not wait for the person
};

Result<void> SignIn::run()
{
    const auto first = firstWay();
    if (!first)
        return tl::make_unexpected(first.error());
    std::optional<Way> way = *first;
    for (int step = 0; way && step < maxSteps; ++step) {
        const Way now = *way;
        const auto code = go(now);
        if (!code)
            return tl::make_unexpected(code.error());
        if (*code == SSH_AUTH_SUCCESS)
            return {};
        if (*code != SSH_AUTH_PARTIAL && *code != SSH_AUTH_DENIED)
            return tl::make_unexpected(failure(now));
        m_denied = m_denied || *code == SSH_AUTH_DENIED;
        m_passed.at(std::size_t(now)) = m_passed.at(std::size_t(now)) || *code == SSH_AUTH_PARTIAL;
        way = *code == SSH_AUTH_PARTIAL ? nextStep() : anotherTry(now);
        if (!way)
            return tl::make_unexpected(*code == SSH_AUTH_PARTIAL || isNotLookedAt(now) ? stepMissing() : refusal(now));
    }
    if (way)
        return tl::make_unexpected(neverEnough());
    return {};
}

// Nothing where the server lets everybody in.
Result<std::optional<Way>> SignIn::firstWay()
{
    if (m_request.endpoint.auth == AuthMethod::Key)
        return Way::Key;
    if (m_request.endpoint.auth == AuthMethod::Agent)
        return Way::Agent;
    if (!m_password.isEmpty())
        return Way::Password;
    // Servers count an empty password as a failure, and lock accounts after some.
    if (!m_asker.isPersonAtHand())
        return fail(ErrorKind::SignIn, QCoreApplication::translate(
                                           "Sftp", "There is no password for %1 on this computer, so none was sent. "
                                                   "It can be entered in the account's settings.")
                                           .arg(m_transport.host()));
    // Whether it takes the password as such is worth a round trip, before a person types it in the wrong place.
    const auto code =
        m_transport.repeat(SSH_AUTH_AGAIN, m_patience, [this] { return ssh_userauth_none(m_session, nullptr); });
    if (!code)
        return tl::make_unexpected(code.error());
    if (*code == SSH_AUTH_SUCCESS)
        return std::nullopt;
    if (*code != SSH_AUTH_DENIED && *code != SSH_AUTH_PARTIAL)
        return tl::make_unexpected(m_transport.sshError());
    if (const auto way = wayForPassword())
        return way;
    return tl::make_unexpected(stepMissing());
}

std::optional<Way> SignIn::wayForPassword() const
{
    if (offers(SSH_AUTH_METHOD_PASSWORD) && !isPassed(Way::Password))
        return Way::Password;
    return offers(SSH_AUTH_METHOD_INTERACTIVE) ? std::optional(Way::Questions) : std::nullopt;
}

std::optional<Way> SignIn::nextStep() const
{
    // With an agent the file only tells which of its keys is meant.
    const Endpoint &endpoint = m_request.endpoint;
    const bool hasKey = endpoint.auth != AuthMethod::Agent && !endpoint.keyFile.empty();
    if (hasKey && offers(SSH_AUTH_METHOD_PUBLICKEY) && !isPassed(Way::Key))
        return Way::Key;
    const bool hasPassword = !m_password.isEmpty() && !m_passwordJudged;
    return hasPassword || m_asker.isPersonAtHand() ? wayForPassword() : std::nullopt;
}

std::optional<Way> SignIn::anotherTry(Way way)
{
    // A password that was not even looked at, as the server does not take it that way, serves as the answer.
    if (way == Way::Password && !m_passwordJudged)
        return offers(SSH_AUTH_METHOD_INTERACTIVE) ? std::optional(Way::Questions) : std::nullopt;
    const bool again = m_asker.isPersonAtHand() && tries(way) < maxTries;
    if (way == Way::Password && again && offers(SSH_AUTH_METHOD_PASSWORD)) {
        m_password = {};
        return way;
    }
    if (way == Way::Questions && again && offers(SSH_AUTH_METHOD_INTERACTIVE))
        return way;
    return std::nullopt;
}

Result<int> SignIn::go(Way way)
{
    ++tries(way);
    switch (way) {
    case Way::Password:
        return sendPassword();
    case Way::Key:
        return showKey();
    case Way::Agent:
        return signInByAgent(m_transport, m_request, m_patience);
    case Way::Questions:
        return answerQuestions();
    }
    return SSH_AUTH_ERROR;
}

SignInQuestion SignIn::question(SignInQuestion::What what) const
{
    return {.what = what,
            .host = m_transport.host(),
            .user = m_request.endpoint.user,
            .keyFile = fileName(m_request.endpoint.keyFile),
            .prompts = {}};
}

Result<int> SignIn::sendPassword()
{
    if (m_password.isEmpty()) {
        SignInQuestion wanted = question(SignInQuestion::What::Password);
        wanted.again = m_passwordJudged;
        auto typed = m_asker.askOne(std::move(wanted), m_patience);
        if (!typed)
            return tl::make_unexpected(typed.error());
        m_password = *typed;
        m_late = m_transport.hasInput();
    }
    const auto code = m_transport.repeat(
        SSH_AUTH_AGAIN, m_patience, [this] { return ssh_userauth_password(m_session, nullptr, m_password.utf8()); });
    m_passwordJudged = code && (*code != SSH_AUTH_DENIED || offers(SSH_AUTH_METHOD_PASSWORD));
    return code;
}

Result<SshKeyPtr> SignIn::openKey()
{
    Secret passphrase = m_request.secrets.keyPassphrase;
    for (int asked = 0;; ++asked) {
        bool isProtected = false;
        auto key = loadPrivateKey(m_request.endpoint.keyFile, passphrase, isProtected);
        if (key || key.error().kind != ErrorKind::SignIn || !isProtected || !m_asker.isPersonAtHand() ||
            asked == maxTries)
            return key;
        SignInQuestion wanted = question(SignInQuestion::What::Passphrase);
        wanted.again = !passphrase.isEmpty();
        auto typed = m_asker.askOne(std::move(wanted), m_patience);
        if (!typed)
            return tl::make_unexpected(typed.error());
        passphrase = *typed;
        m_late = m_transport.hasInput();
    }
}

Result<int> SignIn::showKey()
{
    const auto key = openKey();
    if (!key)
        return tl::make_unexpected(key.error());
    m_patience.deadline = std::chrono::steady_clock::now() + m_request.stepTimeout; // opening it may take its time
    return m_transport.repeat(SSH_AUTH_AGAIN, m_patience,
                              [&] { return ssh_userauth_publickey(m_session, nullptr, key->get()); });
}

Result<int> SignIn::answerQuestions()
{
    for (int round = 0; round < maxPromptRounds; ++round) {
        const auto code = m_transport.repeat(SSH_AUTH_AGAIN, m_patience,
                                             [this] { return ssh_userauth_kbdint(m_session, nullptr, nullptr); });
        if (!code || *code != SSH_AUTH_INFO)
            return code;
        auto asked = prompts();
        if (!asked)
            return tl::make_unexpected(asked.error());
        if (asked->empty()) {
            m_notice = shownServerText(ssh_userauth_kbdint_getinstruction(m_session));
            continue;
        }
        const auto answers = answersTo(std::move(*asked));
        if (!answers)
            return tl::make_unexpected(answers.error());
        for (std::size_t i = 0; i < answers->size(); ++i) {
            if (ssh_userauth_kbdint_setanswer(m_session, unsigned(i), answers->at(i).utf8()) < 0)
                return SSH_AUTH_ERROR;
        }
    }
    return tl::make_unexpected(neverEnough());
}

Result<std::vector<SignInQuestion::Prompt>> SignIn::prompts() const
{
    const int count = ssh_userauth_kbdint_getnprompts(m_session);
    if (count > maxPrompts)
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate("Sftp", "%1 asks more questions at once than anybody could answer.")
                        .arg(m_transport.host()),
                    u"%1 prompts"_s.arg(count));
    std::vector<SignInQuestion::Prompt> prompts;
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *text = ssh_userauth_kbdint_getprompt(m_session, unsigned(i), &echo);
        prompts.push_back({shownServerText(text), echo != 0});
    }
    return prompts;
}

Result<std::vector<Secret>> SignIn::answersTo(std::vector<SignInQuestion::Prompt> prompts)
{
    // The first hidden question stands for the password, whatever its language.
    const bool single = prompts.size() == 1;
    if (single && !prompts.front().echo && !m_password.isEmpty() && !m_passwordJudged) {
        m_passwordJudged = true;
        return std::vector{m_password};
    }
    if (!m_asker.isPersonAtHand())
        return tl::make_unexpected(stepMissing());
    const bool password = single && asksForPassword(prompts.front()) && !isPassed(Way::Password) &&
                          m_request.endpoint.auth == AuthMethod::Password;
    SignInQuestion wanted = question(password ? SignInQuestion::What::Password : SignInQuestion::What::Answers);
    wanted.title = shownServerText(ssh_userauth_kbdint_getname(m_session));
    wanted.instruction =
        (std::exchange(m_notice, {}) + u'\n' + shownServerText(ssh_userauth_kbdint_getinstruction(m_session)))
            .trimmed();
    wanted.prompts = std::move(prompts);
    wanted.again = tries(Way::Questions) > 1;
    auto answers = m_asker.ask(std::move(wanted), m_patience);
    m_late = m_transport.hasInput();
    (password ? m_passwordJudged : m_codesAsked) = true;
    return answers;
}

// A server that has had enough says good-bye, or hangs up after it said no; else it is the line that broke.
Error SignIn::failure(Way way)
{
    if (m_transport.isConnected())
        return refusal(way);
    const QString detail = m_transport.sshError().detail;
    if (m_late)
        m_asker.setLate();
    else if (!m_denied && !detail.contains(u"SSH_MSG_DISCONNECT"))
        return connectionLostError(m_transport.host(), detail);
    return refusal(way);
}

Error SignIn::refusal(Way way) const
{
    const Endpoint &endpoint = m_request.endpoint;
    const QString detail = m_transport.isConnected() ? offeredMethods(m_session) : m_transport.sshError().detail;
    const auto refused = [&detail](const QString &sentence) { return Error{ErrorKind::SignIn, sentence, detail}; };
    if (m_asker.isLate())
        return refused(QCoreApplication::translate("Sftp", "%1 did not wait any longer for what was to be entered. "
                                                           "Connecting again asks anew.")
                           .arg(endpoint.host));
    switch (way == Way::Questions && !m_codesAsked ? Way::Password : way) {
    case Way::Password:
        return refused(QCoreApplication::translate(
                           "Sftp",
                           "%1 does not accept this user name with this password. Typing both again helps most often; "
                           "the platform's support can set a new password.")
                           .arg(endpoint.host));
    case Way::Key:
        return refused(
            QCoreApplication::translate(
                "Sftp",
                "%1 does not accept the key “%2” for the user “%3”. The platform's support needs its public part, "
                "which can be copied in the account's settings.")
                .arg(endpoint.host, fileName(endpoint.keyFile), endpoint.user));
    case Way::Agent:
        return refused(QCoreApplication::translate("Sftp", "%1 accepts none of the key agent's keys for the user “%2”.")
                           .arg(endpoint.host, endpoint.user));
    case Way::Questions:
        break;
    }
    return refused(QCoreApplication::translate("Sftp", "%1 does not accept what it was answered. A code serves only "
                                                       "once, and for a short time.")
                       .arg(endpoint.host));
}

Error SignIn::neverEnough() const
{
    return {ErrorKind::SignIn,
            QCoreApplication::translate("Sftp", "%1 asks one question after another and never lets anybody in.")
                .arg(m_transport.host()),
            offeredMethods(m_session)};
}

Error SignIn::stepMissing() const
{
    const bool keyShown = m_tries.at(std::size_t(Way::Key)) > 0 || m_tries.at(std::size_t(Way::Agent)) > 0;
    QString sentence;
    if (takesKeysOnly() && !keyShown)
        sentence = QCoreApplication::translate("Sftp", "%1 lets nobody in without a key. Choose a key in the account's "
                                                       "settings, or ask the platform's support to allow a password.");
    else if (takesKeysOnly())
        sentence =
            QCoreApplication::translate("Sftp", "%1 wants a key to sign in with, and this account names no other.");
    else if (m_asker.isPersonAtHand())
        sentence =
            QCoreApplication::translate("Sftp", "%1 asks for a way of signing in that Navette does not know. The "
                                                "platform's support can allow a key instead.");
    else
        sentence = QCoreApplication::translate(
            "Sftp", "%1 asks for more than is kept on this computer, such as a one-time code, and nobody was there to "
                    "be asked. The platform's support can allow a key instead.");
    return {ErrorKind::SignIn, sentence.arg(m_transport.host()), offeredMethods(m_session)};
}

} // namespace

Result<QString> signIn(SshTransport &transport, const ConnectRequest &request, SignInAsker &asker,
                       const Patience &patience)
{
    if (auto done = SignIn(transport, request, asker, patience).run(); !done)
        return tl::make_unexpected(done.error());
    const Endpoint &endpoint = request.endpoint;
    if (endpoint.auth == AuthMethod::Key && isOpenToOthers(endpoint.keyFile))
        return QCoreApplication::translate("Sftp", "%1 knows the user “%2”. Other users of this computer can read "
                                                   "the key file; only its owner should.")
            .arg(endpoint.host, endpoint.user);
    return QCoreApplication::translate("Sftp", "%1 knows the user “%2”").arg(endpoint.host, endpoint.user);
}

} // namespace navette::sftp
