// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectiontest.h"

#include "accounts/supporttext.h"
#include "sftp/knownhosts.h"
#include "sftp/openconnections.h"
#include "style/icons.h"
#include "style/painting.h"
#include "style/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr std::array allSteps{ConnectStep::NameLookup, ConnectStep::Port, ConnectStep::HostKey, ConnectStep::SignIn,
                              ConnectStep::Tree};

QString titleOf(ConnectStep step)
{
    switch (step) {
    case ConnectStep::NameLookup:
        return ConnectionTest::tr("Server’s name");
    case ConnectStep::Port:
        return ConnectionTest::tr("Server’s answer");
    case ConnectStep::HostKey:
        return ConnectionTest::tr("Server’s identity");
    case ConnectStep::SignIn:
        return ConnectionTest::tr("Sign-in");
    case ConnectStep::Tree:
        return ConnectionTest::tr("Directories");
    }
    return {};
}

QString millisecondsText(qint64 milliseconds)
{
    return milliseconds < 2000 ? ConnectionTest::tr("%1 ms").arg(numberText(milliseconds))
                               : durationText(milliseconds / 1000);
}

class TintedBox final : public QWidget
{
public:
    explicit TintedBox(QWidget *parent) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        drawRounded(painter, rect(), color(ColorRole::BadTint), {}, metrics::controlRadius);
    }
};

} // namespace

ConnectionTest::ConnectionTest(QWidget *parent)
    : QWidget(parent), m_button(new Button(tr("Test the connection"), ButtonKind::Secondary, u"refresh"_s, this))
{
    m_button->setObjectName(u"testConnection"_s);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_cancel.cancel();
        else
            Q_EMIT testRequested();
    });
    auto *title = new Label(tr("Connection test"), TextStyle::Section, ColorRole::Text, this);
    title->setPixelSize(15);
    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addLayout(head);
    makeRows(layout);
    layout->addSpacing(metrics::medium);
    makeAdvice(layout);
    layout->addStretch();
    reset();
}

ConnectionTest::~ConnectionTest()
{
    m_cancel.cancel();
}

void ConnectionTest::makeRows(QVBoxLayout *into)
{
    for (const ConnectStep step : allSteps) {
        Row &row = m_rows.at(static_cast<std::size_t>(step));
        auto *box = new QWidget(this);
        row.icon = new QLabel(box);
        row.icon->setFixedWidth(20);
        row.title = new Label(titleOf(step), TextStyle::Body, ColorRole::Muted, box);
        row.detail = new Label({}, TextStyle::Secondary, ColorRole::Muted, box);
        row.detail->setWordWrap(true);
        row.detail->setTextFormat(Qt::PlainText);
        row.time = new Label({}, TextStyle::Secondary, ColorRole::Muted, box);
        auto *words = new QVBoxLayout;
        words->setSpacing(3);
        words->addWidget(row.title);
        words->addWidget(row.detail);
        auto *line = new QHBoxLayout(box);
        line->setContentsMargins(0, metrics::tiny, 0, metrics::tiny);
        line->setSpacing(metrics::large);
        line->addWidget(row.icon, 0, Qt::AlignTop);
        line->addLayout(words, 1);
        line->addWidget(row.time, 0, Qt::AlignTop);
        into->addWidget(box);
        if (step != ConnectStep::Tree)
            into->addWidget(new Separator(Qt::Horizontal, this));
    }
}

