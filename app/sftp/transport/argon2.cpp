// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/argon2.h"

#include <cstring>
#include <openssl/opensslv.h>

#if OPENSSL_VERSION_PREREQ(3, 2)
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#else
#include <argon2.h>
#endif

namespace navette::sftp
{

#if OPENSSL_VERSION_PREREQ(3, 2)

namespace
{

struct Free {
    void operator()(EVP_KDF *freed) const { EVP_KDF_free(freed); }
    void operator()(EVP_KDF_CTX *freed) const { EVP_KDF_CTX_free(freed); }
};

const char *nameOf(Argon2Work::Flavour flavour)
{
    switch (flavour) {
    case Argon2Work::Flavour::D:
        return "ARGON2D";
    case Argon2Work::Flavour::I:
        return "ARGON2I";
    case Argon2Work::Flavour::Id:
        break;
    }
    return "ARGON2ID";
}

} // namespace

SecretBytes argon2(const Argon2Work &work, const Secret &passphrase, QByteArrayView salt, std::size_t count)
{
    const std::unique_ptr<EVP_KDF, Free> kdf(EVP_KDF_fetch(nullptr, nameOf(work.flavour), nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Free> context(EVP_KDF_CTX_new(kdf.get()));
    if (!context)
        return {};
    // The parameters are not const, but only read.
    auto *password = const_cast<char *>(passphrase.utf8());
    uint32_t memory = work.memoryKiB;
    uint32_t passes = work.passes;
    uint32_t lanes = work.lanes;
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, password, std::strlen(password)),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<char *>(salt.data()), size_t(salt.size())),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &memory),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &passes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &lanes),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes derived(count);
    if (EVP_KDF_derive(context.get(), reinterpret_cast<unsigned char *>(derived.data()), count, parameters) != 1)
        return {};
    return derived;
}

#else

namespace
{

argon2_type typeOf(Argon2Work::Flavour flavour)
{
    switch (flavour) {
    case Argon2Work::Flavour::D:
        return Argon2_d;
    case Argon2Work::Flavour::I:
        return Argon2_i;
    case Argon2Work::Flavour::Id:
        break;
    }
    return Argon2_id;
}

// The library does not write to what it takes without const.
uint8_t *bytesOf(const char *data)
{
    return reinterpret_cast<uint8_t *>(const_cast<char *>(data));
}

} // namespace

SecretBytes argon2(const Argon2Work &work, const Secret &passphrase, QByteArrayView salt, std::size_t count)
{
    SecretBytes derived(count);
    argon2_context context{};
    context.out = bytesOf(derived.data());
    context.outlen = uint32_t(count);
    context.pwd = bytesOf(passphrase.utf8());
    context.pwdlen = uint32_t(std::strlen(passphrase.utf8()));
    context.salt = bytesOf(salt.data());
    context.saltlen = uint32_t(salt.size());
    context.t_cost = work.passes;
    context.m_cost = work.memoryKiB;
    context.lanes = work.lanes;
    context.threads = 1;
    context.version = ARGON2_VERSION_13;
    if (argon2_ctx(&context, typeOf(work.flavour)) != ARGON2_OK)
        return {};
    return derived;
}

#endif

} // namespace navette::sftp
