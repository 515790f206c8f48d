// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/previewdialog.h"

#include "base/safename.h"
#include "pipeline/filework.h"
#include "shell/transfersmodel.h"
#include "style/banner.h"
#include "style/text.h"
#include "style/widgets.h"
#include "table/csvbrowser.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace navette::ui
{

PreviewDialog::PreviewDialog(std::shared_ptr<RemoteLink> link, const RemotePath &path, const RemoteEntry &entry,
                             QWidget *parent)
    : QDialog(parent)
    , m_status(new Label({}, TextStyle::Secondary, ColorRole::Muted, this))
    , m_banner(new Banner(this))
    , m_entries(new QListWidget(this))
    , m_browser(new CsvBrowser(this))
    , m_bytes(entry.size)
{
    setWindowTitle(visibleName(entry.name));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1000, 640);
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

    connect(&m_fetching, &TransferQueue::updated, this, &PreviewDialog::showStatus);
    auto *clock = new QTimer(this); // a wait grows shorter
    connect(clock, &QTimer::timeout, this, &PreviewDialog::showStatus);
    clock->start(std::chrono::seconds(1));
    fetch(std::move(link), path);
}

PreviewDialog::~PreviewDialog() = default;

Result<PreviewDialog::Content> PreviewDialog::contentOf(const LocalPath &file)
{
    const auto kind = archive::kindOf(file);
    if (!kind)
        return tl::make_unexpected(kind.error());
    Content content{.kind = *kind, .entries = {}};
    if (content.kind == archive::Kind::Zip) {
        auto entries = archive::listZip(file);
        if (!entries)
            return tl::make_unexpected(entries.error());
        content.entries = std::move(*entries);
    }
    return content;
}

void PreviewDialog::fetch(std::shared_ptr<RemoteLink> link, const RemotePath &path)
{
    auto folder = PrivateFolder::make();
    if (!folder)
        return fail(folder.error());
    m_folder.emplace(std::move(*folder));
    m_file = m_folder->path() / toLocalPath(safeLocalName(path.name()));
    addTransfer(m_fetching, {}, downloadWork(std::move(link), path, m_file), this,
                [this](const Result<TransferSummary> &fetched) {
                    if (!fetched)
                        return fail(fetched.error());
                    whenFinished(QtConcurrent::run(&PreviewDialog::contentOf, m_file), this,
                                 [this](const Result<Content> &content) {
                                     if (content)
                                         apply(*content);
                                     else
                                         fail(content.error());
                                 });
                });
    showStatus();
}

void PreviewDialog::showStatus()
{
    if (m_fetching.transfers().empty())
        return;
    const Transfer &transfer = m_fetching.transfers().front();
    m_status->setVisible(!transfer.isEnded());
    QString status = m_bytes >= 0 ? tr("Fetching %1 …").arg(sizeText(m_bytes)) : tr("Fetching …");
    if (transfer.state == TransferState::Waiting)
        status += QStringLiteral(" · ") + statusText(transfer);
    else if (transfer.bytesDone > 0 && transfer.bytesTotal > 0)
        status = tr("%1 of %2").arg(sizeText(transfer.bytesDone), sizeText(transfer.bytesTotal));
    m_status->setText(status);
}

void PreviewDialog::fail(const Error &error)
{
    m_banner->showError(error);
    if (!m_fetching.transfers().empty() && m_fetching.transfers().front().state == TransferState::Failed)
        m_banner->offer(tr("Try again"), [this] { m_fetching.retry(m_fetching.transfers().front().id); });
}

void PreviewDialog::apply(const Content &content)
{
    m_zipEntries = content.entries;
    switch (content.kind) {
    case archive::Kind::Zip:
        for (const archive::ZipEntry &entry : m_zipEntries)
            m_entries->addItem(entry.directory ? entry.name : tr("%1 · %2").arg(entry.name, sizeText(entry.size)));
        m_entries->show();
        m_entries->setCurrentRow(0);
        break;
    case archive::Kind::Gzip:
        m_browser->show([file = m_file,
                         name = windowTitle()](const JobControl &job) -> Result<std::shared_ptr<const csv::CsvFile>> {
            auto bytes = archive::readGzip(file, {}, job);
            if (!bytes)
                return tl::make_unexpected(bytes.error());
            return csv::CsvFile::fromBytes(std::move(*bytes), name);
        });
        break;
    case archive::Kind::Plain:
        m_browser->show([file = m_file](const JobControl &) { return csv::CsvFile::open(file); },
                        [file = m_file](const JobControl &) { return csv::CsvFile::openHead(file); });
        break;
    }
}

void PreviewDialog::showEntry(int index)
{
    if (index < 0 || m_zipEntries.at(static_cast<std::size_t>(index)).directory)
        return;
    m_browser->show([file = m_file, index, name = m_zipEntries.at(static_cast<std::size_t>(index)).name](
                        const JobControl &job) -> Result<std::shared_ptr<const csv::CsvFile>> {
        auto bytes = archive::readZipEntry(file, index, {}, job);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        return csv::CsvFile::fromBytes(std::move(*bytes), name);
    });
}

} // namespace navette::ui
