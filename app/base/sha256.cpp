// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <QIODevice>

#include <array>
#include <openssl/evp.h>

namespace navette
{

struct Sha256::State {
    struct Free {
        void operator()(EVP_MD_CTX *freed) const { EVP_MD_CTX_free(freed); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr);
}

void Sha256::addData(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_state->context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::result() const
{
    const State copy;
    EVP_MD_CTX_copy_ex(copy.context.get(), m_state->context.get());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(copy.context.get(), digest.data(), &size);
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size));
}

bool Sha256::addData(QIODevice &file)
{
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    qint64 got = 0;
    while ((got = file.read(piece.data(), piece.size())) > 0)
        addData(QByteArrayView(piece).first(got));
    return got == 0;
}

Sha256::~Sha256() = default;

} // namespace navette
