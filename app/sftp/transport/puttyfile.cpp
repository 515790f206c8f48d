// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/puttyfile.h"

#include <algorithm>
#include <charconv>
#include <openssl/evp.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr quint32 maxBase64Lines = 1'000;
constexpr quint32 maxMemoryKiB = 1024 * 1024;
constexpr quint32 maxLanes = 16;
// Memory times passes: a second or some, as nothing stops it. What PuTTY does unasked is a tenth of it.
constexpr quint64 maxWorkKiB = 1024 * 1024;

constexpr QByteArrayView magic("PuTTY-User-Key-File-");

tl::unexpected<Error> unsupported(const QString &detail)
{
    return fail(ErrorKind::Unsupported, {}, u"PuTTY key: "_s + detail);
}

// Qt's own would leave the key behind in memory, and OpenSSL's takes a "=" anywhere for a zero.
std::optional<SecretBytes> decoded(const SecretBytes &base64)
{
    const auto isDigit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    };
    const auto digitsEnd = std::find_if_not(base64.begin(), base64.end(), isDigit);
    const auto padding = base64.end() - digitsEnd;
    if (base64.size() % 4 != 0 || padding > 2 || std::count(digitsEnd, base64.end(), '=') != padding)
        return {};
    SecretBytes bytes(base64.size() / 4 * 3);
    if (EVP_DecodeBlock(reinterpret_cast<unsigned char *>(bytes.data()),
                        reinterpret_cast<const unsigned char *>(base64.data()), int(base64.size())) < 0)
        return {};
    bytes.resize(bytes.size() - std::size_t(padding));
    return bytes;
}

/// A .ppk file's lines, in the only order that they may have.
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_rest(text) {}

    /// Without its end: LF, CR LF, or CR as on old Macs.
    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        if (m_rest.isEmpty())
            return {};
        const auto *const end =
            std::find_if(m_rest.begin(), m_rest.end(), [](char c) { return c == '\n' || c == '\r'; });
        const QByteArrayView line = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(line.size());
        if (m_rest.startsWith("\r\n"))
            m_rest = m_rest.sliced(2);
        else if (!m_rest.isEmpty())
            m_rest = m_rest.sliced(1);
        return line;
    }
    /// What stands behind "name: ".
    [[nodiscard]] std::optional<QByteArrayView> value(QByteArrayView name)
    {
        const auto line = next();
        if (!line || !line->startsWith(name) || !line->sliced(name.size()).startsWith(": "))
            return {};
        return line->sliced(name.size() + 2);
    }
    [[nodiscard]] std::optional<quint32> number(QByteArrayView name)
    {
        const auto text = value(name);
        quint32 number = 0;
        if (!text || text->isEmpty())
            return {};
        const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), number);
        if (code != std::errc() || end != text->data() + text->size())
            return {};
        return number;
    }
    [[nodiscard]] std::optional<QByteArray> hex(QByteArrayView name)
    {
        const auto text = value(name);
        const auto isHexDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        if (!text || text->size() % 2 != 0 || !std::all_of(text->begin(), text->end(), isHexDigit))
            return {};
        return QByteArray::fromHex(text->toByteArray());
    }
    /// The bytes in as many lines as the one with this name says.
    [[nodiscard]] std::optional<SecretBytes> base64(QByteArrayView countName)
    {
        const auto count = number(countName);
        if (!count || *count > maxBase64Lines)
            return {};
        SecretBytes text;
        for (quint32 i = 0; i < *count; ++i) {
            const auto line = next();
            if (!line)
                return {};
            text.insert(text.end(), line->begin(), line->end());
        }
        return decoded(text);
    }
    /// Nothing but empty lines is left.
    [[nodiscard]] bool areAtTheirEnd() const
    {
        return std::all_of(m_rest.begin(), m_rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    }

private:
    QByteArrayView m_rest;
};

