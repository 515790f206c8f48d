// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace navette;

class TestSha256 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithQt();
};

void TestSha256::agreesWithQt()
{
    Sha256 hash;
    QCryptographicHash expected(QCryptographicHash::Sha256);
    QCOMPARE(hash.result(), expected.result());
    for (int size = 0; size < 300; ++size) {
        const QByteArray bytes(size, static_cast<char>(size));
        hash.addData(bytes);
        expected.addData(bytes);
        QCOMPARE(hash.result(), expected.result());
    }
}

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
