#pragma once

#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/work/studyWork.h"
#include "viewer/ViewState.h"
#include "viewer/volume/SurfaceSet.h"

#include <QObject>

#include <memory>
#include <optional>

namespace fovea {

/// The study that is open: loads a series, its segmentation, surfaces and analysis, each as soon as
/// what it needs is there, and writes them into the ViewState. Opening another series drops
/// whatever still runs for the last one.
class StudySession : public QObject {
    Q_OBJECT

public:
    /// All references must outlive the session.
    StudySession(const Archive& archive, ModelService& model, ViewState& state,
                 const AnatomyCatalog& catalog, QObject* parent = nullptr);
    ~StudySession() override;

    /// The middle slice is shown while the whole series is read; seriesShown() says that it is
    /// there.
    void open(qint64 seriesId);
    /// Reads a segmentation for the open series, stores it in the archive and shows it.
    void attachLabels(const std::filesystem::path& path);
    /// Scores the open study again, whatever is stored.
    void analyzeAgain();
    void cancelAnalysis();
    /// Ranks the open study's regions against a text; ends with answered() or failed().
    void ask(const QString& question);
    /// Puts the cursor into an anatomy or a structure. False where it is not segmented.
    bool goToAnatomy(const QString& anatomyId);
    bool goToStructure(int label);

    const std::optional<LoadedSeries>& series() const { return m_series; }
    const std::optional<LoadedLabelMap>& labelMap() const { return m_labels; }
    const std::optional<StudyAnalysis>& analysis() const { return m_analysis; }
    bool isAnalyzing() const { return m_analyzing; }

    /// What the session is doing, for failed().
    enum class Step { Open, Labels, Surfaces, Analyze, Save, Ask };
    Q_ENUM(Step)

Q_SIGNALS:
    void opening();
    void openProgressed(double fraction);
    void seriesShown();
    void labelsShown();
    /// The series has no segmentation.
    void labelsMissing();
    void surfacesReady(fovea::SurfaceSetPtr surfaces);
    void analysisStarted();
    void analysisProgressed(double fraction);
    void analysisShown();
    void asking();
    void answered(const QString& question, const std::vector<fovea::RegionMatch>& matches);
    void failed(fovea::StudySession::Step step, const fovea::Error& error);

private:
    void readWhole(qint64 seriesId);
    void showSeries(LoadedSeries series);
    void loadLabels();
    void showLabels(LoadedLabelMap labels);
    void buildSurfacesOf(LabelMapPtr labels);
    /// Needs labels and model; shows what is stored for them, or else runs the model.
    void findAnalysis();
    void runAnalysis();
    /// What the model that is about to go says would only keep the next one waiting.
    void giveWayToModel();
    void showAnalysis(StudyAnalysis analysis);
    void saveAnalysis();
    void goTo(const std::vector<std::uint16_t>& labels);

    const Archive& m_archive;
    ModelService& m_model;
    ViewState& m_state;
    const AnatomyCatalog& m_catalog;
    /// Receiver of every task of the open series: deleting it drops them.
    std::unique_ptr<QObject> m_scope;
    std::optional<LoadedSeries> m_series;
    std::optional<LoadedLabelMap> m_labels;
    std::optional<StudyAnalysis> m_analysis;
    TaskHandle m_analysisTask;
    bool m_analyzing = false;
    bool m_stoppedForModel = false; ///< An analysis gave way to a model that is being loaded.
};

} // namespace fovea
