// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/grace.h"

namespace navette
{

Grace::Grace(const JobControl &job, std::chrono::milliseconds patience)
{
    m_job.cancel = m_end.token();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    QObject::connect(&m_patience, &QTimer::timeout, [this] { m_end.cancel(); });
    // Another thread cancels; a timer is started in its own, where await() runs the events.
    m_registration = job.cancel.onCancel(
        [this] { QMetaObject::invokeMethod(&m_patience, qOverload<>(&QTimer::start), Qt::QueuedConnection); });
}

} // namespace navette
