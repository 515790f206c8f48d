// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "style/theme.h"
#include "validation/profiles.h"

#include <QObject>

namespace navette::ui
{

class DepositFile;

/// The fetched exports of devices whose profiles the rows are checked against (accengage.md, Common): chosen by the
/// person, read in a worker thread.
class ProfileCheck final : public QObject
{
    Q_OBJECT
public:
    explicit ProfileCheck(QObject *parent);
    ~ProfileCheck() override;

    /// Takes the place of what was chosen before; none takes the choice back.
    void choose(std::vector<LocalPath> exports, const FlowSettings &settings);
    [[nodiscard]] const std::vector<LocalPath> &exports() const { return m_exports; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    /// Null while none are chosen, or the chosen ones are not read.
    [[nodiscard]] std::shared_ptr<const KnownProfiles> known() const { return m_known; }

    struct Words {
        QString text;
        ColorRole role = ColorRole::Text;
    };
    /// What it means for this file.
    [[nodiscard]] Words wordsFor(const DepositFile &file) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<LocalPath> m_exports;
    std::shared_ptr<const KnownProfiles> m_known;
    std::optional<Error> m_error;
    bool m_reading = false;
    CancelSource m_cancel;
    int m_job = 0;
};

} // namespace navette::ui
