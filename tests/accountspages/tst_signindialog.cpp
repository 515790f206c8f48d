// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/signindialog.h"
#include "style/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QTimer>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;
using What = SignInQuestion::What;

namespace
{

SignInQuestion passwordQuestion()
{
    return {.what = What::Password,
            .host = u"sftp.platform.example"_s,
            .user = u"acme-fr"_s,
            .keyFile = {},
            .prompts = {{}},
            .mayKeep = true};
}

SignInQuestion codeQuestion()
{
    return {.what = What::Answers,
            .host = u"sftp.platform.example"_s,
            .user = u"acme-fr"_s,
            .keyFile = {},
            .title = u"Two-step verification"_s,
            .instruction = u"<b>Look</b> at your phone."_s,
            .prompts = {{u"Verification code: "_s, false}, {u"Department"_s, true}}};
}

QStringList texts(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts += label->text();
    return texts;
}

} // namespace

class SignInDialogTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }

    void takesAPassword()
    {
        SignInDialog dialog(passwordQuestion());
        dialog.show();
        const auto fields = dialog.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.front()->echoMode(), QLineEdit::Password);
        auto *signIn = dialog.findChild<QPushButton *>(u"signIn"_s);
        QVERIFY(!signIn->isEnabled()); // nothing is no password
        QTest::keyClicks(fields.front(), u"open sesame"_s);
        QVERIFY(signIn->isEnabled());
        auto *keep = dialog.findChild<QCheckBox *>();
        QVERIFY(keep && !keep->isChecked());
        keep->setChecked(true);
        QTest::keyClick(fields.front(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const SignInAnswer answer = dialog.takeAnswer();
        QCOMPARE(answer.values.size(), size_t(1));
        QCOMPARE(answer.values.front().text(), u"open sesame"_s);
        QVERIFY(answer.keep);
        QVERIFY(fields.front()->text().isEmpty());
    }

    void takesSeveralAnswers()
    {
        SignInDialog dialog(codeQuestion());
        dialog.show();
        const auto fields = dialog.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0]->echoMode(), QLineEdit::Password);
        QCOMPARE(fields[1]->echoMode(), QLineEdit::Normal);
        QCOMPARE(fields[0]->accessibleName(), u"Verification code"_s);
        QVERIFY(!dialog.findChild<QCheckBox *>()); // a code is never kept
        QVERIFY(texts(dialog).contains(u"Two-step verification"_s));
        const QStringList shown = texts(dialog);
        QVERIFY(shown.contains(u"<b>Look</b> at your phone."_s));
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->text().contains(u"<b>"_s))
                QCOMPARE(label->textFormat(), Qt::PlainText); // a server's text steers nothing
        }
        fields[0]->setText(u"123456"_s);
        QVERIFY(dialog.findChild<QPushButton *>(u"signIn"_s)->isEnabled()); // an answer may be empty
        const SignInAnswer answer = dialog.takeAnswer();
        QCOMPARE(answer.values.size(), size_t(2));
        QCOMPARE(answer.values[0].text(), u"123456"_s);
        QVERIFY(answer.values[1].isEmpty());
        QVERIFY(!answer.keep);
    }

    void fitsTheScreenWhateverIsAsked()
    {
        SignInQuestion question = codeQuestion();
        question.instruction = QString(2000, u'x') + u'\n' + QStringList(19, u"line"_s).join(u'\n');
        question.prompts = std::vector<SignInQuestion::Prompt>(16, {QString(200, u'y'), false});
        SignInDialog dialog(question);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.findChild<QScrollArea *>());
        QCOMPARE_LT(dialog.height(), 700);
        QCOMPARE_LT(dialog.width(), 600);
    }

    void closesWhenWithdrawn()
    {
        const CancelSource source;
        QTimer::singleShot(0, [&] { source.cancel(); });
        QVERIFY(!askSignIn(passwordQuestion(), source.token(), nullptr));
        QVERIFY(!askSignIn(passwordQuestion(), source.token(), nullptr)); // also when it was so before
    }

    void givesWhatWasEntered()
    {
        QTimer::singleShot(0, [] {
            auto *dialog = qobject_cast<SignInDialog *>(QApplication::activeModalWidget());
            dialog->findChild<QLineEdit *>()->setText(u"open sesame"_s);
            dialog->accept();
        });
        const auto answer = askSignIn(passwordQuestion(), {}, nullptr);
        QVERIFY(answer);
        QCOMPARE(answer->values.front().text(), u"open sesame"_s);
        QVERIFY(!answer->keep);
    }
};

QTEST_MAIN(SignInDialogTest)
#include "tst_signindialog.moc"
