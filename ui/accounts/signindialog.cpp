// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/signindialog.h"

#include "style/execuntil.h"
#include "style/icons.h"
#include "style/widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int dialogWidth = 520;
// A server may say and ask more than a screen holds.
constexpr int longestWords = 160;
constexpr int longestFields = 300;

Label *makeWords(const QString &text, TextStyle style, ColorRole role, QWidget *parent)
{
    auto *words = new Label(text, style, role, parent);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    return words;
}

/// The widget itself, or something that scrolls where it would be higher than `longest`.
QWidget *bounded(QWidget *content, int width, int longest)
{
    if (content->layout()->heightForWidth(width) <= longest)
        return content;
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    content->layout()->setContentsMargins(0, 0, metrics::medium, 0);
    scroll->setFixedHeight(longest);
    return scroll;
}

QVBoxLayout *makeColumn(QWidget *owner, int spacing)
{
    auto *column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

void makeRevealable(QLineEdit *field)
{
    field->setEchoMode(QLineEdit::Password);
    QAction *reveal = field->addAction(icon(u"eye"_s, ColorRole::Muted), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setText(SignInDialog::tr("Show what is typed"));
    reveal->setToolTip(reveal->text());
    QObject::connect(reveal, &QAction::toggled, field,
                     [field](bool shown) { field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

} // namespace

SignInDialog::SignInDialog(const SignInQuestion &question, QWidget *parent) : QDialog(parent), m_question(question)
{
    setObjectName(u"signInDialog"_s);
    setWindowTitle(u"Navette"_s);
    setFixedWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    auto *head = makeColumn(nullptr, metrics::small);
    head->addWidget(makeWords(title(), TextStyle::PageTitle, ColorRole::Text, this));
    head->addWidget(makeWords(sentence(), TextStyle::Body, ColorRole::Muted, this));
    layout->addLayout(head);
    layout->addSpacing(metrics::tiny);
    if (m_question.again)
        addRefusal(layout);
    addServerWords(layout);
    addFields(layout);
    if (m_question.mayKeep) {
        m_keep = new QCheckBox(tr("Keep in this computer’s keychain"), this);
        layout->addWidget(m_keep);
    }
    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet, {}, this);
    m_signIn = new Button(tr("Sign in"), ButtonKind::Primary, u"key"_s, this);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_signIn, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_signIn);
    layout->addSpacing(metrics::tiny);
    layout->addLayout(buttons);
    if (!m_fields.empty())
        m_fields.front()->setFocus();
    updateButton();
    setFixedHeight(layout->heightForWidth(dialogWidth)); // left to itself, it guesses too high where lines wrap
}

void SignInDialog::addRefusal(QVBoxLayout *into)
{
    auto *mark = new QLabel(this);
    mark->setPixmap(iconPixmap(toneIconName(Tone::Bad), toneColor(Tone::Bad), metrics::iconSize, devicePixelRatioF()));
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(makeWords(refusal(), TextStyle::BodyStrong, ColorRole::Bad, this), 1);
    into->addLayout(line);
}

// Set apart, so that a server's text is not taken for ours.
void SignInDialog::addServerWords(QVBoxLayout *into)
{
    if (m_question.title.isEmpty() && m_question.instruction.isEmpty())
        return;
    auto *words = new QWidget(this);
    auto *column = makeColumn(words, metrics::tiny);
    column->addWidget(makeWords(tr("%1 says").arg(m_question.host), TextStyle::Secondary, ColorRole::Muted, words));
    if (!m_question.title.isEmpty())
        column->addWidget(makeWords(m_question.title, TextStyle::BodyStrong, ColorRole::Text, words));
    if (!m_question.instruction.isEmpty())
        column->addWidget(makeWords(m_question.instruction, TextStyle::Body, ColorRole::Text, words));
    auto *box = new Surface(this);
    box->body()->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    box->body()->addWidget(bounded(words, dialogWidth - 2 * (metrics::huge + metrics::large), longestWords));
    into->addWidget(box);
}

void SignInDialog::addFields(QVBoxLayout *into)
{
    auto *fields = new QWidget(this);
    auto *column = makeColumn(fields, metrics::medium);
    for (const SignInQuestion::Prompt &prompt : m_question.prompts)
        addField(prompt, column);
    into->addWidget(bounded(fields, dialogWidth - 2 * metrics::huge, longestFields));
}

void SignInDialog::addField(const SignInQuestion::Prompt &prompt, QVBoxLayout *into)
{
    auto *field = new QLineEdit(this);
    if (!prompt.echo)
        makeRevealable(field);
    auto *name = makeWords(fieldName(prompt), TextStyle::Body, ColorRole::Text, this);
    name->setBuddy(field);
    field->setAccessibleName(name->text());
    connect(field, &QLineEdit::textChanged, this, &SignInDialog::updateButton);
    auto *column = makeColumn(nullptr, metrics::tiny);
    column->addWidget(name);
    column->addWidget(field);
    into->addLayout(column);
    m_fields.push_back(field);
}

QString SignInDialog::title() const
{
    switch (m_question.what) {
    case SignInQuestion::What::Password:
        return tr("Password for %1").arg(m_question.host);
    case SignInQuestion::What::Passphrase:
        return tr("Passphrase of the key “%1”").arg(m_question.keyFile);
    case SignInQuestion::What::ProxyPassword:
        return tr("Password for the proxy %1").arg(m_question.host);
    case SignInQuestion::What::Answers:
        break;
    }
    return tr("One more step to sign in");
}

QString SignInDialog::sentence() const
{
    switch (m_question.what) {
    case SignInQuestion::What::Password:
        return tr("To sign in as “%1”. It is sent to this server only.").arg(m_question.user);
    case SignInQuestion::What::Passphrase:
        return tr("It opens the key on this computer, to sign in to %1 as “%2”. It is not sent anywhere.")
            .arg(m_question.host, m_question.user);
    case SignInQuestion::What::ProxyPassword:
        return tr("This network lets “%1” through with a password, which the people who run it gave you. It is sent "
                  "to the proxy unencrypted.")
            .arg(m_question.user);
    case SignInQuestion::What::Answers:
        break;
    }
    return tr("%1 wants to know more to let “%2” in.").arg(m_question.host, m_question.user);
}

QString SignInDialog::refusal() const
{
    switch (m_question.what) {
    case SignInQuestion::What::Password:
    case SignInQuestion::What::ProxyPassword:
        return tr("That password was not accepted.");
    case SignInQuestion::What::Passphrase:
        return tr("That passphrase does not open the key.");
    case SignInQuestion::What::Answers:
        break;
    }
    return tr("That was not accepted. A code serves only once, and for a short time.");
}

QString SignInDialog::fieldName(const SignInQuestion::Prompt &prompt) const
{
    switch (m_question.what) {
    case SignInQuestion::What::Password:
    case SignInQuestion::What::ProxyPassword:
        return tr("Password");
    case SignInQuestion::What::Passphrase:
        return tr("Passphrase");
    case SignInQuestion::What::Answers:
        break;
    }
    QString text = prompt.text;
    while (text.endsWith(u':') || text.endsWith(u' '))
        text.chop(1);
    return text.isEmpty() ? tr("Answer") : text;
}

// Servers may take an empty answer for one, but a password never is.
void SignInDialog::updateButton()
{
    const bool mayBeEmpty = m_question.what == SignInQuestion::What::Answers;
    m_signIn->setEnabled(mayBeEmpty || std::none_of(m_fields.begin(), m_fields.end(),
                                                    [](const QLineEdit *field) { return field->text().isEmpty(); }));
}

SignInAnswer SignInDialog::takeAnswer()
{
    SignInAnswer answer;
    for (QLineEdit *field : m_fields) {
        QString text = field->text();
        field->setText({}); // lets go of its copy, so that ours is overwritten
        answer.values.emplace_back(std::move(text));
    }
    answer.keep = m_keep && m_keep->isChecked();
    return answer;
}

std::optional<SignInAnswer> askSignIn(const SignInQuestion &question, const CancelToken &withdrawn, QWidget *parent)
{
    SignInDialog dialog(question, parent);
    if (execUntil(withdrawn, dialog) != QDialog::Accepted)
        return {};
    return dialog.takeAnswer();
}

} // namespace navette::ui
