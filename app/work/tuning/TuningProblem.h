#pragma once

#include <string>
#include <vector>

namespace fovea {

/// Something about a site's studies that a person should know before a model learns from them.
/// Texts for people are made in app/text/tuningText.h. Studies are named by the archive's ids, rows
/// of tables by their line and reports in a folder by their path: no accession number, no UID.
struct TuningProblem {
    enum class Code {
        // Of studies. arguments: study, and what is said here.
        NoSeries,            ///< No CT series.
        NoLabelMap,          ///< Left out.
        SeriesUnreadable,    ///< Left out.
        DuplicateStudy,      ///< And the one that is kept: the same images. Left out.
        StudyWithoutReport,  ///< Where reports were given.
        ReportNotUnderstood, ///< No anatomy is recognised in it.
        StudyWithoutLabels,  ///< Nothing is known of any finding. Left out.
        LabelsDisagree,      ///< And anatomy, finding: report, table and verdicts.
        StudyWithoutSplit,   ///< The given split does not name it. Left out.
        PatientInTwoSplits,  ///< And another study of the patient; 0: the remembered split. Stops a
                             ///< run.
        // Of rows and files. arguments: line or path.
        RowWithoutStudy, ///< No study of the archive has that accession number or UID.
        RowAmbiguous,    ///< Several studies have it. Not used.
        RowRepeated,     ///< A later row is of the same study; that one counts.
        // Of the whole.
        PhantomsAmongPatients, ///< arguments: synthetic chests, other studies.
        NothingKnown,          ///< arguments: anatomy, finding.
        OneSided,              ///< arguments: anatomy, finding, "present" or "absent", how many.
        TooFewCases,   ///< arguments: anatomy, finding, split, present, absent, least of each.
        TooFewStudies, ///< arguments: split, how many, least.
    };
    Code code = Code::NoSeries;
    std::vector<std::string> arguments;
    bool operator==(const TuningProblem&) const = default;
};

/// "no_series", …: what the command line's JSON calls it.
const char* tuningProblemId(TuningProblem::Code code);

} // namespace fovea
