// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace navette::sftp
{

/// Whether this libssh refuses what AES-GCM decrypts with a wrong tag. Older ones do not (CVE-2026-59847), and a
/// distribution's repaired older one calls itself as a faulty one does, so it is tried: two sessions within this
/// process, and a tag damaged between them. Takes some milliseconds; false where it cannot be told.
[[nodiscard]] bool checksGcmTags();

} // namespace navette::sftp
