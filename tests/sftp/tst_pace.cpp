// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/pace.h"

#include <QTest>

using namespace std::chrono_literals;

namespace navette::sftp
{

class TestPace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNothingAtFirst();
    void tellsTheRate();
    void forgetsWhatWasLongAgo();
    void oneSlowMomentIsNotTheLine();

private:
    void carry(Pace &pace, std::chrono::milliseconds time, qint64 bytesPerSecond)
    {
        for (auto passed = 0ms; passed < time; passed += 10ms) {
            pace.add(bytesPerSecond / 100, m_now);
            m_now += 10ms;
        }
    }
    Pace::Clock::time_point m_now{1h};
};

void TestPace::tellsNothingAtFirst()
{
    Pace pace;
    QVERIFY(!pace.bytesIn(1s, m_now));
    pace.add(1'000'000, m_now); // of a span that is still going on
    QVERIFY(!pace.bytesIn(1s, m_now));
}

void TestPace::tellsTheRate()
{
    Pace pace;
    carry(pace, 1s, 1'000'000);
    QCOMPARE(pace.bytesIn(1s, m_now), 1'000'000);
    QCOMPARE(pace.bytesIn(400ms, m_now), 400'000);
}

void TestPace::forgetsWhatWasLongAgo()
{
    Pace pace;
    carry(pace, 1s, 10'000'000);
    carry(pace, 5s, 100'000);
    QCOMPARE(pace.bytesIn(1s, m_now), 100'000);
    m_now += 1min;
    QVERIFY(!pace.bytesIn(1s, m_now));
}

void TestPace::oneSlowMomentIsNotTheLine()
{
    Pace pace;
    carry(pace, 1s, 1'000'000);
    carry(pace, 500ms, 1'000);
    QCOMPARE(pace.bytesIn(1s, m_now), 1'000'000);
}

} // namespace navette::sftp

QTEST_GUILESS_MAIN(navette::sftp::TestPace)
#include "tst_pace.moc"
