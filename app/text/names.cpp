#include "app/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

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
};

template <typename Names>
QString translated(const Names& names, const char* context, std::string_view id,
                   std::string_view english)
{
    const auto it = std::ranges::find(names, id, &Name::id);
    if (it != names.end())
        return QCoreApplication::translate(context, it->english);
    const std::string_view text = english.empty() ? id : english;
    QString name = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return name.replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

QString anatomyName(std::string_view id, std::string_view english)
{
    return translated(Anatomies, "fovea::Anatomy", id, english);
}

QString findingName(std::string_view id, std::string_view english)
{
    return translated(Findings, "fovea::Finding", id, english);
}

} // namespace fovea
