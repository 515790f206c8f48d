// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace navette::ui
{

/// Hands and eyes of the tour: mouse, keys and drops as events to the real window, waiting, pictures.
class TourDriver
{
public:
    TourDriver(QWidget &window, QString folder);

    void click(QWidget *widget);
    void click(QWidget *widget, const QPoint &position);
    void type(QWidget *widget, const QString &text);
    void dragEnter(QWidget *widget, const QStringList &localFiles);
    void drop(QWidget *widget, const QStringList &localFiles);
    /// Runs the event loop until it is so; false after the time-out.
    bool waitFor(const QString &what, const std::function<bool()> &condition, int timeoutSeconds = 20);
    void settle(int milliseconds = 250);
    /// "03-findings.png"; false where it cannot be written.
    bool takePicture(const QString &name);
    [[nodiscard]] QString lastWait() const { return m_lastWait; }

private:
    QWidget &m_window;
    QString m_folder;
    QString m_lastWait;
    QPointer<QWidget> m_under; ///< where the mouse was last
    int m_number = 0;
};

} // namespace navette::ui
