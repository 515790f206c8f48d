// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/flow.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace navette
{
namespace
{

using namespace Qt::StringLiterals;

// Titles stand in the flows' JSON; they are repeated here for the translators. A test keeps the two lists alike.
[[maybe_unused]] constexpr std::array titles{
    QT_TRANSLATE_NOOP("Flow", "Import contacts"),
    QT_TRANSLATE_NOOP("Flow", "Delete contacts"),
    QT_TRANSLATE_NOOP("Flow", "Opt out of e-mail"),
    QT_TRANSLATE_NOOP("Flow", "Opt out of SMS"),
    QT_TRANSLATE_NOOP("Flow", "Opt out of voice calls"),
    QT_TRANSLATE_NOOP("Flow", "Opt out of voicemail"),
    QT_TRANSLATE_NOOP("Flow", "Opt in to e-mail"),
    QT_TRANSLATE_NOOP("Flow", "Opt in to SMS"),
    QT_TRANSLATE_NOOP("Flow", "Opt in to voice calls"),
    QT_TRANSLATE_NOOP("Flow", "Opt in to voicemail"),
    QT_TRANSLATE_NOOP("Flow", "Reactions to campaigns"),
    QT_TRANSLATE_NOOP("Flow", "Message statistics"),
    QT_TRANSLATE_NOOP("Flow", "Reactions of devices"),
    QT_TRANSLATE_NOOP("Flow", "Devices"),
    QT_TRANSLATE_NOOP("Flow", "Static list"),
    QT_TRANSLATE_NOOP("Flow", "Devices update"),
};

} // namespace

QString key(Platform platform)
{
    switch (platform) {
    case Platform::Digitaleo:
        return u"digitaleo"_s;
    case Platform::Accengage:
        return u"accengage"_s;
    }
    return {};
}

std::optional<Platform> platformFromKey(const QString &text)
{
    for (const Platform platform : {Platform::Digitaleo, Platform::Accengage}) {
        if (text == key(platform))
            return platform;
    }
    return {};
}

QString label(Platform platform)
{
    switch (platform) {
    case Platform::Digitaleo:
        return u"Digitaleo"_s;
    case Platform::Accengage:
        return u"Accengage"_s;
    }
    return {};
}

const Column *Flow::column(const QString &name) const
{
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const Column &c) { return c.name == name; });
    return it == columns.end() ? nullptr : &*it;
}

const Column *Flow::columnOf(ColumnRole role) const
{
    const auto it = std::find_if(columns.begin(), columns.end(), [&](const Column &c) { return c.role == role; });
    return it == columns.end() ? nullptr : &*it;
}

QString flowTitle(const Flow &flow)
{
    return QCoreApplication::translate("Flow", flow.title.toUtf8().constData());
}

} // namespace navette
