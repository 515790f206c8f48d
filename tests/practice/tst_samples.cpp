// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The samples say the truth about themselves: judged as they are, each ends as it promises.
#include "flows/flowcatalog.h"
#include "practice/judge.h"
#include "practice/practiceplatform.h"
#include "practice/samplefiles.h"
#include "practice/textfiles.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace navette;

class TestSamples final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void describeThemselves();
    void endAsTheySay_data();
    void endAsTheySay();
    void vipNovemberHoldsItsMistakes();
    void areTheSameEveryTime();
    void changedOnesStay();

private:
    QTemporaryDir m_dir;
    [[nodiscard]] LocalPath folder() const { return toLocalPath(m_dir.path()); }
};

void TestSamples::initTestCase()
{
    for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
        const auto written = practice::writeSamples(platform, folder());
        QVERIFY2(written, written ? "" : qPrintable(written.error().message + written.error().detail));
    }
}

void TestSamples::describeThemselves()
{
    const Result<FlowCatalog> flows = FlowCatalog::load();
    QVERIFY(flows);
    QSet<QString> names;
    for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
        for (const Sample &sample : samples(platform)) {
            QVERIFY2(!sample.description.isEmpty(), qPrintable(sample.fileName));
            QVERIFY2(flows->find(sample.flow), qPrintable(sample.flow));
            QVERIFY2(std::filesystem::exists(folder() / toLocalPath(sample.fileName)), qPrintable(sample.fileName));
            QVERIFY2(!names.contains(sample.fileName), qPrintable(sample.fileName));
            names.insert(sample.fileName);
        }
    }
}

void TestSamples::endAsTheySay_data()
{
    QTest::addColumn<Sample>("sample");
    for (const Sample &sample : samples(Platform::Digitaleo))
        QTest::newRow(qPrintable(sample.fileName)) << sample;
}

void TestSamples::endAsTheySay()
{
    QFETCH(Sample, sample);
    const Result<FlowCatalog> flows = FlowCatalog::load();
    FlowSettings settings; // those of the practice account
    settings.deduplication = Deduplication::Triplet;
    settings.fieldLabels = {{u"Champ 1"_s, u"Points fidélité"_s}, {u"Champ 2"_s, u"Magasin préféré"_s}};
    const Flow flow = configured(*flows->find(sample.flow), settings);
    const practice::Judgement judgement = practice::judge(folder() / toLocalPath(sample.fileName), flow, settings);
    QVERIFY2(judgement.accepted == sample.acceptedAsIs, qPrintable(judgement.reason));
}

void TestSamples::vipNovemberHoldsItsMistakes()
{
    const QByteArray bytes = practice::readWhole(folder() / "vip_november.csv");
    const QList<QByteArray> lines = bytes.split('\n');
    QCOMPARE(lines.size(), 12'357 + 1 + 1); // a header before, nothing after the last line end
    QCOMPARE(lines[0], QByteArray("Civilité,Prénom,Nom,E-mail,Portable,Ville,Référence\r"));
    int unreachable = 0;
    int spaces = 0;
    int letters = 0;
    QSet<QByteArray> seen;
    int twice = 0;
    for (const QByteArray &line : lines.mid(1, 12'357)) {
        const QList<QByteArray> cells = line.chopped(1).split(',');
        QCOMPARE(cells.size(), 7);
        const QByteArray &email = cells[3];
        const bool reachable =
            (email.count('@') == 1 && !email.startsWith('@') && email.contains(".") && !email.contains("..") &&
             !email.contains(' ') && email.indexOf('.', email.indexOf('@')) > 0) ||
            cells[4].size() == 14;
        unreachable += reachable ? 0 : 1;
        spaces += cells[5].endsWith(' ') ? 1 : 0;
        letters += QString::fromUtf8(cells[2]).contains(QRegularExpression(u"[’œŒ]"_s)) ? 1 : 0;
        const QByteArray triplet = cells[3] + ';' + cells[4];
        twice += seen.contains(triplet) ? 1 : 0;
        seen.insert(triplet);
    }
    QCOMPARE(unreachable, 12);
    QCOMPARE(spaces, 86);
    QCOMPARE(letters, 31);
    QCOMPARE(twice, 4);
}

void TestSamples::areTheSameEveryTime()
{
    const QTemporaryDir second;
    QVERIFY(practice::writeSamples(Platform::Digitaleo, toLocalPath(second.path())));
    for (const Sample &sample : samples(Platform::Digitaleo)) {
        if (sample.fileName.endsWith(u".csv"))
            QVERIFY2(practice::readWhole(folder() / toLocalPath(sample.fileName)) ==
                         practice::readWhole(toLocalPath(second.path()) / toLocalPath(sample.fileName)),
                     qPrintable(sample.fileName));
    }
}

void TestSamples::changedOnesStay()
{
    const LocalPath file = folder() / "empty.csv";
    QVERIFY(practice::writeWhole(file, "mine"));
    QVERIFY(practice::writeSamples(Platform::Digitaleo, folder()));
    QCOMPARE(practice::readWhole(file), QByteArray("mine"));
    QVERIFY(practice::writeWhole(file, {}));
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
