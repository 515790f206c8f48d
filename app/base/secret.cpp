// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QStringEncoder>

namespace navette
{

/// Made once and never moved, so that no other copy is left behind.
class Secret::Bytes final
{
public:
    explicit Bytes(const QString &text)
    {
        QStringEncoder encoder(QStringEncoder::Utf8);
        m_capacity = std::size_t(encoder.requiredSpace(text.size())) + 1;
        m_data = std::make_unique<char[]>(m_capacity); // all zeros, so that there is one at the end
        encoder.appendToBuffer(m_data.get(), text);
    }
    Bytes(const Bytes &) = delete;
    Bytes &operator=(const Bytes &) = delete;
    ~Bytes() { wipeMemory(m_data.get(), m_capacity); }

    [[nodiscard]] const char *data() const { return m_data.get(); }

private:
    std::size_t m_capacity = 0;
    std::unique_ptr<char[]> m_data;
};

Secret::Secret(QString text)
{
    if (text.isEmpty())
        return;
    m_bytes = std::make_shared<const Bytes>(text);
    if (text.isDetached())
        wipeMemory(text.data(), std::size_t(text.size()) * sizeof(QChar));
}

const char *Secret::utf8() const
{
    return m_bytes ? m_bytes->data() : "";
}

QString Secret::text() const
{
    return QString::fromUtf8(utf8());
}

void wipeMemory(void *memory, std::size_t bytes)
{
    auto *byte = static_cast<volatile char *>(memory);
    while (bytes-- > 0)
        *byte++ = 0;
}

} // namespace navette
