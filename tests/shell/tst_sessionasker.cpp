// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sessionasker.h"
#include "style/execuntil.h"

#include <QDialog>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

// A session's thread.
std::unique_ptr<QThread> startThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

SignInQuestion questionOf(const QString &host, std::function<bool()> isCancelled = {})
{
    return {.host = host, .user = {}, .keyFile = {}, .prompts = {{}}, .isCancelled = std::move(isCancelled)};
}

} // namespace

class SessionAskerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsTheAnswersBack()
    {
        SessionAsker asker;
        asker.setDialogs(
            [](const HostKeyQuestion &question, const CancelToken &) {
                return question.host == u"right" ? HostKeyAnswer::TrustAndKeep : HostKeyAnswer::Refuse;
            },
            [](const SignInQuestion &question, const CancelToken &) -> std::optional<SignInAnswer> {
                return SignInAnswer{.values = {Secret(question.host + u"!"_s)}, .keep = true};
            });
        std::atomic<bool> answered = false;
        HostKeyAnswer key = HostKeyAnswer::Refuse;
        std::optional<SignInAnswer> answer;
        const auto thread = startThread([&, askKey = asker.hostKeyFunction(), ask = asker.signInFunction()] {
            key = askKey({.host = u"right"_s, .port = 22, .keyType = {}, .fingerprint = {}});
            answer = ask(questionOf(u"sftp.example"_s));
            answered = true;
        });
        QTRY_VERIFY(answered);
        QVERIFY(thread->wait(5000));
        QCOMPARE(key, HostKeyAnswer::TrustAndKeep);
        QVERIFY(answer && answer->keep);
        QCOMPARE(answer->values.front().text(), u"sftp.example!"_s);
    }

    void showsOneQuestionAtATime()
    {
        SessionAsker asker;
        int shown = 0, most = 0;
        QStringList hosts;
        asker.setDialogs({}, [&](const SignInQuestion &question, const CancelToken &) {
            most = std::max(most, ++shown);
            hosts += question.host;
            QTest::qWait(300); // as a dialog: the other question arrives meanwhile
            --shown;
            return std::optional<SignInAnswer>();
        });
        std::atomic<int> answered = 0;
        const auto work = [&, ask = asker.signInFunction()](const QString &host) {
            return [&answered, ask, host] {
                std::ignore = ask(questionOf(host));
                ++answered;
            };
        };
        const auto first = startThread(work(u"first"_s));
        const auto second = startThread(work(u"second"_s));
        QTRY_COMPARE(answered.load(), 2);
        QVERIFY(first->wait(5000) && second->wait(5000));
        QCOMPARE(most, 1);
        hosts.sort();
        QCOMPARE(hosts, (QStringList{u"first"_s, u"second"_s}));
    }

    void cancellingClosesTheDialog()
    {
        SessionAsker asker;
        std::atomic<bool> cancelled = false;
        int result = -1;
        asker.setDialogs({}, [&](const SignInQuestion &, const CancelToken &withdrawn) {
            QDialog dialog;
            QTimer::singleShot(0, &dialog, [&] { cancelled = true; });
            result = execUntil(withdrawn, dialog);
            return std::optional<SignInAnswer>();
        });
        const auto thread = startThread([&, ask = asker.signInFunction()] {
            std::ignore = ask(questionOf(u"host"_s, [&] { return cancelled.load(); }));
        });
        QTRY_COMPARE(result, int(QDialog::Rejected));
        QVERIFY(thread->wait(5000));
    }

    void aCancelledQuestionIsNotShown()
    {
        SessionAsker asker;
        int shown = 0;
        asker.setDialogs({}, [&](const SignInQuestion &, const CancelToken &) {
            ++shown;
            return std::optional<SignInAnswer>();
        });
        const auto thread = startThread(
            [ask = asker.signInFunction()] { std::ignore = ask(questionOf(u"host"_s, [] { return true; })); });
        QVERIFY(thread->wait(5000)); // the question waits in our event loop, which does not run here
        QTest::qWait(50);
        QCOMPARE(shown, 0);
    }

    void closingLetsTheSessionsGo()
    {
        SessionAsker asker;
        std::atomic<int> answer{-1};
        const auto thread =
            startThread([&, ask = asker.hostKeyFunction()] { answer = static_cast<int>(ask(HostKeyQuestion{})); });
        QThread::msleep(50); // the question waits in our event loop, which does not run here
        asker.close();
        QVERIFY(thread->wait(5000));
        QCOMPARE(answer.load(), static_cast<int>(HostKeyAnswer::Refuse));
    }

    void anAskerThatIsGoneRefuses()
    {
        auto asker = std::make_unique<SessionAsker>();
        const auto askKey = asker->hostKeyFunction();
        const auto ask = asker->signInFunction();
        asker.reset();
        QCOMPARE(askKey(HostKeyQuestion{}), HostKeyAnswer::Refuse);
        QVERIFY(!ask(questionOf(u"host"_s)));
    }
};

QTEST_MAIN(SessionAskerTest)
#include "tst_sessionasker.moc"
