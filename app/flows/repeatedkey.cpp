// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/jsonreader.h"

namespace navette
{
namespace
{

// Where we are in the JSON text: one level for each brace or bracket that is open.
struct Level {
    bool isObject = false;
    QString path;
    QSet<QString> keys;
    QString key; ///< the one whose value comes next
    int item = 0;
};

QString childPath(const Level &level)
{
    return level.isObject ? level.path + u'.' + level.key : level.path + QStringLiteral("[%1]").arg(level.item);
}

// The text between quotes at `at`, which is left behind the closing one. Escapes stay as they are written.
QString readText(const QByteArray &json, qsizetype &at)
{
    const qsizetype first = ++at;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    const qsizetype last = qMin(at, json.size());
    at = last + 1;
    return QString::fromUtf8(json.sliced(first, last - first));
}

} // namespace

std::optional<QString> firstRepeatedKey(const QByteArray &json)
{
    std::vector<Level> levels;
    bool keyNext = false;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            const QString text = readText(json, at);
            if (!keyNext)
                continue;
            Level &level = levels.back();
            level.key = text;
            if (level.keys.contains(text))
                return childPath(level);
            level.keys.insert(text);
            keyNext = false;
            continue;
        }
        if (c == '{' || c == '[')
            levels.push_back({.isObject = c == '{',
                              .path = levels.empty() ? QStringLiteral("$") : childPath(levels.back()),
                              .keys = {},
                              .key = {}});
        else if ((c == '}' || c == ']') && !levels.empty())
            levels.pop_back();
        else if (c == ',' && !levels.empty())
            ++levels.back().item;
        if (c == '{' || c == ',')
            keyNext = !levels.empty() && levels.back().isObject;
        else if (c == '}' || c == ']' || c == '[')
            keyNext = false;
        ++at;
    }
    return {};
}

} // namespace navette
