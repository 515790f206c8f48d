# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real sshd on the loopback for sftp.py, with keys of its own, and the relay that makes it far away."""
import getpass
import os
import shutil
import socket
import subprocess
import time


def free_port():
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        return finder.getsockname()[1]


def make_key(path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bench", "-f", path], check=True)


class Server:
    """Serves `files` to whoever has `key`; `near` and `far` are its ports."""

    user = getpass.getuser()

    def __init__(self, folder, relay, milliseconds):
        self.key, self.known_hosts, self.files = folder / "userkey", folder / "known_hosts", folder / "remote"
        self.near = free_port()
        self.files.mkdir()
        make_key(self.key)
        make_key(folder / "hostkey")
        configuration = folder / "sshd_config"
        configuration.write_text(f"ListenAddress 127.0.0.1\nPort {self.near}\nHostKey {folder / 'hostkey'}\n"
                                 f"AuthorizedKeysFile {folder / 'userkey.pub'}\nPidFile none\nStrictModes no\n"
                                 "UsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nMaxStartups 100:30:200\n"
                                 f"LogLevel ERROR\nSubsystem sftp internal-sftp -d {self.files}\n")
        if os.geteuid() == 0:  # its empty directory for privilege separation
            os.makedirs("/run/sshd", exist_ok=True)
        # sshd insists on being started by its absolute path; /usr/sbin is in few users' PATH.
        sshd = shutil.which("sshd", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
        self.log = folder / "sshd.log"
        with open(self.log, "wb") as log:
            self.sshd = subprocess.Popen([sshd, "-D", "-e", "-f", configuration], stderr=log)
        self.relay = subprocess.Popen([relay, str(self.near), str(milliseconds)], stdout=subprocess.PIPE, text=True)
        self.far = int(self.relay.stdout.readline())
        host_key = " ".join((folder / "hostkey.pub").read_text().split()[:2])
        self.known_hosts.write_text("".join(f"[127.0.0.1]:{port} {host_key}\n" for port in (self.near, self.far)))
        self.wait_until_ready()

    def wait_until_ready(self):
        for _ in range(100):
            try:
                with socket.create_connection(("127.0.0.1", self.near), 1) as connection:
                    if connection.recv(4) == b"SSH-":
                        return
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise SystemExit("sshd does not come up: " + self.log.read_text())

    def stop(self):
        for process in (self.relay, self.sshd):
            process.terminate()
            process.wait()


class Ours:
    """bench_sftp."""

    name = "Navette"

    def __init__(self, server, program):
        self.server, self.program = server, program

    def command(self, port, work, *arguments):
        return [self.program, str(port), self.server.key, self.server.known_hosts, work, *arguments], None

    def connect(self, port):
        return self.command(port, "connect")

    def put(self, port, directory, files):
        return self.command(port, "put", directory, *files)

    def get(self, port, directory, names):
        return self.command(port, "get", directory, *names)

    def list(self, port, directories):
        return self.command(port, "list", *directories)

    def list_again(self, port, directories):
        return self.command(port, "again", *directories)


class OpenSsh:
    """OpenSSH's sftp, told by a batch what to do."""

    name = "sftp"

    def __init__(self, server):
        self.server = server

    def options(self):
        return ["-i", str(self.server.key), "-F", "/dev/null", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
                "-o", "StrictHostKeyChecking=yes", "-o", f"UserKnownHostsFile={self.server.known_hosts}",
                "-o", "GlobalKnownHostsFile=/dev/null", "-o", "BatchMode=yes"]

    def command(self, port, *lines):
        target = f"{self.server.user}@127.0.0.1"
        return ["sftp", "-q", "-b", "-", *self.options(), "-P", str(port), target], "\n".join([*lines, "bye\n"])

    def connect(self, port):
        return self.command(port)

    def put(self, port, directory, files):
        return self.command(port, *(f"put {file} {directory}/" for file in files))

    def get(self, port, directory, names):
        return self.command(port, *(f"get {name} {directory}/" for name in names))

    def list(self, port, directories):
        return self.command(port, *(f"ls -1 {directory}" for directory in directories))


class Lftp:
    """lftp, which does several things at once where it is told to."""

    name = "lftp"

    def __init__(self, server):
        self.server = server

    def command(self, port, *lines):
        ssh = " ".join(["ssh -a -x", *OpenSsh(self.server).options()])
        settings = [f"set sftp:connect-program '{ssh}'", "set net:max-retries 1", "set cmd:fail-exit yes",
                    "set xfer:verify no", f"open -u {self.server.user},none -p {port} sftp://127.0.0.1"]
        return ["lftp", "--norc", "-c", "; ".join([*settings, *lines])], None

    def connect(self, port):
        return self.command(port, "cls -d .")  # it connects when it has to

    def put(self, port, directory, files):
        return self.command(port, f"mput -P 8 -O {directory} {' '.join(map(str, files))}")

    def get(self, port, directory, names):
        return self.command(port, f"mget -P 8 -O {directory} {' '.join(names)}")

    def list(self, port, directories):
        return self.command(port, *(f"cls -1 {directory}/" for directory in directories))
