# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An SFTP server of another make, with a switch for each way in which servers differ.

Serves FOLDER/files on the loopback to whoever has a key of FOLDER/authorized_keys, until it is ended or its standard
input is closed.
"""
import argparse
import asyncio
import errno
import os
import sys

import asyncssh
from asyncssh import sftp


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("port", type=int)
    parser.add_argument("--no-limits", action="store_true", help="limits@openssh.com is not offered")
    parser.add_argument("--small-packets", type=int, metavar="BYTES", help="of SSH packets, and of what a read gives")
    parser.add_argument("--rename-refuses", action="store_true")
    parser.add_argument("--read-only", action="store_true")
    parser.add_argument("--chroot", action="store_true")
    parser.add_argument("--no-list", metavar="NAME", help="directories of this name may not be listed")
    parser.add_argument("--loses", metavar="NAME", help="what is asked of a file of this name is never answered")
    parser.add_argument("--max-connections", type=int, metavar="N")
    return parser.parse_args()


OPTIONS = arguments()
ROOT = os.path.join(OPTIONS.folder, "files")


def refuse(*_):
    raise OSError(errno.EACCES, "Permission denied")


class Files(asyncssh.SFTPServer):
    def __init__(self, channel):
        super().__init__(channel, chroot=ROOT if OPTIONS.chroot else None)

    def listdir(self, path):
        if OPTIONS.no_list and os.path.basename(path.rstrip(b"/")) == OPTIONS.no_list.encode():
            refuse()
        # Later versions list in pieces, and have no listdir() to call.
        return [b".", b".."] + os.listdir(self.map_path(path))

    def open(self, path, pflags, attrs):
        if OPTIONS.read_only and pflags & ~asyncssh.FXF_READ:
            refuse()
        return super().open(path, pflags, attrs)

    def read(self, file_obj, offset, size):
        return super().read(file_obj, offset, min(size, OPTIONS.small_packets or size))

    def rename(self, oldpath, newpath):
        if OPTIONS.rename_refuses:
            refuse()
        return super().rename(oldpath, newpath)

    posix_rename = rename

    if OPTIONS.read_only:
        remove = rename = posix_rename = mkdir = rmdir = setstat = fsetstat = symlink = link = refuse


class Requests(sftp.SFTPServerHandler):
    async def _process_packet(self, pkttype, pktid, packet):
        if OPTIONS.loses.encode() not in packet.get_remaining_payload():
            await super()._process_packet(pkttype, pktid, packet)


class Connections(asyncssh.SSHServer):
    count = 0

    def connection_made(self, conn):
        self.counted = OPTIONS.max_connections is None or Connections.count < OPTIONS.max_connections
        if self.counted:
            Connections.count += 1
        else:
            conn.disconnect(asyncssh.DISC_TOO_MANY_CONNECTIONS, "Too many connections")

    def connection_lost(self, exc):
        if self.counted:
            Connections.count -= 1


async def serve():
    if OPTIONS.loses:
        sftp.SFTPServerHandler = Requests
    if OPTIONS.no_limits:
        sftp.SFTPServerHandler._extensions = [extension for extension in sftp.SFTPServerHandler._extensions
                                              if extension[0] != b"limits@openssh.com"]
    small = {"max_pktsize": OPTIONS.small_packets} if OPTIONS.small_packets else {}
    await asyncssh.listen("127.0.0.1", OPTIONS.port, server_factory=Connections, sftp_factory=Files,
                          server_host_keys=[os.path.join(OPTIONS.folder, "hostkey")],
                          authorized_client_keys=os.path.join(OPTIONS.folder, "authorized_keys"),
                          reuse_address=True, **small)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(serve())
