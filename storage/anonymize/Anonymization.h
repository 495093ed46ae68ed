#pragma once

#include "model/domain/Error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// What goes into an anonymized export and what is said of it: plain values. All text is UTF-8.

namespace fovea {

/// Options of DICOM PS3.15 Annex E.3 beyond the Basic Application Level Confidentiality Profile.
/// Retaining UIDs, full dates, private attributes or institutions is not offered.
struct AnonymizeOptions {
    /// Retain Longitudinal Temporal Information with Modified Dates: all dates of a patient go back
    /// by the same number of days (Pseudonyms::shiftDays), times of day stay. Else they are
    /// removed. The date of birth is removed either way.
    bool shiftDates = false;
    /// Clean Descriptors: descriptions of study, series, protocol, contrast agent, regions of
    /// interest and a few more keep their safe words (SafeText). Else they are removed.
    bool cleanDescriptors = false;
    /// Retain Patient Characteristics: sex, age (over 89 years: 90), size, weight, ethnic group
    /// (safe words), smoking and pregnancy status.
    bool keepPatientCharacteristics = false;
    /// Retain Device Identity: serial number, station and other names and ids of devices.
    bool keepDeviceIdentity = false;
    /// Name and id of the patient afterwards; empty: derived from the key. ASCII letters, digits,
    /// blanks, "-", "_", "." and "^", at most 64.
    std::string pseudonym;
};

enum class AttributeFate {
    Removed,
    Emptied,
    Replaced, ///< By a stand-in, shifted, or cleaned.
};

/// One attribute that does not stay as it is. Never to be logged: it says what was there.
struct AttributeChange {
    std::string path;    ///< "(0040,0275) (0040,1001)": sequences it lies in, then itself.
    std::string keyword; ///< "RequestedProcedureID"; empty for a private or unknown one.
    AttributeFate fate = AttributeFate::Removed;
    std::string before; ///< Shortened; empty for sequences and binary values.
    std::string after;
    int count = 0; ///< In how many of the series looked at.
};

enum class LeftOutKind {
    NotDicom,
    Directory,       ///< A DICOMDIR: it would name files that are called otherwise now.
    Unreadable,      ///< Error says why.
    Document,        ///< An encapsulated document: what it says cannot be cleaned.
    BurnedIn,        ///< The pixels may show a name: the file says so, or is a screen's picture.
    BurnedInUnknown, ///< A secondary capture that does not say that none is burned in.
    NoCleaning,      ///< Any other kind of object; `what` names it.
};

/// A file that is not exported, and why.
struct NotAnonymized {
    std::filesystem::path path;
    LeftOutKind kind = LeftOutKind::NoCleaning;
    std::string what;
    std::optional<Error> error;
};

struct AnonymizePreview {
    std::vector<AttributeChange> changes; ///< Of the first file of each series; by tag.
    std::vector<NotAnonymized> leftOut;
    std::vector<std::string> pseudonyms; ///< Of the patients, in order of first file.
    int files = 0;                       ///< That would be written.
    int series = 0;
    int studies = 0;
};

struct AnonymizeSummary {
    std::vector<NotAnonymized> leftOut;
    std::vector<std::string> pseudonyms;
    int files = 0; ///< Written. 0: there was nothing to write, and no folder was made.
    int series = 0;
    int studies = 0;
};

} // namespace fovea
