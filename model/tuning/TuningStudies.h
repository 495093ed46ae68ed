#pragma once

#include "model/training/TrainingCase.h"
#include "model/tuning/StudyCache.h"
#include "model/tuning/StudyEncoder.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// The studies of a tuning: what is said of each in memory, what an encoder makes of it on disk. No
/// more than one volume is in memory at any time.
///
/// Encoder, cache and source outlive it. One thread at a time. Throws c10::Error.
class TuningStudies {
public:
    /// Loads every study once, and encodes those that the cache does not have. Studies that show
    /// none of the network's anatomies are left out. Cancelled, errors of loading, encoding and
    /// writing.
    static Result<TuningStudies> load(const StudySource& source, StudyEncoder& encoder,
                                      StudyCache& cache, const Progress& progress);

    /// What is said of each; without images, labels and boxes. They stay where they are as long as
    /// this object does, also when it is moved.
    const std::vector<TrainingCase>& cases() const { return *m_cases; }

    /// Of one of the cases, from the cache or encoded again. Errors as load().
    Result<ParameterMap> tensors(std::size_t index, const Progress& progress) const;

    const ModelManifest& manifest() const { return m_encoder->manifest(); }
    std::size_t leftOut() const { return m_leftOut; }
    std::size_t notCached() const { return m_notCached; }
    /// SHA-256 over all studies and what is said of them: tells data apart and says nothing of
    /// them.
    const std::string& digest() const { return m_digest; }

private:
    TuningStudies(const StudySource& source, StudyEncoder& encoder, StudyCache& cache);
    std::optional<ParameterMap> kept(const std::string& key) const;
    Status add(std::size_t study, const LabelledStudy& loaded, const Progress& progress);

    const StudySource* m_source;
    StudyEncoder* m_encoder;
    StudyCache* m_cache;
    std::unique_ptr<std::vector<TrainingCase>> m_cases;
    std::vector<std::size_t> m_studies; ///< Of the source, by case.
    std::vector<std::string> m_keys;    ///< By case.
    std::size_t m_leftOut = 0;
    std::size_t m_notCached = 0;
    std::string m_digest;
};

} // namespace fovea
