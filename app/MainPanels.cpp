#include "app/MainPanels.h"

#include "app/anatomy/AnatomyPanel.h"
#include "app/ask/AskPanel.h"
#include "app/edit/EditDesk.h"
#include "app/findings/FindingsDesk.h"
#include "app/findings/FindingsPanel.h"
#include "app/keyimages/KeyImagesPanel.h"
#include "app/measure/MeasureDesk.h"
#include "app/measure/MeasurePanel.h"
#include "app/studies/StudyPanel.h"
#include "app/volume/VolumeDesk.h"

#include <QDockWidget>
#include <QMainWindow>

namespace fovea {

MainPanels::MainPanels(QMainWindow& window, const Contents& contents)
    : QObject(&window)
    , m_window(window)
    , m_studies(new StudyPanel(contents.archive, &window))
    , m_anatomy(new AnatomyPanel(contents.state, contents.catalog, &window))
    , m_findings(contents.findings.makePanel(&window))
    , m_ask(new AskPanel(&window))
{
    const auto left = dockLeft(contents);
    const auto right = dockRight(contents);
    // When all are there: a dock that comes later takes width from the others.
    m_window.resizeDocks({left[0], left[1], right[0], right[1]}, {320, 320, 380, 380},
                         Qt::Horizontal);
    m_window.resizeDocks({left[0], left[1], left[2]}, {300, 400, 120}, Qt::Vertical);
    m_window.resizeDocks({right[0], right[1]}, {560, 240}, Qt::Vertical);
}

QDockWidget* MainPanels::dock(const QString& name, const QString& title, QWidget* panel,
                              Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    m_window.addDockWidget(area, dock);
    return dock;
}

QList<QDockWidget*> MainPanels::dockLeft(const Contents& contents)
{
    QDockWidget* studies =
        dock(QStringLiteral("studiesDock"), tr("Studies"), m_studies, Qt::LeftDockWidgetArea);
    QDockWidget* anatomy =
        dock(QStringLiteral("anatomyDock"), tr("Anatomy"), m_anatomy, Qt::LeftDockWidgetArea);
    QDockWidget* keyImages =
        dock(QStringLiteral("keyImagesDock"), tr("Key images"),
             new KeyImagesPanel(contents.keyImages, &m_window), Qt::LeftDockWidgetArea);
    return {studies, anatomy, keyImages};
}

QList<QDockWidget*> MainPanels::dockRight(const Contents& contents)
{
    QDockWidget* findings =
        dock(QStringLiteral("findingsDock"), tr("Findings"), m_findings, Qt::RightDockWidgetArea);
    QDockWidget* ask = dock(QStringLiteral("askDock"), tr("Ask"), m_ask, Qt::RightDockWidgetArea);
    m_window.tabifyDockWidget(ask, dock(QStringLiteral("measuresDock"), tr("Measurements"),
                                        contents.measures.makePanel(&m_window),
                                        Qt::RightDockWidgetArea));
    ask->raise();
    m_window.tabifyDockWidget(findings,
                              dock(QStringLiteral("editDock"), tr("Edit segmentation"),
                                   contents.edit.makePanel(&m_window), Qt::RightDockWidgetArea));
    m_window.tabifyDockWidget(findings,
                              dock(QStringLiteral("volumeDock"), tr("3D"),
                                   contents.volume.makePanel(&m_window), Qt::RightDockWidgetArea));
    findings->raise();
    return {findings, ask};
}

} // namespace fovea
