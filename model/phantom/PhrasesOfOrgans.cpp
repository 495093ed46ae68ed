#include "model/phantom/PhrasesOfOrgans.h"

#include "model/phantom/PhrasesOfPlace.h"

#include <algorithm>
#include <array>

namespace fovea {

namespace {

struct Words {
    std::string_view id;
    std::string_view organ;
    std::string_view pattern;
};

constexpr std::array Normals{
    Words{"lung", "",
          "{the lungs|both lungs} are {clear|normal|unremarkable|normally aerated}|"
          "aeration of both lungs is normal|normal lungs|the lungs and pleura are "
          "{normal|unremarkable}|{the lung parenchyma|the parenchyma of both lungs} is "
          "{normal|unremarkable|clear}|no abnormality of the lungs {|is seen}|"
          "the lungs show no {significant|focal} abnormality"},
    Words{"heart", "",
          "the heart is {normal|unremarkable|normal in size}|heart size is {normal|within normal "
          "limits}|normal heart size|normal heart|heart size and contour are normal|"
          "no abnormality of the heart {|is seen}|cardiac {size is|chambers are} normal"},
    Words{"esophagus", "",
          "the esophagus is {normal|unremarkable}|{the thoracic esophagus|esophageal caliber} is "
          "normal|esophageal wall thickness is normal|normal esophagus|"
          "no abnormality of the esophagus {|is seen}"},
    Words{"aorta", "",
          "the {|thoracic} aorta is {normal|unremarkable|normal in caliber}|"
          "the diameter of the {|thoracic} aorta is normal|normal {|thoracic} aorta|"
          "no abnormality of the aorta {|is seen}|no aortic aneurysm"},
};

constexpr std::array Variants{
    Words{"azygos_fissure", "lung",
          "azygos fissure, a normal variant|an azygos fissure is {seen|noted}|"
          "there is an azygos fissure|azygos lobe"},
    Words{"dependent_density", "lung",
          "dependent density in the posterior lungs|{mild|minimal} dependent density is seen "
          "posteriorly in both lungs|dependent changes in the posterior lungs|gravity-dependent "
          "density in both lungs"},
    Words{"apical_cap", "lung",
          "apical pleural cap|biapical pleural thickening|{mild|minimal} apical pleural thickening|"
          "an apical pleural cap is {seen|noted}"},
    Words{"pleural_plaque", "lung",
          "calcified pleural plaque $p|a calcified pleural plaque is {seen|noted} $p|"
          "pleural plaque $p"},
    Words{"bulla", "lung",
          "bulla $p|@ $z bulla is seen $p|thin-walled bulla $p|there is a bulla $p"},
    Words{"pericardial_fat_pad", "heart",
          "prominent pericardial fat pad|pericardial fat pad is {seen|noted}|"
          "there is a prominent pericardial fat pad"},
    Words{"mitral_annulus_calcification", "heart",
          "mitral annular calcification|calcification of the mitral annulus|"
          "the mitral annulus is calcified"},
    Words{"pacemaker_lead", "heart",
          "pacemaker lead in the right ventricle|a pacemaker lead is {seen|noted} in the right "
          "heart|pacemaker lead in place"},
    Words{"tortuous_aorta", "aorta",
          "the {|thoracic} aorta is {|mildly} tortuous|tortuous {|thoracic} aorta|"
          "tortuosity of the aorta"},
    Words{"esophageal_air", "esophagus",
          "air in the esophagus|the esophagus contains air|air in the esophageal lumen|"
          "a small amount of air is seen in the esophagus"},
    Words{"calcified_lymph_node", "mediastinum",
          "{@|} calcified {mediastinal|hilar} lymph node {|is seen|is noted}"},
    Words{"healed_rib_fracture", "bones",
          "{old healed|healed} fracture of a $l rib|a healed $l rib fracture is {seen|noted}"},
    Words{"osteophytes", "bones",
          "{degenerative|marginal} osteophytes of the thoracic spine|"
          "osteophytes are {seen|noted} in the thoracic spine"},
};

template <std::size_t N> const Words* named(const std::array<Words, N>& all, std::string_view id)
{
    const auto found = std::ranges::find(all, id, &Words::id);
    return found == all.end() ? nullptr : &*found;
}

std::string sentence(std::string_view alternatives, const PhrasesGrammar& grammar,
                     const PhraseValues& values = {})
{
    return grammar.write("{" + std::string(alternatives) + "}.", values);
}

} // namespace

std::string normalSentence(std::string_view anatomyId, const PhrasesGrammar& grammar)
{
    const Words* words = named(Normals, anatomyId);
    return words == nullptr ? std::string() : sentence(words->pattern, grammar);
}

std::string_view organOfVariant(std::string_view variantId)
{
    const Words* words = named(Variants, variantId);
    return words == nullptr ? std::string_view() : words->organ;
}

std::string variantSentence(const NormalVariant& variant, const PhrasesGrammar& grammar)
{
    const Words* words = named(Variants, variant.id);
    if (words == nullptr)
        return {};
    const std::vector<FindingSite> sites{variant.site};
    PhraseValues values{{"l", commonSide(sites) == Side::None ? "" : sideAdjective(sites)},
                        {"z", length(variant.site.millimetres)}};
    const bool placed = variant.site.structure != 0 || variant.site.side != Side::None;
    values["p"] = !placed                          ? ""
                  : variant.id == "pleural_plaque" ? pleuralPlace(sites)
                                                   : shortLungPlace(sites);
    return sentence(words->pattern, grammar, values);
}

OtherOrgans otherOrgans(const PhantomTruth& truth, const PhrasesGrammar& grammar)
{
    OtherOrgans said;
    said.technique = sentence(
        truth.contrast ? "{axial|thin-section} CT of the chest {after|with} intravenous contrast|"
                         "contrast-enhanced CT of the chest"
                       : "{axial|thin-section} CT of the chest without {intravenous contrast|"
                         "contrast material}|unenhanced CT of the chest",
        grammar);
    const bool scoped = grammar.chance(0.8);
    if (scoped)
        said.airways = sentence("the trachea and main bronchi are {patent|open|clear}|"
                                "the trachea is {midline|patent}|the central airways are patent",
                                grammar);
    if (grammar.chance(0.8))
        said.mediastinum = sentence("no enlarged {mediastinal|mediastinal or hilar} lymph nodes|"
                                    "no mediastinal lymphadenopathy|"
                                    "mediastinal lymph nodes are not enlarged",
                                    grammar);
    if (grammar.chance(0.8))
        said.abdomen = sentence("the visualized upper abdominal organs are {normal|unremarkable}|"
                                "the {upper abdomen|imaged upper abdomen} is unremarkable|"
                                "the adrenal glands are normal|"
                                "the visualized liver and spleen are normal",
                                grammar);
    if (grammar.chance(0.8))
        said.bones = sentence("no {lytic or sclerotic|destructive} bone lesion|"
                              "the bones are {intact|unremarkable}|"
                              "vertebral body heights are preserved",
                              grammar);
    return said;
}

std::string normalImpression(const PhrasesGrammar& grammar)
{
    return sentence("no acute abnormality {|of the chest}|normal CT of the chest|"
                    "no significant abnormality|chest CT within normal limits",
                    grammar);
}

} // namespace fovea
