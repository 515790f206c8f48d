// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tourprofiles.h"

#include "deposit/depositpage.h"
#include "deposit/profilesdialog.h"
#include "shell/tourdriver.h"
#include "style/widgets.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace navette::ui
{

bool checkAgainstNewestExport(TourDriver &drive, const DepositPage &page)
{
    auto *choose = page.findChild<Button *>(u"chooseProfiles"_s);
    if (!choose || !drive.waitFor(u"the choice of known profiles"_s, [choose] { return choose->isVisible(); }))
        return false;
    drive.click(choose);
    const auto dialog = [&page] { return page.findChild<ProfilesDialog *>(); };
    if (!drive.waitFor(u"the dialog of known profiles"_s, [&] { return dialog() && dialog()->isVisible(); }))
        return false;
    auto *exports = dialog()->findChild<QListWidget *>();
    if (exports->count() == 0)
        return false;
    // On the first row's box, at its left.
    const QRect row = exports->visualItemRect(exports->item(0));
    drive.click(exports->viewport(), QPoint(row.left() + row.height() / 2, row.center().y()));
    auto *check = dialog()->findChild<Button *>(u"checkProfiles"_s);
    if (!drive.waitFor(u"a ticked export"_s, [check] { return check->isEnabled(); }))
        return false;
    drive.click(check);
    const auto *drop = page.findChild<Button *>(u"dropProfiles"_s);
    const auto *deposit = page.findChild<Button *>(u"depositButton"_s);
    return drive.waitFor(
        u"the check against known profiles"_s, [&] { return drop->isVisible() && deposit->isEnabled(); }, 60);
}

} // namespace navette::ui
