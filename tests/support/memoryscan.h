// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace navette
{

/// A secret that stands nowhere in the program as long as nobody asks for it, and a look through all memory of this
/// process for what is left of it. Linux only, and not with sanitizers, whose own memory is without end.
class Canary final
{
public:
    explicit Canary(char seed) : m_seed(seed) {}

    [[nodiscard]] static constexpr bool canLook()
    {
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        return true;
#else
        return false;
#endif
    }
    [[nodiscard]] QString text() const
    {
        QString text(length, u' ');
        for (int i = 0; i < length; ++i)
            text[i] = QLatin1Char(letter(i));
        return text;
    }
    /// How often its second half stands in memory (the first may be overwritten by the allocator), as UTF-8 or UTF-16.
    [[nodiscard]] int count() const
    {
        int found = 0;
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly))
            return -1;
        const QList<QByteArray> lines = maps.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 5 || !fields[1].startsWith("rw") || line.contains("[v"))
                continue;
            const QList<QByteArray> ends = fields[0].split('-');
            const auto *from = reinterpret_cast<const char *>(ends[0].toULongLong(nullptr, 16));
            const auto *to = reinterpret_cast<const char *>(ends[1].toULongLong(nullptr, 16));
            found += countIn(from, to);
        }
        return found;
    }

private:
    static constexpr int length = 64;
    // Letters by a rule, so that looking for it makes no copy of it.
    [[nodiscard]] char letter(int i) const
    {
        return char('a' + (quint32(i + 1) * quint32(m_seed) * 2'654'435'761u >> 13) % 26);
    }
    [[nodiscard]] bool standsAt(const char *at, int step) const
    {
        for (int i = length / 2; i < length; ++i) {
            const char *byte = at + (i - length / 2) * step;
            if (*byte != letter(i) || (step == 2 && byte[1] != 0))
                return false;
        }
        return true;
    }
    [[nodiscard]] int countIn(const char *from, const char *to) const
    {
        int found = 0;
        for (const char *at = from; at + length < to; ++at) {
            if (*at == letter(length / 2) && (standsAt(at, 1) || standsAt(at, 2)))
                ++found;
        }
        return found;
    }

    char m_seed;
};

} // namespace navette
