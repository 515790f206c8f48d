// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hostkeyasker.h"

#include <QMutex>
#include <QWaitCondition>

namespace navette::ui
{

struct HostKeyAsker::Shared {
    QMutex mutex;
    QWaitCondition answered;
    QObject *gui = nullptr; ///< null once closed
    std::function<HostKeyAnswer(const HostKeyQuestion &)> dialog;
};

HostKeyAsker::HostKeyAsker(QObject *parent) : QObject(parent), m_shared(std::make_shared<Shared>())
{
    m_shared->gui = this;
}

HostKeyAsker::~HostKeyAsker()
{
    close();
}

void HostKeyAsker::setDialog(std::function<HostKeyAnswer(const HostKeyQuestion &)> dialog)
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->dialog = std::move(dialog);
}

void HostKeyAsker::close()
{
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->gui = nullptr;
    m_shared->answered.wakeAll();
}

std::function<HostKeyAnswer(const HostKeyQuestion &)> HostKeyAsker::function() const
{
    return [shared = m_shared](const HostKeyQuestion &question) {
        struct Answer {
            bool given = false;
            HostKeyAnswer value = HostKeyAnswer::Refuse;
        };
        const auto answer = std::make_shared<Answer>();
        QMutexLocker lock(&shared->mutex);
        if (!shared->gui)
            return HostKeyAnswer::Refuse;
        QMetaObject::invokeMethod(
            shared->gui,
            [shared, answer, question] {
                QMutexLocker inner(&shared->mutex);
                const auto dialog = shared->dialog;
                inner.unlock(); // the dialog runs for as long as the person thinks
                const HostKeyAnswer value = dialog ? dialog(question) : HostKeyAnswer::Refuse;
                inner.relock();
                *answer = {true, value};
                shared->answered.wakeAll();
            },
            Qt::QueuedConnection);
        while (!answer->given && shared->gui)
            shared->answered.wait(&shared->mutex);
        return answer->value;
    };
}

} // namespace navette::ui
