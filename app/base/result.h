// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace navette
{

/// What kind of thing went wrong: what a program may decide on. The sentence for the person is Error::message.
enum class ErrorKind {
    Cancelled,     ///< the user's wish; an outcome, never a message box
    Usage,         ///< wrong arguments or settings
    NotFound,      ///< no such file, directory or entry
    NotAFile,      ///< a directory or device where a file was expected
    NotReadable,   ///< exists, but cannot be opened or read
    NotWritable,   ///< permission refused or read-only
    NoSpace,       ///< disk or quota full
    AlreadyExists, ///< a target that must not be overwritten
    BadFormat,     ///< content is not what it should be
    Unsupported,   ///< content or request that this version or server cannot do
    Limit,         ///< larger, longer or more than is allowed
    Unsafe,        ///< refused for safety: host key, hostile name
    Network,       ///< name look-up, refused, broken or lost connection
    Timeout,       ///< no answer in time
    SignIn,        ///< the server did not accept who we are
    Protocol,      ///< the server broke the protocol
    Internal,      ///< a defect of ours
};

/// An error as a value.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< one translated sentence for the person: what happened, and what to do where that helps
    QString detail;  ///< technical, untranslated, copyable; never holds a secret or a contact's data

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::NotFound, tr("…"));`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString message, QString detail = {})
{
    return tl::make_unexpected(Error{kind, std::move(message), std::move(detail)});
}

} // namespace navette
