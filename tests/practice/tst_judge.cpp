// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Digitaleo takes and what it refuses, by its own document.
#include "archive/archive.h"
#include "flows/flowcatalog.h"
#include "practice/judge.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace navette;

class TestJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesAndRefuses_data();
    void takesAndRefuses();
    void countsContacts();
    void usesTheAccountsSetUp();
    void limitsSize();
    void opensZips();

private:
    [[nodiscard]] LocalPath write(const QByteArray &bytes, const QString &name = u"x.csv"_s) const;
    [[nodiscard]] practice::Judgement judge(const QByteArray &bytes, const QString &flow = u"import"_s) const;

    QTemporaryDir m_dir;
    FlowCatalog m_flows;
    FlowSettings m_settings;
};

void TestJudge::initTestCase()
{
    const Result<FlowCatalog> flows = FlowCatalog::load();
    QVERIFY2(flows, flows ? "" : qPrintable(flows.error().message));
    m_flows = *flows;
    m_settings.deduplication = Deduplication::Triplet;
    m_settings.fieldLabels = {{u"Champ 1"_s, u"Points fidélité"_s}};
}

LocalPath TestJudge::write(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_dir.filePath(name));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(bytes);
    return toLocalPath(file.fileName());
}

practice::Judgement TestJudge::judge(const QByteArray &bytes, const QString &flow) const
{
    const Flow configuredFlow = configured(*m_flows.find("digitaleo/"_L1 + flow), m_settings);
    return practice::judge(write(bytes), configuredFlow, m_settings);
}

void TestJudge::takesAndRefuses_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, const char *flow, const QByteArray &bytes, bool accepted) {
        QTest::newRow(name) << QString::fromLatin1(flow) << bytes << accepted;
    };
    row("good", "import",
        "Nom;Email\nL\xe9"
        "a;lea@example.org\n",
        true);
    row("no last line feed", "import", "Nom;Email\nJ;j@example.org", true);
    row("label of the account", "import", "Email;Points fid\xe9lit\xe9\nj@example.org;12\n", true);
    row("default label, renamed by the account", "import", "Email;Champ 1\nj@example.org;12\n", false);
    row("document's example", "import",
        "Civilit\xe9;Nom;\"Email\";T\xe9l\xe9phone Fixe;Mobile;R\xe9"
        "f\xe9rence ;\nM.;Pierre ;p@example.org;0286786589;336 90 78 56 90;67676F6\n",
        true);
    row("quoted separator", "import", "Nom;Email\n\"A; B\";j@example.org\n", true);
    row("quoted line feed", "import", "Nom;Email\n\"A\nB\";j@example.org\n", true);
    row("one good row among bad ones", "import", "Nom;Email\nA;\nB;b@\nC;c@example.org\n", true);
    row("windows letters", "import",
        "Nom;Email\nd\x92"
        "A;j@example.org\n",
        true);
    row("empty", "import", "", false);
    row("only line feeds", "import", "\n\n", false);
    row("only a header", "import", "Nom;Email\n", false);
    row("binary", "import", QByteArray("Email\nj@example.org\n\0\1", 22), false);
    row("UTF-8", "import",
        "Nom;Email\nL\xc3\xa9"
        "a;lea@example.org\n",
        false);
    row("byte-order mark", "import",
        "\xef\xbb\xbf"
        "Nom;Email\nJ;j@example.org\n",
        false);
    row("CRLF", "import", "Nom;Email\r\nJ;j@example.org\r\n", false);
    row("lone CR", "import", "Nom;Email\rJ;j@example.org\r", false);
    row("commas", "import", "Nom,Email\nJ,j@example.org\n", false);
    row("unknown label", "import", "Nom;Email;Panier\nJ;j@example.org;3\n", false);
    row("synonym", "import", "Nom;E-mail\nJ;j@example.org\n", false);
    row("label twice", "import", "Email;Email\nj@example.org;j@example.org\n", false);
    row("no means", "import", "Nom;Ville\nJ;Lyon\n", false);
    row("unclosed quote", "import", "Nom;Email\n\"J;j@example.org\nK;k@example.org\n", false);
    row("every row unreachable", "import", "Nom;Email\nJ;j@\nK;\n", false);
    row("SMS by mobile", "optoutSMS", "Mobile\n0799001122\n", true);
    row("SMS by e-mail", "optoutSMS", "Email\nj@example.org\n", false);
    row("VOICE by fixed line", "optinVOICE", "T\xe9l\xe9phone Fixe\n0199001122\n", true);
    row("VOICEMAIL by fixed line", "optoutVOICEMAIL", "T\xe9l\xe9phone Fixe\n0199001122\n", false);
    row("delete", "delete", "Email\nj@example.org\n", true);
}

