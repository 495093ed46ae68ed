#include "app/ask/ChipBar.h"

#include "app/text/names.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace fovea {

namespace {

constexpr int Gap = 4;

QString kindText(const QueryChip& chip)
{
    switch (chip.kind) {
    case QueryTermKind::Anatomy:
        return ChipBar::tr("anatomy");
    case QueryTermKind::Sign:
        return chip.negated ? ChipBar::tr("absent finding") : ChipBar::tr("finding");
    case QueryTermKind::Side:
        return ChipBar::tr("side");
    case QueryTermKind::Place:
        return ChipBar::tr("part");
    case QueryTermKind::Degree:
        return ChipBar::tr("size or severity");
    case QueryTermKind::Negation:
        return ChipBar::tr("negation");
    case QueryTermKind::Normal:
        return ChipBar::tr("normal");
    case QueryTermKind::Filler:
    case QueryTermKind::End:
        break;
    }
    return {};
}

} // namespace

ChipBar::ChipBar(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::add(QWidget* widget)
{
    widget->show();
    m_widgets.push_back(widget);
}

void ChipBar::clear()
{
    for (QWidget* widget : m_widgets) {
        widget->hide();
        widget->deleteLater(); // it may be the one that was just clicked
    }
    m_widgets.clear();
    updateGeometry();
}

void ChipBar::setQuery(const QString& question, const UnderstoodQuery& query)
{
    clear();
    const std::string text = question.toStdString();
    for (const QueryChip& chip : query.chips) {
        const QString words =
            QString::fromStdString(text.substr(chip.begin, chip.end - chip.begin));
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("chip_") + QString::fromStdString(chip.id));
        button->setText(tr("%1 ✕", "a part of the question that a click takes away").arg(words));
        button->setToolTip(
            tr("%1: %2. Click to ask without it.")
                .arg(kindText(chip),
                     QString::fromStdString(chip.english.empty() ? chip.id : chip.english)));
        button->setAccessibleName(tr("Remove “%1” (%2)").arg(words, kindText(chip)));
        connect(button, &QToolButton::clicked, this, [this, text, chip] {
            Q_EMIT shortened(QString::fromStdString(withoutChip(text, chip)));
        });
        add(button);
    }
    if (!query.unknown.empty()) {
        QStringList words;
        for (const UnknownWord& word : query.unknown)
            words << QString::fromStdString(text.substr(word.begin, word.end - word.begin));
        auto* label =
            new QLabel(tr("not understood: %1").arg(words.join(QStringLiteral(", "))), this);
        label->setObjectName(QStringLiteral("unknownWords"));
        label->setTextFormat(Qt::PlainText);
        add(label);
    }
    arrange(width(), true);
    updateGeometry();
}

void ChipBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

int ChipBar::arrange(int width, bool place) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (QWidget* widget : m_widgets) {
        const QSize size = widget->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + Gap;
            line = 0;
        }
        if (place)
            widget->setGeometry(x, y, std::min(size.width(), width), size.height());
        x += size.width() + Gap;
        line = std::max(line, size.height());
    }
    return y + line;
}

} // namespace fovea
