// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/hostkeyfield.h"

#include "sftp/knownhosts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

HostKeyField::HostKeyField(const QString &fingerprint, QWidget *parent)
    : QWidget(parent)
    , m_fingerprint(new QLineEdit(fingerprint, this))
    , m_kept(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_forget(new Button({}, ButtonKind::Quiet, {}, this))
{
    m_fingerprint->setObjectName(u"accountFingerprint"_s);
    m_fingerprint->setMinimumHeight(metrics::controlHeight);
    m_fingerprint->setPlaceholderText(tr("asked about at the first connection"));
    m_fingerprint->setAccessibleName(tr("Fingerprint"));
    m_fingerprint->setToolTip(tr("SHA256:… as your platform gave it: then only a server with this key is accepted"));
    setFocusProxy(m_fingerprint);
    m_kept->setWordWrap(true);
    m_forget->setObjectName(u"forgetKey"_s);
    m_forget->setSmall(true);
    auto *kept = new QHBoxLayout;
    kept->addWidget(m_kept, 1);
    kept->addWidget(m_forget, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_fingerprint);
    column->addLayout(kept);
    connect(m_fingerprint, &QLineEdit::textChanged, this, &HostKeyField::changed);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        setForgetWished(!m_forgetWished);
        Q_EMIT changed();
    });
    lookUp();
}

QString HostKeyField::fingerprint() const
{
    const QStringList found = sftp::fingerprintsIn(m_fingerprint->text());
    return found.size() == 1 ? found.first() : m_fingerprint->text().trimmed();
}

void HostKeyField::setFingerprint(const QString &fingerprint)
{
    m_fingerprint->setText(fingerprint);
}

QString HostKeyField::problem() const
{
    if (m_fingerprint->text().trimmed().isEmpty() || sftp::fingerprintsIn(m_fingerprint->text()).size() == 1)
        return {};
    return tr("Enter one fingerprint: SHA256: and the 43 characters behind it, or nothing.");
}

void HostKeyField::setKnownHostsFile(const LocalPath &file)
{
    m_knownHostsFile = file;
    lookUp();
}

void HostKeyField::setServer(const QString &host, quint16 port)
{
    const QByteArray server = sftp::knownHostsName(host, port);
    if (server == m_server)
        return;
    m_server = server;
    setForgetWished(false);
    m_kept->hide();
    m_forget->hide();
}

void HostKeyField::lookUp()
{
    sftp::KnownHosts known(m_server);
    const bool found = known.read(m_knownHostsFile) && !known.keys().isEmpty();
    QStringList fingerprints;
    for (const QByteArray &key : known.keys())
        fingerprints += sftp::fingerprintOf(key);
    m_kept->setToolTip(fingerprints.join(u'\n'));
    m_kept->setVisible(found);
    m_forget->setVisible(found);
    setForgetWished(m_forgetWished && found);
}

void HostKeyField::setForgetWished(bool wished)
{
    m_forgetWished = wished;
    m_kept->setText(wished ? tr("The kept key goes when you test or save: the connection then asks again.")
                           : tr("A key of this server is kept here."));
    m_forget->setText(wished ? tr("Keep it") : tr("Forget it"));
}

Result<void> HostKeyField::forgetIfWished()
{
    if (!m_forgetWished)
        return {};
    const auto forgotten = sftp::forgetKnownKeys(m_knownHostsFile, m_server);
    if (!forgotten)
        return tl::make_unexpected(forgotten.error());
    setForgetWished(false);
    lookUp();
    return {};
}

} // namespace navette::ui