void TestJudge::takesAndRefuses()
{
    QFETCH(QString, flow);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, accepted);
    const practice::Judgement judgement = judge(bytes, flow);
    QVERIFY2(judgement.accepted == accepted, qPrintable(judgement.reason));
    QCOMPARE(judgement.reason.isEmpty(), accepted);
    QVERIFY2(!judgement.reason.contains(u"example.org"), "a reason names no contact");
}

void TestJudge::countsContacts()
{
    const practice::Judgement judgement = judge("Nom;Email;Mobile\nA;a@example.org;\nB;;06\n\nC;c@;0799 00 11 "
                                                "22\nD;d@example.org;;;\nE;e@example.org;;surplus\n");
    QVERIFY(judgement.accepted);
    QCOMPARE(judgement.contacts.size(), 3u);
    QCOMPARE(judgement.refusedRows, 2);
    QCOMPARE(judgement.contacts[0].email, QByteArray("a@example.org"));
}

void TestJudge::usesTheAccountsSetUp()
{
    m_settings.delimiter = '|';
    QVERIFY(judge("Nom|Email\nJ|j@example.org\n").accepted);
    QVERIFY(!judge("Nom;Email\nJ;j@example.org\n").accepted);
    m_settings.delimiter = ';';
    m_settings.deduplication = Deduplication::Reference;
    QVERIFY(!judge("Nom;Email\nJ;j@example.org\n").accepted);
    QVERIFY(judge("R\xe9"
                  "f\xe9rence;Email\n7;j@example.org\n")
                .accepted);
    QVERIFY(!judge("R\xe9"
                   "f\xe9rence;Email\n;j@example.org\n")
                 .accepted);
    m_settings.deduplication = Deduplication::None;
    QVERIFY(!judge("Email\nj@example.org\n", u"delete"_s).accepted);
    m_settings.deduplication = Deduplication::Triplet;
}

void TestJudge::limitsSize()
{
    constexpr qint64 limit = 20 * 1024 * 1024;
    QByteArray bytes = "Email\nj@example.org\n";
    bytes += QByteArray(limit - bytes.size(), '\n');
    QVERIFY(judge(bytes).accepted);
    QVERIFY(!judge(bytes + '\n').accepted);
}

void TestJudge::opensZips()
{
    const Flow flow = configured(*m_flows.find(u"digitaleo/import"_s), m_settings);
    const LocalPath one = toLocalPath(m_dir.filePath(u"one.zip"_s));
    QVERIFY(archive::writeZip(one, {{u"a.csv"_s, "Email\nj@example.org\n"}}));
    QVERIFY(practice::judge(one, flow, m_settings).accepted);
    const LocalPath bad = toLocalPath(m_dir.filePath(u"bad.zip"_s));
    QVERIFY(archive::writeZip(bad, {{u"a.csv"_s, "Email\r\nj@example.org\r\n"}}));
    QVERIFY(!practice::judge(bad, flow, m_settings).accepted);
    const LocalPath two = toLocalPath(m_dir.filePath(u"two.zip"_s));
    QVERIFY(archive::writeZip(two, {{u"a.csv"_s, "Email\nj@example.org\n"}, {u"b.csv"_s, "Email\nj@example.org\n"}}));
    QVERIFY(!practice::judge(two, flow, m_settings).accepted);
    QFile whole(one);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QVERIFY(!practice::judge(write(whole.readAll().chopped(30), u"cut.zip"_s), flow, m_settings).accepted);
}

QTEST_GUILESS_MAIN(TestJudge)
#include "tst_judge.moc"
