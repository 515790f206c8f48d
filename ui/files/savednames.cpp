// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/savednames.h"

#include "base/safename.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::SavedNames)
};

constexpr int named = 4; ///< in one sentence

} // namespace

bool SavedNames::isOther(const QByteArray &serverName, const QString &localName)
{
    return localName.toUtf8() != serverName;
}

QString SavedNames::add(const QByteArray &serverName, const QString &localName)
{
    if (!isOther(serverName, localName))
        return {};
    m_others << u"%1 → %2"_s.arg(visibleName(serverName), localName);
    QString list = m_others.mid(0, named).join(u", "_s);
    if (m_others.size() > named)
        list += u", …"_s;
    return Words::tr(
               "%n file(s) were saved under another name, because their own does not work on every computer or is "
               "that of another file in the folder: %1",
               nullptr, static_cast<int>(m_others.size()))
        .arg(list);
}

} // namespace navette::ui
