// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of cases: every rule of the two specs about files, names, columns, rows and cells.
#include "validation/cases.h"

using namespace navette;
using namespace Qt::StringLiterals;

class TestCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thereAreEnough();
    void findings_data();
    void findings();

private:
    std::vector<Case> m_cases;
};

void TestCases::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_cases = CaseReader::readAll(QStringLiteral(NAVETTE_CASES_DIR));
}

void TestCases::thereAreEnough()
{
    QVERIFY(m_cases.size() >= 300);
    QSet<QString> names;
    QSet<QString> flows;
    QSet<QString> codes;
    for (const Case &one : m_cases) {
        QVERIFY2(!names.contains(one.section + one.title), qPrintable(one.title));
        QVERIFY2(!one.expected.isEmpty(), qPrintable(one.title));
        names.insert(one.section + one.title);
        flows.insert(QString::fromUtf8(one.flow));
        for (const QString &line : one.expected.mid(1))
            codes.insert(line.section(u' ', 1, 1));
    }
    QCOMPARE(flows.size(), 16);
    // Every code of cli.md is met.
    for (int i = 0; i <= static_cast<int>(FindingCode::InconsistentTotal); ++i)
        QVERIFY2(codes.contains(key(static_cast<FindingCode>(i))), qPrintable(key(static_cast<FindingCode>(i))));
}

void TestCases::findings_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        QTest::addRow("%s: %s", qPrintable(m_cases[i].section), qPrintable(m_cases[i].title)) << static_cast<int>(i);
}

void TestCases::findings()
{
    QFETCH(const int, index);
    const Case &one = m_cases[static_cast<std::size_t>(index)];
    const Report report = checked(inputOf(one));
    const QStringList lines = linesOf(report);
    if (qEnvironmentVariableIsSet("NAVETTE_PRINT_CASES")) // to write a table; what it holds is for a person to judge
        printf("##%d\n%s\n", one.line, qPrintable(lines.join(u'\n')));
    QCOMPARE(lines.join(u'\n'), one.expected.join(u'\n'));
    QString texts;
    for (const Finding &finding : report.findings) {
        QVERIFY2(!finding.headline.isEmpty() && !finding.headline.contains(u'%'), qPrintable(finding.headline));
        QVERIFY2(finding.consequence.endsWith(u'.') && !finding.consequence.contains(u'%'),
                 qPrintable(finding.consequence));
        texts += finding.headline + u'\n' + finding.consequence + u'\n';
        QCOMPARE(qint64(finding.places.size()), finding.count);
        for (const Place &place : finding.places) {
            QVERIFY2(place.message.endsWith(u'.'), qPrintable(place.message));
            texts += place.message + u'\n';
        }
    }
    if (qEnvironmentVariableIsSet("NAVETTE_PRINT_TEXTS")) // to read them as the person would
        printf("%s\n", qPrintable(texts));
    for (const QString &text : one.says)
        QVERIFY2(texts.contains(text), qPrintable(texts));
    QCOMPARE(report.stats.validRows + report.stats.invalidRows, report.stats.rows);
    QCOMPARE(qint64(report.invalidRowNumbers.size()), report.stats.invalidRows);
    QCOMPARE(report.supersededRowNumbers.size(), report.duplicateRowNumbers.size());
}

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
