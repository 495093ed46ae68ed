#include "model/phantom/PhantomSite.h"

#include <algorithm>

namespace fovea {

double PhantomSite::chance(std::string_view findingId, double usual) const
{
    const auto factor = prevalence.find(findingId);
    return factor == prevalence.end() ? usual : std::min(0.95, usual * factor->second);
}

PhantomSite PhantomSite::reference()
{
    return {};
}

PhantomSite PhantomSite::lakeside()
{
    PhantomSite site;
    site.id = "lakeside";
    site.noiseFactor = 2;
    site.sharpShare = 0.8;
    site.edgeGain = 0.9F;
    site.lungHuShift = 130;
    site.style = ReportStyle::Structured;
    site.prevalence = {{"emphysema", 0.55},
                       {"lung_nodule", 0.6},
                       {"pulmonary_fibrotic_sequela", 0.55},
                       {"bronchiectasis", 0.6},
                       {"mosaic_attenuation_pattern", 0.7},
                       {"atelectasis", 1.35},
                       {"consolidation", 1.5},
                       {"pleural_effusion", 1.7},
                       {"lung_opacity", 1.3},
                       {"cardiomegaly", 1.4},
                       {"arterial_wall_calcification", 0.7},
                       {"coronary_artery_wall_calcification", 0.75}};
    site.pneumothorax = 0.28;
    site.aorticDilatation = 0.3;
    site.steatosis = 0.34;
    return site;
}

std::optional<PhantomSite> PhantomSite::named(std::string_view id)
{
    for (const PhantomSite& site : {reference(), lakeside()}) {
        if (site.id == id)
            return site;
    }
    return std::nullopt;
}

std::vector<std::string> PhantomSite::ids()
{
    return {reference().id, lakeside().id};
}

} // namespace fovea
