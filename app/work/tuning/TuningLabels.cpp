#include "app/work/tuning/TuningLabels.h"

#include "app/work/findingStatements.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

using Region = LabelledStudy::Region;

bool has(const std::vector<std::string>& ids, const std::string& id)
{
    return std::ranges::find(ids, id) != ids.end();
}

/// What the report says of one finding.
std::optional<bool> reported(const DecomposedReport& report, const ModelFinding& finding,
                             const ReportRules& rules, Silence silence)
{
    const auto rule = std::ranges::find(rules.findings, finding.findingId, &FindingRule::findingId);
    if (rule == rules.findings.end())
        return std::nullopt;
    bool present = false;
    bool absent = false;
    if (rule->anatomyId == finding.anatomyId) {
        const AnatomyReport* said = report.anatomy(finding.anatomyId);
        present = said && has(said->asserted, finding.findingId);
        absent = said && has(said->negated, finding.findingId);
    } else { // The model sees it on another anatomy than the rules' words are of.
        present = report.asserts(finding.findingId);
        absent = report.negates(finding.findingId);
    }
    if (present || absent || silence == Silence::Absent)
        return present;
    return std::nullopt;
}

/// A sentence that says nothing of an organ but that it has, or has not, the finding.
std::string promptOf(const ModelFinding& finding, bool present)
{
    const std::vector<std::string>& prompts = present ? finding.positive : finding.negative;
    return prompts.empty() ? std::string() : prompts.front();
}

void append(std::string& text, const std::string& sentence)
{
    if (!text.empty() && !sentence.empty())
        text += ' ';
    text += sentence;
}

/// The anatomy's clauses, without those that assert one of `denied`.
std::string textWithout(const DecomposedReport& report, const std::string& anatomyId,
                        const std::vector<std::string>& denied)
{
    std::string text;
    for (const ReportClause& clause : report.clauses) {
        const bool contradicts =
            std::ranges::any_of(clause.mentions, [&](const FindingMention& mention) {
                return !mention.negated && has(denied, mention.findingId);
            });
        if (has(clause.anatomyIds, anatomyId) && !contradicts)
            append(text, clause.text);
    }
    return text;
}

/// What the report alone says of the anatomy, as far as the labels do not deny it.
Region reportedRegion(const DecomposedReport& report, const std::string& anatomyId,
                      const StudyLabels& labels)
{
    Region region{anatomyId, {}, {}};
    const AnatomyReport* said = report.anatomy(anatomyId);
    if (!said)
        return region;
    std::vector<std::string> denied;
    for (const std::string& finding : said->asserted) {
        const auto label = labels.find({anatomyId, finding});
        const bool isDenied = label != labels.end() && !label->second;
        (isDenied ? denied : region.findings).push_back(finding);
    }
    region.text = denied.empty() ? said->text() : textWithout(report, anatomyId, denied);
    return region;
}

/// Adds prompts for what is known beside the report.
void addPrompts(Region& region, const std::vector<ModelFinding>& asked, const StudyLabels& labels,
                bool withAbsent)
{
    std::string absent;
    for (const ModelFinding& finding : asked) {
        if (finding.anatomyId != region.anatomyId)
            continue;
        const auto label = labels.find({finding.anatomyId, finding.findingId});
        if (label == labels.end()) {
            region.unknown.push_back(finding.findingId);
            continue;
        }
        const std::string prompt = promptOf(finding, label->second);
        const bool said = has(region.findings, finding.findingId);
        if (label->second && !said) {
            region.findings.push_back(finding.findingId);
            append(region.text, prompt);
        } else if (!label->second) {
            append(absent, prompt);
        }
        if (!prompt.empty() && (withAbsent || (label->second && !said)))
            region.statements.push_back({finding.findingId, label->second, {prompt}});
    }
    if (withAbsent && region.text.empty())
        region.text = absent;
}

bool anyLabel(const StudyLabels& labels, const std::string& anatomyId)
{
    return std::ranges::any_of(
        labels, [&](const auto& label) { return label.first.anatomyId == anatomyId; });
}

} // namespace

LabelledEvidence labelsOf(const StudyEvidence& evidence, const std::vector<ModelFinding>& asked,
                          const ReportRules& rules, Silence silence)
{
    LabelledEvidence out;
    for (const ModelFinding& finding : asked) {
        const FindingKey key{finding.anatomyId, finding.findingId};
        std::vector<bool> words; // The weightiest first.
        for (const auto* source : {&evidence.verdicts, &evidence.table}) {
            const auto said = source->find(key);
            if (said != source->end())
                words.push_back(said->second);
        }
        if (evidence.report) {
            // Silence contradicts nobody.
            const Silence counted = words.empty() ? silence : Silence::Unknown;
            if (const auto said = reported(*evidence.report, finding, rules, counted))
                words.push_back(*said);
        }
        if (words.empty())
            continue;
        out.labels[key] = words.front();
        if (std::ranges::find(words, !words.front()) != words.end())
            out.disagreeing.push_back(key);
    }
    return out;
}

std::vector<Region> regionsOf(const StudyEvidence& evidence, const StudyLabels& labels,
                              const std::vector<ModelFinding>& asked,
                              const std::vector<std::string>& anatomyIds)
{
    std::vector<Region> regions;
    for (const std::string& anatomyId : anatomyIds) {
        if (!evidence.report && !anyLabel(labels, anatomyId))
            continue;
        Region region{anatomyId, {}, {}};
        if (evidence.report) {
            region = reportedRegion(*evidence.report, anatomyId, labels);
            region.statements = findingStatements(*evidence.report, region);
        }
        addPrompts(region, asked, labels, !evidence.report);
        regions.push_back(std::move(region));
    }
    return regions;
}

} // namespace fovea
