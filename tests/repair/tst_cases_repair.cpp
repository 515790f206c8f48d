// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of cases once more: what each repair does to each of its files (reliability.md, techniques, 7).
#include "repair/repair.h"
#include "repair/repairplan.h"
#include "validation/cases.h"

#include <QTemporaryDir>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const LocalPath &path)
{
    QFile file(QString::fromStdU16String(path.generic_u16string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How many findings of each code there are.
QMap<QString, qint64> countsOf(const Report &report)
{
    QMap<QString, qint64> counts;
    for (const Finding &finding : report.findings)
        counts[key(finding.code)] += finding.count;
    return counts;
}

/// Those that are not about the file as a whole or its header.
std::vector<Finding> rowFindings(const Report &report)
{
    std::vector<Finding> found = report.findings;
    std::erase_if(found, [](const Finding &finding) { return !isAboutRows(finding.code); });
    return found;
}

/// With their words, but without the places: a cell that was repaired is another one there.
QStringList linesOf(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        QStringList parts{key(finding.code), QString::number(finding.count), finding.headline, finding.consequence};
        parts += finding.severity == Severity::Error ? u"error"_s : u"warning"_s;
        parts += finding.refusesFile ? u"refuses"_s : QString();
        parts += finding.repair ? key(*finding.repair) : QString();
        lines += parts.join(u'|');
    }
    return lines;
}

/// Nobody repairs these in the bytes: the name is given at sending, and a part of a file is another one.
bool isAboutBytes(RepairKind kind)
{
    return kind != RepairKind::FileName && kind != RepairKind::Zip && kind != RepairKind::Split;
}

} // namespace

class TestCasesRepair : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void repairs_data();
    void repairs();
    void cleanupTestCase();

private:
    /// Checks what holds for any set of repairs; false where a letter that nothing stands for is in the way.
    bool holds(const CheckInput &input, const Report &report, const std::set<RepairKind> &kinds);

    QTemporaryDir m_folder;
    std::vector<Case> m_cases;
    int m_files = 0;
    int m_told = 0; ///< copies of which the source's report told what is left
};

void TestCasesRepair::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_cases = CaseReader::readAll(QStringLiteral(NAVETTE_CASES_DIR));
}

void TestCasesRepair::repairs_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_cases.size(); ++i)
        QTest::addRow("%s: %s", qPrintable(m_cases[i].section), qPrintable(m_cases[i].title)) << static_cast<int>(i);
}

bool TestCasesRepair::holds(const CheckInput &input, const Report &report, const std::set<RepairKind> &kinds)
{
    const auto pathOf = [&] { return toLocalPath(m_folder.filePath(QString::number(++m_files) + u".csv"_s)); };
    const auto outcome = writeRepaired(input, report, kinds, pathOf());
    if (!outcome && outcome.error().kind == ErrorKind::Unsupported)
        return false;
    [&] {
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
        const RepairPlan plan(input, kinds);
        const csv::Dialect written = plan.isPlainCopy() ? input.file->dialect() : plan.dialect;
        csv::DialectHints hints;
        hints.encoding = written.encoding;
        hints.delimiter = written.delimiter;
        const QByteArray once = contentOf(outcome->file);
        const auto file = csv::CsvFile::fromBytes(once, input.file->name(), hints);
        QVERIFY2(file, once.toPercentEncoding().constData());
        CheckInput again = input;
        again.file = *file;
        const Report second = checked(again);
        const QByteArray text = linesOf(report).join(u'\n').toUtf8() + "\n--- then ---\n" +
                                linesOf(second).join(u'\n').toUtf8() + "\n" + once.left(2000);

        // It checks clean of what was repaired, and nothing new is found.
        for (const Finding &finding : second.findings)
            QVERIFY2(!finding.repair || !isAboutBytes(*finding.repair) || !kinds.contains(*finding.repair),
                     text.constData());
        const auto before = countsOf(report);
        const auto after = countsOf(second);
        for (auto it = after.cbegin(); it != after.cend(); ++it)
            QVERIFY2(it.value() <= before.value(it.key()), text.constData());
        if (const auto left = rowFindingsLeft(report, kinds, *outcome)) {
            ++m_told;
            QVERIFY2(linesOf(*left) == linesOf(rowFindings(second)), text.constData());
        }
        if (kinds.contains(RepairKind::DropInvalidRows))
            QVERIFY2(second.stats.invalidRows == 0, text.constData());

        // Repairing a repaired file changes nothing.
        const auto twice = writeRepaired(again, second, kinds, pathOf());
        QVERIFY(twice);
        QVERIFY2(contentOf(twice->file) == once, text.constData());

        // No row goes but those that were said to go.
        const qint64 blank = before.value(u"blank-row"_s) - after.value(u"blank-row"_s);
        QCOMPARE(outcome->rows,
                 report.stats.rows - outcome->droppedInvalid - outcome->droppedDuplicates - outcome->droppedUnknown);
        QVERIFY(blank >= 0);
        QCOMPARE(second.stats.rows, outcome->rows);
    }();
    return true;
}

void TestCasesRepair::repairs()
{
    QFETCH(const int, index);
    const CheckInput input = inputOf(m_cases[static_cast<std::size_t>(index)]);
    const Report report = checked(input);
    const auto proposals = proposeRepairs(input, report);
    QVERIFY(proposals);
    std::set<RepairKind> recommended;
    std::set<RepairKind> all;
    for (const ProposedRepair &proposal : *proposals) {
        QVERIFY(!proposal.title.isEmpty() && !proposal.title.contains(u'%'));
        QVERIFY(proposal.count > 0);
        if (proposal.kind == RepairKind::Zip)
            continue;
        all.insert(proposal.kind);
        if (proposal.recommended)
            recommended.insert(proposal.kind);
        (void)holds(input, report, {proposal.kind}); // each alone
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(holds(input, report, recommended) || !report.isValid());
    if (!QTest::currentTestFailed())
        (void)holds(input, report, all);
    // A finding that names a repair is one for which there is a proposal.
    for (const Finding &finding : report.findings) {
        if (finding.repair && *finding.repair != RepairKind::Zip)
            QVERIFY2(all.contains(*finding.repair), qPrintable(key(*finding.repair)));
    }
}

void TestCasesRepair::cleanupTestCase()
{
    QVERIFY2(m_told > 500, qPrintable(QString::number(m_told)));
}

QTEST_GUILESS_MAIN(TestCasesRepair)
#include "tst_cases_repair.moc"
