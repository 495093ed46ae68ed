#pragma once

#include <QStyledItemDelegate>

namespace fovea {

/// Draws a probability as a bar in the abnormality scale with its number; above the threshold it
/// also carries a mark, so that colour is not the only sign. Without a probability there is no bar:
/// no other number is drawn as if it were one.
class ScoreDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace fovea
