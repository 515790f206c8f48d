// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"
#include "sftp/protocol/client.h"
#include "sftp/protocol/encoder.h"

#include <QtEndian>

#include <algorithm>
#include <functional>
#include <vector>

namespace navette::sftp
{

inline WirePath wire(const QByteArray &path)
{
    return {RemotePath(path), path};
}

/// A server made of bytes: hands every request to the test, which answers with whatever it likes, whenever it likes.
class ScriptedServer final
{
public:
    struct Request {
        PacketType type = PacketType::Init;
        quint32 id = 0;
        QByteArray text;    ///< path or handle
        quint64 offset = 0; ///< of Read and Write
        QByteArray bytes;   ///< of Write
        quint32 number = 0; ///< length of a Read, flags of an Open
    };

    Client client;
    std::function<void(const Request &)> answer; ///< called for every request
    std::function<void()> whenIdle;              ///< called when nothing new was asked: time for held answers
    std::vector<Request> seen;
    qsizetype window = 1024 * 1024;

    explicit ScriptedServer(const QByteArrayList &extensions = {})
    {
        client.sayHello();
        client.consumeOutput(client.output().size());
        QByteArray hello;
        {
            PacketWriter writer(hello, PacketType::Version);
            writer.u32(3);
            for (const QByteArray &name : extensions)
                writer.string(name).string("1");
        }
        if (!client.receive(hello))
            qFatal("the version was refused");
    }

    void status(quint32 id, quint32 code, QByteArrayView text = {})
    {
        PacketWriter(m_replies, PacketType::Status, id).u32(code).string(text).string("");
    }
    void handle(quint32 id, QByteArrayView name) { PacketWriter(m_replies, PacketType::Handle, id).string(name); }
    void data(quint32 id, QByteArrayView bytes) { PacketWriter(m_replies, PacketType::Data, id).string(bytes); }
    void attributes(quint32 id, quint64 size, quint32 permissions = 0100644, quint32 modifiedSecs = 1'700'000'000)
    {
        PacketWriter(m_replies, PacketType::Attributes, id)
            .u32(0x0D)
            .u64(size)
            .u32(permissions)
            .u32(modifiedSecs) // when it was read
            .u32(modifiedSecs);
    }
    void extended(quint32 id, QByteArrayView body)
    {
        const PacketWriter writer(m_replies, PacketType::ExtendedReply, id);
        m_replies += body;
    }
    void names(quint32 id, const QList<QByteArray> &list)
    {
        PacketWriter writer(m_replies, PacketType::Name, id);
        writer.u32(quint32(list.size()));
        for (const QByteArray &name : list)
            writer.string(name).string("-rw-r--r-- 1 a a 1 Jan 1 00:00 " + name).u32(0);
    }
    void raw(const QByteArray &bytes) { m_replies += bytes; }
    /// Answers like an honest server with one file, and reads at most `most` bytes at once.
    void serveFile(const Request &request, const QByteArray &content, qsizetype most = 1 << 20)
    {
        if (request.type == PacketType::Open)
            handle(request.id, "h");
        else if (request.type == PacketType::FStat)
            attributes(request.id, quint64(content.size()));
        else if (request.type == PacketType::Read && request.offset >= quint64(content.size()))
            status(request.id, status::endOfFile);
        else if (request.type == PacketType::Read)
            data(request.id, content.mid(qsizetype(request.offset), std::min<qsizetype>(request.number, most)));
        else
            status(request.id, status::ok);
    }

    /// Runs the operation to its end; false if it hangs. A protocol error abandons it as the session would.
    bool serve(const std::shared_ptr<Operation> &operation)
    {
        operation->start(client);
        for (int idle = 0; !operation->isOver() && idle < 3;) {
            operation->pump(client, window);
            const bool asked = takeRequests();
            if (!asked && whenIdle)
                whenIdle();
            const bool answered = giveReplies(operation);
            idle = asked || answered || operation->isBusy() ? 0 : idle + 1;
        }
        takeRequests(); // what it still had to say, such as a close
        return operation->isOver();
    }

    [[nodiscard]] int count(PacketType type) const
    {
        return int(std::count_if(seen.begin(), seen.end(), [type](const Request &r) { return r.type == type; }));
    }

private:
    bool takeRequests()
    {
        m_requests.append(client.output());
        client.consumeOutput(client.output().size());
        bool any = false;
        while (m_requests.size() >= 4) {
            const auto length = qsizetype(qFromBigEndian<quint32>(m_requests.constData()));
            if (m_requests.size() < 4 + length)
                break;
            const QByteArray packet = m_requests.mid(4, length);
            m_requests.remove(0, 4 + length);
            seen.push_back(parse(packet));
            any = true;
            if (answer)
                answer(seen.back());
        }
        return any;
    }

    static Request parse(const QByteArray &packet)
    {
        qsizetype at = 5;
        const auto u32 = [&] { return at += 4, qFromBigEndian<quint32>(packet.constData() + at - 4); };
        Request request{
            static_cast<PacketType>(uchar(packet[0])), qFromBigEndian<quint32>(packet.constData() + 1), {}, 0, {}, 0};
        const quint32 length = u32();
        request.text = packet.mid(at, length);
        at += length;
        if (request.type == PacketType::Read || request.type == PacketType::Write) {
            request.offset = qFromBigEndian<quint64>(packet.constData() + at);
            at += 8;
        }
        if (request.type == PacketType::Read || request.type == PacketType::Open || request.type == PacketType::Write)
            request.number = u32();
        if (request.type == PacketType::Write)
            request.bytes = packet.mid(at);
        return request;
    }

    bool giveReplies(const std::shared_ptr<Operation> &operation)
    {
        if (m_replies.isEmpty())
            return false;
        const QByteArray replies = std::exchange(m_replies, {});
        if (const auto taken = client.receive(replies); !taken)
            operation->abandon(taken.error());
        return true;
    }

    QByteArray m_requests;
    QByteArray m_replies;
};

} // namespace navette::sftp
