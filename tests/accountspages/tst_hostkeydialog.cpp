// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/hostkeydialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

const QString shown = u"SHA256:OYlbR2oFEzjYIwnvKtQXd9IhROF5Fd3vGkD4l8oqBlk"_s;
const QString other = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;

HostKeyQuestion question(bool certificateExpected = false)
{
    return {.host = u"sftp.platform.example"_s,
            .port = 2222,
            .keyType = u"ssh-ed25519"_s,
            .fingerprint = shown,
            .certificateExpected = certificateExpected};
}

} // namespace

/// The question about an unknown server, and what the clipboard has to say to it.
class HostKeyDialogTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void showsTheKeyAndDoesNothingUnasked()
    {
        HostKeyDialog dialog(question());
        QCOMPARE(dialog.answer(), HostKeyAnswer::Refuse);
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(shown) && texts.contains(u"ssh-ed25519"_s));
        QVERIFY(texts.join(u' ').contains(u"sftp.platform.example:2222"_s));
        dialog.reject();
        QCOMPARE(dialog.answer(), HostKeyAnswer::Refuse);
    }

    void answers_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<HostKeyAnswer>("answer");
        QTest::newRow("once") << u"trustOnce"_s << HostKeyAnswer::TrustOnce;
        QTest::newRow("from now on") << u"trustServer"_s << HostKeyAnswer::TrustAndKeep;
    }
    void answers()
    {
        QFETCH(const QString, button);
        QFETCH(const HostKeyAnswer, answer);
        HostKeyDialog dialog(question());
        dialog.findChild<QPushButton *>(button)->click();
        QCOMPARE(dialog.answer(), answer);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void comparesWithTheClipboard_data()
    {
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("mayTrust");
        QTest::newRow("nothing") << QString() << u"compares the two"_s << true;
        QTest::newRow("something else") << u"hello"_s << u"compares the two"_s << true;
        QTest::newRow("the same") << shown << u"that you copied"_s << true;
        QTest::newRow("the same, in a sentence")
            << u"Its fingerprint is %1."_s.arg(shown) << u"that you copied"_s << true;
        QTest::newRow("the same and another one") << other + u'\n' + shown << u"that you copied"_s << true;
        QTest::newRow("another one") << other << other << false;
    }
    void comparesWithTheClipboard()
    {
        QFETCH(const QString, copied);
        QFETCH(const QString, said);
        QFETCH(const bool, mayTrust);
        const auto check = [&](const HostKeyDialog &dialog) {
            const auto *compared = dialog.findChild<QLabel *>(u"comparedWithClipboard"_s);
            return compared->text().contains(said) &&
                   dialog.findChild<QPushButton *>(u"trustOnce"_s)->isEnabled() == mayTrust &&
                   dialog.findChild<QPushButton *>(u"trustServer"_s)->isEnabled() == mayTrust;
        };
        const HostKeyDialog before(question()); // copied while it is open
        QGuiApplication::clipboard()->setText(copied);
        QTRY_VERIFY(check(before));
        QVERIFY(check(HostKeyDialog(question())));
    }

    void anExpectedCertificateIsNamed()
    {
        const auto isNamed = [](const HostKeyDialog &dialog) {
            const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->text().contains(u"certificate"_s); });
        };
        QVERIFY(!isNamed(HostKeyDialog(question())));
        QVERIFY(isNamed(HostKeyDialog(question(true))));
        HostKeyDialog dialog(question(true));
        QVERIFY(!dialog.findChild<QPushButton *>(u"trustServer"_s)->isDefault());
    }
};

QTEST_MAIN(HostKeyDialogTest)
#include "tst_hostkeydialog.moc"
