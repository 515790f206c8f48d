// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "accounts/secretstore.h"
#include "accounts/userfolders.h"
#include "accountsamples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace navette;
using namespace Qt::StringLiterals;

namespace
{

Account smallAccount(const QString &name)
{
    Account account = Account::fromJson(minimalAccount, u"x"_s).value();
    account.name = name;
    return account;
}

} // namespace

class TestAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaults()
    {
        const Account account = Account::fromJson(minimalAccount, u"acme.json"_s).value();
        QCOMPARE(account.name, u"Acme FR"_s);
        QCOMPARE(account.endpoint.port, quint16(22));
        QVERIFY(account.endpoint.auth == AuthMethod::Password);
        QCOMPARE(account.settings.delimiter, ';');
        QVERIFY(!account.settings.encoding);
        QVERIFY(!account.practice);
    }

    void everythingRoundTrips()
    {
        const Account account = Account::fromJson(fullAccount, u"app.json"_s).value();
        QCOMPARE(account.endpoint.port, quint16(2222));
        QVERIFY(account.endpoint.auth == AuthMethod::Key);
        QVERIFY(account.settings.deduplication == Deduplication::Reference);
        QVERIFY(account.settings.matchingKey == MatchingKey::MemberId);
        QCOMPARE(account.settings.fieldLabels.value(u"Champ 1"_s), u"Fidélité"_s);
        QCOMPARE(account.settings.customData.size(), size_t(1));
        QVERIFY(account.settings.customData[0].type == CustomField::Type::Decimal);
        QCOMPARE(account.settings.customData[0].size, std::optional(8));
        QVERIFY(account.settings.externalFtp);
        QVERIFY(account.endpoint.oldAlgorithms);
        QVERIFY(!Account::fromJson(minimalAccount, u"usual.json"_s).value().endpoint.oldAlgorithms);
        QVERIFY(Account::fromJson(account.toJson(), u"again"_s).value() == account);
        Account practice = account;
        practice.practice = true;
        QVERIFY(Account::fromJson(practice.toJson(), u"again"_s).value() == practice);
    }

    void eachFaultNamesItsKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        const auto with = [](const char *path, const QJsonValue &value) {
            QJsonObject json = QJsonDocument::fromJson(minimalAccount).object();
            const QStringList parts = QString::fromLatin1(path).split(u'.');
            if (parts.size() == 1) {
                json.insert(parts[0], value);
            } else {
                QJsonObject inner = json.value(parts[0]).toObject();
                inner.insert(parts[1], value);
                json.insert(parts[0], inner);
            }
            return QJsonDocument(json).toJson();
        };
        const auto without = [](const char *key) {
            QJsonObject json = QJsonDocument::fromJson(minimalAccount).object();
            json.remove(QLatin1String(key));
            return QJsonDocument(json).toJson();
        };
        QTest::newRow("no name") << without("name") << u"\"name\""_s;
        QTest::newRow("no platform") << without("platform") << u"\"platform\""_s;
        QTest::newRow("no endpoint") << without("endpoint") << u"\"endpoint\""_s;
        QTest::newRow("empty endpoint") << with("endpoint", QJsonObject()) << u"\"endpoint.host\""_s;
        QTest::newRow("platform") << with("platform", u"mailchimp"_s) << u"\"platform\""_s;
        QTest::newRow("host type") << with("endpoint.host", 5) << u"\"endpoint.host\""_s;
        QTest::newRow("host option") << with("endpoint.host", u"-oProxyCommand=x"_s) << u"\"endpoint.host\""_s;
        QTest::newRow("host with space") << with("endpoint.host", u"a b"_s) << u"\"endpoint.host\""_s;
        QTest::newRow("port 0") << with("endpoint.port", 0) << u"\"endpoint.port\""_s;
        QTest::newRow("port text") << with("endpoint.port", u"22"_s) << u"\"endpoint.port\""_s;
        QTest::newRow("port fraction") << with("endpoint.port", 22.5) << u"\"endpoint.port\""_s;
        QTest::newRow("auth") << with("endpoint.auth", u"magic"_s) << u"\"endpoint.auth\""_s;
        QTest::newRow("key without file") << with("endpoint.auth", u"key"_s) << u"\"endpoint.keyFile\""_s;
        QTest::newRow("fingerprint") << with("endpoint.hostKeyFingerprint", u"MD5:1"_s)
                                     << u"\"endpoint.hostKeyFingerprint\""_s;
        QTest::newRow("old algorithms") << with("endpoint.oldAlgorithms", u"yes"_s) << u"\"endpoint.oldAlgorithms\""_s;
        QTest::newRow("proxy command") << with("endpoint.proxy", u"nc %h %p"_s) << u"\"endpoint.proxy\""_s;
        QTest::newRow("proxy password") << with("endpoint.proxy", u"http://jean:hunter2@proxy.example:3128"_s)
                                        << u"\"endpoint.proxy\""_s;
        QTest::newRow("delimiter") << with("delimiter", u";;"_s) << u"\"delimiter\""_s;
        QTest::newRow("delimiter quote") << with("delimiter", u"\""_s) << u"\"delimiter\""_s;
        QTest::newRow("encoding") << with("encoding", u"klingon"_s) << u"\"encoding\""_s;
        QTest::newRow("deduplication") << with("deduplication", u"some"_s) << u"\"deduplication\""_s;
        QTest::newRow("region") << with("phoneRegion", u"France"_s) << u"\"phoneRegion\""_s;
        QTest::newRow("appId path") << with("appId", u"../6"_s) << u"\"appId\""_s;
        QTest::newRow("labels") << with("fieldLabels", QJsonObject{{u"Champ 1"_s, 3}}) << u"\"fieldLabels.Champ 1\""_s;
        QTest::newRow("custom") << with("customData", QJsonArray{5}) << u"\"customData[0]\""_s;
        QTest::newRow("custom name") << with("customData", QJsonArray{QJsonObject()}) << u"\"customData[0].name\""_s;
        QTest::newRow("external") << with("externalFtp", u"yes"_s) << u"\"externalFtp\""_s;
        QTest::newRow("unknown") << with("colour", u"blue"_s) << u"\"colour\""_s;
        QTest::newRow("unknown inner") << with("endpoint.colour", u"blue"_s) << u"\"endpoint.colour\""_s;
        QTest::newRow("secret") << with("endpoint.password", u"hunter2"_s) << u"\"endpoint.password\""_s;
    }
    void eachFaultNamesItsKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto account = Account::fromJson(json, u"acme.json"_s);
        QVERIFY(!account);
        QCOMPARE(account.error().kind, ErrorKind::BadFormat);
        QVERIFY2(account.error().message.contains(named), qPrintable(account.error().message));
        QVERIFY(account.error().message.contains(u"acme.json"_s));
        QVERIFY(!account.error().message.contains(u"hunter2"_s));
        QVERIFY(!account.error().detail.contains(u"hunter2"_s));
    }

    void filesThatAreNoAccount()
    {
        QTemporaryDir dir;
        QCOMPARE(Account::load(toLocalPath(dir.filePath(u"none.json"_s))).error().kind, ErrorKind::NotFound);
        QCOMPARE(Account::load(toLocalPath(dir.path())).error().kind, ErrorKind::NotAFile);
        for (const QByteArray &content : {QByteArray(), QByteArray("\0\xff\xfe junk", 8), QByteArray("[]"),
                                          QByteArray("{\"name\":"), QByteArray(2'000'000, ' ')}) {
            QFile file(dir.filePath(u"acme.json"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
            const auto account = Account::load(toLocalPath(file.fileName()));
            QVERIFY(!account);
            QVERIFY(account.error().message.contains(u"acme.json"_s));
        }
    }

    void storeSavesFindsAndRemoves()
    {
        QTemporaryDir dir;
        const LocalPath folder = toLocalPath(dir.filePath(u"accounts"_s));
        AccountStore store(folder);
        QSignalSpy changed(&store, &AccountStore::changed);
        const Account first = store.save(smallAccount(u"Société Écrin"_s)).value();
        const Account second = store.save(smallAccount(u"Société Écrin"_s)).value();
        QCOMPARE(first.id, u"societe-ecrin"_s);
        QCOMPARE(second.id, u"societe-ecrin-2"_s);
        QCOMPARE(changed.size(), 2);
        QVERIFY(store.find(first.id) != nullptr);

        AccountStore other(folder);
        QVERIFY(other.accounts() == store.accounts());
        Account renamed = first;
        renamed.name = u"Autre"_s;
        QVERIFY(store.save(renamed));
        QCOMPARE(store.accounts().size(), size_t(2));
        QCOMPARE(store.accounts().front().name, u"Autre"_s);
        QVERIFY(store.remove(first.id));
        QVERIFY(store.find(first.id) == nullptr);
        QCOMPARE(store.remove(first.id).error().kind, ErrorKind::NotFound);
    }

    void oneBrokenFileDoesNotHideTheOthers()
    {
        QTemporaryDir dir;
        AccountStore store(toLocalPath(dir.path()));
        QVERIFY(store.save(smallAccount(u"Good one"_s)));
        QFile broken(dir.filePath(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{}");
        broken.close();
        store.reload();
        QCOMPARE(store.accounts().size(), size_t(1));
        QCOMPARE(store.problems().size(), size_t(1));
        QVERIFY(store.problems().front().message.contains(u"broken.json"_s));
    }

    void storeRefusesWhatItCouldNotReadBack()
    {
        QTemporaryDir dir;
        AccountStore store(toLocalPath(dir.path()));
        Account account = smallAccount(u"X"_s);
        account.endpoint.host.clear();
        QVERIFY(!store.save(account));
        account = smallAccount(u"X"_s);
        account.id = u"../outside"_s;
        QCOMPARE(store.save(account).error().kind, ErrorKind::Unsafe);
        QVERIFY(QDir(dir.path()).isEmpty());
        // Reserved device names are no account files on Windows; the same names are avoided everywhere.
        QCOMPARE(store.save(smallAccount(u"CON"_s)).value().id, u"account-con"_s);
        QCOMPARE(store.save(smallAccount(u"???"_s)).value().id, u"account-"_s);
    }

    void depositDirectories()
    {
        Flow import;
        import.directory = u"contacts/import"_s;
        QCOMPARE(Account::fromJson(minimalAccount, u"x"_s).value().depositDirectory(import).bytes(),
                 QByteArray("contacts/import/in"));
        Flow list;
        list.platform = Platform::Accengage;
        const Account accengage = Account::fromJson(fullAccount, u"x"_s).value();
        QCOMPARE(accengage.depositDirectory(list).bytes(), QByteArray("imports"));
        list.direction = FlowDirection::FromPlatform;
        QCOMPARE(accengage.depositDirectory(list).bytes(), QByteArray("exports"));
    }

    void secretsAreBoundToTheirServer()
    {
        const auto store = makeMemoryStore();
        Account account = smallAccount(u"X"_s);
        account.endpoint.auth = AuthMethod::Key;
        QVERIFY(store->write(account, {u"s3cret"_s, {}}).result());
        QCOMPARE(store->read(account).result().value().password.text(), u"s3cret"_s);
        Account elsewhere = account;
        elsewhere.endpoint.host = u"evil.example"_s;
        QVERIFY(store->read(elsewhere).result().value().password.isEmpty());
        QVERIFY(store->write(account, {{}, u"phrase"_s}).result());
        QCOMPARE(store->read(account).result().value().password.text(), u"s3cret"_s); // what is not given stays
        QCOMPARE(store->read(account).result().value().keyPassphrase.text(), u"phrase"_s);
        QVERIFY(store->remove(account, {}).result());
        QVERIFY(store->read(account).result().value().password.isEmpty());
    }

    void secretsAreBoundToProxyAndKey()
    {
        const auto store = makeMemoryStore();
        Account account = smallAccount(u"X"_s);
        account.endpoint.auth = AuthMethod::Key;
        account.endpoint.keyFile = toLocalPath(u"/keys/one"_s);
        account.endpoint.proxy = u"http://jean@one.example:3128"_s;
        QVERIFY(store->write(account, {u"s3cret"_s, u"phrase"_s, u"pr0xy"_s}).result());
        Account other = account;
        other.endpoint.proxy = u"http://jean@two.example:3128"_s;
        other.endpoint.keyFile = toLocalPath(u"/keys/two"_s);
        const Secrets found = store->read(other).result().value();
        QCOMPARE(found.password.text(), u"s3cret"_s);
        QVERIFY(found.keyPassphrase.isEmpty());
        QVERIFY(found.proxyPassword.isEmpty());
    }

    // Several accounts may share a proxy and a key: those of the ones that stay are not to be taken from them.
    void removesNoSecretOfOthers()
    {
        const auto store = makeMemoryStore();
        Account account = smallAccount(u"X"_s);
        account.endpoint.auth = AuthMethod::Key;
        account.endpoint.keyFile = toLocalPath(u"/keys/one"_s);
        account.endpoint.proxy = u"http://jean@one.example:3128"_s;
        Account other = account;
        other.endpoint.host = u"other.example"_s;
        QVERIFY(store->write(account, {u"s3cret"_s, u"phrase"_s, u"pr0xy"_s}).result());
        QVERIFY(store->remove(account, {other}).result());
        QVERIFY(store->read(account).result().value().password.isEmpty());
        QCOMPARE(store->read(other).result().value().keyPassphrase.text(), u"phrase"_s);
        QCOMPARE(store->read(other).result().value().proxyPassword.text(), u"pr0xy"_s);
        QVERIFY(store->remove(other, {}).result());
        QVERIFY(store->read(other).result().value().proxyPassword.isEmpty());
    }

    void secretsFromTheEnvironment()
    {
        qunsetenv("NAVETTE_PASSWORD");
        qunsetenv("NAVETTE_KEY_PASSPHRASE");
        QVERIFY(!secretsFromEnvironment());
        qputenv("NAVETTE_PASSWORD", "p");
        QCOMPARE(secretsFromEnvironment()->password.text(), u"p"_s);
        qputenv("NAVETTE_PROXY_PASSWORD", "x");
        QCOMPARE(secretsFromEnvironment()->proxyPassword.text(), u"x"_s);
        qunsetenv("NAVETTE_PASSWORD");
        QVERIFY(!secretsFromEnvironment()); // the keychain is looked into for the others
        QCOMPARE(proxyPasswordFromEnvironment().text(), u"x"_s);
        qunsetenv("NAVETTE_PROXY_PASSWORD");
    }

    void reportsFolderTakesNoHostileId()
    {
        qputenv("NAVETTE_DATA_DIR", "/data");
        QCOMPARE(reportsFolder(u"../../x"_s).parent_path(), userDataFolder() / "reports");
        qunsetenv("NAVETTE_DATA_DIR");
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
