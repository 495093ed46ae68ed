#include "app/compare/ComparePane.h"

#include "app/Icons.h"
#include "app/compare/SeriesComparison.h"
#include "app/compare/compareTexts.h"
#include "app/text/structureName.h"
#include "app/views/Layout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace fovea {

ComparePane::ComparePane(SeriesComparison& comparison, QWidget* parent)
    : QWidget(parent)
    , m_comparison(comparison)
{
    setObjectName(QStringLiteral("comparePane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTitle());
    for (std::size_t n = 0; n < m_slices.size(); ++n) {
        auto* slice = new SliceWidget(comparison.state(), sliceOrientations[n], this);
        slice->setObjectName(QStringLiteral("compared_") + viewId(viewOf(sliceOrientations[n])));
        slice->setStructureNamer(structureName);
        connect(slice, &SliceWidget::hovered, this, &ComparePane::hovered);
        connect(slice, &SliceWidget::hoverLeft, this, &ComparePane::hoverLeft);
        layout->addWidget(slice, 1);
        m_slices[n] = slice;
    }
    showPlane(SliceOrientation::Axial);
    connect(&comparison, &SeriesComparison::opened, this, [this] {
        showSeries();
        show();
    });
    connect(&comparison, &SeriesComparison::closed, this, &QWidget::hide);
    connect(&comparison, &SeriesComparison::linkChanged, this, &ComparePane::showLink);
    connect(&comparison, &SeriesComparison::planeChanged, this, &ComparePane::showLink);
    hide();
}

QWidget* ComparePane::makeTitle()
{
    auto* title = new QWidget(this);
    m_title = new QLabel(title);
    m_title->setObjectName(QStringLiteral("comparedTitle"));
    m_title->setTextFormat(Qt::PlainText);
    // A long description gives way to the buttons.
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_link = new QToolButton(title);
    m_link->setObjectName(QStringLiteral("linkCompared"));
    m_link->setCheckable(true);
    m_link->setAutoRaise(true);
    m_link->setPopupMode(QToolButton::MenuButtonPopup);
    m_link->setMenu(new QMenu(m_link));
    connect(m_link, &QToolButton::clicked, &m_comparison, &SeriesComparison::setLinked);
    auto* close = new QToolButton(title);
    close->setObjectName(QStringLiteral("closeCompared"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setIconSize({14, 14});
    close->setAutoRaise(true);
    close->setAccessibleName(tr("End the comparison"));
    close->setToolTip(tr("End the comparison"));
    connect(close, &QToolButton::clicked, &m_comparison, &SeriesComparison::close);
    auto* row = new QHBoxLayout(title);
    row->setContentsMargins(6, 0, 2, 0);
    row->setSpacing(2);
    row->addWidget(m_title, 1);
    row->addWidget(m_link);
    row->addWidget(close);
    return title;
}

void ComparePane::addLinkActions(const QList<QAction*>& actions)
{
    m_link->menu()->addActions(actions);
}

void ComparePane::showSeries()
{
    const LoadedSeries& series = *m_comparison.series();
    m_title->setText(tr("Compared: %1")
                         .arg(comparedText(m_comparison.openStudy(), {series.study, series.series},
                                           !m_comparison.isOtherPatient())));
    m_title->setToolTip(m_title->text());
    showLink();
}

void ComparePane::showLink()
{
    if (!m_comparison.series())
        return;
    const bool linked = m_comparison.isLinked();
    m_link->setChecked(linked);
    m_link->setText(linkText(linked, m_comparison.alongMm()));
    QString tip = tr("Scroll together. Off: move one alone; on again: keep the two slices shown "
                     "side by side.");
    if (linked) {
        tip = linkDetails(m_comparison.link(), m_comparison.towards(), m_comparison.alongMm()) +
              QLatin1Char('\n') + tip;
    }
    m_link->setToolTip(tip);
}

void ComparePane::showPlane(SliceOrientation orientation)
{
    for (SliceWidget* slice : m_slices)
        slice->setVisible(slice->orientation() == orientation);
}

} // namespace fovea
