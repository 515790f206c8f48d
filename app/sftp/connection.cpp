// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Without a word of SSH: programs that only read account files do not load its libraries.
#include "sftp/connection.h"

using namespace Qt::StringLiterals;

namespace navette
{

QString key(AuthMethod method)
{
    switch (method) {
    case AuthMethod::Password:
        return u"password"_s;
    case AuthMethod::Key:
        return u"key"_s;
    case AuthMethod::Agent:
        return u"agent"_s;
    }
    return {};
}

void Secrets::add(const Secrets &newer)
{
    for (const auto secret : {&Secrets::password, &Secrets::keyPassphrase, &Secrets::proxyPassword}) {
        if (!(newer.*secret).isEmpty())
            this->*secret = newer.*secret;
    }
}

} // namespace navette
