// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/signinasker.h"

#include "base/safename.h"

#include <QCoreApplication>

#include <algorithm>

namespace navette::sftp
{
namespace
{

constexpr qsizetype maxTextBytes = 2000;
constexpr qsizetype maxTextLines = 20;

// Where a secret of this kind is kept; nowhere for answers that serve once.
Secret Secrets::*placeOf(SignInQuestion::What what)
{
    switch (what) {
    case SignInQuestion::What::Password:
        return &Secrets::password;
    case SignInQuestion::What::Passphrase:
        return &Secrets::keyPassphrase;
    case SignInQuestion::What::ProxyPassword:
        return &Secrets::proxyPassword;
    case SignInQuestion::What::Answers:
        break;
    }
    return nullptr;
}

// Whether the keychain is looked into for it next time.
bool mayKeep(SignInQuestion::What what, const Endpoint &endpoint)
{
    switch (what) {
    case SignInQuestion::What::Password:
        return endpoint.auth != AuthMethod::Agent;
    case SignInQuestion::What::Passphrase:
        return true;
    case SignInQuestion::What::ProxyPassword:
        return endpoint.proxy != u"system"; // which may be another one tomorrow
    case SignInQuestion::What::Answers:
        break;
    }
    return false;
}

} // namespace

Result<std::vector<Secret>> SignInAsker::ask(SignInQuestion question, Patience &patience)
{
    Secret Secrets::*const place = placeOf(question.what);
    question.mayKeep = m_request.onSecretsGiven && mayKeep(question.what, m_request.endpoint);
    question.isCancelled = patience.isCancelled;
    const std::size_t wanted = question.prompts.size();
    std::optional<SignInAnswer> answer = m_request.askSignIn ? m_request.askSignIn(question) : std::nullopt;
    if (patience.isCancelled && patience.isCancelled())
        return tl::make_unexpected(cancelledError());
    patience.deadline = std::chrono::steady_clock::now() + m_request.stepTimeout;
    const bool answered = answer && answer->values.size() == wanted &&
                          (place == nullptr || std::none_of(answer->values.begin(), answer->values.end(),
                                                            [](const Secret &value) { return value.isEmpty(); }));
    if (!answered)
        return fail(ErrorKind::SignIn,
                    QCoreApplication::translate("Sftp", "Nothing was entered, so nothing was sent to %1. The next "
                                                        "connection asks again.")
                        .arg(question.host));
    if (place != nullptr) {
        m_given.all.*place = answer->values.front();
        m_given.toKeep.*place = answer->keep && question.mayKeep ? answer->values.front() : Secret();
    }
    return std::move(answer->values);
}

Result<Secret> SignInAsker::askOne(SignInQuestion question, Patience &patience)
{
    if (question.prompts.empty())
        question.prompts = {{}};
    const auto values = ask(std::move(question), patience);
    if (!values)
        return tl::make_unexpected(values.error());
    return values->front();
}

QString shownServerText(const char *text)
{
    if (text == nullptr)
        return {};
    const auto bytes = QByteArrayView(text, qstrnlen(text, maxTextBytes));
    QStringList lines;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        lines.append(visibleName(line.trimmed()));
        if (lines.size() == maxTextLines)
            break;
    }
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace navette::sftp
