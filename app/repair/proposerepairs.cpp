// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/filename.h"
#include "flows/flowcatalog.h"
#include "repair/cellrepairer.h"
#include "repair/repairplan.h"
#include "validation/characters.h"
#include "validation/plural.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

/// Findings that one kind of repair takes away, added up.
struct Share {
    qint64 count = 0;
    bool required = false;
    const Place *example = nullptr;
};

class Proposals
{
public:
    Proposals(const CheckInput &input, const Report &report)
        : m_input(input), m_report(report), m_flow(configured(input.flow, input.settings))
    {
    }

    std::vector<ProposedRepair> make()
    {
        addEncoding();
        addDelimiter();
        addLineEndings();
        addSimple(RepairKind::ByteOrderMark, Words::tr("Remove the invisible mark at the beginning"), {});
        addQuoting();
        addRenames();
        addRemovals();
        addOrder();
        addCells();
        addRows();
        addPhones();
        addFile();
        return std::move(m_proposals);
    }

private:
    [[nodiscard]] Share shareOf(RepairKind kind) const
    {
        Share share;
        for (const Finding &finding : m_report.findings) {
            if (finding.repair != kind)
                continue;
            share.count += finding.count;
            share.required = share.required || finding.refusesFile;
            if (!share.example && !finding.places.empty())
                share.example = &finding.places.front();
        }
        return share;
    }

    [[nodiscard]] qint64 countOf(FindingCode code, std::optional<RepairKind> repair) const
    {
        qint64 count = 0;
        for (const Finding &finding : m_report.findings) {
            if (finding.code == code && finding.repair == repair)
                count += finding.count;
        }
        return count;
    }

    ProposedRepair &add(RepairKind kind, const QString &title, const QString &effect, const Share &share)
    {
        ProposedRepair proposal;
        proposal.kind = kind;
        proposal.title = title;
        proposal.effect = effect;
        proposal.count = share.count;
        proposal.required = share.required;
        m_proposals.push_back(proposal);
        return m_proposals.back();
    }

    void addSimple(RepairKind kind, const QString &title, const QString &effect)
    {
        const Share share = shareOf(kind);
        if (share.count > 0)
            add(kind, title, effect, share);
    }

    /// The first place's cell before and after this repair alone.
    void addExample(ProposedRepair &proposal, const Place *place) const
    {
        if (!place || place->cell.isEmpty())
            return;
        const Column *column = nullptr;
        const int field = place->fieldNumber - 1;
        if (field >= 0 && field < m_report.mappedLabels.size())
            column = m_flow.column(m_report.mappedLabels[field]);
        proposal.before = place->cell;
        proposal.after = repairedCell(place->cell, column, m_flow, m_input.settings, {proposal.kind});
    }

    static QString cells(qint64 count) { return plural(count, Words::tr("1 cell"), Words::tr("%1 cells")); }

    void addEncoding()
    {
        const qint64 letters = countOf(FindingCode::UnrepresentableCharacter, RepairKind::Encoding);
        const qint64 converted = countOf(FindingCode::EncodingError, RepairKind::Encoding);
        if (letters + converted == 0)
            return;
        QStringList effect;
        if (converted > 0)
            effect += cells(m_report.nonAsciiCells);
        if (letters > 0)
            effect += plural(letters, Words::tr("1 letter replaced: %1").arg(replacements()),
                             Words::tr("%1 letters replaced: %2").arg(u"%1"_s, replacements()));
        Share share = shareOf(RepairKind::Encoding);
        share.count = std::max({converted, letters, converted > 0 ? m_report.nonAsciiCells : 0});
        ProposedRepair &proposal =
            add(RepairKind::Encoding,
                Words::tr("Alphabet %1 → %2")
                    .arg(csv::label(m_report.dialect.encoding), csv::label(m_flow.dialect.encoding)),
                effect.join(u" · "_s), share);
        for (const Finding &finding : m_report.findings) {
            if (finding.code == FindingCode::UnrepresentableCharacter && finding.repair && !finding.places.empty())
                addExample(proposal, &finding.places.front());
        }
    }

    /// "’ → ', œ → oe": the commonest letters and what stands for them.
    [[nodiscard]] QString replacements() const
    {
        constexpr std::size_t most = 4;
        std::vector<std::pair<qint64, char32_t>> letters;
        for (const auto &[letter, count] : m_report.foreignLetters) {
            if (honestReplacement(letter, m_flow.dialect.encoding))
                letters.emplace_back(-count, letter);
        }
        std::sort(letters.begin(), letters.end());
        QStringList texts;
        for (std::size_t i = 0; i < std::min(letters.size(), most); ++i) {
            const QString stand = honestReplacement(letters[i].second, m_flow.dialect.encoding).value_or(QString());
            const QString shown = visibleCharacter(letters[i].second);
            texts += stand.isEmpty() ? Words::tr("%1 left out").arg(shown) : Words::tr("%1 → %2").arg(shown, stand);
        }
        if (letters.size() > most)
            texts += u"…"_s;
        return texts.join(u", "_s);
    }

