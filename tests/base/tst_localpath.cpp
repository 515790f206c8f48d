// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/localpath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;

class LocalPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {u"list.csv", u"été à Noël.csv", u"世界.csv", u"😀.csv", u"100 % sûr.csv", u"a'b.csv"})
            QTest::newRow(QString::fromUtf16(name).toUtf8().constData()) << QString::fromUtf16(name);
    }
    void keepsNames()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        const QString text = dir.path() + u'/' + name;
        const LocalPath path = toLocalPath(text);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{name});
        QVERIFY(std::filesystem::exists(path));
        QCOMPARE(fileName(path), name);
        QCOMPARE(displayText(path), QDir::toNativeSeparators(text));
    }
};

QTEST_GUILESS_MAIN(LocalPathTest)
#include "tst_localpath.moc"
