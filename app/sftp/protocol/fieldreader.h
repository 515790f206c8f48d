// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace navette::sftp
{

/// Reads fields as SSH writes them (RFC 4251, section 5) from the front of some bytes; after the first that does not
/// fit, everything is empty and failed() true.
class FieldReader final
{
public:
    explicit FieldReader(QByteArrayView bytes) : m_bytes(bytes) {}

    quint8 u8() { return take(1) ? static_cast<quint8>(m_taken.front()) : quint8(0); }
    quint32 u32() { return take(4) ? qFromBigEndian<quint32>(m_taken.data()) : 0u; }
    quint64 u64() { return take(8) ? qFromBigEndian<quint64>(m_taken.data()) : quint64(0); }
    QByteArrayView string()
    {
        const quint32 length = u32();
        return take(length) ? m_taken : QByteArrayView();
    }
    [[nodiscard]] QByteArrayView rest() const { return m_bytes; }
    [[nodiscard]] bool atEnd() const { return m_bytes.isEmpty(); }
    [[nodiscard]] bool failed() const { return m_failed; }
    void fail() { m_failed = true; }

private:
    bool take(quint32 length)
    {
        if (m_failed || length > static_cast<quint64>(m_bytes.size())) {
            m_failed = true;
            return false;
        }
        m_taken = m_bytes.first(length);
        m_bytes = m_bytes.sliced(length);
        return true;
    }

    QByteArrayView m_bytes;
    QByteArrayView m_taken;
    bool m_failed = false;
};

} // namespace navette::sftp
