// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace navette
{

/// What is known of this computer's network. Lives in the GUI thread. By itself it knows nothing: then it is not
/// offline, and nothing ever happens to it.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Only where the system says that there is no network at all: of anything less, systems with a VPN or a captive
    /// portal know too little.
    [[nodiscard]] bool isOffline() const { return m_offline; }
    void setOffline(bool offline);
    /// The computer slept, or is on another network: connections from before may be dead without a sign.
    void noteInterruption() { Q_EMIT interrupted(); }

Q_SIGNALS:
    void offlineChanged(bool offline);
    void interrupted();

private:
    bool m_offline = false;
};

/// Finds out that the computer slept: between two looks more time has gone by than a running program lets pass.
class SleepSense
{
public:
    /// `wallMs`: the clock on the wall. True where it slept since the last look; a clock that was set forward counts
    /// too, and one that was set back does not.
    [[nodiscard]] bool look(qint64 wallMs);

private:
    qint64 m_lastMs = -1;
};

/// The one that asks the system (QNetworkInformation, where it has a back end). After QCoreApplication, in its thread.
[[nodiscard]] std::unique_ptr<NetworkWatch> makeSystemNetworkWatch();

} // namespace navette
