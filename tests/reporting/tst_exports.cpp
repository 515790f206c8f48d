// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting/exports.h"
#include "support/memoryremote.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const QDate today(2015, 12, 10);

constexpr auto header =
    "\"message_id\";\"message_name\";\"message_type\";\"campaign_id\";\"campaign_name\";\"send_date\";"
    "\"number_of_targets\";\"number_of_bounces\";\"number_of_messages_sent\";\"number_of_reactions\"\n";

QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(compressBound(uLong(bytes.size()))) + 64, '\0');
    z_stream stream{};
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QStringList printed(const Result<std::vector<ExportFile>> &files)
{
    if (!files)
        return {files.error().message};
    QStringList texts;
    for (const ExportFile &file : *files)
        texts += file.day.toString(Qt::ISODate) + u' ' + file.flowId.section(u'/', 1) +
                 (file.onPlatform ? u" platform"_s : u""_s) + (file.compressed ? u" gz"_s : u""_s) +
                 (file.kept ? u" kept"_s : u""_s) + u" %1"_s.arg(file.daysLeft);
    return texts;
}

} // namespace

class TestExports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void exportsAreListed();
    void plainGoesBeforeCompressedWhileBothAreThere();
    void fetchedExportsStay();
    void growingExportIsFetchedAgain();
    void messageFiguresAddUp();
    void reactionsAreCountedPerMessage();
    void devicesAreCountedByWhatIsThere();
    void compressedIsReadToo();
    void cutGzipIsRefused();
    void wrongFileIsRefused();

private:
    LocalPath folder() const { return toLocalPath(m_folder->filePath(u"kept"_s)); }
    LocalPath write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return toLocalPath(file.fileName());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    Account m_account;
};

void TestExports::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_account = {};
    m_account.platform = Platform::Accengage;
    m_account.settings.appId = u"6"_s;
    m_account.exportsDirectory = u"out"_s;
}

void TestExports::exportsAreListed()
{
    MemoryRemote remote(u"out/exportDevices_6_20151209.csv = a\n"
                        "out/exportDevices_6_20151208.csv.gz = b\n"
                        "out/exportDevicesReactions_6_20151209.csv = c\n"
                        "out/exportMessagesStatistics_6_20151202.csv.gz = d\n"
                        "out/exportDevices_7_20151209.csv = other application\n"
                        "out/exportDevices_6_20151309.csv = no day\n"
                        "out/staticlist_x_6_20151209101010.csv = e\n"_s);
    QCOMPARE(printed(listExports(remote, m_account, folder(), today)),
             (QStringList{u"2015-12-09 exportDevices platform 7"_s, u"2015-12-09 exportDevicesReactions platform 7"_s,
                          u"2015-12-08 exportDevices platform gz 6"_s,
                          u"2015-12-02 exportMessagesStatistics platform gz 0"_s}));
    m_account.exportsDirectory = u"none"_s;
    QCOMPARE(listExports(remote, m_account, folder(), today).error().kind, ErrorKind::NotFound);
}

void TestExports::plainGoesBeforeCompressedWhileBothAreThere()
{
    MemoryRemote remote(u"out/exportDevices_6_20151209.csv = a\nout/exportDevices_6_20151209.csv.gz = half\n"_s);
    QCOMPARE(printed(listExports(remote, m_account, folder(), today)),
             QStringList{u"2015-12-09 exportDevices platform 7"_s});
}

void TestExports::fetchedExportsStay()
{
    MemoryRemote remote(u"out/exportDevices_6_20151209.csv = abc\n"_s);
    const auto files = listExports(remote, m_account, folder(), today);
    QVERIFY(files);
    const auto path = fetchExport(remote, files->front(), folder());
    QVERIFY2(path.has_value(), qUtf8Printable(path ? QString() : path.error().message));
    QFile file(*path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("abc"));
    // The platform compresses it, then removes it: ours stays.
    QVERIFY(remote.take("out/exportDevices_6_20151209.csv"));
    remote.addFile("out/exportDevices_6_20151209.csv.gz", "packed");
    QCOMPARE(printed(listExports(remote, m_account, folder(), today)),
             QStringList{u"2015-12-09 exportDevices platform gz kept 7"_s});
    QVERIFY(remote.take("out/exportDevices_6_20151209.csv.gz"));
    const auto later = listExports(remote, m_account, folder(), today.addDays(60));
    QCOMPARE(printed(later), QStringList{u"2015-12-09 exportDevices kept 0"_s});
    QCOMPARE(fetchExport(remote, later->front(), folder()), *path);
}

void TestExports::growingExportIsFetchedAgain()
{
    MemoryRemote remote(u"out/exportDevices_6_20151209.csv = abc\n"_s);
    QVERIFY(fetchExport(remote, listExports(remote, m_account, folder(), today)->front(), folder()));
    remote.addFile("out/exportDevices_6_20151209.csv", "abcdef");
    auto files = listExports(remote, m_account, folder(), today);
    QCOMPARE(printed(files), QStringList{u"2015-12-09 exportDevices platform 7"_s});
    const auto path = fetchExport(remote, files->front(), folder());
    QVERIFY(path);
    QCOMPARE(fileName(*path), u"exportDevices_6_20151209 (2).csv"_s);
    files = listExports(remote, m_account, folder(), today);
    QCOMPARE(files->front().kept, *path);
    QVERIFY(remote.take("out/exportDevices_6_20151209.csv"));
    files = listExports(remote, m_account, folder(), today);
    QCOMPARE(files->size(), std::size_t(1));
    QCOMPARE(files->front().kept, *path);
}

