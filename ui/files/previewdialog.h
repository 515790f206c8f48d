// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "base/privatefolder.h"
#include "pipeline/transferqueue.h"

#include <QDialog>

class QListWidget;

namespace navette::ui
{

class Banner;
class CsvBrowser;
class Label;

/// A file of the server as a table, without keeping it: fetched into a private folder that goes away with the window.
/// A zip shows its entries beside the table. A broken line is waited for.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(std::shared_ptr<RemoteLink> link, const RemotePath &path, const RemoteEntry &entry,
                  QWidget *parent = nullptr);
    ~PreviewDialog() override;

private:
    struct Content {
        archive::Kind kind = archive::Kind::Plain;
        std::vector<archive::ZipEntry> entries; ///< of a zip
    };
    [[nodiscard]] static Result<Content> contentOf(const LocalPath &file);
    void fetch(std::shared_ptr<RemoteLink> link, const RemotePath &path);
    void showStatus();
    void fail(const Error &error);
    void apply(const Content &content);
    void showEntry(int index);

    Label *m_status;
    Banner *m_banner;
    QListWidget *m_entries;
    CsvBrowser *m_browser;
    qint64 m_bytes; ///< -1: unknown
    std::optional<PrivateFolder> m_folder;
    LocalPath m_file; ///< in the folder
    std::vector<archive::ZipEntry> m_zipEntries;
    TransferQueue m_fetching; ///< this file; the last, as it writes to the folder
};

} // namespace navette::ui
