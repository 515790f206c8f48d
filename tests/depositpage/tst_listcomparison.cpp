// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/listcomparison.h"
#include "flows/flowcatalog.h"

#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

class TestListComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contactsAreToldApartAsTheAccountDoes_data()
    {
        QTest::addColumn<Deduplication>("deduplication");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("result"); // added kept removed | names added | names removed
        using D = Deduplication;
        QTest::newRow("join, stay, leave")
            << D::Triplet << QByteArray("Nom;Email\nA;a@x.org\nB;b@x.org\n")
            << QByteArray("Nom;Email\nB;b@x.org\nC;c@x.org\n") << u"1 1 1 | c@x.org | a@x.org"_s;
        QTest::newRow("other column order, case and phone spelling")
            << D::Triplet << QByteArray("Email;Mobile\na@x.org;06 12 34 56 78\n")
            << QByteArray("Mobile;Nom;Email\n+33612345678;A;A@X.org \n") << u"0 1 0 |  | "_s;
        QTest::newRow("by reference, whatever the address") << D::Reference
                                                            << QByteArray("R\xE9"
                                                                          "f\xE9"
                                                                          "rence;Email\n1;a@x.org\n2;b@x.org\n")
                                                            << QByteArray("R\xE9"
                                                                          "f\xE9"
                                                                          "rence;Email\n1;new@x.org\n")
                                                            << u"0 1 1 |  | 2"_s;
        QTest::newRow("a contact that stands twice counts once")
            << D::Triplet << QByteArray("Email\n\n") << QByteArray("Email\na@x.org\na@x.org\n")
            << u"1 0 0 | a@x.org | "_s;
        QTest::newRow("rows nobody can be reached by do not count")
            << D::Triplet << QByteArray("Nom;Email\nA;\n") << QByteArray("Nom;Email\nB;\n") << u"0 0 0 |  | "_s;
    }
    void contactsAreToldApartAsTheAccountDoes()
    {
        QFETCH(Deduplication, deduplication);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, result);
        const auto catalog = FlowCatalog::load();
        QVERIFY(catalog);
        FlowSettings settings;
        settings.deduplication = deduplication;
        const Flow flow = configured(*catalog->find(u"digitaleo/import"_s), settings);
        const auto old = csv::CsvFile::fromBytes(before, u"old.csv"_s, {.encoding = {}, .delimiter = ';', .quote = {}});
        const auto fresh =
            csv::CsvFile::fromBytes(after, u"new.csv"_s, {.encoding = {}, .delimiter = ';', .quote = {}});
        QVERIFY(old && fresh);
        const auto compared = compareLists(**old, **fresh, flow, settings);
        QVERIFY(compared);
        QCOMPARE(u"%1 %2 %3 | %4 | %5"_s.arg(compared->added)
                     .arg(compared->kept)
                     .arg(compared->removed)
                     .arg(compared->addedNames.join(u','), compared->removedNames.join(u',')),
                 result);
    }
};

QTEST_GUILESS_MAIN(TestListComparison)
#include "tst_listcomparison.moc"
