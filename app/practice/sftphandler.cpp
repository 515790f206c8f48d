// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sftphandler.h"

#include <QDateTime>
#include <QLocale>
#include <QtEndian>

namespace navette::practice
{

namespace fs = std::filesystem;

namespace
{

constexpr quint32 maxPacketBytes = 512 * 1024; // OpenSSH stops at 256 KiB; ours is generous
constexpr quint32 maxReadBytes = 255 * 1024;   // what OpenSSH's server answers at most
constexpr quint64 maxFileBytes = quint64(4) << 30;
constexpr size_t maxHandles = 256;
constexpr size_t entriesPerAnswer = 100;
constexpr quint32 owner = 1000;

constexpr quint32 typeDirectory = 0040000;
constexpr quint32 typeFile = 0100000;
constexpr quint32 typeLink = 0120000;

QByteArray status(quint32 id, StatusCode code, QByteArrayView text)
{
    return PacketWriter(Packet::Status, id).number(static_cast<quint32>(code)).string(text).string("en").finish();
}

QByteArray done(quint32 id)
{
    return status(id, StatusCode::Ok, "Success");
}
QByteArray noSuchFile(quint32 id)
{
    return status(id, StatusCode::NoSuchFile, "No such file");
}
QByteArray denied(quint32 id)
{
    return status(id, StatusCode::PermissionDenied, "Permission denied");
}
QByteArray failure(quint32 id, QByteArrayView why)
{
    return status(id, StatusCode::Failure, why);
}

qint64 modifiedSecs(const LocalPath &path)
{
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error)
        return 0;
    // The file clock's epoch differs per system; the distance to now does not.
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(fs::file_time_type::clock::now() - time);
    return (QDateTime::currentMSecsSinceEpoch() - age.count()) / 1000;
}

/// Nothing where there is no such name.
std::optional<Attributes> attributesOf(const PlatformTree &tree, const Place &place)
{
    std::error_code error;
    const fs::file_status is = fs::symlink_status(place.local, error);
    if (!fs::exists(is))
        return std::nullopt;
    Attributes result;
    result.flags = HasSize | HasOwner | HasPermissions | HasTimes;
    result.owner = result.group = owner;
    result.accessed = result.modified = static_cast<quint32>(modifiedSecs(place.local));
    if (fs::is_directory(is)) {
        result.permissions = typeDirectory | (tree.isWritable(place.path) ? 0755u : 0555u);
    } else if (fs::is_regular_file(is)) {
        result.size = fs::file_size(place.local, error);
        result.permissions = typeFile | (tree.isWritable(place.parent()) ? 0644u : 0444u);
    } else {
        result.accessed = result.modified = 0; // of the link's target: not ours to tell
        result.permissions = typeLink | 0777u;
    }
    return result;
}

QByteArray longName(const QByteArray &name, const Attributes &attributes)
{
    static constexpr char letters[] = "rwxrwxrwx";
    const quint32 type = attributes.permissions & 0170000u;
    QByteArray line(1, type == typeDirectory ? 'd' : type == typeLink ? 'l' : '-');
    for (quint32 bit = 0; bit < 9; ++bit)
        line += attributes.permissions & (0400u >> bit) ? letters[bit] : '-';
    const QDateTime time = QDateTime::fromSecsSinceEpoch(attributes.modified, Qt::UTC);
    return line + "    1 practice practice " + QByteArray::number(attributes.size).rightJustified(10) + ' ' +
           QLocale::c().toString(time, QStringLiteral("MMM dd yyyy")).toUtf8() + ' ' + name;
}

QByteArray nameEntry(const QByteArray &name, const Attributes &attributes)
{
    // The same fields stand in a packet; its length, type and id are cut off.
    return PacketWriter(Packet::Name, 0)
        .string(name)
        .string(longName(name, attributes))
        .attributes(attributes)
        .finish()
        .mid(9);
}

QIODevice::OpenMode openMode(quint32 flags)
{
    QIODevice::OpenMode mode = QIODevice::Unbuffered | QIODevice::ReadOnly;
    if (!(flags & OpenWrite))
        return mode | QIODevice::ExistingOnly;
    mode |= QIODevice::WriteOnly; // read and write: QFile would truncate otherwise
    if (flags & OpenTruncate)
        mode |= QIODevice::Truncate;
    if (!(flags & OpenCreate))
        mode |= QIODevice::ExistingOnly;
    else if (flags & OpenExclusive)
        mode |= QIODevice::NewOnly;
    return mode;
}

} // namespace

SftpHandler::~SftpHandler()
{
    for (auto &[handle, file] : m_files)
        release(file);
}

