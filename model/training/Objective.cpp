#include "model/training/Objective.h"

#include <array>

namespace fovea {

namespace {

template <typename T, std::size_t N>
std::optional<T> named(const std::array<T, N>& values, std::string_view name)
{
    for (const T value : values) {
        if (nameOf(value) == name)
            return value;
    }
    return {};
}

} // namespace

std::string nameOf(Objective objective)
{
    switch (objective) {
    case Objective::Fvlm:
        return "fvlm";
    case Objective::Clip:
        return "clip";
    case Objective::Supervised:
        return "supervised";
    }
    return {};
}

std::string nameOf(FalseNegatives falseNegatives)
{
    switch (falseNegatives) {
    case FalseNegatives::None:
        return "none";
    case FalseNegatives::Normals:
        return "normals";
    case FalseNegatives::NormalsAndAbnormals:
        return "normals+abnormals";
    }
    return {};
}

std::string nameOf(Contrast contrast)
{
    return contrast == Contrast::Anatomies ? "anatomies" : "findings";
}

std::optional<Contrast> contrastOf(std::string_view name)
{
    return named(std::array{Contrast::Anatomies, Contrast::Findings}, name);
}

std::optional<Objective> objectiveOf(std::string_view name)
{
    return named(std::array{Objective::Fvlm, Objective::Clip, Objective::Supervised}, name);
}

std::optional<FalseNegatives> falseNegativesOf(std::string_view name)
{
    return named(std::array{FalseNegatives::None, FalseNegatives::Normals,
                            FalseNegatives::NormalsAndAbnormals},
                 name);
}

} // namespace fovea
