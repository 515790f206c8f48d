// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/networkwatch.h"

#include <QDateTime>
#include <QNetworkInformation>
#include <QTimer>

using namespace std::chrono_literals;

namespace navette
{
namespace
{

constexpr auto settling = 1s; ///< a change of network is several changes in a row
constexpr auto lookEvery = 5s;
constexpr qint64 sleptMs = 30'000; ///< beyond one look; a busy computer may be late by seconds

class SystemNetworkWatch final : public NetworkWatch
{
public:
    SystemNetworkWatch()
    {
        m_settled.setSingleShot(true);
        m_settled.setInterval(settling);
        connect(&m_settled, &QTimer::timeout, this, [this] { settle(); });
        connect(&m_look, &QTimer::timeout, this, [this] {
            if (m_sleep.look(QDateTime::currentMSecsSinceEpoch()))
                noteInterruption();
        });
        std::ignore = m_sleep.look(QDateTime::currentMSecsSinceEpoch());
        m_look.start(lookEvery);
        if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
            return;
        m_system = QNetworkInformation::instance();
        setOffline(systemIsOffline());
        connect(m_system, &QNetworkInformation::reachabilityChanged, &m_settled, qOverload<>(&QTimer::start));
        connect(m_system, &QNetworkInformation::transportMediumChanged, &m_settled, qOverload<>(&QTimer::start));
    }

private:
    [[nodiscard]] bool systemIsOffline() const
    {
        return m_system->reachability() == QNetworkInformation::Reachability::Disconnected;
    }
    void settle()
    {
        const bool stays = isOffline() == systemIsOffline();
        if (stays && !isOffline())
            noteInterruption(); // another network, or the same one again
        setOffline(systemIsOffline());
    }

    QNetworkInformation *m_system = nullptr;
    QTimer m_settled;
    QTimer m_look;
    SleepSense m_sleep;
};

} // namespace

void NetworkWatch::setOffline(bool offline)
{
    if (std::exchange(m_offline, offline) != offline)
        Q_EMIT offlineChanged(offline);
}

bool SleepSense::look(qint64 wallMs)
{
    const qint64 before = std::exchange(m_lastMs, wallMs);
    return before >= 0 && wallMs - before > sleptMs + std::chrono::milliseconds(lookEvery).count();
}

std::unique_ptr<NetworkWatch> makeSystemNetworkWatch()
{
    return std::make_unique<SystemNetworkWatch>();
}

} // namespace navette
