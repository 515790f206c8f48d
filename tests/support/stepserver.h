// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <thread>

namespace navette
{

/// An SSH server on the loopback for one connection or a few, which asks for one step of sign-in after another. It lets
/// nobody further than that.
class StepServer final
{
public:
    enum class Step {
        Key,      ///< any key
        Password, ///< `secret`
        Prompt,   ///< one hidden question (keyboard-interactive), answered with `secret`
        Rounds,   ///< all `rounds` of questions
    };
    struct Question {
        QByteArray text;
        bool echo = false;
        QByteArray answer; ///< the right one
    };
    struct Round {
        QByteArray title;
        QByteArray instruction;
        QList<Question> questions;
        bool again = false; ///< for ever
        int leaves = 0;     ///< once it has asked, in so many connections
    };
    StepServer(QList<Step> steps, QByteArray secret, QList<Round> rounds = {}, int connections = 1);
    /// Waits for the clients to be gone.
    ~StepServer();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// How many have ended.
    [[nodiscard]] int endedConnections() const;
    /// What the clients tried until they left, in order: "publickey", "password", "keyboard-interactive".
    [[nodiscard]] QByteArrayList attempts();

private:
    class Data;
    std::unique_ptr<Data> m_data;
    std::thread m_thread;
    quint16 m_port = 0;
};

} // namespace navette
