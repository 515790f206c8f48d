// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace navette
{

/// What one run of navette-cli gave.
struct CliResult {
    int code = -1;
    QByteArray out;
    QString err;
    QJsonObject json;
};

/// Runs the built navette-cli with a data folder of its own, so that no test sees the user's accounts or journal.
class CliRunner
{
public:
    void setPassword(const QString &password) { m_environment.insert(QStringLiteral("NAVETTE_PASSWORD"), password); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString dataDir() const { return m_dir.filePath(QStringLiteral("data")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("NAVETTE_DATA_DIR"), dataDir());
        return environment;
    }

    /// Not finished in time is the code -2.
    CliResult run(const QStringList &arguments, int timeoutMs = 60'000) const
    {
        return runProgram(program(), arguments, timeoutMs);
    }
    /// Another program, such as a shell that runs it.
    CliResult runProgram(const QString &program, const QStringList &arguments, int timeoutMs = 60'000) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program, arguments);
        CliResult result;
        process.closeWriteChannel();
        if (!process.waitForFinished(timeoutMs)) {
            process.kill();
            process.waitForFinished();
            result.code = -2;
        } else {
            result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -3;
        }
        result.out = process.readAllStandardOutput();
        result.err = QString::fromUtf8(process.readAllStandardError());
        result.json = QJsonDocument::fromJson(result.out).object();
        return result;
    }

    [[nodiscard]] static QString program() { return QStringLiteral(NAVETTE_BIN_DIR "/navette-cli"); }

private:
    QTemporaryDir m_dir;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

/// Cards of one column in `board --json`.
inline QJsonArray cardsOf(const QJsonObject &board, const QString &flow, const QString &column)
{
    for (const QJsonValue &candidate : board.value(QStringLiteral("flows")).toArray()) {
        if (candidate[QStringLiteral("flow")].toString() != flow)
            continue;
        for (const QJsonValue &found : candidate[QStringLiteral("columns")].toArray()) {
            if (found[QStringLiteral("column")].toString() == column)
                return found[QStringLiteral("cards")].toArray();
        }
    }
    return {};
}

inline bool hasCard(const QJsonArray &cards, const QString &fileName)
{
    return std::any_of(cards.begin(), cards.end(), [&fileName](const QJsonValue &card) {
        return card[QStringLiteral("fileName")].toString() == fileName;
    });
}

/// `navette-cli practice` in the background.
class PracticeProcess
{
public:
    ~PracticeProcess() { stop(); }

    bool start(CliRunner &runner, const QStringList &arguments)
    {
        m_process.setProcessEnvironment(runner.environment());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(CliRunner::program(), QStringList{QStringLiteral("practice")} + arguments);
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000))
                return false;
        }
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
        runner.setPassword(m_ready.value(QStringLiteral("password")).toString());
        return !m_ready.isEmpty();
    }
    /// The exit code after an interruption.
    int stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return -1;
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished();
            return -2;
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -3;
    }
    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }
    [[nodiscard]] QString account() const { return m_ready.value(QStringLiteral("account")).toString(); }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace navette
