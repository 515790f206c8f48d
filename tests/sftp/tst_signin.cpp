// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"
#include "support/sshdserver.h"
#include "support/stepserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace navette;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Step = StepServer::Step;
using What = SignInQuestion::What;

namespace
{

// Someone in front of the computer, with answers at hand.
struct Person {
    QList<QStringList> answers; ///< one after another; none left: does not want to
    bool keeps = false;
    QList<SignInQuestion> asked = {};

    std::optional<SignInAnswer> operator()(const SignInQuestion &question)
    {
        asked += question;
        if (answers.isEmpty())
            return {};
        SignInAnswer answer{.values = {}, .keep = keeps};
        for (const QString &value : answers.takeFirst())
            answer.values.emplace_back(QString(value.data(), value.size())); // its own copy: it is wiped
        return answer;
    }
};

struct Outcome {
    bool signedIn = false;
    Error error;
};

// These servers have no files, so the connection ends with an error even where the sign-in went well.
Outcome outcome(ConnectRequest request)
{
    Outcome outcome;
    request.onStep = [&](const StepReport &step) {
        outcome.signedIn = outcome.signedIn || (step.step == ConnectStep::SignIn && step.succeeded);
    };
    outcome.error = await(connectSftp(std::move(request))).error();
    return outcome;
}

StepServer::Round oneCode()
{
    return {.title = {}, .instruction = {}, .questions = {{"Verification code: ", false, "123456"}}};
}

} // namespace

/// Signing in, in every way and in several steps, with and without somebody to ask.
class TestSignIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesTheNextStep_data();
    void takesTheNextStep();
    void sendsNoEmptyPassword();
    void saysThatAKeyIsWanted_data();
    void saysThatAKeyIsWanted();
    void asksForThePassword_data();
    void asksForThePassword();
    void asksForThePassphrase();
    void asksAllQuestions();
    void asksForACodeAfterAKey();
    void asksAgainAfterAWrongCode();
    void passesOnWhatIsOnlySaid();
    void keepsAPasswordThatIsAQuestion();
    void stopsWhereNothingIsEntered();
    void stopsAskers_data();
    void stopsAskers();
    void makesServerTextsVisible();
    void givesThePersonTime();
    void comesBackWhereTheServerLeft_data();
    void comesBackWhereTheServerLeft();
    void aBrokenLineIsNoWrongPassword();
    void aGoodByeIsARefusal();
    void cancelsWhileSomebodyThinks();

private:
    [[nodiscard]] ConnectRequest request(const StepServer &server, Person *person = nullptr) const;
    SshdServer m_server;
};

void TestSignIn::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
}

ConnectRequest TestSignIn::request(const StepServer &server, Person *person) const
{
    ConnectRequest request = m_server.request();
    request.endpoint.port = server.port();
    request.endpoint.auth = AuthMethod::Password;
    request.endpoint.keyFile.clear();
    if (person)
        request.askSignIn = std::ref(*person);
    return request;
}

void TestSignIn::takesTheNextStep_data()
{
    QTest::addColumn<AuthMethod>("auth");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<QList<Step>>("wanted");
    QTest::addColumn<QByteArrayList>("tried");
    QTest::addColumn<bool>("signedIn");
    using enum AuthMethod;
    QTest::newRow("key, password") << Key << true << QList{Step::Key, Step::Password}
                                   << QByteArrayList{"publickey", "password"} << true;
    QTest::newRow("key, question") << Key << true << QList{Step::Key, Step::Prompt}
                                   << QByteArrayList{"publickey", "keyboard-interactive"} << true;
    QTest::newRow("password, key") << Password << true << QList{Step::Password, Step::Key}
                                   << QByteArrayList{"password", "publickey"} << true;
    QTest::newRow("password, key, but none")
        << Password << false << QList{Step::Password, Step::Key} << QByteArrayList{"password"} << false;
    QTest::newRow("password, code, but nobody")
        << Password << false << QList{Step::Password, Step::Rounds} << QByteArrayList{"password"} << false;
    QTest::newRow("key, key") << Key << true << QList{Step::Key, Step::Key} << QByteArrayList{"publickey"} << false;
    QTest::newRow("question") << Password << false << QList{Step::Prompt}
                              << QByteArrayList{"password", "keyboard-interactive"} << true;
}

