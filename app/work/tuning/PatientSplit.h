#pragma once

#include "model/domain/Result.h"
#include "storage/StudyRecords.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

// Which patients a model learns from, which choose among its states, and which judge it. No Qt.

namespace fovea {

enum class TuningSplit { Training, Validation, Test };
inline constexpr std::size_t TuningSplits = 3;
/// As files and the command line spell them: "training", "validation", "test".
const char* tuningSplitId(TuningSplit split);

/// Shares of the patients, by TuningSplit; together 1.
using SplitShares = std::array<double, TuningSplits>;
inline constexpr SplitShares usualShares{0.6, 0.2, 0.2};

/// A patient to be dealt out.
struct SplitPatient {
    std::string key; ///< PatientSplit::keyOf().
    /// What should be in every split: names of labels, whatever they are.
    std::set<std::string> labels;
};

/// Remembers the split of every patient that ever took part in a tuning, so that the test split
/// stays untouched however many studies come later: nobody is ever moved.
///
/// Patients are told apart by a salted hash of what their records say of them, so that the split
/// outlives an archive that is made anew, and its file holds no name and no id. (Whoever has the
/// file and guesses an id can tell whether it is in there: it stays beside the archive and is never
/// part of a package.)
struct PatientSplit {
    std::uint64_t seed = 1;
    SplitShares shares = usualShares;
    std::string salt; ///< 32 hexadecimal digits, made once.
    std::map<std::string, TuningSplit> patients;

    /// Of one patient; where the record has no patient id, of one study.
    std::string keyOf(const StudyRecord& study) const;
};

/// An empty one with a salt of its own.
PatientSplit newPatientSplit(std::uint64_t seed, const SplitShares& shares = usualShares);

/// Deals out the patients that `split` does not know yet, and remembers them. As well stratified as
/// whole patients allow: the rarest label first, to the split that lacks it most (Sechidis,
/// Tsoumakas and Vlahavas, "On the Stratification of Multi-label Data", ECML PKDD 2011), the known
/// patients counted in. The same seed, memory and patients (in any order) give the same split.
void dealPatients(PatientSplit& split, const std::vector<SplitPatient>& patients);

/// `<archive>/tuning/split.json`: {"format": 1, "seed", "shares": […], "salt", "patients":
/// {"<hash>": "training" | "validation" | "test"}}.
std::filesystem::path patientSplitFile(const std::filesystem::path& archiveFolder);
/// A new one where there is no file. FileNotReadable; MetadataBroken (file, what is wrong);
/// BadOption
/// ("seed", why): the file has another one, and dealing anew would put patients of the test split
/// among those that a model has learnt from.
Result<PatientSplit> readPatientSplit(const std::filesystem::path& archiveFolder,
                                      std::uint64_t seed);
/// Replaces the file, or none of it. Errors of writing.
Status writePatientSplit(const std::filesystem::path& archiveFolder, const PatientSplit& split);

} // namespace fovea
