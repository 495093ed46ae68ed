#pragma once

#include "app/models/ModelService.h"
#include "app/study/StudySession.h"

#include <QObject>

namespace fovea {

class AnatomyPanel;
class FindingsPanel;
class StatusLine;

/// Says in the panels and the status line what the session and the model are doing, and passes on
/// what only a dialog can say.
class StudyPresenter : public QObject {
    Q_OBJECT

public:
    struct Panels {
        AnatomyPanel& anatomy;
        FindingsPanel& findings;
        StatusLine& status;
    };

    /// Everything must outlive the presenter.
    StudyPresenter(StudySession& session, ModelService& model, Panels panels,
                   QObject* parent = nullptr);

Q_SIGNALS:
    /// To be shown in a dialog.
    void failed(const fovea::Error& error);
    void modelFailed(const fovea::Error& error);

private:
    void showOpening();
    void showSeries();
    void showLabels();
    void showLabelMap();
    void showMissingLabels();
    void showAnalysis();
    void showModel(const ModelInfo& info);
    void showFailure(StudySession::Step step, const Error& error);

    StudySession& m_session;
    ModelService& m_model;
    Panels m_panels;
};

} // namespace fovea
