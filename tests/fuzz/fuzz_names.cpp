// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/safename.h"
#include "fuzzinput.h"
#include "sftp/remotepath.h"

using namespace navette;

namespace
{

// reliability.md, part A: nothing that moves the text around it, or cannot be seen.
bool isPlain(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](uint c) {
        const QChar::Category category = QChar::category(c);
        return category != QChar::Other_Control && category != QChar::Other_Format &&
               category != QChar::Other_Surrogate && category != QChar::Separator_Line &&
               category != QChar::Separator_Paragraph;
    });
}

void requireSafe(const QString &name)
{
    FUZZ_REQUIRE(!name.isEmpty() && name.toUtf8().size() <= 200);
    FUZZ_REQUIRE(isPlain(name));
    for (const QChar c : name)
        FUZZ_REQUIRE(!QStringView(u"/\\:*?\"<>|").contains(c));
    FUZZ_REQUIRE(!name.endsWith(u'.') && !name.endsWith(u' ') && !name.startsWith(u' '));
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    for (const char *device : {"CON", "PRN", "AUX", "NUL", "COM1", "COM9", "LPT1", "LPT9"})
        FUZZ_REQUIRE(stem != QLatin1String(device));
    FUZZ_REQUIRE(safeLocalName(name.toUtf8()) == name);
}

} // namespace

// Whatever a server calls a file: it can be shown, kept on any computer, and asked for again only where the name is one
// single component.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider provider(data, size);
    const auto times = provider.ConsumeIntegralInRange<qsizetype>(1, 40); // little input, long names
    const QByteArray bytes = fuzz::remainingBytes(provider).repeated(times);
    FUZZ_REQUIRE(isPlain(visibleName(bytes)));
    requireSafe(safeLocalName(bytes));

    const RemotePath child = RemotePath("in").child(bytes);
    FUZZ_REQUIRE(child.isSafe() == isSafeName(bytes));
    FUZZ_REQUIRE(isPlain(child.displayText()));
    if (child.isSafe()) {
        FUZZ_REQUIRE(child.name() == bytes);
        FUZZ_REQUIRE(child.parent() == RemotePath("in"));
    }
    const RemotePath path(bytes);
    FUZZ_REQUIRE(isPlain(path.displayText()));
    if (path.isSafe()) {
        for (const QByteArray &component : bytes.split('/'))
            FUZZ_REQUIRE(component != ".." && !component.contains('\0'));
    }
    return 0;
}
