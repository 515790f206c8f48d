// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountform.h"

#include "accounts/fieldsdialogs.h"
#include "accounts/hostkeyfield.h"
#include "accounts/keyfilefield.h"
#include "sftp/proxysetting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int labelWidth = 120;
constexpr int shortField = 84;

/// Countries by their names in the person's language; the value is the ISO 3166 code.
std::vector<std::pair<QString, QString>> regions()
{
    std::vector<std::pair<QString, QString>> result;
    for (int at = 1; at <= static_cast<int>(QLocale::LastTerritory); ++at) {
        const auto territory = static_cast<QLocale::Territory>(at);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() == 2 && code.at(0).isLetter())
            result.emplace_back(QLocale::territoryToString(territory), code);
    }
    std::sort(result.begin(), result.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    return result;
}

} // namespace

AccountForm::AccountForm(const Account &account, QWidget *parent)
    : QWidget(parent), m_account(account), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::large);
    m_form->setVerticalSpacing(14);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFormAlignment(Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    makeConnectionFields();
    m_form->addRow(new Separator(Qt::Horizontal, this));
    m_form->addRow(
        new Label(tr("How this account is set up on the platform"), TextStyle::Section, ColorRole::Text, this));
    makePlatformFields();
    updateSummaries();
    updateShown();
}

void AccountForm::addRow(const QString &text, QWidget *field)
{
    auto *name = new Label(text, TextStyle::Body, ColorRole::Muted, this);
    name->setFixedWidth(labelWidth);
    name->setMinimumHeight(metrics::controlHeight);
    name->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(text);
    m_form->addRow(name, field);
}

QLineEdit *AccountForm::addText(const QString &text, const QString &value, const QString &placeholder)
{
    auto *field = new QLineEdit(value, this);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::textEdited, this, &AccountForm::changed);
    addRow(text, field);
    return field;
}

