// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets and contacts that are easy to recognise go through the window and the command line, with success and with
// failures, while Qt says all that it can say. Afterwards none of them is anywhere but where it was put
// (reliability.md, part D).
#include "accounts/accountpage.h"
#include "accounts/connectiontest.h"
#include "accounts/signindialog.h"
#include "accounts/userfolders.h"
#include "cli/clirunner.h"
#include "deposit/depositpage.h"
#include "practice/practiceplatform.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/workspace.h"
#include "style/widgets.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace navette;
using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 60'000; // ms; the machine may be busy
const QString wrongPassword = u"wrong-canary-7531"_s;
const QString passphrase = u"passphrase-canary-8642"_s;
const QString wrongPassphrase = u"wrong-passphrase-canary-9753"_s;
const QList<QByteArray> contacts{"canary.person@example.org", "broken-canary@@example", "612345987", "Canarybird"};

QByteArray contactFile()
{
    return "R\xc3\xa9"
           "f\xc3\xa9rence;Email;Mobile;Nom\r\n"
           "1;canary.person@example.org;06 12 34 59 87;Canarybird\r\n"
           "2;broken-canary@@example;+33612345987;Canarybird\r\n";
}

// What the window's own process does: the account with secrets of all kinds, a deposit, and the same again, which is
// refused. A sentence on stderr says what did not happen.
class WindowDrive
{
public:
    explicit WindowDrive(Workspace &workspace) : m_workspace(workspace), m_window(workspace)
    {
        // Where a secret was wrong, a person is asked, and types another wrong one.
        QObject::connect(&m_answering, &QTimer::timeout, [] {
            auto *dialog = qobject_cast<SignInDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            for (QLineEdit *field : dialog->findChildren<QLineEdit *>())
                QTest::keyClicks(field, wrongPassphrase);
            dialog->accept();
        });
        m_answering.start(50);
        m_window.show();
    }

    int run(const Account &account, const QString &keyFile, const QString &password, const QString &file)
    {
        if (testConnection(account, wrongPassword))
            return failed("a wrong password was taken");
        Account byKey = account;
        byKey.endpoint.auth = AuthMethod::Key;
        byKey.endpoint.keyFile = toLocalPath(keyFile);
        for (const QString &phrase : {wrongPassphrase, passphrase}) {
            if (testConnection(byKey, phrase))
                return failed("a key that nobody knows was taken");
        }
        if (!testConnection(account, password, true))
            return failed("the right password was not taken");
        if (!QTest::qWaitFor([&] { return m_workspace.sessions().size() == 1; }, patience))
            return failed("the account was not saved");
        AccountSession *session = m_workspace.sessions().front();
        if (!QTest::qWaitFor([&] { return session->remote() && session->board().mode.has_value(); }, patience))
            return failed("no connection");
        deposit(session, file);
        deposit(session, file);
        const auto &transfers = m_workspace.transfers().transfers();
        if (std::none_of(transfers.begin(), transfers.end(),
                         [](const Transfer &transfer) { return transfer.state == TransferState::Done; }))
            return failed("nothing was sent");
        m_window.close();
        return 0;
    }

private:
    static int failed(const char *what)
    {
        std::fprintf(stderr, "drive: %s\n", what);
        return 1;
    }

    bool testConnection(const Account &account, const QString &secret, bool save = false)
    {
        AccountPage page(m_workspace, account, AccountPage::Kind::New);
        page.show();
        for (QLineEdit *field : page.findChildren<QLineEdit *>()) {
            if (field->echoMode() == QLineEdit::Password && field->isVisibleTo(&page))
                QTest::keyClicks(field, secret);
        }
        auto *test = page.findChild<ConnectionTest *>();
        QSignalSpy ended(test, &ConnectionTest::ended);
        page.findChild<QPushButton *>(u"testConnection"_s)->click();
        if (ended.isEmpty() && !ended.wait(patience))
            return false;
        if (test->succeeded() && save)
            page.findChild<QPushButton *>(u"saveAccount"_s)->click();
        return test->succeeded();
    }

    // To whatever end: the second time the same name is there already.
    void deposit(AccountSession *session, const QString &file)
    {
        m_window.openDeposit(session, {file}, u"digitaleo/import"_s);
        auto *page = qobject_cast<DepositPage *>(m_window.currentPage());
        auto *button = page ? page->findChild<Button *>(u"depositButton"_s) : nullptr;
        if (!button || !QTest::qWaitFor([&] { return button->isEnabled(); }, patience))
            return;
        button->click();
        const auto isOver = [this] {
            const TransferQueue &transfers = m_workspace.transfers();
            return !transfers.transfers().empty() && !transfers.hasRunning();
        };
        (void)QTest::qWaitFor(isOver, patience / 4);
        if (auto *back = m_window.currentPage()->findChild<QPushButton *>(u"cancel"_s))
            back->click();
    }

