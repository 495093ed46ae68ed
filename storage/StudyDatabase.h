#pragma once

#include "model/domain/Measure.h"
#include "model/domain/Result.h"
#include "storage/ReadingRecords.h"
#include "storage/SearchRecords.h"
#include "storage/StudyFilter.h"
#include "storage/StudyRecords.h"
#include "storage/VerdictRecords.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// One series as it is to be stored: the records' ids are ignored.
struct SeriesEntry {
    StudyRecord study; ///< With its patient.
    SeriesRecord series;
    std::vector<InstanceRecord> instances;
    /// Folder inside the archive that became whole for this entry (see PendingFolder); empty where
    /// nothing was copied.
    std::string pendingFolder;
};

struct StoredSeries {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    bool studyAdded = false;  ///< Not there before.
    bool seriesAdded = false; ///< Likewise.
    int taken = 0;            ///< Instances that were not there before.
    int alreadyThere =
        0; ///< Instances with a known SOPInstanceUID in this series: left as they are.
};

/// The archive: `<folder>/fovea.db` (SQLite, WAL) and `<folder>/files/` (copied files).
///
/// Values in, values out; no SQL elsewhere. One object is used by one thread at a time: open one
/// per thread (opening costs milliseconds). Objects of several threads and processes may be open on
/// the same archive; writers wait for each other up to 10 s.
///
/// Crash safety: everything that belongs together is one transaction. A folder of files is first
/// made under `<folder>/incoming/`, noted as pending, renamed to `<folder>/files/` and taken off
/// the note in the transaction that stores its records. Folders of owners that died are swept at
/// open.
///
/// Errors: DatabaseNotOpened (path), DatabaseTooNew (its version, newest known), DatabaseFailed
/// (detail: SQLite's message, never a bound value), NotInArchive (what).
class StudyDatabase {
public:
    /// Makes the folder and the database where missing, upgrades an older schema (each step in its
    /// own transaction), refuses a newer one, sweeps what dead importers left.
    static Result<StudyDatabase> open(const std::filesystem::path& archiveFolder);
    /// In memory, for tests: no files, hence only referenced instances.
    static Result<StudyDatabase> openInMemory();

    StudyDatabase(StudyDatabase&&) noexcept;
    StudyDatabase& operator=(StudyDatabase&&) noexcept;
    ~StudyDatabase();

    /// Empty for openInMemory().
    const std::filesystem::path& folder() const;
    static int newestSchemaVersion();

    // Reading. Lists are empty where nothing matches; single records fail with NotInArchive.

    /// Newest study first, undated last.
    Result<std::vector<StudyRecord>> studies(const StudyQuery& query = {}) const;
    Result<StudyRecord> study(std::int64_t studyId) const;
    /// Of one patient (PatientRecord::id), newest first, undated last.
    Result<std::vector<StudyRecord>> studiesOf(std::int64_t patientId) const;
    /// Empty for an empty UID.
    Result<std::optional<StudyRecord>> studyByUid(const std::string& studyInstanceUid) const;
    /// By series number, then part.
    Result<std::vector<SeriesRecord>> seriesOf(std::int64_t studyId) const;
    Result<SeriesRecord> series(std::int64_t seriesId) const;
    /// Every part of it.
    Result<std::vector<SeriesRecord>> seriesByUid(const std::string& seriesInstanceUid) const;
    /// By ascending position.
    Result<std::vector<InstanceRecord>> instancesOf(std::int64_t seriesId) const;
    /// Oldest first.
    Result<std::vector<LabelMapRecord>> labelMapsOf(std::int64_t seriesId) const;
    Result<LabelMapRecord> labelMap(std::int64_t labelMapId) const;

    // Writing: one transaction each.

    /// Patients are told apart by id, name and birth date; where the id is empty, by study. A
    /// series without StudyInstanceUID is a study of its own. Known studies, series and instances
    /// keep their values.
    Result<StoredSeries> addSeries(const SeriesEntry& entry);
    /// The same for several series, as a study has them: all or none. `next` gives one after the
    /// other and empty after the last, so that they need not be in memory together; it must not use
    /// this object.
    Result<std::vector<StoredSeries>>
    addStudy(const std::function<std::optional<SeriesEntry>()>& next);
    /// A known (series, source) with a non-empty source, or a known (series, path), is returned as
    /// it is stored. `pendingFolder` as in SeriesEntry.
    Result<LabelMapRecord> addLabelMap(const LabelMapRecord& record,
                                       const std::string& pendingFolder = {});
    /// Also removes its analyses and, where managed, its file.
    Status removeLabelMap(std::int64_t labelMapId);
    /// Its series, label maps, analyses, measures and managed files; referenced files are never
    /// touched.
    Status removeStudy(std::int64_t studyId);

    // How a series was read; gone with its study. Unknown series: NotInArchive.

    /// Empty where none was saved.
    Result<std::optional<SeriesWindow>> windowOf(std::int64_t seriesId) const;
    /// Replaces the one saved before.
    Status saveWindow(std::int64_t seriesId, const SeriesWindow& window);
    /// Oldest first.
    Result<std::vector<KeyImageRecord>> keyImagesOf(std::int64_t seriesId) const;
    /// Returns it as stored.
    Result<KeyImageRecord> addKeyImage(const KeyImageRecord& record);
    Status removeKeyImage(std::int64_t keyImageId);

    // Analyses, one per (series, label map, model fingerprint).

