// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/flow.h"
#include "sftp/remotefilesystem.h"

#include <QSet>

namespace navette
{

/// Where one piece of work happens: a directory on the server and one here, in which nobody else does anything.
struct Workplace {
    QString there;        ///< the server's directory, on this disk
    QByteArray directory; ///< the same, as the server is asked for it
    QString here;
    Flow flow;          ///< whose files go there
    QByteArray content; ///< of what is sent or fetched
    QString name;       ///< of the case's file, used once only

    [[nodiscard]] QString thereFile(const QString &file) const { return there + u'/' + file; }
    [[nodiscard]] QString hereFile(const QString &file) const { return here + u'/' + file; }
    [[nodiscard]] RemotePath remote(const QString &file) const { return RemotePath(directory).child(file); }
    /// "(not there)" where it is not.
    [[nodiscard]] QByteArray sent() const;
};

/// An operation as the matrix of faults runs it.
class Work
{
public:
    Work() = default;
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;
    virtual ~Work() = default;

    [[nodiscard]] static QStringList names();
    [[nodiscard]] static std::unique_ptr<Work> make(const QString &name);

    /// What may end run().
    void setJob(const JobControl &job) { m_job = job; }
    /// What has to be there first. The directories are empty.
    virtual void prepare(const Workplace &) {}
    virtual Result<void> run(RemoteFileSystem &remote, const Workplace &place) = 0;
    /// What must hold whatever happened, and where run() succeeded. Empty, or what does not.
    [[nodiscard]] virtual QString broken(const Workplace &place, bool succeeded) = 0;
    /// The second try, on a line without faults. By itself the first one's end is no failure of this one.
    virtual Result<void> again(RemoteFileSystem &remote, const Workplace &place) { return run(remote, place); }
    /// Files of ours that may be left, beside those that the error names.
    [[nodiscard]] virtual QSet<QString> leftBehind() const { return {}; }
    [[nodiscard]] virtual bool movesBytes() const { return false; }
    /// Of Workplace::content.
    [[nodiscard]] virtual qsizetype contentBytes() const { return 300'000; }
    /// The last try needed not send all of it.
    [[nodiscard]] virtual bool wentOn() const { return false; }

protected:
    [[nodiscard]] const JobControl &job() const { return m_job; }

private:
    JobControl m_job;
};

} // namespace navette
