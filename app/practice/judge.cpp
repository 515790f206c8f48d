// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/judge.h"

#include "archive/archive.h"

#include <QFile>

#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

constexpr int fewestPhoneDigits = 9; ///< a French number without its leading 0

using Row = QList<QByteArray>;

/// Nothing where a quote is still open at the end.
std::optional<QList<Row>> splitRows(const QByteArray &bytes, char delimiter)
{
    QList<Row> rows;
    Row row;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                cell += bytes[++i];
            else
                quoted = false;
        } else if (c == '"' && cell.trimmed().isEmpty()) {
            cell.clear();
            quoted = true;
        } else if (c == delimiter || c == '\n') {
            row.append(cell.trimmed());
            cell.clear();
            if (c == '\n') {
                // A blank line is nobody; only as a header it counts, as a wrong one.
                if (rows.isEmpty() || row.size() > 1 || !row[0].isEmpty())
                    rows.append(row);
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    if (quoted)
        return std::nullopt;
    if (!cell.isEmpty() || !row.isEmpty()) {
        row.append(cell.trimmed());
        rows.append(row);
    }
    return rows;
}

bool looksLikeUtf8(const QByteArray &bytes)
{
    bool beyondAscii = false;
    for (const char c : bytes)
        beyondAscii = beyondAscii || static_cast<unsigned char>(c) >= 0x80;
    return beyondAscii && QString::fromUtf8(bytes).toUtf8() == bytes;
}

bool plausibleEmail(const QByteArray &cell)
{
    const qsizetype at = cell.indexOf('@');
    const qsizetype dot = cell.lastIndexOf('.');
    return at > 0 && at == cell.lastIndexOf('@') && dot > at + 1 && dot < cell.size() - 1 && !cell.contains(' ');
}

bool plausiblePhone(const QByteArray &cell)
{
    int digits = 0;
    for (const char c : cell)
        digits += c >= '0' && c <= '9' ? 1 : 0;
    return digits >= fewestPhoneDigits;
}

/// Where the labels of interest stand; the spec's own example has blanks around labels and one empty label at the end.
struct Header {
    std::vector<QString> labels;
    QString problem;
    [[nodiscard]] QByteArray cell(const Row &row, QStringView label) const
    {
        for (size_t i = 0; i < labels.size() && static_cast<qsizetype>(i) < row.size(); ++i) {
            if (labels[i] == label)
                return row[static_cast<qsizetype>(i)];
        }
        return {};
    }
};

Header readHeader(const Row &row, const Flow &flow, const FlowSettings &settings)
{
    Header header;
    std::set<QString> seen;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString label = QString::fromLatin1(row[i]);
        if (label.isEmpty() && i == row.size() - 1)
            break;
        if (!flow.column(label))
            header.problem = u"column %1 has an unknown label"_s.arg(i + 1);
        else if (!seen.insert(label).second)
            header.problem = u"column %1 is there twice"_s.arg(i + 1);
        header.labels.push_back(label);
    }
    const auto has = [&seen](const QString &label) { return seen.contains(label); };
    if (header.problem.isEmpty() && std::none_of(flow.meansOfContact.begin(), flow.meansOfContact.end(), has))
        header.problem = u"no column with a means of contact"_s;
    if (header.problem.isEmpty() && settings.deduplication == Deduplication::Reference && !has(u"Référence"_s))
        header.problem = u"no Référence column"_s;
    return header;
}

void takeRows(Judgement &judgement, const QList<Row> &rows, const Header &header, const Flow &flow,
              const FlowSettings &settings)
{
    for (const Row &row : rows.mid(1)) {
        TakenContact contact{header.cell(row, u"Email"), header.cell(row, u"Mobile"),
                             header.cell(row, u"Téléphone Fixe"), header.cell(row, u"Référence")};
        const bool reachable =
            std::any_of(flow.meansOfContact.begin(), flow.meansOfContact.end(), [&](const QString &means) {
                const QByteArray cell = header.cell(row, means);
                return means == "Email"_L1 ? plausibleEmail(cell) : plausiblePhone(cell);
            });
        const bool fits = row.size() <= static_cast<qsizetype>(header.labels.size()) ||
                          row.mid(static_cast<qsizetype>(header.labels.size())).count(QByteArray()) ==
                              row.size() - static_cast<qsizetype>(header.labels.size());
        const bool named = settings.deduplication != Deduplication::Reference || !contact.reference.isEmpty();
        if (reachable && fits && named)
            judgement.contacts.push_back(std::move(contact));
        else
            ++judgement.refusedRows;
    }
}

} // namespace

Judgement judge(const LocalPath &file, const Flow &configuredFlow, const FlowSettings &settings)
{
    const auto refuse = [](const QString &reason) {
        Judgement refused;
        refused.reason = reason;
        return refused;
    };
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || (configuredFlow.maxBytes && size > static_cast<std::uintmax_t>(*configuredFlow.maxBytes)))
        return refuse(u"larger than the limit"_s);
    if (configuredFlow.needsDeduplication && settings.deduplication == Deduplication::None)
        return refuse(u"the account has no criterion of uniqueness"_s);

    Result<archive::PlainContent> content = archive::openPlain(file);
    if (!content)
        return refuse(u"not a readable file: %1"_s.arg(content.error().detail));
    QByteArray bytes = content->bytes;
    if (content->kind == archive::Kind::Gzip)
        return refuse(u"gz is not taken"_s);
    if (content->kind == archive::Kind::Plain) {
        QFile plain(file);
        if (!plain.open(QIODevice::ReadOnly))
            return refuse(u"cannot be read"_s);
        bytes = plain.readAll();
    }

    if (bytes.trimmed().isEmpty())
        return refuse(u"empty"_s);
    if (bytes.contains('\0'))
        return refuse(u"not text"_s);
    if (bytes.startsWith("\xef\xbb\xbf") || looksLikeUtf8(bytes))
        return refuse(u"UTF-8 and not ISO-8859-1"_s);
    if (bytes.contains('\r'))
        return refuse(u"lines do not end in LF alone"_s);
    const std::optional<QList<Row>> rows = splitRows(bytes, settings.delimiter);
    if (!rows)
        return refuse(u"a quote is not closed"_s);
    const Header header = readHeader(rows->first(), configuredFlow, settings);
    if (!header.problem.isEmpty())
        return refuse(header.problem);

    Judgement judgement;
    takeRows(judgement, *rows, header, configuredFlow, settings);
    judgement.accepted = !judgement.contacts.empty();
    if (!judgement.accepted)
        judgement.reason = u"no row with a usable means of contact"_s;
    return judgement;
}

} // namespace navette::practice
