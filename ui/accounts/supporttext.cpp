// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/supporttext.h"

#include "sftp/knownhosts.h"
#include "sftp/nocommonalgorithm.h"
#include "style/text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkInterface>

namespace navette::ui
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(navette::ui::ConnectionAdvice)
};

ConnectionAdvice nameAdvice(const Endpoint &endpoint)
{
    return {
        Text::tr("Most likely: the server’s name is misspelt, or this computer is offline"),
        Text::tr("Compare “%1” with what your platform gave you, and see whether a web page opens.").arg(endpoint.host),
        {}};
}

ConnectionAdvice portAdvice(const Endpoint &endpoint, const Error &error, const QString &tested, const QString &from)
{
    if (error.kind == ErrorKind::SignIn || error.kind == ErrorKind::Unsupported) // the platform cannot help
        return {Text::tr("The proxy of your network does not let you through"), error.message, {}};
    if (error.kind == ErrorKind::Timeout)
        return {Text::tr("Most likely: your address isn’t on the platform’s allow list"),
                Text::tr("Ask the platform’s support to add it. This text says all they need:"),
                Text::tr("Hello, please allow SFTP access for user %1 on %2 port %3 from our address %4. Connections "
                         "from it get no reply (tested %5, time-out). Thank you.")
                    .arg(endpoint.user, endpoint.host, QString::number(endpoint.port), from, tested)};
    return {Text::tr("Most likely: the port is not the right one, or a firewall is in the way"),
            Text::tr("Compare the port with what your platform gave you. If it is right, forward this text:"),
            Text::tr("Hello, SFTP connections for user %1 to %2 port %3 from our address %4 are refused (tested %5). "
                     "Which host and port are to be used, and is our address allowed? Thank you.")
                .arg(endpoint.user, endpoint.host, QString::number(endpoint.port), from, tested)};
}

ConnectionAdvice brokenOffAdvice(const Endpoint &endpoint, const QString &tested, const QString &from)
{
    return {
        Text::tr("The server answered, and then ended the connection"),
        Text::tr("Most often the server is busy, or the platform’s allow list does not hold your address. Test again "
                 "in a minute; if it stays so, forward this text:"),
        Text::tr("Hello, SFTP connections for user %1 to %2 port %3 from our address %4 are ended before they are "
                 "set up (tested %5). Is our address allowed, and how many connections at once? Thank you.")
            .arg(endpoint.user, endpoint.host, QString::number(endpoint.port), from, tested)};
}

ConnectionAdvice otherConnectionAdvice()
{
    return {Text::tr("Most likely: the server allows one connection at once, and Navette’s is open"),
            Text::tr("That it is open says that these settings work. To test them all the same, Navette closes it and "
                     "connects again afterwards."),
            {},
            true};
}

ConnectionAdvice unknownKeyAdvice(const Endpoint &endpoint)
{
    return {Text::tr("The server is not known here yet"),
            Text::tr("On the first connection somebody has to say that it is the right server. Compare the fingerprint "
                     "with what the platform’s support says, and test again:"),
            Text::tr("Hello, we are about to connect to %1 port %2 for the first time. Please send us the SHA-256 "
                     "fingerprint of the server’s host key. Thank you.")
                .arg(endpoint.host, QString::number(endpoint.port))};
}

ConnectionAdvice hostKeyAdvice(const Endpoint &endpoint, const QString &tested)
{
    return {Text::tr("The server did not show the identity that was expected"),
            Text::tr("Either the platform has changed its server’s key, or something stands between you and it. Do "
                     "not go on before the platform’s support has confirmed the fingerprint:"),
            Text::tr("Hello, the host key of %1 port %2 is not the one we know (tested %3). Please send us the "
                     "SHA-256 fingerprint of the server’s current host key. Thank you.")
                .arg(endpoint.host, QString::number(endpoint.port), tested)};
}

QString nameOf(sftp::NoCommonAlgorithm::Use use)
{
    switch (use) {
    case sftp::NoCommonAlgorithm::Use::KeyExchange:
        return Text::tr("key exchange");
    case sftp::NoCommonAlgorithm::Use::HostKey:
        return Text::tr("host key");
    case sftp::NoCommonAlgorithm::Use::Cipher:
        return Text::tr("cipher");
    case sftp::NoCommonAlgorithm::Use::Mac:
        return Text::tr("MAC");
    case sftp::NoCommonAlgorithm::Use::Other:
        break;
    }
    return Text::tr("algorithms");
}

