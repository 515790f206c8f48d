// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

class QIODevice;

namespace navette
{

/// SHA-256 as fast as the processor can: Qt's own does without the instructions that are made for it, and would take
/// longer than everything else that is done with a large file.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void addData(QByteArrayView bytes);
    /// All that is left of a file. False where it cannot be read to its end.
    [[nodiscard]] bool addData(QIODevice &file);
    /// Of all bytes so far; more can follow.
    [[nodiscard]] QByteArray result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace navette
