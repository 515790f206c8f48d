#!/bin/sh
# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# How the keys beside this were made, once, with PuTTY's own puttygen 0.78 (Debian: putty-tools). They open nothing: no
# server but the tests' own ever knew them. The passphrase of those named "protected" is "open sesame".
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
printf 'open sesame' >"$work/passphrase"
: >"$work/none"

new() { puttygen -q "$@" -C 'test key' --new-passphrase "$work/none"; }
copy() { puttygen "$work/key" -C 'test key' -O private "$@"; }

make() { # make NAME KDF LANES puttygen's arguments…
  name=$1 kdf=$2 lanes=$3
  shift 3
  new "$@" -o "$work/key"
  puttygen "$work/key" -O public-openssh -o "$name.pub"
  copy -o "$name-2.ppk" --ppk-param version=2
  copy -o "$name-3.ppk" --ppk-param version=3
  copy -P -o "$name-2-protected.ppk" --new-passphrase "$work/passphrase" --ppk-param version=2
  copy -P -o "$name-3-protected.ppk" --new-passphrase "$work/passphrase" \
    --ppk-param "version=3,kdf=$kdf,memory=1024,passes=3,parallelism=$lanes"
}

make rsa argon2id 1 -t rsa -b 2048
make ecdsa-256 argon2i 2 -t ecdsa -b 256
make ecdsa-384 argon2d 4 -t ecdsa -b 384
make ecdsa-521 argon2id 3 -t ecdsa -b 521
make ed25519 argon2id 1 -t ed25519
# What PuTTY knows and we do not.
new -t dsa -b 1024 -o dsa-3.ppk
new -t ed448 -o ed448-3.ppk
