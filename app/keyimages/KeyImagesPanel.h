#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace fovea {

class KeyImages;

/// The key images of the open series: a click goes there, Delete takes the star away.
class KeyImagesPanel : public QWidget {
    Q_OBJECT

public:
    /// `images` must outlive the panel.
    explicit KeyImagesPanel(KeyImages& images, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void removeCurrent();

    KeyImages& m_images;
    QListWidget* m_list;
    QLabel* m_empty;
    QToolButton* m_remove;
};

} // namespace fovea
