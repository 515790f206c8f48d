// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icons.h"
#include "style/theme.h"
#include "style/widgets.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace navette::ui;
using namespace Qt::StringLiterals;

namespace
{

/// WCAG 2.1: relative luminance and contrast ratio.
double luminance(const QColor &c)
{
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QStringList iconNames()
{
    QStringList names;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}))
        names << file.chopped(4);
    return names;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textReachesItsContrast_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("ground");
        using R = ColorRole;
        const std::vector<std::pair<R, R>> pairs{
            {R::Text, R::Window},      {R::Text, R::Surface},   {R::Text, R::Raised},       {R::Muted, R::Window},
            {R::Muted, R::Surface},    {R::Accent, R::Surface}, {R::Accent, R::AccentTint}, {R::OnAccent, R::Accent},
            {R::Ok, R::OkTint},        {R::Warn, R::WarnTint},  {R::Bad, R::BadTint},       {R::Info, R::InfoTint},
            {R::Text, R::OkTint},      {R::Text, R::WarnTint},  {R::Text, R::BadTint},      {R::Text, R::InfoTint},
            {R::Ok, R::Surface},       {R::Warn, R::Surface},   {R::Bad, R::Surface},       {R::Text, R::AccentTint},
            {R::Muted, R::AccentTint},
        };
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const auto &[ink, ground] : pairs)
                QTest::addRow("%s %d on %d", scheme == Scheme::Dark ? "dark" : "light", static_cast<int>(ink),
                              static_cast<int>(ground))
                    << static_cast<int>(scheme) << static_cast<int>(ink) << static_cast<int>(ground);
        }
    }
    void textReachesItsContrast()
    {
        QFETCH(const int, scheme);
        QFETCH(const int, ink);
        QFETCH(const int, ground);
        applyTheme(*qApp, static_cast<Scheme>(scheme));
        const double ratio = contrast(color(static_cast<ColorRole>(ink)), color(static_cast<ColorRole>(ground)));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void schemeIsTold()
    {
        applyTheme(*qApp, Scheme::Dark);
        QVERIFY(isDark());
        QCOMPARE(chosenScheme(), Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), color(ColorRole::Window));
        applyTheme(*qApp, Scheme::Light);
        QVERIFY(!isDark());
    }

    void everyPromisedIconIsThere()
    {
        const QStringList there = iconNames();
        for (const char *name :
             {"board",    "folder",  "reports",  "history", "exports",       "settings",     "plus",       "upload",
              "download", "refresh", "search",   "ok",      "warning",       "error",        "info",       "clock",
              "repair",   "file",    "zip",      "link",    "chevron-right", "chevron-down", "chevron-up", "close",
              "key",      "lock",    "people",   "trash",   "rename",        "copy",         "eye",        "undo",
              "redo",     "filter",  "calendar", "more",    "practice",      "navette"})
            QVERIFY2(there.contains(QString::fromLatin1(name)), name);
    }

    void iconsPaintInTheirColour()
    {
        for (const QString &name : iconNames()) {
            const QImage image = iconPixmap(name, QColor(0, 0, 255), 20, 2.0).toImage();
            QCOMPARE(image.size(), QSize(40, 40));
            bool painted = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    painted = painted || (pixel.alpha() > 200 && pixel.blue() > 200 && pixel.red() < 40);
                }
            }
            QVERIFY2(painted, qPrintable(name));
        }
    }

    void labelFollowsTheScheme()
    {
        applyTheme(*qApp, Scheme::Light);
        Label label(u"Words"_s, TextStyle::Body, ColorRole::Bad);
        QCOMPARE(label.palette().color(QPalette::WindowText), color(ColorRole::Bad));
        applyTheme(*qApp, Scheme::Dark);
        QTRY_COMPARE(label.palette().color(QPalette::WindowText), color(ColorRole::Bad));
    }

    void segmentedGoesByKeys()
    {
        Segmented choice;
        choice.addChoice(u"One"_s, 1);
        choice.addChoice(u"Two"_s, 2);
        choice.setCurrentIndex(0);
        QSignalSpy spy(&choice, &Segmented::currentChanged);
        QTest::keyClick(&choice, Qt::Key_Right);
        QTest::keyClick(&choice, Qt::Key_Right);
        QCOMPARE(choice.currentValue().toInt(), 2);
        QCOMPARE(spy.count(), 1);
    }

    void statePanelRunsItsAction()
    {
        StatePanel panel;
        int runs = 0;
        panel.show(u"board"_s, u"Nothing yet"_s, u"Files show here."_s, u"Do it"_s, [&runs] { ++runs; });
        for (QPushButton *button : panel.findChildren<QPushButton *>()) {
            if (button->text() == u"Do it"_s)
                button->click();
        }
        QCOMPARE(runs, 1);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
