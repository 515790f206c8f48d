// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Only where modules are used, see CMakeLists.txt.
#include "cli/latemodule.h"

#include "cli/commandline.h"
#include "cli/output.h"
#include "validation/phonelibrary.h"

#include <QCoreApplication>
#include <QLibrary>

#include <cstdlib>

namespace navette::cli
{

QFunctionPointer lateFunction(const char *module, const char *function)
{
    QLibrary library(QCoreApplication::applicationDirPath() + QStringLiteral("/" NAVETTE_MODULES "/") +
                     QString::fromUtf8(module));
    const QFunctionPointer found = library.resolve(function);
    if (found == nullptr) {
        note(QStringLiteral("navette-cli is not completely installed: %1").arg(library.errorString()));
        std::exit(WrongUsage);
    }
    return found;
}

} // namespace navette::cli

namespace navette
{

// Stands in for the one of the static library, and keeps libphonenumber out: most files hold only numbers that
// usualforms.h knows.
const PhoneLibrary &phoneLibrary()
{
    static const auto load =
        reinterpret_cast<decltype(&navettePhoneLibrary)>(cli::lateFunction("navette-phones", "navettePhoneLibrary"));
    static const PhoneLibrary &library = *load();
    return library;
}

} // namespace navette