    /// Replaces the one stored under the same key.
    Status saveAnalysis(std::int64_t seriesId, std::int64_t labelMapId,
                        const StudyAnalysis& analysis);
    /// Whole, in the order it was saved; empty where there is none.
    Result<std::optional<StudyAnalysis>> analysis(std::int64_t seriesId, std::int64_t labelMapId,
                                                  const std::string& modelFingerprint) const;
    Result<std::vector<AnalysisRecord>> analysesOf(std::int64_t seriesId) const;
    Status removeAnalyses(const std::string& modelFingerprint);

    /// What a search over the archive looks through: of every series this model's analysis with
    /// the newest label map that it has analysed, by id; without those that embedded nothing.
    Result<std::vector<AnalysisSource>> currentAnalyses(const std::string& modelFingerprint) const;
    /// Grows with whatever may change what currentAnalyses() answers, whoever changed it.
    Result<std::int64_t> analysesVersion() const;
    /// Anatomies and vectors of one analysis, in the order they were saved, without attention.
    /// Empty where there is no such analysis.
    Result<std::vector<RegionEmbedding>> vectorsOf(std::int64_t analysisId) const;
    /// Ids, ascending, of this model's analyses that score a finding above `above`, or above the
    /// threshold it was stored with (never where it has none).
    Result<std::vector<std::int64_t>> analysesWithFinding(const std::string& modelFingerprint,
                                                          const std::string& anatomyId,
                                                          const std::string& findingId,
                                                          std::optional<double> above) const;
    /// Raw scores of one finding over the archive, ascending: the base of a percentile. One per
    /// study, from its newest analysis.
    Result<std::vector<double>> findingScores(const std::string& modelFingerprint,
                                              const std::string& anatomyId,
                                              const std::string& findingId,
                                              const StudyFilter& among = {}) const;
    /// The same of what was measured of an anatomy, whatever the model.
    Result<std::vector<double>> scalarValues(const std::string& anatomyId, ScalarKind kind,
                                             const StudyFilter& among = {}) const;

    /// Vectors of an anatomy that is taken for normal: no finding above its threshold that a reader
    /// did not reject, none that a reader accepted. One per study, from its newest analysis;
    /// studies without any threshold for the anatomy are left out.
    Result<std::vector<std::vector<float>>> normalRegions(const std::string& modelFingerprint,
                                                          const std::string& anatomyId,
                                                          const StudyFilter& among = {}) const;

    // Verdicts: what readers decided about findings. They belong to the study and outlive its
    // analyses.

    /// By anatomy, then finding.
    Result<std::vector<VerdictRecord>> verdictsOf(std::int64_t studyId) const;
    /// All that accepted or rejected this finding, by study.
    Result<std::vector<VerdictRecord>> verdictsOn(const std::string& anatomyId,
                                                  const std::string& findingId) const;
    /// Replaces the one on the same finding; one that is open and has no comment is removed.
    Status saveVerdict(const VerdictRecord& verdict);
    /// Accepted and rejected findings with the scores that this model gave them in the newest
    /// analysis of the study: what a site calibrates with. By anatomy, finding, study.
    Result<std::vector<LabelledScore>> labelledScores(const std::string& modelFingerprint) const;

    // Questions that readers keep, and the studies that these mark.

    /// By name.
    Result<std::vector<SavedSearch>> savedSearches() const;
    /// Adds it (id 0) or changes the one with its id; returns it as stored. BadOption ("name",
    /// "taken") where another one has the name.
    Result<SavedSearch> saveSearch(const SavedSearch& search);
    /// With its marks.
    Result<RemovedSearch> removeSearch(std::int64_t searchId);
    /// As it was, but for marks of studies that have gone meanwhile. BadOption as saveSearch().
    Status restoreSearch(const RemovedSearch& removed);
    /// A study that the search has marked before stays as it is, looked at or not.
    Status markStudy(const SearchMark& mark);
    /// Those that nobody has looked at, by name of the search.
    Result<std::vector<SearchMark>> searchMarks() const;
    /// The study was looked at; returns how many marks that took away.
    Result<int> clearMarks(std::int64_t studyId);

    // What series were made with.

    /// All that series name.
    Result<std::vector<Scanner>> scanners() const;
    /// Stored by a version that did not read it: who asks for scanners reads the files.
    Result<std::vector<std::int64_t>> seriesWithoutScanner() const;
    Status setScanner(std::int64_t seriesId, const Scanner& scanner);

    // Measures: drawn on a series, kept with its study.

    /// Those that lie in the series' space, oldest first: drawn on any series of its study with the
    /// same, known frame of reference, or on itself.
    Result<MeasureList> measuresOf(std::int64_t seriesId) const;
    /// Stores or removes each one as its change says, whatever is stored now; all or none. A change
    /// may come twice. `seriesId` is the series they were drawn on.
    Status changeMeasures(std::int64_t seriesId, const std::vector<MeasureChange>& changes);

    // For StagingFolder: folders below folder() that may hold files without records. Noted before
    // the files appear, forgotten by addSeries, addStudy and addLabelMap.

    Status notePending(const std::string& relativeFolder);
    Status forgetPending(const std::string& relativeFolder);

private:
    struct Internals;
    explicit StudyDatabase(std::unique_ptr<Internals> internals);
    static Result<StudyDatabase> connect(const std::string& file,
                                         const std::filesystem::path& folder);

    std::unique_ptr<Internals> m_internals;
};

} // namespace fovea