bool SftpHandler::process(QByteArray &incoming, QByteArray &answers, qsizetype enough)
{
    qsizetype position = 0;
    while (answers.size() < enough && incoming.size() - position >= 4) {
        const quint32 length = qFromBigEndian<quint32>(incoming.constData() + position);
        if (length == 0 || length > maxPacketBytes)
            return false;
        if (incoming.size() - position - 4 < static_cast<qsizetype>(length))
            break;
        const QByteArray reply = answer(QByteArrayView(incoming).sliced(position + 4, static_cast<qsizetype>(length)));
        if (reply.isEmpty())
            return false;
        answers += reply;
        position += 4 + static_cast<qsizetype>(length);
    }
    incoming.remove(0, position);
    return true;
}

QByteArray SftpHandler::answer(QByteArrayView packet)
{
    PacketReader reader(packet);
    const auto type = static_cast<Packet>(reader.byte());
    if (type == Packet::Init) {
        reader.number();
        if (!reader.ok() || m_greeted)
            return {};
        m_greeted = true;
        return PacketWriter(Packet::Version, 3).finish(); // version 3, no extensions
    }
    const quint32 id = reader.number();
    if (!reader.ok() || !m_greeted)
        return {};

    QByteArray reply;
    if (type == Packet::Read) {
        reply = read(id, reader);
    } else if (type == Packet::Write) {
        reply = write(id, reader);
    } else if (type == Packet::Close || type == Packet::Readdir || type == Packet::Fstat || type == Packet::Fsetstat) {
        const QByteArray handle = reader.string();
        if (reader.ok()) {
            reply = type == Packet::Close      ? close(id, handle)
                    : type == Packet::Readdir  ? readDirectory(id, handle)
                    : type == Packet::Fstat    ? fstat(id, handle)
                    : m_files.contains(handle) ? done(id) // times and rights are the platform's matter
                                               : failure(id, "No such handle");
        }
    } else {
        reply = answerPath(type, id, reader);
    }
    return reply.isEmpty() ? status(id, StatusCode::BadMessage, "Bad message") : reply;
}

QByteArray SftpHandler::answerPath(Packet type, quint32 id, PacketReader &reader)
{
    if (type < Packet::Open || type > Packet::Symlink)
        return status(id, StatusCode::OpUnsupported, "Operation unsupported");
    const QByteArray path = reader.string();
    if (!reader.ok())
        return {};
    if (type == Packet::Open) {
        const quint32 flags = reader.number();
        reader.attributes();
        return reader.ok() ? open(id, path, flags) : QByteArray();
    }
    if (type == Packet::Rename) {
        const QByteArray target = reader.string();
        return reader.ok() ? rename(id, path, target) : QByteArray();
    }
    if (type == Packet::Symlink || type == Packet::Readlink)
        return denied(id); // the platform has no links

    const std::optional<Place> place = m_tree.resolve(path);
    if (!place)
        return noSuchFile(id);
    if (type == Packet::Realpath) {
        const QByteArray absolute = '/' + place->path;
        return PacketWriter(Packet::Name, id).number(1).string(absolute).string(absolute).attributes({}).finish();
    }
    if (m_tree.leadsAstray(*place))
        return denied(id);
    if (type == Packet::Lstat || type == Packet::Stat)
        return stat(id, *place, type == Packet::Stat);
    if (type == Packet::Setstat) {
        const Attributes wanted = reader.attributes();
        return reader.ok() ? setstat(id, *place, wanted) : QByteArray();
    }
    if (type == Packet::Opendir)
        return openDirectory(id, *place);
    if (type == Packet::Remove)
        return remove(id, *place);
    if (type == Packet::Mkdir)
        return makeDirectory(id, *place);
    if (type == Packet::Rmdir)
        return removeDirectory(id, *place);
    return status(id, StatusCode::OpUnsupported, "Operation unsupported");
}

QByteArray SftpHandler::open(quint32 id, const QByteArray &path, quint32 flags)
{
    const std::optional<Place> place = m_tree.resolve(path);
    if (!place)
        return noSuchFile(id);
    if (m_tree.leadsAstray(*place))
        return denied(id);
    if (m_files.size() + m_directories.size() >= maxHandles)
        return failure(id, "Too many open files");

    const auto lock = m_tree.lock();
    std::error_code error;
    const fs::file_status is = fs::symlink_status(place->local, error);
    const bool writing = flags & OpenWrite;
    if (fs::exists(is)) {
        if (fs::is_directory(is))
            return failure(id, "Is a directory");
        if (!fs::is_regular_file(is))
            return denied(id);
        if ((flags & OpenCreate) && (flags & OpenExclusive))
            return failure(id, "File exists");
    } else if (!(writing && (flags & OpenCreate)) || !fs::is_directory(m_tree.local(place->parent()), error)) {
        return noSuchFile(id);
    }
    if (writing && !m_tree.isWritable(place->parent()))
        return denied(id);

    OpenFile opened{std::make_unique<QFile>(place->local), place->path, (flags & OpenRead) || !writing, writing,
                    (flags & OpenAppend) != 0};
    if (!opened.file->open(openMode(flags)))
        return failure(id, "Cannot open");
    if (writing)
        m_tree.beginWriting(place->path);
    const QByteArray handle = newHandle();
    m_files.emplace(handle, std::move(opened));
    return PacketWriter(Packet::Handle, id).string(handle).finish();
}

