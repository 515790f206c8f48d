// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"

#include "accounts/objectreader.h"
#include "sftp/proxysetting.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace navette
{
namespace
{

// Larger than any honest account file, small enough to read whole.
constexpr qint64 maxAccountFileBytes = 1 << 20;

struct AccountFile {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

// Host and user go into look-ups and sign-in as they are; what a shell or a config file would read otherwise has no
// place in them (reliability.md A, CVE-2023-6004).
bool isPlainWord(const QString &text)
{
    if (text.startsWith(u'-'))
        return false;
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.unicode() < 0x20; });
}

bool isProxy(const QString &text)
{
    return text.isEmpty() || text == u"system" || text.startsWith(u"socks5://") || text.startsWith(u"http://");
}

const QStringList &authKeys()
{
    static const QStringList keys{key(AuthMethod::Password), key(AuthMethod::Key), key(AuthMethod::Agent)};
    return keys;
}

const QStringList &deduplicationKeys()
{
    static const QStringList keys{QStringLiteral("none"), QStringLiteral("triplet"), QStringLiteral("reference")};
    return keys;
}

const QStringList &matchingKeyKeys()
{
    static const QStringList keys{QStringLiteral("device_id"), QStringLiteral("member_id")};
    return keys;
}

const QStringList &fieldTypeKeys()
{
    static const QStringList keys{QStringLiteral("text"), QStringLiteral("decimal"), QStringLiteral("integer"),
                                  QStringLiteral("date")};
    return keys;
}

// The enumerators stand in the order of their keys.
template<typename E>
E fromIndex(const QStringList &keys, const QString &word)
{
    return static_cast<E>(std::max<qsizetype>(0, keys.indexOf(word)));
}

template<typename E>
QString toWord(const QStringList &keys, E value)
{
    return keys.at(static_cast<int>(value));
}

Endpoint readEndpoint(ObjectReader &account, const QString &file)
{
    const QJsonObject object = account.object(QStringLiteral("endpoint"), true);
    ObjectReader reader(object, file, QStringLiteral("endpoint."));
    Endpoint endpoint;
    endpoint.host = reader.requiredText(QStringLiteral("host"));
    if (!isPlainWord(endpoint.host))
        reader.refuse(QStringLiteral("host"), AccountFile::tr("a host name or address"));
    endpoint.port = static_cast<quint16>(reader.integer(QStringLiteral("port"), 1, 65535).value_or(22));
    endpoint.user = reader.requiredText(QStringLiteral("user"));
    if (endpoint.user.startsWith(u'-') || endpoint.user.contains(QChar(0)) || endpoint.user.contains(u'\n'))
        reader.refuse(QStringLiteral("user"), AccountFile::tr("a user name"));
    endpoint.auth =
        fromIndex<AuthMethod>(authKeys(), reader.choice(QStringLiteral("auth"), authKeys(), key(AuthMethod::Password)));
    const QString keyFile = reader.text(QStringLiteral("keyFile"));
    if (!keyFile.isEmpty())
        endpoint.keyFile = toLocalPath(keyFile);
    if (endpoint.auth == AuthMethod::Key && keyFile.isEmpty())
        reader.refuse(QStringLiteral("keyFile"), AccountFile::tr("the path of the key to sign in with"));
    endpoint.hostKeyFingerprint = reader.text(QStringLiteral("hostKeyFingerprint"));
    if (!endpoint.hostKeyFingerprint.isEmpty() && !endpoint.hostKeyFingerprint.startsWith(u"SHA256:"))
        reader.refuse(QStringLiteral("hostKeyFingerprint"), AccountFile::tr("a fingerprint that begins with SHA256:"));
    endpoint.proxy = reader.text(QStringLiteral("proxy"));
    if (!isProxy(endpoint.proxy))
        reader.refuse(QStringLiteral("proxy"),
                      AccountFile::tr("empty, \"system\", or an address with socks5:// or http://"));
    if (holdsProxyPassword(endpoint.proxy))
        reader.refuse(QStringLiteral("proxy"),
                      AccountFile::tr("an address without a password, which is asked for when the proxy wants it"));
    endpoint.root = reader.text(QStringLiteral("root"));
    endpoint.oldAlgorithms = reader.boolean(QStringLiteral("oldAlgorithms"), false);
    const std::optional<Error> fault = reader.finish();
    if (!object.isEmpty() || fault)
        account.take(fault);
    return endpoint;
}

std::vector<CustomField> readCustomData(ObjectReader &account, const QString &file)
{
    std::vector<CustomField> fields;
    const QJsonArray array = account.array(QStringLiteral("customData"));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = QStringLiteral("customData[%1]").arg(i);
        if (!array.at(i).isObject())
            account.refuse(place, AccountFile::tr("a group of keys in { }"));
        ObjectReader reader(array.at(i).toObject(), file, place + u'.');
        CustomField field;
        field.name = reader.requiredText(QStringLiteral("name"));
        field.label = reader.text(QStringLiteral("label"), field.name);
        field.type = fromIndex<CustomField::Type>(
            fieldTypeKeys(), reader.choice(QStringLiteral("type"), fieldTypeKeys(), fieldTypeKeys().first()));
        field.size = reader.integer(QStringLiteral("size"), 1, 65535);
        account.take(reader.finish());
        fields.push_back(std::move(field));
    }
    return fields;
}