void TestSignIn::takesTheNextStep()
{
    QFETCH(const AuthMethod, auth);
    QFETCH(const bool, hasKey);
    QFETCH(const QList<Step>, wanted);
    QFETCH(const QByteArrayList, tried);
    QFETCH(const bool, signedIn);
    StepServer server(wanted, "open sesame", {oneCode()});
    ConnectRequest request = this->request(server);
    request.endpoint.auth = auth;
    if (hasKey)
        request.endpoint.keyFile = toLocalPath(m_server.keyFile());
    request.secrets.password = u"open sesame"_s;
    const Outcome result = outcome(request);
    QCOMPARE(result.signedIn, signedIn);
    if (!signedIn)
        QCOMPARE(result.error.kind, ErrorKind::SignIn);
    QCOMPARE(server.attempts(), tried);
}

void TestSignIn::sendsNoEmptyPassword()
{
    StepServer server({Step::Password}, "open sesame");
    const Outcome result = outcome(request(server));
    QCOMPARE(result.error.kind, ErrorKind::SignIn);
    QVERIFY2(result.error.message.contains(u"none was sent"_s), qPrintable(result.error.message));
    QCOMPARE(server.attempts(), QByteArrayList());
}

void TestSignIn::saysThatAKeyIsWanted_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("with a password") << true;
    QTest::newRow("with none, and somebody to ask") << false;
}

void TestSignIn::saysThatAKeyIsWanted()
{
    QFETCH(const bool, isKept);
    StepServer server({Step::Key}, "open sesame");
    Person person;
    ConnectRequest request = this->request(server, isKept ? nullptr : &person);
    if (isKept)
        request.secrets.password = u"open sesame"_s;
    const Outcome result = outcome(request);
    QCOMPARE(result.error.kind, ErrorKind::SignIn);
    QVERIFY2(result.error.message.contains(u"without a key"_s), qPrintable(result.error.message));
    QVERIFY(person.asked.isEmpty());
}

void TestSignIn::asksForThePassword_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QList<bool>>("again"); ///< of each question
    QTest::addColumn<bool>("signedIn");
    QTest::newRow("none kept") << QString() << QStringList{u"open sesame"_s} << QList{false} << true;
    QTest::newRow("wrong one kept") << u"old"_s << QStringList{u"open sesame"_s} << QList{true} << true;
    QTest::newRow("mistyped") << QString() << QStringList{u"open sesam"_s, u"open sesame"_s} << QList{false, true}
                              << true;
    QTest::newRow("three times wrong") << QString() << QStringList{u"a"_s, u"b"_s, u"c"_s, u"open sesame"_s}
                                       << QList{false, true, true} << false;
    QTest::newRow("empty") << QString() << QStringList{QString()} << QList{false} << false;
}

void TestSignIn::asksForThePassword()
{
    QFETCH(const QString, kept);
    QFETCH(const QStringList, typed);
    QFETCH(const QList<bool>, again);
    QFETCH(const bool, signedIn);
    StepServer server({Step::Password}, "open sesame");
    Person person;
    for (const QString &answer : typed)
        person.answers.append({answer});
    ConnectRequest request = this->request(server, &person);
    request.secrets.password = kept;
    const Outcome result = outcome(request);
    QCOMPARE(result.signedIn, signedIn);
    QList<bool> askedAgain;
    for (const SignInQuestion &question : std::as_const(person.asked)) {
        QVERIFY(question.what == What::Password && question.prompts.size() == 1);
        QCOMPARE(question.host, request.endpoint.host);
        QCOMPARE(question.user, request.endpoint.user);
        askedAgain += question.again;
    }
    QCOMPARE(askedAgain, again);
    const qsizetype sent = (kept.isEmpty() ? 0 : 1) + again.size() - (typed.first().isEmpty() ? 1 : 0);
    QCOMPARE(server.attempts(), QByteArrayList(sent, "password"));
}

