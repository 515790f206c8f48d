// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/widgets.h"

class QListView;
class QProgressBar;
class QTimer;

namespace navette
{
class TransferQueue;
struct Transfer;
} // namespace navette

namespace navette::ui
{

class TransfersModel;

/// The window's foot: one line about what is under way; opened, the list of all transfers.
class TransfersStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit TransfersStrip(TransferQueue &queue, QWidget *parent = nullptr);
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);
    /// A sentence in the line for a while: "The keychain cannot be used …".
    void showNotice(const QString &sentence);

Q_SIGNALS:
    void openChanged(bool open);
    /// Of a transfer that is done: whether the file is the same on both sides.
    void comparisonWanted(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLine();
    QWidget *makeList();
    void updateLine();
    void showTransfer(const Transfer &transfer);
    void updateButtons();
    [[nodiscard]] int selectedId() const;

    TransferQueue &m_queue;
    TransfersModel *m_model;
    QLabel *m_icon = nullptr;
    Label *m_name = nullptr;
    Label *m_target = nullptr;
    QProgressBar *m_bar = nullptr;
    Label *m_status = nullptr;
    Label *m_counts = nullptr;
    Button *m_toggle = nullptr;
    QWidget *m_panel = nullptr;
    QListView *m_list = nullptr;
    Label *m_empty = nullptr;
    Button *m_compare = nullptr;
    Button *m_cancel = nullptr;
    Button *m_retry = nullptr;
    Button *m_clear = nullptr;
    QTimer *m_noticeTimer;
    QTimer *m_countdown; ///< runs while something waits for its next try
    QString m_notice;
};

} // namespace navette::ui
