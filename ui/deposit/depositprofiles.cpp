// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DepositPage's choice of the profiles that the platform knows (accengage.md, Common).
#include "deposit/depositpage.h"
#include "deposit/filelist.h"
#include "deposit/outcomepanel.h"
#include "deposit/profilecheck.h"
#include "deposit/profilesdialog.h"
#include "pipeline/accountsession.h"
#include "pipeline/profileexports.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

Result<std::vector<ExportFile>> keptDeviceExports(const Account &account, const LocalPath &archiveFolder)
{
    std::vector<ExportFile> files = keptExports(account, archiveFolder);
    std::erase_if(files, [](const ExportFile &file) { return file.flowId != "accengage/exportDevices"_L1; });
    return files;
}

} // namespace

void DepositPage::describeProfiles(OutcomeFacts &facts) const
{
    facts.hasProfiles = takesKnownProfiles(*flow());
    if (!facts.hasProfiles)
        return;
    const ProfileCheck::Words words = m_profiles->wordsFor(*m_file);
    facts.profiles = words.text;
    facts.profilesRole = words.role;
    facts.profilesChosen = !m_profiles->exports().empty();
}

void DepositPage::chooseProfiles()
{
    const auto open = [this](const Result<std::vector<ExportFile>> &kept) {
        auto *dialog = new ProfilesDialog(kept.value_or(std::vector<ExportFile>{}), m_profiles->exports(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { takeProfiles(dialog->chosen()); });
        dialog->open();
    };
    if (m_session == nullptr || m_archiveFolder.empty())
        return open(std::vector<ExportFile>{});
    auto work = [account = m_session->account(), folder = m_archiveFolder] {
        return keptDeviceExports(account, folder);
    };
    whenFinished(QtConcurrent::run(std::move(work)), this, open);
}

void DepositPage::takeProfiles(std::vector<LocalPath> exports)
{
    m_depositWhenReady = false;
    m_profiles->choose(std::move(exports), context().settings);
}

void DepositPage::useProfiles()
{
    if (!m_profiles->isReading() && m_usedProfiles != m_profiles->known()) {
        m_usedProfiles = m_profiles->known();
        if (flow() != nullptr && takesKnownProfiles(*flow()))
            checkAllAgain();
    }
    showOutcome();
}

} // namespace navette::ui
