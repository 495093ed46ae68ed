#include "model/domain/Analysis.h"

#include <algorithm>

namespace fovea {

std::vector<AnatomyScore> rankAnatomies(const std::vector<Finding>& findings)
{
    std::vector<AnatomyScore> scores;
    for (const Finding& first : findings) {
        if (std::ranges::find(scores, first.anatomyId, &AnatomyScore::anatomyId) != scores.end())
            continue;
        AnatomyScore s{first.anatomyId, 0.0, true};
        for (const Finding& f : findings)
            s.calibrated = s.calibrated && (f.anatomyId != s.anatomyId || f.calibrated.has_value());
        for (const Finding& f : findings) {
            if (f.anatomyId == s.anatomyId)
                s.abnormality = std::max(s.abnormality, s.calibrated ? *f.calibrated : f.score);
        }
        scores.push_back(std::move(s));
    }
    std::ranges::stable_sort(scores, std::ranges::greater{}, &AnatomyScore::abnormality);
    return scores;
}

} // namespace fovea
