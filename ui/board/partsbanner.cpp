// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/partsbanner.h"

#include "pipeline/accountsession.h"
#include "style/banner.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::PartsBanner)
};

QString sentence(const PartsProgress &progress)
{
    const auto names = [](const QStringList &list) { return list.join(u", "_s); };
    QStringList sentences{
        progress.there.isEmpty()
            ? Words::tr("No part of %1 is on the platform.").arg(progress.sourceName)
            : Words::tr("Of %1 these parts are on the platform: %2.").arg(progress.sourceName, names(progress.there))};
    sentences.append(Words::tr("Not there: %1.").arg(names(progress.missing)));
    if (!progress.waiting.isEmpty())
        sentences.append(Words::tr("Still being sent: %1.").arg(names(progress.waiting)));
    if (progress.error.kind != ErrorKind::Cancelled)
        sentences.append(progress.error.message);
    return sentences.join(u' ');
}

void showProgress(Banner &banner, AccountSession *session, const PartsProgress &progress)
{
    if (progress.missing.isEmpty()) {
        if (progress.waiting.isEmpty())
            banner.show(Tone::Ok, Words::tr("All %n part(s) of %1 are on the platform.", nullptr,
                                            static_cast<int>(progress.there.size()))
                                      .arg(progress.sourceName));
        return;
    }
    banner.show(Tone::Bad, sentence(progress), progress.error.detail);
    if (progress.waiting.isEmpty())
        banner.offer(Words::tr("Send the missing part(s)", nullptr, static_cast<int>(progress.missing.size())),
                     [session = QPointer(session), sequence = progress.sequence] {
                         if (session)
                             session->sendMissing(sequence);
                     });
}

} // namespace

Banner *makePartsBanner(AccountSession *session, QWidget *parent)
{
    auto *banner = new Banner(parent);
    banner->setObjectName(u"parts"_s);
    QObject::connect(session, &AccountSession::partsProgressed, banner,
                     [banner, session](const PartsProgress &progress) { showProgress(*banner, session, progress); });
    return banner;
}

} // namespace navette::ui
