// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/refusedfiles.h"

#include "base/safename.h"
#include "flows/flowcatalog.h"
#include "pipeline/filework.h"
#include "pipeline/preparedeposit.h"

#include <QtConcurrent>

#include <algorithm>

namespace navette::ui
{

namespace
{
using State = Examination::State;

constexpr int examinedUnasked = 4; ///< of an action; older ones when they are asked for

Result<Report> reportOf(const LocalPath &file, const Flow &flow, const FlowSettings &settings,
                        const CancelToken &cancel)
{
    auto opened = openForDeposit(file, flow, settings, {}, JobControl{.progress = {}, .cancel = cancel});
    if (!opened)
        return tl::make_unexpected(opened.error());
    return opened->report;
}

} // namespace

RefusedFiles::RefusedFiles(AccountSession *session, QObject *parent) : QObject(parent), m_session(session) {}

RefusedFiles::~RefusedFiles()
{
    m_cancel.cancel();
}

const Examination *RefusedFiles::of(const QString &identity) const
{
    const auto found = m_examinations.find(identity);
    return found == m_examinations.end() ? nullptr : &found->second;
}

CardContext RefusedFiles::contextOf(const Card &card) const
{
    CardContext context;
    if (card.column != BoardColumn::Refused)
        return context;
    const auto &cards = m_session->board().cards;
    context.repairedSince = std::any_of(cards.begin(), cards.end(), [&card](const Card &other) {
        return other.flow == card.flow && other.listName == card.listName && other.column != BoardColumn::Refused &&
               other.depositedAt.isValid() && card.depositedAt.isValid() && other.depositedAt > card.depositedAt;
    });
    if (const Examination *known = of(card.identity()); known && known->report)
        context.causes = static_cast<int>(known->report->findings.size());
    return context;
}

void RefusedFiles::examineNewest(const QString &flow)
{
    if (m_session->state() != ConnectionState::Connected)
        return;
    int examined = 0;
    for (const Card *card : m_session->board().of(flow, BoardColumn::Refused)) {
        if (examined++ == examinedUnasked)
            break;
        examine(*card);
    }
}

void RefusedFiles::fail(const QString &identity, const Error &error)
{
    Examination &examination = m_examinations[identity];
    examination.state = State::Failed;
    examination.error = error;
    Q_EMIT changed(identity);
}

void RefusedFiles::examine(const Card &card)
{
    const QString identity = card.identity();
    const auto known = m_examinations.find(identity);
    if (known != m_examinations.end() && known->second.state != State::Failed)
        return;
    if (m_session->link()->state() == LinkState::Closed)
        return;
    m_examinations[identity] = {};
    if (!m_folder) {
        auto folder = PrivateFolder::make();
        if (!folder) {
            fail(identity, folder.error());
            return;
        }
        m_folder.emplace(std::move(*folder));
    }
    // A folder per file: two refused files may have one name.
    const LocalPath folder = m_folder->path() / std::to_string(m_nextFolder++);
    std::error_code problem;
    std::filesystem::create_directory(folder, problem);
    if (problem) {
        fail(identity, Error{ErrorKind::NotWritable, tr("There is no place for a temporary copy of the file."),
                             QString::fromStdString(problem.message())});
        return;
    }
    const LocalPath target = folder / toLocalPath(safeLocalName(card.fileName.toUtf8()));
    m_examinations[identity].file = target;
    Q_EMIT changed(identity);
    Transfer transfer;
    transfer.bytesTotal = card.size;
    addTransfer(m_fetches, transfer, downloadWork(m_session->link(), card.path, target), this,
                [this, identity, card](const Result<TransferSummary> &fetched) {
                    m_fetches.clearEnded();
                    if (fetched)
                        check(identity, card);
                    else
                        fail(identity, fetched.error());
                });
}

void RefusedFiles::check(const QString &identity, const Card &card)
{
    const Flow *flow = m_session->services().flows.find(card.flow);
    if (!flow)
        return;
    Examination &examination = m_examinations[identity];
    examination.state = State::Checking;
    Q_EMIT changed(identity);
    auto future = QtConcurrent::run(reportOf, examination.file, *flow, m_session->account().settings, m_cancel.token());
    whenFinished(future, this, [this, identity](const Result<Report> &report) {
        if (!report) {
            fail(identity, report.error());
            return;
        }
        Examination &done = m_examinations[identity];
        done.state = State::Done;
        done.report = *report;
        Q_EMIT changed(identity);
    });
}

} // namespace navette::ui
