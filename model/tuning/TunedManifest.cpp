#include "model/tuning/TunedManifest.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>

namespace fovea {

namespace {

Error bad(const char* option, std::string why)
{
    return makeError(ErrorCode::BadOption, {option, std::move(why)});
}

bool usable(const TunePrompts& prompts)
{
    const auto said = [](const std::vector<std::string>& texts) {
        return !texts.empty() &&
               std::ranges::none_of(texts, [](const std::string& text) { return text.empty(); });
    };
    return said(prompts.positive) && said(prompts.negative);
}

Status addAnatomies(ModelManifest& manifest, const std::vector<TuneAnatomy>& anatomies)
{
    const bool ownGrouping = !manifest.anatomies.empty();
    for (const TuneAnatomy& anatomy : anatomies) {
        if (anatomy.id.empty() || anatomy.name.empty())
            return bad("newAnatomies", "one has no id or no name");
        if (manifest.network.anatomyIndex(anatomy.id) >= 0)
            return bad("newAnatomies", "the model knows " + anatomy.id + " already");
        if (ownGrouping && anatomy.structures.empty())
            return bad("newAnatomies", anatomy.id + " needs the names of its structures");
        if (!ownGrouping && !anatomy.structures.empty())
            return bad("newAnatomies", "the model goes by the program's catalog of anatomies: " +
                                           anatomy.id + " cannot have structures of its own");
        manifest.network.anatomies.push_back(anatomy.id);
        if (ownGrouping)
            manifest.anatomies.push_back({anatomy.id, anatomy.name, anatomy.structures});
    }
    if (const std::string problem = manifest.network.problem(); !problem.empty())
        return bad("newAnatomies", problem);
    return Done{};
}

Status addFindings(ModelManifest& manifest, const std::vector<TuneFinding>& findings)
{
    for (const TuneFinding& finding : findings) {
        if (finding.id.empty() || finding.name.empty())
            return bad("newFindings", "one has no id or no name");
        if (manifest.network.anatomyIndex(finding.anatomyId) < 0)
            return bad("newFindings",
                       finding.id + " is of an anatomy that the model does not know");
        const bool known =
            std::ranges::any_of(manifest.findings, [&](const FindingDefinition& other) {
                return other.anatomyId == finding.anatomyId && other.id == finding.id;
            });
        if (known)
            return bad("newFindings", "the model answers " + finding.id + " already");
        if (!usable(finding.prompts) || !std::ranges::all_of(finding.alternatives, usable))
            return bad("newFindings", finding.id + " has no prompts, or an empty one");
        FindingDefinition definition;
        definition.anatomyId = finding.anatomyId;
        definition.id = finding.id;
        definition.name = finding.name;
        definition.positive = finding.prompts.positive;
        definition.negative = finding.prompts.negative;
        manifest.findings.push_back(std::move(definition));
    }
    return Done{};
}

} // namespace

Result<ModelManifest> tunedManifest(const ModelManifest& parent, const TuneOptions& options)
{
    ModelManifest manifest = parent;
    if (Status status = addAnatomies(manifest, options.newAnatomies); !status)
        return status.error();
    if (Status status = addFindings(manifest, options.newFindings); !status)
        return status.error();
    if (manifest.findings.empty())
        return bad("newFindings", "neither the model nor the site has a finding");
    // Two structures of one name would be found when the package is written, after the training.
    if (const Result<ModelManifest> again = manifestFromJson(manifestToJson(manifest)); !again)
        return bad("newAnatomies", again.error().arguments.back());
    return manifest;
}

ParameterMap grownParameters(const NetworkConfig& parent, const ParameterMap& parameters,
                             const NetworkConfig& grown)
{
    const at::NoGradGuard noGradient;
    ParameterMap all = parameters;
    const std::size_t known = parent.anatomies.size();
    const std::size_t wanted = grown.anatomies.size();
    if (wanted == known)
        return all;
    const at::Tensor queries = parameter(parameters, "query_tokens");
    const at::Tensor mean = queries.mean(0, /*keepdim=*/true);
    std::vector<at::Tensor> rows{queries};
    rows.insert(rows.end(), wanted - known, mean);
    all["query_tokens"] = at::cat(rows);
    const auto meanOf = [&](const std::string& prefix, const std::string& suffix) {
        at::Tensor sum = at::zeros_like(parameter(parameters, prefix + "0" + suffix));
        for (std::size_t n = 0; n < known; ++n)
            sum.add_(parameter(parameters, prefix + std::to_string(n) + suffix));
        return sum.div_(static_cast<double>(known));
    };
    const auto length = static_cast<std::int64_t>(grown.regionStatisticsLength());
    for (std::size_t n = known; n < wanted; ++n) {
        const std::string own = std::to_string(n);
        all["vision_projs." + own + ".weight"] = meanOf("vision_projs.", ".weight");
        all["vision_projs." + own + ".bias"] = meanOf("vision_projs.", ".bias");
        if (!grown.regionStatistics)
            continue;
        all["statistics_norm." + own + ".running_mean"] = at::zeros({length}, at::kFloat);
        all["statistics_norm." + own + ".running_var"] = at::ones({length}, at::kFloat);
        all["statistics_projs." + own + ".weight"] =
            at::zeros({grown.embedding, length}, at::kFloat);
    }
    return all;
}

std::vector<PromptAlternative> alternativesOf(const TuneOptions& options)
{
    std::vector<PromptAlternative> all;
    for (const TuneFinding& finding : options.newFindings) {
        for (const TunePrompts& prompts : finding.alternatives)
            all.push_back({finding.id, prompts.positive, prompts.negative});
    }
    return all;
}

} // namespace fovea
