#include "app/models/detailParts.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace fovea {

QPushButton* dialogButton(const char* objectName, const QString& text, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(objectName));
    made->setAutoDefault(false);
    return made;
}

QLabel* detailLabel(const char* objectName, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void makeHeading(QLabel& label)
{
    QFont title = label.font();
    title.setBold(true);
    title.setPointSizeF(title.pointSizeF() * 1.2);
    label.setFont(title);
}

QFormLayout* detailForm(QWidget* parent)
{
    auto* form = new QFormLayout(parent);
    form->setContentsMargins({});
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    return form;
}

} // namespace fovea
