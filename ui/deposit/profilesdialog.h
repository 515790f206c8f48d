// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reporting/exports.h"

#include <QDialog>

class QListWidget;

namespace navette::ui
{

class Button;
class Label;

/// Which exports of devices rows are checked against: those kept on this computer, and files from elsewhere.
class ProfilesDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `kept` are exports of devices, newest first; `chosen` are ticked.
    ProfilesDialog(const std::vector<ExportFile> &kept, const std::vector<LocalPath> &chosen, QWidget *parent);
    /// Adds them ticked.
    void addFiles(const QStringList &localFiles);
    [[nodiscard]] std::vector<LocalPath> chosen() const;

private:
    void addItem(const LocalPath &path, const QString &text, bool ticked);
    void chooseFiles();
    void showState();

    bool m_hadChoice;
    std::vector<LocalPath> m_paths; ///< of the list's rows
    QListWidget *m_list;
    Label *m_none;
    Button *m_apply;
};

} // namespace navette::ui
