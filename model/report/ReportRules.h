#pragma once

#include "model/domain/Result.h"
#include "model/report/ReportTerm.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

using ReportTerms = std::vector<ReportTerm>;

/// Words that say that a sentence speaks of an anatomy.
struct AnatomyRule {
    std::string anatomyId; ///< As in anatomies.json.
    ReportTerms terms;
    ReportTerms ignored; ///< Words in one of these say nothing: "pulmonary artery" is no lung.
};

/// Words that name a finding.
struct FindingRule {
    std::string findingId;
    std::string anatomyId; ///< Empty where no catalogued anatomy owns it (lymphadenopathy).
    ReportTerms terms;
    ReportTerms ignored; ///< Words in one of these are no mention: "inguinal hernia".
    ReportTerms unless;  ///< A clause with one of these mentions it nowhere.
    /// Counts only where the clause names its own anatomy or none: a nodule of the thyroid is no
    /// lung nodule.
    bool bound = false;
};

/// Negation as in NegEx (Chapman et al., J Biomed Inform 2001): triggers before and after what
/// they negate, phrases that only look like one, and words that end their reach.
struct NegationRules {
    ReportTerms before;   ///< "no", "without", "absence of"
    ReportTerms after;    ///< "was not observed", "has resolved"
    ReportTerms seeming;  ///< "no change in", "could not be excluded": nothing is negated.
    ReportTerms ends;     ///< "but", "and there is"
    ReportTerms openers;  ///< A clause after a comma that starts so is asserted again.
    ReportTerms asserted; ///< A clause before a comma with one of these is out of a later reach.
};

/// How reports are taken apart: all of its words are data (resources/catalog/report-rules.json).
/// A value; read once, then only read, from any thread.
struct ReportRules {
    std::vector<std::string> abbreviations;      ///< Lower case, without the last full stop: "dr".
    std::vector<std::string> findingsHeadings;   ///< Lower case, without the colon.
    std::vector<std::string> impressionHeadings; ///< So too.
    std::vector<std::string> otherHeadings;      ///< Technique, history: neither section.
    /// Marks that start an item of the impression, such as CT-RATE's doubled quote. Longest first.
    std::vector<std::string> separators;
    NegationRules negation;
    /// A sentence that names no anatomy and starts so goes on about the last one's.
    ReportTerms continuations;
    ReportTerms predicates; ///< Verbs: a clause with one can stand alone.
    std::vector<AnatomyRule> anatomies;
    std::vector<FindingRule> findings;
};

/// From the text of a rules file. ErrorCode::MetadataBroken (`file`, what is wrong) for JSON that
/// does not parse, lacks a member, has an unknown one, or has a term that does not compile.
Result<ReportRules> parseReportRules(std::string_view json, const std::string& file);

/// From a file. Also ErrorCode::FileNotFound and FileNotReadable.
Result<ReportRules> loadReportRules(const std::filesystem::path& path);

} // namespace fovea