QMap<QString, QString> readFieldLabels(ObjectReader &account)
{
    QMap<QString, QString> labels;
    const QJsonObject object = account.object(QStringLiteral("fieldLabels"), false);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString())
            account.refuse(QStringLiteral("fieldLabels.") + it.key(), AccountFile::tr("a text in quotes"));
        labels.insert(it.key(), it.value().toString());
    }
    return labels;
}

FlowSettings readSettings(ObjectReader &reader, Platform platform, const QString &file)
{
    FlowSettings settings;
    const QString delimiter = reader.text(QStringLiteral("delimiter"), QStringLiteral(";"));
    const bool single = delimiter.size() == 1 && delimiter[0].unicode() < 0x80 && !delimiter[0].isLetterOrNumber() &&
                        !QStringView(u"\"\r\n").contains(delimiter[0]) && !delimiter[0].isNull();
    if (!single)
        reader.refuse(QStringLiteral("delimiter"), AccountFile::tr("one separator character such as ; or ,"));
    else
        settings.delimiter = delimiter[0].toLatin1();
    const QString encoding = reader.text(QStringLiteral("encoding"));
    if (!encoding.isEmpty()) {
        settings.encoding = csv::encodingFromKey(encoding);
        if (!settings.encoding)
            reader.refuse(QStringLiteral("encoding"),
                          AccountFile::tr("an alphabet such as \"utf-8\" or \"iso-8859-1\""));
    }
    settings.deduplication =
        fromIndex<Deduplication>(deduplicationKeys(), reader.choice(QStringLiteral("deduplication"),
                                                                    deduplicationKeys(), deduplicationKeys().first()));
    settings.fieldLabels = readFieldLabels(reader);
    settings.phoneRegion = reader.text(QStringLiteral("phoneRegion"), QStringLiteral("FR"));
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (settings.phoneRegion.size() != 2 ||
        !std::all_of(settings.phoneRegion.begin(), settings.phoneRegion.end(), isCapital))
        reader.refuse(QStringLiteral("phoneRegion"),
                      AccountFile::tr("the two capital letters of a country, such as FR"));
    settings.appId = reader.text(QStringLiteral("appId"));
    const auto isAsciiWord = [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); };
    if (!std::all_of(settings.appId.begin(), settings.appId.end(), isAsciiWord))
        reader.refuse(QStringLiteral("appId"), AccountFile::tr("the application's number, such as \"6\""));
    settings.matchingKey = fromIndex<MatchingKey>(
        matchingKeyKeys(), reader.choice(QStringLiteral("matchingKey"), matchingKeyKeys(), matchingKeyKeys().first()));
    settings.memberIdColumn = reader.text(QStringLiteral("memberIdColumn"), settings.memberIdColumn);
    if (platform == Platform::Accengage && settings.memberIdColumn.isEmpty())
        reader.refuse(QStringLiteral("memberIdColumn"), AccountFile::tr("the name of the member column"));
    settings.customData = readCustomData(reader, file);
    settings.externalFtp = reader.boolean(QStringLiteral("externalFtp"), false);
    return settings;
}

QJsonObject endpointToJson(const Endpoint &endpoint)
{
    QJsonObject json{{QStringLiteral("host"), endpoint.host},
                     {QStringLiteral("port"), endpoint.port},
                     {QStringLiteral("user"), endpoint.user},
                     {QStringLiteral("auth"), key(endpoint.auth)}};
    const auto add = [&json](const char *name, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), value);
    };
    add("keyFile", QFileInfo(endpoint.keyFile).filePath());
    add("hostKeyFingerprint", endpoint.hostKeyFingerprint);
    add("proxy", endpoint.proxy);
    add("root", endpoint.root);
    if (endpoint.oldAlgorithms)
        json.insert(QStringLiteral("oldAlgorithms"), true);
    return json;
}

