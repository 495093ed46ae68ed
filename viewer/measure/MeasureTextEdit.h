#pragma once

#include <QLineEdit>

#include <functional>
#include <optional>

namespace fovea {

/// One line of text typed where it will stand on a slice. Enter or a click elsewhere takes it,
/// Escape leaves it; either way `done` hears of it once and the field goes. Object name
/// "measureTextEdit".
class MeasureTextEdit : public QLineEdit {
    Q_OBJECT

public:
    /// `parent` owns it until then.
    MeasureTextEdit(const QString& text, const QPointF& at,
                    std::function<void(std::optional<QString>)> done, QWidget* parent);

    /// As Enter does.
    void take();

protected:
    bool event(QEvent* event) override;

private:
    void finish(std::optional<QString> text);

    std::function<void(std::optional<QString>)> m_done;
};

} // namespace fovea
