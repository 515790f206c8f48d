// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/importmodebar.h"

#include "board/modecards.h"
#include "style/banner.h"

#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

ImportModeBar::ImportModeBar(AccountSession *session, Banner *banner, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_banner(banner)
    , m_cards(new ModeCards(this))
    , m_known(session->board().mode)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_cards);
    connect(m_cards, &ModeCards::chosen, this, &ImportModeBar::choose);
    connect(session, &AccountSession::modeFailed, this, [this](const Error &error) {
        m_pending.reset();
        showMode();
        m_banner->showError(error);
    });
}

void ImportModeBar::showMode()
{
    m_cards->setState(m_session->board().mode, m_pending);
}

void ImportModeBar::noticeChange()
{
    const auto &now = m_session->board().mode;
    if (!now)
        return;
    const bool changed = m_known && !(m_known->markers == now->markers);
    const bool ours = m_pending && now->effective() == m_pending;
    if (now->conflict()) {
        QStringList names;
        for (const ImportMode mode : now->markers)
            names << tr("“%1”").arg(label(mode));
        m_banner->show(Tone::Warn, tr("%1 are set on the platform at once. Choose the one that shall hold.")
                                       .arg(names.join(tr(" and ", "between two names"))));
    } else if (changed && !ours) {
        if (const auto mode = now->effective())
            m_banner->show(
                Tone::Info,
                tr("Somebody else changed the import mode to “%1”. It holds for the next files.").arg(label(*mode)));
    } else if (changed && m_known->conflict()) {
        m_banner->clear();
    }
    if (ours)
        m_pending.reset();
    m_known = now;
}

void ImportModeBar::choose(ImportMode mode)
{
    const auto &state = m_session->board().mode;
    if (!state || m_pending || (state->effective() == mode && !state->markers.empty()))
        return;
    if (mode == ImportMode::SyncList && !mayReplaceLists())
        return;
    m_banner->clear();
    m_pending = mode;
    showMode();
    m_session->setMode(mode);
}

bool ImportModeBar::mayReplaceLists()
{
    QMessageBox box(QMessageBox::Warning, u"Navette"_s, tr("Synchronise lists from now on?"), QMessageBox::NoButton,
                    this);
    box.setInformativeText(
        tr("Every import file then replaces the list of its name: contacts that are not in the file leave the "
           "list. It holds for everybody who deposits on this account, until another mode is chosen."));
    auto *go = box.addButton(tr("Synchronise the lists"), QMessageBox::DestructiveRole);
    auto *cancel = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    return box.clickedButton() == go;
}

} // namespace navette::ui
