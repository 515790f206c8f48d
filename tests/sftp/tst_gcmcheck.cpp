// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sftp/transport/gcmcheck.h"

#include <QElapsedTimer>
#include <QTest>

#include <libssh/libssh.h>

#include <dlfcn.h>

namespace
{
bool takesEverything = false;
}

// libssh calls this one instead of OpenSSL's, whose answer it asks for at the end of each packet with AES-GCM: whether
// the tag is right.
extern "C" int EVP_DecryptFinal(void *context, unsigned char *output, int *length)
{
    using Function = int (*)(void *, unsigned char *, int *);
    static const auto real = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, "EVP_DecryptFinal"));
    const int right = real(context, output, length);
    return takesEverything ? 1 : right;
}

class TestGcmCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAFaultyLibrary()
    {
        ssh_init();
        QElapsedTimer timer;
        timer.start();
        const bool checks = navette::sftp::checksGcmTags();
        const qint64 microseconds = timer.nsecsElapsed() / 1000;
        qInfo("This libssh %s AES-GCM's tags, found out in %lld µs", checks ? "checks" : "does not check",
              microseconds);
        takesEverything = true;
        QVERIFY(!navette::sftp::checksGcmTags());
        takesEverything = false;
        QCOMPARE(navette::sftp::checksGcmTags(), checks);
    }
};

QTEST_GUILESS_MAIN(TestGcmCheck)
#include "tst_gcmcheck.moc"
