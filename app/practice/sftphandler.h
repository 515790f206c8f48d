// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/platformtree.h"
#include "practice/sftppackets.h"

#include <QFile>

#include <map>
#include <memory>
#include <vector>

namespace navette::practice
{

/// The server's side of one SFTP session: requests in, answers out, in order. Knows nothing of SSH.
class SftpHandler
{
public:
    explicit SftpHandler(PlatformTree &tree) : m_tree(tree) {}
    ~SftpHandler();
    SftpHandler(const SftpHandler &) = delete;
    SftpHandler &operator=(const SftpHandler &) = delete;

    /// Takes the complete packets off the front of `incoming` until `answers` holds `enough` bytes, and appends their
    /// answers. False where the client broke the protocol: the connection is to be closed.
    [[nodiscard]] bool process(QByteArray &incoming, QByteArray &answers, qsizetype enough);

private:
    struct OpenFile {
        std::unique_ptr<QFile> file;
        QByteArray path;
        bool reading = false;
        bool writing = false;
        bool appending = false;
    };
    struct OpenDirectory {
        std::vector<QByteArray> entries; ///< name packets' parts, ready to send
        size_t next = 0;
    };

    QByteArray answer(QByteArrayView packet);
    QByteArray answerPath(Packet type, quint32 id, PacketReader &reader);
    QByteArray open(quint32 id, const QByteArray &path, quint32 flags);
    QByteArray close(quint32 id, const QByteArray &handle);
    QByteArray read(quint32 id, PacketReader &reader);
    QByteArray write(quint32 id, PacketReader &reader);
    QByteArray stat(quint32 id, const Place &place, bool follow) const;
    QByteArray fstat(quint32 id, const QByteArray &handle);
    QByteArray setstat(quint32 id, const Place &place, const Attributes &wanted);
    QByteArray openDirectory(quint32 id, const Place &place);
    QByteArray readDirectory(quint32 id, const QByteArray &handle);
    QByteArray remove(quint32 id, const Place &place);
    QByteArray makeDirectory(quint32 id, const Place &place);
    QByteArray removeDirectory(quint32 id, const Place &place);
    QByteArray rename(quint32 id, const QByteArray &from, const QByteArray &to);

    QByteArray newHandle();
    void release(OpenFile &file);

    PlatformTree &m_tree;
    bool m_greeted = false;
    quint32 m_nextHandle = 1;
    std::map<QByteArray, OpenFile> m_files;
    std::map<QByteArray, OpenDirectory> m_directories;
};

} // namespace navette::practice
