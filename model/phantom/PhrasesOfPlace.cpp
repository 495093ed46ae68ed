#include "model/phantom/PhrasesOfPlace.h"

#include "model/phantom/ChestStructures.h"

#include <algorithm>
#include <cmath>

namespace fovea {

namespace {

Side sideOf(const FindingSite& site)
{
    switch (site.structure) {
    case ChestLabel::LungUpperLeft:
    case ChestLabel::LungLowerLeft:
        return Side::Left;
    case ChestLabel::LungUpperRight:
    case ChestLabel::LungMiddleRight:
    case ChestLabel::LungLowerRight:
        return Side::Right;
    default:
        return site.side;
    }
}

/// How many of left and right are affected.
int sides(const std::vector<FindingSite>& sites)
{
    const auto has = [&sites](Side side) {
        return std::ranges::any_of(sites,
                                   [side](const FindingSite& s) { return sideOf(s) == side; });
    };
    return int(has(Side::Left)) + int(has(Side::Right));
}

const char* sideName(Side side)
{
    return side == Side::Left ? "left" : "right";
}

/// "upper", "middle", "lower"; empty for what is no lobe.
std::string levelOf(std::uint16_t lobe)
{
    switch (lobe) {
    case ChestLabel::LungUpperLeft:
    case ChestLabel::LungUpperRight:
        return "upper";
    case ChestLabel::LungMiddleRight:
        return "middle";
    case ChestLabel::LungLowerLeft:
    case ChestLabel::LungLowerRight:
        return "lower";
    default:
        return {};
    }
}

std::string oneLobe(std::uint16_t lobe, Side side)
{
    const std::string level = levelOf(lobe);
    const std::string name = sideName(side);
    return "in the {" + name + " " + level + " lobe|" + name + " " + level + " lobe|" + level +
           " lobe of the " + name + " lung|" + name + " lung " + level + " lobe}";
}

struct Lobe {
    std::uint16_t label = 0;
    Side side = Side::None;
};

/// The lobes once each, largest first; empty if a site lies in no lobe.
std::vector<Lobe> lobesOf(const std::vector<FindingSite>& sites)
{
    std::vector<Lobe> lobes;
    for (const FindingSite& site : sites) {
        if (levelOf(site.structure).empty())
            return {};
        if (std::ranges::find(lobes, site.structure, &Lobe::label) == lobes.end())
            lobes.push_back({site.structure, sideOf(site)});
    }
    return lobes;
}

std::string twoLobes(const Lobe& a, const Lobe& b)
{
    const std::string first = levelOf(a.label);
    const std::string second = levelOf(b.label);
    if (first == second)
        return "in {both " + first + " lobes|the bilateral " + first + " lobes|the " + first +
               " lobes of both lungs}";
    if (a.side == b.side)
        return std::string("in the ") + sideName(a.side) + " " + first + " and " + second +
               " lobes";
    return std::string("in the ") + sideName(a.side) + " " + first + " lobe and " +
           sideName(b.side) + " " + second + " lobe";
}

std::string wholeLungs(Side side)
{
    return side == Side::None ? "{in both lungs|in both lungs|bilaterally}"
                              : std::string("in the ") + sideName(side) + " lung";
}

} // namespace

Side commonSide(const std::vector<FindingSite>& sites)
{
    Side common = Side::None;
    for (const FindingSite& site : sites) {
        const Side side = sideOf(site);
        if (side == Side::None || (common != Side::None && side != common))
            return Side::None;
        common = side;
    }
    return common;
}

std::string shortLungPlace(const std::vector<FindingSite>& sites)
{
    if (sites.empty())
        return {};
    const std::vector<Lobe> lobes = lobesOf(sites);
    if (lobes.size() == 1)
        return oneLobe(lobes[0].label, lobes[0].side);
    if (lobes.size() == 2)
        return twoLobes(lobes[0], lobes[1]);
    return wholeLungs(commonSide(sites));
}

std::string lungPlace(const std::vector<FindingSite>& sites)
{
    const std::string place = shortLungPlace(sites);
    const std::vector<Lobe> lobes = lobesOf(sites);
    if (lobes.size() < 3)
        return place;
    return place + "{||, {most pronounced|most marked|predominantly} " +
           oneLobe(lobes[0].label, lobes[0].side) + "}";
}

std::string pleuralPlace(const std::vector<FindingSite>& sites)
{
    switch (commonSide(sites)) {
    case Side::Left:
        return "on the left";
    case Side::Right:
        return "on the right";
    default:
        return sides(sites) == 2 ? "{bilaterally|on both sides}" : "";
    }
}

std::string sideAdjective(const std::vector<FindingSite>& sites)
{
    switch (commonSide(sites)) {
    case Side::Left:
        return "{left|left|left-sided}";
    case Side::Right:
        return "{right|right|right-sided}";
    default:
        return sides(sites) == 2 ? "bilateral" : "";
    }
}

std::string length(float millimetres)
{
    const long mm = std::lround(millimetres);
    if (millimetres <= 0)
        return {};
    const std::string inMm = std::to_string(std::max(1L, mm)) + " mm";
    if (mm < 10)
        return inMm;
    return "{" + inMm + "|" + std::to_string(mm / 10) +
           (mm % 10 == 0 ? "" : "." + std::to_string(mm % 10)) + " cm}";
}

} // namespace fovea
