// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "style/widgets.h"

namespace navette::ui
{

/// The file of the key that an account signs in with; its public part can be copied for the platform.
class KeyFileField final : public QWidget
{
    Q_OBJECT
public:
    enum class Whose {
        Ours,   ///< the private key, which we read
        Agents, ///< the agent has it: the public one tells which
    };
    explicit KeyFileField(const LocalPath &file, QWidget *parent = nullptr);

    [[nodiscard]] LocalPath file() const; ///< empty where none is named
    void setWhose(Whose whose);

Q_SIGNALS:
    void changed();

private:
    void choose();
    void copyPublicKey();

    QLineEdit *m_file;
    Button *m_copyPublic;
};

} // namespace navette::ui
