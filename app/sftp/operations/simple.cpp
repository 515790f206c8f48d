// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/operations/simple.h"

#include "sftp/errors.h"

namespace navette::sftp
{

void StatOperation::start(Client &client)
{
    client.linkStat(m_path.bytes, handler(this, &StatOperation::onStat, client));
}

void StatOperation::onStat(Client &, const Reply &reply)
{
    if (reply.type == PacketType::Attributes)
        end(toEntry(m_path.shown.name(), {}, reply.attributes));
    else
        end(tl::make_unexpected(errorFromStatus(reply.status, m_path.shown, reply.text)));
}

void StatOperation::cancel(Client &)
{
    end(tl::make_unexpected(cancelledError()));
}

void SimpleOperation::cancel(Client &)
{
    end(tl::make_unexpected(cancelledError()));
}

void SimpleOperation::finish(const Reply &reply, const RemotePath &path)
{
    Result<void> result;
    if (reply.status != status::ok)
        result = tl::make_unexpected(errorFromStatus(reply.status, path, reply.text));
    end(std::move(result));
}

void SimpleOperation::finishUnlessItExists(Client &client, const Reply &reply, const WirePath &path)
{
    if (!mayMeanExists(reply.status))
        return finish(reply, path.shown);
    const Error refusal = errorFromStatus(reply.status, path.shown, reply.text);
    client.linkStat(path.bytes, handler(this, &SimpleOperation::onLookedForReason, client, refusal, path.shown));
}

void SimpleOperation::onLookedForReason(Client &, const Reply &reply, Error refusal, RemotePath path)
{
    end(tl::make_unexpected(reply.type == PacketType::Attributes ? alreadyExistsError(path) : refusal));
}

void RenameOperation::start(Client &client)
{
    if (m_look == TargetLook::WasFree)
        rename(client);
    else
        client.linkStat(m_to.bytes, handler(this, &RenameOperation::onLookedAtTarget, client));
}

void RenameOperation::onLookedAtTarget(Client &client, const Reply &reply)
{
    if (reply.type == PacketType::Attributes)
        return end(tl::make_unexpected(alreadyExistsError(m_to.shown)));
    rename(client);
}

void RenameOperation::rename(Client &client)
{
    client.rename(m_from.bytes, m_to.bytes, handler(this, &RenameOperation::onRenamed, client));
}

void RenameOperation::onRenamed(Client &client, const Reply &reply)
{
    if (reply.status == status::failure)
        finishUnlessItExists(client, reply, m_to);
    else
        finish(reply, m_from.shown);
}

void RemoveOperation::start(Client &client)
{
    client.remove(m_path.bytes, handler(this, &RemoveOperation::onRemoved, client));
}

void RemoveOperation::onRemoved(Client &, const Reply &reply)
{
    finish(reply, m_path.shown);
}

void MakeDirectoryOperation::start(Client &client)
{
    client.makeDirectory(m_path.bytes, handler(this, &MakeDirectoryOperation::onMade, client));
}

void MakeDirectoryOperation::onMade(Client &client, const Reply &reply)
{
    finishUnlessItExists(client, reply, m_path);
}

void RemoveDirectoryOperation::start(Client &client)
{
    client.removeDirectory(m_path.bytes, handler(this, &RemoveDirectoryOperation::onRemoved, client));
}

void RemoveDirectoryOperation::onRemoved(Client &, const Reply &reply)
{
    finish(reply, m_path.shown);
}

void CreateEmptyOperation::start(Client &client)
{
    client.open(m_path.bytes, openflag::write | openflag::create | openflag::exclusive,
                handler(this, &CreateEmptyOperation::onOpened, client));
}

void CreateEmptyOperation::onOpened(Client &client, const Reply &reply)
{
    if (reply.type != PacketType::Handle) {
        if (m_cancelled)
            return setOver();
        return finishUnlessItExists(client, reply, m_path);
    }
    m_opened = true;
    client.close(reply.bytes, handler(this, &CreateEmptyOperation::onClosed, client));
    if (m_cancelled) {
        client.remove(m_path.bytes, {});
        end(tl::make_unexpected(cancelledError()));
    }
}

void CreateEmptyOperation::onClosed(Client &, const Reply &reply)
{
    finish(reply, m_path.shown);
}

void CreateEmptyOperation::cancel(Client &client)
{
    // Ours only once the exclusive open succeeded; until then the answer decides.
    m_cancelled = true;
    if (m_opened) {
        client.remove(m_path.bytes, {});
        end(tl::make_unexpected(cancelledError()));
    }
}

} // namespace navette::sftp
