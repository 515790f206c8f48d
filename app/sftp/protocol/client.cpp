// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/protocol/client.h"

#include "sftp/protocol/encoder.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr quint32 protocolVersion = 3;

constexpr quint64 leastChunk = 4 * 1024; ///< less would crawl
// What comes larger than SSH's packets is put together at the price of a copy.
constexpr quint64 mostRead = 32 * 1024;
// The server's work for a write is halved; more gains nothing.
constexpr quint64 mostWritten = 64 * 1024;

quint32 clampedChunk(quint64 limit, quint64 most, quint32 usual)
{
    return limit == 0 ? usual : static_cast<quint32>(std::clamp(limit, leastChunk, most));
}

} // namespace

void Client::sayHello()
{
    PacketWriter(m_output, PacketType::Init).u32(protocolVersion);
}

quint32 Client::expect(PacketType answer, Handler handler, quint32 written)
{
    // After four billion requests the numbers begin again; one still in flight by then is stepped over.
    while (m_pending.contains(m_nextId))
        ++m_nextId;
    m_pending.emplace(m_nextId, Pending{answer, std::move(handler), written});
    return m_nextId++;
}

void Client::pathRequest(PacketType type, PacketType answer, QByteArrayView path, Handler handler)
{
    PacketWriter(m_output, type, expect(answer, std::move(handler))).string(path);
}

void Client::open(QByteArrayView path, quint32 flags, Handler handler)
{
    PacketWriter(m_output, PacketType::Open, expect(PacketType::Handle, std::move(handler)))
        .string(path)
        .u32(flags)
        .noAttributes();
}

void Client::close(QByteArrayView handle, Handler handler)
{
    pathRequest(PacketType::Close, PacketType::Status, handle, std::move(handler));
}

void Client::read(QByteArrayView handle, quint64 offset, quint32 length, Handler handler)
{
    PacketWriter(m_output, PacketType::Read, expect(PacketType::Data, std::move(handler)))
        .string(handle)
        .u64(offset)
        .u32(length);
}

void Client::write(QByteArrayView handle, quint64 offset, QByteArrayView bytes, Handler handler)
{
    PacketWriter(m_output, PacketType::Write, expect(PacketType::Status, std::move(handler), quint32(bytes.size())))
        .string(handle)
        .u64(offset)
        .string(bytes);
}

void Client::fileStat(QByteArrayView handle, Handler handler)
{
    pathRequest(PacketType::FStat, PacketType::Attributes, handle, std::move(handler));
}

void Client::linkStat(QByteArrayView path, Handler handler)
{
    pathRequest(PacketType::LStat, PacketType::Attributes, path, std::move(handler));
}

void Client::stat(QByteArrayView path, Handler handler)
{
    pathRequest(PacketType::Stat, PacketType::Attributes, path, std::move(handler));
}

void Client::openDirectory(QByteArrayView path, Handler handler)
{
    pathRequest(PacketType::OpenDir, PacketType::Handle, path, std::move(handler));
}

void Client::readDirectory(QByteArrayView handle, Handler handler)
{
    pathRequest(PacketType::ReadDir, PacketType::Name, handle, std::move(handler));
}

void Client::remove(QByteArrayView path, Handler handler)
{
    pathRequest(PacketType::Remove, PacketType::Status, path, std::move(handler));
}

void Client::makeDirectory(QByteArrayView path, Handler handler)
{
    PacketWriter(m_output, PacketType::MakeDir, expect(PacketType::Status, std::move(handler)))
        .string(path)
        .noAttributes();
}

void Client::removeDirectory(QByteArrayView path, Handler handler)
{
    pathRequest(PacketType::RemoveDir, PacketType::Status, path, std::move(handler));
}

void Client::rename(QByteArrayView from, QByteArrayView to, Handler handler)
{
    PacketWriter(m_output, PacketType::Rename, expect(PacketType::Status, std::move(handler))).string(from).string(to);
}

void Client::checkFile(QByteArrayView handle, Handler handler)
{
    PacketWriter(m_output, PacketType::Extended, expect(PacketType::ExtendedReply, std::move(handler)))
        .string("check-file-handle")
        .string(handle)
        .string("sha256")
        .u64(0)  // from the start
        .u64(0)  // to the end
        .u32(0); // in one
}

void Client::askLimits()
{
    const auto take = [this](const Reply &reply) {
        const auto limits = reply.type == PacketType::ExtendedReply ? decodeLimits(reply.bytes) : std::nullopt;
        if (!limits)
            return;
        m_readBytes = clampedChunk(limits->readBytes, mostRead, m_readBytes);
        m_writeBytes = clampedChunk(limits->writeBytes, mostWritten, m_writeBytes);
    };
    pathRequest(PacketType::Extended, PacketType::ExtendedReply, "limits@openssh.com", take);
}

void Client::consumeOutput(qsizetype bytes)
{
    m_outputSent += bytes;
    if (m_outputSent == m_output.size()) {
        m_output.resize(0);
        m_outputSent = 0;
    } else if (m_outputSent > maxQueuedBytes) {
        m_output.remove(0, m_outputSent);
        m_outputSent = 0;
    }
}

Result<void> Client::receive(QByteArrayView bytes)
{
    while (true) {
        const auto packet = m_input.next(bytes);
        if (!packet)
            return tl::make_unexpected(packet.error());
        if (!*packet)
            return {};
        const auto reply = decodeReply(**packet);
        if (!reply)
            return tl::make_unexpected(reply.error());
        if (auto taken = m_ready ? dispatch(*reply) : takeVersion(*reply); !taken)
            return taken;
    }
}

Result<void> Client::takeVersion(const Reply &reply)
{
    // A Version packet has the version where others have the request's id.
    if (reply.type != PacketType::Version)
        return tl::make_unexpected(protocolError(u"no version but type %1"_s.arg(int(reply.type))));
    if (reply.id != protocolVersion)
        return tl::make_unexpected(protocolError(u"SFTP version %1"_s.arg(reply.id)));
    const auto extensions = decodeExtensions(reply.bytes);
    if (!extensions)
        return tl::make_unexpected(extensions.error());
    m_extensions = *extensions;
    m_ready = true;
    return {};
}

Result<void> Client::dispatch(const Reply &reply)
{
    const auto found = m_pending.find(reply.id);
    if (found == m_pending.end() || reply.type == PacketType::Version)
        return tl::make_unexpected(protocolError(u"answer to unknown request %1"_s.arg(reply.id)));
    const PacketType expected = found->second.answer;
    // A success without what was asked for is no answer either.
    if (reply.type != expected && (reply.type != PacketType::Status || reply.status == status::ok))
        return tl::make_unexpected(
            protocolError(u"answer of type %1 instead of %2"_s.arg(int(reply.type)).arg(int(expected))));
    if (reply.isStatus(status::ok))
        m_confirmedBytes += found->second.written;
    const Handler handler = std::move(found->second.handler);
    m_pending.erase(found);
    if (handler)
        handler(reply);
    return {};
}

} // namespace navette::sftp
