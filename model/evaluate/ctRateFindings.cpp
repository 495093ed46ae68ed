#include "model/evaluate/ctRateFindings.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fovea {
namespace {

constexpr std::array Findings{
    CtRateFinding{"Emphysema", "lung", "emphysema"},
    CtRateFinding{"Atelectasis", "lung", "atelectasis"},
    CtRateFinding{"Lung nodule", "lung", "lung_nodule"},
    CtRateFinding{"Lung opacity", "lung", "lung_opacity"},
    CtRateFinding{"Pulmonary fibrotic sequela", "lung", "pulmonary_fibrotic_sequela"},
    CtRateFinding{"Pleural effusion", "lung", "pleural_effusion"},
    CtRateFinding{"Mosaic attenuation pattern", "lung", "mosaic_attenuation_pattern"},
    CtRateFinding{"Peribronchial thickening", "lung", "peribronchial_thickening"},
    CtRateFinding{"Consolidation", "lung", "consolidation"},
    CtRateFinding{"Bronchiectasis", "lung", "bronchiectasis"},
    CtRateFinding{"Interlobular septal thickening", "lung", "interlobular_septal_thickening"},
    CtRateFinding{"Cardiomegaly", "heart", "cardiomegaly"},
    CtRateFinding{"Pericardial effusion", "heart", "pericardial_effusion"},
    CtRateFinding{"Coronary artery wall calcification", "heart",
                  "coronary_artery_wall_calcification"},
    CtRateFinding{"Hiatal hernia", "esophagus", "hiatal_hernia"},
    CtRateFinding{"Arterial wall calcification", "aorta", "arterial_wall_calcification"},
};

} // namespace

std::span<const CtRateFinding> ctRateFindings()
{
    return Findings;
}

const CtRateFinding* ctRateFinding(std::string_view label)
{
    const auto* const it = std::ranges::find(Findings, label, &CtRateFinding::label);
    return it == Findings.end() ? nullptr : it;
}

std::optional<FvlmColumn> fvlmColumn(std::string_view title)
{
    if (std::ranges::count(title, '_') != 3)
        return std::nullopt;
    const std::size_t first = title.find('_');
    const std::size_t second = title.find('_', first + 1);
    return FvlmColumn{title.substr(0, first), title.substr(first + 1, second - first - 1)};
}

} // namespace fovea
