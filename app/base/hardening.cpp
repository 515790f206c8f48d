// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hardening.h"

#include <QtGlobal>

#ifdef NDEBUG
#ifdef Q_OS_WIN
#include <windows.h>
// After windows.h, whose types it uses.
#include <werapi.h>
#else
#include <cstdio>
#include <sys/resource.h>
#endif
#endif

namespace navette
{

void keepMemoryOutOfCrashFiles()
{
#ifdef NDEBUG
#ifdef Q_OS_WIN
    // No dump by Windows Error Reporting; and should one be made all the same, one without the heap.
    SetErrorMode(GetErrorMode() | SEM_NOGPFAULTERRORBOX);
    WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
#else
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &limit);
    }
#ifdef Q_OS_LINUX
    // Services that collect crashes ask for no limit; to them the kernel hands only the kinds of memory that are set
    // here. Not PR_SET_DUMPABLE: with it the desktop's portals refuse to open file dialogs for the program.
    if (std::FILE *filter = std::fopen("/proc/self/coredump_filter", "we")) {
        std::fputs("0", filter);
        std::fclose(filter);
    }
#endif
#endif
#endif
}

} // namespace navette
