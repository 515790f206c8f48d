// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/listcomparison.h"

#include "base/privatefolder.h"
#include "reporting/packedcsv.h"
#include "validation/check.h"
#include "validation/values.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr qsizetype maxNames = 1'000;

/// Where the columns that tell contacts apart stand in a file.
struct KeyColumns {
    struct Part {
        size_t field = 0;
        ColumnType type = ColumnType::Text;
    };
    std::vector<Part> parts;
};

KeyColumns keyColumns(const QStringList &labels, const Flow &flow, const FlowSettings &settings)
{
    const QStringList wanted =
        settings.deduplication == Deduplication::Reference ? QStringList{u"Référence"_s} : flow.oneOfColumns;
    KeyColumns columns;
    const std::vector<LabelMatch> matches = matchLabels(labels, flow);
    // In the flow's order, so that files with other orders compare.
    for (const QString &name : wanted) {
        for (size_t field = 0; field < matches.size(); ++field) {
            if (matches[field].column < 0)
                continue;
            const Column &column = flow.columns[static_cast<size_t>(matches[field].column)];
            if (column.name == name) {
                columns.parts.push_back({field, column.type});
                break;
            }
        }
        // A column that is not there counts as empty, as on the platform.
        if (columns.parts.size() < static_cast<size_t>(wanted.indexOf(name)) + 1)
            columns.parts.push_back({SIZE_MAX, ColumnType::Text});
    }
    return columns;
}

QString normalised(const QString &text, ColumnType type, const QString &region)
{
    const QString plain = text.trimmed();
    if (type == ColumnType::Phone) {
        if (const auto number = phoneE164(plain.toStdString(), region))
            return QString::fromStdString(*number);
    }
    return plain.toLower();
}

/// Key → what a person knows the contact as. Later rows update earlier ones, so each contact counts once.
Result<QHash<QString, QString>> contactsOf(const csv::CsvFile &file, const Flow &flow, const FlowSettings &settings,
                                           const JobControl &job)
{
    QHash<QString, QString> contacts;
    csv::Reader reader = file.reader();
    csv::Record record;
    if (!reader.next(record))
        return contacts;
    QStringList labels;
    for (const csv::Cell &cell : record.cells)
        labels.append(file.text(cell.text));
    const KeyColumns columns = keyColumns(labels, flow, settings);
    while (reader.next(record)) {
        if (job.isCancelled())
            return tl::make_unexpected(cancelledError());
        QStringList key;
        QString name;
        for (const auto &[field, type] : columns.parts) {
            const QString text = field < record.cells.size() ? file.text(record.cells[field].text) : QString();
            key.append(normalised(text, type, settings.phoneRegion));
            if (name.isEmpty())
                name = text.simplified();
        }
        if (!name.isEmpty())
            contacts.insert(key.join(QChar(0x1F)), name);
    }
    return contacts;
}

} // namespace

Result<ListComparison> compareLists(const csv::CsvFile &before, const csv::CsvFile &after, const Flow &configuredFlow,
                                    const FlowSettings &settings, const JobControl &job)
{
    const auto old = contactsOf(before, configuredFlow, settings, job);
    if (!old)
        return tl::make_unexpected(old.error());
    const auto fresh = contactsOf(after, configuredFlow, settings, job);
    if (!fresh)
        return tl::make_unexpected(fresh.error());
    ListComparison result;
    for (auto it = fresh->begin(); it != fresh->end(); ++it) {
        if (old->contains(it.key())) {
            ++result.kept;
            continue;
        }
        ++result.added;
        if (result.addedNames.size() < maxNames)
            result.addedNames.append(it.value());
    }
    for (auto it = old->begin(); it != old->end(); ++it) {
        if (fresh->contains(it.key()))
            continue;
        ++result.removed;
        if (result.removedNames.size() < maxNames)
            result.removedNames.append(it.value());
    }
    result.addedNames.sort();
    result.removedNames.sort();
    return result;
}

Result<ListComparison> compareWithAccepted(RemoteFileSystem &remote, const RemotePath &accepted, const LocalPath &copy,
                                           const Flow &configuredFlow, const FlowSettings &settings,
                                           const JobControl &job)
{
    const auto folder = PrivateFolder::make();
    if (!folder)
        return tl::make_unexpected(folder.error());
    const LocalPath fetched = folder->path() / "accepted";
    if (const auto got = await(remote.download(accepted, fetched), job); !got)
        return tl::make_unexpected(got.error());
    const auto before = openPackedCsv(fetched, job);
    if (!before)
        return tl::make_unexpected(before.error());
    const auto after = openPackedCsv(copy, job);
    if (!after)
        return tl::make_unexpected(after.error());
    return compareLists(**before, **after, configuredFlow, settings, job);
}

} // namespace navette::ui
