#include "viewer/measure/MeasureTextEdit.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace fovea {

MeasureTextEdit::MeasureTextEdit(const QString& text, const QPointF& at,
                                 std::function<void(std::optional<QString>)> done, QWidget* parent)
    : QLineEdit(text, parent)
    , m_done(std::move(done))
{
    constexpr int longest = 200;
    setObjectName(QStringLiteral("measureTextEdit"));
    setAccessibleName(tr("Text of the measurement"));
    setPlaceholderText(tr("Text, then Enter"));
    setMaxLength(longest);
    resize(220, sizeHint().height());
    const QPoint corner = at.toPoint() - QPoint(0, height() / 2);
    move(std::clamp(corner.x(), 0, std::max(0, parent->width() - width())),
         std::clamp(corner.y(), 0, std::max(0, parent->height() - height())));
    connect(this, &QLineEdit::editingFinished, this, &MeasureTextEdit::take);
    show();
    setFocus();
    selectAll();
}

void MeasureTextEdit::take()
{
    finish(text());
}

bool MeasureTextEdit::event(QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        // Accepted at once, or a shortcut of the window would take the key.
        event->accept();
        if (event->type() == QEvent::KeyPress)
            finish(std::nullopt);
        return true;
    }
    return QLineEdit::event(event);
}

void MeasureTextEdit::finish(std::optional<QString> text)
{
    // Once: hiding takes the focus, which would finish it again.
    const auto done = std::exchange(m_done, nullptr);
    if (!done)
        return;
    const bool hadFocus = hasFocus();
    hide();
    deleteLater();
    if (hadFocus)
        parentWidget()->setFocus();
    done(std::move(text));
}

} // namespace fovea
