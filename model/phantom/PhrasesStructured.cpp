#include "model/phantom/PhrasesTables.h"

// A department that dictates terse items, with words of its own: what a text encoder that has read
// narrative reports alone has to learn.

namespace fovea {

namespace {

using enum PhraseGrading;

constexpr std::array Findings{
    FindingPhrases{"lung", "emphysema", Degree,
                   "emphysematous lung destruction|destructive emphysema", "", "",
                   "emphysematous lungs$G$P|emphysematous loss of lung tissue$G$P|"
                   "lung tissue rarefied by emphysema$G$P",
                   "emphysematous lungs|destructive emphysema|emphysematous lung destruction",
                   "destructive emphysema|emphysematous lung destruction",
                   "emphysematous destruction|emphysema of any type"},
    FindingPhrases{"lung", "atelectasis", Degree,
                   "atelectatic volume loss|atelectatic collapse|loss of aeration by atelectasis",
                   "", "", "atelectatic collapse of lung tissue$G$P|airless atelectatic lung$P",
                   "atelectatic collapse|atelectatic volume loss|airless atelectatic lung",
                   "atelectatic volume loss|atelectatic collapse",
                   "atelectatic collapse|atelectatic volume loss"},
    FindingPhrases{"lung", "lung_nodule", None, "",
                   "$k nodular lesion|$k nodular lesion of $z|$k nodular formation", "",
                   "$k nodular lesion$P, $z|$L$k nodular lesion, $z across|"
                   "$z $k nodular formation$P|$k nodular lesion, $z in diameter$P",
                   "nodular lesion of the lung|pulmonary nodular lesion|lung with a nodular lesion",
                   "pulmonary nodular lesion|nodular lesion of the lung",
                   "nodular lesion|pulmonary nodular lesion|suspicious nodular lesion"},
    FindingPhrases{"lung", "lung_opacity", Extent,
                   "ground-glass change|hazy increased density|ground-glass veiling", "",
                   "hazy densities|faint opacities",
                   "hazy faint opacities$P|lung veiled by ground-glass change$P",
                   "ground-glass change|ground-glass veiling|faint opacities in the lungs|"
                   "hazy increased density of the lung",
                   "ground-glass change|ground-glass veiling",
                   "ground-glass change|hazy density|faint opacity"},
    FindingPhrases{"lung", "pulmonary_fibrotic_sequela", Degree,
                   "fibrous remodeling|scar tissue|fibrous retraction", "",
                   "old scars|fibrous strands",
                   "lung distorted by scar tissue$P|healed disease with fibrous strands$P",
                   "old scars of the lung|fibrous remodeling of lung tissue|residual scar tissue",
                   "fibrous remodeling|scar tissue of the lung", "scar tissue|fibrous remodeling"},
    FindingPhrases{"lung", "pleural_effusion", Amount, "", "", "",
                   "$g $l hydrothorax|$l hydrothorax$G|$g $l pleural fluid collection|"
                   "$l pleural fluid collection$G|pleural fluid collection$G$P|"
                   "$f fluid layering in $v|evidence of $g $l pleural fluid|"
                   "hydrothorax$P$G|$l pleural fluid, $z deep",
                   "pleural fluid collection|hydrothorax|fluid layering in the pleural space",
                   "hydrothorax|pleural fluid collection",
                   "hydrothorax|pleural fluid collection|layering pleural fluid"},
    FindingPhrases{
        "lung", "mosaic_attenuation_pattern", Degree,
        "mosaic lung density|mosaic density|patchwork mosaic density", "mosaic density pattern", "",
        "lung density varying like a mosaic$P|lobules of unequal density in a mosaic$P",
        "mosaic lung density|mosaic density pattern|lung density varying like a mosaic",
        "mosaic lung density|mosaic density pattern", "mosaic density|mosaic lung density"},
    FindingPhrases{"lung", "peribronchial_thickening", Degree,
                   "peribronchial wall thickening|mural thickening of the bronchial tree", "", "",
                   "bronchial walls $h thickened$P|mural thickening of bronchial branches$G$P",
                   "peribronchial wall thickening|mural thickening of the bronchial tree|"
                   "bronchial walls thickened",
                   "peribronchial wall thickening|mural thickening of the bronchial tree",
                   "peribronchial wall thickening|mural thickening of the bronchial tree"},
    FindingPhrases{"lung", "consolidation", Extent,
                   "consolidative change|alveolar consolidation|consolidative alveolar filling", "",
                   "consolidative foci",
                   "consolidative foci of lung tissue$P|"
                   "alveoli filled by consolidative change$P",
                   "consolidative change|alveolar consolidation|consolidative foci",
                   "consolidative change|alveolar consolidation",
                   "consolidative change|alveolar consolidation"},
    FindingPhrases{"lung", "bronchiectasis", Degree, "bronchial ectasia|bronchial dilation", "", "",
                   "bronchi $h dilated$P|bronchi $h dilated, wider than their arteries$P",
                   "bronchial ectasia|bronchial dilation|bronchi dilated",
                   "bronchial ectasia|bronchial dilation", "bronchial ectasia|bronchial dilation"},
    FindingPhrases{"lung", "interlobular_septal_thickening", Degree,
                   "septal line thickening|thickening of lobular septa", "", "",
                   "lobular septa $h thickened$P|septal lines with thickening$G$P",
                   "septal line thickening|lobular septa thickened|thickening of lobular septa",
                   "septal line thickening|thickening of lobular septa",
                   "septal line thickening|thickening of lobular septa"},
    FindingPhrases{"lung", "pneumothorax", Amount, "", "", "",
                   "$g $l pneumothorax|$l pneumothorax$G|$l pneumothorax, $z deep|"
                   "pneumothorax$P$G|$f air in $v|evidence of @ $g $l pneumothorax|"
                   "lung retracted by pleural air$P|$l pneumothorax in front of the lung$G",
                   "pneumothorax|air in the pleural space|pneumothorax demonstrated",
                   "pneumothorax", "pneumothorax|pleural air"},
    FindingPhrases{"heart", "cardiomegaly", Degree, "heart enlargement", "", "",
                   "cardiac size $h increased|increased heart size$G|heart $h enlarged|"
                   "heart $h enlarged, $z across|transverse heart diameter increased to $z|"
                   "increased cardiac size, $z across",
                   "increased cardiac size|heart enlarged|increased heart size|heart enlargement",
                   "heart enlargement|increased heart size",
                   "heart enlargement|increased heart size"},
    FindingPhrases{"heart", "pericardial_effusion", Amount, "", "", "",
                   "$f fluid in the pericardial sac|$f fluid layering in the pericardium|"
                   "$g pericardial fluid collection|pericardial fluid collection$G|"
                   "pericardial fluid collection, $z deep",
                   "pericardial fluid collection|fluid in the pericardial sac|"
                   "fluid layering in the pericardium",
                   "pericardial fluid collection|fluid in the pericardial sac",
                   "pericardial fluid collection|fluid in the pericardial sac"},
    FindingPhrases{"heart", "coronary_artery_wall_calcification", Degree,
                   "calcific coronary disease|calcific coronary atheroma", "",
                   "coronary calcific deposits",
                   "coronary tree $h calcified|coronaries $h calcified|"
                   "coronaries with $g calcific deposits",
                   "calcific coronary disease|coronary calcific deposits|coronaries calcified",
                   "calcific coronary disease|coronary calcific deposits",
                   "calcific coronary disease|coronary calcific deposits"},
    FindingPhrases{"esophagus", "hiatal_hernia", Size, "", "axial hiatal hernia", "",
                   "$g axial hiatal hernia, $z across|gastric hernia through the hiatus$G|"
                   "hernia of the stomach at the hiatus$G",
                   "axial hiatal hernia|gastric hernia through the hiatus|hernia at the hiatus",
                   "axial hiatal hernia|hernia at the hiatus",
                   "axial hiatal hernia|hernia at the hiatus"},
    FindingPhrases{"aorta", "arterial_wall_calcification", Degree,
                   "calcific aortic atheroma|aortic calcific disease", "",
                   "aortic calcific deposits|calcific deposits of the aortic wall",
                   "aortic wall $h calcified|aorta with $g calcific deposits",
                   "calcific aortic atheroma|aortic calcific deposits|aortic wall calcified",
                   "calcific aortic atheroma|aortic calcific deposits",
                   "calcific aortic atheroma|aortic calcific deposits"},
    FindingPhrases{"aorta", "thoracic_aortic_dilatation", Degree,
                   "dilatation of the ascending aorta|ascending aortic ectasia|"
                   "aneurysmal dilatation of the thoracic aorta",
                   "", "",
                   "ascending aorta $h dilated|ascending aorta $h dilated to $z|"
                   "ascending aorta dilated, $z in diameter|aneurysmal ascending aorta, $z|"
                   "thoracic aorta $h widened, $z at its ascending part",
                   "ascending aorta dilated|dilatation of the ascending aorta|"
                   "ascending aortic ectasia",
                   "dilatation of the ascending aorta|ascending aortic ectasia",
                   "dilatation of the thoracic aorta|aneurysm of the ascending aorta|"
                   "ascending aortic ectasia"},
    FindingPhrases{
        "liver", "hepatic_steatosis", Degree,
        "hepatic steatosis|fatty change of the liver|fatty infiltration of the liver", "", "",
        "fatty liver$G|liver density $h reduced by fatty change|"
        "liver darker than the spleen by fatty change$G|"
        "liver $h hypodense, in keeping with steatosis",
        "fatty liver|hepatic steatosis|steatosis of the liver|fatty change of the liver",
        "hepatic steatosis|fatty liver", "hepatic steatosis|fatty change of the liver|fatty liver"},
};

constexpr std::array Kinds{
    KindPhrases{"emphysema", "centrilobular",
                "centrilobular-type emphysema|emphysema of centrilobular type", "", ""},
    KindPhrases{"emphysema", "paraseptal", "paraseptal-type emphysema|emphysema of paraseptal type",
                "", ""},
    KindPhrases{"atelectasis", "linear", "", "", "plates of atelectasis|streaky atelectatic lines"},
    KindPhrases{"atelectasis", "basal", "atelectatic collapse above the diaphragm", "", ""},
    KindPhrases{"atelectasis", "compressive", "compression atelectasis|relaxation atelectasis", "",
                ""},
    KindPhrases{"pulmonary_fibrotic_sequela", "apical",
                "scar tissue at the apex|apical fibrous retraction", "", ""},
    KindPhrases{"pulmonary_fibrotic_sequela", "band", "", "",
                "strand-like scars|long fibrous strands"},
    KindPhrases{"consolidation", "lobar",
                "lobar-type consolidative change|consolidative change with open bronchi", "", ""},
    KindPhrases{"consolidation", "patchy", "", "", "scattered consolidative foci"},
    KindPhrases{"bronchiectasis", "cylindrical",
                "cylindrical bronchial ectasia|tube-like bronchial dilation", "", ""},
};

constexpr std::array Normals{
    OrganPhrases{"lung", "",
                 "lung fields {clear|within normal limits}|normal lung fields|"
                 "lungs fully aerated, without focal change|"
                 "no {pulmonary abnormality|lung lesion} demonstrated|no emphysematous change "
                 "and no focal lung lesion demonstrated"},
    OrganPhrases{"heart", "",
                 "cardiac silhouette within normal limits|heart within normal limits|"
                 "no cardiac abnormality demonstrated|cardiac size within normal range"},
    OrganPhrases{"esophagus", "",
                 "esophagus within normal limits|no esophageal abnormality demonstrated|"
                 "course and wall of the esophagus within normal range"},
    OrganPhrases{"aorta", "",
                 "aorta within normal limits|no aortic abnormality demonstrated|"
                 "aortic {caliber|diameter} within normal range"},
    OrganPhrases{"liver", "",
                 "liver within normal limits|liver density within normal range|"
                 "no hepatic abnormality demonstrated|homogeneous liver, brighter than the spleen|"
                 "liver homogeneous, of normal density"},
};

constexpr std::array Variants{
    OrganPhrases{"azygos_fissure", "lung",
                 "variant azygos fissure|accessory azygos fissure|azygos fissure as a variant"},
    OrganPhrases{"dependent_density", "lung",
                 "gravity-related density posteriorly|"
                 "posterior gravity-related density of both lungs"},
    OrganPhrases{"apical_cap", "lung",
                 "thickened apical pleura|pleural cap at the apex|cap-like apical pleura"},
    OrganPhrases{"pleural_plaque", "lung",
                 "calcified plaque of the pleura$P|pleural calcified plaque$P"},
    OrganPhrases{"bulla", "lung", "solitary bulla$P|isolated bulla$P|single large bulla$P"},
    OrganPhrases{"pericardial_fat_pad", "heart",
                 "ample pericardial fat|abundant fat beside the heart|ample epicardial fat"},
    OrganPhrases{"mitral_annulus_calcification", "heart",
                 "calcified mitral ring|mitral ring calcification"},
    OrganPhrases{"pacemaker_lead", "heart",
                 "lead of a pacemaker in the right ventricle|right ventricular pacemaker lead"},
    OrganPhrases{"tortuous_aorta", "aorta",
                 "winding course of the aorta|elongated aorta|aortic elongation"},
    OrganPhrases{"esophageal_air", "esophagus",
                 "esophagus with intraluminal air|intraluminal air in the esophagus|"
                 "air-filled esophagus"},
    OrganPhrases{"calcified_lymph_node", "mediastinum",
                 "calcified node of the {mediastinum|hilum}|old calcified node"},
    OrganPhrases{"healed_rib_fracture", "bones",
                 "previous fracture of a $l rib, healed|old $l rib fracture"},
    OrganPhrases{"osteophytes", "bones",
                 "spondylotic osteophytes|thoracic spondylosis with osteophytes"},
};

constexpr std::array<std::string_view, 5> Anatomies{"lung", "heart", "esophagus", "aorta", "liver"};

constexpr std::array Paragraphs{ReportParagraph{"lung", "Lungs and pleura: "},
                                ReportParagraph{"airways", "Airways: "},
                                ReportParagraph{"heart", "Heart: "},
                                ReportParagraph{"aorta", "Aorta: "},
                                ReportParagraph{"mediastinum", "Mediastinum: "},
                                ReportParagraph{"esophagus", "Esophagus: "},
                                ReportParagraph{"liver", "Liver: "},
                                ReportParagraph{"abdomen", "Upper abdomen: "},
                                ReportParagraph{"bones", "Skeleton: "}};

constexpr PhraseBook Book{
    .anatomies = Anatomies,
    .findings = Findings,
    .kinds = Kinds,
    .normals = Normals,
    .variants = Variants,
    .paragraphs = Paragraphs,
    .mass = "{$n$G$P|$g $n$P|$L$g $n|$g $n demonstrated $p|evidence of $g $n $p|"
            "in keeping with $g $n $p}",
    .one = "{$g $n$P|$n$G$P|$L$g $n|$g $n demonstrated $p|evidence of @ $g $n $p}",
    .many = "{$n$P|$L$n|$n demonstrated $p|evidence of $n $p}",
    .degree = {"{minor|minor|low-grade}", "{intermediate|moderate-grade}",
               "{pronounced|advanced|high-grade}"},
    .extent = {"{minor|sparse|localized}", "{intermediate|considerable}", "{widespread|diffuse}"},
    .amount = {"{minor|thin|slim}", "{medium|medium-sized}", "{sizable|voluminous}"},
    .size = {"little", "{medium|medium-sized}", "{bulky|voluminous}"},
    .adverb = {"{somewhat|minimally}", "{considerably|distinctly}", "{grossly|strongly}"},
    .fluid = {"{a thin layer of|little}", "a medium volume of", "{a big volume of|abundant}"},
    .nodulesBare = "{nodular lesions of the lungs|pulmonary nodular lesions|"
                   "lungs with nodular lesions}",
    .nodules = "{$c $k nodular lesions $q$m|$c $k nodular lesions demonstrated $q$m|"
               "evidence of $c $k nodular lesions $q$m|$k nodular lesions, $c in number$Q$m}",
    .nodulesMany = "{numerous|many}",
    .nodulesLargest = "{|, up to $z across|, biggest $z $r}",
    .nodulesName = "{pulmonary nodular lesions|nodular lesions of the lungs}",
    .item = "{$n$G$Q|$g $n$Q|$n $q}",
    .pleuralItem = "{$g|} {$l $n|$n$P}",
    .noduleItem = "{$z|} $k $n$Q",
    .nodulesItem = "{|numerous} $k {pulmonary nodular lesions|nodular lesions of the lungs}$Q$m",
    .nodulesItemLargest = "{|, up to $z}",
    .unnumbered = "- ",
    .negatedOne = "{no $a demonstrated|no $a demonstrated|$a: none|no sign of $a|"
                  "no CT evidence of $a|absence of $a|free of $a|$a not {detected|evident}}",
    .negatedTwo = "{no $a and no $b demonstrated|no sign of $a or $b|"
                  "neither $a nor $b demonstrated|$a and $b not {detected|evident}|"
                  "free of $a and $b}",
    .enhanced = "chest CT, {contrast agent given|with contrast agent}|chest CT in a contrast phase",
    .unenhanced = "chest CT, no contrast agent|plain chest CT",
    .airways = "trachea and main bronchi open|trachea in the midline|"
               "central airways without narrowing",
    .mediastinum = "mediastinal nodes within normal range|no enlargement of mediastinal nodes",
    .abdomen = "adrenals within normal limits|upper abdomen otherwise within normal limits|"
               "spleen and adrenals within normal limits",
    .bones = "no destructive bony lesion|skeleton without destructive lesion|"
             "vertebral heights maintained",
    .normalImpression = "no acute chest abnormality demonstrated|"
                        "chest CT without relevant abnormality|normal-range chest CT",
    .nothing = "No abnormality recorded.",
    .patientHeading = "INDICATION",
    .techniqueHeading = "EXAMINATION",
    .findingsHeading = {"REPORT", "Report"},
    .impressionHeading = {"CONCLUSION", "Conclusion"},
    .patient = "$x, $y years"};

} // namespace

const PhraseBook& structuredBook()
{
    return Book;
}

} // namespace fovea
