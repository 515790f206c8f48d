// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigationmodel.h"

#include "shell/connectiontext.h"
#include "shell/pagefactory.h"
#include "style/text.h"

namespace navette::ui
{

namespace
{

/// Files on the board that wait or are being worked on, and those that were refused.
struct BoardCounts {
    int underWay = 0;
    int refused = 0;
};

BoardCounts countsOf(const BoardSnapshot &board)
{
    BoardCounts counts;
    for (const Card &card : board.cards) {
        switch (card.column) {
        case BoardColumn::Refused:
            ++counts.refused;
            break;
        case BoardColumn::Waiting:
        case BoardColumn::Processing:
        case BoardColumn::NotConfirmed:
        case BoardColumn::WaitingForPickup:
            ++counts.underWay;
            break;
        case BoardColumn::Accepted:
        case BoardColumn::PickedUp:
            break;
        }
    }
    return counts;
}

} // namespace

NavigationModel::NavigationModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::sessionOpened, this, &NavigationModel::watch);
    connect(&workspace, &Workspace::sessionClosing, this, [this](const AccountSession *closing) {
        // The rows of a session that goes must not be asked for it any more.
        beginResetModel();
        std::erase_if(m_rows, [closing](const Row &row) { return row.accountId == closing->account().id; });
        endResetModel();
    });
    connect(&workspace, &Workspace::sessionsChanged, this, &NavigationModel::rebuild);
    connect(&workspace, &Workspace::practiceChanged, this, &NavigationModel::rebuild);
    for (AccountSession *session : workspace.sessions())
        watch(session);
    rebuild();
}

void NavigationModel::watch(AccountSession *session)
{
    const QString id = session->account().id;
    connect(session, &AccountSession::stateChanged, this, [this, id] { changed(id); });
    connect(session, &AccountSession::boardChanged, this, [this, id] { changed(id); });
}

void NavigationModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_rows.push_back({NavigationKind::Section, {}, {}});
    for (const AccountSession *session : m_workspace.sessions()) {
        const Account &account = session->account();
        m_rows.push_back({NavigationKind::Account, account.id, PageKind::Account});
        for (const PageKind page : pagesOf(account.platform)) {
            if (isAvailable(page))
                m_rows.push_back({NavigationKind::Page, account.id, page});
        }
        m_rows.push_back({NavigationKind::Gap, {}, {}});
    }
    m_rows.push_back({NavigationKind::Practice, {}, {}});
    m_rows.push_back({NavigationKind::AddAccount, {}, {}});
    endResetModel();
}

void NavigationModel::changed(const QString &accountId)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].accountId == accountId)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int NavigationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags NavigationModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(static_cast<std::size_t>(index.row()));
    switch (row.kind) {
    case NavigationKind::Section:
    case NavigationKind::Gap:
        return Qt::ItemNeverHasChildren;
    case NavigationKind::Account:
    case NavigationKind::Page:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    case NavigationKind::Practice:
    case NavigationKind::AddAccount:
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    }
    return {};
}

QVariant NavigationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (role == AccountIdRole)
        return row.accountId;
    if (role == PageRole)
        return static_cast<int>(row.page);
    const AccountSession *session = m_workspace.session(row.accountId);
    switch (row.kind) {
    case NavigationKind::Section:
        return role == Qt::DisplayRole ? QVariant(tr("Accounts")) : QVariant();
    case NavigationKind::Account:
        return session ? accountData(*session, role) : QVariant();
    case NavigationKind::Page:
        return session ? pageData(*session, row.page, role) : QVariant();
    case NavigationKind::Gap:
        return {};
    case NavigationKind::Practice:
        return practiceData(role);
    case NavigationKind::AddAccount:
        if (role == Qt::DisplayRole)
            return tr("Add account");
        return role == IconRole ? QVariant(QStringLiteral("plus")) : QVariant();
    }
    return {};
}

QString NavigationModel::accountToolTip(const AccountSession &session)
{
    const QString state =
        tr("%1 on %2: %3")
            .arg(session.account().endpoint.user, session.account().endpoint.host, connectionText(session));
    if (session.state() == ConnectionState::Offline)
        return state + u'\n' +
               (session.lastError() ? session.lastError()->message
                                    : tr("This computer has no network. Navette connects once it has one."));
    return session.state() == ConnectionState::Failed && session.lastError()
               ? state + u'\n' + session.lastError()->message
               : state;
}

QVariant NavigationModel::accountData(const AccountSession &session, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return session.account().name;
    case SideTextRole:
        // Practice accounts have it in their name.
        return session.account().practice ? QString() : label(session.account().platform);
    case StateRole:
        return static_cast<int>(session.state());
    case Qt::ToolTipRole:
        return accountToolTip(session);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(session.account().name, label(session.account().platform), connectionText(session));
    default:
        return {};
    }
}

QVariant NavigationModel::pageData(const AccountSession &session, PageKind page, int role) const
{
    const BoardCounts counts = page == PageKind::Board ? countsOf(session.board()) : BoardCounts{};
    switch (role) {
    case Qt::DisplayRole:
        return label(page);
    case IconRole:
        return iconName(page);
    case FailedCountRole:
        return counts.refused;
    case SideTextRole: {
        if (page == PageKind::Board)
            return counts.underWay > 0 ? numberText(counts.underWay) : QString();
        const auto text = m_sideTexts.find({session.account().id, page});
        return text == m_sideTexts.end() ? QString() : text->second;
    }
    case Qt::ToolTipRole:
        if (counts.refused > 0)
            return tr("%n file(s) refused", nullptr, counts.refused);
        return {};
    case Qt::AccessibleTextRole:
        if (counts.refused > 0)
            return tr("%1, %n file(s) refused", nullptr, counts.refused).arg(label(page));
        return label(page);
    default:
        return {};
    }
}

QVariant NavigationModel::practiceData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("Practice");
    case SideTextRole:
        switch (m_workspace.practiceState()) {
        case PracticeState::Off:
            return tr("off", "practice");
        case PracticeState::Starting:
            return tr("starting…");
        case PracticeState::On:
            return tr("on", "practice");
        case PracticeState::Failed:
            return tr("did not start");
        }
        return {};
    case StateRole:
        return static_cast<int>(m_workspace.practiceState() == PracticeState::On ? ConnectionState::Connected
                                                                                 : ConnectionState::Disconnected);
    case Qt::ToolTipRole:
        if (m_workspace.practiceError())
            return m_workspace.practiceError()->message;
        return m_workspace.practiceState() == PracticeState::On
                   ? tr("Stop the practice platforms on this computer")
                   : tr("Start a complete platform on this computer, with sample files");
    default:
        return {};
    }
}

QModelIndex NavigationModel::indexOf(const PageAddress &address) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const Row &candidate = m_rows[static_cast<std::size_t>(row)];
        if (candidate.accountId == address.accountId && candidate.page == address.kind &&
            !candidate.accountId.isEmpty())
            return index(row);
    }
    return {};
}

std::optional<PageAddress> NavigationModel::addressOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(static_cast<std::size_t>(index.row()));
    if (row.accountId.isEmpty())
        return {};
    return PageAddress{row.accountId, row.page};
}

void NavigationModel::setSideText(const PageAddress &address, const QString &text)
{
    m_sideTexts[address] = text;
    changed(address.accountId);
}

} // namespace navette::ui
