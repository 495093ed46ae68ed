#pragma once

#include <QStyledItemDelegate>

namespace fovea {

/// Draws a score in [0, 1] as a bar in the abnormality scale with its number; above the threshold
/// it also carries a mark, so that colour is not the only sign.
class ScoreDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace fovea
