#pragma once

#include "app/models/ModelService.h"
#include "app/study/Archive.h"
#include "app/work/studyWork.h"
#include "viewer/ViewState.h"
#include "viewer/volume/SurfaceSet.h"

#include <QObject>

#include <memory>
#include <optional>
#include <set>

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
    /// Where the series has no segmentation, shows an empty one that can be edited; nothing is
    /// stored. Ends with labelsShown().
    void beginLabels();
    bool canBeginLabels() const { return m_labelsMissing; }
    /// Shows `map`, an edit of the shown label map, in its place; nothing is stored, and what the
    /// model said stays that of the stored one. `changed`: labels whose surfaces are made anew.
    void showEdited(LabelMapPtr map, std::vector<StructureMeasure> measures,
                    const std::set<std::uint16_t>& changed);
    /// `saved`, shown now or a moment ago, is in the archive as `record`: anatomies that differ
    /// from the label map stored before are scored anew, the results of all others go on to it.
    void adoptSaved(LabelMapRecord record, LabelMapPtr saved);
    /// Scores the open study again, whatever is stored.
    void analyzeAgain();
    void cancelAnalysis();
    /// Puts the cursor into an anatomy or a structure. False where it is not segmented.
    bool goToAnatomy(const QString& anatomyId);
    bool goToStructure(int label);

    const std::optional<LoadedSeries>& series() const { return m_series; }
    /// As it is shown, with edits.
    const std::optional<LoadedLabelMap>& labelMap() const { return m_labels; }
    const std::optional<StudyAnalysis>& analysis() const { return m_analysis; }
    /// The label map without edits that are not saved yet: what analyses are of.
    const LabelMapPtr& analyzedLabels() const { return m_stored; }
    bool isAnalyzing() const { return m_analyzing; }
    /// Whether an analysis is on its way into the archive; ends with analysisSaved().
    bool isSavingAnalysis() const { return m_saving > 0; }

    /// What the session is doing, for failed().
    enum class Step { Open, Labels, Surfaces, Analyze, Save };
    Q_ENUM(Step)

Q_SIGNALS:
    void opening();
    void openProgressed(double fraction);
    void seriesShown();
    void labelsShown();
    /// The labels shown were edited.
    void labelsEdited();
    /// The series has no segmentation.
    void labelsMissing();
    void surfacesReady(fovea::SurfaceSetPtr surfaces);
    void analysisStarted();
    void analysisProgressed(double fraction);
    void analysisShown();
    /// Or could not be saved (failed()).
    void analysisSaved();
    void failed(fovea::StudySession::Step step, const fovea::Error& error);

private:
    void readWhole(qint64 seriesId);
    void showSeries(LoadedSeries series);
    void loadLabels();
    void showLabels(LoadedLabelMap labels);
    /// Of all structures, or of those in m_staleSurfaces.
    void buildSurfacesOf(LabelMapPtr labels);
    void showSurfaces(SurfaceSetPtr surfaces);
    /// Needs labels and model; shows what is stored for them, or else runs the model.
    void findAnalysis();
    void runAnalysis();
    void runReanalysis(const LabelMapPtr& before, StudyAnalysis stored);
    void finishAnalysis(std::int64_t labelMapId, Result<StudyAnalysis> analysis);
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
    bool m_labelsMissing = false; ///< Loaded, and the archive has none.
    LabelMapPtr m_stored;         ///< m_labels without edits: what analyses are of.
    SurfaceSetPtr m_surfaces;
    std::set<std::uint16_t> m_staleSurfaces; ///< Labels edited since m_surfaces were made.
    TaskHandle m_surfaceTask;
    std::optional<StudyAnalysis> m_analysis;
    TaskHandle m_analysisTask;
    bool m_analyzing = false;
    int m_saving = 0;
    bool m_stoppedForModel = false; ///< An analysis gave way to a model that is being loaded.
};

} // namespace fovea