void TestSignIn::asksForThePassphrase()
{
    Person person{.answers = {{u"open barley"_s}, {u"open sesame"_s}}, .keeps = true};
    ConnectRequest request = m_server.request();
    request.endpoint.keyFile = toLocalPath(m_server.protectedKeyFile());
    request.askSignIn = std::ref(person);
    GivenSecrets given;
    request.onSecretsGiven = [&](const GivenSecrets &secrets) { given = secrets; };
    const auto remote = await(connectSftp(request));
    QVERIFY2(remote, remote ? "" : qPrintable(remote.error().message));
    QCOMPARE(person.asked.size(), 2);
    QVERIFY(person.asked[0].what == What::Passphrase && !person.asked[0].again && person.asked[1].again);
    QVERIFY(person.asked[0].mayKeep);
    QCOMPARE(person.asked[0].keyFile, fileName(request.endpoint.keyFile));
    QCOMPARE(given.all.keyPassphrase.text(), u"open sesame"_s);
    QCOMPARE(given.toKeep.keyPassphrase.text(), u"open sesame"_s);
    QVERIFY(given.all.password.isEmpty());
}

void TestSignIn::asksAllQuestions()
{
    StepServer server({Step::Password, Step::Rounds}, "open sesame",
                      {{.title = "Two-step verification",
                        .instruction = "Look at your phone.",
                        .questions = {{"Code: ", false, "123456"}, {"Department: ", true, "Marketing"}}},
                       {.title = {}, .instruction = {}, .questions = {{"And your token: ", false, "x y"}}}});
    Person person{.answers = {{u"123456"_s, u"Marketing"_s}, {u"x y"_s}}};
    ConnectRequest request = this->request(server, &person);
    request.secrets.password = u"open sesame"_s;
    GivenSecrets given;
    request.onSecretsGiven = [&](const GivenSecrets &secrets) { given = secrets; };
    QVERIFY(outcome(request).signedIn);
    QCOMPARE(server.attempts(), (QByteArrayList{"password", "keyboard-interactive"}));
    QCOMPARE(person.asked.size(), 2);
    const SignInQuestion &first = person.asked[0];
    QVERIFY(first.what == What::Answers && !first.again && !first.mayKeep);
    QCOMPARE(first.title, u"Two-step verification"_s);
    QCOMPARE(first.instruction, u"Look at your phone."_s);
    QCOMPARE(first.prompts.size(), size_t(2));
    QCOMPARE(first.prompts[0].text, u"Code:"_s);
    QVERIFY(!first.prompts[0].echo && first.prompts[1].echo);
    QCOMPARE(person.asked[1].prompts.size(), size_t(1));
    QVERIFY(given.all.isEmpty()); // nothing of it serves again
}

void TestSignIn::asksForACodeAfterAKey()
{
    StepServer server({Step::Key, Step::Rounds}, {}, {oneCode()});
    Person person{.answers = {{u"123456"_s}}};
    ConnectRequest request = this->request(server, &person);
    request.endpoint.auth = AuthMethod::Key;
    request.endpoint.keyFile = toLocalPath(m_server.keyFile());
    QVERIFY(outcome(request).signedIn);
    QCOMPARE(server.attempts(), (QByteArrayList{"publickey", "keyboard-interactive"}));
}

void TestSignIn::asksAgainAfterAWrongCode()
{
    StepServer server({Step::Password, Step::Rounds}, "open sesame", {oneCode()});
    Person person{.answers = {{u"000000"_s}, {u"123456"_s}}};
    ConnectRequest request = this->request(server, &person);
    request.secrets.password = u"open sesame"_s;
    QVERIFY(outcome(request).signedIn);
    QCOMPARE(person.asked.size(), 2);
    QVERIFY(!person.asked[0].again && person.asked[1].again);

    StepServer strict({Step::Password, Step::Rounds}, "open sesame", {oneCode()});
    person.answers = {{u"1"_s}, {u"2"_s}, {u"3"_s}, {u"123456"_s}};
    request.endpoint.port = strict.port();
    const Outcome result = outcome(request);
    QVERIFY(!result.signedIn);
    QVERIFY2(result.error.message.contains(u"code"_s), qPrintable(result.error.message));
    QCOMPARE(strict.attempts().count("keyboard-interactive"), 3);
}

