#pragma once

#include <QObject>

class QMenu;

namespace fovea {

class SeriesComparison;
class StudyPanel;
class StudySession;

/// Starting and ending a comparison, from the menu and from the list of studies.
class CompareActions : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive the actions.
    CompareActions(SeriesComparison& comparison, StudyPanel& studies, StudySession& session,
                   QObject* parent);

    void fill(QMenu& menu);

private:
    SeriesComparison& m_comparison;
    StudyPanel& m_studies;
    StudySession& m_session;
};

} // namespace fovea
