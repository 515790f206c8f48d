// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/secretstore.h"
#include "base/translations.h"
#include "deposit/depositpage.h"
#include "deposit/filelist.h"
#include "deposit/stattile.h"
#include "flows/flowcatalog.h"
#include "pipeline/accountsession.h"
#include "pipeline/transferqueue.h"
#include "style/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// What tests of the deposit page have in common.
namespace navette::test
{

using namespace navette::ui;
using namespace Qt::StringLiterals;

/// The flows as they are, but for a platform that takes `maxBytes` of a file: splitting need not be tried on 20 MB.
inline FlowCatalog catalogWithLimit(qint64 maxBytes)
{
    const QTemporaryDir folder;
    const QDir resources(QStringLiteral(NAVETTE_SOURCE_DIR "/resources/flows"));
    for (const QString &name : resources.entryList({u"*.json"_s})) {
        QFile from(resources.filePath(name));
        QFile to(folder.filePath(name));
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
            qFatal("The flows cannot be copied.");
        const QByteArray limit = QByteArray::number(maxBytes);
        to.write(from.readAll().replace("20971520", limit).replace("20000000", limit));
    }
    auto catalog = FlowCatalog::loadFolder(folder.path());
    if (!catalog)
        qFatal("%s %s", qPrintable(catalog.error().message), qPrintable(catalog.error().detail));
    return *std::move(catalog);
}

/// A session that never connects: everything but sending works.
struct Desk {
    FlowCatalog catalog;
    std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    TransferQueue transfers;
    QTemporaryDir folder;
    std::shared_ptr<Journal> journal = Journal::at(toLocalPath(folder.filePath(u"journal.sqlite"_s)));
    std::unique_ptr<AccountSession> session;

    static Account acme()
    {
        Account account;
        account.id = u"acme"_s;
        account.name = u"Acme France"_s;
        account.settings.deduplication = Deduplication::Triplet;
        return account;
    }

    explicit Desk(const Account &account = acme(), FlowCatalog flows = *FlowCatalog::load()) : catalog(std::move(flows))
    {
        session = std::make_unique<AccountSession>(account, AccountSession::Services{.flows = catalog,
                                                                                     .journal = journal,
                                                                                     .secrets = *secrets,
                                                                                     .transfers = transfers,
                                                                                     .knownHostsFile = {},
                                                                                     .askHostKey = {}});
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The sample cannot be written.");
        return file.fileName();
    }
};

inline Button *depositButton(const DepositPage &page)
{
    return page.findChild<Button *>(u"depositButton"_s);
}

inline QString note(const DepositPage &page)
{
    return page.findChild<Label *>(u"depositNote"_s)->text();
}

inline qint64 tile(const DepositPage &page, const QString &name)
{
    return page.findChild<StatTile *>(name)->number();
}

inline QCheckBox *repairBox(const DepositPage &page, RepairKind kind)
{
    return page.findChild<QCheckBox *>(u"repair-"_s + key(kind));
}

inline DepositFile *fileOf(const DepositPage &page, int row = 0)
{
    return page.findChild<FileListModel *>()->file(row);
}

inline bool waitForCheck(const DepositPage &page, int row = 0)
{
    return QTest::qWaitFor(
        [&] { return fileOf(page, row) && fileOf(page, row)->state() != DepositFile::State::Checking; }, 20'000);
}

inline void chooseMode(const DepositPage &page, ImportMode mode)
{
    auto *box = page.findChild<QComboBox *>(u"mode"_s);
    box->setCurrentIndex(box->findData(key(mode)));
    Q_EMIT box->activated(box->currentIndex());
}

inline bool waitForCopy(const DepositPage &page, int row = 0)
{
    return QTest::qWaitFor([&] { return fileOf(page, row)->copyState() == DepositFile::CopyState::Ready; }, 20'000);
}

/// In the scheme and the language in which a person wants to look at the pictures.
inline void dressUp()
{
    applyTheme(*qApp, qEnvironmentVariableIsSet("NAVETTE_DARK") ? Scheme::Dark : Scheme::Light);
    if (qEnvironmentVariableIsSet("NAVETTE_LANG"))
        installTranslations(*qApp, QLocale(qEnvironmentVariable("NAVETTE_LANG")));
}

/// Whether English words stand there; in another language the pictures are all that counts.
inline bool says(const QString &text, QStringView words)
{
    return qEnvironmentVariableIsSet("NAVETTE_LANG") || text.contains(words);
}

/// A picture for the eye, where NAVETTE_SHOTS names a folder.
inline void shootAsIs(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("NAVETTE_SHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(300);
    const QString scheme = isDark() ? u"-dark.png"_s : u".png"_s;
    widget.grab().save(folder + u'/' + name + scheme);
}

inline void shoot(QWidget &page, const QString &name)
{
    if (qEnvironmentVariableIsSet("NAVETTE_SHOTS"))
        page.resize(1212, 864); // the page's part of a window of 1440 × 900
    shootAsIs(page, name);
}

} // namespace navette::test
