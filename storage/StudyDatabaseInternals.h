#pragma once

#include "storage/Sql.h"
#include "storage/StudyDatabase.h"

#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

namespace fovea {

/// Every statement that runs more than once, prepared at open.
struct StudyStatements {
    sqlite3* connection;

#define FOVEA_STUDY_COLUMNS                                                                        \
    "SELECT s.id, s.uid, s.date, s.time, s.description, s.accession_number, s.added_at, "          \
    "p.id, p.name, p.patient_id, p.birth_date, p.sex, "                                            \
    "(SELECT COUNT(*) FROM series r WHERE r.study = s.id), "                                       \
    "(SELECT COALESCE(SUM(r.slices), 0) FROM series r WHERE r.study = s.id), s.search_text "       \
    "FROM studies s JOIN patients p ON p.id = s.patient "
    Statement studies{connection, FOVEA_STUDY_COLUMNS
                      "WHERE s.date >= ?1 AND (?2 = '' OR (s.date <> '' AND s.date <= ?2)) "
                      "ORDER BY s.date DESC, s.time DESC, s.id DESC"};
    Statement studiesOfPatient{connection, FOVEA_STUDY_COLUMNS
                               "WHERE s.patient = ? ORDER BY s.date DESC, s.time DESC, s.id DESC"};
    Statement studyById{connection, FOVEA_STUDY_COLUMNS "WHERE s.id = ?"};
    Statement studyByUid{connection, FOVEA_STUDY_COLUMNS "WHERE s.uid = ? AND s.uid <> ''"};
    Statement studyByIdentity{connection, "SELECT id FROM studies WHERE identity = ?"};
#undef FOVEA_STUDY_COLUMNS

#define FOVEA_SERIES_COLUMNS                                                                       \
    "SELECT r.id, r.study, r.uid, r.part, r.modality, r.description, r.number, r.body_part, "      \
    "r.frame_of_reference_uid, r.convolution_kernel, r.columns, r.rows, r.slices, "                \
    "r.column_spacing_mm, r.row_spacing_mm, r.slice_spacing_mm, r.orientation, "                   \
    "EXISTS (SELECT 1 FROM label_maps m WHERE m.series = r.id), r.manufacturer, r.scanner_model "  \
    "FROM series r "
    Statement seriesOfStudy{connection, FOVEA_SERIES_COLUMNS
                            "WHERE r.study = ? ORDER BY r.number, r.uid, r.part"};
    Statement seriesById{connection, FOVEA_SERIES_COLUMNS "WHERE r.id = ?"};
    Statement seriesByUid{connection, FOVEA_SERIES_COLUMNS "WHERE r.uid = ? ORDER BY r.part, r.id"};
#undef FOVEA_SERIES_COLUMNS

    Statement instancesOfSeries{
        connection, "SELECT id, series, sop_uid, sop_class_uid, number, frames, position_mm, path, "
                    "managed FROM instances WHERE series = ? ORDER BY position_mm, number, id"};

#define FOVEA_LABEL_MAP_COLUMNS                                                                    \
    "SELECT id, series, kind, path, managed, label, source, added_at FROM label_maps "
    Statement labelMapsOfSeries{connection, FOVEA_LABEL_MAP_COLUMNS "WHERE series = ? ORDER BY id"};
    Statement labelMapById{connection, FOVEA_LABEL_MAP_COLUMNS "WHERE id = ?"};
    Statement labelMapKnown{connection, FOVEA_LABEL_MAP_COLUMNS
                            "WHERE series = ?1 AND ((?2 <> '' AND source = ?2) OR path = ?3)"};
#undef FOVEA_LABEL_MAP_COLUMNS

