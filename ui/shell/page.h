// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMimeData;

namespace navette::ui
{

/// One page of the window: it draws its own header (PageHeader) and content; the shell shows one at a time.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Called each time the page comes to the front; fetch what is needed then, never in the constructor.
    virtual void activate() {}
    /// The page's main search or filter field gets the focus (Ctrl+F); false where it has none.
    virtual bool focusSearch() { return false; }
    virtual void refresh() {} ///< F5

Q_SIGNALS:
    /// Somebody wants these local files deposited (or checked) for that flow; empty flow: the person chooses.
    void depositRequested(const QStringList &localFiles, const QString &flowId);
    void closed(); ///< for pages that come and go (Deposit, New account)
};

} // namespace navette::ui
