#pragma once

#include "app/study/Archive.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace fovea {

class PriorFinder;
class ReadingArea;
class SeriesComparison;
class StudyPanel;
class StudySession;

/// Starting, linking and ending a comparison, from the menu, from the list of studies and from the
/// compared series itself.
class CompareActions : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the actions.
    CompareActions(ReadingArea& area, StudyPanel& studies, StudySession& session,
                   const Archive& archive, QObject* parent);

    void fill(QMenu& menu);
    /// The best prior beside the open series.
    void comparePrior();

Q_SIGNALS:
    /// For the status bar.
    void done(const QString& what);
    void failed(const fovea::Error& error);

private:
    QAction* add(QMenu& menu, const QString& objectName, const QString& text, const QString& key);
    void fillStarting(QMenu& menu);
    void fillLinking(QMenu& menu);
    void enable();

    ReadingArea& m_area;
    SeriesComparison& m_comparison;
    StudyPanel& m_studies;
    StudySession& m_session;
    PriorFinder* m_finder;
    QAction* m_selected = nullptr;
    QAction* m_prior = nullptr;
    QAction* m_anatomy = nullptr;
    std::vector<QAction*> m_whileComparing;
};

} // namespace fovea
