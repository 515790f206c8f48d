// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/connection.h"

#include "sftp/transport/connector.h"

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

Result<void> checkServer(const ConnectRequest &request, const JobControl &job)
{
    sftp::SshTransport transport(request.endpoint.host);
    sftp::Client client;
    return sftp::Connector(request, transport, client, [&job] { return job.isCancelled(); }).run(ConnectStep::HostKey);
}

} // namespace navette
