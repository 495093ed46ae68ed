#include "app/views/NoticeBar.h"

#include "app/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace fovea {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Notices about these images"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setProperty("alarming", true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeNotices"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize({14, 14});
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the notices"));
    close->setToolTip(tr("Close; the notes stay in the status bar"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 4, 2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    showIcon();
    hide();
}

void NoticeBar::showIcon()
{
    m_icon->setPixmap(icon(QStringLiteral("warning")).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void NoticeBar::add(const QStringList& notices)
{
    const qsizetype before = m_notices.size();
    for (const QString& notice : notices) {
        if (!m_notices.contains(notice))
            m_notices << notice;
    }
    if (m_notices.size() == before)
        return;
    m_text->setText(m_notices.join(QStringLiteral("   ·   ")));
    show();
}

void NoticeBar::clear()
{
    m_notices.clear();
    m_text->clear();
    hide();
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

} // namespace fovea