    Statement patientByIdentity{connection, "SELECT id FROM patients WHERE identity = ?"};
    Statement insertPatient{connection, "INSERT INTO patients (identity, name, patient_id, "
                                        "birth_date, sex) VALUES (?, ?, ?, ?, ?)"};
    Statement insertStudy{
        connection, "INSERT INTO studies (patient, identity, uid, date, time, description, "
                    "accession_number, added_at, search_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement extendSearchText{
        connection, "UPDATE studies SET search_text = search_text || char(10) || ? WHERE id = ?"};
    Statement seriesKnown{connection,
                          "SELECT id FROM series WHERE study = ? AND uid = ? AND part = ?"};
    Statement insertSeries{
        connection,
        "INSERT INTO series (study, uid, part, modality, description, number, body_part, "
        "frame_of_reference_uid, convolution_kernel, columns, rows, slices, column_spacing_mm, "
        "row_spacing_mm, slice_spacing_mm, orientation, manufacturer, scanner_model) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)"};
    Statement countSlices{connection,
                          "UPDATE series SET slices = (SELECT COALESCE(SUM(frames), 0) FROM "
                          "instances WHERE series = ?1) WHERE id = ?1"};
    Statement insertInstance{connection,
                             "INSERT INTO instances (series, sop_uid, sop_class_uid, number, "
                             "frames, position_mm, path, managed, bytes) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                             "ON CONFLICT (series, sop_uid) DO NOTHING"};
    Statement insertLabelMap{connection,
                             "INSERT INTO label_maps (series, kind, path, managed, label, source, "
                             "added_at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement deleteLabelMap{connection, "DELETE FROM label_maps WHERE id = ?"};
    Statement managedPathsOfStudy{
        connection, "SELECT i.path FROM instances i JOIN series r ON r.id = i.series "
                    "WHERE r.study = ?1 AND i.managed UNION "
                    "SELECT m.path FROM label_maps m JOIN series r ON r.id = m.series "
                    "WHERE r.study = ?1 AND m.managed"};
    Statement deleteStudy{connection, "DELETE FROM studies WHERE id = ?"};
    Statement deletePatientsWithoutStudy{
        connection, "DELETE FROM patients WHERE id NOT IN (SELECT patient FROM studies)"};

    Statement windowOfSeries{connection,
                             "SELECT centre_hu, width_hu FROM series_windows WHERE series = ?"};
    Statement saveWindow{
        connection, "INSERT INTO series_windows (series, centre_hu, width_hu) VALUES (?, ?, ?) "
                    "ON CONFLICT (series) DO UPDATE SET centre_hu = excluded.centre_hu, "
                    "width_hu = excluded.width_hu"};
    Statement keyImagesOfSeries{connection,
                                "SELECT id, plane, x_mm, y_mm, z_mm, centre_hu, width_hu, added_at "
                                "FROM key_images WHERE series = ? ORDER BY id"};
    Statement insertKeyImage{connection,
                             "INSERT INTO key_images (series, plane, x_mm, y_mm, z_mm, centre_hu, "
                             "width_hu, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement deleteKeyImage{connection, "DELETE FROM key_images WHERE id = ?"};

    Statement analysisKnown{connection,
                            "SELECT id, seconds FROM analyses "
                            "WHERE series = ? AND label_map = ? AND model_fingerprint = ?"};
    Statement deleteAnalysis{connection, "DELETE FROM analyses WHERE id = ?"};
    Statement deleteAnalysesOfModel{connection, "DELETE FROM analyses WHERE model_fingerprint = ?"};
    Statement insertAnalysis{connection,
                             "INSERT INTO analyses (series, label_map, model_fingerprint, seconds, "
                             "created_at) VALUES (?, ?, ?, ?, ?)"};
    Statement analysesOfSeries{connection, "SELECT id, series, label_map, model_fingerprint, "
                                           "created_at FROM analyses WHERE series = ? ORDER BY id"};
    Statement insertEmbedding{connection, "INSERT INTO embeddings (analysis, ordinal, anatomy, "
                                          "vector) VALUES (?, ?, ?, ?)"};
    Statement insertHeatMap{connection,
                            "INSERT INTO heat_maps (analysis, ordinal, token_depth, token_height, "
                            "token_width, geometry, attention) VALUES (?, ?, ?, ?, ?, ?, ?)"};
    Statement embeddingsOfAnalysis{
        connection, "SELECT e.anatomy, e.vector, h.token_depth, h.token_height, h.token_width, "
                    "h.geometry, h.attention FROM embeddings e JOIN heat_maps h "
                    "ON h.analysis = e.analysis AND h.ordinal = e.ordinal "
                    "WHERE e.analysis = ? ORDER BY e.ordinal"};
    Statement insertFinding{connection,
                            "INSERT INTO findings (analysis, ordinal, anatomy, finding, name, "
                            "score, calibrated, threshold, prompts_low, prompts_high) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement findingsOfAnalysis{
        connection, "SELECT anatomy, finding, name, score, calibrated, threshold, "
                    "prompts_low, prompts_high FROM findings WHERE analysis = ? ORDER BY ordinal"};
    Statement insertSkipped{connection,
                            "INSERT INTO skipped_anatomies (analysis, ordinal, anatomy, "
                            "reason) VALUES (?, ?, ?, ?)"};
    Statement skippedOfAnalysis{connection, "SELECT anatomy, reason FROM skipped_anatomies "
                                            "WHERE analysis = ? ORDER BY ordinal"};
    Statement currentAnalyses{
        connection,
        "SELECT a.id, a.series, a.label_map, r.study, s.patient, s.date, p.sex, p.birth_date, "
        "r.body_part, r.manufacturer, r.scanner_model, a.created_at, a.seconds "
        "FROM analyses a JOIN series r ON r.id = a.series JOIN studies s ON s.id = r.study "
        "JOIN patients p ON p.id = s.patient WHERE a.model_fingerprint = ?1 "
        "AND a.label_map = (SELECT MAX(b.label_map) FROM analyses b WHERE b.series = a.series "
        "AND b.model_fingerprint = ?1) "
        "AND EXISTS (SELECT 1 FROM embeddings e WHERE e.analysis = a.id) ORDER BY a.id"};
    Statement vectorsOfAnalysis{
        connection, "SELECT anatomy, vector FROM embeddings WHERE analysis = ? ORDER BY ordinal"};
    Statement analysesWithFinding{
        connection, "SELECT f.analysis FROM findings f JOIN analyses a ON a.id = f.analysis "
                    "WHERE a.model_fingerprint = ?1 AND f.anatomy = ?2 AND f.finding = ?3 "
                    "AND f.score > COALESCE(?4, f.threshold) ORDER BY f.analysis"};
    // Of series r: as isPhantomStudy() (PhantomStudies.h) says, 1 or 0.
#define FOVEA_PHANTOM_STUDY                                                                        \
    "EXISTS (SELECT 1 FROM studies t JOIN patients p ON p.id = t.patient WHERE t.id = r.study "    \
    "AND p.patient_id GLOB 'PHANTOM-*' AND t.description = 'Synthetic chest phantom' "             \
    "AND t.uid GLOB '2.25.*')"
    // With one MAX(), SQLite takes the other columns of a group from the row that has it
    // (sqlite.org/lang_select.html, "Bare columns in an aggregate query").
    Statement scoresOfFinding{
        connection, "SELECT score FROM (SELECT f.score AS score, MAX(a.id) FROM findings f "
                    "JOIN analyses a ON a.id = f.analysis JOIN series r ON r.id = a.series "
                    "WHERE f.anatomy = ?2 AND f.finding = ?3 AND a.model_fingerprint = ?1 "
                    "AND r.study <> ?4 AND (?5 < 0 OR ?5 = " FOVEA_PHANTOM_STUDY ") "
                    "GROUP BY r.study) ORDER BY score"};
    Statement insertScalar{connection, "INSERT INTO region_scalars (analysis, ordinal, anatomy, "
                                       "quantity, value) VALUES (?, ?, ?, ?, ?)"};
    Statement scalarsOfAnalysis{connection, "SELECT anatomy, quantity, value FROM region_scalars "
                                            "WHERE analysis = ? ORDER BY ordinal"};
    Statement valuesOfScalar{
        connection, "SELECT value FROM (SELECT s.value AS value, MAX(a.id) FROM region_scalars s "
                    "JOIN analyses a ON a.id = s.analysis JOIN series r ON r.id = a.series "
                    "WHERE s.anatomy = ?1 AND s.quantity = ?2 AND r.study <> ?3 "
                    "AND (?4 < 0 OR ?4 = " FOVEA_PHANTOM_STUDY ") "
                    "GROUP BY r.study) ORDER BY value"};

    // Normal: somebody could say otherwise (a finding has a threshold), the model does not, or a
    // reader has rejected it, and no reader has accepted a finding.
    Statement normalRegions{
        connection,
        "SELECT n.vector FROM (SELECT e.vector AS vector, r.study AS study, a.id AS analysis, "
        "MAX(a.id) FROM embeddings e JOIN analyses a ON a.id = e.analysis "
        "JOIN series r ON r.id = a.series WHERE a.model_fingerprint = ?1 AND e.anatomy = ?2 "
        "AND r.study <> ?3 AND (?4 < 0 OR ?4 = " FOVEA_PHANTOM_STUDY ") GROUP BY r.study) n "
        "WHERE EXISTS (SELECT 1 FROM findings f WHERE f.analysis = n.analysis "
        "AND f.anatomy = ?2 AND f.threshold IS NOT NULL) "
        "AND NOT EXISTS (SELECT 1 FROM findings f LEFT JOIN verdicts v ON v.study = n.study "
        "AND v.anatomy = f.anatomy AND v.finding = f.finding WHERE f.analysis = n.analysis "
        "AND f.anatomy = ?2 AND (v.verdict = 'accepted' OR (f.score > f.threshold "
        "AND COALESCE(v.verdict, 'open') <> 'rejected'))) ORDER BY n.study"};
#undef FOVEA_PHANTOM_STUDY

    Statement verdictsOfStudy{connection,
                              "SELECT study, anatomy, finding, verdict, comment, reader, "
                              "decided_at FROM verdicts WHERE study = ? "
                              "ORDER BY anatomy, finding"};
    Statement verdictsOnFinding{connection,
                                "SELECT study, anatomy, finding, verdict, comment, reader, "
                                "decided_at FROM verdicts WHERE anatomy = ? AND finding = ? "
                                "AND verdict <> 'open' ORDER BY study"};
    Statement upsertVerdict{
        connection,
        "INSERT INTO verdicts (study, anatomy, finding, verdict, comment, reader, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (study, anatomy, finding) DO UPDATE SET "
        "verdict = excluded.verdict, comment = excluded.comment, reader = excluded.reader, "
        "decided_at = excluded.decided_at"};
    Statement deleteVerdict{connection,
                            "DELETE FROM verdicts WHERE study = ? AND anatomy = ? AND finding = ?"};
    Statement labelledScores{
        connection,
        "SELECT v.anatomy, v.finding, score, v.verdict = 'accepted', s.patient FROM verdicts v "
        "JOIN studies s ON s.id = v.study JOIN (SELECT r.study AS study, f.anatomy AS anatomy, "
        "f.finding AS finding, f.score AS score, MAX(a.id) FROM findings f "
        "JOIN analyses a ON a.id = f.analysis JOIN series r ON r.id = a.series "
        "WHERE a.model_fingerprint = ?1 GROUP BY r.study, f.anatomy, f.finding) l "
        "ON l.study = v.study AND l.anatomy = v.anatomy AND l.finding = v.finding "
        "WHERE v.verdict <> 'open' ORDER BY v.anatomy, v.finding, v.study"};

    Statement measuresOfSeries{
        connection,
        "SELECT m.uid, m.frame_of_reference_uid, m.kind, m.points, m.normal, m.text "
        "FROM measures m JOIN series r ON r.study = m.study WHERE r.id = ?1 AND (m.series = ?1 OR "
        "(m.frame_of_reference_uid <> '' AND m.frame_of_reference_uid = "
        "r.frame_of_reference_uid)) ORDER BY m.id"};
    Statement upsertMeasure{
        connection,
        "INSERT INTO measures (uid, study, series, frame_of_reference_uid, kind, points, normal, "
        "text, created_at, changed_at) "
        "SELECT ?1, r.study, r.id, ?3, ?4, ?5, ?6, ?7, ?8, ?8 FROM series r WHERE r.id = ?2 "
        "ON CONFLICT (uid) DO UPDATE SET kind = excluded.kind, points = excluded.points, "
        "normal = excluded.normal, text = excluded.text, changed_at = excluded.changed_at"};
    Statement deleteMeasure{connection, "DELETE FROM measures WHERE uid = ?"};

    Statement pendingFolders{connection, "SELECT folder FROM pending_folders"};
    Statement isPending{connection, "SELECT 1 FROM pending_folders WHERE folder = ?"};
    Statement insertPending{connection,
                            "INSERT OR IGNORE INTO pending_folders (folder) VALUES (?)"};
    Statement deletePending{connection, "DELETE FROM pending_folders WHERE folder = ?"};
};

struct StudyDatabase::Internals {
    struct Close {
        void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    };

    std::filesystem::path folder;
    std::unique_ptr<sqlite3, Close> connection;
    std::unique_ptr<StudyStatements> sql;

    /// Removes the folders of dead importers and removed studies. What cannot be removed stays
    /// noted and is tried again at the next open.
    void sweep();
    void removePendingFolder(const std::string& relativeFolder);
    /// In the transaction that is open.
    StoredSeries insertSeries(const SeriesEntry& entry);

    /// A path as the database keeps it.
    std::filesystem::path stored(const std::filesystem::path& path, bool managed) const
    {
        return managed ? path.lexically_relative(folder) : path;
    }
};

/// A row of the statements on label maps.
LabelMapRecord labelMapFrom(const Statement::Run& run, const std::filesystem::path& folder);

/// A blob's values. Fails where it is not a whole number of them: somebody else wrote it.
template <typename T> std::vector<T> valuesFrom(std::string_view blob)
{
    if (blob.size() % sizeof(T) != 0)
        throw SqlFailure{makeError(ErrorCode::DatabaseFailed, {}, "a blob of odd length")};
    std::vector<T> values(blob.size() / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), blob.data(), blob.size());
    return values;
}

/// Now, UTC, "YYYY-MM-DDTHH:MM:SSZ".
std::string utcNow();

/// StudyFilter::phantoms as the statements take it: -1 for both.
inline std::int64_t phantomChoice(const StudyFilter& filter)
{
    return filter.phantoms ? static_cast<std::int64_t>(*filter.phantoms) : -1;
}

} // namespace fovea
