// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/localpath.h"
#include "base/result.h"
#include "base/sha256.h"
#include "csv/dialect.h"

#include <QFile>
#include <QStringEncoder>

#include <memory>
#include <optional>
#include <string_view>

namespace navette
{

/// A file that appears under its name only when it is whole; until then it stands beside it under another name, and is
/// gone if it is never committed. Takes UTF-8 or one-byte text, and turns it into UTF-16 where that is wanted.
class NewFile
{
public:
    /// Errors: AlreadyExists, NotWritable. sha256() is empty where it is not to be hashed.
    [[nodiscard]] static Result<std::unique_ptr<NewFile>> create(const LocalPath &target, csv::Encoding encoding,
                                                                 bool byteOrderMark, bool hashed = true);
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    /// Errors: NoSpace, NotWritable.
    [[nodiscard]] Result<void> write(std::string_view text);
    /// Errors: AlreadyExists, NoSpace, NotWritable.
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] QByteArray sha256() const { return m_hash ? m_hash->result() : QByteArray(); }

private:
    NewFile(const LocalPath &target, csv::Encoding encoding);
    [[nodiscard]] Result<void> writeBytes(QByteArrayView bytes);
    [[nodiscard]] Error writeError() const;

    LocalPath m_target;
    QFile m_file;
    std::optional<Sha256> m_hash;
    std::optional<QStringEncoder> m_encoder;
    qint64 m_bytes = 0;
    bool m_committed = false;
};

/// The sentence for a target that is there already.
[[nodiscard]] Error alreadyExists(const LocalPath &target);

} // namespace navette