QByteArray SftpHandler::close(quint32 id, const QByteArray &handle)
{
    if (m_directories.erase(handle) > 0)
        return done(id);
    const auto found = m_files.find(handle);
    if (found == m_files.end())
        return failure(id, "No such handle");
    release(found->second);
    m_files.erase(found);
    return done(id);
}

QByteArray SftpHandler::read(quint32 id, PacketReader &reader)
{
    const auto found = m_files.find(reader.string());
    const quint64 offset = reader.bigNumber();
    const quint32 length = std::min(reader.number(), maxReadBytes);
    if (!reader.ok())
        return {};
    if (found == m_files.end() || !found->second.reading)
        return failure(id, "No such handle");
    QFile &file = *found->second.file;
    if (offset >= static_cast<quint64>(file.size()))
        return status(id, StatusCode::Eof, "End of file");
    if (!file.seek(static_cast<qint64>(offset)))
        return failure(id, "Cannot read");
    const QByteArray bytes = file.read(length);
    if (bytes.isEmpty() && length > 0)
        return status(id, StatusCode::Eof, "End of file");
    return PacketWriter(Packet::Data, id).string(bytes).finish();
}

QByteArray SftpHandler::write(quint32 id, PacketReader &reader)
{
    const auto found = m_files.find(reader.string());
    const quint64 offset = reader.bigNumber();
    const QByteArray bytes = reader.string();
    if (!reader.ok())
        return {};
    if (found == m_files.end() || !found->second.writing)
        return failure(id, "No such handle");
    if (offset > maxFileBytes || offset + static_cast<quint64>(bytes.size()) > maxFileBytes)
        return failure(id, "File too large");
    QFile &file = *found->second.file;
    const qint64 at = found->second.appending ? file.size() : static_cast<qint64>(offset);
    if (!file.seek(at) || file.write(bytes) != bytes.size())
        return failure(id, "Cannot write");
    return done(id);
}

QByteArray SftpHandler::stat(quint32 id, const Place &place, bool follow) const
{
    const std::optional<Attributes> attributes = attributesOf(m_tree, place);
    if (!attributes)
        return noSuchFile(id);
    if (follow && (attributes->permissions & 0170000u) == typeLink)
        return denied(id);
    return PacketWriter(Packet::Attrs, id).attributes(*attributes).finish();
}

QByteArray SftpHandler::fstat(quint32 id, const QByteArray &handle)
{
    const auto found = m_files.find(handle);
    if (found == m_files.end())
        return failure(id, "No such handle");
    const OpenFile &opened = found->second;
    Attributes attributes;
    attributes.flags = HasSize | HasOwner | HasPermissions | HasTimes;
    attributes.owner = attributes.group = owner;
    attributes.size = static_cast<quint64>(opened.file->size());
    attributes.permissions = typeFile | (m_tree.isWritable(Place{opened.path, {}}.parent()) ? 0644u : 0444u);
    attributes.modified =
        static_cast<quint32>(opened.file->fileTime(QFileDevice::FileModificationTime).toSecsSinceEpoch());
    attributes.accessed = attributes.modified;
    return PacketWriter(Packet::Attrs, id).attributes(attributes).finish();
}

QByteArray SftpHandler::setstat(quint32 id, const Place &place, const Attributes &wanted)
{
    const auto lock = m_tree.lock();
    const std::optional<Attributes> present = attributesOf(m_tree, place);
    if (!present)
        return noSuchFile(id);
    if (!m_tree.isWritable(place.parent()) || m_tree.isFixed(place.path))
        return denied(id);
    if ((wanted.flags & HasSize) && (present->permissions & 0170000u) == typeFile) {
        std::error_code error;
        if (wanted.size > maxFileBytes)
            return failure(id, "File too large");
        fs::resize_file(place.local, wanted.size, error);
        if (error)
            return failure(id, "Cannot change the size");
    }
    return done(id); // times, owner and rights are the platform's matter
}

