#include "app/text/structureName.h"

#include "app/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace fovea {

namespace {

struct StructureText {
    Q_DECLARE_TR_FUNCTIONS(fovea::Structure)
};

struct Name {
    std::string_view structure;
    const char* english;
};

/// Those that are a part of an anatomy, or in none; one that is all of it has the anatomy's name.
constexpr std::array Parts{
    Name{"body", QT_TRANSLATE_NOOP("fovea::Structure", "Body")},
    Name{"lung_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left lung")},
    Name{"lung_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right lung")},
    Name{"lung_upper_lobe_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left upper lobe")},
    Name{"lung_lower_lobe_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left lower lobe")},
    Name{"lung_upper_lobe_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right upper lobe")},
    Name{"lung_middle_lobe_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right middle lobe")},
    Name{"lung_lower_lobe_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right lower lobe")},
    Name{"atrial_appendage_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left atrial appendage")},
    Name{"heart_myocardium", QT_TRANSLATE_NOOP("fovea::Structure", "Myocardium")},
    Name{"heart_atrium_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left atrium")},
    Name{"heart_atrium_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right atrium")},
    Name{"heart_ventricle_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left ventricle")},
    Name{"heart_ventricle_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right ventricle")},
    Name{"brachiocephalic_trunk", QT_TRANSLATE_NOOP("fovea::Structure", "Brachiocephalic trunk")},
    Name{"subclavian_artery_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left subclavian artery")},
    Name{"subclavian_artery_right",
         QT_TRANSLATE_NOOP("fovea::Structure", "Right subclavian artery")},
    Name{"common_carotid_artery_left",
         QT_TRANSLATE_NOOP("fovea::Structure", "Left common carotid artery")},
    Name{"common_carotid_artery_right",
         QT_TRANSLATE_NOOP("fovea::Structure", "Right common carotid artery")},
    Name{"brachiocephalic_vein_left",
         QT_TRANSLATE_NOOP("fovea::Structure", "Left brachiocephalic vein")},
    Name{"brachiocephalic_vein_right",
         QT_TRANSLATE_NOOP("fovea::Structure", "Right brachiocephalic vein")},
    Name{"iliac_artery_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left iliac artery")},
    Name{"iliac_artery_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right iliac artery")},
    Name{"iliac_vena_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left iliac vein")},
    Name{"iliac_vena_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right iliac vein")},
    Name{"kidney_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left kidney")},
    Name{"kidney_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right kidney")},
    Name{"kidney_cyst_left", QT_TRANSLATE_NOOP("fovea::Structure", "Cyst of the left kidney")},
    Name{"kidney_cyst_right", QT_TRANSLATE_NOOP("fovea::Structure", "Cyst of the right kidney")},
    Name{"adrenal_gland_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left adrenal gland")},
    Name{"adrenal_gland_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right adrenal gland")},
    Name{"costal_cartilages", QT_TRANSLATE_NOOP("fovea::Structure", "Costal cartilages")},
    Name{"clavicula_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left clavicle")},
    Name{"clavicula_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right clavicle")},
    Name{"scapula_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left scapula")},
    Name{"scapula_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right scapula")},
    Name{"humerus_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left humerus")},
    Name{"humerus_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right humerus")},
    Name{"femur_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left femur")},
    Name{"femur_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right femur")},
    Name{"hip_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left hip bone")},
    Name{"hip_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right hip bone")},
    Name{"autochthon_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left deep back muscles")},
    Name{"autochthon_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right deep back muscles")},
    Name{"iliopsoas_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left iliopsoas")},
    Name{"iliopsoas_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right iliopsoas")},
    Name{"gluteus_maximus_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left gluteus maximus")},
    Name{"gluteus_maximus_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right gluteus maximus")},
    Name{"gluteus_medius_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left gluteus medius")},
    Name{"gluteus_medius_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right gluteus medius")},
    Name{"gluteus_minimus_left", QT_TRANSLATE_NOOP("fovea::Structure", "Left gluteus minimus")},
    Name{"gluteus_minimus_right", QT_TRANSLATE_NOOP("fovea::Structure", "Right gluteus minimus")},
};

/// Segmenters call these otherwise than the catalog does.
struct Synonym {
    std::string_view structure;
    std::string_view anatomyId;
};
constexpr std::array Synonyms{
    Synonym{"pulmonary_vein", "pulmonary_veins"},
    Synonym{"thyroid_gland", "thyroid"},
    Synonym{"portal_vein_and_splenic_vein", "portal_splenic_vein"},
    Synonym{"kidney", "kidneys"},
    Synonym{"adrenal_gland", "adrenal_glands"},
};

/// "rib_left_7", "vertebrae_T12".
QString numbered(const QString& name)
{
    const QString number = name.section(QLatin1Char('_'), -1);
    if (name.startsWith(QLatin1String("rib_left_")))
        return StructureText::tr("Left rib %1").arg(number);
    if (name.startsWith(QLatin1String("rib_right_")))
        return StructureText::tr("Right rib %1").arg(number);
    if (name.startsWith(QLatin1String("vertebrae_")))
        return StructureText::tr("Vertebra %1").arg(number);
    return {};
}

} // namespace

QString structureName(const Structure& structure)
{
    if (const auto part = std::ranges::find(Parts, structure.name, &Name::structure);
        part != Parts.end())
        return QCoreApplication::translate("fovea::Structure", part->english);
    const QString name = QString::fromStdString(structure.name);
    if (const QString text = numbered(name); !text.isEmpty())
        return text;
    const auto synonym = std::ranges::find(Synonyms, structure.name, &Synonym::structure);
    // A structure has the anatomy's name only as itself: "lung nodule 1" in the lung is no lung.
    return anatomyName(synonym != Synonyms.end() ? synonym->anatomyId : structure.name,
                       structure.name);
}

} // namespace fovea