void TestExports::messageFiguresAddUp()
{
    const LocalPath path =
        write(u"exportMessagesStatistics_6_20151209.csv"_s,
              QByteArray(header) +
                  "\"12\";\"No\xc3\xabl\";\"push notification\";\"1\";\"C\";\"2015-12-08 "
                  "10:00:00\";\"100\";\"4\";\"96\";\"7\"\n"
                  "\n"
                  "\"13\";\"Autre\";\"in-app message\";\"\";\"\";\"2015-12-08 10:00:00\";\"5\";\"0\";\"5\";\"1\"\n"
                  "\"12\";\"No\xc3\xabl\";\"push notification\";\"1\";\"C\";\"2015-12-08 "
                  "10:00:00\";\"0\";\"0\";\"0\";\"50\"\n"
                  "\"14\";\"short\"\n");
    const auto figures = readMessageFigures(path);
    QVERIFY2(figures.has_value(), qUtf8Printable(figures ? QString() : figures.error().message));
    QCOMPARE(figures->size(), std::size_t(3));
    QCOMPARE(figures->at(0).messageName, u"Noël"_s);
    QCOMPARE(figures->at(0).messageType, u"push notification"_s);
    QCOMPARE(figures->at(0).targets, 100);
    QCOMPARE(figures->at(0).bounces, 4);
    QCOMPARE(figures->at(0).sent, 96);
    QCOMPARE(figures->at(0).reactions, 57);
    QCOMPARE(figures->at(1).sent, 5);
    QCOMPARE(figures->at(2).targets, 0);
}

void TestExports::reactionsAreCountedPerMessage()
{
    const auto figures =
        readReactionFigures(write(u"r.csv"_s, "member_id;device_id;message_id;message_name;optin;bounce;reaction\n"
                                              "1;a;7;Soldes;1;0;1\n2;b;7;Soldes;1;1;0\n3;c;8;Autre;0;0;0\n"));
    QVERIFY2(figures.has_value(), qUtf8Printable(figures ? QString() : figures.error().message));
    QCOMPARE(figures->size(), std::size_t(2));
    const ReactionFigures &message = figures->front();
    QCOMPARE(message.messageName, u"Soldes"_s);
    QCOMPARE(message.devices, 2);
    QCOMPARE(message.optIns, 2);
    QCOMPARE(message.bounces, 1);
    QCOMPARE(message.reactions, 1);
    QVERIFY(!readReactionFigures(write(u"s.csv"_s, "message_id;optin\n1;1\n")));
}

void TestExports::devicesAreCountedByWhatIsThere()
{
    const auto figures = readDeviceFigures(write(u"d.csv"_s, "device_id;device_model;country_code;enabled_push\n"
                                                             "a;iPhone4,1;FR;1\nb;iPhone4,1;;0\nc;Pixel;FR;1\n"));
    QVERIFY2(figures.has_value(), qUtf8Printable(figures ? QString() : figures.error().message));
    QCOMPARE(figures->devices, 3);
    QCOMPARE(figures->models, (QMap<QString, qint64>{{u"Pixel"_s, 1}, {u"iPhone4,1"_s, 2}}));
    QCOMPARE(figures->countries, (QMap<QString, qint64>{{u""_s, 1}, {u"FR"_s, 2}}));
    QVERIFY(figures->languages.isEmpty());
    QCOMPARE(figures->pushEnabled, 2);
    QCOMPARE(figures->systemPushOptIns, 0);
}

void TestExports::compressedIsReadToo()
{
    const QByteArray csv = QByteArray(header) + "\"12\";\"a\";\"b\";\"\";\"\";\"\";\"3\";\"1\";\"2\";\"1\"\n";
    const auto figures = readMessageFigures(write(u"x.csv.gz"_s, gzipped(csv)));
    QVERIFY2(figures.has_value(), qUtf8Printable(figures ? QString() : figures.error().message));
    QCOMPARE(figures->front().targets, 3);
}

void TestExports::cutGzipIsRefused()
{
    const QByteArray csv = QByteArray(header) + "\"12\";\"a\";\"b\";\"\";\"\";\"\";\"3\";\"1\";\"2\";\"1\"\n";
    const QByteArray packed = gzipped(csv);
    const auto figures = readMessageFigures(write(u"x.csv.gz"_s, packed.first(packed.size() - 4)));
    QVERIFY(!figures);
    QCOMPARE(figures.error().kind, ErrorKind::BadFormat);
}

void TestExports::wrongFileIsRefused()
{
    const auto wrong = readMessageFigures(write(u"y.csv"_s, "message_id;number_of_targets\n1;2\n"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::BadFormat);
    QVERIFY(wrong.error().message.contains(u"message_name"_s));
    QCOMPARE(readMessageFigures(toLocalPath(m_folder->filePath(u"none"_s))).error().kind, ErrorKind::NotFound);
    QCOMPARE(readMessageFigures(write(u"z.csv"_s, QByteArray())).error().kind, ErrorKind::BadFormat);
}

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
