#include "app/work/tuning/TuningChoice.h"

#include <algorithm>
#include <utility>

namespace fovea {

namespace {

Result<std::string> date(const char* option, std::string text)
{
    std::erase(text, '-');
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!text.empty() && (text.size() != 8 || !digits))
        return makeError(ErrorCode::BadOption, {option, "a date is YYYYMMDD or YYYY-MM-DD"});
    return text;
}

} // namespace

Result<TuningNews> TuningChoice::news(const ModelInfo& model) const
{
    return newFile.empty() ? Result<TuningNews>(TuningNews{}) : readTuningNews(newFile, model);
}

Result<TuningRequest> TuningChoice::request(const ModelInfo& model, const TuningNews& news) const
{
    auto first = date("--from", from);
    if (!first)
        return first.error();
    auto last = date("--to", to);
    if (!last)
        return last.error();
    TuningRequest request;
    request.query = {search, *std::move(first), *std::move(last), 0};
    request.reports = reports;
    request.corrections = corrections;
    request.labels = labels;
    request.verdicts = !noVerdicts;
    request.split = split;
    request.silence = silenceUnknown ? Silence::Unknown : Silence::Absent;
    request.asked = model.findings;
    request.asked.insert(request.asked.end(), news.findings.begin(), news.findings.end());
    request.anatomyIds = model.anatomyIds;
    for (const TuningNews::Anatomy& anatomy : news.anatomies)
        request.anatomyIds.push_back(anatomy.id);
    request.modelName = model.name;
    request.seed = seed;
    return request;
}

std::vector<std::string> TuningChoice::arguments() const
{
    std::vector<std::string> out;
    const auto add = [&out](const char* option, const std::string& value) {
        if (value.empty())
            return;
        out.emplace_back(option);
        out.push_back(value);
    };
    add("--search", search);
    add("--from", from);
    add("--to", to);
    add("--reports", reports);
    add("--corrections", corrections);
    add("--labels", labels);
    add("--split", split);
    add("--new", newFile);
    if (noVerdicts)
        out.emplace_back("--no-verdicts");
    if (silenceUnknown)
        out.emplace_back("--silence-unknown");
    add("--seed", std::to_string(seed));
    return out;
}

} // namespace fovea
