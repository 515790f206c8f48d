// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QDate>
#include <QWidget>

#include <vector>

namespace navette::ui
{

class Badge;

enum class ExportDayState { Kept, OnPlatform, Missing, Expected };

struct ExportDay {
    QDate day;
    ExportDayState state = ExportDayState::Expected;
    QString toolTip; ///< "kept here, gone from the platform in 2 days"
    bool operator==(const ExportDay &) const = default;
};

/// One kind of export over the last days: what is there, kept, missing or still to come. A day can be chosen.
class ExportCalendar final : public QWidget
{
    Q_OBJECT
public:
    ExportCalendar(const QString &title, QWidget *parent = nullptr);
    /// Oldest first.
    void setDays(const std::vector<ExportDay> &days);
    void setCurrentDay(const QDate &day); ///< invalid: none

Q_SIGNALS:
    void dayChosen(const QDate &day);

private:
    class Days;
    Badge *m_summary;
    Days *m_days;
};

} // namespace navette::ui