    void addDelimiter()
    {
        const Share share = shareOf(RepairKind::Delimiter);
        if (share.count == 0)
            return;
        const QString from = csv::delimiterName(m_report.dialect.delimiter);
        const QString to = csv::delimiterName(m_flow.dialect.delimiter);
        ProposedRepair &proposal =
            add(RepairKind::Delimiter, Words::tr("Separator: %1 → %2").arg(from, to), lines(), share);
        proposal.before = QString(QLatin1Char(m_report.dialect.delimiter));
        proposal.after = QString(QLatin1Char(m_flow.dialect.delimiter));
    }

    [[nodiscard]] QString lines() const
    {
        const qint64 count = m_report.stats.rows + 1 + countOf(FindingCode::BlankRow, RepairKind::RemoveBlankRows);
        return plural(count, Words::tr("1 line"), Words::tr("%1 lines"));
    }

    void addLineEndings()
    {
        QString title = Words::tr("Line ends of Unix");
        switch (m_report.dialect.lineEnding) {
        case csv::LineEnding::CrLf:
            title = Words::tr("Windows → Unix line ends");
            break;
        case csv::LineEnding::Cr:
            title = Words::tr("Old Mac → Unix line ends");
            break;
        case csv::LineEnding::Mixed:
            title = Words::tr("Mixed → Unix line ends");
            break;
        case csv::LineEnding::None:
        case csv::LineEnding::Lf:
            break;
        }
        addSimple(RepairKind::LineEndings, title, lines());
    }

    void addQuoting()
    {
        const Share share = shareOf(RepairKind::Quoting);
        if (share.count == 0)
            return;
        if (m_flow.dialect.quoteAll)
            add(RepairKind::Quoting, Words::tr("Every field in quotes"),
                plural(share.count, Words::tr("1 field"), Words::tr("%1 fields")), share);
        else
            add(RepairKind::Quoting, Words::tr("Quotes where they belong"),
                plural(share.count, Words::tr("1 row"), Words::tr("%1 rows")), share);
    }

    void addRenames()
    {
        const Share share = shareOf(RepairKind::RenameColumns);
        if (share.count == 0)
            return;
        QStringList renames;
        const RepairPlan plan(m_input, {RepairKind::RenameColumns});
        for (std::size_t i = 0; i < plan.columns.size(); ++i) {
            const QString before = m_report.labels.value(static_cast<qsizetype>(i));
            if (plan.columns[i].label != before)
                renames += Words::tr("%1 → %2").arg(before.trimmed(), plan.columns[i].label);
        }
        ProposedRepair &proposal =
            add(RepairKind::RenameColumns,
                plural(share.count, Words::tr("Rename 1 column"), Words::tr("Rename %1 columns")),
                renames.join(u" · "_s), share);
        if (share.example && share.example->fieldNumber > 0) {
            const auto field = static_cast<std::size_t>(share.example->fieldNumber - 1);
            proposal.before = share.example->fieldName;
            proposal.after = field < plan.columns.size() ? plan.columns[field].label : QString();
        }
    }

    void addRemovals()
    {
        const Share share = shareOf(RepairKind::RemoveColumns);
        if (share.count == 0)
            return;
        QStringList names;
        const RepairPlan plan(m_input, {RepairKind::RemoveColumns});
        for (const PlannedColumn &column : plan.columns) {
            if (!column.kept)
                names += column.label.trimmed().isEmpty() ? Words::tr("(no name)") : column.label.trimmed();
        }
        add(RepairKind::RemoveColumns,
            plural(share.count, Words::tr("Leave out 1 column"), Words::tr("Leave out %1 columns")),
            names.join(u" · "_s), share);
    }

    /// No finding asks for it: the platforms take columns in any order. A person may want it all the same.
    void addOrder()
    {
        const RepairPlan plan(m_input, {RepairKind::ColumnOrder});
        if (plan.order.empty() || m_flow.direction != FlowDirection::ToPlatform)
            return;
        QStringList before;
        QStringList after;
        qint64 moved = 0;
        for (std::size_t i = 0; i < plan.order.size(); ++i) {
            before += plan.columns[i].label.trimmed();
            after += plan.columns[plan.order[i]].label.trimmed();
            moved += plan.order[i] != i;
        }
        ProposedRepair &proposal = add(RepairKind::ColumnOrder, Words::tr("Columns in the platform's own order"),
                                       Words::tr("the platform takes them in any order"), {moved, false, nullptr});
        constexpr qsizetype shown = 3;
        proposal.before = before.first(std::min(before.size(), shown)).join(u" · "_s);
        proposal.after = after.first(std::min(after.size(), shown)).join(u" · "_s);
        proposal.recommended = false;
    }

    void addCellRepair(RepairKind kind, const QString &title)
    {
        const Share share = shareOf(kind);
        if (share.count > 0)
            addExample(add(kind, title, cells(share.count), share), share.example);
    }

    void addCells()
    {
        addCellRepair(RepairKind::TrimSpaces, Words::tr("Remove spaces around cells"));
        addCellRepair(RepairKind::ControlCharacters, Words::tr("Restore lost letters, remove invisible characters"));
        addCellRepair(RepairKind::DateFormat, Words::tr("Dates in the platform's form"));
    }

