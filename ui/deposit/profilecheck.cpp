// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/profilecheck.h"

#include "deposit/depositfile.h"
#include "pipeline/profileexports.h"
#include "style/text.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace navette::ui
{

namespace
{

/// The file's columns that tell profiles apart; one that the exports have too is enough.
QStringList keyColumns(const DepositFile &file)
{
    QStringList keys;
    for (const QString &label : file.prepared()->report.mappedLabels) {
        const Column *column = file.configuredFlow().column(label);
        if (column != nullptr && (column->role == ColumnRole::DeviceId || column->role == ColumnRole::MemberId))
            keys.append(label);
    }
    return keys;
}

} // namespace

ProfileCheck::ProfileCheck(QObject *parent) : QObject(parent) {}

ProfileCheck::~ProfileCheck()
{
    m_cancel.cancel();
}

void ProfileCheck::choose(std::vector<LocalPath> exports, const FlowSettings &settings)
{
    m_cancel.cancel();
    m_cancel = CancelSource();
    m_exports = std::move(exports);
    m_known.reset();
    m_error.reset();
    m_reading = !m_exports.empty();
    const int number = ++m_job;
    if (m_reading) {
        JobControl job;
        job.cancel = m_cancel.token();
        auto work = [exports = m_exports, settings, job] { return readProfileExports(exports, settings, job); };
        whenFinished(QtConcurrent::run(std::move(work)), this, [this, number](const auto &known) {
            if (number != m_job)
                return;
            m_reading = false;
            if (known) {
                m_known = *known;
            } else {
                m_error = known.error();
                m_exports.clear();
            }
            Q_EMIT changed();
        });
    }
    Q_EMIT changed();
}

ProfileCheck::Words ProfileCheck::wordsFor(const DepositFile &file) const
{
    if (m_reading)
        return {tr("The profiles are being read…"), ColorRole::Muted};
    if (m_error)
        return {m_error->message, ColorRole::Bad};
    if (!m_known)
        return {tr("Not checked whether the platform knows them."), ColorRole::Text};
    const QStringList keys = keyColumns(file);
    const bool checked = std::ranges::any_of(
        keys, [&](const QString &label) { return m_known->covers(file.configuredFlow().column(label)->role); });
    if (!checked)
        return {tr("Not checked: the export of devices has no column “%1”.").arg(keys.value(0)), ColorRole::Warn};
    const QString of = m_exports.size() == 1
                           ? fileName(m_exports.front())
                           : tr("%n export(s) of devices", nullptr, static_cast<int>(m_exports.size()));
    const qint64 rows = file.prepared()->report.stats.rows;
    const qint64 unknown = static_cast<qint64>(file.prepared()->report.unknownProfileRows.size());
    QString result = tr("%1 of %2 are not known to the platform.").arg(numberText(unknown), numberText(rows));
    if (unknown == 0)
        result = tr("The platform knows all of them.");
    else if (unknown == rows) // nobody would be left to be sent, so nothing is proposed
        result = tr("The platform knows none of them by these days; exports of other days may hold them.");
    return {result + u' ' + tr("Checked against the %Ln profile(s) of %1.", nullptr, asCount(m_known->count())).arg(of),
            unknown == 0 ? ColorRole::Text : ColorRole::Warn};
}

} // namespace navette::ui
