// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/samplefiles.h"

#include "archive/archive.h"
#include "practice/samplerecipes.h"
#include "practice/textfiles.h"

namespace navette
{

const std::vector<Sample> &samples(Platform platform)
{
    const auto listed = [](Platform of) {
        std::vector<Sample> list;
        for (const practice::SampleRecipe &recipe : practice::sampleRecipes(of))
            list.push_back(recipe.sample);
        return list;
    };
    static const std::vector<Sample> digitaleo = listed(Platform::Digitaleo);
    static const std::vector<Sample> accengage = listed(Platform::Accengage);
    return platform == Platform::Digitaleo ? digitaleo : accengage;
}

namespace practice
{

Result<void> writeSamples(Platform platform, const LocalPath &folder)
{
    for (const SampleRecipe &recipe : sampleRecipes(platform)) {
        const LocalPath file = folder / toLocalPath(recipe.sample.fileName);
        std::error_code error;
        if (std::filesystem::exists(file, error))
            continue;
        const auto written = recipe.zipped.isEmpty() ? writeWhole(file, recipe.bytes())
                                                     : archive::writeZip(file, {{recipe.zipped, recipe.bytes()}});
        if (!written)
            return written;
    }
    return {};
}

} // namespace practice

} // namespace navette
