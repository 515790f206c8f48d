// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/pageant.h"

#ifdef Q_OS_WIN

#include "base/sha256.h"

#include <QtEndian>

#include <array>
#include <cstring>
#include <windows.h>

#define SECURITY_WIN32
#include <security.h>
#include <wincrypt.h>

using namespace Qt::StringLiterals;

namespace navette::sftp
{
namespace
{

constexpr ULONG_PTR copyDataId = 0x804e50ba;   ///< Pageant looks for it
constexpr std::size_t mappingBytes = 8 * 1024; ///< length and message, there and back
constexpr std::size_t lengthBytes = sizeof(quint32);

struct HandleCloser {
    void operator()(void *handle) const { CloseHandle(handle); }
};
struct ViewCloser {
    void operator()(void *view) const { UnmapViewOfFile(view); }
};

// "user@domain" and "user" may differ; Pageant takes the first where there is one.
QStringList userNames()
{
    std::array<wchar_t, 512> name{};
    QStringList names;
    ULONG size = ULONG(name.size());
    if (GetUserNameExW(NameUserPrincipal, name.data(), &size))
        names += QString::fromWCharArray(name.data()).section(u'@', 0, 0);
    DWORD plainSize = DWORD(name.size());
    if (GetUserNameW(name.data(), &plainSize))
        names += QString::fromWCharArray(name.data());
    names.removeDuplicates();
    return names;
}

} // namespace

QStringList pageantPipes()
{
    // The name ends in what Windows makes of "Pageant" until it is started again, as a hash of an SSH string.
    std::array<char, CRYPTPROTECTMEMORY_BLOCK_SIZE> block{"Pageant"};
    if (!CryptProtectMemory(block.data(), DWORD(block.size()), CRYPTPROTECTMEMORY_CROSS_PROCESS))
        return {};
    std::array<char, lengthBytes> length{};
    qToBigEndian(quint32(block.size()), length.data());
    Sha256 hash;
    hash.addData(QByteArrayView(length.data(), length.size()));
    hash.addData(QByteArrayView(block.data(), block.size()));
    const QString ending = QString::fromLatin1(hash.result().toHex());
    QStringList pipes;
    for (const QString &user : userNames())
        pipes += uR"(\\.\pipe\pageant.%1.%2)"_s.arg(user, ending);
    return pipes;
}

Result<QByteArray> askPageantsWindow(QByteArrayView message, const Patience &patience)
{
    const HWND window = FindWindowA("Pageant", "Pageant");
    if (window == nullptr)
        return fail(ErrorKind::NotFound, {}, u"key agent: no window of Pageant's"_s);
    const auto messageBytes = std::size_t(message.size());
    if (messageBytes > mappingBytes - lengthBytes)
        return fail(ErrorKind::Protocol, {}, u"key agent: too long for Pageant"_s);
    // Pageant takes it only where it belongs to its own user, who is also ours.
    QByteArray name = "PageantRequest" + QByteArray::number(GetCurrentThreadId(), 16).rightJustified(8, '0');
    const std::unique_ptr<void, HandleCloser> mapping(
        CreateFileMappingA(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE, 0, DWORD(mappingBytes), name.constData()));
    if (!mapping)
        return fail(ErrorKind::Protocol, {}, u"key agent: no memory to share"_s);
    const std::unique_ptr<void, ViewCloser> view(MapViewOfFile(mapping.get(), FILE_MAP_WRITE, 0, 0, mappingBytes));
    if (!view)
        return fail(ErrorKind::Protocol, {}, u"key agent: no memory to share"_s);
    auto *shared = static_cast<char *>(view.get());
    qToBigEndian(quint32(messageBytes), shared);
    std::memcpy(shared + lengthBytes, message.data(), messageBytes);
    COPYDATASTRUCT data{copyDataId, DWORD(name.size() + 1), name.data()};
    DWORD_PTR taken = 0;
    if (SendMessageTimeoutA(window, WM_COPYDATA, 0, reinterpret_cast<LPARAM>(&data), SMTO_BLOCK,
                            UINT(patience.left().count()), &taken) == 0)
        return fail(ErrorKind::Timeout, {}, u"key agent: Pageant does not answer"_s);
    const auto answerBytes = qFromBigEndian<quint32>(shared);
    if (taken == 0 || answerBytes == 0 || answerBytes > mappingBytes - lengthBytes)
        return fail(ErrorKind::Protocol, {}, u"key agent: Pageant's answer has no length"_s);
    return QByteArray(shared + lengthBytes, qsizetype(answerBytes));
}

} // namespace navette::sftp

#endif
