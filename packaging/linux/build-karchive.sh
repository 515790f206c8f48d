#!/usr/bin/env bash
# SPDX-FileCopyrightText: Navette contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# KArchive for Qt 6 on a distribution that has it for Qt 5 only (Debian 12): builds Debian 13's own source
# packages into PREFIX. apt itself fetches them and checks signatures and checksums; its sources, lists and cache for
# that live under WORK, so the system's apt configuration stays untouched.
# usage: build-karchive.sh PREFIX WORK
set -euo pipefail
prefix=$1
work=$2
suite=trixie
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/apt/empty" "$work/src"
# The mirror that this system already uses for its own suite.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/\?$' || true)
echo "deb-src [signed-by=$keyring] ${mirror:-http://deb.debian.org/debian} $suite main" >"$work/apt/sources.list"
apt_private=(-o "Dir::Etc::sourcelist=$work/apt/sources.list" -o "Dir::Etc::sourceparts=$work/apt/empty"
  -o "Dir::State::lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache" -o "APT::Sandbox::User=root"
  -o "APT::Get::List-Cleanup=0")
apt-get "${apt_private[@]}" -q update
for package in kf6-extra-cmake-modules kf6-karchive; do
  (cd "$work/src" && rm -rf "$package"-* && apt-get "${apt_private[@]}" -q source "$package")
done

ecm=$(echo "$work"/src/kf6-extra-cmake-modules-*/)
karchive=$(echo "$work"/src/kf6-karchive-*/)
cmake -S "$ecm" -B "$work/ecm" -G Ninja -DCMAKE_INSTALL_PREFIX="$prefix" -DBUILD_TESTING=OFF -DBUILD_DOC=OFF \
  -DBUILD_HTML_DOCS=OFF -DBUILD_MAN_DOCS=OFF
cmake --install "$work/ecm"

# KArchive asks for a newer Qt out of policy; all it lacks on 6.4.2 is one include.
sed -i 's/set(REQUIRED_QT_VERSION [0-9.]*)/set(REQUIRED_QT_VERSION 6.4.2)/' "$karchive/CMakeLists.txt"
echo 'add_compile_options(-include QtCore/QStringEncoder)' >"$work/missing-include.cmake"
cmake -S "$karchive" -B "$work/karchive" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
  -DCMAKE_PREFIX_PATH="$prefix" -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON \
  -DCMAKE_PROJECT_KArchive_INCLUDE="$work/missing-include.cmake" -DWITH_OPENSSL=OFF -DWITH_LIBZSTD=OFF \
  -DCMAKE_DISABLE_FIND_PACKAGE_LibLZMA=ON -DCMAKE_DISABLE_FIND_PACKAGE_BZip2=ON
cmake --build "$work/karchive"
cmake --install "$work/karchive"
