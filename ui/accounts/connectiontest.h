// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "sftp/connection.h"
#include "style/widgets.h"

#include <array>

namespace navette::ui
{

/// The connection test: name → port → host key → sign-in → tree, each with its time, and what to do where it stops.
class ConnectionTest final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionTest(QWidget *parent = nullptr);
    ~ConnectionTest() override;
    /// What is tested when the button is pressed; `complete` switches the button.
    void setReady(bool complete);
    void start(ConnectRequest request);
    [[nodiscard]] bool succeeded() const { return m_succeeded; }
    /// What can be done about the step that failed last.
    [[nodiscard]] Remedy remedy() const { return m_failed ? m_failed->remedy : Remedy::None; }
    void reset(); ///< the form was changed: the last result says nothing any more

Q_SIGNALS:
    void testRequested();
    void ended(bool succeeded);
    /// Somebody entered the fingerprint that the platform's support gave, "SHA256:…".
    void hostKeyConfirmed(const QString &fingerprint);
    /// The test shall have the account's only connection.
    void testAloneRequested();

private:
    struct Row {
        QLabel *icon = nullptr;
        Label *title = nullptr;
        Label *detail = nullptr;
        Label *time = nullptr;
    };
    enum class Look { Pending, Running, Ok, Bad };
    void makeRows(QVBoxLayout *into);
    void makeAdvice(QVBoxLayout *into);
    void setRow(ConnectStep step, Look look, const QString &detail, qint64 milliseconds);
    void stepEnded(const StepReport &report);
    void finished(const Result<void> &result);
    [[nodiscard]] QWidget *makeConfirmBox();
    void showAdvice(const StepReport &failed, const Error &error);
    void updateButton();

    std::array<Row, 5> m_rows{};
    Button *m_button;
    QWidget *m_advice = nullptr;
    Label *m_adviceTitle = nullptr;
    Label *m_adviceSentence = nullptr;
    Surface *m_textBox = nullptr;
    Label *m_supportText = nullptr;
    QWidget *m_confirmBox = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    Button *m_confirm = nullptr;
    Button *m_alone = nullptr;
    Button *m_copy = nullptr;
    Button *m_details = nullptr;
    QString m_detailText;
    Endpoint m_endpoint;
    std::optional<StepReport> m_failed;
    CancelSource m_cancel; ///< of the test that runs
    bool m_running = false;
    bool m_ready = false;
    bool m_succeeded = false;
    int m_generation = 0; ///< answers to an older test are dropped
};

} // namespace navette::ui
