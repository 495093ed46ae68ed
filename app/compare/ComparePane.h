#pragma once

#include "viewer/slice/SlicePlane.h"
#include "viewer/slice/SliceWidget.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QToolButton;

namespace fovea {

class SeriesComparison;

/// The compared series: one plane at a time, under a title that says what is compared. Hidden while
/// nothing is.
class ComparePane : public QWidget {
    Q_OBJECT

public:
    /// `comparison` must outlive the pane.
    explicit ComparePane(SeriesComparison& comparison, QWidget* parent = nullptr);

    /// The plane to show: that of the view beside it.
    void showPlane(SliceOrientation orientation);
    /// Commands of linking, for the menu of the button that says how the two are linked.
    void addLinkActions(const QList<QAction*>& actions);

Q_SIGNALS:
    void hovered(const fovea::SliceProbe& probe);
    void hoverLeft();

private:
    QWidget* makeTitle();
    void showSeries();
    void showLink();

    SeriesComparison& m_comparison;
    std::array<SliceWidget*, 3> m_slices{};
    QLabel* m_title = nullptr;
    QToolButton* m_link = nullptr;
};

} // namespace fovea
