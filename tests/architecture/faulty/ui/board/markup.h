// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

inline void show(QLabel &label)
{
    label.setTextFormat(Qt::RichText);
}
