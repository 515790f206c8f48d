// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/localpath.h"
#include "csv/reader.h"
#include "csv/textfacts.h"

#include <memory>

namespace navette::csv
{

/// An opened CSV: its bytes (mapped where possible, transcoded where UTF-16) and its dialect. Shared, immutable, usable
/// from any thread.
class CsvFile
{
public:
    /// Errors: NotFound, NotAFile, NotReadable, BadFormat (empty, binary), Limit (UTF-16 too large). Takes plain files;
    /// the bytes of zipped and gzipped ones come from archive::openPlain().
    [[nodiscard]] static Result<std::shared_ptr<const CsvFile>> open(const LocalPath &path,
                                                                     const DialectHints &hints = {});
    static constexpr qint64 headBytes = 1024 * 1024;
    /// The first records of a plain file at once, whatever its size: those in its first `headBytes`, which alone tell
    /// the dialect. Something to look at while open() takes in the rest. Errors: those of open().
    [[nodiscard]] static Result<std::shared_ptr<const CsvFile>> openHead(const LocalPath &path,
                                                                         const DialectHints &hints = {});
    [[nodiscard]] static Result<std::shared_ptr<const CsvFile>> fromBytes(QByteArray bytes, const QString &name,
                                                                          const DialectHints &hints = {});
    /// As open(), but of a large file only the front has told the encoding: something to read while all of it is read,
    /// which then settles the matter.
    [[nodiscard]] static Result<std::shared_ptr<const CsvFile>> openToSettle(const LocalPath &path,
                                                                             const DialectHints &hints = {});
    /// What is to be added up over all bytes() and given to settled(), where only the front is known.
    [[nodiscard]] std::optional<TextFacts> factsToSettle() const;
    /// The same file, with the encoding that all of its bytes tell.
    [[nodiscard]] std::shared_ptr<const CsvFile> settled(const TextFacts &all) const;
    /// Whether what was read of the other holds for this one.
    [[nodiscard]] bool readsLike(const CsvFile &other) const;
    ~CsvFile();
    CsvFile(const CsvFile &) = delete;
    CsvFile &operator=(const CsvFile &) = delete;

    [[nodiscard]] const Dialect &dialect() const; ///< of the file as it is on disk
    [[nodiscard]] Encoding readEncoding() const;  ///< of bytes(): UTF-8 where the file is UTF-16
    [[nodiscard]] QByteArrayView bytes() const;   ///< without byte-order mark
    [[nodiscard]] bool isAscii() const;           ///< the same text in every encoding
    [[nodiscard]] bool isValidUtf8() const;       ///< all of bytes(), whatever encoding they are read in
    [[nodiscard]] qint64 sizeOnDisk() const;      ///< bytes
    [[nodiscard]] QString name() const;
    [[nodiscard]] Reader reader() const;
    [[nodiscard]] QString text(std::string_view cell) const; ///< decoded for the screen

private:
    struct Data;
    explicit CsvFile(std::unique_ptr<Data> data);
    [[nodiscard]] static Result<std::shared_ptr<const CsvFile>> openAs(bool settled, const LocalPath &path,
                                                                       const DialectHints &hints);
    std::unique_ptr<Data> m_data;
};

/// Where records begin, so that a table can show any row at once: some of them, from which the others are near.
class RecordIndex
{
public:
    /// Cancelled is the only error. Reports progress in bytes.
    [[nodiscard]] static Result<RecordIndex> build(const CsvFile &file, const JobControl &job = {});
    [[nodiscard]] qint64 recordCount() const { return m_count; }
    /// Record `index` (0 is the header) as texts for the screen.
    [[nodiscard]] std::vector<QString> record(const CsvFile &file, qint64 index) const;

private:
    struct Mark {
        qint64 record = 0; ///< counted from 0
        qint64 offset = 0; ///< bytes from the start of CsvFile::bytes()
    };
    void add(qint64 offset);

    std::vector<Mark> m_marks;
    qint64 m_count = 0;
};

/// A file with its index, as a table wants them.
struct IndexedFile {
    std::shared_ptr<const CsvFile> file;
    std::shared_ptr<const RecordIndex> index;
};
/// Errors: the file's own, and Cancelled.
[[nodiscard]] Result<IndexedFile> indexed(Result<std::shared_ptr<const CsvFile>> file, const JobControl &job = {});

} // namespace navette::csv
