// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deposit/depositpage.h"

#include <QStringList>

namespace navette::ui
{

struct DepositPage::Parts {
    AccountSession *session = nullptr;
    const FlowCatalog *flows = nullptr;
    QStringList files;
    QString flowId;
};

DepositPage::DepositPage(AccountSession *session, const FlowCatalog &flows, QWidget *parent)
    : Page(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->session = session;
    m_parts->flows = &flows;
}

DepositPage::~DepositPage() = default;

void DepositPage::setFiles(const QStringList &localFiles, const QString &flowId)
{
    m_parts->files = localFiles;
    m_parts->flowId = flowId;
}

void DepositPage::setRefusedFile(const LocalPath &fetched, const Card &card, bool /*repairsOn*/)
{
    m_parts->files = {displayText(fetched)};
    m_parts->flowId = card.flow;
}

void DepositPage::refresh() {}

} // namespace navette::ui
