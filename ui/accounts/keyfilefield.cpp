// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyfilefield.h"

#include "sftp/publickey.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

KeyFileField::KeyFileField(const LocalPath &file, QWidget *parent)
    : QWidget(parent)
    , m_file(new QLineEdit(file.empty() ? QString() : displayText(file), this))
    , m_copyPublic(new Button(tr("Copy public part"), ButtonKind::Quiet, u"copy"_s, this))
{
    m_file->setAccessibleName(tr("Key"));
    setFocusProxy(m_file);
    auto *chooseButton = new Button(tr("Choose…"), ButtonKind::Secondary, {}, this);
    m_copyPublic->setSmall(true);
    m_copyPublic->setVisible(!m_file->text().isEmpty());
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(chooseButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_copyPublic, 0, Qt::AlignRight);
    connect(m_file, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_copyPublic->setVisible(!text.isEmpty());
        Q_EMIT changed();
    });
    connect(chooseButton, &QPushButton::clicked, this, &KeyFileField::choose);
    connect(m_copyPublic, &QPushButton::clicked, this, &KeyFileField::copyPublicKey);
}

LocalPath KeyFileField::file() const
{
    return toLocalPath(m_file->text().trimmed());
}

void KeyFileField::setWhose(Whose whose)
{
    m_file->setPlaceholderText(whose == Whose::Agents ? tr("the key’s .pub file, if the agent has many keys")
                                                      : tr("the private key’s file"));
}

void KeyFileField::choose()
{
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation) + u"/.ssh"_s;
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose the private key"), home);
    if (!file.isEmpty())
        m_file->setText(displayText(toLocalPath(file)));
}

void KeyFileField::copyPublicKey()
{
    const QByteArray line = publicKeyLine(file());
    if (!line.isEmpty()) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(line));
        m_copyPublic->setText(tr("Copied"));
    } else {
        m_copyPublic->setText(tr("There is no .pub file beside the key"));
    }
}

} // namespace navette::ui
