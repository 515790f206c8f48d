// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hostkeyasker.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

class HostKeyAskerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsTheAnswerBack()
    {
        HostKeyAsker asker;
        asker.setDialog([](const HostKeyQuestion &question) {
            return question.host == u"right"_s ? HostKeyAnswer::TrustAndKeep : HostKeyAnswer::Refuse;
        });
        std::atomic<int> answer{-1};
        const std::unique_ptr<QThread> thread(QThread::create([&, ask = asker.function()] {
            answer = static_cast<int>(ask({.host = u"right"_s, .port = 22, .keyType = {}, .fingerprint = {}}));
        }));
        thread->start();
        QTRY_COMPARE(answer.load(), static_cast<int>(HostKeyAnswer::TrustAndKeep));
        QVERIFY(thread->wait(5000));
    }

    void closingLetsTheSessionGo()
    {
        HostKeyAsker asker;
        std::atomic<int> answer{-1};
        const std::unique_ptr<QThread> thread(
            QThread::create([&, ask = asker.function()] { answer = static_cast<int>(ask(HostKeyQuestion{})); }));
        thread->start();
        QThread::msleep(50); // the question waits in our event loop, which does not run here
        asker.close();
        QVERIFY(thread->wait(5000));
        QCOMPARE(answer.load(), static_cast<int>(HostKeyAnswer::Refuse));
    }

    void anAskerThatIsGoneRefuses()
    {
        auto asker = std::make_unique<HostKeyAsker>();
        const auto ask = asker->function();
        asker.reset();
        QCOMPARE(ask(HostKeyQuestion{}), HostKeyAnswer::Refuse);
    }
};

QTEST_GUILESS_MAIN(HostKeyAskerTest)
#include "tst_hostkeyasker.moc"
