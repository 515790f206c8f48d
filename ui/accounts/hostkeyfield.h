// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"
#include "style/widgets.h"

namespace navette::ui
{

/// By which key an account knows its server: the one that is pinned here, or that which was kept when somebody trusted
/// it, and can be forgotten.
class HostKeyField final : public QWidget
{
    Q_OBJECT
public:
    explicit HostKeyField(const QString &fingerprint, QWidget *parent = nullptr);

    /// "SHA256:…"; empty where none is pinned, and as it was typed where that is not one fingerprint.
    [[nodiscard]] QString fingerprint() const;
    void setFingerprint(const QString &fingerprint);
    [[nodiscard]] QString problem() const; ///< what is wrong with it, as a sentence; empty where nothing is

    void setKnownHostsFile(const LocalPath &file); ///< where keys are kept
    /// Whose key it is about. What was said about another server's is over; whether a key of this one is kept shows
    /// after lookUp().
    void setServer(const QString &host, quint16 port);
    void lookUp(); ///< reads the file again

    /// Somebody said that the kept key shall go, which it does not before forgetIfWished().
    [[nodiscard]] bool isForgetWished() const { return m_forgetWished; }
    /// Errors: NotReadable, NotWritable.
    [[nodiscard]] Result<void> forgetIfWished();

Q_SIGNALS:
    void changed();

private:
    void setForgetWished(bool wished);

    QByteArray m_server; ///< as files of known hosts call it
    LocalPath m_knownHostsFile;
    bool m_forgetWished = false;
    QLineEdit *m_fingerprint;
    Label *m_kept;
    Button *m_forget;
};

} // namespace navette::ui
