#pragma once

#include "storage/DicomHeader.h"
#include "storage/anonymize/Anonymization.h"
#include "storage/anonymize/ConfidentialityProfile.h"
#include "storage/anonymize/Pseudonyms.h"
#include "storage/anonymize/SafeText.h"

#include <string>
#include <vector>

// De-identifies one data set in memory. Internal to storage/: it shows DCMTK's types.

namespace fovea {

/// What kinds of objects can be cleaned.
enum class CleanableKind { Ct, EnhancedCt, Segmentation, StructureSet, Report, SecondaryCapture };

/// What is the same for all files of an export.
struct CleaningRules {
    const ConfidentialityProfile& profile;
    const Pseudonyms& pseudonyms;
    const AnonymizeOptions& options;
    SafeText text;
};

/// Whose data set it is.
struct CleanedPatient {
    std::string pseudonym;
    int shiftDays = 0;
};

/// Cleans a data set as PS3.15 Annex E asks, at every depth of its sequences:
///
/// - An attribute of Table E.1-1 is treated as the table says, after the options. Where it leaves a
///   choice (X/Z/D), the first that keeps the object valid is taken.
/// - Private attributes, curves and overlays (50xx, 60xx), group lengths, attributes that DCMTK's
///   dictionary does not know, and values of unknown VR are removed.
/// - Of everything else only what cannot say a name stays: numbers that are numbers, coded strings
///   in their alphabet, pixels and tables of pixel values, and a short list of texts of devices and
///   segments. Other texts, names, addresses, dates and binary values are removed.
/// - Every UID but the standard's own becomes its pseudonym, whether the table names it or not.
/// - Codes of unknown schemes whose meaning is not safe text lose value and meaning, but for those
///   of our own reports. So do texts but for our own sentences and a model's fingerprint; what
///   measurements are tracked by becomes a token. In a content
///   tree (SR, KO), texts that are not wholly safe become "Removed", names "Anonymous", and the
///   subject's birth date, age and sex go unless characteristics are kept; a report that somebody
///   verified becomes unverified, since who did is removed.
///
/// Throws DicomBuildFailure where DCMTK refuses a value.
class DataSetCleaner {
public:
    /// `changes` may be null; it gets one entry per path, with the first value there.
    DataSetCleaner(const CleaningRules& rules, const DicomHeader& header, CleanableKind kind,
                   CleanedPatient patient, std::vector<AttributeChange>* changes);

    void clean();

private:
    enum class Step { Keep, Remove, Set, Recurse };
    struct Decision {
        Step step = Step::Keep;
        std::string value; ///< Of Set; empty: without a value.
    };

    void forbidNames(DcmItem& item);
    void cleanItem(DcmItem& item, const std::string& path);
    void cleanCode(DcmItem& item, const std::string& path);
    /// Returns what it has seen to.
    std::vector<DcmElement*> cleanSubject(DcmItem& item, const std::string& path);
    void apply(DcmItem& item, DcmElement& element, const Decision& decision,
               const std::string& path);
    Decision decide(DcmItem& item, DcmElement& element) const;
    Decision byRule(DcmItem& item, DcmElement& element, const ProfileRule& rule) const;
    Decision byTable(DcmElement& element, const ProfileRule& rule) const;
    Decision characteristic(DcmItem& item, DcmElement& element) const;
    Decision byVr(DcmItem& item, DcmElement& element) const;
    Decision textByTag(DcmItem& item, DcmElement& element) const;
    Decision textInTree(DcmItem& item, const std::string& text) const;
    Decision shifted(DcmElement& element) const;
    Decision uids(DcmElement& element) const;
    bool needsPlace(const DcmTagKey& tag) const;
    void note(DcmItem& item, DcmElement& element, const Decision& decision,
              const std::string& path);
    void stamp();

    CleaningRules m_rules;
    const DicomHeader& m_header;
    CleanableKind m_kind;
    CleanedPatient m_patient;
    std::vector<AttributeChange>* m_changes;
};

} // namespace fovea
