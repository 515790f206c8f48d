// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "accounts/userfolders.h"
#include "base/hardening.h"
#include "base/privatefolder.h"
#include "shell/languages.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/tour.h"
#include "shell/workspace.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

constexpr int usageExit = 2; // cli.md: wrong usage

struct StartOptions {
    bool practice = false;
    QString tourFolder;
    QString dataFolder;
    QString language; ///< empty: as remembered
    QString scheme;   ///< empty: as remembered
    QStringList files;
};

std::optional<StartOptions> parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("navette::ui::Application", "Send contact files to marketing platforms."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption practice(u"practice"_s, u"Start with the practice account open."_s);
    const QCommandLineOption tour(u"tour"_s, u"Drive the window through the main job; write pictures to <dir>."_s,
                                  u"dir"_s);
    const QCommandLineOption data(u"data"_s, u"Keep accounts, history and settings in <dir>."_s, u"dir"_s);
    const QCommandLineOption language(u"lang"_s, u"system, en or fr."_s, u"language"_s);
    const QCommandLineOption scheme(u"scheme"_s, u"system, light or dark."_s, u"scheme"_s);
    parser.addOptions({practice, tour, data, language, scheme});
    parser.addPositionalArgument(u"files"_s, u"Contact files to deposit, or an account file."_s, u"[files…]"_s);
    parser.process(application);
    StartOptions options{parser.isSet(practice), parser.value(tour),   parser.value(data),
                         parser.value(language), parser.value(scheme), parser.positionalArguments()};
    const bool wrong =
        (!options.language.isEmpty() && !QStringList{u"system"_s, u"en"_s, u"fr"_s}.contains(options.language)) ||
        (!options.scheme.isEmpty() && !QStringList{u"system"_s, u"light"_s, u"dark"_s}.contains(options.scheme));
    if (wrong) {
        std::fputs("navette: --lang takes system, en or fr; --scheme takes system, light or dark\n", stderr);
        return {};
    }
    return options;
}

Scheme schemeFromKey(const QString &key)
{
    return key == "dark"_L1 ? Scheme::Dark : (key == "light"_L1 ? Scheme::Light : Scheme::System);
}

/// Makes the window, and makes it anew in another language.
class WindowKeeper final : public QObject
{
public:
    WindowKeeper(QApplication &application, Workspace &workspace) : m_application(application), m_workspace(workspace)
    {
        make();
    }
    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    void make()
    {
        m_window = std::make_unique<MainWindow>(m_workspace);
        connect(m_window.get(), &MainWindow::schemeChosen, this,
                [this](const QString &key) { applyTheme(m_application, schemeFromKey(key)); });
        connect(
            m_window.get(), &MainWindow::languageChosen, this,
            [this](const QString &key) {
                WindowSettings().language.set(key);
                const QRect geometry = m_window->geometry();
                QApplication::setQuitOnLastWindowClosed(false);
                m_window.reset();
                applyLanguage(key);
                make();
                m_window->setGeometry(geometry);
                m_window->show();
                QApplication::setQuitOnLastWindowClosed(true);
            },
            Qt::QueuedConnection); // the old window is still in the function that said so
    }
    QApplication &m_application;
    Workspace &m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void openFiles(MainWindow &window, Workspace &workspace, const QStringList &files)
{
    if (files.isEmpty())
        return;
    if (files.size() == 1 && files.first().endsWith(".navette"_L1)) {
        window.importAccountFile(files.first());
        return;
    }
    const auto sessions = workspace.sessions();
    window.openDeposit(sessions.empty() ? nullptr : sessions.front(), files, {});
}

int run(QApplication &application, const StartOptions &options)
{
    auto workspace = Workspace::open();
    if (!workspace) {
        QMessageBox box(QMessageBox::Critical, u"Navette"_s, workspace.error().message, QMessageBox::Close);
        box.setDetailedText(workspace.error().detail);
        if (options.tourFolder.isEmpty())
            box.exec();
        std::fprintf(stderr, "%s\n", qUtf8Printable(workspace.error().message));
        return 1;
    }
    // What a crash left, copies of contacts among it.
    (void)QtConcurrent::run([] { PrivateFolder::removeLeftovers(toLocalPath(QDir::tempPath())); });
    WindowKeeper keeper(application, **workspace);
    if (!options.tourFolder.isEmpty())
        return runTour(application, keeper.window(), **workspace, options.tourFolder);
    keeper.window().show();
    if (options.practice)
        keeper.window().openPractice();
    else if (WindowSettings().practiceOn.get())
        (*workspace)->startPractice();
    openFiles(keeper.window(), **workspace, options.files);
    return QApplication::exec();
}

} // namespace

int runApplication(int argc, char *argv[])
{
    keepMemoryOutOfCrashFiles();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Navette"_s);
    QCoreApplication::setOrganizationName(u"Navette"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(NAVETTE_VERSION));
    QGuiApplication::setDesktopFileName(u"navette"_s);
    const auto options = parse(application);
    if (!options)
        return usageExit;

    // The tour has a profile of its own, so that it begins as a first start does and touches nothing of the user's.
    QTemporaryDir tourData;
    if (!options->dataFolder.isEmpty())
        qputenv("NAVETTE_DATA_DIR", options->dataFolder.toUtf8());
    else if (!options->tourFolder.isEmpty())
        qputenv("NAVETTE_DATA_DIR", tourData.path().toUtf8());
    useSettingsIn(QString::fromStdU16String(userDataFolder().u16string()));

    const WindowSettings settings;
    const bool tour = !options->tourFolder.isEmpty();
    QString language = options->language.isEmpty() ? settings.language.get() : options->language;
    QString scheme = options->scheme.isEmpty() ? settings.scheme.get() : options->scheme;
    if (tour && options->language.isEmpty())
        language = u"en"_s;
    if (tour && options->scheme.isEmpty())
        scheme = u"light"_s;
    applyLanguage(language);
    applyTheme(application, schemeFromKey(scheme));
    QApplication::setWindowIcon(applicationIcon());
    return run(application, *options);
}

} // namespace navette::ui
