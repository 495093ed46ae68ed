#pragma once

#include "model/query/understandQuery.h"

#include <QWidget>

#include <vector>

namespace fovea {

/// The parts of a question that were understood, each a button that takes it away, and the words
/// that were not. Lines break where the width ends.
class ChipBar : public QWidget {
    Q_OBJECT

public:
    explicit ChipBar(QWidget* parent = nullptr);

    /// `question`: what the chips' places count in.
    void setQuery(const QString& question, const UnderstoodQuery& query);
    void clear();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }
    QSize sizeHint() const override { return {200, arrange(this->width(), false)}; }

Q_SIGNALS:
    /// The question without the chip that was taken away.
    void shortened(const QString& question);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Height of all for that width; places them if asked.
    int arrange(int width, bool place) const;
    void add(QWidget* widget);

    std::vector<QWidget*> m_widgets; ///< Children.
};

} // namespace fovea
