#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace fovea {

/// A slim bar over the views that says what a reader must know about these images. It stays until
/// it is closed or another study opens, and is never in the way: not modal, no sound, no blinking.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Adds to what it says; texts it already says are not repeated.
    void add(const QStringList& notices);
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showIcon();

    QLabel* m_icon;
    QLabel* m_text;
    QStringList m_notices;
};

} // namespace fovea
