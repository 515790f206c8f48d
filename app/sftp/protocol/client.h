// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/protocol/decoder.h"

#include <functional>
#include <map>
#include <optional>

namespace navette::sftp
{

/// The client's side of an SFTP session over bytes: what goes out is gathered in output(), what comes in is given to
/// receive(). Any number of requests may be in flight and their answers may come in any order.
class Client final
{
public:
    /// Runs once, inside receive(), with the answer to one request; it may send more requests.
    using Handler = std::function<void(const Reply &)>;

    /// Says hello. Other requests may follow after isReady().
    void sayHello();
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool hasExtension(const QByteArray &name) const { return m_extensions.contains(name); }

    void open(QByteArrayView path, quint32 flags, Handler handler);
    void close(QByteArrayView handle, Handler handler = {});
    void read(QByteArrayView handle, quint64 offset, quint32 length, Handler handler);
    void write(QByteArrayView handle, quint64 offset, QByteArrayView bytes, Handler handler);
    void fileStat(QByteArrayView handle, Handler handler);
    void linkStat(QByteArrayView path, Handler handler);
    void stat(QByteArrayView path, Handler handler);
    void openDirectory(QByteArrayView path, Handler handler);
    void readDirectory(QByteArrayView handle, Handler handler);
    void remove(QByteArrayView path, Handler handler);
    void makeDirectory(QByteArrayView path, Handler handler);
    void removeDirectory(QByteArrayView path, Handler handler);
    void rename(QByteArrayView from, QByteArrayView to, Handler handler);
    /// "check-file-handle" with SHA-256 over the whole file, where the server has "check-file"; decodeCheckFile() reads
    /// the answer.
    void checkFile(QByteArrayView handle, Handler handler);
    /// limits@openssh.com, where the server has it; the answer changes readBytes() and writeBytes().
    void askLimits();

    /// Takes bytes from the server, in whatever pieces. Errors: Protocol; the session is then over.
    [[nodiscard]] Result<void> receive(QByteArrayView bytes);

    [[nodiscard]] QByteArrayView output() const { return QByteArrayView(m_output).sliced(m_outputSent); }
    void consumeOutput(qsizetype bytes);
    /// Whether more data may be queued: what is not sent yet can no longer be taken back by a cancel.
    [[nodiscard]] bool hasRoom() const { return m_output.size() - m_outputSent < maxQueuedBytes; }
    [[nodiscard]] qsizetype requestsInFlight() const { return qsizetype(m_pending.size()); }
    /// The number of the request that waits longest.
    [[nodiscard]] std::optional<quint32> oldestRequest() const
    {
        return m_pending.empty() ? std::nullopt : std::optional(m_pending.begin()->first);
    }
    /// Bytes of all writes that the server has confirmed so far.
    [[nodiscard]] quint64 confirmedBytes() const { return m_confirmedBytes; }
    /// Largest read and write the server takes, clamped to what is sensible.
    [[nodiscard]] quint32 readBytes() const { return m_readBytes; }
    [[nodiscard]] quint32 writeBytes() const { return m_writeBytes; }

private:
    static constexpr qsizetype maxQueuedBytes = 256 * 1024;

    struct Pending {
        PacketType answer; ///< besides Status
        Handler handler;
        quint32 written = 0; ///< bytes of a write
    };

    quint32 expect(PacketType answer, Handler handler, quint32 written = 0);
    void pathRequest(PacketType type, PacketType answer, QByteArrayView path, Handler handler);
    Result<void> dispatch(const Reply &reply);
    Result<void> takeVersion(const Reply &reply);

    bool m_ready = false;
    QList<QByteArray> m_extensions;
    PacketBuffer m_input;
    QByteArray m_output;
    qsizetype m_outputSent = 0;
    std::map<quint32, Pending> m_pending; ///< by number, which grows
    quint32 m_nextId = 1;
    quint64 m_confirmedBytes = 0;
    // 32 KiB is what every server takes (draft section 3).
    quint32 m_readBytes = 32 * 1024;
    quint32 m_writeBytes = 32 * 1024;
};

} // namespace navette::sftp
