// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <memory>

namespace navette
{

struct PracticeOptions {
    LocalPath root; ///< the folder that holds server keys, account file and tree; made where missing
    Platform platform = Platform::Digitaleo;
    quint16 port = 0;                                         ///< 0: any free one
    std::chrono::milliseconds tick = std::chrono::seconds(2); ///< how often the robot acts
    bool sampleHistory = true; ///< fill ok/ko/reporting (or exports) with believable past on first start
};

/// A marketing platform on this computer: an SFTP server on 127.0.0.1 (libssh) rooted in `root`/tree with the
/// platform's permissions, and a robot that moves, judges and reports. Owns its threads; stops when destroyed.
class PracticePlatform
{
public:
    /// Errors: NotWritable, Network (port taken), AlreadyExists (one runs in that folder already).
    [[nodiscard]] static Result<std::unique_ptr<PracticePlatform>> start(const PracticeOptions &options);
    ~PracticePlatform();
    PracticePlatform(const PracticePlatform &) = delete;
    PracticePlatform &operator=(const PracticePlatform &) = delete;

    [[nodiscard]] Account account() const; ///< works as it is, with secrets()
    [[nodiscard]] Secrets secrets() const;
    [[nodiscard]] LocalPath accountFile() const;
    [[nodiscard]] LocalPath tree() const;
    /// Sample contact files to try: written to `root`/samples.
    [[nodiscard]] LocalPath samplesFolder() const;

private:
    struct Data;
    explicit PracticePlatform(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

/// A sample file and what becomes of it.
struct Sample {
    QString fileName;
    QString flow;              ///< Flow::id
    QString description;       ///< translated: what is wrong with it
    bool acceptedAsIs = false; ///< would end in ok without repair
    bool repairable = true;    ///< ends in ok after the recommended repairs
};
[[nodiscard]] const std::vector<Sample> &samples(Platform platform);

} // namespace navette
