// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "validation/duplicates.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace navette;

namespace
{

ContactKey keyOf(ContactHasher &hasher, const QByteArrayList &parts, std::uint32_t row = 2, bool foldCase = false)
{
    hasher.begin();
    for (const QByteArray &part : parts) {
        // The room behind holds something else each time.
        QByteArray roomy = part + QByteArray(int(RoomyText::room), char('a' + row % 26));
        hasher.add(RoomyText({roomy.constData(), std::size_t(part.size())}), foldCase);
    }
    return hasher.key(row);
}

bool sameContact(const ContactKey &left, const ContactKey &right)
{
    return left.hash == right.hash && left.more == right.more;
}

} // namespace

class TestDuplicates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAreTheirOwn();
    void caseIsFoldedWhereAsked();
    void nothingIsNoContact();
    void findsWhatAMapFinds_data();
    void findsWhatAMapFinds();
};

/// The same letters elsewhere are another contact.
void TestDuplicates::partsAreTheirOwn()
{
    ContactHasher hasher(42);
    const QList<QByteArrayList> contacts{{"ab", "", ""},
                                         {"", "ab", ""},
                                         {"", "", "ab"},
                                         {"a", "b", ""},
                                         {"", "a", "b"},
                                         {QByteArray("ab\0", 3), "", ""},
                                         {"aabb", "", ""},
                                         {"aa", "bb", ""},
                                         {"bb", "aa", ""},
                                         {QByteArray(16, 'a'), "", ""},
                                         {QByteArray(17, 'a'), "", ""},
                                         {QByteArray(16, 'a'), "a", ""},
                                         {QByteArray(200, 'a'), "", ""},
                                         {QByteArray(199, 'a'), "", ""}};
    for (qsizetype i = 0; i < contacts.size(); ++i) {
        for (qsizetype j = 0; j < contacts.size(); ++j) {
            const ContactKey one = keyOf(hasher, contacts[i], 3);
            const ContactKey other = keyOf(hasher, contacts[j], 4);
            QCOMPARE(sameContact(one, other), i == j);
        }
    }
    ContactHasher others(43);
    QVERIFY(!sameContact(keyOf(hasher, {"ab"}), keyOf(others, {"ab"})));
}

void TestDuplicates::caseIsFoldedWhereAsked()
{
    ContactHasher hasher(1);
    const QByteArray small = "jean-baptiste.o'neill@example.org";
    const QByteArray mixed = "Jean-Baptiste.O'Neill@EXAMPLE.org";
    QVERIFY(sameContact(keyOf(hasher, {small}, 2, true), keyOf(hasher, {mixed}, 3, true)));
    QVERIFY(!sameContact(keyOf(hasher, {small}), keyOf(hasher, {mixed})));
    // Only letters: [ and { differ by the same bit.
    QVERIFY(!sameContact(keyOf(hasher, {"a["}, 2, true), keyOf(hasher, {"a{"}, 2, true)));
}

void TestDuplicates::nothingIsNoContact()
{
    ContactHasher hasher(1);
    (void)keyOf(hasher, {"", ""});
    QVERIFY(hasher.isEmpty());
    (void)keyOf(hasher, {"", "a"});
    QVERIFY(!hasher.isEmpty());
    hasher.begin();
    QVERIFY(hasher.isEmpty());
}

void TestDuplicates::findsWhatAMapFinds_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("contacts");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one contact in all rows") << 1000 << 1;
    QTest::newRow("few repeats") << 200'000 << 10'000'000;
    QTest::newRow("many repeats") << 200'000 << 5000;
}

void TestDuplicates::findsWhatAMapFinds()
{
    QFETCH(const int, rows);
    QFETCH(const int, contacts);
    QRandomGenerator random(9);
    ContactHasher hasher(7);
    DuplicateFinder finder(rows / 3); // a guess too low, as they are
    QMap<int, std::uint32_t> last;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (std::uint32_t row = 2; row < std::uint32_t(rows) + 2; ++row) {
        const int contact = random.bounded(contacts);
        finder.add(keyOf(hasher, {QByteArray::number(contact)}, row));
        if (const auto before = last.constFind(contact); before != last.cend())
            expected.emplace_back(row, *before);
        last[contact] = row;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const DuplicateFinder::Duplicate &duplicate : finder.take())
        found.emplace_back(duplicate.row, duplicate.before);
    QVERIFY(found == expected);
    QVERIFY(finder.take().empty());
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
