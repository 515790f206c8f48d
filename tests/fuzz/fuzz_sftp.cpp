// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sftp/scriptedserver.h"
#include "fuzzinput.h"
#include "sftp/operations/download.h"
#include "sftp/operations/listing.h"
#include "sftp/operations/simple.h"
#include "sftp/operations/upload.h"

#include <QDir>
#include <QTemporaryDir>

using namespace navette;
using namespace navette::sftp;
using Request = ScriptedServer::Request;

namespace
{

constexpr qsizetype sourceBytes = 150'000;

QByteArray sourceContent()
{
    QByteArray content(sourceBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < sourceBytes; ++i)
        content[i] = char(i * 31 + i / 251);
    return content;
}

/// The files here: one to send, and a folder to fetch into, which is empty before each input.
class Desk
{
public:
    Desk()
    {
        QFile source(m_dir.filePath(QStringLiteral("source")));
        FUZZ_REQUIRE(source.open(QIODevice::WriteOnly) && source.write(sourceContent()) == sourceBytes);
        FUZZ_REQUIRE(QDir(m_dir.path()).mkdir(QStringLiteral("into")));
    }
    [[nodiscard]] LocalPath source() const { return toLocalPath(m_dir.filePath(QStringLiteral("source"))); }
    [[nodiscard]] LocalPath target() const { return toLocalPath(into().filePath(QStringLiteral("a"))); }
    [[nodiscard]] QDir into() const { return QDir(m_dir.filePath(QStringLiteral("into"))); }
    [[nodiscard]] QStringList fetched() const { return into().entryList(QDir::Files | QDir::Hidden); }
    void clear() const
    {
        QDir folder = into();
        for (const QString &name : fetched())
            FUZZ_REQUIRE(folder.remove(name));
    }

private:
    QTemporaryDir m_dir;
};

QByteArray someBytes(FuzzedDataProvider &provider, size_t most)
{
    // Long answers from little input: a few bytes, over and over.
    const std::string bytes = provider.ConsumeRandomLengthString(30);
    QByteArray result(bytes.data(), qsizetype(bytes.size()));
    if (!result.isEmpty() && provider.ConsumeBool())
        result = result.repeated(qsizetype(provider.ConsumeIntegralInRange<size_t>(1, most) / bytes.size() + 1));
    return result;
}

/// One of the files that an honest server would have, and lies about it as the input says.
class LyingServer
{
public:
    LyingServer(ScriptedServer &server, FuzzedDataProvider &provider) : m_server(server), m_provider(provider) {}

