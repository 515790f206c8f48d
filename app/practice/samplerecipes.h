// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceplatform.h"

#include <functional>

namespace navette::practice
{

/// A sample and how it is made.
struct SampleRecipe {
    Sample sample;
    std::function<QByteArray()> bytes;
    QString zipped; ///< name of the CSV inside; empty: a plain file
};

[[nodiscard]] std::vector<SampleRecipe> sampleRecipes(Platform platform);

[[nodiscard]] std::vector<SampleRecipe> digitaleoSamples();
[[nodiscard]] std::vector<SampleRecipe> accengageSamples();

} // namespace navette::practice
