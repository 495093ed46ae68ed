#include "app/findings/ScoreDelegate.h"

#include "app/findings/FindingsModel.h"
#include "viewer/abnormalityColour.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace fovea {

namespace {
constexpr int BarHeight = 8;
constexpr int Margin = 4;
} // namespace

void ScoreDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QVariant probability = index.data(FindingsModel::ScoreRole);
    const double score = std::clamp(probability.toDouble(), 0.0, 1.0);
    const bool above = index.data(FindingsModel::AboveRole).toBool();
    const QString shown = above ? text + QStringLiteral(" ▲") : text;
    const int textWidth = item.fontMetrics.horizontalAdvance(QStringLiteral("0.00 ▲")) + Margin;

    QRect bar = option.rect.adjusted(Margin, 0, -textWidth - 2 * Margin, 0);
    bar = QRect(bar.left(), bar.center().y() - BarHeight / 2, bar.width(), BarHeight);
    const Rgb c = abnormalityColour(score);
    painter->save();
    if (probability.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.button());
        painter->drawRect(bar);
        painter->setBrush(QColor(c[0], c[1], c[2]));
        painter->drawRect(QRect(bar.topLeft(), QSize(int(bar.width() * score), BarHeight)));
    }
    painter->setPen(option.palette.color(
        option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(item.font);
    const QRect label(option.rect.right() - textWidth - Margin, option.rect.top(), textWidth,
                      option.rect.height());
    painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter->restore();
}

QSize ScoreDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    hint.setWidth(std::max(hint.width(), 112));
    return hint;
}

} // namespace fovea
