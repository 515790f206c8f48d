// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace navette::practice
{

/// SplitMix64: the same numbers on every system, unlike the distributions of <random>.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}
    /// Seeded from a text, so that a day or a file always gets the same content.
    explicit Dice(QByteArrayView text);
    [[nodiscard]] quint64 next();
    /// 0 … count − 1.
    [[nodiscard]] int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
    [[nodiscard]] double part() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

private:
    quint64 m_state;
};

/// A made-up contact.
struct Person {
    QString title; ///< "Mme", "M."
    QString firstName;
    QString lastName;
    QString email;  ///< at example.org, example.com or example.net, which belong to nobody (RFC 2606)
    QString mobile; ///< "07 99 12 34 56": of the French mobile range, where no operator has numbers yet
    QString phone;  ///< "01 99 00 12 34": the range kept free for fiction
    QString street;
    QString postcode;
    QString city;
    QString birthday; ///< "14/07/1989"
    QString reference;
};

/// The person of that number: always the same, another for another number.
[[nodiscard]] Person person(int number);

} // namespace navette::practice