    Workspace &m_workspace;
    MainWindow m_window;
    QTimer m_answering;
};

int driveWindow(int argc, char *argv[])
{
    const QString password = qEnvironmentVariable("CANARY_PASSWORD");
    qunsetenv("CANARY_PASSWORD");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Navette"_s);
    QCoreApplication::setOrganizationName(u"Navette"_s);
    useSettingsIn(QString::fromStdU16String(userDataFolder().u16string()));
    auto workspace = Workspace::open();
    auto account = Account::load(toLocalPath(qEnvironmentVariable("CANARY_ACCOUNT")));
    if (!workspace || !account)
        return 2;
    account->practice = false; // a person's own, whose form is open
    return WindowDrive(**workspace)
        .run(*account, qEnvironmentVariable("CANARY_KEY"), password, qEnvironmentVariable("CANARY_FILE"));
}

} // namespace

class TestCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhatIsThere();
    void window();
    void commandLine();
    void crash();

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString source(const QString &name) const { return m_sources.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QList<QByteArray> secrets() const;
    /// "file: canary" for each of them that is somewhere in the person's folders, in whatever encoding.
    [[nodiscard]] QStringList hits() const;
    [[nodiscard]] static QStringList hitsIn(const QByteArray &bytes, const QString &where,
                                            const QList<QByteArray> &canaries);
    /// Runs the command line and looks through what it says.
    void run(const QStringList &arguments, int code, const QProcessEnvironment &with, bool showsContacts = false);

    QTemporaryDir m_sources; ///< what the person has: not looked through
    QTemporaryDir m_home;
    std::unique_ptr<PracticePlatform> m_platform;
    QString m_password;
};