void TestSignIn::passesOnWhatIsOnlySaid()
{
    StepServer server({Step::Rounds}, {},
                      {{.title = {}, .instruction = "Closed on Sunday.", .questions = {}}, oneCode()});
    Person person{.answers = {{u"123456"_s}}};
    QVERIFY(outcome(request(server, &person)).signedIn);
    QCOMPARE(person.asked.size(), 1);
    QCOMPARE(person.asked[0].instruction, u"Closed on Sunday."_s);
}

void TestSignIn::keepsAPasswordThatIsAQuestion()
{
    StepServer server({Step::Prompt, Step::Rounds}, "open sesame", {oneCode()});
    Person person{.answers = {{u"open sesame"_s}, {u"123456"_s}}};
    ConnectRequest request = this->request(server, &person);
    request.onSecretsGiven = [](const GivenSecrets &) {};
    QVERIFY(outcome(request).signedIn);
    QCOMPARE(person.asked.size(), 2);
    QVERIFY(person.asked[0].what == What::Password && person.asked[0].mayKeep);
    QVERIFY(person.asked[1].what == What::Answers && !person.asked[1].mayKeep);
    QCOMPARE(server.attempts(), QByteArrayList(2, "keyboard-interactive"));
}

void TestSignIn::stopsWhereNothingIsEntered()
{
    StepServer server({Step::Password}, "open sesame");
    Person person;
    const Outcome result = outcome(request(server, &person));
    QCOMPARE(result.error.kind, ErrorKind::SignIn);
    QVERIFY2(result.error.message.contains(u"Nothing was entered"_s), qPrintable(result.error.message));
    QCOMPARE(person.asked.size(), 1);
    QCOMPARE(server.attempts(), QByteArrayList());
}

void TestSignIn::stopsAskers_data()
{
    QTest::addColumn<StepServer::Round>("round");
    QTest::addColumn<int>("answered");
    QTest::newRow("for ever")
        << StepServer::Round{.title = {}, .instruction = {}, .questions = {{"Code: ", false, "1"}}, .again = true} << 5;
    QTest::newRow("for ever without a question")
        << StepServer::Round{.title = {}, .instruction = {}, .questions = {}, .again = true} << 0;
    QTest::newRow("17 at once") << StepServer::Round{.title = {},
                                                     .instruction = {},
                                                     .questions = QList<StepServer::Question>(
                                                         17, StepServer::Question{"Code: ", false, "1"})}
                                << 0;
}

void TestSignIn::stopsAskers()
{
    QFETCH(const StepServer::Round, round);
    QFETCH(const int, answered);
    StepServer server({Step::Rounds}, {}, {round});
    Person person{.answers = QList<QStringList>(100, QStringList{u"1"_s})};
    const Outcome result = outcome(request(server, &person));
    QCOMPARE(result.error.kind, ErrorKind::SignIn); // which is not tried again by itself
    QVERIFY(!result.error.message.isEmpty());
    QCOMPARE(person.asked.size(), answered);
}

