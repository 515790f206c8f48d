// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/sshtransport.h"

#include "sftp/addresses.h"
#include "sftp/errors.h"

#include <QCoreApplication>

#include <libssh/server.h> // ssh_send_keepalive() stands there

#include <mutex>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

// What is known of host keys we read ourselves (knownhosts.h).
#ifdef Q_OS_WIN
constexpr char emptyFile[] = "NUL";
#else
constexpr char emptyFile[] = "/dev/null";
#endif

// So much the server may send before it hears from us again. libssh offers 1.28 MB, which is 25 MB/s over 50 ms; asked
// for more than that at once, it offers more.
constexpr qsizetype receiveWindowBytes = 4 * 1024 * 1024;
// Then answers are looked at and requests go out.
constexpr qsizetype enoughAtOnce = 256 * 1024;

// libssh takes "user@host" apart and hands host and user to whoever is configured (CVE-2023-6004, CVE-2026-59846):
// only what a name or an address is made of passes.
bool isPlainHost(const QByteArray &host)
{
    return !host.isEmpty() && host.size() <= 255 && host.front() != '-' &&
           std::all_of(host.begin(), host.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '-' || c == '_' || c == ':' || c == '%';
           });
}

bool isPlainUser(const QByteArray &user)
{
    return !user.isEmpty() && user.size() <= 255 && user.front() != '-' &&
           std::none_of(user.begin(), user.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
}

} // namespace

SshTransport::SshTransport(QString host) : m_host(std::move(host)) {}

SshTransport::~SshTransport() = default;

Error SshTransport::sshError() const
{
    return errorFromSsh(m_session.get(), m_host);
}

Error SshTransport::timeoutError() const
{
    return noAnswerError(m_host, u"no answer in time"_s);
}

Result<void> SshTransport::setOptions(const Endpoint &endpoint, const HostKeyTypes &types)
{
    const QByteArray host = wireHost(endpoint.host);
    const QByteArray user = endpoint.user.toUtf8();
    if (!isPlainHost(host))
        return fail(ErrorKind::Usage,
                    QCoreApplication::translate("Sftp", "“%1” is not the name of a server.").arg(endpoint.host));
    if (!isPlainUser(user))
        return fail(ErrorKind::Usage,
                    QCoreApplication::translate("Sftp", "“%1” is not a user name.").arg(endpoint.user));
    const unsigned port = endpoint.port;
    const int no = 0;
    const int yes = 1;
    const int quiet = SSH_LOG_NONE;
    const Algorithms algorithms = algorithmsFor(endpoint.oldAlgorithms, types);
    const auto set = [this](ssh_options_e option, const void *value) {
        return ssh_options_set(m_session.get(), option, value) == SSH_OK;
    };
    const bool done = set(SSH_OPTIONS_LOG_VERBOSITY, &quiet) && set(SSH_OPTIONS_PROCESS_CONFIG, &no) &&
                      set(SSH_OPTIONS_HOST, host.constData()) && set(SSH_OPTIONS_PORT, &port) &&
                      set(SSH_OPTIONS_USER, user.constData()) && set(SSH_OPTIONS_KNOWNHOSTS, emptyFile) &&
                      set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, emptyFile) && set(SSH_OPTIONS_NODELAY, &yes) &&
                      set(SSH_OPTIONS_CIPHERS_C_S, algorithms.ciphers.constData()) &&
                      set(SSH_OPTIONS_CIPHERS_S_C, algorithms.ciphers.constData()) &&
                      set(SSH_OPTIONS_HMAC_C_S, algorithms.macs.constData()) &&
                      set(SSH_OPTIONS_HMAC_S_C, algorithms.macs.constData()) &&
                      set(SSH_OPTIONS_KEY_EXCHANGE, algorithms.keyExchanges.constData()) &&
                      set(SSH_OPTIONS_HOSTKEYS, algorithms.hostKeys.constData()) &&
                      set(SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES, algorithms.userKeys.constData()) &&
                      set(SSH_OPTIONS_COMPRESSION_C_S, "none") && set(SSH_OPTIONS_COMPRESSION_S_C, "none");
    if (!done)
        return fail(ErrorKind::Internal, QCoreApplication::translate("Sftp", "The connection cannot be prepared."),
                    QString::fromUtf8(ssh_get_error(m_session.get())));
    return {};
}

Result<void> SshTransport::handshake(TcpSocket socket, const ConnectRequest &request, const HostKeyTypes &types,
                                     const Patience &patience)
{
    static std::once_flag once;
    std::call_once(once, [] {
        ssh_init();
        ssh_set_log_level(SSH_LOG_NONE);
    });
    m_session.reset(ssh_new());
    if (!m_session)
        return fail(ErrorKind::Internal, QCoreApplication::translate("Sftp", "The connection cannot be prepared."));
    if (auto set = setOptions(request.endpoint, types); !set)
        return set;
    m_socket = socket.handle();
    const auto descriptor = static_cast<socket_t>(m_socket);
    ssh_set_blocking(m_session.get(), 0);
    ssh_set_counters(m_session.get(), &m_counter, nullptr);
    if (ssh_options_set(m_session.get(), SSH_OPTIONS_FD, &descriptor) != SSH_OK)
        return tl::make_unexpected(sshError());
    bool handedOver = false;
    const auto code = repeat(SSH_AGAIN, patience, [&] {
        const int result = ssh_connect(m_session.get());
        // From its first call on libssh closes the socket.
        if (!std::exchange(handedOver, true))
            socket.release();
        return result;
    });
    if (!code)
        return tl::make_unexpected(code.error());
    if (*code != SSH_OK)
        return tl::make_unexpected(sshError());
    return {};
}

