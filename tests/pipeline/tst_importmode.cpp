// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/importmode.h"
#include "support/memoryremote.h"

#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

const Error lost{ErrorKind::Network, u"The connection was lost."_s, {}};

int markersIn(const MemoryRemote &remote)
{
    int count = 0;
    for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList})
        count += remote.exists("contacts/import/" + markerName(mode)) ? 1 : 0;
    return count;
}

} // namespace

class TestImportMode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsThere()
    {
        MemoryRemote remote(u"contacts/import/in/\n"_s);
        ImportModeState state = readImportMode(remote).value();
        QVERIFY(state.markers.empty());
        QVERIFY(state.effective() == ImportMode::NewList);
        remote.addFile("contacts/import/.syncExistingList", "", 1'700'000'123);
        state = readImportMode(remote).value();
        QVERIFY(state.effective() == ImportMode::SyncList);
        QCOMPARE(state.changedSecs, std::optional<qint64>(1'700'000'123));
        remote.addFile("contacts/import/.addToExistingList", "");
        state = readImportMode(remote).value();
        QVERIFY(state.conflict());
        QVERIFY(!state.effective());
    }

    void anIncompleteListingTellsNoMode()
    {
        MemoryRemote remote(u"contacts/import/.syncExistingList = \n"_s);
        remote.setHalfway(
            [](const QString &op, const RemotePath &) { return op == u"list" ? std::optional(lost) : std::nullopt; });
        QVERIFY(!readImportMode(remote));
    }

    void makesTheNewBeforeItRemovesTheOld()
    {
        MemoryRemote remote(u"contacts/import/.createNewList = \n"_s);
        int least = 9;
        remote.setAfter([&](const QString &, const RemotePath &) -> std::optional<Error> {
            least = std::min(least, markersIn(remote));
            return {};
        });
        const auto state = setImportMode(remote, ImportMode::SyncList);
        QVERIFY(state && state->effective() == ImportMode::SyncList);
        QCOMPARE(remote.text(), u"contacts/\ncontacts/import/\ncontacts/import/.syncExistingList =\n"_s);
        QCOMPARE(least, 1);
        QCOMPARE(remote.requests().filter(u"createEmpty"_s).size(), 1);
        // A second time there is nothing to do.
        const auto before = remote.requests().size();
        QVERIFY(setImportMode(remote, ImportMode::SyncList));
        QCOMPARE(remote.requests().size(), before + 1);
    }

    void aConflictIsResolvedByChoosing()
    {
        MemoryRemote remote(u"contacts/import/.createNewList = \ncontacts/import/.syncExistingList = \n"
                            "contacts/import/.addToExistingList = \n"_s);
        QVERIFY(setImportMode(remote, ImportMode::AddToList));
        QCOMPARE(markersIn(remote), 1);
        QVERIFY(remote.exists("contacts/import/.addToExistingList"));
    }

    void someoneElsesChangeIsNotOverwritten()
    {
        MemoryRemote remote(u"contacts/import/.createNewList = \n"_s);
        const ImportModeState seen = readImportMode(remote).value();
        remote.take("contacts/import/.createNewList");
        remote.addFile("contacts/import/.syncExistingList", "");
        const auto state = setImportMode(remote, ImportMode::AddToList, seen);
        QCOMPARE(state.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(remote.exists("contacts/import/.syncExistingList"));
        QCOMPARE(markersIn(remote), 1);
    }

    // Every request failed once, before its act and with its reply lost: never without a marker, and a success is one.
    void noMomentWithoutAMarker()
    {
        for (const bool after : {false, true}) {
            for (int n = 1; n <= 8; ++n) {
                MemoryRemote remote(u"contacts/import/.createNewList = \n"_s);
                remote.failNth(n, lost, after);
                const auto state = setImportMode(remote, ImportMode::SyncList);
                QVERIFY2(markersIn(remote) >= 1, qPrintable(remote.text()));
                if (state) {
                    QVERIFY(state->effective() == ImportMode::SyncList);
                    QCOMPARE(markersIn(remote), 1);
                }
                remote.setBefore({});
                remote.setAfter({});
                // Another try mends whatever was left.
                QVERIFY(setImportMode(remote, ImportMode::SyncList));
                QCOMPARE(markersIn(remote), 1);
                QVERIFY(remote.exists("contacts/import/.syncExistingList"));
            }
        }
    }

    void keysAndMarkers()
    {
        for (const ImportMode mode : {ImportMode::NewList, ImportMode::AddToList, ImportMode::SyncList}) {
            QVERIFY(importModeFromKey(key(mode)) == mode);
            QVERIFY(!label(mode).isEmpty());
            QVERIFY(!consequence(mode).isEmpty());
            QVERIFY(markerName(mode).startsWith('.'));
        }
        QVERIFY(!importModeFromKey(u"replace"_s));
    }
};

QTEST_GUILESS_MAIN(TestImportMode)
#include "tst_importmode.moc"
