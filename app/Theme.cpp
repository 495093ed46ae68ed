#include "app/Theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace fovea {

namespace {

QPalette palette(const QColor& window, const QColor& base, const QColor& text, const QColor& button,
                 const QColor& highlight, const QColor& dim)
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, window);
    p.setColor(QPalette::ToolTipBase, button);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, dim);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, button);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, Qt::red);
    p.setColor(QPalette::Link, highlight);
    p.setColor(QPalette::Highlight, highlight);
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Mid, dim);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dim);
    return p;
}

// An alarming label keeps a readable contrast (4.5:1) on either background.
QString styleSheet(const QString& alarm, const QString& border)
{
    return QStringLiteral("QLabel[alarming=\"true\"] { color: %1; font-weight: bold; }"
                          "QDockWidget::title { padding: 5px; }"
                          "QStatusBar::item { border: none; }"
                          "QToolBar { border-bottom: 1px solid %2; spacing: 4px; padding: 2px; }")
        .arg(alarm, border);
}

} // namespace

void applyTheme(QApplication& application, Settings::Theme theme)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (theme == Settings::Theme::Dark) {
        QApplication::setPalette(palette(QColor(37, 40, 44), QColor(24, 26, 29),
                                         QColor(224, 226, 230), QColor(52, 56, 62),
                                         QColor(41, 121, 200), QColor(120, 126, 134)));
        application.setStyleSheet(styleSheet(QStringLiteral("#ffb347"), QStringLiteral("#15171a")));
    } else {
        QApplication::setPalette(palette(QColor(240, 241, 243), Qt::white, QColor(25, 28, 32),
                                         QColor(228, 230, 234), QColor(25, 100, 180),
                                         QColor(130, 135, 142)));
        application.setStyleSheet(styleSheet(QStringLiteral("#9a4d00"), QStringLiteral("#c8ccd2")));
    }
}

} // namespace fovea
