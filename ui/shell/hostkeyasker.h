// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/connection.h"

#include <QObject>

#include <functional>
#include <memory>

namespace navette::ui
{

/// Brings the question about an unknown host key from a session's thread to the window, and the answer back. The
/// session's thread waits; it is let go with "refuse" when the window closes.
class HostKeyAsker final : public QObject
{
    Q_OBJECT
public:
    explicit HostKeyAsker(QObject *parent = nullptr);
    ~HostKeyAsker() override;

    /// What shows the question; called in the GUI thread.
    void setDialog(std::function<HostKeyAnswer(const HostKeyQuestion &)> dialog);
    /// For ConnectRequest::askHostKey: may be called from any thread, also after this object is gone.
    [[nodiscard]] std::function<HostKeyAnswer(const HostKeyQuestion &)> function() const;
    void close();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace navette::ui
