// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/journalbanner.h"

#include "accounts/userfolders.h"
#include "pipeline/accountsession.h"
#include "style/banner.h"
#include "style/openfolder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::JournalBanner)
};

} // namespace

Banner *makeJournalBanner(AccountSession *session, QWidget *parent)
{
    auto *banner = new Banner(parent);
    banner->setObjectName(u"journal"_s);
    // Said once of each cause: who closed it is not told again with every refresh.
    const auto said = std::make_shared<std::optional<Error>>();
    QObject::connect(session, &AccountSession::refreshed, banner, [banner, session, said] {
        const std::optional<Error> &error = session->journalError();
        if (error == *said)
            return;
        *said = error;
        if (!error)
            return banner->clear();
        banner->show(Tone::Warn,
                     Words::tr("Nothing can be deposited now, because Navette writes every deposit down first. "
                               "Everything else works. %1")
                         .arg(error->message),
                     error->detail);
        banner->offer(Words::tr("Try again"), [session, said] {
            said->reset();
            session->refresh();
        });
        banner->offer(
            Words::tr("Show the folder"), [] { openFolder(userDataFolder()); }, Banner::Deed::Stays);
    });
    return banner;
}

} // namespace navette::ui
