// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/hostkeydialog.h"

#include "shell/sessionasker.h"
#include "style/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::HostKeyDialog)
};
} // namespace

HostKeyAnswer askHostKey(const HostKeyQuestion &question, const CancelToken &withdrawn, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"hostKeyDialog"_s);
    dialog.setWindowTitle(u"Navette"_s);
    auto *title =
        new Label(Text::tr("Is this your platform’s server?"), TextStyle::PageTitle, ColorRole::Text, &dialog);
    auto *words = new Label(
        Text::tr("Navette connects to %1 for the first time. Your platform can tell you the fingerprint of its server; "
                 "if it is the one below, the server is the right one.")
            .arg(question.port == 22 ? question.host : u"%1:%2"_s.arg(question.host).arg(question.port)),
        TextStyle::Body, ColorRole::Text, &dialog);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *kind = new Label(question.keyType, TextStyle::Secondary, ColorRole::Muted, &dialog);
    auto *fingerprint = new QLabel(question.fingerprint, &dialog);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(13);
    fingerprint->setFont(fixed);
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fingerprint->setAccessibleName(Text::tr("Fingerprint"));
    auto *box = new Surface(&dialog);
    box->body()->addWidget(kind);
    box->body()->addWidget(fingerprint);
    auto *after = new Label(Text::tr("Once trusted, Navette warns you if the server ever shows another one."),
                            TextStyle::Secondary, ColorRole::Muted, &dialog);
    after->setWordWrap(true);

    HostKeyAnswer answer = HostKeyAnswer::Refuse;
    auto *cancel = new Button(Text::tr("Cancel"), ButtonKind::Quiet, {}, &dialog);
    auto *once = new Button(Text::tr("Trust this once"), ButtonKind::Secondary, {}, &dialog);
    auto *trust = new Button(Text::tr("Trust this server"), ButtonKind::Primary, u"lock"_s, &dialog);
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(once, &QPushButton::clicked, &dialog, [&] {
        answer = HostKeyAnswer::TrustOnce;
        dialog.accept();
    });
    QObject::connect(trust, &QPushButton::clicked, &dialog, [&] {
        answer = HostKeyAnswer::TrustAndKeep;
        dialog.accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(once);
    buttons->addWidget(trust);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::large);
    layout->setSpacing(metrics::medium);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addWidget(box);
    layout->addWidget(after);
    layout->addSpacing(metrics::small);
    layout->addLayout(buttons);
    dialog.setMinimumWidth(540);
    execUntil(withdrawn, dialog);
    return answer;
}

} // namespace navette::ui
