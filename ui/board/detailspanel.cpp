// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/detailspanel.h"

#include "board/cardface.h"
#include "style/icons.h"
#include "style/text.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int shownCauses = 5;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout *inner = item->layout())
            clear(inner);
    }
}

/// One sentence on where the file stands.
QString situationOf(const Card &card)
{
    const QString when = whenText(card.changedAt.isValid() ? card.changedAt : card.depositedAt);
    const auto taken = secondsTaken(card);
    switch (card.column) {
    case BoardColumn::Waiting:
        return DetailsPanel::tr("Waiting for the platform to take it");
    case BoardColumn::Processing:
        return DetailsPanel::tr("The platform is working on it");
    case BoardColumn::Accepted:
        return taken ? DetailsPanel::tr("Accepted %1, %2 after the deposit").arg(when, durationText(*taken))
                     : DetailsPanel::tr("Accepted %1").arg(when);
    case BoardColumn::Refused:
        return taken ? DetailsPanel::tr("Refused %1, %2 after the deposit").arg(when, durationText(*taken))
                     : DetailsPanel::tr("Refused %1").arg(when);
    case BoardColumn::NotConfirmed:
        return DetailsPanel::tr("The platform takes it once its confirmation file (.txt) is there");
    case BoardColumn::WaitingForPickup:
        return card.nextPickup ? DetailsPanel::tr("Next pick-up expected %1").arg(whenText(*card.nextPickup))
                               : DetailsPanel::tr("Waiting for pick-up");
    case BoardColumn::PickedUp:
        return DetailsPanel::tr("Picked up %1").arg(when);
    }
    return {};
}

QString shortened(const QString &sha256)
{
    return sha256.size() > 12 ? sha256.left(4) + u'…' + sha256.right(5) : sha256;
}

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent) : QWidget(parent)
{
    m_content = makeContent();
    m_hint = new Label(tr("Select a file to see where it stands."), TextStyle::Secondary, ColorRole::Muted, this);
    setAccessibleName(tr("Details"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_hint, 1);
    setMinimumWidth(240);
    showNothing();
}

QWidget *DetailsPanel::makeContent()
{
    auto *content = new QWidget(this);
    auto *scroll = new QScrollArea(content);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget;
    inner->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);

    m_title = new Label({}, TextStyle::Section, ColorRole::Text, inner);
    m_title->setPixelSize(15);
    m_title->setWordWrap(true);
    m_title->setMinimumWidth(1);
    m_subtitle = new Label({}, TextStyle::Secondary, ColorRole::Muted, inner);
    m_subtitle->setWordWrap(true);
    m_causesTitle = new Label({}, TextStyle::Section, ColorRole::Text, inner);
    m_causes = new QVBoxLayout;
    m_causes->setSpacing(metrics::small);
    m_repair = new Button(tr("Repair and deposit again"), ButtonKind::Primary, u"repair"_s, inner);
    m_repair->setLarge(true);
    m_repair->setObjectName(u"repairRefused"_s);
    m_open = new Button(tr("Open the file"), ButtonKind::Secondary, {}, inner);
    m_open->setLarge(true);
    m_retry = new Button(tr("Fetch it again"), ButtonKind::Secondary, u"refresh"_s, inner);
    for (Button *button : {m_repair, m_open, m_retry})
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_repair, &QPushButton::clicked, this, &DetailsPanel::repairRequested);
    connect(m_open, &QPushButton::clicked, this, &DetailsPanel::openRequested);
    connect(m_retry, &QPushButton::clicked, this, &DetailsPanel::retryRequested);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(metrics::large);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(18, 18, 18, metrics::small);
    layout->setSpacing(metrics::tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_causesTitle);
    layout->addSpacing(2);
    layout->addLayout(m_causes);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_repair);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_open);
    layout->addWidget(m_retry);
    layout->addSpacing(metrics::medium);
    layout->addLayout(m_facts);
    layout->addStretch();

    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(makeFoot());
    return content;
}

QWidget *DetailsPanel::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(metrics::small, 0, metrics::small, metrics::medium);
    layout->setSpacing(0);
    auto *copy = new Button(tr("Copy details"), ButtonKind::Quiet, {}, foot);
    auto *files = new Button(tr("Show in Files"), ButtonKind::Quiet, {}, foot);
    m_history = new Button(tr("Show in History"), ButtonKind::Quiet, {}, foot);
    connect(copy, &QPushButton::clicked, this, &DetailsPanel::copyDetails);
    connect(files, &QPushButton::clicked, this, &DetailsPanel::filesRequested);
    connect(m_history, &QPushButton::clicked, this, &DetailsPanel::historyRequested);
    for (Button *button : {copy, files, m_history}) {
        button->setSmall(true);
        layout->addWidget(button);
    }
    layout->addStretch();
    return foot;
}

void DetailsPanel::showNothing()
{
    m_content->hide();
    m_hint->show();
}

void DetailsPanel::show(const Card &card, const Examination *examination, bool repairedSince)
{
    m_hint->hide();
    m_content->show();
    m_title->setText(QString(card.fileName).replace(u'_', u"_\u200B"_s));
    m_subtitle->setText(situationOf(card));
    m_copyText = {card.fileName, situationOf(card)};
    const bool refused = card.column == BoardColumn::Refused;
    const bool failed = examination && examination->state == Examination::State::Failed;
    const bool fetched = examination && (examination->state == Examination::State::Done ||
                                         examination->state == Examination::State::Checking);
    m_repair->setVisible(refused && !failed && !repairedSince);
    m_repair->setEnabled(fetched);
    m_open->setVisible(refused && !failed);
    m_open->setEnabled(fetched);
    m_retry->setVisible(refused && failed);
    clear(m_causes);
    m_causesTitle->setVisible(refused);
    if (refused)
        showCauses(card, examination, repairedSince);
    showFacts(card);
}

