#include "model/checkpoint/DefaultCatalog.h"

namespace fovea {
namespace {

struct Row {
    const char* anatomy;
    const char* id;
    const char* name;
    const char* prompt;
};

// Prompts: the released evaluation script.
constexpr Row rows[] = {
    {"lung", "emphysema", "Emphysema", "Emphysema."},
    {"lung", "atelectasis", "Atelectasis", "Atelectatic."},
    {"lung", "lung_nodule", "Lung nodule", "Nodule."},
    {"lung", "lung_opacity", "Lung opacity", "Opacity."},
    {"lung", "pulmonary_fibrotic_sequela", "Pulmonary fibrotic sequela", "Pulmonary fibrotic."},
    {"lung", "pleural_effusion", "Pleural effusion", "Pleural effusion."},
    {"lung", "mosaic_attenuation_pattern", "Mosaic attenuation pattern",
     "Mosaic attenuation pattern."},
    {"lung", "peribronchial_thickening", "Peribronchial thickening", "Peribronchial thickening."},
    {"lung", "consolidation", "Consolidation", "Consolidation."},
    {"lung", "bronchiectasis", "Bronchiectasis", "Bronchiectasis."},
    {"lung", "interlobular_septal_thickening", "Interlobular septal thickening",
     "Interlobular septal thickening."},
    {"heart", "cardiomegaly", "Cardiomegaly", "Cardiomegaly."},
    {"heart", "pericardial_effusion", "Pericardial effusion", "Pericardial effusion."},
    {"heart", "coronary_artery_wall_calcification", "Coronary artery wall calcification",
     "Coronary artery wall calcification."},
    {"esophagus", "hiatal_hernia", "Hiatal hernia", "Hiatal hernia."},
    {"aorta", "arterial_wall_calcification", "Arterial wall calcification",
     "Arterial wall calcification."},
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
                            {},
                            {}});
    return findings;
}

ModelManifest releasedManifest()
{
    ModelManifest manifest;
    manifest.name = "fVLM (imported checkpoint)";
    manifest.licence = "The released weights state no licence.";
    manifest.provenance =
        "Imported from a checkpoint of the fVLM code (arXiv 2501.14548). No thresholds and no "
        "calibration: those of the released weights say nothing of others.";
    manifest.findings = releasedCatalog();
    return manifest;
}

} // namespace fovea
