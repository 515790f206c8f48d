// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QDate>
#include <QWidget>

#include <vector>

class QButtonGroup;

namespace navette::ui
{

/// What a day's card in the strip says.
struct DayCardFacts {
    QDate day;
    QString line;      ///< "9 campaigns"
    QString remaining; ///< "2 days left there"
    bool leavingSoon = false;
    QString badge; ///< "kept", "new"; may be empty
    Tone badgeTone = Tone::Neutral;
    bool operator==(const DayCardFacts &) const = default;
};

/// Days side by side; one is chosen, by mouse or arrow keys.
class DayStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit DayStrip(QWidget *parent = nullptr);
    /// Oldest first. Keeps the chosen day where it is still there, else chooses the newest.
    void setDays(const std::vector<DayCardFacts> &days);
    [[nodiscard]] QDate currentDay() const { return m_current; }

Q_SIGNALS:
    void currentDayChanged(const QDate &day);

private:
    void choose(const QDate &day);
    std::vector<DayCardFacts> m_days;
    QButtonGroup *m_buttons;
    QDate m_current;
};

} // namespace navette::ui
