// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QRegularExpression>
#include <QSemaphore>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <poll.h>
#include <termios.h>
#include <thread>
#include <unistd.h>
#endif

namespace navette::cli
{
namespace
{

const CancelSource &interruption()
{
    static const CancelSource source;
    return source;
}

QSemaphore &interruptionSemaphore()
{
    static QSemaphore semaphore;
    return semaphore;
}

void onInterrupt()
{
    constexpr int exitOfInterrupted = 130; // as shells give it: 128 + SIGINT
    if (interruption().token().isCancelled())
        std::_Exit(exitOfInterrupted);
    interruption().cancel();
    interruptionSemaphore().release();
}

QString withoutLineEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    return QString::fromLocal8Bit(line.data(), static_cast<qsizetype>(line.size()));
}

// A terminal gives whole lines, so that whoever waits for one may still be told to stop. On Windows the console itself
// ends the reading at an interruption.
bool waitForLine()
{
#ifndef Q_OS_WIN
    constexpr int glanceMs = 100;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (!interrupted().isCancelled()) {
        if (::poll(&input, 1, glanceMs) > 0)
            return true;
    }
    return false;
#else
    return !interrupted().isCancelled();
#endif
}

// It may be a secret, so nothing of it is left behind here.
std::optional<QString> readLine()
{
    if (!waitForLine())
        return {};
    constexpr std::size_t longerThanUsual = 4096; // growing would leave the shorter one
    std::string line;
    line.reserve(longerThanUsual);
    bool ended = false;
    while (!ended) {
        const int c = std::getc(stdin);
        if (c == EOF)
            break;
        line.push_back(static_cast<char>(c));
        ended = c == '\n';
    }
    if (line.empty())
        return {};
    QString text = withoutLineEnd(line);
    wipeMemory(line.data(), line.size());
    return text;
}

void ask(const QString &question)
{
    std::fputs(question.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

/// The terminal shows nothing of what is typed while this lives.
class Silence
{
public:
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
#ifdef Q_OS_WIN
    Silence() : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_changed = GetConsoleMode(m_input, &m_mode) != 0 && SetConsoleMode(m_input, m_mode & ~ENABLE_ECHO_INPUT) != 0;
    }
    ~Silence()
    {
        if (m_changed)
            SetConsoleMode(m_input, m_mode);
    }

private:
    HANDLE m_input;
    DWORD m_mode = 0;
#else
    Silence()
    {
        if (tcgetattr(STDIN_FILENO, &m_mode) != 0)
            return;
        termios silent = m_mode;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_mode);
    }

private:
    termios m_mode{};
#endif
    bool m_changed = false;
};

} // namespace

QString quotedForShell(const QString &argument)
{
#ifdef Q_OS_WIN
    static const QRegularExpression plain(QStringLiteral("^[\\w@+=:,./\\\\-]+$"));
    return plain.match(argument).hasMatch() ? argument : u'"' + argument + u'"'; // no file name holds one
#else
    static const QRegularExpression plain(QStringLiteral("^[\\w@%+=:,./-]+$"));
    if (plain.match(argument).hasMatch())
        return argument;
    return u'\'' + QString(argument).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
#endif
}

#ifdef Q_OS_WIN
bool stdinIsTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}
bool stdoutIsTerminal()
{
    return _isatty(_fileno(stdout)) != 0;
}
bool stderrIsTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}
void prepareStreams()
{
    _setmode(_fileno(stdout), _O_BINARY);
}
void catchInterrupts()
{
    // Windows calls it in a thread of its own.
    SetConsoleCtrlHandler(
        [](DWORD) -> BOOL {
            onInterrupt();
            return TRUE;
        },
        TRUE);
}
#else
bool stdinIsTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}
bool stdoutIsTerminal()
{
    return isatty(STDOUT_FILENO) != 0;
}
bool stderrIsTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}
void prepareStreams()
{
    // Whoever reads us may stop at any line (`| head`); that is no reason to die in the middle of a deposit.
    std::signal(SIGPIPE, SIG_IGN);
}
void catchInterrupts()
{
    // Blocked in every thread made after this, and waited for in one: a handler could lock nothing.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
        for (int number = 0; sigwait(&signals, &number) == 0;)
            onInterrupt();
    }).detach();
}
#endif

std::optional<Secret> askSecret(const QString &question)
{
    if (!stdinIsTerminal() || !stderrIsTerminal())
        return {};
    std::optional<QString> answer;
    {
        const Silence silence; // first of all: it drops what was typed before
        ask(question);
        answer = readLine();
    }
    ask(QStringLiteral("\n"));
    if (!answer)
        return {};
    return Secret(std::move(*answer));
}

std::optional<QString> askLine(const QString &question)
{
    if (!stdinIsTerminal() || !stderrIsTerminal())
        return {};
    ask(question);
    return readLine();
}

CancelToken interrupted()
{
    return interruption().token();
}

void waitForInterrupt()
{
    interruptionSemaphore().acquire();
}

} // namespace navette::cli