void AccountForm::makeConnectionFields()
{
    const Endpoint &endpoint = m_account.endpoint;
    m_platform = new Segmented(this);
    for (const Platform platform : {Platform::Digitaleo, Platform::Accengage})
        m_platform->addChoice(label(platform), key(platform));
    m_platform->setCurrentValue(key(m_account.platform));
    connect(m_platform, &Segmented::currentChanged, this, [this] {
        updateShown();
        Q_EMIT changed();
    });
    addRow(tr("Platform"), m_platform);
    m_name = addText(tr("Name"), m_account.name, tr("Acme France"));
    m_name->setObjectName(u"accountName"_s);

    auto *server = new QWidget(this);
    m_host = new QLineEdit(endpoint.host, server);
    m_host->setObjectName(u"accountHost"_s);
    m_host->setPlaceholderText(tr("sftp.platform.example"));
    m_host->setAccessibleName(tr("Server"));
    m_port = new QSpinBox(server);
    m_port->setRange(1, 65535);
    m_port->setValue(endpoint.port);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_port->setFixedWidth(shortField);
    m_port->setAccessibleName(tr("Port"));
    auto *serverRow = new QHBoxLayout(server);
    serverRow->setContentsMargins(0, 0, 0, 0);
    serverRow->addWidget(m_host, 1);
    serverRow->addWidget(new Label(tr("port"), TextStyle::Secondary, ColorRole::Muted, server));
    serverRow->addWidget(m_port);
    connect(m_host, &QLineEdit::textEdited, this, &AccountForm::changed);
    connect(m_port, &QSpinBox::valueChanged, this, &AccountForm::changed);
    addRow(tr("Server"), server);
    m_user = addText(tr("User"), endpoint.user);
    m_user->setObjectName(u"accountUser"_s);

    m_auth = new Segmented(this);
    m_auth->addChoice(tr("Password"), key(AuthMethod::Password));
    m_auth->addChoice(tr("Key"), key(AuthMethod::Key));
    m_auth->addChoice(tr("Agent"), key(AuthMethod::Agent));
    m_auth->setCurrentValue(key(endpoint.auth));
    connect(m_auth, &Segmented::currentChanged, this, [this] {
        updateShown();
        Q_EMIT changed();
    });
    addRow(tr("Sign in with"), m_auth);
    m_password = addText(tr("Password"), {});
    m_password->setObjectName(u"accountPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);

    m_keyFile = new KeyFileField(endpoint.keyFile, this);
    connect(m_keyFile, &KeyFileField::changed, this, &AccountForm::changed);
    addRow(tr("Key"), m_keyFile);
    m_passphrase = addText(tr("Passphrase"), {}, tr("where the key has one"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    makeHostKeyField();
    makeEncryptionField();

    m_proxy = new QComboBox(this);
    m_proxy->addItem(tr("None"), QString());
    m_proxy->addItem(tr("As the system says"), u"system"_s);
    m_proxy->setEditable(true);
    m_proxy->setInsertPolicy(QComboBox::NoInsert);
    m_proxy->setToolTip(tr("Or type it: socks5://host:port, http://host:port, http://name@host:port"));
    const int known = m_proxy->findData(endpoint.proxy);
    if (known >= 0)
        m_proxy->setCurrentIndex(known);
    else
        m_proxy->setEditText(endpoint.proxy);
    connect(m_proxy, &QComboBox::editTextChanged, this, &AccountForm::changed);
    addRow(tr("Proxy"), m_proxy);
    m_root = addText(tr("Directory"), endpoint.root, tr("where sign-in leads"));
    m_root->setToolTip(
        tr("The directory on the server that holds “contacts” and “reporting”, where it is another one"));
}

void AccountForm::makeHostKeyField()
{
    m_hostKey = new HostKeyField(m_account.endpoint.hostKeyFingerprint, this);
    const auto setServer = [this] {
        m_hostKey->setServer(m_host->text().trimmed(), static_cast<quint16>(m_port->value()));
    };
    setServer();
    connect(m_hostKey, &HostKeyField::changed, this, &AccountForm::changed);
    connect(m_host, &QLineEdit::textChanged, m_hostKey, setServer);
    connect(m_host, &QLineEdit::editingFinished, m_hostKey, &HostKeyField::lookUp); // not at every letter
    connect(m_port, &QSpinBox::valueChanged, m_hostKey, [this, setServer] {
        setServer();
        m_hostKey->lookUp();
    });
    addRow(tr("Fingerprint"), m_hostKey);
}

void AccountForm::makeEncryptionField()
{
    m_oldBox = new QWidget(this);
    m_oldAlgorithms = new QCheckBox(tr("Also allow old encryption"), m_oldBox);
    m_oldAlgorithms->setObjectName(u"oldAlgorithms"_s);
    m_oldAlgorithms->setChecked(m_account.endpoint.oldAlgorithms);
    auto *note = new Label(tr("It protects less well: only for a server that has nothing newer, until it is renewed."),
                           TextStyle::Secondary, ColorRole::Warn, m_oldBox);
    note->setWordWrap(true);
    auto *column = new QVBoxLayout(m_oldBox);
    column->setContentsMargins(0, metrics::tiny, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_oldAlgorithms);
    column->addWidget(note);
    connect(m_oldAlgorithms, &QCheckBox::toggled, this, &AccountForm::changed);
    addRow(tr("Encryption"), m_oldBox);
    setRowShown(m_oldBox, m_account.endpoint.oldAlgorithms);
}

void AccountForm::offerOldAlgorithms()
{
    setRowShown(m_oldBox, true);
}

void AccountForm::makePlatformFields()
{
    const FlowSettings &settings = m_account.settings;
    m_delimiter = new Segmented(this);
    m_delimiter->addChoice(u";"_s, QChar(u';'));
    m_delimiter->addChoice(u","_s, QChar(u','));
    m_delimiter->addChoice(tr("Tab"), QChar(u'\t'));
    m_delimiter->addChoice(u"|"_s, QChar(u'|'));
    m_delimiter->setCurrentValue(QChar::fromLatin1(settings.delimiter));
    connect(m_delimiter, &Segmented::currentChanged, this, &AccountForm::changed);
    addRow(tr("Separator"), m_delimiter);

    m_deduplication = new QComboBox(this);
    m_deduplication->addItem(tr("Never: every row is a contact"), static_cast<int>(Deduplication::None));
    m_deduplication->addItem(tr("Same e-mail, fixed and mobile numbers"), static_cast<int>(Deduplication::Triplet));
    m_deduplication->addItem(tr("Same reference"), static_cast<int>(Deduplication::Reference));
    m_deduplication->setCurrentIndex(m_deduplication->findData(static_cast<int>(settings.deduplication)));
    connect(m_deduplication, &QComboBox::currentIndexChanged, this, &AccountForm::changed);
    addRow(tr("Same contact if"), m_deduplication);

    m_labels = new Button({}, ButtonKind::Secondary, {}, this);
    m_labels->setLeading(true);
    connect(m_labels, &QPushButton::clicked, this, &AccountForm::editFieldLabels);
    addRow(tr("Champ 1 … 15"), m_labels);

    m_region = new QComboBox(this);
    for (const auto &[name, code] : regions())
        m_region->addItem(name, code);
    m_region->setCurrentIndex(std::max(0, m_region->findData(settings.phoneRegion)));
    m_region->setToolTip(tr("Numbers without a country code are taken as numbers of this country"));
    connect(m_region, &QComboBox::currentIndexChanged, this, &AccountForm::changed);
    addRow(tr("Phones are of"), m_region);

    m_appId = addText(tr("Application id"), settings.appId, u"6"_s);
    m_matchingKey = new QComboBox(this);
    m_matchingKey->addItem(tr("Device id"), static_cast<int>(MatchingKey::DeviceId));
    m_matchingKey->addItem(tr("Member id"), static_cast<int>(MatchingKey::MemberId));
    m_matchingKey->setCurrentIndex(m_matchingKey->findData(static_cast<int>(settings.matchingKey)));
    connect(m_matchingKey, &QComboBox::currentIndexChanged, this, [this] {
        updateShown();
        Q_EMIT changed();
    });
    addRow(tr("Matching key"), m_matchingKey);
    m_memberId = addText(tr("Its column"), settings.memberIdColumn);
    m_encoding = new QComboBox(this);
    m_encoding->addItem(u"UTF-8"_s, static_cast<int>(csv::Encoding::Utf8));
    m_encoding->addItem(u"ISO-8859-1"_s, static_cast<int>(csv::Encoding::Latin1));
    m_encoding->setCurrentIndex(
        std::max(0, m_encoding->findData(static_cast<int>(settings.encoding.value_or(csv::Encoding::Utf8)))));
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &AccountForm::changed);
    addRow(tr("Alphabet of files"), m_encoding);
    m_customFields = new Button({}, ButtonKind::Secondary, {}, this);
    m_customFields->setLeading(true);
    connect(m_customFields, &QPushButton::clicked, this, &AccountForm::editCustomFields);
    addRow(tr("Custom fields"), m_customFields);
    m_imports = addText(tr("Imports directory"), m_account.importsDirectory);
    m_exports = addText(tr("Exports directory"), m_account.exportsDirectory);
    m_externalFtp = new QCheckBox(tr("The platform fetches from our own server"), this);
    m_externalFtp->setChecked(settings.externalFtp);
    connect(m_externalFtp, &QCheckBox::toggled, this, &AccountForm::changed);
    addRow(tr("External server"), m_externalFtp);
    for (QComboBox *box : {m_proxy, m_deduplication, m_region, m_matchingKey, m_encoding})
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (Button *button : {m_labels, m_customFields})
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccountForm::setRowShown(QWidget *field, bool shown)
{
    m_form->setRowVisible(field, shown);
}

void AccountForm::updateShown()
{
    const bool digitaleo = m_platform->currentValue().toString() == key(Platform::Digitaleo);
    const QString auth = m_auth->currentValue().toString();
    setRowShown(m_password, auth == key(AuthMethod::Password));
    // Of an agent with many keys the server would see too many wrong ones.
    setRowShown(m_keyFile, auth != key(AuthMethod::Password));
    m_keyFile->setWhose(auth == key(AuthMethod::Agent) ? KeyFileField::Whose::Agents : KeyFileField::Whose::Ours);
    setRowShown(m_passphrase, auth == key(AuthMethod::Key));
    for (QWidget *field :
         {static_cast<QWidget *>(m_deduplication), static_cast<QWidget *>(m_labels), static_cast<QWidget *>(m_region)})
        setRowShown(field, digitaleo);
    for (QWidget *field :
         {static_cast<QWidget *>(m_appId), static_cast<QWidget *>(m_matchingKey), static_cast<QWidget *>(m_encoding),
          static_cast<QWidget *>(m_customFields), static_cast<QWidget *>(m_imports), static_cast<QWidget *>(m_exports),
          static_cast<QWidget *>(m_externalFtp)})
        setRowShown(field, !digitaleo);
    const bool member = m_matchingKey->currentData().toInt() == static_cast<int>(MatchingKey::MemberId);
    setRowShown(m_memberId, !digitaleo && member);
}

void AccountForm::setSecretsKept(bool kept)
{
    const QString words = kept ? tr("kept in this computer’s keychain") : QString();
    m_password->setPlaceholderText(words);
    if (kept)
        m_passphrase->setPlaceholderText(words);
}

Account AccountForm::account() const
{
    Account account = m_account;
    account.name = m_name->text().trimmed();
    account.platform = platformFromKey(m_platform->currentValue().toString()).value_or(Platform::Digitaleo);
    Endpoint &endpoint = account.endpoint;
    endpoint.host = m_host->text().trimmed();
    endpoint.port = static_cast<quint16>(m_port->value());
    endpoint.user = m_user->text().trimmed();
    const QString auth = m_auth->currentValue().toString();
    endpoint.auth = auth == key(AuthMethod::Key)     ? AuthMethod::Key
                    : auth == key(AuthMethod::Agent) ? AuthMethod::Agent
                                                     : AuthMethod::Password;
    endpoint.keyFile = endpoint.auth == AuthMethod::Password ? LocalPath() : m_keyFile->file();
    const int proxy = m_proxy->findText(m_proxy->currentText());
    endpoint.proxy = proxy >= 0 ? m_proxy->itemData(proxy).toString() : m_proxy->currentText().trimmed();
    endpoint.root = m_root->text().trimmed();
    endpoint.hostKeyFingerprint = m_hostKey->fingerprint();
    endpoint.oldAlgorithms = m_oldAlgorithms->isChecked();
    FlowSettings &settings = account.settings;
    settings.delimiter = m_delimiter->currentValue().toChar().toLatin1();
    settings.deduplication = static_cast<Deduplication>(m_deduplication->currentData().toInt());
    settings.phoneRegion = m_region->currentData().toString();
    if (account.platform == Platform::Accengage) {
        settings.appId = m_appId->text().trimmed();
        settings.matchingKey = static_cast<MatchingKey>(m_matchingKey->currentData().toInt());
        settings.memberIdColumn = m_memberId->text().trimmed();
        settings.encoding = static_cast<csv::Encoding>(m_encoding->currentData().toInt());
        settings.externalFtp = m_externalFtp->isChecked();
        account.importsDirectory = m_imports->text().trimmed();
        account.exportsDirectory = m_exports->text().trimmed();
    }
    return account;
}

Secrets AccountForm::secrets() const
{
    return {m_password->text(), m_passphrase->text()};
}

bool AccountForm::hasNewSecrets() const
{
    return !m_password->text().isEmpty() || !m_passphrase->text().isEmpty();
}

QString AccountForm::missing() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the account a name.");
    if (m_host->text().trimmed().isEmpty())
        return tr("Enter the server’s name.");
    if (m_user->text().trimmed().isEmpty())
        return tr("Enter the user name that your platform gave you.");
    if (m_auth->currentValue().toString() == key(AuthMethod::Key) && m_keyFile->file().empty())
        return tr("Choose the file of your key.");
    if (const QString problem = m_hostKey->problem(); !problem.isEmpty())
        return problem;
    if (holdsProxyPassword(m_proxy->currentText()))
        return tr("Leave out the proxy’s password: it is asked for when the proxy wants it.");
    return {};
}

void AccountForm::editFieldLabels()
{
    if (editLabels(m_account.settings.fieldLabels, this)) {
        updateSummaries();
        Q_EMIT changed();
    }
}

void AccountForm::editCustomFields()
{
    if (navette::ui::editCustomFields(m_account.settings.customData, this)) {
        updateSummaries();
        Q_EMIT changed();
    }
}

void AccountForm::updateSummaries()
{
    const auto &labels = m_account.settings.fieldLabels;
    m_labels->setText(labels.isEmpty() ? tr("Not renamed")
                                       : tr("%n named: %1", nullptr, static_cast<int>(labels.size()))
                                             .arg(QStringList(labels.values()).join(u", "_s)));
    QStringList names;
    for (const CustomField &field : m_account.settings.customData)
        names << field.name;
    m_customFields->setText(
        names.isEmpty() ? tr("None declared")
                        : tr("%n declared: %1", nullptr, static_cast<int>(names.size())).arg(names.join(u", "_s)));
}

} // namespace navette::ui
