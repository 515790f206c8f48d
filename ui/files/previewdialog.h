// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "base/privatefolder.h"
#include "sftp/remotefilesystem.h"

#include <QDialog>

class QListWidget;

namespace navette::ui
{

class Banner;
class CsvBrowser;
class Label;

/// A file of the server as a table, without keeping it: fetched into a private folder that goes away with the window.
/// A zip shows its entries beside the table.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(std::shared_ptr<RemoteFileSystem> remote, const RemotePath &path, const RemoteEntry &entry,
                  QWidget *parent = nullptr);
    ~PreviewDialog() override;

private:
    struct Fetched {
        std::shared_ptr<PrivateFolder> folder;
        LocalPath file;
        archive::Kind kind = archive::Kind::Plain;
        std::vector<archive::ZipEntry> entries; ///< of a zip
    };
    void fetch(std::shared_ptr<RemoteFileSystem> remote, const RemotePath &path);
    void apply(const Result<Fetched> &fetched);
    void showEntry(int index);

    Label *m_status;
    Banner *m_banner;
    QListWidget *m_entries;
    CsvBrowser *m_browser;
    Fetched m_fetched;
    CancelSource m_cancel;
};

} // namespace navette::ui
