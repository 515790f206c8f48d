// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tourdriver.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QThread>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

void fill(QMimeData &mime, const QStringList &localFiles)
{
    QList<QUrl> urls;
    for (const QString &file : localFiles)
        urls << QUrl::fromLocalFile(file);
    mime.setUrls(urls);
}

void sendMouse(QWidget *widget, QEvent::Type type, const QPoint &position, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(position), QPointF(widget->mapToGlobal(position)),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

TourDriver::TourDriver(QWidget &window, QString folder) : m_window(window), m_folder(std::move(folder)) {}

void TourDriver::click(QWidget *widget)
{
    if (widget)
        click(widget, widget->rect().center());
}

void TourDriver::click(QWidget *widget, const QPoint &position)
{
    if (!widget)
        return;
    settle(50);
    if (m_under && m_under != widget) {
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_under, &leave);
        QHoverEvent hoverLeave(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF());
        QApplication::sendEvent(m_under, &hoverLeave);
    }
    m_under = widget;
    sendMouse(widget, QEvent::MouseMove, position, Qt::NoButton);
    sendMouse(widget, QEvent::MouseButtonPress, position, Qt::LeftButton);
    if (widget->focusPolicy() & Qt::ClickFocus)
        widget->setFocus(Qt::MouseFocusReason);
    sendMouse(widget, QEvent::MouseButtonRelease, position, Qt::NoButton);
    settle(50);
}

void TourDriver::type(QWidget *widget, const QString &text)
{
    if (!widget)
        return;
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(widget, &release);
    }
}

void TourDriver::dragEnter(QWidget *widget, const QStringList &localFiles)
{
    if (!widget)
        return;
    QMimeData mime;
    fill(mime, localFiles);
    QDragEnterEvent event(widget->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

void TourDriver::drop(QWidget *widget, const QStringList &localFiles)
{
    if (!widget)
        return;
    QMimeData mime;
    fill(mime, localFiles);
    QDragEnterEvent enter(widget->rect().center(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    QDropEvent event(QPointF(widget->rect().center()), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

bool TourDriver::waitFor(const QString &what, const std::function<bool()> &condition, int timeoutSeconds)
{
    m_lastWait = what;
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > qint64(timeoutSeconds) * 1000)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(10);
    }
    return true;
}

void TourDriver::settle(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(5);
    }
}

bool TourDriver::takePicture(const QString &name)
{
    settle();
    const QString file = u"%1/%2-%3.png"_s.arg(m_folder).arg(++m_number, 2, 10, QChar(u'0')).arg(name);
    m_lastWait = u"writing "_s + file;
    return m_window.grab().save(file);
}

} // namespace navette::ui
