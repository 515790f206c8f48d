// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/hostkeydialog.h"

#include "sftp/knownhosts.h"
#include "style/execuntil.h"
#include "style/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

HostKeyDialog::HostKeyDialog(const HostKeyQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_fingerprint(question.fingerprint)
    , m_once(new Button(tr("Trust this once"), ButtonKind::Secondary, {}, this))
    , m_trust(new Button(tr("Trust this server"), ButtonKind::Primary, u"lock"_s, this))
{
    setObjectName(u"hostKeyDialog"_s);
    setWindowTitle(u"Navette"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(addWords(tr("Is this your platform’s server?"), TextStyle::PageTitle, ColorRole::Text));
    layout->addWidget(addWords(
        tr("Navette connects to %1 for the first time. Your platform can tell you the fingerprint of its server; "
           "if it is the one below, the server is the right one.")
            .arg(question.port == 22 ? question.host : u"%1:%2"_s.arg(question.host).arg(question.port)),
        TextStyle::Body, ColorRole::Text));
    layout->addWidget(makeKeyBox(question));
    if (question.certificateExpected)
        layout->addWidget(
            addWords(tr("This computer’s SSH settings expect a certificate of this server, and Navette cannot check "
                        "certificates. Do not trust it before somebody has confirmed the fingerprint."),
                     TextStyle::Body, ColorRole::Warn));
    layout->addWidget(addWords(tr("Once trusted, Navette warns you if the server ever shows another one."),
                               TextStyle::Secondary, ColorRole::Muted));
    layout->addSpacing(metrics::small);

    auto *cancel = new Button(tr("Cancel"), ButtonKind::Quiet, {}, this);
    m_once->setObjectName(u"trustOnce"_s);
    m_trust->setObjectName(u"trustServer"_s);
    cancel->setDefault(question.certificateExpected);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_once, &QPushButton::clicked, this, [this] { answerWith(HostKeyAnswer::TrustOnce); });
    connect(m_trust, &QPushButton::clicked, this, [this] { answerWith(HostKeyAnswer::TrustAndKeep); });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_once);
    buttons->addWidget(m_trust);
    layout->addLayout(buttons);
    setMinimumWidth(540);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &HostKeyDialog::compareWithClipboard);
    compareWithClipboard();
}

Label *HostKeyDialog::addWords(const QString &text, TextStyle style, ColorRole role)
{
    auto *words = new Label(text, style, role, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    return words;
}

QWidget *HostKeyDialog::makeKeyBox(const HostKeyQuestion &question)
{
    auto *box = new Surface(this);
    auto *fingerprint = new QLabel(question.fingerprint, box);
    fingerprint->setTextFormat(Qt::PlainText);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(13);
    fingerprint->setFont(fixed);
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fingerprint->setAccessibleName(tr("Fingerprint"));
    m_comparedIcon = new QLabel(box);
    m_compared = addWords({}, TextStyle::Secondary, ColorRole::Muted);
    m_compared->setObjectName(u"comparedWithClipboard"_s);
    auto *compared = new QHBoxLayout;
    compared->setSpacing(metrics::small);
    compared->addWidget(m_comparedIcon, 0, Qt::AlignTop);
    compared->addWidget(m_compared, 1);
    box->body()->addWidget(new Label(question.keyType, TextStyle::Secondary, ColorRole::Muted, box));
    box->body()->addWidget(fingerprint);
    box->body()->addLayout(compared);
    return box;
}

// Where windows may look into the clipboard only while they are in front, nobody tells of what changed before.
void HostKeyDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    const bool isInFront = event->type() == QEvent::ActivationChange && isActiveWindow();
    if (m_compared != nullptr && (isInFront || event->type() == QEvent::PaletteChange))
        compareWithClipboard();
}

void HostKeyDialog::compareWithClipboard()
{
    const QStringList copied = sftp::fingerprintsIn(QGuiApplication::clipboard()->text());
    const bool same = copied.contains(m_fingerprint);
    const bool other = !copied.isEmpty() && !same;
    const ColorRole role = same ? ColorRole::Ok : other ? ColorRole::Bad : ColorRole::Muted;
    const QString icon = same ? u"ok"_s : other ? u"error"_s : u"info"_s;
    m_comparedIcon->setPixmap(iconPixmap(icon, color(role), 16, devicePixelRatioF()));
    m_compared->setRole(role);
    if (same)
        m_compared->setText(tr("It is the one that you copied."));
    else if (other)
        m_compared->setText(tr("You copied another one: %1. If your platform gave you that one, this is not its "
                               "server. If it has nothing to do with this server, copy any other text to go on.")
                                .arg(copied.first()));
    else
        m_compared->setText(tr("Copy the fingerprint that your platform gave you, and Navette compares the two."));
    m_once->setEnabled(!other);
    m_trust->setEnabled(!other);
}

void HostKeyDialog::answerWith(HostKeyAnswer answer)
{
    m_answer = answer;
    accept();
}

HostKeyAnswer askHostKey(const HostKeyQuestion &question, const CancelToken &withdrawn, QWidget *parent)
{
    HostKeyDialog dialog(question, parent);
    execUntil(withdrawn, dialog);
    return dialog.answer();
}

} // namespace navette::ui
