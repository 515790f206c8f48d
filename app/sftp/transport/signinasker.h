// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"
#include "sftp/transport/patience.h"

namespace navette::sftp
{

/// Puts questions of one connection to the person at hand, and remembers what serves again.
class SignInAsker final
{
public:
    /// `given` before, to a connection that did not wait for it.
    explicit SignInAsker(const ConnectRequest &request, GivenSecrets given = {})
        : m_request(request), m_given(std::move(given))
    {
    }

    [[nodiscard]] bool isPersonAtHand() const { return bool(m_request.askSignIn); }
    /// An answer for each prompt, none of them empty but among Answers. The step's time begins anew with it: people
    /// take minutes. Errors: SignIn (the person does not want to), Cancelled.
    [[nodiscard]] Result<std::vector<Secret>> ask(SignInQuestion question, Patience &patience);
    /// For what is one secret.
    [[nodiscard]] Result<Secret> askOne(SignInQuestion question, Patience &patience);
    [[nodiscard]] const GivenSecrets &given() const { return m_given; }
    /// The server left while the person thought: with what is given by now another connection may do.
    void setLate() { m_late = true; }
    [[nodiscard]] bool isLate() const { return m_late; }

private:
    const ConnectRequest &m_request;
    GivenSecrets m_given;
    bool m_late = false;
};

/// A server's text for people to read: at most so many lines and characters, what is hidden in them made visible.
[[nodiscard]] QString shownServerText(const char *text);

} // namespace navette::sftp