void DetailsPanel::showCauses(const Card &card, const Examination *examination, bool repairedSince)
{
    Q_UNUSED(card);
    m_causesTitle->setText(tr("Most likely why"));
    if (!examination || examination->state == Examination::State::Fetching) {
        addSentence(tr("Fetching the file to see why…"));
        return;
    }
    switch (examination->state) {
    case Examination::State::Fetching:
        return;
    case Examination::State::Checking:
        addSentence(tr("Checking the file…"));
        return;
    case Examination::State::Failed:
        m_causesTitle->setText(tr("The file could not be fetched"));
        addSentence(examination->error->message);
        return;
    case Examination::State::Done:
        break;
    }
    if (repairedSince)
        addSentence(tr("A later file of this list is on its way or was accepted."));
    const auto &findings = examination->report->findings;
    if (findings.empty()) {
        addSentence(tr("Navette finds nothing wrong with this file. The platform’s support can say why it was "
                       "refused; “Copy details” gives them what they need."));
        return;
    }
    int shown = 0;
    for (const Finding &finding : findings) {
        if (shown == shownCauses)
            break;
        ++shown;
        const bool grave = finding.severity == Severity::Error;
        // That the file is refused is known here; what it holds says more than that it would be.
        const bool place = finding.refusesFile && !finding.places.empty() && !finding.places.front().message.isEmpty();
        const QString rest = place ? finding.places.front().message : finding.consequence;
        const QString strong = finding.headline.endsWith(u'.') ? finding.headline : finding.headline + u'.';
        addCause(grave ? u"error"_s : u"warning"_s, grave ? ColorRole::Bad : ColorRole::Warn, strong, rest);
        m_copyText << u"– %1 %2"_s.arg(strong, rest);
    }
    const int more = static_cast<int>(findings.size()) - shown;
    if (more > 0)
        addSentence(tr("and %n more, in the file", nullptr, more));
}

void DetailsPanel::addCause(const QString &iconName, ColorRole role, const QString &strong, const QString &rest)
{
    auto *row = new QWidget(this);
    auto *mark = new QLabel(row);
    mark->setPixmap(iconPixmap(iconName, color(role), 16, devicePixelRatioF()));
    mark->setAlignment(Qt::AlignTop);
    // Findings quote the file: nothing of it may become markup.
    auto *words = new Label(u"<b style='font-weight:600'>%1</b> %2"_s.arg(strong.toHtmlEscaped(), rest.toHtmlEscaped()),
                            TextStyle::Body, ColorRole::Text, row);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setMinimumWidth(1);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    m_causes->addWidget(row);
}

void DetailsPanel::addSentence(const QString &text)
{
    auto *sentence = new Label(text, TextStyle::Body, ColorRole::Muted, this);
    sentence->setWordWrap(true);
    m_causes->addWidget(sentence);
}

void DetailsPanel::addFact(const QString &name, const QString &value, const QString &toolTip)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    auto *key = new Label(name, TextStyle::Secondary, ColorRole::Muted, this);
    // File names may break after their underscores.
    QString broken = value;
    broken.replace(u'_', u"_\u200B"_s);
    auto *text = new Label(broken, TextStyle::Secondary, ColorRole::Text, this);
    text->setWordWrap(true);
    text->setToolTip(toolTip);
    text->setMinimumWidth(1); // a long name wraps or is cut; the panel never grows wider than its place
    m_facts->addWidget(key, row, 0, Qt::AlignTop);
    m_facts->addWidget(text, row, 1);
    m_copyText << tr("%1: %2").arg(name, toolTip.isEmpty() ? value : toolTip);
}

void DetailsPanel::showFacts(const Card &card)
{
    clear(m_facts);
    addFact(tr("List"), card.listName);
    if (card.deposit) {
        if (const auto mode = importModeFromKey(card.deposit->mode))
            addFact(tr("Mode"), label(*mode));
        if (card.deposit->contacts >= 0)
            addFact(tr("Contacts"), numberText(card.deposit->contacts));
    }
    if (card.depositedAt.isValid()) {
        const QString when = whenText(card.depositedAt);
        addFact(tr("Deposited"), card.deposit ? tr("%1 by %2").arg(when, senderText(*card.deposit)) : when,
                exactWhenText(card.depositedAt));
    }
    addFact(tr("Size"), card.size >= 0 ? sizeText(card.size) : QString(),
            card.size >= 0 ? tr("%1 bytes").arg(numberText(card.size)) : QString());
    addFact(tr("On platform"), RemotePath(card.path.name()).displayText(), card.path.displayText());
    if (card.deposit) {
        addFact(tr("SHA-256"), shortened(card.deposit->sha256), card.deposit->sha256);
        addFact(tr("Message"), card.deposit->message);
    } else {
        addFact(tr("Sent by"), tr("somebody else, or another computer"));
    }
    m_history->setVisible(card.deposit.has_value());
}

void DetailsPanel::copyDetails()
{
    QGuiApplication::clipboard()->setText(m_copyText.join(u'\n'));
}

void DetailsPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter(this).fillRect(rect(), color(ColorRole::Surface));
}

} // namespace navette::ui