void TestCanary::initTestCase()
{
    auto started = PracticePlatform::start(
        {.root = toLocalPath(source(u"practice"_s)), .tick = std::chrono::milliseconds(200), .sampleHistory = false});
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_platform = std::move(*started);
    m_password = m_platform->secrets().password.text();
    QVERIFY(m_password.size() >= 8);
    for (const QString &folder : {u"data"_s, u"config"_s, u"cache"_s, u"state"_s, u"tmp"_s, u"work"_s})
        QVERIFY(QDir(m_home.path()).mkpath(folder));
    QFile::setPermissions(m_home.filePath(u"tmp"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write(u"vip.csv"_s, contactFile());
    QProcess keygen;
    keygen.start(u"ssh-keygen"_s,
                 {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-C"_s, u""_s, u"-f"_s, source(u"key"_s)});
    if (!keygen.waitForStarted())
        QSKIP("This system has no ssh-keygen.");
    QVERIFY(keygen.waitForFinished(patience));
}

QString TestCanary::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(source(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QProcessEnvironment TestCanary::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"NAVETTE_DATA_DIR", "NAVETTE_PASSWORD", "NAVETTE_KEY_PASSPHRASE", "SSH_AUTH_SOCK",
                             "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
        environment.remove(QLatin1String(name));
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"USERPROFILE"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, m_home.filePath(u"cache"_s));
    environment.insert(u"XDG_STATE_HOME"_s, m_home.filePath(u"state"_s));
    for (const QString &name : {u"TMPDIR"_s, u"TMP"_s, u"TEMP"_s})
        environment.insert(name, m_home.filePath(u"tmp"_s));
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    environment.insert(u"NAVETTE_DATA_DIR"_s, m_home.filePath(u"data"_s));
#endif
    // Qt's log of accessibility holds what the window shows; it is for who looks for faults in just that.
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true;qt.accessibility.*=false"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

QList<QByteArray> TestCanary::secrets() const
{
    return {m_password.toUtf8(), wrongPassword.toUtf8(), passphrase.toUtf8(), wrongPassphrase.toUtf8()};
}

QStringList TestCanary::hitsIn(const QByteArray &bytes, const QString &where, const QList<QByteArray> &canaries)
{
    QStringList found;
    for (const QByteArray &canary : canaries) {
        const QString text = QString::fromUtf8(canary);
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        for (const QByteArray &form : {canary, wide, canary.toBase64(QByteArray::OmitTrailingEquals), canary.toHex()}) {
            if (bytes.contains(form))
                found += u"%1: %2"_s.arg(where, text);
        }
    }
    return found;
}

QStringList TestCanary::hits() const
{
    QStringList found;
    const QList<QByteArray> canaries = secrets() + contacts;
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        found += hitsIn(file.fileName().toUtf8(), u"name"_s, canaries);
        if (file.open(QIODevice::ReadOnly))
            found += hitsIn(file.readAll(), file.fileName(), canaries);
    }
    return found;
}

// A search that finds nothing proves something only if it finds what is there.
void TestCanary::findsWhatIsThere()
{
    QVERIFY(hits().isEmpty());
    QFile planted(m_home.filePath(u"tmp/.hidden"_s));
    for (const QByteArray &bytes :
         {"x" + m_password.toUtf8() + "y", "x" + contacts[0].toBase64(),
          QByteArray(reinterpret_cast<const char *>(passphrase.utf16()), passphrase.size() * 2)}) {
        QVERIFY(planted.open(QIODevice::WriteOnly) && planted.write(bytes) == bytes.size());
        planted.close();
        QCOMPARE(hits().size(), 1);
    }
    QVERIFY(planted.remove());
}

void TestCanary::window()
{
    QProcess process;
    QProcessEnvironment with = environment();
    with.insert(u"CANARY_PASSWORD"_s, m_password);
    with.insert(u"CANARY_ACCOUNT"_s, displayText(m_platform->accountFile()));
    with.insert(u"CANARY_KEY"_s, source(u"key"_s));
    with.insert(u"CANARY_FILE"_s, source(u"vip.csv"_s));
    process.setProcessEnvironment(with);
    process.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
    QVERIFY(process.waitForFinished(4 * patience));
    const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, said.mid(said.indexOf("drive:"), 100).constData());
    QVERIFY(!said.isEmpty()); // Qt does say something
    QCOMPARE(hitsIn(said, u"output"_s, secrets() + contacts), QStringList());
    QCOMPARE(hits(), QStringList());
    // It did go through: the journal knows the deposit.
    QVERIFY(QFile::exists(m_home.filePath(u"data/navette/journal.sqlite"_s)) ||
            QFile::exists(m_home.filePath(u"data/journal.sqlite"_s)));
}

void TestCanary::run(const QStringList &arguments, int code, const QProcessEnvironment &with, bool showsContacts)
{
    QProcess process;
    process.setProcessEnvironment(with);
    process.setWorkingDirectory(m_home.filePath(u"work"_s));
    process.start(CliRunner::program(), arguments);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(patience));
    const QByteArray out = process.readAllStandardOutput();
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(process.exitCode() == code, (QByteArray::number(process.exitCode()) + ' ' + err.right(2'000)).constData());
    QCOMPARE(hitsIn(err, u"stderr"_s, secrets() + contacts), QStringList());
    QCOMPARE(hitsIn(out, u"stdout"_s, showsContacts ? secrets() : secrets() + contacts), QStringList());
    QVERIFY2(hits().isEmpty(), qPrintable(hits().join(u'\n')));
}

void TestCanary::commandLine()
{
    const QStringList account{u"--account"_s, displayText(m_platform->accountFile())};
    const QStringList flow{u"--flow"_s, u"digitaleo/import"_s};
    const QString file = source(u"vip.csv"_s);
    QProcessEnvironment right = environment();
    right.insert(u"NAVETTE_PASSWORD"_s, m_password);
    run(QStringList{u"accounts"_s, u"test"_s} + account, 0, right);
    run(QStringList{u"ls"_s, u"/"_s} + account, 0, right);
    run(QStringList{u"check"_s, file} + flow, 1, right, true); // showing what is wrong is what it is for
    run(QStringList{u"repair"_s, file, u"-o"_s, source(u"repaired.csv"_s)} + flow, 0, right, true);
    run(QStringList{u"deposit"_s, write(u"again.csv"_s, contactFile()), u"--repair"_s, u"--mode"_s, u"new"_s,
                    u"--wait"_s, u"30"_s} +
            flow + account,
        0, right);
    run(QStringList{u"board"_s} + account, 0, right);
    run(QStringList{u"get"_s, u"nowhere.csv"_s, source(u"nowhere.csv"_s)} + account, 2, right);
    run(QStringList{u"put"_s, file, u"contacts/import/ok/vip.csv"_s} + account, 2, right);

    QProcessEnvironment wrong = environment();
    wrong.insert(u"NAVETTE_PASSWORD"_s, wrongPassword);
    run(QStringList{u"board"_s} + account, 3, wrong);
    run(QStringList{u"deposit"_s, file, u"--mode"_s, u"new"_s} + flow + account, 3, wrong);

    QFile original(displayText(m_platform->accountFile()));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QJsonObject json = QJsonDocument::fromJson(original.readAll()).object();
    QJsonObject endpoint = json[u"endpoint"_s].toObject();
    endpoint[u"auth"_s] = u"key"_s;
    endpoint[u"keyFile"_s] = source(u"key"_s);
    json[u"endpoint"_s] = endpoint;
    const QStringList byKey{u"--account"_s, write(u"key.json"_s, QJsonDocument(json).toJson())};
    for (const QString &phrase : {passphrase, wrongPassphrase}) {
        QProcessEnvironment withKey = environment();
        withKey.insert(u"NAVETTE_KEY_PASSPHRASE"_s, phrase);
        run(QStringList{u"board"_s} + byKey, 3, withKey);
    }
    endpoint[u"hostKeyFingerprint"_s] = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
    json[u"endpoint"_s] = endpoint;
    run({u"board"_s, u"--account"_s, write(u"pinned.json"_s, QJsonDocument(json).toJson())}, 4, right);
}

// While it waits for the platform, everything that it knows is in its memory.
void TestCanary::crash()
{
#if defined(Q_OS_LINUX) && defined(NDEBUG)
    const auto slow = PracticePlatform::start(
        {.root = toLocalPath(source(u"slow"_s)), .tick = std::chrono::hours(1), .sampleHistory = false});
    QVERIFY(slow);
    m_password = (*slow)->secrets().password.text();
    QProcess process;
    QProcessEnvironment with = environment();
    with.insert(u"NAVETTE_PASSWORD"_s, m_password);
    process.setProcessEnvironment(with);
    process.setWorkingDirectory(m_home.filePath(u"work"_s));
    process.setChildProcessModifier([] {
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_CORE, &limit);
    });
    process.start(CliRunner::program(),
                  {u"deposit"_s, source(u"vip.csv"_s), u"--flow"_s, u"digitaleo/import"_s, u"--account"_s,
                   displayText((*slow)->accountFile()), u"--repair"_s, u"--mode"_s, u"new"_s, u"--wait"_s, u"60"_s});
    const QDir waiting(QString::fromStdU16String((*slow)->tree().u16string()) + u"/contacts/import/in"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!waiting.entryList({u"*.csv"_s}, QDir::Files).isEmpty(), patience);

    const auto proc = [&process](const QString &name) {
        QFile file(u"/proc/%1/%2"_s.arg(process.processId()).arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray command = proc(u"cmdline"_s);
    QVERIFY(command.contains("deposit"));
    QCOMPARE(hitsIn(command, u"command line"_s, secrets() + contacts), QStringList());
    QVERIFY(QString::fromUtf8(proc(u"limits"_s)).contains(QRegularExpression(u"Max core file size +0 "_s)));
    QCOMPARE(proc(u"coredump_filter"_s).trimmed(), QByteArray("00000000"));

    ::kill(pid_t(process.processId()), SIGSEGV);
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(
        hitsIn(process.readAllStandardOutput() + process.readAllStandardError(), u"output"_s, secrets() + contacts),
        QStringList());
    QCOMPARE(QDir(process.workingDirectory()).entryList(QDir::Files | QDir::Hidden), QStringList());
    // The copy of the contacts that it was sending is left, for this user only; the next one that makes such a copy
    // clears it, if it is a minute old.
    QDirIterator left(m_home.filePath(u"tmp"_s), {u"navette-*"_s}, QDir::Dirs);
    while (left.hasNext()) {
        const QFileInfo folder(left.next());
        QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        std::filesystem::last_write_time(toLocalPath(folder.filePath()),
                                         std::filesystem::file_time_type::clock::now() - std::chrono::minutes(2));
    }
    run({u"deposit"_s, write(u"next.csv"_s, contactFile()), u"--flow"_s, u"digitaleo/import"_s, u"--account"_s,
         displayText((*slow)->accountFile()), u"--repair"_s, u"--mode"_s, u"new"_s},
        0, with);
#else
    QSKIP("Release builds on Linux only.");
#endif
}

int main(int argc, char *argv[])
{
    if (argc == 2 && qstrcmp(argv[1], "--window") == 0)
        return driveWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    TestCanary test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_canary.moc"
