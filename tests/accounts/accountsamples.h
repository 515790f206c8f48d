// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Apart from the test: Qt's moc loses its way in raw strings.

inline const QByteArray minimalAccount =
    R"json({"name":"Acme FR","platform":"digitaleo","endpoint":{"host":"sftp.example","user":"acme"}})json";

inline const QByteArray fullAccount = R"json({
  "name": "Acme App", "platform": "accengage",
  "endpoint": {"host": "192.0.2.7", "port": 2222, "user": "app", "auth": "key", "keyFile": "/home/me/été.key",
               "hostKeyFingerprint": "SHA256:abc", "proxy": "socks5://proxy:1080", "root": "/files",
               "oldAlgorithms": true},
  "delimiter": ",", "encoding": "utf-8", "deduplication": "reference",
  "fieldLabels": {"Champ 1": "Fidélité"}, "phoneRegion": "BE", "appId": "6", "matchingKey": "member_id",
  "memberIdColumn": "client", "customData": [{"name": "size", "label": "Taille", "type": "decimal", "size": 8}],
  "exportsDirectory": "exports", "importsDirectory": "imports", "externalFtp": true})json";