void ConnectionTest::makeAdvice(QVBoxLayout *into)
{
    m_advice = new TintedBox(this);
    m_adviceTitle = new Label({}, TextStyle::Section, ColorRole::Text, m_advice);
    m_adviceTitle->setWordWrap(true);
    m_adviceSentence = new Label({}, TextStyle::Body, ColorRole::Text, m_advice);
    m_adviceSentence->setTextFormat(Qt::PlainText);
    m_adviceSentence->setWordWrap(true);
    m_textBox = new Surface(m_advice);
    m_textBox->body()->setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
    m_supportText = new Label({}, TextStyle::Secondary, ColorRole::Text, m_textBox);
    m_supportText->setTextFormat(Qt::PlainText);
    m_supportText->setWordWrap(true);
    m_supportText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_textBox->body()->addWidget(m_supportText);
    m_alone = new Button(tr("Close it and test"), ButtonKind::Secondary, {}, m_advice);
    m_alone->setObjectName(u"testAlone"_s);
    connect(m_alone, &QPushButton::clicked, this, &ConnectionTest::testAloneRequested);
    m_copy = new Button(tr("Copy the text"), ButtonKind::Secondary, {}, m_advice);
    m_copy->setObjectName(u"copySupportText"_s);
    m_details = new Button(tr("Copy details"), ButtonKind::Quiet, {}, m_advice);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_supportText->text()); });
    connect(m_details, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_detailText); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_alone);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_details);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(m_advice);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_adviceTitle);
    layout->addWidget(m_adviceSentence);
    layout->addWidget(m_textBox);
    layout->addLayout(buttons);
    layout->addWidget(makeConfirmBox());
    into->addWidget(m_advice);
}

