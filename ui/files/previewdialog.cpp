// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/previewdialog.h"

#include "base/safename.h"
#include "style/banner.h"
#include "style/text.h"
#include "style/widgets.h"
#include "table/csvbrowser.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{

PreviewDialog::PreviewDialog(std::shared_ptr<RemoteFileSystem> remote, const RemotePath &path, const RemoteEntry &entry,
                             QWidget *parent)
    : QDialog(parent)
    , m_status(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_banner(new Banner(this))
    , m_entries(new QListWidget(this))
    , m_browser(new CsvBrowser(this))
{
    setWindowTitle(visibleName(entry.name));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 640);
    m_status->setText(entry.size >= 0 ? tr("Fetching %1 …").arg(sizeText(entry.size)) : tr("Fetching …"));
    m_entries->setFixedWidth(240);
    m_entries->setAccessibleName(tr("Files in the archive"));
    m_entries->hide();
    connect(m_entries, &QListWidget::currentRowChanged, this, &PreviewDialog::showEntry);

    auto *row = new QHBoxLayout;
    row->addWidget(m_entries);
    row->addWidget(m_browser, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::large, metrics::large, metrics::large);
    layout->addWidget(m_status);
    layout->addWidget(m_banner);
    layout->addLayout(row, 1);
    fetch(std::move(remote), path);
}

PreviewDialog::~PreviewDialog()
{
    m_cancel.cancel();
}

void PreviewDialog::fetch(std::shared_ptr<RemoteFileSystem> remote, const RemotePath &path)
{
    // Called in the session's thread, where the dialog may not be looked at: the GUI thread asks whether it is still
    // there.
    const auto reportProgress = [dialog = QPointer(this)](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(qApp, [dialog, done, total] {
            if (dialog && total > 0)
                dialog->m_status->setText(PreviewDialog::tr("%1 of %2").arg(sizeText(done), sizeText(total)));
        });
    };
    const auto future =
        QtConcurrent::run([remote, path, reportProgress, token = m_cancel.token()]() -> Result<Fetched> {
            const JobControl job{.progress = {}, .cancel = token};
            auto folder = PrivateFolder::make();
            if (!folder)
                return tl::make_unexpected(folder.error());
            Fetched fetched{.folder = std::make_shared<PrivateFolder>(std::move(*folder))};
            fetched.file = fetched.folder->path() / toLocalPath(safeLocalName(path.name()));
            if (auto summary = await(remote->download(path, fetched.file, {.progress = reportProgress}), job); !summary)
                return tl::make_unexpected(summary.error());
            auto kind = archive::kindOf(fetched.file);
            if (!kind)
                return tl::make_unexpected(kind.error());
            fetched.kind = *kind;
            if (fetched.kind == archive::Kind::Zip) {
                auto entries = archive::listZip(fetched.file);
                if (!entries)
                    return tl::make_unexpected(entries.error());
                fetched.entries = std::move(*entries);
            }
            return fetched;
        });
    whenFinished(future, this, [this](const Result<Fetched> &fetched) { apply(fetched); });
}

void PreviewDialog::apply(const Result<Fetched> &fetched)
{
    m_status->clear();
    m_status->hide();
    if (!fetched) {
        m_banner->showError(fetched.error());
        return;
    }
    m_fetched = *fetched;
    switch (m_fetched.kind) {
    case archive::Kind::Zip:
        for (const archive::ZipEntry &entry : m_fetched.entries)
            m_entries->addItem(entry.directory ? entry.name : tr("%1 · %2").arg(entry.name, sizeText(entry.size)));
        m_entries->show();
        m_entries->setCurrentRow(0);
        break;
    case archive::Kind::Gzip:
        m_browser->show([file = m_fetched.file,
                         name = windowTitle()](const JobControl &job) -> Result<std::shared_ptr<const csv::CsvFile>> {
            auto bytes = archive::readGzip(file, {}, job);
            if (!bytes)
                return tl::make_unexpected(bytes.error());
            return csv::CsvFile::fromBytes(std::move(*bytes), name);
        });
        break;
    case archive::Kind::Plain:
        m_browser->show([file = m_fetched.file](const JobControl &) { return csv::CsvFile::open(file); },
                        [file = m_fetched.file](const JobControl &) { return csv::CsvFile::openHead(file); });
        break;
    }
}

void PreviewDialog::showEntry(int index)
{
    if (index < 0 || m_fetched.entries.at(static_cast<std::size_t>(index)).directory)
        return;
    m_browser->show([file = m_fetched.file, index, name = m_fetched.entries.at(static_cast<std::size_t>(index)).name](
                        const JobControl &job) -> Result<std::shared_ptr<const csv::CsvFile>> {
        auto bytes = archive::readZipEntry(file, index, {}, job);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        return csv::CsvFile::fromBytes(std::move(*bytes), name);
    });
}

} // namespace navette::ui