QByteArray SftpHandler::openDirectory(quint32 id, const Place &place)
{
    if (m_files.size() + m_directories.size() >= maxHandles)
        return failure(id, "Too many open files");
    const auto lock = m_tree.lock();
    std::error_code error;
    const fs::file_status is = fs::symlink_status(place.local, error);
    if (!fs::exists(is))
        return noSuchFile(id);
    if (!fs::is_directory(is))
        return fs::is_regular_file(is) ? failure(id, "Not a directory") : denied(id);

    OpenDirectory opened;
    const Attributes own = attributesOf(m_tree, place).value_or(Attributes{});
    opened.entries.push_back(nameEntry(".", own));
    opened.entries.push_back(nameEntry("..", own));
    fs::directory_iterator it(place.local, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        const QByteArray name = fileName(it->path()).toUtf8();
        const QByteArray path = place.path.isEmpty() ? name : place.path + '/' + name;
        if (const auto attributes = attributesOf(m_tree, Place{path, it->path()}))
            opened.entries.push_back(nameEntry(name, *attributes));
    }
    if (error)
        return failure(id, "Cannot list");
    const QByteArray handle = newHandle();
    m_directories.emplace(handle, std::move(opened));
    return PacketWriter(Packet::Handle, id).string(handle).finish();
}

QByteArray SftpHandler::readDirectory(quint32 id, const QByteArray &handle)
{
    const auto found = m_directories.find(handle);
    if (found == m_directories.end())
        return failure(id, "No such handle");
    OpenDirectory &directory = found->second;
    const size_t count = std::min(entriesPerAnswer, directory.entries.size() - directory.next);
    if (count == 0)
        return status(id, StatusCode::Eof, "End of list");
    QByteArray packet = PacketWriter(Packet::Name, id).number(static_cast<quint32>(count)).finish();
    for (size_t i = 0; i < count; ++i)
        packet += directory.entries[directory.next++];
    qToBigEndian(static_cast<quint32>(packet.size() - 4), packet.data());
    return packet;
}

QByteArray SftpHandler::remove(quint32 id, const Place &place)
{
    const auto lock = m_tree.lock();
    std::error_code error;
    const fs::file_status is = fs::symlink_status(place.local, error);
    if (!fs::exists(is))
        return noSuchFile(id);
    if (!m_tree.isWritable(place.parent()))
        return denied(id);
    if (fs::is_directory(is))
        return failure(id, "Is a directory");
    fs::remove(place.local, error);
    return error ? failure(id, "Cannot remove") : done(id);
}

QByteArray SftpHandler::makeDirectory(quint32 id, const Place &place)
{
    const auto lock = m_tree.lock();
    std::error_code error;
    if (place.path.isEmpty() || fs::exists(fs::symlink_status(place.local, error)))
        return failure(id, "File exists");
    if (!fs::is_directory(m_tree.local(place.parent()), error))
        return noSuchFile(id);
    if (!m_tree.isWritable(place.parent()))
        return denied(id);
    fs::create_directory(place.local, error);
    return error ? failure(id, "Cannot make the directory") : done(id);
}

QByteArray SftpHandler::removeDirectory(quint32 id, const Place &place)
{
    const auto lock = m_tree.lock();
    std::error_code error;
    const fs::file_status is = fs::symlink_status(place.local, error);
    if (!fs::exists(is))
        return noSuchFile(id);
    if (m_tree.isFixed(place.path) || !m_tree.isWritable(place.parent()))
        return denied(id);
    if (!fs::is_directory(is))
        return failure(id, "Not a directory");
    if (!fs::is_empty(place.local, error))
        return failure(id, "Directory not empty");
    fs::remove(place.local, error);
    return error ? failure(id, "Cannot remove") : done(id);
}

QByteArray SftpHandler::rename(quint32 id, const QByteArray &from, const QByteArray &to)
{
    const std::optional<Place> source = m_tree.resolve(from);
    const std::optional<Place> target = m_tree.resolve(to);
    if (!source || !target)
        return noSuchFile(id);
    if (m_tree.leadsAstray(*source) || m_tree.leadsAstray(*target))
        return denied(id);
    const auto lock = m_tree.lock();
    std::error_code error;
    if (!fs::exists(fs::symlink_status(source->local, error)) ||
        !fs::is_directory(m_tree.local(target->parent()), error))
        return noSuchFile(id);
    if (m_tree.isFixed(source->path) || !m_tree.isWritable(source->parent()) || !m_tree.isWritable(target->parent()))
        return denied(id);
    if (fs::exists(fs::symlink_status(target->local, error)))
        return failure(id, "File exists"); // SFTP 3: a rename never replaces
    if (m_tree.isBeingWritten(source->path))
        return failure(id, "File is being written");
    fs::rename(source->local, target->local, error);
    return error ? failure(id, "Cannot rename") : done(id);
}

QByteArray SftpHandler::newHandle()
{
    return QByteArray::number(m_nextHandle++);
}

void SftpHandler::release(OpenFile &file)
{
    const auto lock = m_tree.lock();
    file.file->close();
    if (file.writing)
        m_tree.endWriting(file.path);
}

} // namespace navette::practice
