#pragma once

#include "app/views/Layout.h"

#include <QWidget>

class QToolButton;

namespace fovea {

/// One view under its title: a button with a menu of what else this pane could show.
class ViewPane : public QWidget {
    Q_OBJECT

public:
    /// Takes `content` as its child.
    ViewPane(View view, QWidget* content, QWidget* parent = nullptr);

    View view() const { return m_view; }
    QWidget* content() const { return m_content; }
    /// Shows `instead` in place of the content; null: the content again. Takes it as its child.
    void showInstead(QWidget* instead);
    /// The content, or what stands in its place.
    QWidget* shown() const { return m_instead ? m_instead : m_content; }
    /// Whether the slice is a key image; nothing in 3D.
    void setStarred(bool starred);

Q_SIGNALS:
    /// The reader wants to see `view` where this pane is.
    void viewChosen(fovea::View view);
    /// A double click on the title: this view alone, or all again.
    void maximizeRequested();
    void starClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTitle();
    QToolButton* makeMenuButton(QWidget* title);
    QToolButton* makeButton(QWidget* title, const QString& name, const QString& iconName);

    const View m_view;
    QWidget* m_content;
    QWidget* m_instead = nullptr;
    QToolButton* m_star = nullptr; ///< None in 3D.
    bool m_starred = false;
};

} // namespace fovea
