// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sftp/operations/operation.h"

namespace navette::sftp
{

class StatOperation final : public PromisedOperation<RemoteEntry>
{
public:
    explicit StatOperation(WirePath path) : m_path(std::move(path)) {}
    void start(Client &client) override;
    void cancel(Client &client) override;

private:
    void onStat(Client &client, const Reply &reply);
    WirePath m_path;
};

/// Answers that are a success or a refusal.
class SimpleOperation : public PromisedOperation<void>
{
public:
    void cancel(Client &client) override;

protected:
    void finish(const Reply &reply, const RemotePath &path);
    /// Version 3 says "failure" for "exists": if something is at `path`, that was it.
    void finishUnlessItExists(Client &client, const Reply &reply, const WirePath &path);

private:
    void onLookedForReason(Client &client, const Reply &reply, Error refusal, RemotePath path);
};

/// LSTAT of the new name, unless that was just seen to be free; then RENAME.
class RenameOperation final : public SimpleOperation
{
public:
    RenameOperation(WirePath from, WirePath to, TargetLook look)
        : m_from(std::move(from)), m_to(std::move(to)), m_look(look)
    {
    }
    void start(Client &client) override;

private:
    void onLookedAtTarget(Client &client, const Reply &reply);
    void rename(Client &client);
    void onRenamed(Client &client, const Reply &reply);
    WirePath m_from;
    WirePath m_to;
    TargetLook m_look;
};

class RemoveOperation final : public SimpleOperation
{
public:
    explicit RemoveOperation(WirePath path) : m_path(std::move(path)) {}
    void start(Client &client) override;

private:
    void onRemoved(Client &client, const Reply &reply);
    WirePath m_path;
};

class MakeDirectoryOperation final : public SimpleOperation
{
public:
    explicit MakeDirectoryOperation(WirePath path) : m_path(std::move(path)) {}
    void start(Client &client) override;

private:
    void onMade(Client &client, const Reply &reply);
    WirePath m_path;
};

class RemoveDirectoryOperation final : public SimpleOperation
{
public:
    explicit RemoveDirectoryOperation(WirePath path) : m_path(std::move(path)) {}
    void start(Client &client) override;

private:
    void onRemoved(Client &client, const Reply &reply);
    WirePath m_path;
};

/// OPEN (exclusive) and CLOSE.
class CreateEmptyOperation final : public SimpleOperation
{
public:
    explicit CreateEmptyOperation(WirePath path) : m_path(std::move(path)) {}
    void start(Client &client) override;
    void cancel(Client &client) override;

private:
    void onOpened(Client &client, const Reply &reply);
    void onClosed(Client &client, const Reply &reply);
    WirePath m_path;
    bool m_opened = false;
    bool m_cancelled = false;
};

} // namespace navette::sftp
