#include "model/phantom/PhrasesTables.h"

#include <array>

namespace fovea {

namespace {

using enum PhraseGrading;

constexpr std::array Findings{
    FindingPhrases{"lung", "emphysema", Degree, "emphysema|pulmonary emphysema", "",
                   "$g emphysematous changes|emphysematous areas",
                   "the lungs are $h emphysematous|$g emphysematous change $p|"
                   "areas of low attenuation consistent with $g emphysema $p",
                   "emphysema|emphysematous changes|there is emphysema|emphysema is present|"
                   "pulmonary emphysema",
                   "emphysema|emphysematous changes", "emphysema|emphysematous change"},
    FindingPhrases{"lung", "atelectasis", Degree, "atelectasis", "",
                   "$g atelectatic changes|atelectatic areas",
                   "$g atelectatic change $p|areas of atelectasis $p",
                   "atelectasis|atelectatic changes|there is atelectasis|atelectasis is present",
                   "atelectasis|atelectatic changes", "atelectasis|atelectatic change"},
    // A single nodule; nodules in the plural are written by count.
    FindingPhrases{"lung", "lung_nodule", None, "",
                   "$k {nodule|nodule|pulmonary nodule|lung nodule}", "",
                   "@ $z $k {nodule|pulmonary nodule} $p|@ $z $k {nodule|pulmonary nodule} is "
                   "{seen|noted|observed|present} $p|"
                   "there is @ $z $k {nodule|lung nodule} $p|$k {nodule|pulmonary nodule} $p, $z|"
                   "@ $k nodule $p measures $z|$k {nodule|pulmonary nodule} $s $p|$z $k "
                   "{nodule|pulmonary nodule} $q",
                   "lung nodule|pulmonary nodule|there is a lung nodule|"
                   "there is a pulmonary nodule|a nodule is seen in the lung",
                   "{pulmonary|lung} nodule", "lung nodule|pulmonary nodule|suspicious nodule"},
    FindingPhrases{
        "lung", "lung_opacity", Extent, "ground-glass attenuation|ground-glass opacification",
        "ground-glass opacity",
        "$g ground-glass opacities|ground-glass densities|$g patchy ground-glass opacities|"
        "hazy opacities|areas of ground-glass density",
        "patchy ground-glass attenuation $p|hazy ground-glass opacity involving $w|"
        "areas of ground-glass attenuation are seen $p",
        "ground-glass opacity|ground-glass opacities|there is ground-glass opacity|"
        "ground-glass opacities are present|lung opacity",
        "ground-glass {opacity|opacities|attenuation}",
        "ground-glass opacity|ground-glass attenuation|lung opacity"},
    FindingPhrases{"lung", "pulmonary_fibrotic_sequela", Degree,
                   "scarring|pulmonary scarring|parenchymal scarring", "",
                   "$g fibrotic changes|fibrotic sequelae|$g sequela changes|"
                   "pleuroparenchymal sequela changes",
                   "fibrotic change with architectural distortion $p|"
                   "scarring from prior disease $p",
                   "fibrotic changes|scarring|pulmonary fibrotic sequelae|there is scarring|"
                   "fibrotic changes are present",
                   "fibrotic changes|scarring|fibrotic sequelae",
                   "scarring|fibrotic change|fibrosis"},
    FindingPhrases{
        "lung", "pleural_effusion", Amount, "", "", "",
        "$g $l pleural effusion|$g $l pleural effusion|there is @ $g $l pleural effusion|"
        "@ $g $l pleural effusion is {seen|noted|observed|present}|"
        "$g pleural effusion $p|@ $g pleural effusion is {seen|noted|present} $p|"
        "there is $f fluid in $v|$f fluid is {seen|noted} in $v|$f pleural fluid $p|"
        "there is $f pleural fluid $p|$l pleural effusion $s|"
        "$g $l pleural effusion layering posteriorly",
        "pleural effusion|there is a pleural effusion|pleural fluid|"
        "fluid in the pleural space|a pleural effusion is present",
        "pleural effusion", "pleural effusion|pleural fluid"},
    FindingPhrases{"lung", "mosaic_attenuation_pattern", Degree,
                   "mosaic attenuation|mosaic perfusion",
                   "mosaic attenuation pattern|"
                   "mosaic pattern of attenuation",
                   "$g mosaic attenuation changes",
                   "the lungs show @ $g mosaic attenuation pattern|"
                   "lung attenuation is heterogeneous in a mosaic pattern|"
                   "$g mosaic attenuation consistent with air trapping $p",
                   "mosaic attenuation|mosaic attenuation pattern|there is mosaic attenuation|"
                   "a mosaic attenuation pattern is present",
                   "mosaic attenuation|mosaic attenuation pattern",
                   "mosaic attenuation|mosaic attenuation pattern"},
    FindingPhrases{"lung", "peribronchial_thickening", Degree,
                   "peribronchial thickening|bronchial wall thickening|peribronchial cuffing|"
                   "thickening of the bronchial walls",
                   "", "$h thickened bronchial walls", "the bronchial walls are $h thickened $p",
                   "peribronchial thickening|bronchial wall thickening|"
                   "there is bronchial wall thickening|the bronchial walls are thickened|"
                   "peribronchial thickening is present",
                   "{peribronchial|bronchial wall} thickening",
                   "peribronchial thickening|bronchial wall thickening"},
    FindingPhrases{"lung", "consolidation", Extent,
                   "consolidation|airspace consolidation|air space disease|airspace disease", "",
                   "$g consolidations|consolidated areas|areas of consolidation",
                   "consolidated lung $p|consolidation involving $w|airspace consolidation $p $s",
                   "consolidation|there is consolidation|air space disease|"
                   "consolidation is present|airspace consolidation",
                   "consolidation|airspace consolidation", "consolidation|airspace disease"},
    FindingPhrases{"lung", "bronchiectasis", Degree, "bronchiectasis|bronchial dilatation", "",
                   "$h dilated bronchi|$g bronchiectatic changes|ectatic bronchi",
                   "the bronchi are $h dilated $p|bronchiectatic change $p",
                   "bronchiectasis|there is bronchiectasis|dilated bronchi|"
                   "bronchiectatic changes|bronchiectasis is present",
                   "bronchiectasis|bronchiectatic changes", "bronchiectasis|bronchial dilatation"},
    FindingPhrases{
        "lung", "interlobular_septal_thickening", Degree,
        "interlobular septal thickening|septal thickening|"
        "smooth interlobular septal thickening|thickening of the interlobular septa",
        "", "$h thickened interlobular septa", "the interlobular septa are $h thickened $p",
        "interlobular septal thickening|there is interlobular septal thickening|"
        "septal thickening|the interlobular septa are thickened",
        "interlobular septal thickening", "interlobular septal thickening|septal thickening"},
    FindingPhrases{"heart", "cardiomegaly", Degree, "cardiomegaly|cardiac enlargement", "", "",
                   "the heart is $h enlarged|heart size is $h increased|enlarged heart|"
                   "the cardiac silhouette is $h enlarged|the heart is enlarged, $z in transverse "
                   "diameter|cardiomegaly with a transverse diameter of $z|"
                   "$h enlarged heart|enlargement of the heart|the heart appears $h enlarged",
                   "cardiomegaly|the heart is enlarged|enlarged heart|there is cardiomegaly|"
                   "heart size is increased",
                   "cardiomegaly", "cardiomegaly|cardiac enlargement"},
    FindingPhrases{"heart", "pericardial_effusion", Amount, "", "pericardial effusion", "",
                   "$f pericardial fluid|there is $f fluid in the pericardial space|"
                   "$f fluid around the heart|$f pericardial fluid is {seen|noted}|"
                   "pericardial effusion, $z in thickness|"
                   "@ pericardial effusion of $z is {seen|noted}|$f fluid surrounds the heart "
                   "in the pericardial space",
                   "pericardial effusion|there is a pericardial effusion|pericardial fluid|"
                   "fluid around the heart|a pericardial effusion is present",
                   "pericardial effusion", "pericardial effusion|pericardial fluid"},
    FindingPhrases{"heart", "coronary_artery_wall_calcification", Degree,
                   "coronary artery calcification|coronary artery wall calcification|"
                   "coronary calcification|atherosclerotic calcification of the coronary arteries|"
                   "calcification of the coronary arteries",
                   "",
                   "calcified plaques in the coronary arteries|$g coronary artery calcifications",
                   "the coronary arteries are $h calcified|calcified coronary arteries",
                   "coronary artery calcification|coronary artery wall calcification|"
                   "there is coronary artery calcification|"
                   "calcified plaques in the coronary arteries|coronary calcification is present",
                   "coronary artery calcification|coronary artery wall calcification",
                   "coronary artery calcification|coronary calcification"},
    FindingPhrases{"esophagus", "hiatal_hernia", Size, "",
                   "hiatal hernia|sliding hiatal hernia|"
                   "hiatus hernia",
                   "",
                   "$g hiatal hernia, $z|herniation of the stomach through the esophageal hiatus|"
                   "$g sliding hernia at the esophageal hiatus|@ hiatal hernia of $z is seen",
                   "hiatal hernia|there is a hiatal hernia|hiatus hernia|"
                   "sliding hiatal hernia|a hiatal hernia is present",
                   "hiatal hernia", "hiatal hernia|hiatus hernia"},
    FindingPhrases{"aorta", "arterial_wall_calcification", Degree,
                   "aortic wall calcification|arterial wall calcification|aortic calcification|"
                   "atherosclerotic calcification of the thoracic aorta|calcification of the aorta",
                   "",
                   "calcified plaques in the aorta|calcified plaques in the aortic wall|"
                   "$g aortic atherosclerotic calcifications",
                   "the aortic wall is $h calcified|calcified atheroma of the thoracic aorta",
                   "arterial wall calcification|aortic wall calcification|"
                   "there is aortic wall calcification|calcified plaques in the aorta|"
                   "aortic calcification is present",
                   "aortic wall calcification|arterial wall calcification",
                   "arterial wall calcification|aortic wall calcification"},
};

constexpr std::array Kinds{
    KindPhrases{"emphysema", "centrilobular", "centrilobular emphysema", "",
                "$g centrilobular emphysematous changes"},
    KindPhrases{"emphysema", "paraseptal", "paraseptal emphysema|subpleural emphysema", "",
                "$g paraseptal emphysematous changes"},
    KindPhrases{"atelectasis", "linear",
                "linear atelectasis|plate-like atelectasis|subsegmental atelectasis", "",
                "atelectatic bands|linear atelectatic bands"},
    KindPhrases{"atelectasis", "basal", "atelectasis with volume loss|dependent atelectasis", "",
                "atelectatic changes with volume loss"},
    KindPhrases{"atelectasis", "compressive", "compressive atelectasis|passive atelectasis", "",
                "$g passive atelectatic changes|compressive atelectatic changes"},
    KindPhrases{"pulmonary_fibrotic_sequela", "apical",
                "apical scarring|pleuroparenchymal scarring", "", "$g apical fibrotic changes"},
    KindPhrases{"pulmonary_fibrotic_sequela", "band", "linear scarring|band-like scarring",
                "fibrotic band|parenchymal band", "parenchymal bands|fibrotic bands"},
    KindPhrases{"consolidation", "lobar", "lobar consolidation|consolidation with air bronchograms",
                "", ""},
    KindPhrases{"consolidation", "patchy", "patchy consolidation|patchy air space disease", "",
                "patchy consolidations|patchy areas of consolidation"},
    KindPhrases{"bronchiectasis", "cylindrical",
                "cylindrical bronchiectasis|tubular bronchiectasis", "", ""},
};

constexpr std::array Normals{
    OrganPhrases{"lung", "",
                 "{the lungs|both lungs} are {clear|normal|unremarkable|normally aerated}|"
                 "aeration of both lungs is normal|normal lungs|the lungs and pleura are "
                 "{normal|unremarkable}|{the lung parenchyma|the parenchyma of both lungs} is "
                 "{normal|unremarkable|clear}|no abnormality of the lungs {|is seen}|"
                 "the lungs show no {significant|focal} abnormality"},
    OrganPhrases{
        "heart", "",
        "the heart is {normal|unremarkable|normal in size}|heart size is {normal|within normal "
        "limits}|normal heart size|normal heart|heart size and contour are normal|"
        "no abnormality of the heart {|is seen}|cardiac {size is|chambers are} normal"},
    OrganPhrases{
        "esophagus", "",
        "the esophagus is {normal|unremarkable}|{the thoracic esophagus|esophageal caliber} is "
        "normal|esophageal wall thickness is normal|normal esophagus|"
        "no abnormality of the esophagus {|is seen}"},
    OrganPhrases{"aorta", "",
                 "the {|thoracic} aorta is {normal|unremarkable|normal in caliber}|"
                 "the diameter of the {|thoracic} aorta is normal|normal {|thoracic} aorta|"
                 "no abnormality of the aorta {|is seen}|no aortic aneurysm"},
};

constexpr std::array Variants{
    OrganPhrases{"azygos_fissure", "lung",
                 "azygos fissure, a normal variant|an azygos fissure is {seen|noted}|"
                 "there is an azygos fissure|azygos lobe"},
    OrganPhrases{
        "dependent_density", "lung",
        "dependent density in the posterior lungs|{mild|minimal} dependent density is seen "
        "posteriorly in both lungs|dependent changes in the posterior lungs|gravity-dependent "
        "density in both lungs"},
    OrganPhrases{
        "apical_cap", "lung",
        "apical pleural cap|biapical pleural thickening|{mild|minimal} apical pleural thickening|"
        "an apical pleural cap is {seen|noted}"},
    OrganPhrases{"pleural_plaque", "lung",
                 "calcified pleural plaque $p|a calcified pleural plaque is {seen|noted} $p|"
                 "pleural plaque $p"},
    OrganPhrases{"bulla", "lung",
                 "bulla $p|@ $z bulla is seen $p|thin-walled bulla $p|there is a bulla $p"},
    OrganPhrases{"pericardial_fat_pad", "heart",
                 "prominent pericardial fat pad|pericardial fat pad is {seen|noted}|"
                 "there is a prominent pericardial fat pad"},
    OrganPhrases{"mitral_annulus_calcification", "heart",
                 "mitral annular calcification|calcification of the mitral annulus|"
                 "the mitral annulus is calcified"},
    OrganPhrases{
        "pacemaker_lead", "heart",
        "pacemaker lead in the right ventricle|a pacemaker lead is {seen|noted} in the right "
        "heart|pacemaker lead in place"},
    OrganPhrases{"tortuous_aorta", "aorta",
                 "the {|thoracic} aorta is {|mildly} tortuous|tortuous {|thoracic} aorta|"
                 "tortuosity of the aorta"},
    OrganPhrases{"esophageal_air", "esophagus",
                 "air in the esophagus|the esophagus contains air|air in the esophageal lumen|"
                 "a small amount of air is seen in the esophagus"},
    OrganPhrases{"calcified_lymph_node", "mediastinum",
                 "{@|} calcified {mediastinal|hilar} lymph node {|is seen|is noted}"},
    OrganPhrases{
        "healed_rib_fracture", "bones",
        "{old healed|healed} fracture of a $l rib|a healed $l rib fracture is {seen|noted}"},
    OrganPhrases{"osteophytes", "bones",
                 "{degenerative|marginal} osteophytes of the thoracic spine|"
                 "osteophytes are {seen|noted} in the thoracic spine"},
};

constexpr std::array<std::string_view, 4> Anatomies{"lung", "heart", "esophagus", "aorta"};

constexpr std::array Paragraphs{
    ReportParagraph{"airways", ""},     ReportParagraph{"lung", ""},
    ReportParagraph{"heart", ""},       ReportParagraph{"aorta", ""},
    ReportParagraph{"mediastinum", ""}, ReportParagraph{"esophagus", ""},
    ReportParagraph{"abdomen", ""},     ReportParagraph{"bones", ""}};

constexpr PhraseBook Book{
    .anatomies = Anatomies,
    .findings = Findings,
    .kinds = Kinds,
    .normals = Normals,
    .variants = Variants,
    .paragraphs = Paragraphs,
    .mass = "{$g $n $p|$g $n $p|$g $n is {seen|noted|observed|present|identified} $p|"
            "there is $g $n $p|note is made of $g $n $q}",
    .one = "{@ $g $n $p|$g $n $p|@ $g $n is {seen|noted|observed|present|identified} $p|"
           "there is @ $g $n $p|note is made of @ $g $n $q}",
    .many = "{$n $p|$n $p|$n are {seen|noted|observed|present|identified} $p|there are $n $p}",
    .degree = {"{mild|mild|minimal|slight}", "moderate", "{severe|marked}"},
    .extent = {"{mild|minimal|limited}", "moderate", "{extensive|marked}"},
    .amount = {"{small|small|minimal|trace}", "moderate", "large"},
    .size = {"small", "{moderate|moderate-sized}", "large"},
    .adverb = {"{mildly|slightly}", "moderately", "{severely|markedly}"},
    .fluid = {"{a small amount of|minimal|a trace of}", "a moderate amount of",
              "a large amount of"},
    .nodulesBare = "{lung nodules|pulmonary nodules|there are lung nodules|"
                   "nodules are seen in the lungs}",
    .nodules = "{$c $k {nodules|pulmonary nodules|lung nodules} $q$m|"
               "$c $k {nodules|pulmonary nodules|lung nodules} "
               "are {seen|noted|observed|present} $q$m|"
               "there are $c $k {nodules|pulmonary nodules|lung nodules} $q$m|"
               "$k {nodules|pulmonary nodules} $q$m}",
    .nodulesMany = "{several|multiple|a few}",
    .nodulesLargest = "{|, the largest {measuring|of} $z|, the largest $z $r}",
    .nodulesName = "{pulmonary|lung} nodules",
    .item = "{$g|} $n $q",
    .pleuralItem = "{$g|} {$l pleural effusion|pleural effusion $p}",
    .noduleItem = "{$z|} $k $n $q",
    .nodulesItem = "{|multiple} $k {pulmonary|lung} nodules $q$m",
    .nodulesItemLargest = "{|, the largest $z}",
    .unnumbered = "",
    .negatedOne = "{no $a|no $a|no $a|there is no $a|there is no $a|"
                  "no $a is {seen|observed|present|identified}|no evidence of $a|"
                  "$a is {not seen|not observed|not present|absent}|"
                  "{without|without evidence of|negative for} $a}",
    .negatedTwo = "{no $a or $b|no $a or $b|there is no $a or $b|no $a or $b is seen|"
                  "neither $a nor $b is seen|no evidence of $a or $b}",
    .enhanced = "{axial|thin-section} CT of the chest {after|with} intravenous contrast|"
                "contrast-enhanced CT of the chest",
    .unenhanced = "{axial|thin-section} CT of the chest without {intravenous contrast|"
                  "contrast material}|unenhanced CT of the chest",
    .airways = "the trachea and main bronchi are {patent|open|clear}|"
               "the trachea is {midline|patent}|the central airways are patent",
    .mediastinum = "no enlarged {mediastinal|mediastinal or hilar} lymph nodes|"
                   "no mediastinal lymphadenopathy|mediastinal lymph nodes are not enlarged",
    .abdomen = "the visualized upper abdominal organs are {normal|unremarkable}|"
               "the {upper abdomen|imaged upper abdomen} is unremarkable|"
               "the adrenal glands are normal|the visualized liver and spleen are normal",
    .bones = "no {lytic or sclerotic|destructive} bone lesion|"
             "the bones are {intact|unremarkable}|vertebral body heights are preserved",
    .normalImpression = "no acute abnormality {|of the chest}|normal CT of the chest|"
                        "no significant abnormality|chest CT within normal limits",
    .nothing = "Unremarkable.",
    .patientHeading = "CLINICAL INFORMATION",
    .techniqueHeading = "TECHNIQUE",
    .findingsHeading = {"FINDINGS", "Findings"},
    .impressionHeading = {"IMPRESSION", "Impression"},
    .patient = "$y-year-old $x"};

} // namespace

const PhraseBook& narrativeBook()
{
    return Book;
}

const PhraseBook& phraseBook(ReportStyle style)
{
    return style == ReportStyle::Structured ? structuredBook() : narrativeBook();
}

} // namespace fovea
