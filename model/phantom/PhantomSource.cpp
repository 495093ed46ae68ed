#include "model/phantom/PhantomSource.h"

#include <string>
#include <utility>

namespace fovea {

LabelledStudy labelledStudy(const Phantom& phantom)
{
    LabelledStudy study;
    study.volume = phantom.volume;
    study.labels = phantom.labels;
    for (const PhantomRegionText& text : phantom.report) {
        LabelledStudy::Region region;
        region.anatomyId = text.anatomyId;
        region.text = text.text;
        for (const PhantomFinding& finding : phantom.findings) {
            if (finding.anatomyId == text.anatomyId)
                region.findings.push_back(finding.findingId);
        }
        study.regions.push_back(std::move(region));
    }
    return study;
}

StudySource phantomSource(std::uint64_t firstSeed, std::size_t count, const PhantomGrid& grid)
{
    StudySource source;
    source.count = count;
    source.load = [firstSeed, count, grid](std::size_t index) -> Result<LabelledStudy> {
        if (index >= count)
            return makeError(ErrorCode::BadOption, {"study", std::to_string(index)});
        const Result<Phantom> phantom = makePhantom(firstSeed + index, grid, {});
        if (!phantom)
            return phantom.error();
        return labelledStudy(*phantom);
    };
    return source;
}

} // namespace fovea