QJsonArray customDataToJson(const std::vector<CustomField> &fields)
{
    QJsonArray array;
    for (const CustomField &field : fields) {
        QJsonObject json{{QStringLiteral("name"), field.name},
                         {QStringLiteral("label"), field.label},
                         {QStringLiteral("type"), toWord(fieldTypeKeys(), field.type)}};
        if (field.size)
            json.insert(QStringLiteral("size"), *field.size);
        array.append(json);
    }
    return array;
}

} // namespace

Result<Account> Account::fromJson(const QByteArray &json, const QString &name)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return fail(ErrorKind::BadFormat, AccountFile::tr("%1 is not an account file: it is not JSON text.").arg(name),
                    QStringLiteral("%1 at byte %2").arg(parseError.errorString()).arg(parseError.offset));
    ObjectReader reader(document.object(), name);
    Account account;
    account.name = reader.requiredText(QStringLiteral("name"));
    const QString platform = reader.requiredText(QStringLiteral("platform"));
    if (const std::optional<Platform> known = platformFromKey(platform))
        account.platform = *known;
    else
        reader.refuse(QStringLiteral("platform"),
                      AccountFile::tr("one of %1").arg(QStringLiteral("\"digitaleo\", \"accengage\"")));
    account.endpoint = readEndpoint(reader, name);
    account.settings = readSettings(reader, account.platform, name);
    account.exportsDirectory = reader.text(QStringLiteral("exportsDirectory"));
    account.importsDirectory = reader.text(QStringLiteral("importsDirectory"));
    account.practice = reader.boolean(QStringLiteral("practice"), false);
    if (const std::optional<Error> fault = reader.finish())
        return tl::make_unexpected(*fault);
    return account;
}

Result<Account> Account::load(const LocalPath &path)
{
    const QString name = displayText(path);
    QFile file(path);
    if (!QFileInfo::exists(file.fileName()))
        return fail(ErrorKind::NotFound, AccountFile::tr("There is no account file %1.").arg(name));
    if (QFileInfo(path).isDir())
        return fail(ErrorKind::NotAFile, AccountFile::tr("%1 is a folder, not an account file.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotReadable, AccountFile::tr("The account file %1 cannot be read.").arg(name),
                    file.errorString());
    const QByteArray json = file.read(maxAccountFileBytes + 1);
    if (json.size() > maxAccountFileBytes)
        return fail(ErrorKind::Limit, AccountFile::tr("%1 is too large for an account file.").arg(name));
    Result<Account> account = fromJson(json, fileName(path));
    if (account)
        account->id = QFileInfo(path).completeBaseName();
    return account;
}

QByteArray Account::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("platform"), key(platform)},
                     {QStringLiteral("endpoint"), endpointToJson(endpoint)},
                     {QStringLiteral("delimiter"), QString(QLatin1Char(settings.delimiter))},
                     {QStringLiteral("deduplication"), toWord(deduplicationKeys(), settings.deduplication)},
                     {QStringLiteral("phoneRegion"), settings.phoneRegion},
                     {QStringLiteral("appId"), settings.appId},
                     {QStringLiteral("matchingKey"), toWord(matchingKeyKeys(), settings.matchingKey)},
                     {QStringLiteral("memberIdColumn"), settings.memberIdColumn},
                     {QStringLiteral("customData"), customDataToJson(settings.customData)},
                     {QStringLiteral("exportsDirectory"), exportsDirectory},
                     {QStringLiteral("importsDirectory"), importsDirectory},
                     {QStringLiteral("externalFtp"), settings.externalFtp}};
    if (settings.encoding)
        json.insert(QStringLiteral("encoding"), csv::key(*settings.encoding));
    QJsonObject labels;
    for (auto it = settings.fieldLabels.begin(); it != settings.fieldLabels.end(); ++it)
        labels.insert(it.key(), it.value());
    json.insert(QStringLiteral("fieldLabels"), labels);
    if (practice)
        json.insert(QStringLiteral("practice"), true);
    return QJsonDocument(json).toJson();
}

RemotePath Account::depositDirectory(const Flow &flow) const
{
    if (flow.platform == Platform::Accengage)
        return RemotePath::fromText(flow.direction == FlowDirection::ToPlatform ? importsDirectory : exportsDirectory);
    return RemotePath::fromText(flow.directory).child(QByteArrayLiteral("in"));
}

} // namespace navette
