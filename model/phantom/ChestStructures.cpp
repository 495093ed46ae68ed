#include "model/phantom/ChestStructures.h"

#include <string>

namespace fovea {

std::vector<Structure> chestStructures()
{
    using namespace ChestLabel;
    std::vector<Structure> all;
    const auto add = [&all](std::uint16_t label, std::string name, std::string anatomyId, Side side,
                            Rgb colour) {
        Structure s;
        s.label = label;
        s.name = std::move(name);
        s.anatomyId = std::move(anatomyId);
        s.side = side;
        s.colour = colour;
        all.push_back(std::move(s));
    };
    add(Spleen, "spleen", "spleen", Side::None, {157, 108, 162});
    add(Liver, "liver", "liver", Side::None, {221, 130, 101});
    add(Stomach, "stomach", "stomach", Side::None, {216, 132, 105});
    add(LungUpperLeft, "lung_upper_lobe_left", "lung", Side::Left, {172, 138, 115});
    add(LungLowerLeft, "lung_lower_lobe_left", "lung", Side::Left, {197, 165, 145});
    add(LungUpperRight, "lung_upper_lobe_right", "lung", Side::Right, {172, 138, 115});
    add(LungMiddleRight, "lung_middle_lobe_right", "lung", Side::Right, {202, 164, 140});
    add(LungLowerRight, "lung_lower_lobe_right", "lung", Side::Right, {224, 186, 162});
    add(Esophagus, "esophagus", "esophagus", Side::None, {211, 171, 143});
    add(Trachea, "trachea", "trachea", Side::None, {182, 228, 255});
    add(VertebraL1, "vertebrae_L1", "lumbar_vertebrae", Side::None, {226, 202, 134});
    for (int n = 12; n >= 1; --n)
        add(static_cast<std::uint16_t>(44 - n), "vertebrae_T" + std::to_string(n),
            "thoracic_vertebrae", Side::None, {226, 202, 134});
    add(Heart, "heart", "heart", Side::None, {206, 110, 84});
    add(Aorta, "aorta", "aorta", Side::None, {224, 97, 76});
    add(SuperiorVenaCava, "superior_vena_cava", "superior_vena_cava", Side::None, {0, 151, 206});
    add(InferiorVenaCava, "inferior_vena_cava", "inferior_vena_cava", Side::None, {0, 151, 206});
    add(ScapulaLeft, "scapula_left", "scapulae", Side::Left, {212, 188, 102});
    add(ScapulaRight, "scapula_right", "scapulae", Side::Right, {212, 188, 102});
    add(ClavicleLeft, "clavicula_left", "clavicles", Side::Left, {205, 179, 108});
    add(ClavicleRight, "clavicula_right", "clavicles", Side::Right, {205, 179, 108});
    add(SpinalCord, "spinal_cord", "spinal_cord", Side::None, {244, 214, 49});
    for (int n = 1; n <= 12; ++n)
        add(static_cast<std::uint16_t>(RibLeft1 + n - 1), "rib_left_" + std::to_string(n), "ribs",
            Side::Left, {253, 232, 158});
    for (int n = 1; n <= 12; ++n)
        add(static_cast<std::uint16_t>(RibRight1 + n - 1), "rib_right_" + std::to_string(n), "ribs",
            Side::Right, {253, 232, 158});
    add(Sternum, "sternum", "sternum", Side::None, {244, 222, 166});
    return all;
}

} // namespace fovea
