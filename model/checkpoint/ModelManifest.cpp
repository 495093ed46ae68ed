#include "model/checkpoint/ModelManifest.h"

#include "model/checkpoint/AnatomyGrouping.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace fovea {

double Calibration::apply(double score) const
{
    const double s = std::clamp(score, 1e-6, 1.0 - 1e-6);
    return 1.0 / (1.0 + std::exp(-(a * std::log(s / (1.0 - s)) + b)));
}

std::string ModelManifest::calibrationReference() const
{
    return calibratedOn.empty() && demo ? "phantoms" : calibratedOn;
}

namespace {

using Json = nlohmann::ordered_json;

constexpr int formatNumber = 1;

Error broken(std::string what)
{
    return makeError(ErrorCode::ModelBroken, {"model.json", std::move(what)});
}

/// Names every member of NetworkConfig once, for both directions.
template <typename Config, typename Visit> void visitNetwork(Config& c, Visit visit)
{
    visit("hidden", c.hidden);
    visit("mlp", c.mlp);
    visit("heads", c.heads);
    visit("layers", c.layers);
    visit("patch", c.patch);
    visit("stem", c.stem);
    visit("windows", c.windows);
    visit("anatomyChannel", c.anatomyChannel);
    visit("shapeLevels", c.shapeLevels);
    visit("regionStatistics", c.regionStatistics);
    visit("bands", c.bands);
    visit("grid", c.grid);
    visit("levels", c.levels);
    visit("attentionReach", c.attentionReach);
    visit("layerNormEps", c.layerNormEps);
    visit("poolingHeads", c.poolingHeads);
    visit("textHidden", c.textHidden);
    visit("textLayers", c.textLayers);
    visit("textHeads", c.textHeads);
    visit("textIntermediate", c.textIntermediate);
    visit("vocabulary", c.vocabulary);
    visit("maxPositions", c.maxPositions);
    visit("textLayerNormEps", c.textLayerNormEps);
    visit("embedding", c.embedding);
    visit("anatomies", c.anatomies);
}

template <typename Settings, typename Visit> void visitPreprocess(Settings& s, Visit visit)
{
    visit("spacingMm", s.spacingMm);
    visit("windowLow", s.windowLow);
    visit("windowHigh", s.windowHigh);
    visit("marginLow", s.marginLow);
    visit("marginHigh", s.marginHigh);
    visit("minimumSize", s.minimumSize);
    visit("roi", s.roi);
}

/// Reads members, each optional, and finds those that nobody asked for.
class MemberReader {
public:
    explicit MemberReader(const Json& json)
        : m_json(json)
    {
        if (!json.is_object())
            throw std::invalid_argument("a part is no object");
    }
    template <typename T> void operator()(const char* name, T& value)
    {
        m_asked.insert(name);
        if (const auto found = m_json.find(name); found != m_json.end())
            value = found->template get<T>();
    }
    void finish() const
    {
        for (const auto& [name, value] : m_json.items()) {
            if (!m_asked.contains(name))
                throw std::invalid_argument("unknown member " + name.substr(0, 60));
        }
    }

private:
    const Json& m_json;
    std::set<std::string> m_asked;
};

template <typename T> Json optionalJson(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

void readNetwork(const Json& json, NetworkConfig& config)
{
    MemberReader reader(json);
    visitNetwork(config, [&](const char* name, auto& value) { reader(name, value); });
    reader.finish();
}

void readPreprocess(const Json& json, PreprocessSettings& settings)
{
    MemberReader reader(json);
    visitPreprocess(settings, [&](const char* name, auto& value) { reader(name, value); });
    reader.finish();
}

NetworkConfig networkOf(const Json& json)
{
    NetworkConfig config;
    readNetwork(json, config);
    if (const std::string problem = config.problem(); !problem.empty())
        throw std::invalid_argument(problem);
    return config;
}

PreprocessSettings preprocessOf(const Json& json)
{
    PreprocessSettings settings;
    readPreprocess(json, settings);
    if (const std::string problem = settings.problem(); !problem.empty())
        throw std::invalid_argument(problem);
    return settings;
}

std::vector<FindingDefinition> findingsOf(const Json& json)
{
    std::vector<FindingDefinition> findings;
    std::set<std::pair<std::string, std::string>> known;
    for (const Json& one : json) {
        FindingDefinition finding;
        finding.anatomyId = one.at("anatomy");
        finding.id = one.at("id");
        finding.name = one.at("name");
        finding.positive = one.at("positive").get<std::vector<std::string>>();
        finding.negative = one.at("negative").get<std::vector<std::string>>();
        if (one.contains("threshold") && !one.at("threshold").is_null())
            finding.threshold = one.at("threshold").get<double>();
        if (one.contains("calibration") && !one.at("calibration").is_null())
            finding.calibration =
                Calibration{one.at("calibration").at("a"), one.at("calibration").at("b")};
        if (finding.positive.empty() || finding.negative.empty())
            throw std::invalid_argument("finding " + finding.id + " has no prompts");
        if (!known.emplace(finding.anatomyId, finding.id).second)
            throw std::invalid_argument("finding " + finding.id + " occurs twice");
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<AnatomyDefinition> anatomiesOf(const Json& json)
{
    std::vector<AnatomyDefinition> anatomies;
    std::set<std::string> ids;
    std::set<std::string> structures;
    if (!json.is_array())
        throw std::invalid_argument("anatomies are no list");
    for (const Json& one : json) {
        AnatomyDefinition anatomy;
        MemberReader reader(one);
        reader("id", anatomy.id);
        reader("name", anatomy.name);
        reader("structures", anatomy.structures);
        reader.finish();
        if (anatomy.id.empty() || anatomy.name.empty() || anatomy.structures.empty())
            throw std::invalid_argument("anatomy " + anatomy.id +
                                        " has no id, no name or no structures");
        if (!ids.insert(anatomy.id).second)
            throw std::invalid_argument("anatomy " + anatomy.id + " occurs twice");
        for (const std::string& structure : anatomy.structures) {
            // A voxel has one label, and belongs to one anatomy.
            if (!structures.insert(normalisedStructure(structure)).second)
                throw std::invalid_argument("structure " + structure + " occurs twice");
        }
        anatomies.push_back(std::move(anatomy));
    }
    return anatomies;
}

std::vector<std::string> idsOf(const std::vector<AnatomyDefinition>& anatomies)
{
    std::vector<std::string> ids;
    for (const AnatomyDefinition& anatomy : anatomies)
        ids.push_back(anatomy.id);
    return ids;
}

template <typename Read>
auto parse(const std::string& text, Read read) -> Result<decltype(read(Json()))>
{
    try {
        return read(Json::parse(text));
    } catch (const std::exception& e) { // nlohmann's, and the checks' above
        return broken(e.what());
    }
}

void refuseUnknownMembers(const Json& json)
{
    static const std::set<std::string> known{"format",     "name",        "demo",       "licence",
                                             "provenance", "network",     "preprocess", "findings",
                                             "anatomies",  "calibratedOn"};
    if (!json.is_object())
        throw std::invalid_argument("it is no object");
    for (const auto& [name, value] : json.items()) {
        if (!known.contains(name))
            throw std::invalid_argument("unknown member " + name.substr(0, 60));
    }
}

SiteManifest siteManifestOf(const Json& json, const ModelManifest& base)
{
    refuseUnknownMembers(json);
    if (json.contains("format") && json.at("format") != formatNumber)
        throw std::invalid_argument("unknown format number");
    SiteManifest site{base, {}};
    ModelManifest& manifest = site.manifest;
    manifest.name = json.value("name", manifest.name);
    manifest.demo = json.value("demo", manifest.demo);
    manifest.licence = json.value("licence", manifest.licence);
    manifest.provenance = json.value("provenance", manifest.provenance);
    if (json.contains("network")) {
        readNetwork(json.at("network"), manifest.network);
        for (const auto& [name, value] : json.at("network").items())
            site.statedNetwork.insert(name);
    }
    if (json.contains("preprocess"))
        readPreprocess(json.at("preprocess"), manifest.preprocess);
    if (json.contains("findings")) {
        manifest.findings = findingsOf(json.at("findings"));
        manifest.calibratedOn.clear(); // Those were of the findings that are replaced.
    }
    manifest.calibratedOn = json.value("calibratedOn", manifest.calibratedOn);
    if (json.contains("anatomies")) {
        manifest.anatomies = anatomiesOf(json.at("anatomies"));
        if (!site.statedNetwork.contains("anatomies") && !manifest.anatomies.empty())
            manifest.network.anatomies = idsOf(manifest.anatomies);
    }
    return site;
}

ModelManifest manifestOf(const Json& json)
{
    if (json.at("format") != formatNumber)
        throw std::invalid_argument("unknown format number");
    refuseUnknownMembers(json);
    ModelManifest manifest;
    manifest.name = json.at("name");
    manifest.demo = json.at("demo");
    manifest.licence = json.at("licence");
    manifest.provenance = json.at("provenance");
    manifest.network = networkOf(json.at("network"));
    manifest.preprocess = preprocessOf(json.at("preprocess"));
    manifest.findings = findingsOf(json.at("findings"));
    manifest.calibratedOn = json.value("calibratedOn", std::string());
    if (json.contains("anatomies"))
        manifest.anatomies = anatomiesOf(json.at("anatomies"));
    if (!manifest.anatomies.empty() && idsOf(manifest.anatomies) != manifest.network.anatomies)
        throw std::invalid_argument("anatomies are not those of the network, in its order");
    for (const FindingDefinition& finding : manifest.findings) {
        if (manifest.network.anatomyIndex(finding.anatomyId) < 0)
            throw std::invalid_argument("finding " + finding.id +
                                        " belongs to no anatomy of the network");
    }
    return manifest;
}

} // namespace

std::string manifestToJson(const ModelManifest& manifest)
{
    Json json;
    json["format"] = formatNumber;
    json["name"] = manifest.name;
    json["demo"] = manifest.demo;
    json["licence"] = manifest.licence;
    json["provenance"] = manifest.provenance;
    json["network"] = Json::object();
    visitNetwork(manifest.network,
                 [&](const char* name, const auto& value) { json["network"][name] = value; });
    json["preprocess"] = Json::object();
    visitPreprocess(manifest.preprocess,
                    [&](const char* name, const auto& value) { json["preprocess"][name] = value; });
    json["findings"] = Json::array();
    for (const FindingDefinition& finding : manifest.findings) {
        Json one;
        one["anatomy"] = finding.anatomyId;
        one["id"] = finding.id;
        one["name"] = finding.name;
        one["positive"] = finding.positive;
        one["negative"] = finding.negative;
        one["threshold"] = optionalJson(finding.threshold);
        one["calibration"] = nullptr;
        if (finding.calibration)
            one["calibration"] = {{"a", finding.calibration->a}, {"b", finding.calibration->b}};
        json["findings"].push_back(std::move(one));
    }
    if (!manifest.calibratedOn.empty())
        json["calibratedOn"] = manifest.calibratedOn;
    for (const AnatomyDefinition& anatomy : manifest.anatomies)
        json["anatomies"].push_back(
            {{"id", anatomy.id}, {"name", anatomy.name}, {"structures", anatomy.structures}});
    return json.dump(1) + "\n";
}

Result<ModelManifest> manifestFromJson(const std::string& json)
{
    return parse(json, manifestOf);
}

Result<SiteManifest> siteManifestFromJson(const std::string& json, const ModelManifest& base)
{
    return parse(json, [&base](const Json& site) { return siteManifestOf(site, base); });
}

Result<std::vector<AnatomyDefinition>> anatomiesFromJson(const std::string& json)
{
    return parse(json, anatomiesOf);
}

Result<NetworkConfig> networkFromJson(const std::string& json)
{
    return parse(json, networkOf);
}

Result<PreprocessSettings> preprocessFromJson(const std::string& json)
{
    return parse(json, preprocessOf);
}

Result<std::vector<FindingDefinition>> findingsFromJson(const std::string& json)
{
    return parse(json, findingsOf);
}

} // namespace fovea
