#pragma once

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"
#include "model/phantom/PhantomTruth.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace fovea::test {

struct FindingSample {
    const char* anatomyId;
    const char* findingId;
    std::vector<const char*> kinds;
};

inline const std::vector<FindingSample>& findingSamples()
{
    static const std::vector<FindingSample> samples{
        {"lung", "emphysema", {"centrilobular", "paraseptal"}},
        {"lung", "atelectasis", {"linear", "basal", "compressive"}},
        {"lung", "lung_nodule", {"solid", "spiculated", "part_solid", "ground_glass", "calcified"}},
        {"lung", "lung_opacity", {"ground_glass"}},
        {"lung", "pulmonary_fibrotic_sequela", {"apical", "band"}},
        {"lung", "pleural_effusion", {""}},
        {"lung", "mosaic_attenuation_pattern", {""}},
        {"lung", "peribronchial_thickening", {""}},
        {"lung", "consolidation", {"lobar", "patchy"}},
        {"lung", "bronchiectasis", {"cylindrical"}},
        {"lung", "interlobular_septal_thickening", {""}},
        {"heart", "cardiomegaly", {""}},
        {"heart", "pericardial_effusion", {""}},
        {"heart", "coronary_artery_wall_calcification", {""}},
        {"esophagus", "hiatal_hernia", {""}},
        {"aorta", "arterial_wall_calcification", {""}},
    };
    return samples;
}

inline const std::vector<const char*>& variantSamples()
{
    static const std::vector<const char*> ids{"azygos_fissure",
                                              "dependent_density",
                                              "calcified_lymph_node",
                                              "pericardial_fat_pad",
                                              "tortuous_aorta",
                                              "apical_cap",
                                              "healed_rib_fracture",
                                              "pleural_plaque",
                                              "osteophytes",
                                              "pacemaker_lead",
                                              "esophageal_air",
                                              "bulla",
                                              "mitral_annulus_calcification"};
    return ids;
}

inline FindingSite randomSite(bool lung, CounterRandom& random)
{
    FindingSite site;
    if (lung) {
        site.structure = static_cast<std::uint16_t>(ChestLabel::LungUpperLeft + random.index(5));
        site.side = site.structure <= ChestLabel::LungLowerLeft ? Side::Left : Side::Right;
    }
    if (random.chance(0.8))
        site.millimetres = static_cast<float>(random.uniform(2, lung ? 60 : 160));
    return site;
}

/// One finding as it may be drawn: any kind, severity, one to five sites.
inline ShownFinding randomFinding(const FindingSample& sample, CounterRandom& random)
{
    ShownFinding finding{sample.anatomyId,
                         sample.findingId,
                         sample.kinds[random.index(sample.kinds.size())],
                         random.uniform(0.05, 1.0),
                         {}};
    const bool lung = finding.anatomyId == "lung";
    const std::size_t count = lung ? 1 + random.index(5) : 1;
    for (std::size_t n = 0; n < count; ++n)
        finding.sites.push_back(randomSite(lung, random));
    std::ranges::sort(finding.sites, std::greater(), &FindingSite::millimetres);
    return finding;
}

/// Any findings, from none to all, and any variants.
inline PhantomTruth randomTruth(std::uint64_t seed)
{
    CounterRandom random(seed, "truth");
    PhantomTruth truth{
        seed, random.chance(0.5), int(random.uniform(20, 90)), random.chance(0.5), {}, {}};
    const double share = random.uniform() * random.uniform() * 1.05;
    for (const FindingSample& sample : findingSamples()) {
        if (random.chance(share))
            truth.findings.push_back(randomFinding(sample, random));
    }
    for (const char* id : variantSamples()) {
        if (random.chance(0.2))
            truth.variants.push_back({id, randomSite(true, random)});
    }
    return truth;
}

inline bool shows(const PhantomTruth& truth, const std::string& findingId)
{
    return std::ranges::find(truth.findings, findingId, &ShownFinding::findingId) !=
           truth.findings.end();
}

} // namespace fovea::test