ConnectionAdvice algorithmAdvice(const Endpoint &endpoint, const sftp::NoCommonAlgorithm &none, const QString &tested)
{
    const bool canAllow = none.isOld && !endpoint.oldAlgorithms;
    return {none.isOld ? Text::tr("The server offers only encryption that is no longer safe")
                       : Text::tr("The server and Navette have no encryption in common"),
            canAllow ? Text::tr("Forward this text. Until the server is renewed, the account’s settings can allow its "
                                "old encryption, which protects your contacts less well.")
                     : Text::tr("Only the platform can change this. Forward this text:"),
            Text::tr("Hello, SFTP connections of user %1 to %2 port %3 fail (tested %4): our client and your server "
                     "have no %5 in common. Your server offers: %6. Please allow at least one of: %7. Thank you.")
                .arg(endpoint.user, endpoint.host, QString::number(endpoint.port), tested, nameOf(none.use),
                     none.offered.join(u", "), sftp::recommendedAlgorithms(none.use).join(u", "))};
}

ConnectionAdvice signInAdvice(const Endpoint &endpoint, const QString &tested)
{
    const QString means = endpoint.auth == AuthMethod::Password ? Text::tr("password")
                          : endpoint.auth == AuthMethod::Key    ? Text::tr("key")
                                                                : Text::tr("key from the agent");
    return {Text::tr("The server is the right one, but it did not let you in"),
            Text::tr("Check the user name and the %1. If they are right, forward this text:").arg(means),
            Text::tr("Hello, sign-in of user %1 on %2 port %3 with our %4 is refused (tested %5). Please check that "
                     "the account is active and which way of signing in it expects. Thank you.")
                .arg(endpoint.user, endpoint.host, QString::number(endpoint.port), means, tested)};
}

ConnectionAdvice treeAdvice(const Endpoint &endpoint, const QString &tested)
{
    return {Text::tr("You are signed in, but the expected directories are not there"),
            Text::tr("Check the platform and the directory of this account. If they are right, forward this text:"),
            Text::tr("Hello, after signing in as %1 on %2 we do not see the directories of the file interface (tested "
                     "%3). Please make them, or tell us in which directory they are. Thank you.")
                .arg(endpoint.user, endpoint.host, tested)};
}

} // namespace

ConnectionAdvice adviceFor(const Endpoint &endpoint, const StepReport &failed, const Error &error,
                           const QDateTime &when, const QString &ownAddress, bool otherIsOpen)
{
    const QString tested = exactWhenText(when);
    const QString from = ownAddress.isEmpty() ? Text::tr("[our public IP address]") : ownAddress;
    if (otherIsOpen && error.kind == ErrorKind::Network && failed.step > ConnectStep::Port)
        return otherConnectionAdvice();
    const bool brokenOff = error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
    switch (failed.step) {
    case ConnectStep::NameLookup:
        return nameAdvice(endpoint);
    case ConnectStep::Port:
        return portAdvice(endpoint, error, tested, from);
    case ConnectStep::HostKey:
        if (const auto none = sftp::noCommonAlgorithm(error.detail))
            return algorithmAdvice(endpoint, *none, tested);
        // Nothing was shown: many firewalls let the port answer, and nothing after that.
        if (error.kind == ErrorKind::Timeout)
            return portAdvice(endpoint, error, tested, from);
        if (brokenOff)
            return brokenOffAdvice(endpoint, tested, from);
        return error.detail == QLatin1String(sftp::unknownKeyDetail) ? unknownKeyAdvice(endpoint)
                                                                     : hostKeyAdvice(endpoint, tested);
    case ConnectStep::SignIn:
        return brokenOff ? brokenOffAdvice(endpoint, tested, from) : signInAdvice(endpoint, tested);
    case ConnectStep::Tree:
        return brokenOff ? brokenOffAdvice(endpoint, tested, from) : treeAdvice(endpoint, tested);
    }
    return {};
}

QString publicAddressOfThisComputer()
{
    // RFC 1918 and RFC 6598: behind a router, the platform sees the router's address and not these.
    const auto isPrivate = [](const QHostAddress &address) {
        for (const auto &[network, bits] : {std::pair{"10.0.0.0", 8}, std::pair{"172.16.0.0", 12},
                                            std::pair{"192.168.0.0", 16}, std::pair{"100.64.0.0", 10}}) {
            if (address.isInSubnet(QHostAddress(QLatin1String(network)), bits))
                return true;
        }
        return false;
    };
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && address.isGlobal() && !isPrivate(address))
            return address.toString();
    }
    return {};
}

} // namespace navette::ui
