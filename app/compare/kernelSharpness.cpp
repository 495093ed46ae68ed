#include "app/compare/kernelSharpness.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace fovea {

namespace {

std::string upperFirstValue(std::string_view kernel)
{
    std::string out(kernel.substr(0, kernel.find('\\')));
    std::erase_if(out, [](unsigned char c) { return std::isspace(c); });
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return out;
}

/// The number behind the letters: 30 of "BR30D"; empty where there is none.
std::optional<int> numberIn(const std::string& name)
{
    const auto first = std::ranges::find_if(name, [](unsigned char c) { return std::isdigit(c); });
    int number = 0;
    int digits = 0;
    for (auto at = first; at != name.end() && std::isdigit(static_cast<unsigned char>(*at)); ++at) {
        number = number * 10 + (*at - '0');
        if (++digits > 3)
            return std::nullopt;
    }
    return digits > 0 ? std::optional(number) : std::nullopt;
}

template <std::size_t N>
bool isOneOf(const std::string& name, const std::array<std::string_view, N>& names)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

std::optional<KernelSharpness> kernelSharpness(std::string_view kernel)
{
    using enum KernelSharpness;
    static constexpr std::array<std::string_view, 6> softNames{"STANDARD", "STND", "SOFT",
                                                               "A",        "B",    "C"};
    static constexpr std::array<std::string_view, 11> sharpNames{
        "LUNG", "BONE", "BONEPLUS", "EDGE", "DETAIL", "D", "E", "L", "YA", "YB", "YC"};
    const std::string name = upperFirstValue(kernel);
    if (isOneOf(name, softNames))
        return Soft;
    if (isOneOf(name, sharpNames))
        return Sharp;
    const auto number = numberIn(name);
    if (!number)
        return std::nullopt;
    if (name.starts_with("FC"))
        return *number >= 30 ? Sharp : Soft;
    // Siemens: body, head, inner ear, quantitative and their newer two letter families.
    if (name.size() >= 3 && std::string_view("BHIQUT").find(name[0]) != std::string_view::npos)
        return *number >= 50 ? Sharp : Soft;
    return std::nullopt;
}

} // namespace fovea
