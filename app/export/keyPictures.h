#pragma once

#include "model/domain/Progress.h"
#include "storage/SecondaryCapture.h"
#include "storage/StudyResults.h"
#include "viewer/slice/SliceCapture.h"

#include <QString>

#include <vector>

namespace fovea {

/// A key image as it is read.
struct KeyPicture {
    CapturedSlice slice;
    KeyImageRecord record;
    QString caption;           ///< In the user's language, e.g. "Axial, slice 12 of 90".
    bool hasTypedText = false; ///< Words that a reader typed are drawn in it.
};

/// Paints every key image of `results` with its measures. `look` has volume, labels and how they
/// are painted; its plane, place, window and measures are not looked at. Not for the GUI thread: a
/// tenth of a second each. Stops where it is cancelled, with those made so far.
std::vector<KeyPicture> keyPictures(const StudyResults& results, const SliceCapture& look,
                                    const Progress& progress);

/// As a secondary capture holds it.
CapturedPicture capturedPicture(const KeyPicture& picture);

} // namespace fovea
