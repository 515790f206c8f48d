// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "style/widgets.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace navette::ui
{

class HostKeyField;
class KeyFileField;

/// The fields of an account; which of them show follows platform and way of signing in.
class AccountForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(const Account &account, QWidget *parent = nullptr);

    /// The account as the fields say; id and what has no field stay as they were.
    [[nodiscard]] Account account() const;
    [[nodiscard]] Secrets secrets() const;
    [[nodiscard]] bool hasNewSecrets() const; ///< something was typed there
    /// What is still missing, as one sentence; empty when complete.
    [[nodiscard]] QString missing() const;
    void setSecretsKept(bool kept); ///< the keychain has them: the fields say so
    void offerOldAlgorithms();      ///< the server has no others
    [[nodiscard]] HostKeyField &hostKey() const { return *m_hostKey; }

Q_SIGNALS:
    void changed();

private:
    void makeConnectionFields();
    void makeHostKeyField();
    void makeEncryptionField();
    void makePlatformFields();
    void addRow(const QString &text, QWidget *field);
    QLineEdit *addText(const QString &text, const QString &value, const QString &placeholder = {});
    void setRowShown(QWidget *field, bool shown);
    void updateShown();
    void editFieldLabels();
    void editCustomFields();
    void updateSummaries();

    Account m_account;
    QFormLayout *m_form;
    Segmented *m_platform = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_user = nullptr;
    Segmented *m_auth = nullptr;
    QLineEdit *m_password = nullptr;
    KeyFileField *m_keyFile = nullptr;
    QLineEdit *m_passphrase = nullptr;
    HostKeyField *m_hostKey = nullptr;
    QWidget *m_oldBox = nullptr;
    QCheckBox *m_oldAlgorithms = nullptr;
    QComboBox *m_proxy = nullptr;
    QLineEdit *m_root = nullptr;
    Segmented *m_delimiter = nullptr;
    QComboBox *m_deduplication = nullptr;
    Button *m_labels = nullptr;
    QComboBox *m_region = nullptr;
    QLineEdit *m_appId = nullptr;
    QComboBox *m_matchingKey = nullptr;
    QLineEdit *m_memberId = nullptr;
    QComboBox *m_encoding = nullptr;
    Button *m_customFields = nullptr;
    QLineEdit *m_imports = nullptr;
    QLineEdit *m_exports = nullptr;
    QCheckBox *m_externalFtp = nullptr;
};

} // namespace navette::ui
