// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "sftp/connection.h"

#include <QObject>

#include <functional>
#include <memory>

namespace navette::ui
{

/// Brings questions from the sessions' threads to the window, and the answers back: whether to trust an unknown host
/// key, and what to sign in with. The asking thread waits; it is let go with "no" when its connection is cancelled or
/// the window closes. One question is shown at a time, the others wait for their turn.
class SessionAsker final : public QObject
{
    Q_OBJECT
public:
    using HostKeyFunction = std::function<HostKeyAnswer(const HostKeyQuestion &)>;
    using SignInFunction = std::function<std::optional<SignInAnswer>(const SignInQuestion &)>;
    /// What shows a question in the GUI thread, and stops when the answer is not wanted any more.
    using HostKeyDialog = std::function<HostKeyAnswer(const HostKeyQuestion &, const CancelToken &)>;
    using SignInDialog = std::function<std::optional<SignInAnswer>(const SignInQuestion &, const CancelToken &)>;

    explicit SessionAsker(QObject *parent = nullptr);
    ~SessionAsker() override;

    void setDialogs(HostKeyDialog hostKey, SignInDialog signIn);
    /// For ConnectRequest: may be called from any thread, also after this object is gone.
    [[nodiscard]] HostKeyFunction hostKeyFunction() const;
    [[nodiscard]] SignInFunction signInFunction() const;
    void close();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace navette::ui