    void addRows()
    {
        const auto rows = [](qint64 count) { return plural(count, Words::tr("1 row"), Words::tr("%1 rows")); };
        addSimple(RepairKind::RemoveBlankRows, Words::tr("Remove empty rows"),
                  rows(shareOf(RepairKind::RemoveBlankRows).count));
        addSimple(RepairKind::FitRowLength, Words::tr("Give every row the same number of cells"),
                  rows(shareOf(RepairKind::FitRowLength).count));
        const qint64 refused = m_report.stats.invalidRows;
        if (refused > 0 && refused < m_report.stats.rows) // with none left there would be nothing to send
            add(RepairKind::DropInvalidRows,
                plural(refused, Words::tr("Leave out 1 refused contact"), Words::tr("Leave out %1 refused contacts")),
                Words::tr("the file on your disk keeps them"), {refused, false, nullptr});
        const auto count = [](const std::vector<qint64> &numbers) { return static_cast<qint64>(numbers.size()); };
        offer(RepairKind::DropDuplicates, count(m_report.supersededRowNumbers),
              Words::tr("Leave out 1 earlier row of a contact that stands twice"),
              Words::tr("Leave out %1 earlier rows of contacts that stand twice"),
              Words::tr("the later row wins in any case"));
        offer(RepairKind::KeepFirst, count(m_report.duplicateRowNumbers),
              Words::tr("Leave out 1 later row of a contact that stands twice"),
              Words::tr("Leave out %1 later rows of contacts that stand twice"),
              Words::tr("the first row stays instead"));
        const qint64 unknown = count(m_report.unknownProfileRows);
        if (unknown < m_report.stats.rows)
            offer(RepairKind::KeepKnownProfiles, unknown,
                  Words::tr("Leave out 1 profile that the platform does not know"),
                  Words::tr("Leave out %1 profiles that the platform does not know"),
                  Words::tr("by the export of devices"));
    }

    /// What nothing asks for, but a person may want.
    void offer(RepairKind kind, qint64 count, const QString &one, const QString &several, const QString &effect)
    {
        if (count > 0)
            add(kind, plural(count, one, several), effect, {count, false, nullptr}).recommended = false;
    }

    /// Phones in another form than +33… are no finding; the check has counted them.
    void addPhones()
    {
        const PhonesInOtherForm &phones = m_report.phonesInOtherForm;
        if (phones.count == 0)
            return;
        const bool asked = shareOf(RepairKind::PhoneFormat).count > 0;
        ProposedRepair &proposal = add(RepairKind::PhoneFormat,
                                       phones.after.startsWith(u"+33"_s) ? Words::tr("Phones as +33…")
                                                                         : Words::tr("Phones with + and country code"),
                                       asked ? cells(phones.count) : Words::tr("the platform takes them as they are"),
                                       {phones.count, false, nullptr});
        proposal.recommended = asked;
        proposal.before = phones.before;
        proposal.after = phones.after;
    }

    void addFile()
    {
        if (const Share zip = shareOf(RepairKind::Zip); zip.count > 0) {
            m_proposals.push_back(proposalForSize(RepairKind::Zip));
            m_proposals.back().required = zip.required;
        }
        // A zip that is too large cannot be made smaller by zipping it.
        const Finding *const size = m_report.find(FindingCode::FileTooLarge);
        if (size != nullptr && size->refusesFile && !size->repair)
            m_proposals.push_back(proposalForSize(RepairKind::Split));
        const Share share = shareOf(RepairKind::FileName);
        if (share.count == 0)
            return;
        const QString name = m_input.depositFileName.isEmpty() ? m_input.file->name() : m_input.depositFileName;
        const QString better =
            depositName(m_flow, m_input.settings, listName(m_flow, name), QDateTime::currentDateTime());
        ProposedRepair &proposal =
            add(RepairKind::FileName, Words::tr("Name the copy by the platform's rule"), better, share);
        proposal.before = name;
        proposal.after = better;
    }

    const CheckInput &m_input;
    const Report &m_report;
    Flow m_flow;
    std::vector<ProposedRepair> m_proposals;
};

} // namespace

ProposedRepair proposalForSize(RepairKind kind)
{
    ProposedRepair proposal;
    proposal.kind = kind;
    proposal.count = 1;
    proposal.required = true;
    if (kind == RepairKind::Split) {
        proposal.title = Words::tr("Split into numbered files");
        proposal.effect = Words::tr("each as large as the platform takes, with the names of the columns");
        proposal.recommended = false; // lists are named like files: the person has to want it
    } else {
        proposal.title = Words::tr("Send as a zip");
        proposal.effect = Words::tr("smaller, with the same content");
    }
    return proposal;
}

Result<std::vector<ProposedRepair>> proposeRepairs(const CheckInput &input, const Report &report, const JobControl &job)
{
    // A file that could not be opened can't be repaired either.
    if (!input.file)
        return std::vector<ProposedRepair>{};
    if (job.isCancelled())
        return tl::make_unexpected(cancelledError());
    return Proposals(input, report).make();
}

} // namespace navette
