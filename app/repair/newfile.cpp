// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "repair/newfile.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace navette
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

QString pathText(const LocalPath &path)
{
    const std::u16string text = path.generic_u16string();
    return QString::fromStdU16String(text);
}

} // namespace

Error alreadyExists(const LocalPath &target)
{
    return {ErrorKind::AlreadyExists,
            Words::tr("There is a file called “%1” already. Choose another name.").arg(fileName(target)),
            {}};
}

NewFile::NewFile(const LocalPath &target, csv::Encoding encoding)
    : m_target(target)
    , m_file(pathText(target) + u".%1.part"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0')))
{
    if (encoding == csv::Encoding::Utf16Le)
        m_encoder.emplace(QStringConverter::Utf16LE);
    else if (encoding == csv::Encoding::Utf16Be)
        m_encoder.emplace(QStringConverter::Utf16BE);
}

NewFile::~NewFile()
{
    if (m_committed || !m_file.isOpen())
        return;
    m_file.close();
    m_file.remove();
}

Result<std::unique_ptr<NewFile>> NewFile::create(const LocalPath &target, csv::Encoding encoding, bool byteOrderMark,
                                                 bool hashed)
{
    if (QFile::exists(pathText(target)))
        return tl::make_unexpected(alreadyExists(target));
    std::unique_ptr<NewFile> file(new NewFile(target, encoding));
    if (!file->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return tl::make_unexpected(file->writeError());
    if (hashed)
        file->m_hash.emplace();
    Result<void> begun;
    if (file->m_encoder) // UTF-16 always begins with its mark
        begun = file->writeBytes(QByteArray(file->m_encoder->encode(QString(QChar::ByteOrderMark))));
    else if (byteOrderMark)
        begun = file->writeBytes(QByteArrayView("\xEF\xBB\xBF"));
    if (!begun)
        return tl::make_unexpected(begun.error());
    return file;
}

Error NewFile::writeError() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError;
    return {full ? ErrorKind::NoSpace : ErrorKind::NotWritable,
            full ? Words::tr("The disk is full. Free some space, then try again.")
                 : Words::tr("“%1” can't be written. Check the folder's permissions, or choose another one.")
                       .arg(fileName(m_target)),
            m_file.errorString()};
}

Result<void> NewFile::writeBytes(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return tl::make_unexpected(writeError());
    if (m_hash)
        m_hash->addData(bytes);
    m_bytes += bytes.size();
    return {};
}

Result<void> NewFile::write(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    if (!m_encoder)
        return writeBytes(bytes);
    const QByteArray wide = m_encoder->encode(csv::decode(bytes, csv::Encoding::Utf8));
    return writeBytes(wide);
}

Result<void> NewFile::commit()
{
    if (!m_file.flush())
        return tl::make_unexpected(writeError());
    m_file.close();
    if (m_file.error() != QFileDevice::NoError) {
        const Error error = writeError();
        m_file.remove();
        m_committed = true; // nothing left to clean up
        return tl::make_unexpected(error);
    }
    m_committed = true;
    // Never over a file that came meanwhile: rename() refuses that.
    if (!m_file.rename(pathText(m_target))) {
        const Error error = QFile::exists(pathText(m_target)) ? alreadyExists(m_target) : writeError();
        m_file.remove();
        return tl::make_unexpected(error);
    }
    return {};
}

} // namespace navette
