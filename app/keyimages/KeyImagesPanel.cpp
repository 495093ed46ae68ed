#include "app/keyimages/KeyImagesPanel.h"

#include "app/Icons.h"
#include "app/keyimages/KeyImages.h"
#include "viewer/viewerTexts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

QString textOf(const KeyImages::Entry& entry)
{
    return KeyImagesPanel::tr("%1 %2   W %3  L %4")
        .arg(sliceOrientationName(entry.orientation))
        .arg(entry.slice)
        .arg(std::lround(entry.window.widthHu))
        .arg(std::lround(entry.window.centreHu));
}

} // namespace

KeyImagesPanel::KeyImagesPanel(KeyImages& images, QWidget* parent)
    : QWidget(parent)
    , m_images(images)
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(tr("No key images. K gives the slice a star."), this))
    , m_remove(new QToolButton(this))
{
    m_list->setObjectName(QStringLiteral("keyImages"));
    m_list->setAccessibleName(tr("Key images"));
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_empty->setObjectName(QStringLiteral("keyImagesEmpty"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_remove->setObjectName(QStringLiteral("removeKeyImage"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Take the star away (Delete)"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    connect(&m_images, &KeyImages::changed, this, &KeyImagesPanel::refresh);
    connect(m_list, &QListWidget::itemClicked, this,
            [this] { m_images.goTo(std::size_t(m_list->currentRow())); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this] { m_images.goTo(std::size_t(m_list->currentRow())); });
    connect(m_remove, &QToolButton::clicked, this, &KeyImagesPanel::removeCurrent);
    refresh();
}

void KeyImagesPanel::refresh()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const KeyImages::Entry& entry : m_images.entries())
        m_list->addItem(new QListWidgetItem(icon(QStringLiteral("star-filled")), textOf(entry)));
    const bool none = m_images.entries().empty();
    m_list->setVisible(!none);
    m_remove->setVisible(!none);
    m_empty->setVisible(none);
    if (!none)
        m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
}

void KeyImagesPanel::removeCurrent()
{
    if (m_list->currentRow() >= 0)
        m_images.remove(std::size_t(m_list->currentRow()));
}

bool KeyImagesPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (override || event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
            // Delete belongs to this list while it has the focus, whatever else the key does.
            event->accept();
            if (!override)
                removeCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fovea
