// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/refusedfiles.h"
#include "support/faultproxy.h"
#include "support/files.h"
#include "support/sessiondesk.h"
#include "support/sshdserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

/// What becomes of a refused file that is looked at while the line breaks: OpenSSH's server behind a relay.
class RefusedFilesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aBrokenLineIsNoOutcome();
    void waitsForAConnectionThatComesBack();
    void whatIsNotThereIsNotTriedAgain();

private:
    using State = Examination::State;
    [[nodiscard]] Card put(qsizetype bytes) const;
    [[nodiscard]] const Examination &examination(const Card &card) const { return *m_refused->of(card.identity()); }

    SshdServer m_sshd;
    std::unique_ptr<FaultProxy> m_relay;
    std::unique_ptr<SessionDesk> m_desk;
    std::unique_ptr<RefusedFiles> m_refused;
};

void RefusedFilesTest::initTestCase()
{
    if (!SshdServer::isInstalled())
        QSKIP("This system has no sshd.");
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    qunsetenv("NAVETTE_PASSWORD");
}

void RefusedFilesTest::init()
{
    m_relay = std::make_unique<FaultProxy>(m_sshd.port());
    Account account;
    account.id = account.name = u"plain"_s;
    account.endpoint = m_sshd.endpoint();
    account.endpoint.port = m_relay->port();
    account.endpoint.hostKeyFingerprint = m_sshd.fingerprint();
    m_desk = std::make_unique<SessionDesk>();
    m_desk->session = std::make_unique<AccountSession>(account, m_desk->services());
    m_desk->session->setRefreshInterval(std::chrono::milliseconds(100));
    m_refused = std::make_unique<RefusedFiles>(m_desk->session.get());
    m_desk->session->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session->state(), ConnectionState::Connected, 20'000);
}

void RefusedFilesTest::cleanup()
{
    m_refused.reset();
    m_desk.reset();
}

Card RefusedFilesTest::put(qsizetype bytes) const
{
    QByteArray rows = "Email\n";
    while (rows.size() < bytes)
        rows += "somebody" + QByteArray::number(rows.size()) + "@example.org\n";
    const QString name = u"list.csv"_s;
    if (!writeFile(m_sshd.filesDirectory() + u'/' + name, rows))
        qFatal("The server's file cannot be written.");
    Card card;
    card.flow = u"digitaleo/import"_s;
    card.column = BoardColumn::Refused;
    card.path = RemotePath("list.csv");
    card.fileName = name;
    card.size = rows.size();
    return card;
}

void RefusedFilesTest::aBrokenLineIsNoOutcome()
{
    const Card card = put(6'000'000);
    m_relay->setFaultsFromNow({.cutAfterDown = 4'000'000});
    QSignalSpy changed(m_refused.get(), &RefusedFiles::changed);
    m_refused->examine(card);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->session->remote(), 30'000);
    QCOMPARE(examination(card).state, State::Fetching);
    QTRY_COMPARE_WITH_TIMEOUT(examination(card).state, State::Done, 60'000);
    QCOMPARE(changed.size(), 3); // fetching, checking, done: nothing else was said
    QVERIFY(readFile(QString::fromStdU16String(examination(card).file.u16string())).size() == card.size);
    QVERIFY(m_desk->transfers.transfers().empty()); // which nobody asked for
}

void RefusedFilesTest::waitsForAConnectionThatComesBack()
{
    const Card card = put(100);
    m_sshd.stop();
    m_relay->cutAll();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->session->remote(), 30'000);
    m_refused->examine(card);
    QCOMPARE(examination(card).state, State::Fetching);
    QVERIFY2(m_sshd.start(), qPrintable(m_sshd.errorText()));
    QTRY_COMPARE_WITH_TIMEOUT(examination(card).state, State::Done, 30'000);
}

void RefusedFilesTest::whatIsNotThereIsNotTriedAgain()
{
    const Card card = put(100);
    QVERIFY(QFile::remove(m_sshd.filesDirectory() + u"/list.csv"_s));
    QSignalSpy changed(m_refused.get(), &RefusedFiles::changed);
    m_refused->examine(card);
    QTRY_COMPARE_WITH_TIMEOUT(examination(card).state, State::Failed, 20'000);
    QCOMPARE(examination(card).error->kind, ErrorKind::NotFound);
    std::ignore = put(100); // there it is
    QTest::qWait(3'000);    // a try more would be made by now
    QCOMPARE(examination(card).state, State::Failed);
    m_refused->examine(card); // a person may
    QTRY_COMPARE_WITH_TIMEOUT(examination(card).state, State::Done, 20'000);
}

QTEST_MAIN(RefusedFilesTest)
#include "tst_refusedfiles.moc"
