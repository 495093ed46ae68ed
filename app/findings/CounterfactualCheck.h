#pragma once

#include "app/models/ModelService.h"
#include "app/study/Archive.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>

namespace fovea {

class StudySession;

/// Scores the open study again with one anatomy made homogeneous (homogeneousRegion.h): how much of
/// its findings' scores comes from what is inside. On demand; nothing is stored.
class CounterfactualCheck : public QObject {
    Q_OBJECT

public:
    /// All must outlive the check.
    CounterfactualCheck(TaskRunner& tasks, ModelService& model, StudySession& session,
                        QObject* parent = nullptr);

    /// Ends with done() or failed(), unless another study or analysis comes before. Nothing without
    /// an analysis, or while another check runs.
    void start(const std::string& anatomyId);
    bool isRunning() const { return m_scope != nullptr; }

Q_SIGNALS:
    void started();
    /// Raw scores by finding.
    void done(const std::string& anatomyId, const std::map<std::string, double>& scores);
    void failed(const fovea::Error& error);

private:
    void finish(const std::string& anatomyId, const Result<StudyAnalysis>& analysis);

    TaskRunner& m_tasks;
    ModelService& m_model;
    StudySession& m_session;
    std::unique_ptr<QObject> m_scope; ///< Receiver of the check's tasks; null: none runs.
};

} // namespace fovea
