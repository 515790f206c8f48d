// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <memory>

namespace navette
{

/// A password or passphrase. Copies share one piece of memory, which is overwritten when the last of them goes.
class Secret final
{
public:
    Secret() = default;
    /// Overwrites the text it is given, where nobody else has that too. Not explicit: it is where texts become secret.
    Secret(QString text);

    [[nodiscard]] bool isEmpty() const { return !m_bytes; }
    /// UTF-8 with a zero at its end, for libraries of C. Valid as long as this or a copy of it is.
    [[nodiscard]] const char *utf8() const;
    /// A copy that nobody overwrites: only for libraries that take nothing else.
    [[nodiscard]] QString text() const;

private:
    class Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

/// Overwrites memory, and is not optimised away because nobody reads it afterwards.
void wipeMemory(void *memory, std::size_t bytes);

} // namespace navette
