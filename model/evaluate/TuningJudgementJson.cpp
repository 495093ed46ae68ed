#include "model/evaluate/TuningJudgement.h"

#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <utility>

namespace fovea {
namespace {

using Json = nlohmann::ordered_json;
using Code = TuningConcern::Code;
using Outcome = DeLongTest::Outcome;

constexpr std::array<std::pair<Code, const char*>, 9> ConcernIds{{
    {Code::AucWorse, "auc_worse"},
    {Code::MeanAucWorse, "mean_auc_worse"},
    {Code::CalibrationWorse, "calibration_worse"},
    {Code::RetrievalWorse, "retrieval_worse"},
    {Code::CasesLost, "cases_lost"},
    {Code::NothingJudged, "nothing_judged"},
    {Code::TooFewCases, "too_few_cases"},
    {Code::NewFinding, "new_finding"},
    {Code::CalibrationElsewhere, "calibration_elsewhere"},
}};

constexpr std::array<std::pair<Outcome, const char*>, 4> OutcomeIds{{
    {Outcome::Tested, "tested"},
    {Outcome::OneClass, "one_class"},
    {Outcome::TooFew, "too_few"},
    {Outcome::NoVariance, "no_variance"},
}};

template <typename Value, std::size_t N>
const char* idOf(const std::array<std::pair<Value, const char*>, N>& ids, Value value)
{
    for (const auto& [known, id] : ids) {
        if (known == value)
            return id;
    }
    return "";
}

template <typename Value, std::size_t N>
Value named(const std::array<std::pair<Value, const char*>, N>& ids, const std::string& id)
{
    for (const auto& [value, known] : ids) {
        if (id == known)
            return value;
    }
    throw std::invalid_argument("unknown word");
}

Json toJson(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(const std::optional<Interval>& interval)
{
    return interval ? Json{interval->low, interval->high} : Json(nullptr);
}

Json toJson(const Change& change)
{
    return {{"before", change.before},
            {"after", change.after},
            {"difference", change.difference()},
            {"interval", toJson(change.interval)},
            {"p", toJson(change.p)},
            {"p_adjusted", toJson(change.adjusted)}};
}

Json toJson(const std::optional<Change>& change)
{
    return change ? toJson(*change) : Json(nullptr);
}

Json toJson(const DeLongTest& test)
{
    return {{"outcome", idOf(OutcomeIds, test.outcome)},
            {"positives", test.positives},
            {"negatives", test.negatives},
            {"first", toJson(test.first)},
            {"second", toJson(test.second)},
            {"first_variance", test.firstVariance},
            {"second_variance", test.secondVariance},
            {"covariance", test.covariance},
            {"z", test.z},
            {"p", toJson(test.p)}};
}

Json toJson(const SetJudgement& set)
{
    Json findings = Json::array();
    for (const FindingJudgement& one : set.findings)
        findings.push_back({{"anatomy", one.key.anatomyId},
                            {"finding", one.key.findingId},
                            {"positives", one.positives},
                            {"negatives", one.negatives},
                            {"unscored", one.unscored},
                            {"lost", one.lost},
                            {"auc_before", toJson(one.aucBefore)},
                            {"auc_before_interval", toJson(one.aucBeforeInterval)},
                            {"auc_after", toJson(one.aucAfter)},
                            {"auc_after_interval", toJson(one.aucAfterInterval)},
                            {"auc", toJson(one.auc)},
                            {"delong", toJson(one.deLong)},
                            {"calibration_error", toJson(one.calibrationError)}});
    return {{"studies", set.studies},          {"patients", set.patients},
            {"resamples", set.resamples},      {"findings", std::move(findings)},
            {"mean_auc", toJson(set.meanAuc)}, {"recall_at_10", toJson(set.recallAt10)},
            {"queries", set.queries}};
}

Json toJson(const std::vector<TuningConcern>& concerns)
{
    Json out = Json::array();
    for (const TuningConcern& one : concerns)
        out.push_back({{"what", concernId(one.code)},
                       {"benchmark", one.benchmark},
                       {"anatomy", one.key.anatomyId},
                       {"finding", one.key.findingId},
                       {"change", toJson(one.change)},
                       {"count", one.count}});
    return out;
}

std::optional<double> numberOf(const Json& json)
{
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

std::optional<Interval> intervalOf(const Json& json)
{
    if (json.is_null())
        return std::nullopt;
    return Interval{json.at(0), json.at(1)};
}

Change changeOf(const Json& json)
{
    return {json.at("before"), json.at("after"), intervalOf(json.at("interval")),
            numberOf(json.at("p")), numberOf(json.at("p_adjusted"))};
}

std::optional<Change> optionalChangeOf(const Json& json)
{
    return json.is_null() ? std::nullopt : std::optional(changeOf(json));
}

DeLongTest deLongOf(const Json& json)
{
    DeLongTest test;
    test.outcome = named(OutcomeIds, json.at("outcome").get<std::string>());
    test.positives = json.at("positives");
    test.negatives = json.at("negatives");
    test.first = numberOf(json.at("first"));
    test.second = numberOf(json.at("second"));
    test.firstVariance = json.at("first_variance");
    test.secondVariance = json.at("second_variance");
    test.covariance = json.at("covariance");
    test.z = json.at("z");
    test.p = numberOf(json.at("p"));
    return test;
}

SetJudgement setOf(const Json& json)
{
    SetJudgement set;
    set.studies = json.at("studies");
    set.patients = json.at("patients");
    set.resamples = json.at("resamples");
    set.meanAuc = optionalChangeOf(json.at("mean_auc"));
    set.recallAt10 = optionalChangeOf(json.at("recall_at_10"));
    set.queries = json.at("queries");
    for (const Json& one : json.at("findings")) {
        FindingJudgement finding;
        finding.key = {one.at("anatomy"), one.at("finding")};
        finding.positives = one.at("positives");
        finding.negatives = one.at("negatives");
        finding.unscored = one.at("unscored");
        finding.lost = one.at("lost");
        finding.aucBefore = numberOf(one.at("auc_before"));
        finding.aucBeforeInterval = intervalOf(one.at("auc_before_interval"));
        finding.aucAfter = numberOf(one.at("auc_after"));
        finding.aucAfterInterval = intervalOf(one.at("auc_after_interval"));
        finding.auc = optionalChangeOf(one.at("auc"));
        finding.deLong = deLongOf(one.at("delong"));
        finding.calibrationError = optionalChangeOf(one.at("calibration_error"));
        set.findings.push_back(std::move(finding));
    }
    return set;
}

std::vector<TuningConcern> concernsOf(const Json& json)
{
    std::vector<TuningConcern> concerns;
    for (const Json& one : json)
        concerns.push_back({named(ConcernIds, one.at("what").get<std::string>()),
                            one.at("benchmark"),
                            {one.at("anatomy"), one.at("finding")},
                            changeOf(one.at("change")),
                            one.at("count")});
    return concerns;
}

TuningJudgement judgementOf(const Json& json)
{
    if (json.at("format") != 1)
        throw std::invalid_argument("unknown format number");
    TuningJudgement judgement;
    judgement.before = json.at("before");
    judgement.after = json.at("after");
    judgement.test = setOf(json.at("test"));
    if (!json.at("benchmark").is_null())
        judgement.benchmark = setOf(json.at("benchmark"));
    judgement.refusals = concernsOf(json.at("refusals"));
    judgement.cautions = concernsOf(json.at("cautions"));
    return judgement;
}

} // namespace

const char* concernId(TuningConcern::Code code)
{
    return idOf(ConcernIds, code);
}

std::string tuningJudgementToJson(const TuningJudgement& judgement)
{
    const Json json{
        {"format", 1},
        {"before", judgement.before},
        {"after", judgement.after},
        {"test", toJson(judgement.test)},
        {"benchmark", judgement.benchmark ? toJson(*judgement.benchmark) : Json(nullptr)},
        {"refusals", toJson(judgement.refusals)},
        {"cautions", toJson(judgement.cautions)}};
    return json.dump(1) + "\n";
}

Result<TuningJudgement> tuningJudgementFromJson(const std::string& json, const std::string& name)
{
    try {
        return judgementOf(Json::parse(json));
    } catch (const std::exception& e) { // nlohmann's, and the checks' above
        return makeError(ErrorCode::MetadataBroken, {name, e.what()});
    }
}

} // namespace fovea
