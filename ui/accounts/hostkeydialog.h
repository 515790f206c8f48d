// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancellation.h"
#include "sftp/connection.h"
#include "style/widgets.h"

#include <QDialog>

namespace navette::ui
{

/// Shows an unknown server's fingerprint, compares it with one in the clipboard, and asks whether to trust it.
class HostKeyDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit HostKeyDialog(const HostKeyQuestion &question, QWidget *parent = nullptr);
    [[nodiscard]] HostKeyAnswer answer() const { return m_answer; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeKeyBox(const HostKeyQuestion &question);
    [[nodiscard]] Label *addWords(const QString &text, TextStyle style, ColorRole role);
    void answerWith(HostKeyAnswer answer);
    void compareWithClipboard();

    QString m_fingerprint;
    HostKeyAnswer m_answer = HostKeyAnswer::Refuse;
    QLabel *m_comparedIcon = nullptr;
    Label *m_compared = nullptr;
    Button *m_once;
    Button *m_trust;
};

/// Closes by itself when `withdrawn`.
[[nodiscard]] HostKeyAnswer askHostKey(const HostKeyQuestion &question, const CancelToken &withdrawn, QWidget *parent);

} // namespace navette::ui
