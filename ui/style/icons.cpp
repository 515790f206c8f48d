// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icons.h"

#include "style/painting.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace navette::ui
{

namespace
{

QByteArray svgOf(const QString &name, const QColor &color)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon named %s.", qUtf8Printable(name));
        return {};
    }
    return file.readAll().replace("currentColor", color.name(QColor::HexRgb).toLatin1());
}

/// Asks for the colour each time it paints, so that icons follow the scheme.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, ColorRole role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state);
        const double ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        const QPixmap pixmap = iconPixmap(m_name, colorFor(mode), side, ratio);
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state);
        // Qt asks in device pixels and sets the ratio itself.
        Q_UNUSED(scale);
        return iconPixmap(m_name, colorFor(mode), std::min(size.width(), size.height()), 1.0);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new LineIconEngine(m_name, m_role); }
    QString key() const override { return u"navette"_s; }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        QColor result = color(m_role);
        if (mode == QIcon::Disabled)
            result = color(ColorRole::Muted);
        return result;
    }
    QString m_name;
    ColorRole m_role;
};

} // namespace

QIcon icon(const QString &name, ColorRole role)
{
    return QIcon(new LineIconEngine(name, role));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio)
{
    const int pixels = std::max(1, static_cast<int>(std::lround(size * devicePixelRatio)));
    const QString cacheKey =
        u"navette-icon/%1/%2/%3/%4"_s.arg(name, color.name(QColor::HexArgb)).arg(pixels).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svgOf(name, color));
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon result;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        // The same in both schemes: the desktop's ground is not ours.
        drawRounded(painter, pixmap.rect(), QColor(0x2A, 0x57, 0xD6), {}, side / 4.5);
        const int inner = side * 3 / 4;
        painter.drawPixmap((side - inner) / 2, (side - inner) / 2, iconPixmap(u"navette"_s, Qt::white, inner, 1.0));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

QString toneIconName(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return u"clock"_s;
    case Tone::Ok:
        return u"ok"_s;
    case Tone::Warn:
        return u"warning"_s;
    case Tone::Bad:
        return u"error"_s;
    case Tone::Info:
    case Tone::Accent:
        return u"info"_s;
    }
    return {};
}

} // namespace navette::ui