    void answer(const Request &request)
    {
        if (m_provider.remaining_bytes() == 0)
            return m_server.status(request.id, status::failure); // so that it comes to an end
        switch (m_provider.ConsumeIntegralInRange(0, 9)) {
        case 0:
            m_held.push_back(request);
            break;
        case 1:
            m_server.status(request.id, m_provider.ConsumeIntegralInRange<quint32>(0, 31), someBytes(m_provider, 600));
            break;
        case 2:
            m_server.handle(request.id, someBytes(m_provider, 300));
            break;
        case 3:
            m_server.data(request.id, someBytes(m_provider, 70'000));
            break;
        case 4:
            m_server.attributes(request.id, m_provider.ConsumeIntegral<quint64>(),
                                m_provider.ConsumeIntegral<quint32>(), m_provider.ConsumeIntegral<quint32>());
            break;
        case 5:
            m_server.names(request.id,
                           QList<QByteArray>(m_provider.ConsumeIntegralInRange(0, 50), someBytes(m_provider, 5000)));
            break;
        case 6:
            m_server.raw(someBytes(m_provider, 1000));
            break;
        default:
            honestly(request);
        }
    }
    void answerHeld()
    {
        while (!m_held.empty()) {
            const size_t i = m_provider.ConsumeIntegralInRange<size_t>(0, m_held.size() - 1);
            honestly(m_held[i]);
            m_held.erase(m_held.begin() + std::ptrdiff_t(i));
        }
    }

private:
    void honestly(const Request &request)
    {
        static const QByteArray content = sourceContent();
        switch (request.type) {
        case PacketType::Open:
        case PacketType::OpenDir:
            return m_server.handle(request.id, "h");
        case PacketType::FStat:
        case PacketType::LStat:
            return m_server.attributes(request.id, quint64(sourceBytes));
        case PacketType::Read:
            if (request.offset >= quint64(sourceBytes))
                return m_server.status(request.id, status::endOfFile);
            return m_server.data(request.id, content.mid(qsizetype(request.offset), request.number));
        case PacketType::ReadDir:
            if (m_listed++ > 5)
                return m_server.status(request.id, status::endOfFile);
            return m_server.names(request.id, {"a.csv", "b.csv"});
        default:
            return m_server.status(request.id, status::ok);
        }
    }

    ScriptedServer &m_server;
    FuzzedDataProvider &m_provider;
    std::vector<Request> m_held;
    int m_listed = 0;
};

// Whatever the answers, the operation ends, with exactly one result.
template<typename T>
Result<T> serve(FuzzedDataProvider &provider, const std::shared_ptr<PromisedOperation<T>> &operation)
{
    ScriptedServer server;
    server.window = provider.ConsumeIntegralInRange<qsizetype>(1, 300'000);
    LyingServer liar(server, provider);
    server.answer = [&liar](const Request &request) { liar.answer(request); };
    server.whenIdle = [&liar] { liar.answerHeld(); };
    auto future = operation->future();
    if (!server.serve(operation)) // left without an answer, as by a server that fell silent
        operation->abandon({ErrorKind::Timeout, QStringLiteral("silence"), {}});
    FUZZ_REQUIRE(operation->isOver() && future.isFinished() && future.resultCount() == 1);
    Result<T> result = future.takeResult();
    FUZZ_REQUIRE(result || !result.error().message.isEmpty());
    return result;
}

void fetch(FuzzedDataProvider &provider, const Desk &desk)
{
    const WirePath source{RemotePath("a"), "a"};
    const bool keep = provider.ConsumeBool();
    const TransferOptions options{.unfinished = keep ? Unfinished::KeepIfBroken : Unfinished::Discard, .hash = true};
    const auto got = serve<TransferSummary>(provider, std::make_shared<Download>(source, desk.target(), options));
    const QStringList files = desk.fetched();
    if (got) {
        QFile file(desk.target());
        FUZZ_REQUIRE(files == QStringList{QStringLiteral("a")} && file.size() == got->bytes);
        Sha256 hash;
        FUZZ_REQUIRE(file.open(QIODevice::ReadOnly) && hash.addData(file) && hash.result() == got->sha256);
    } else {
        FUZZ_REQUIRE(files.isEmpty() || (keep && files.size() == 1 && files[0].endsWith(QLatin1String(".part"))));
    }
}

void send(FuzzedDataProvider &provider, const Desk &desk)
{
    const auto start = provider.ConsumeBool() ? UploadStart::GoOn : UploadStart::New;
    const TransferOptions options{.unfinished = provider.PickValueInArray({Unfinished::Discard, Unfinished::Keep}),
                                  .hash = true};
    const WirePath target{RemotePath("in/.part"), "in/.part"};
    const auto sent = serve<TransferSummary>(provider, std::make_shared<Upload>(desk.source(), target, options, start));
    FUZZ_REQUIRE(!sent || sent->bytes == sourceBytes);
    FUZZ_REQUIRE(desk.fetched().isEmpty());
}

void list(FuzzedDataProvider &provider)
{
    const WirePath directory{RemotePath("in"), "in"};
    const auto listing = serve<RemoteListing>(provider, std::make_shared<Listing>(directory));
    if (listing) {
        for (const RemoteEntry &entry : listing->entries)
            FUZZ_REQUIRE(entry.name != "." && entry.name != ".." && entry.size >= -1);
    }
}

// The bytes as they are, in whatever pieces: the same is made of them.
void receive(FuzzedDataProvider &provider)
{
    const auto piece = provider.ConsumeIntegralInRange<qsizetype>(1, 100);
    const QByteArray bytes = fuzz::remainingBytes(provider);
    const auto outcome = [&bytes](qsizetype most) {
        Client client;
        client.sayHello();
        QByteArray hello;
        PacketWriter(hello, PacketType::Version).u32(3);
        FUZZ_REQUIRE(client.receive(hello).has_value());
        QByteArray seen;
        const auto note = [&seen](const Reply &reply) {
            seen += char(reply.type) + QByteArray::number(reply.id) + reply.bytes.toByteArray();
            for (const NameEntry &name : reply.names)
                seen += QByteArrayView(name.name).toByteArray() + '\n';
        };
        for (int i = 0; i < 3; ++i) {
            client.readDirectory("h", note);
            client.linkStat("p", note);
            client.read("h", 0, 100, note);
            client.open("p", openflag::read, note);
            client.close("h", note);
        }
        client.askLimits();
        for (QByteArrayView left = bytes; !left.isEmpty();) {
            const QByteArrayView now = left.first(std::min(most, left.size()));
            if (!client.receive(now))
                return seen + "!";
            left = left.sliced(now.size());
        }
        FUZZ_REQUIRE(client.readBytes() >= 4096 && client.writeBytes() >= 4096);
        return seen;
    };
    FUZZ_REQUIRE(outcome(piece) == outcome(std::max<qsizetype>(bytes.size(), 1)));
}

} // namespace

// What a server sends, as bytes and as answers that may be lies: every operation ends with one result, and what it says
// is so.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Desk desk;
    desk.clear();
    FuzzedDataProvider provider(data, size);
    switch (provider.ConsumeIntegralInRange(0, 3)) {
    case 0:
        receive(provider);
        break;
    case 1:
        list(provider);
        break;
    case 2:
        fetch(provider, desk);
        break;
    default:
        send(provider, desk);
    }
    return 0;
}