// No button goes on as it is: only who knows which key it must be goes on, and only with that key.
QWidget *ConnectionTest::makeConfirmBox()
{
    m_confirmBox = new QWidget(m_advice);
    auto *words = new Label(tr("Their answer: the fingerprint of the server’s key"), TextStyle::BodyStrong,
                            ColorRole::Text, m_confirmBox);
    m_fingerprint = new QLineEdit(m_confirmBox);
    m_fingerprint->setObjectName(u"confirmedFingerprint"_s);
    m_fingerprint->setMinimumHeight(metrics::controlHeight);
    m_fingerprint->setPlaceholderText(u"SHA256:…"_s);
    m_fingerprint->setAccessibleName(words->text());
    m_confirm = new Button(tr("Connect if it is this key"), ButtonKind::Secondary, u"lock"_s, m_confirmBox);
    m_confirm->setObjectName(u"confirmHostKey"_s);
    words->setBuddy(m_fingerprint);
    const auto entered = [this] { return sftp::fingerprintsIn(m_fingerprint->text()); };
    connect(m_fingerprint, &QLineEdit::textChanged, this,
            [this, entered] { m_confirm->setEnabled(entered().size() == 1); });
    connect(m_confirm, &QPushButton::clicked, this, [this, entered] {
        if (const QStringList found = entered(); found.size() == 1)
            Q_EMIT hostKeyConfirmed(found.first());
    });
    connect(m_fingerprint, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    auto *line = new QHBoxLayout;
    line->addWidget(m_fingerprint, 1);
    line->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(m_confirmBox);
    layout->setContentsMargins(0, metrics::small, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(words);
    layout->addLayout(line);
    return m_confirmBox;
}

void ConnectionTest::setRow(ConnectStep step, Look look, const QString &detail, qint64 milliseconds)
{
    Row &row = m_rows.at(static_cast<std::size_t>(step));
    QString iconName = u"clock"_s;
    ColorRole role = ColorRole::Muted;
    QString state = tr("not tested yet");
    switch (look) {
    case Look::Pending:
        break;
    case Look::Running:
        iconName = u"more"_s;
        role = ColorRole::Info;
        state = tr("being tested");
        break;
    case Look::Ok:
        iconName = u"ok"_s;
        role = ColorRole::Ok;
        state = tr("in order");
        break;
    case Look::Bad:
        iconName = u"error"_s;
        role = ColorRole::Bad;
        state = tr("stopped here");
        break;
    }
    row.icon->setPixmap(iconPixmap(iconName, color(role), 17, devicePixelRatioF()));
    row.icon->setAccessibleName(state);
    row.title->setRole(look == Look::Ok || look == Look::Bad ? ColorRole::Text : ColorRole::Muted);
    row.title->setTextStyle(look == Look::Ok || look == Look::Bad ? TextStyle::BodyStrong : TextStyle::Body);
    row.detail->setText(detail);
    row.detail->setVisible(!detail.isEmpty());
    row.time->setText(milliseconds >= 0 ? millisecondsText(milliseconds) : QString());
}

void ConnectionTest::reset()
{
    ++m_generation;
    if (m_running)
        m_cancel.cancel();
    m_running = false;
    m_succeeded = false;
    m_failed.reset();
    m_advice->hide();
    for (const ConnectStep step : allSteps)
        setRow(step, Look::Pending, {}, -1);
    updateButton();
}

void ConnectionTest::setReady(bool complete)
{
    m_ready = complete;
    updateButton();
}

void ConnectionTest::updateButton()
{
    const bool tested = m_succeeded || m_failed;
    m_button->setText(m_running ? tr("Stop") : (tested ? tr("Test again") : tr("Test the connection")));
    m_button->setIconName(m_running ? u"close"_s : u"refresh"_s);
    m_button->setEnabled(m_ready || m_running);
}

void ConnectionTest::start(ConnectRequest request)
{
    reset();
    m_endpoint = request.endpoint;
    m_running = true;
    const int generation = m_generation;
    request.onStep = [self = QPointer(this), generation](const StepReport &report) {
        QMetaObject::invokeMethod(
            qApp,
            [self, generation, report] {
                if (self && self->m_generation == generation)
                    self->stepEnded(report);
            },
            Qt::QueuedConnection);
    };
    setRow(ConnectStep::NameLookup, Look::Running, {}, -1);
    updateButton();
    m_cancel = CancelSource();
    // The connection ends with this work: at once, as the server may allow no other, and in its thread, as that takes
    // seconds where the line is dead.
    auto work = [request = std::move(request), token = m_cancel.token()]() mutable -> Result<void> {
        JobControl job;
        job.cancel = token;
        const auto connected = await(connectSftp(std::move(request)), job);
        return connected ? Result<void>() : tl::make_unexpected(connected.error());
    };
    whenFinished(QtConcurrent::run(std::move(work)), this, [this, generation](const Result<void> &result) {
        // Queued like the steps, so that it comes after the last of them.
        QMetaObject::invokeMethod(
            this,
            [this, generation, result] {
                if (m_generation == generation)
                    finished(result);
            },
            Qt::QueuedConnection);
    });
}

void ConnectionTest::stepEnded(const StepReport &report)
{
    setRow(report.step, report.succeeded ? Look::Ok : Look::Bad, report.message, report.milliseconds);
    if (!report.succeeded) {
        m_failed = report;
        return;
    }
    const auto next = static_cast<std::size_t>(report.step) + 1;
    if (next < allSteps.size())
        setRow(allSteps.at(next), Look::Running, {}, -1);
}

void ConnectionTest::finished(const Result<void> &result)
{
    m_running = false;
    m_succeeded = result.has_value();
    if (!result && result.error().kind == ErrorKind::Cancelled) {
        reset();
    } else if (!result) {
        // A failure that no step told of belongs to the first step that has not ended.
        if (!m_failed)
            m_failed = StepReport{ConnectStep::SignIn, false, result.error().message, -1, Remedy::None};
        setRow(m_failed->step, Look::Bad, m_failed->message, m_failed->milliseconds);
        for (std::size_t i = static_cast<std::size_t>(m_failed->step) + 1; i < allSteps.size(); ++i)
            setRow(allSteps.at(i), Look::Pending, {}, -1);
        showAdvice(*m_failed, result.error());
    }
    updateButton();
    Q_EMIT ended(m_succeeded);
}

void ConnectionTest::showAdvice(const StepReport &failed, const Error &error)
{
    const ConnectionAdvice advice = adviceFor(m_endpoint, failed, error, QDateTime::currentDateTime(),
                                              publicAddressOfThisComputer(), isConnected(m_endpoint));
    m_adviceTitle->setText(advice.headline);
    m_adviceSentence->setText(advice.sentence);
    m_supportText->setText(advice.supportText);
    m_textBox->setVisible(!advice.supportText.isEmpty());
    m_copy->setVisible(!advice.supportText.isEmpty());
    m_alone->setVisible(advice.needsOnlyConnection);
    m_fingerprint->clear();
    m_confirm->setEnabled(false);
    m_confirmBox->setVisible(failed.remedy == Remedy::ConfirmHostKey);
    m_detailText = QStringList{error.message, error.detail}.join(u'\n').trimmed();
    m_details->setToolTip(m_detailText);
    m_advice->show();
}

} // namespace navette::ui
