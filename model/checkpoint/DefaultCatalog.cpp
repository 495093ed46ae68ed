#include "model/checkpoint/DefaultCatalog.h"

namespace fovea {
namespace {

struct Row {
    const char* anatomy;
    const char* id;
    const char* name;
    const char* prompt;
    double threshold;
    double a;
    double b;
};

// Prompts: the released evaluation script. Numbers: 3006 volumes, labels of CT-RATE's validation
// set.
constexpr Row rows[] = {
    {"lung", "emphysema", "Emphysema", "Emphysema.", 0.576, 0.850, -1.636},
    {"lung", "atelectasis", "Atelectasis", "Atelectatic.", 0.222, 0.293, -0.865},
    {"lung", "lung_nodule", "Lung nodule", "Nodule.", 0.586, 0.365, -0.204},
    {"lung", "lung_opacity", "Lung opacity", "Opacity.", 0.152, 0.311, 0.046},
    {"lung", "pulmonary_fibrotic_sequela", "Pulmonary fibrotic sequela", "Pulmonary fibrotic.",
     0.515, 1.263, -1.013},
    {"lung", "pleural_effusion", "Pleural effusion", "Pleural effusion.", 0.242, 1.088, -0.274},
    {"lung", "mosaic_attenuation_pattern", "Mosaic attenuation pattern",
     "Mosaic attenuation pattern.", 0.444, 1.280, -2.341},
    {"lung", "peribronchial_thickening", "Peribronchial thickening", "Peribronchial thickening.",
     0.495, 2.581, -1.981},
    {"lung", "consolidation", "Consolidation", "Consolidation.", 0.020, 0.422, 0.082},
    {"lung", "bronchiectasis", "Bronchiectasis", "Bronchiectasis.", 0.495, 0.391, -2.073},
    {"lung", "interlobular_septal_thickening", "Interlobular septal thickening",
     "Interlobular septal thickening.", 0.485, 1.963, -2.370},
    {"heart", "cardiomegaly", "Cardiomegaly", "Cardiomegaly.", 0.434, 1.026, -1.999},
    {"heart", "pericardial_effusion", "Pericardial effusion", "Pericardial effusion.", 0.333, 0.874,
     -2.006},
    {"heart", "coronary_artery_wall_calcification", "Coronary artery wall calcification",
     "Coronary artery wall calcification.", 0.515, 12.628, -1.934},
    {"esophagus", "hiatal_hernia", "Hiatal hernia", "Hiatal hernia.", 0.626, 1.227, -2.153},
    {"aorta", "arterial_wall_calcification", "Arterial wall calcification",
     "Arterial wall calcification.", 0.525, 7.930, -1.319},
};

} // namespace

std::vector<FindingDefinition> releasedCatalog()
{
    std::vector<FindingDefinition> findings;
    for (const Row& row : rows)
        findings.push_back({row.anatomy,
                            row.id,
                            row.name,
                            {row.prompt},
                            {std::string("Not ") + row.prompt},
                            row.threshold,
                            Calibration{row.a, row.b}});
    return findings;
}

ModelManifest releasedManifest()
{
    ModelManifest manifest;
    manifest.name = "fVLM (imported checkpoint)";
    manifest.licence = "The released weights state no licence.";
    manifest.provenance =
        "Imported from a checkpoint of the fVLM code (arXiv 2501.14548). Thresholds and "
        "calibrations were fitted on the released model's answers for the CT-RATE validation set "
        "and are for display only.";
    manifest.findings = releasedCatalog();
    manifest.calibratedOn = "ct_rate_validation";
    return manifest;
}

} // namespace fovea
