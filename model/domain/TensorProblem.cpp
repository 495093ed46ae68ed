#include "model/domain/TensorProblem.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fovea {
namespace {

using Kind = TensorProblem::Kind;

constexpr char separator = '\t'; // in no tensor's name

constexpr std::array<std::pair<Kind, const char*>, 6> words{{{Kind::Missing, "missing"},
                                                             {Kind::Misshapen, "misshapen"},
                                                             {Kind::Truncated, "truncated"},
                                                             {Kind::Damaged, "damaged"},
                                                             {Kind::Unsupported, "unsupported"},
                                                             {Kind::NotFinite, "not finite"}}};

} // namespace

std::string TensorProblem::toArgument() const
{
    const auto* const word = std::ranges::find(words, kind, &std::pair<Kind, const char*>::first);
    return std::string(word->second) + separator + name + separator + expected + separator + found;
}

std::optional<TensorProblem> TensorProblem::fromArgument(const std::string& argument)
{
    std::array<std::string, 4> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t end = argument.find(separator, begin);
        if ((end == std::string::npos) != (i + 1 == parts.size()))
            return std::nullopt;
        parts[i] = argument.substr(begin, end - begin);
        begin = end + 1;
    }
    const auto* const word =
        std::ranges::find_if(words, [&](const auto& entry) { return parts[0] == entry.second; });
    if (word == words.end())
        return std::nullopt;
    return TensorProblem{word->first, parts[1], parts[2], parts[3]};
}

Error tensorsUnusable(const std::vector<TensorProblem>& problems)
{
    Error error = makeError(ErrorCode::TensorsUnusable, {std::to_string(problems.size())});
    for (std::size_t i = 0; i < problems.size(); ++i) {
        std::string argument = problems[i].toArgument();
        if (i < namedTensorProblems)
            error.arguments.push_back(argument);
        std::ranges::replace(argument, separator, ' ');
        error.detail += argument + '\n';
    }
    return error;
}

} // namespace fovea
