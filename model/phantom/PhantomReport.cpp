#include "model/phantom/PhantomReport.h"

#include "model/phantom/ChestStructures.h"
#include "model/phantom/CounterRandom.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace fovea {

namespace {

using Phrases = std::vector<std::string>;

std::string lobeName(std::uint16_t lobe)
{
    switch (lobe) {
    case ChestLabel::LungUpperLeft:
        return "left upper lobe";
    case ChestLabel::LungLowerLeft:
        return "left lower lobe";
    case ChestLabel::LungUpperRight:
        return "right upper lobe";
    case ChestLabel::LungMiddleRight:
        return "right middle lobe";
    default:
        return "right lower lobe";
    }
}

bool isLeft(std::uint16_t lobe)
{
    return lobe == ChestLabel::LungUpperLeft || lobe == ChestLabel::LungLowerLeft;
}

Side sideOf(const std::vector<LungSite>& sites)
{
    const bool left = std::ranges::any_of(sites, [](const LungSite& s) { return isLeft(s.lobe); });
    const bool right =
        std::ranges::any_of(sites, [](const LungSite& s) { return !isLeft(s.lobe); });
    return left == right ? Side::None : (left ? Side::Left : Side::Right);
}

std::string grade(double severity)
{
    return severity < 0.5 ? "mild" : (severity < 0.78 ? "moderate" : "severe");
}

std::string amount(double severity)
{
    return severity < 0.5 ? "small" : (severity < 0.78 ? "moderate" : "large");
}

std::string capital(std::string s)
{
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z')
        s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}

/// "left lower lobe", "right upper and left lower lobes" or "both lungs".
std::string where(const std::vector<LungSite>& sites)
{
    std::vector<std::string> names;
    for (const LungSite& site : sites) {
        const std::string name = lobeName(site.lobe);
        if (std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    if (names.size() == 1)
        return "the " + names[0];
    if (names.size() == 2)
        return "the " + names[0] + " and " + names[1];
    switch (sideOf(sites)) {
    case Side::Left:
        return "the left lung";
    case Side::Right:
        return "the right lung";
    default:
        return "both lungs";
    }
}

class Writer {
public:
    explicit Writer(std::uint64_t seed)
        : m_random(seed, "report")
    {
    }

    std::string pick(const Phrases& phrases) { return phrases[m_random.index(phrases.size())]; }
    bool chance(double p) { return m_random.chance(p); }
    std::string joined(Phrases sentences)
    {
        for (std::size_t n = sentences.size(); n > 1; --n)
            std::swap(sentences[n - 1], sentences[m_random.index(n)]);
        std::string text;
        for (const std::string& s : sentences)
            text += (text.empty() ? "" : " ") + s;
        return text;
    }
    /// What an anatomy without findings reads: nothing, its normal sentence or what it has not.
    std::string normal(const Phrases& normals, const Phrases& negations)
    {
        const double kind = m_random.uniform();
        if (kind < 0.4)
            return {};
        if (kind < 0.8)
            return pick(normals);
        return pick(negations);
    }

private:
    CounterRandom m_random;
};

std::string size(const LungSite& site)
{
    return std::to_string(std::max(1L, std::lround(site.millimetres))) + " mm";
}

std::string lungText(const FindingPlan& plan, const ChestFindings& drawn, Writer& write)
{
    Phrases said;
    if (plan.emphysema > 0) {
        const std::string g = grade(plan.emphysema);
        said.push_back(
            write.pick({"Emphysema.", capital(g) + " emphysema.",
                        capital(g) + " centrilobular emphysema, most in the upper lobes.",
                        "Emphysema in both lungs.", "Emphysematous changes in the upper lobes."}));
    }
    if (!drawn.atelectases.empty()) {
        const std::string w = where(drawn.atelectases);
        said.push_back(write.pick(
            {"Atelectasis.", "Atelectasis in " + w + ".", "Linear atelectasis in " + w + ".",
             "Plate-like atelectasis in " + w + ".", "Atelectatic bands in " + w + "."}));
    }
    if (!drawn.nodules.empty()) {
        const LungSite& largest = drawn.nodules.front();
        const std::string lobe = lobeName(largest.lobe);
        if (drawn.nodules.size() == 1)
            said.push_back(write.pick({"Lung nodule.", "Nodule in the " + lobe + ".",
                                       "A " + size(largest) + " nodule in the " + lobe + ".",
                                       "Solid nodule of " + size(largest) + " in the " + lobe + ".",
                                       "Pulmonary nodule in the " + lobe + "."}));
        else
            said.push_back(
                write.pick({"Lung nodules.", "Nodules in " + where(drawn.nodules) + ".",
                            "Nodules in " + where(drawn.nodules) + ", the largest " +
                                size(largest) + " in the " + lobe + ".",
                            "Several pulmonary nodules, the largest " + size(largest) + "."}));
    }
    if (!drawn.opacities.empty()) {
        const std::string w = where(drawn.opacities);
        said.push_back(write.pick({"Ground-glass opacity.", "Ground-glass opacities in " + w + ".",
                                   "Patchy ground-glass opacities in " + w + ".",
                                   "Lung opacity in " + w + ".", "Opacities in " + w + "."}));
    }
    if (plan.effusion[0] > 0 || plan.effusion[1] > 0) {
        const bool both = plan.effusion[0] > 0 && plan.effusion[1] > 0;
        const std::string side = both ? "bilateral" : (plan.effusion[0] > 0 ? "left" : "right");
        const std::string a = amount(std::max(plan.effusion[0], plan.effusion[1]));
        said.push_back(write.pick(
            {"Pleural effusion.", capital(side) + " pleural effusion.",
             capital(a) + " " + side + " pleural effusion.",
             capital(a) + " pleural effusion " + (both ? "on both sides." : "on the " + side + "."),
             capital(side) + " pleural effusion layering posteriorly."}));
    }
    if (!drawn.consolidations.empty()) {
        const std::string w = where(drawn.consolidations);
        said.push_back(
            write.pick({"Consolidation.", "Consolidation in " + w + ".",
                        "Airspace consolidation in " + w + ".", "Consolidated lung in " + w + ".",
                        "Pneumonic consolidation in " + w + "."}));
    }
    if (plan.mosaic > 0)
        said.push_back(write.pick({"Mosaic attenuation.", "Mosaic attenuation pattern.",
                                   "Mosaic attenuation in both lungs.",
                                   capital(grade(plan.mosaic)) + " mosaic attenuation pattern."}));
    if (said.empty())
        return write.normal({"Lungs are clear.", "Both lungs are clear.", "The lungs are normal.",
                             "No abnormality of the lungs."},
                            {"No pleural effusion.", "No lung nodule. No consolidation.",
                             "No pleural effusion or consolidation.",
                             "No emphysema. No pleural effusion.",
                             "No atelectasis or consolidation.", "No ground-glass opacity.",
                             "No mosaic attenuation."});
    // Reports also say what is not there.
    if (write.chance(0.12) && plan.effusion[0] == 0 && plan.effusion[1] == 0)
        said.push_back("No pleural effusion.");
    else if (write.chance(0.06) && drawn.consolidations.empty())
        said.push_back("No consolidation.");
    else if (write.chance(0.06) && drawn.nodules.empty())
        said.push_back("No lung nodule.");
    return write.joined(said);
}

std::string heartText(const FindingPlan& plan, Writer& write)
{
    Phrases said;
    if (plan.cardiomegaly > 0) {
        const std::string g = grade(plan.cardiomegaly);
        said.push_back(
            write.pick({"Cardiomegaly.", capital(g) + " cardiomegaly.", "The heart is enlarged.",
                        capital(g) + " enlarged heart.", "Increased heart size."}));
    }
    if (plan.pericardialEffusion > 0) {
        const std::string a = amount(plan.pericardialEffusion);
        said.push_back(write.pick({"Pericardial effusion.", capital(a) + " pericardial effusion.",
                                   "Fluid around the heart.", capital(a) + " pericardial fluid."}));
    }
    if (plan.coronaryCalcification > 0) {
        const std::string g = grade(plan.coronaryCalcification);
        said.push_back(write.pick(
            {"Coronary artery wall calcification.", capital(g) + " coronary artery calcification.",
             "Calcified plaques in the coronary arteries.", "Coronary calcification."}));
    }
    if (said.empty())
        return write.normal(
            {"The heart is normal.", "Heart size is normal.", "No abnormality of the heart."},
            {"No pericardial effusion.", "No cardiomegaly.",
             "No cardiomegaly. No pericardial effusion.", "No coronary artery calcification."});
    if (write.chance(0.12) && plan.pericardialEffusion == 0)
        said.push_back("No pericardial effusion.");
    else if (write.chance(0.08) && plan.cardiomegaly == 0)
        said.push_back("No cardiomegaly.");
    return write.joined(said);
}

std::string esophagusText(const FindingPlan& plan, Writer& write)
{
    if (plan.hiatalHernia > 0) {
        const std::string a = amount(plan.hiatalHernia);
        return write.pick({"Hiatal hernia.", capital(a) + " hiatal hernia.",
                           "Sliding hiatal hernia.", capital(a) + " sliding hiatal hernia."});
    }
    return write.normal({"The esophagus is normal.", "No abnormality of the esophagus."},
                        {"No hiatal hernia."});
}

std::string aortaText(const FindingPlan& plan, Writer& write)
{
    if (plan.aorticCalcification > 0) {
        const std::string g = grade(plan.aorticCalcification);
        return write.pick({"Arterial wall calcification.",
                           capital(g) + " arterial wall calcification.",
                           "Calcified plaques in the aortic wall.", "Aortic wall calcification.",
                           capital(g) + " calcification of the aorta."});
    }
    return write.normal({"The aorta is normal.", "No abnormality of the aorta."},
                        {"No arterial wall calcification.", "No aortic wall calcification."});
}

} // namespace

std::vector<PhantomFinding> listFindings(const ChestParameters& chest, const ChestFindings& drawn)
{
    const FindingPlan& plan = chest.plan;
    std::vector<PhantomFinding> all;
    const auto add = [&all](const char* anatomy, const char* id, bool present, double severity,
                            Side side = Side::None) {
        if (present)
            all.push_back({anatomy, id, severity, side});
    };
    add("lung", "emphysema", plan.emphysema > 0, plan.emphysema);
    add("lung", "atelectasis", !drawn.atelectases.empty(), plan.atelectasis,
        sideOf(drawn.atelectases));
    add("lung", "lung_nodule", !drawn.nodules.empty(), plan.nodule, sideOf(drawn.nodules));
    add("lung", "lung_opacity", !drawn.opacities.empty(), plan.opacity, sideOf(drawn.opacities));
    const auto [left, right] = plan.effusion;
    add("lung", "pleural_effusion", left > 0 || right > 0, std::max(left, right),
        left > 0 && right > 0 ? Side::None : (left > 0 ? Side::Left : Side::Right));
    add("lung", "mosaic_attenuation_pattern", plan.mosaic > 0, plan.mosaic);
    add("lung", "consolidation", !drawn.consolidations.empty(), plan.consolidation,
        sideOf(drawn.consolidations));
    add("heart", "cardiomegaly", plan.cardiomegaly > 0, plan.cardiomegaly);
    add("heart", "pericardial_effusion", plan.pericardialEffusion > 0, plan.pericardialEffusion);
    add("heart", "coronary_artery_wall_calcification", plan.coronaryCalcification > 0,
        plan.coronaryCalcification);
    add("esophagus", "hiatal_hernia", plan.hiatalHernia > 0, plan.hiatalHernia);
    add("aorta", "arterial_wall_calcification", plan.aorticCalcification > 0,
        plan.aorticCalcification);
    return all;
}

std::vector<PhantomRegionText> writeReport(const ChestParameters& chest, const ChestFindings& drawn)
{
    Writer write(chest.seed);
    return {{"lung", lungText(chest.plan, drawn, write)},
            {"heart", heartText(chest.plan, write)},
            {"esophagus", esophagusText(chest.plan, write)},
            {"aorta", aortaText(chest.plan, write)}};
}

} // namespace fovea