Result<qsizetype> SshTransport::openChannel(QByteArrayView hello, const Patience &patience)
{
    m_channel = ssh_channel_new(m_session.get());
    if (m_channel == nullptr)
        return tl::make_unexpected(sshError());
    const auto opened = repeat(SSH_AGAIN, patience, [this] { return ssh_channel_open_session(m_channel); });
    if (!opened)
        return tl::make_unexpected(opened.error());
    Result<int> started = opened;
    qsizetype sent = 0;
    if (*opened == SSH_OK) {
        started = ssh_channel_request_sftp(m_channel);
        if (started != SSH_ERROR) {
            const auto written = write(hello);
            if (!written)
                return written;
            sent = *written;
        }
        if (started == SSH_AGAIN)
            started = repeat(SSH_AGAIN, patience, [this] { return ssh_channel_request_sftp(m_channel); });
    }
    if (!started)
        return tl::make_unexpected(started.error());
    if (*started != SSH_OK) {
        const Error error = sshError();
        if (!isConnected())
            return tl::make_unexpected(error);
        return fail(ErrorKind::Unsupported,
                    QCoreApplication::translate(
                        "Sftp",
                        "%1 accepts the sign-in but offers no file transfer (SFTP) to this account. The platform's "
                        "support can allow it.")
                        .arg(m_host),
                    error.detail);
    }
    return sent;
}

// Adds what is there. How much, 0 for nothing now, or libssh's code for a failure.
int SshTransport::readPiece(QByteArray &into)
{
    const qsizetype filled = into.size();
    into.resize(filled + receiveWindowBytes);
    const int got = readPiece(into.data() + filled);
    into.resize(filled + std::max(got, 0));
    return got;
}

int SshTransport::readPiece(char *into)
{
    if (m_readSinceGrown < receiveWindowBytes / 4)
        return ssh_channel_read_nonblocking(m_channel, into, uint32_t(receiveWindowBytes), 0);
    m_readSinceGrown = 0;
    const int got = ssh_channel_read_timeout(m_channel, into, uint32_t(receiveWindowBytes), 0, 0);
    return got == SSH_AGAIN ? 0 : got;
}

Result<qsizetype> SshTransport::read(QByteArray &into)
{
    qsizetype total = 0;
    while (total < enoughAtOnce) {
        const quint64 before = m_counter.in_bytes;
        const int got = readPiece(into);
        if (got > 0) {
            total += got;
            m_readSinceGrown += got;
            continue;
        }
        if (total > 0)
            break; // a failure shows again next time
        if (got == SSH_ERROR)
            return tl::make_unexpected(connectionLostError(m_host, sshError().detail));
        if (got == SSH_EOF || !isConnected() || ssh_channel_is_eof(m_channel) || ssh_channel_is_closed(m_channel))
            return tl::make_unexpected(connectionLostError(m_host, u"the server closed the connection"_s));
        // libssh takes 4 KiB at a time from the wire, so that most of its turns bring no whole packet.
        if (m_counter.in_bytes == before)
            break;
    }
    return total;
}

Result<qsizetype> SshTransport::write(QByteArrayView bytes)
{
    // What libssh could not send yet it keeps without limit, so nothing is added until that is gone.
    if (bytes.isEmpty() || (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0)
        return 0;
    const auto room = qsizetype(ssh_channel_window_size(m_channel));
    const qsizetype count = std::min({bytes.size(), room, qsizetype(256 * 1024)});
    if (count == 0)
        return 0;
    const int written = ssh_channel_write(m_channel, bytes.data(), uint32_t(count));
    if (written < 0)
        return tl::make_unexpected(connectionLostError(m_host, sshError().detail));
    return written;
}

bool SshTransport::canWrite() const
{
    return (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) == 0 && ssh_channel_window_size(m_channel) > 0;
}

void SshTransport::wait(std::chrono::milliseconds timeout)
{
    const bool hasOutput = (ssh_get_poll_flags(m_session.get()) & SSH_WRITE_PENDING) != 0;
    m_waiter.wait(m_socket, hasOutput, timeout);
}

bool SshTransport::hasInput() const
{
    return waitForSocket(m_socket, true, false, std::chrono::milliseconds(0)).readable;
}

void SshTransport::close()
{
    m_channel = nullptr;
    m_session.reset();
}

void SshTransport::sendKeepAlive()
{
    // The first call after an answer only takes note of that answer; the second one then sends.
    ssh_send_keepalive(m_session.get());
    ssh_send_keepalive(m_session.get());
}

bool SshTransport::isConnected() const
{
    return m_session && ssh_is_connected(m_session.get()) != 0;
}

} // namespace navette::sftp
