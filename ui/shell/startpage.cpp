// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/startpage.h"

#include "shell/droppedfiles.h"
#include "shell/languages.h"
#include "style/icons.h"
#include "style/painting.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int cardWidth = 290;
constexpr int cardHeight = 240;

/// An icon on a tinted or filled square.
class IconTile final : public QWidget
{
public:
    IconTile(const QString &iconName, int side, bool filled, QWidget *parent)
        : QWidget(parent), m_iconName(iconName), m_filled(filled)
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        const int side = m_filled ? width() * 3 / 5 : width() / 2;
        drawRounded(painter, rect(), color(m_filled ? ColorRole::Accent : ColorRole::AccentTint), {}, width() / 4.5);
        painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                           iconPixmap(m_iconName, color(m_filled ? ColorRole::OnAccent : ColorRole::Accent), side,
                                      devicePixelRatioF()));
    }

private:
    QString m_iconName;
    bool m_filled;
};

class StartCard final : public QWidget
{
public:
    StartCard(const QString &iconName, const QString &title, const QString &text, Button *button, bool first,
              QWidget *parent)
        : QWidget(parent), m_first(first)
    {
        setFixedSize(cardWidth, cardHeight);
        auto *head = new Label(title, TextStyle::Section, ColorRole::Text, this);
        head->setPixelSize(15);
        auto *words = new Label(text, TextStyle::Body, ColorRole::Muted, this);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(22, 20, 22, 22);
        layout->setSpacing(metrics::small);
        layout->addWidget(new IconTile(iconName, 40, false, this));
        layout->addSpacing(2);
        layout->addWidget(head);
        layout->addWidget(words, 1);
        layout->addWidget(button);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event);
        QPainter painter(this);
        drawRounded(painter, rect(), color(ColorRole::Surface), color(m_first ? ColorRole::Accent : ColorRole::Border),
                    metrics::cardRadius, m_first ? 2 : 1);
    }

private:
    bool m_first;
};

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent)
{
    setAcceptDrops(true);
    m_practice = new Button(tr("Open the practice account"), ButtonKind::Primary, {}, this);
    setFocusProxy(m_practice); // Return is enough for who just wants to see it
    auto *add = new Button(tr("Add an account…"), ButtonKind::Secondary, {}, this);
    auto *join = new Button(tr("Choose a file…"), ButtonKind::Secondary, {}, this);
    m_practice->setObjectName(u"openPractice"_s);
    add->setObjectName(u"addAccount"_s);
    connect(m_practice, &QPushButton::clicked, this, &StartPage::practiceChosen);
    connect(add, &QPushButton::clicked, this, &StartPage::addAccountChosen);
    connect(join, &QPushButton::clicked, this, &StartPage::chooseAccountFile);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(metrics::large);
    cards->addStretch();
    cards->addWidget(new StartCard(u"board"_s, tr("Practise first"),
                                   tr("A complete platform on this computer, with sample files, good and faulty. "
                                      "Nothing leaves your computer and nothing can go wrong."),
                                   m_practice, true, this));
    cards->addWidget(new StartCard(u"plus"_s, tr("Add your account"),
                                   tr("You need the server’s name, your user name and a password or key from your "
                                      "platform. Two minutes, tested at every step."),
                                   add, false, this));
    cards->addWidget(new StartCard(u"people"_s, tr("Join your team"),
                                   tr("A colleague’s account file (.navette) brings everything but the password. "
                                      "Drop it here or choose it."),
                                   join, false, this));
    cards->addStretch();

    m_problem = new Label({}, TextStyle::Body, ColorRole::Bad, this);
    m_problem->setAlignment(Qt::AlignHCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(10);
    layout->addWidget(makeHead());
    layout->addSpacing(metrics::huge);
    layout->addLayout(cards);
    layout->addSpacing(metrics::large);
    layout->addWidget(m_problem);
    layout->addWidget(makeFoot());
    layout->addStretch(10);
}

QWidget *StartPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new Label(tr("Welcome to Navette"), TextStyle::PageTitle, ColorRole::Text, head);
    title->setPixelSize(27);
    auto *sentence = new Label(tr("Send contact files that your platform takes the first time, and keep what it sends "
                                  "back."),
                               TextStyle::Body, ColorRole::Muted, head);
    sentence->setPixelSize(14);
    title->setAlignment(Qt::AlignHCenter);
    sentence->setAlignment(Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(new IconTile(u"navette"_s, 52, true, head), 0, Qt::AlignHCenter);
    layout->addWidget(title);
    layout->addWidget(sentence);
    return head;
}

QWidget *StartPage::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *words = new Label(tr("Or drop a CSV or ZIP file here to check it against a flow without any account"),
                            TextStyle::Secondary, ColorRole::Muted, foot);
    auto *language = new Button(currentLanguageName(), ButtonKind::Quiet, u"chevron-down"_s, foot);
    language->setIconTrailing(true);
    language->setSmall(true);
    language->setToolTip(tr("Language"));
    language->setAccessibleName(tr("Language: %1").arg(currentLanguageName()));
    connect(language, &QPushButton::clicked, this, [this, language] {
        QMenu menu(this);
        for (const Language &choice : languages())
            menu.addAction(choice.name)->setData(choice.key);
        if (const QAction *chosen = menu.exec(language->mapToGlobal(QPoint(0, language->height()))))
            Q_EMIT languageChosen(chosen->data().toString());
    });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tiny);
    layout->addStretch();
    layout->addWidget(words);
    layout->addWidget(new Label(u"·"_s, TextStyle::Secondary, ColorRole::Muted, foot));
    layout->addWidget(language);
    layout->addStretch();
    return foot;
}

void StartPage::setPracticeStarting(bool starting, const QString &problem)
{
    m_practice->setEnabled(!starting);
    m_practice->setText(starting ? tr("Starting the practice platform…") : tr("Open the practice account"));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StartPage::chooseAccountFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose an account file"), {},
                                                      tr("Account files (*.navette *.json);;All files (*)"));
    if (!file.isEmpty())
        Q_EMIT accountFileChosen(file);
}

void StartPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFilesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StartPage::dropEvent(QDropEvent *event)
{
    const QStringList files = localFilesOf(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    if (files.size() == 1 && isAccountFile(files.first()))
        Q_EMIT accountFileChosen(files.first());
    else
        Q_EMIT filesDropped(files);
}

} // namespace navette::ui
