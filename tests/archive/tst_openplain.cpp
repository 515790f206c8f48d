// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"
#include "archive/rawzip.h"
#include "base/privatefolder.h"

#include <QFile>
#include <QTest>

using namespace navette;
using namespace navette::archive;

namespace
{

const QByteArray csv("Email;Nom\nana@example.org;Ana\n");

} // namespace

class OpenPlainTest : public QObject
{
    Q_OBJECT

private:
    PrivateFolder m_folder = *PrivateFolder::make();

    LocalPath put(const char *name, const QByteArray &bytes)
    {
        const LocalPath path = m_folder.path() / name;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its file.");
        return path;
    }

private Q_SLOTS:
    void goesByContentNotByName()
    {
        QCOMPARE(kindOf(put("a.gz", csv)).value(), Kind::Plain);
        QCOMPARE(kindOf(put("b.csv", rawzip::made({.entries = {{"a.csv", csv}}}))).value(), Kind::Zip);
        QCOMPARE(kindOf(put("c.zip", {})).value(), Kind::Plain);
        QCOMPARE(kindOf(put("d.txt", "PK")).value(), Kind::Plain);
        QCOMPARE(kindOf(put("e.zip", rawzip::made({}))).value(), Kind::Zip);
    }

    void opensTheOnlyFile()
    {
        const auto content = openPlain(put("list.zip", rawzip::made({.entries = {{"folder/", ""},
                                                                                 {"folder/list.csv", csv},
                                                                                 {"__MACOSX/folder/._list.csv", "x"},
                                                                                 {"folder/.DS_Store", "x"}}})));
        QVERIFY2(content, qPrintable(content ? QString() : content.error().detail));
        QCOMPARE(content->kind, Kind::Zip);
        QCOMPARE(content->name, QStringLiteral("folder/list.csv"));
        QCOMPARE(content->bytes, csv);
    }

    void tellsAnEmptyFileFromAPlainOne()
    {
        QVERIFY(!openPlain(put("empty-inside.zip", rawzip::made({.entries = {{"a.csv", ""}}})))->bytes.isNull());
        const auto plain = openPlain(put("plain.csv", csv));
        QCOMPARE(plain->kind, Kind::Plain);
        QCOMPARE(plain->name, QStringLiteral("plain.csv"));
        QVERIFY(plain->bytes.isNull());
    }

    void opensGzip()
    {
        const LocalPath path = m_folder.path() / "devices.CSV.GZ";
        QVERIFY(writeGzip(path, csv));
        const auto content = openPlain(path);
        QCOMPARE(content->kind, Kind::Gzip);
        QCOMPARE(content->name, QStringLiteral("devices.CSV"));
        QCOMPARE(content->bytes, csv);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no file") << rawzip::made({}) << ErrorKind::BadFormat;
        QTest::newRow("only a folder") << rawzip::made({.entries = {{"folder/", ""}}}) << ErrorKind::BadFormat;
        QTest::newRow("two files") << rawzip::made({.entries = {{"a.csv", csv}, {"b.csv", csv}}})
                                   << ErrorKind::BadFormat;
        QTest::newRow("7-Zip") << QByteArray("7z\xBC\xAF\x27\x1C\0\x04", 8) << ErrorKind::Unsupported;
        QTest::newRow("bzip2") << QByteArray("BZh91AY&SY....") << ErrorKind::Unsupported;
        QTest::newRow("xz") << QByteArray("\xFD"
                                          "7zXZ\0\0\x04",
                                          8)
                            << ErrorKind::Unsupported;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        const auto content = openPlain(put("refused", bytes));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, kind);
    }

    void takesTextThatLooksLikeAMagic() { QVERIFY(openPlain(put("bzh.csv", "BZhang;Nom\n"))); }

    void saysWhatIsNotAFile()
    {
        QCOMPARE(kindOf(m_folder.path() / "none.csv").error().kind, ErrorKind::NotFound);
        QCOMPARE(kindOf(m_folder.path()).error().kind, ErrorKind::NotAFile);
        QCOMPARE(openPlain(m_folder.path()).error().kind, ErrorKind::NotAFile);
        QCOMPARE(listZip(m_folder.path()).error().kind, ErrorKind::NotAFile);
#ifdef Q_OS_UNIX
        QCOMPARE(kindOf("/dev/zero").error().kind, ErrorKind::NotAFile);
#endif
    }
};

QTEST_GUILESS_MAIN(OpenPlainTest)
#include "tst_openplain.moc"