void TestSignIn::makesServerTextsVisible()
{
    StepServer server({Step::Rounds}, {},
                      {{.title = "Navette\x1b[2J",
                        .instruction = "one\r\ntwo\xe2\x80\xae" + QByteArray(100'000, 'x') + QByteArray(1000, '\n'),
                        .questions = {{"Co\ade\n: " + QByteArray(50'000, 'y'), true, "1"}}}});
    Person person{.answers = {{u"1"_s}}};
    QVERIFY(outcome(request(server, &person)).signedIn);
    const SignInQuestion &question = person.asked[0];
    QCOMPARE(question.title, u"Navette\\x1b[2J"_s);
    QVERIFY(question.instruction.startsWith(u"one\ntwo\\u202exxx"_s));
    QVERIFY(question.prompts[0].text.startsWith(u"Co\\x07de\n: yyy"_s));
    for (const QString &text : {question.title, question.instruction, question.prompts[0].text}) {
        QCOMPARE_LE(text.size(), 2010);
        QCOMPARE_LE(text.count(u'\n'), 20);
    }
}

void TestSignIn::givesThePersonTime()
{
    StepServer server({Step::Password}, "open sesame");
    ConnectRequest request = this->request(server);
    request.stepTimeout = 3s;
    request.askSignIn = [](const SignInQuestion &) -> std::optional<SignInAnswer> {
        std::this_thread::sleep_for(4s);
        return SignInAnswer{.values = {Secret(u"open sesame"_s)}};
    };
    QVERIFY(outcome(request).signedIn);
}

void TestSignIn::comesBackWhereTheServerLeft_data()
{
    QTest::addColumn<int>("leaves"); ///< so often
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("asked");
    QTest::addColumn<bool>("signedIn");
    QTest::newRow("with the password") << 1 << QByteArray("Password: ") << 1 << true;
    QTest::newRow("with another code") << 1 << QByteArray("Code: ") << 2 << true;
    QTest::newRow("once only") << 2 << QByteArray("Code: ") << 2 << false;
}

void TestSignIn::comesBackWhereTheServerLeft()
{
    QFETCH(const int, leaves);
    QFETCH(const QByteArray, text);
    QFETCH(const int, asked);
    QFETCH(const bool, signedIn);
    StepServer server({Step::Rounds}, {},
                      {{.title = {}, .instruction = {}, .questions = {{text, false, "123456"}}, .leaves = leaves}}, 2);
    ConnectRequest request = this->request(server);
    int questions = 0;
    request.askSignIn = [&](const SignInQuestion &) -> std::optional<SignInAnswer> {
        const int number = questions++;
        for (int i = 0; number < leaves && server.endedConnections() == number && i < 1000; ++i)
            std::this_thread::sleep_for(10ms);
        return SignInAnswer{.values = {Secret(u"123456"_s)}};
    };
    const Outcome result = outcome(request);
    QCOMPARE(result.signedIn, signedIn);
    QCOMPARE(questions, asked);
    if (!signedIn) {
        QCOMPARE(result.error.kind, ErrorKind::SignIn);
        QVERIFY2(result.error.message.contains(u"did not wait"_s), qPrintable(result.error.message));
    }
    // A password is first sent as one; a code is not.
    QByteArrayList tried(2, "keyboard-interactive");
    if (asked == 1)
        tried.insert(1, "password");
    QCOMPARE(server.attempts(), tried);
}

void TestSignIn::aBrokenLineIsNoWrongPassword()
{
    StepServer server({Step::Password}, "open sesame");
    FaultProxy relay(server.port());
    ConnectRequest request = this->request(server);
    request.endpoint.port = relay.port();
    request.secrets.password = u"open sesame"_s;
    request.onStep = [&relay](const StepReport &step) {
        if (step.step == ConnectStep::HostKey)
            relay.setFaultsFromNow({.cutAfterUp = 100});
    };
    const auto remote = await(connectSftp(std::move(request)));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::Network);
    QCOMPARE(server.attempts(), QByteArrayList());
}

void TestSignIn::aGoodByeIsARefusal()
{
    SshdServer server;
    server.setExtraConfiguration(u"MaxAuthTries 1\n"_s); // it says so and leaves, instead of saying no
    QVERIFY2(server.start(), qPrintable(server.errorText()));
    ConnectRequest request = server.request();
    request.endpoint.keyFile = toLocalPath(server.hostKeyFile());
    const auto remote = await(connectSftp(request));
    QVERIFY(!remote);
    QCOMPARE(remote.error().kind, ErrorKind::SignIn);
    QVERIFY2(remote.error().detail.contains(u"Too many"_s), qPrintable(remote.error().detail));
}

void TestSignIn::cancelsWhileSomebodyThinks()
{
    StepServer server({Step::Password}, "open sesame");
    ConnectRequest request = this->request(server);
    std::atomic<bool> asked = false;
    request.askSignIn = [&](const SignInQuestion &question) -> std::optional<SignInAnswer> {
        asked = true;
        while (!question.isCancelled())
            std::this_thread::sleep_for(10ms);
        return {};
    };
    auto connecting = connectSftp(std::move(request));
    QTRY_VERIFY(asked);
    QElapsedTimer timer;
    timer.start();
    connecting.cancel();
    QCOMPARE(server.attempts(), QByteArrayList()); // it waits for the end
    QCOMPARE_LT(timer.elapsed(), 5000);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