std::optional<Argon2Work::Flavour> flavourOf(QByteArrayView name)
{
    if (name == QByteArrayView("Argon2d"))
        return Argon2Work::Flavour::D;
    if (name == QByteArrayView("Argon2i"))
        return Argon2Work::Flavour::I;
    if (name == QByteArrayView("Argon2id"))
        return Argon2Work::Flavour::Id;
    return {};
}

Result<void> readDerivation(Lines &lines, PuttyFile &file)
{
    const auto name = lines.value("Key-Derivation");
    if (!name)
        return damagedPuttyKey(u"no key derivation"_s);
    const auto flavour = flavourOf(*name);
    if (!flavour)
        return unsupported(u"unknown key derivation"_s);
    const auto memory = lines.number("Argon2-Memory");
    const auto passes = lines.number("Argon2-Passes");
    const auto lanes = lines.number("Argon2-Parallelism");
    const auto salt = lines.hex("Argon2-Salt");
    if (!memory || !passes || !lanes || !salt)
        return damagedPuttyKey(u"key derivation"_s);
    // RFC 9106, 3.1: at least 8 KiB for each lane. A salt of fewer bytes no library takes.
    constexpr qsizetype minSaltBytes = 8;
    if (*passes == 0 || *lanes == 0 || *memory / 8 < *lanes || salt->size() < minSaltBytes)
        return damagedPuttyKey(u"key derivation"_s);
    if (*memory > maxMemoryKiB || *lanes > maxLanes || quint64(*memory) * *passes > maxWorkKiB)
        return fail(ErrorKind::Limit, {},
                    u"PuTTY key: %1 KiB, %2 passes, %3 lanes"_s.arg(*memory).arg(*passes).arg(*lanes));
    file.work = {*flavour, *memory, *passes, *lanes};
    file.salt = *salt;
    return {};
}

} // namespace

tl::unexpected<Error> damagedPuttyKey(const QString &detail)
{
    return fail(ErrorKind::BadFormat, {}, u"PuTTY key: "_s + detail);
}

bool isPuttyKey(QByteArrayView file)
{
    return file.startsWith(magic);
}

bool isEncryptedPuttyKey(QByteArrayView file)
{
    Lines lines(file);
    (void)lines.next();
    return lines.value("Encryption").value_or(QByteArrayView("none")) != QByteArrayView("none");
}

Result<PuttyFile> parsePuttyFile(QByteArrayView text)
{
    PuttyFile file;
    Lines lines(text);
    const QByteArrayView first = lines.next().value_or(QByteArrayView());
    for (const int version : {2, 3}) {
        const QByteArray start = magic.toByteArray() + QByteArray::number(version) + ": ";
        if (first.startsWith(start)) {
            file.version = version;
            file.algorithm = first.sliced(start.size());
        }
    }
    if (file.version == 0)
        return unsupported(u"unknown version"_s);
    const auto encryption = lines.value("Encryption");
    const auto comment = lines.value("Comment");
    auto publicPart = lines.base64("Public-Lines");
    if (!encryption || !comment || !publicPart)
        return damagedPuttyKey(u"public part"_s);
    file.encryption = *encryption;
    file.comment = *comment;
    file.publicPart = std::move(*publicPart);
    if (file.isEncrypted() && file.encryption != QByteArrayView("aes256-cbc"))
        return unsupported(u"unknown encryption"_s);
    if (file.version == 3 && file.isEncrypted()) {
        if (auto read = readDerivation(lines, file); !read)
            return tl::make_unexpected(read.error());
    }
    auto privatePart = lines.base64("Private-Lines");
    const auto mac = lines.hex("Private-MAC");
    if (!privatePart || !mac || !lines.areAtTheirEnd())
        return damagedPuttyKey(u"private part"_s);
    file.privatePart = std::move(*privatePart);
    file.mac = *mac;
    if (file.isEncrypted() && file.privatePart.size() % 16 != 0)
        return damagedPuttyKey(u"no whole blocks"_s);
    return file;
}

} // namespace navette::sftp
