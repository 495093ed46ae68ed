#include "app/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

namespace fovea {

namespace {

struct Name {
    std::string_view id;
    const char* english;
};

constexpr std::array Anatomies{
    Name{"lung", QT_TRANSLATE_NOOP("fovea::Anatomy", "Lung")},
    Name{"heart", QT_TRANSLATE_NOOP("fovea::Anatomy", "Heart")},
    Name{"esophagus", QT_TRANSLATE_NOOP("fovea::Anatomy", "Esophagus")},
    Name{"aorta", QT_TRANSLATE_NOOP("fovea::Anatomy", "Aorta")},
    Name{"trachea", QT_TRANSLATE_NOOP("fovea::Anatomy", "Trachea")},
    Name{"pulmonary_artery", QT_TRANSLATE_NOOP("fovea::Anatomy", "Pulmonary artery")},
    Name{"pulmonary_veins", QT_TRANSLATE_NOOP("fovea::Anatomy", "Pulmonary veins")},
    Name{"supraaortic_arteries", QT_TRANSLATE_NOOP("fovea::Anatomy", "Supra-aortic arteries")},
    Name{"superior_vena_cava", QT_TRANSLATE_NOOP("fovea::Anatomy", "Superior vena cava")},
    Name{"inferior_vena_cava", QT_TRANSLATE_NOOP("fovea::Anatomy", "Inferior vena cava")},
    Name{"portal_splenic_vein", QT_TRANSLATE_NOOP("fovea::Anatomy", "Portal and splenic vein")},
    Name{"iliac_arteries", QT_TRANSLATE_NOOP("fovea::Anatomy", "Iliac arteries")},
    Name{"iliac_veins", QT_TRANSLATE_NOOP("fovea::Anatomy", "Iliac veins")},
    Name{"thyroid", QT_TRANSLATE_NOOP("fovea::Anatomy", "Thyroid gland")},
    Name{"liver", QT_TRANSLATE_NOOP("fovea::Anatomy", "Liver")},
    Name{"spleen", QT_TRANSLATE_NOOP("fovea::Anatomy", "Spleen")},
    Name{"kidneys", QT_TRANSLATE_NOOP("fovea::Anatomy", "Kidneys")},
    Name{"adrenal_glands", QT_TRANSLATE_NOOP("fovea::Anatomy", "Adrenal glands")},
    Name{"pancreas", QT_TRANSLATE_NOOP("fovea::Anatomy", "Pancreas")},
    Name{"gallbladder", QT_TRANSLATE_NOOP("fovea::Anatomy", "Gallbladder")},
    Name{"stomach", QT_TRANSLATE_NOOP("fovea::Anatomy", "Stomach")},
    Name{"duodenum", QT_TRANSLATE_NOOP("fovea::Anatomy", "Duodenum")},
    Name{"small_bowel", QT_TRANSLATE_NOOP("fovea::Anatomy", "Small bowel")},
    Name{"colon", QT_TRANSLATE_NOOP("fovea::Anatomy", "Large bowel")},
    Name{"urinary_bladder", QT_TRANSLATE_NOOP("fovea::Anatomy", "Urinary bladder")},
    Name{"prostate", QT_TRANSLATE_NOOP("fovea::Anatomy", "Prostate")},
    Name{"ribs", QT_TRANSLATE_NOOP("fovea::Anatomy", "Ribs")},
    Name{"sternum", QT_TRANSLATE_NOOP("fovea::Anatomy", "Sternum")},
    Name{"clavicles", QT_TRANSLATE_NOOP("fovea::Anatomy", "Clavicles")},
    Name{"scapulae", QT_TRANSLATE_NOOP("fovea::Anatomy", "Scapulae")},
    Name{"humeri", QT_TRANSLATE_NOOP("fovea::Anatomy", "Humeri")},
    Name{"femurs", QT_TRANSLATE_NOOP("fovea::Anatomy", "Femurs")},
    Name{"hips", QT_TRANSLATE_NOOP("fovea::Anatomy", "Hips")},
    Name{"sacrum", QT_TRANSLATE_NOOP("fovea::Anatomy", "Sacrum")},
    Name{"cervical_vertebrae", QT_TRANSLATE_NOOP("fovea::Anatomy", "Cervical vertebrae")},
    Name{"thoracic_vertebrae", QT_TRANSLATE_NOOP("fovea::Anatomy", "Thoracic vertebrae")},
    Name{"lumbar_vertebrae", QT_TRANSLATE_NOOP("fovea::Anatomy", "Lumbar vertebrae")},
    Name{"spinal_cord", QT_TRANSLATE_NOOP("fovea::Anatomy", "Spinal cord")},
    Name{"brain", QT_TRANSLATE_NOOP("fovea::Anatomy", "Brain")},
    Name{"skull", QT_TRANSLATE_NOOP("fovea::Anatomy", "Skull")},
    Name{"face", QT_TRANSLATE_NOOP("fovea::Anatomy", "Face")},
    Name{"autochthon", QT_TRANSLATE_NOOP("fovea::Anatomy", "Deep muscles of the back")},
    Name{"iliopsoas", QT_TRANSLATE_NOOP("fovea::Anatomy", "Iliopsoas")},
    Name{"gluteal_muscles", QT_TRANSLATE_NOOP("fovea::Anatomy", "Gluteal muscles")},
};

constexpr std::array Findings{
    Name{"emphysema", QT_TRANSLATE_NOOP("fovea::Finding", "Emphysema")},
    Name{"atelectasis", QT_TRANSLATE_NOOP("fovea::Finding", "Atelectasis")},
    Name{"lung_nodule", QT_TRANSLATE_NOOP("fovea::Finding", "Lung nodule")},
    Name{"lung_opacity", QT_TRANSLATE_NOOP("fovea::Finding", "Lung opacity")},
    Name{"pulmonary_fibrotic_sequela",
         QT_TRANSLATE_NOOP("fovea::Finding", "Pulmonary fibrotic sequela")},
    Name{"pleural_effusion", QT_TRANSLATE_NOOP("fovea::Finding", "Pleural effusion")},
    Name{"mosaic_attenuation_pattern",
         QT_TRANSLATE_NOOP("fovea::Finding", "Mosaic attenuation pattern")},
    Name{"peribronchial_thickening",
         QT_TRANSLATE_NOOP("fovea::Finding", "Peribronchial thickening")},
    Name{"consolidation", QT_TRANSLATE_NOOP("fovea::Finding", "Consolidation")},
    Name{"bronchiectasis", QT_TRANSLATE_NOOP("fovea::Finding", "Bronchiectasis")},
    Name{"interlobular_septal_thickening",
         QT_TRANSLATE_NOOP("fovea::Finding", "Interlobular septal thickening")},
    Name{"cardiomegaly", QT_TRANSLATE_NOOP("fovea::Finding", "Cardiomegaly")},
    Name{"pericardial_effusion", QT_TRANSLATE_NOOP("fovea::Finding", "Pericardial effusion")},
    Name{"coronary_artery_wall_calcification",
         QT_TRANSLATE_NOOP("fovea::Finding", "Coronary artery wall calcification")},
    Name{"hiatal_hernia", QT_TRANSLATE_NOOP("fovea::Finding", "Hiatal hernia")},
    Name{"arterial_wall_calcification",
         QT_TRANSLATE_NOOP("fovea::Finding", "Arterial wall calcification")},
    Name{"pneumothorax", QT_TRANSLATE_NOOP("fovea::Finding", "Pneumothorax")},
    Name{"thoracic_aortic_dilatation",
         QT_TRANSLATE_NOOP("fovea::Finding", "Thoracic aortic dilatation")},
    Name{"hepatic_steatosis", QT_TRANSLATE_NOOP("fovea::Finding", "Hepatic steatosis")},
};

template <typename Names>
QString translated(const Names& names, const char* context, std::string_view id,
                   std::string_view english)
{
    const auto it = std::ranges::find(names, id, &Name::id);
    if (it != names.end())
        return QCoreApplication::translate(context, it->english);
    const std::string byId(id);
    if (const QString site = QCoreApplication::translate(context, byId.c_str());
        site != QString::fromStdString(byId))
        return site;
    const std::string_view text = english.empty() ? id : english;
    QString name = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

template <typename Names> std::string_view known(const Names& names, std::string_view id)
{
    const auto it = std::ranges::find(names, id, &Name::id);
    return it != names.end() ? std::string_view(it->english) : id;
}

} // namespace

std::string_view englishAnatomyName(std::string_view id)
{
    return known(Anatomies, id);
}

std::string_view englishFindingName(std::string_view id)
{
    return known(Findings, id);
}

QString anatomyName(std::string_view id, std::string_view english)
{
    return translated(Anatomies, "fovea::Anatomy", id, english);
}

QString findingName(std::string_view id, std::string_view english)
{
    return translated(Findings, "fovea::Finding", id, english);
}

} // namespace fovea
