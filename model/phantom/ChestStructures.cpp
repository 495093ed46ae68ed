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
    add(KidneyRight, "kidney_right", "kidneys", Side::Right, {163, 84, 66});
    add(KidneyLeft, "kidney_left", "kidneys", Side::Left, {195, 117, 100});
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
    add(HeartMyocardium, "heart_myocardium", "heart", Side::None, {192, 104, 88});
    add(HeartAtriumLeft, "heart_atrium_left", "heart", Side::None, {203, 108, 81});
    add(HeartVentricleLeft, "heart_ventricle_left", "heart", Side::None, {152, 55, 13});
    add(HeartAtriumRight, "heart_atrium_right", "heart", Side::None, {210, 122, 86});
    add(HeartVentricleRight, "heart_ventricle_right", "heart", Side::None, {181, 85, 57});
    add(PulmonaryArtery, "pulmonary_artery", "pulmonary_artery", Side::None, {0, 122, 171});
    add(PulmonaryVein, "pulmonary_vein", "pulmonary_veins", Side::None, {186, 77, 64});
    add(BrachiocephalicTrunk, "brachiocephalic_trunk", "supraaortic_arteries", Side::None,
        {196, 121, 79});
    add(SubclavianRight, "subclavian_artery_right", "supraaortic_arteries", Side::Right,
        {213, 124, 109});
    add(SubclavianLeft, "subclavian_artery_left", "supraaortic_arteries", Side::Left,
        {213, 124, 109});
    add(CarotidRight, "common_carotid_artery_right", "supraaortic_arteries", Side::Right,
        {0, 112, 165});
    add(CarotidLeft, "common_carotid_artery_left", "supraaortic_arteries", Side::Left,
        {0, 112, 165});
    add(BrachiocephalicVeinLeft, "brachiocephalic_vein_left", "superior_vena_cava", Side::Left,
        {0, 161, 196});
    add(BrachiocephalicVeinRight, "brachiocephalic_vein_right", "superior_vena_cava", Side::Right,
        {0, 161, 196});
    add(SuperiorVenaCava, "superior_vena_cava", "superior_vena_cava", Side::None, {0, 151, 206});
    add(InferiorVenaCava, "inferior_vena_cava", "inferior_vena_cava", Side::None, {0, 151, 206});
    add(HumerusLeft, "humerus_left", "humeri", Side::Left, {205, 205, 100});
    add(HumerusRight, "humerus_right", "humeri", Side::Right, {205, 205, 100});
    add(ScapulaLeft, "scapula_left", "scapulae", Side::Left, {212, 188, 102});
    add(ScapulaRight, "scapula_right", "scapulae", Side::Right, {212, 188, 102});
    add(ClavicleLeft, "clavicula_left", "clavicles", Side::Left, {205, 179, 108});
    add(ClavicleRight, "clavicula_right", "clavicles", Side::Right, {205, 179, 108});
    add(SpinalCord, "spinal_cord", "spinal_cord", Side::None, {244, 214, 49});
    add(AutochthonLeft, "autochthon_left", "autochthon", Side::Left, {188, 95, 76});
    add(AutochthonRight, "autochthon_right", "autochthon", Side::Right, {178, 105, 76});
    for (int n = 1; n <= 12; ++n)
        add(static_cast<std::uint16_t>(RibLeft1 + n - 1), "rib_left_" + std::to_string(n), "ribs",
            Side::Left, {253, 232, 158});
    for (int n = 1; n <= 12; ++n)
        add(static_cast<std::uint16_t>(RibRight1 + n - 1), "rib_right_" + std::to_string(n), "ribs",
            Side::Right, {253, 232, 158});
    add(CostalCartilages, "costal_cartilages", "sternum", Side::None, {111, 184, 210});
    add(Sternum, "sternum", "sternum", Side::None, {244, 222, 166});
    return all;
}

} // namespace fovea
