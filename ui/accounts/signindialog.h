// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "sftp/connection.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace navette::ui
{

class Button;

/// Asks for a password, a passphrase or whatever else a server wants to know at sign-in.
class SignInDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SignInDialog(const SignInQuestion &question, QWidget *parent = nullptr);
    /// What was typed; the fields are empty afterwards.
    [[nodiscard]] SignInAnswer takeAnswer();

private:
    void addRefusal(QVBoxLayout *into);
    void addServerWords(QVBoxLayout *into);
    void addFields(QVBoxLayout *into);
    void addField(const SignInQuestion::Prompt &prompt, QVBoxLayout *into);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] QString fieldName(const SignInQuestion::Prompt &prompt) const;
    void updateButton();

    SignInQuestion m_question;
    std::vector<QLineEdit *> m_fields;
    QCheckBox *m_keep = nullptr;
    Button *m_signIn = nullptr;
};

/// Shows the dialog. Nothing: the person does not want to, or the question was `withdrawn`.
[[nodiscard]] std::optional<SignInAnswer> askSignIn(const SignInQuestion &question, const CancelToken &withdrawn,
                                                    QWidget *parent);

} // namespace navette::ui
