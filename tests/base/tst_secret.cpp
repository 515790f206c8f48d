// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "support/memoryscan.h"

#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

class TestSecret final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsText();
    void leavesNothingInMemory();
};

void TestSecret::keepsItsText()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QString()).isEmpty());
    QCOMPARE(Secret().utf8(), "");
    const QString text = u"pässwörd \U0001f511"_s;
    const Secret secret(text);
    QVERIFY(!secret.isEmpty());
    QCOMPARE(QByteArray(secret.utf8()), text.toUtf8());
    QCOMPARE(secret.text(), text);
    QCOMPARE(text, u"pässwörd \U0001f511"_s); // others had it too
}

void TestSecret::leavesNothingInMemory()
{
    if (!Canary::canLook())
        QSKIP("Memory can be looked through on Linux without sanitizers only.");
    // Many, as what is freed may be in use again before anybody looks.
    constexpr int many = 100;
    const Canary careless(3);
    {
        QStringList texts;
        for (int i = 0; i < many; ++i)
            texts.append(careless.text());
        QVERIFY(careless.count() >= many);
    }
    QVERIFY(careless.count() > 0); // so what is left behind is found

    const Canary canary(5);
    {
        std::vector<Secret> secrets;
        for (int i = 0; i < many; ++i)
            secrets.emplace_back(canary.text());
        QCOMPARE(canary.count(), many); // and none of the texts that they were made from
        const std::vector<Secret> copies = secrets;
        secrets.clear();
        QCOMPARE(canary.count(), many);
    }
    QCOMPARE(canary.count(), 0);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
