#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/Progress.h"
#include "model/domain/Result.h"
#include "model/phantom/Phantom.h"
#include "storage/StudyDatabase.h"

#include <cstdint>

namespace fovea {

/// The sample study: a synthetic man with a pleural effusion, a consolidation, a large heart,
/// calcified coronary and arterial walls and a little emphysema. The seed lies far beyond those
/// that a model is trained on, so that what the demo model says about it was not learnt by heart.
/// Window and command line offer the same study.
inline constexpr std::uint64_t SampleStudySeed = 10'000'046;

/// How the sample study is sampled: clinical field of view, coarser than a scanner's matrix so that
/// it is made, stored and analysed in seconds.
PhantomGrid sampleStudyGrid();

/// Where the sample study lies in an archive.
struct SampleStudy {
    std::int64_t studyId = 0;
    std::int64_t seriesId = 0;
    bool added = false; ///< False: it was there already.
};

/// Puts the sample study with its segmentation into the archive, unless it is there whole already
/// (known StudyInstanceUID with a CT series that has a label map): makes it in a temporary folder,
/// imports a copy of it and removes the folder.
///
/// Errors: those of writePhantom(), scanFolder() and importScan(); Internal when the archive did
/// not take what was written.
Result<SampleStudy> ensureSampleStudy(StudyDatabase& database, const AnatomyCatalog& catalog,
                                      const Progress& progress);

} // namespace fovea
