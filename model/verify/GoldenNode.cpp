#include "model/verify/GoldenNode.h"

#include <algorithm>
#include <cmath>

namespace fovea {

void GoldenNode::refuse(const std::string& why) const
{
    throw BadGoldenFile((m_place.empty() ? std::string("the file") : m_place) + " " + why);
}

GoldenNode GoldenNode::at(std::string_view key) const
{
    if (std::optional<GoldenNode> found = find(key))
        return *found;
    refuse("has no “" + std::string(key) + "”");
}

std::optional<GoldenNode> GoldenNode::find(std::string_view key) const
{
    if (!isObject())
        refuse("is not an object");
    const auto found = m_value->find(std::string(key));
    if (found == m_value->end() || found->is_null())
        return std::nullopt;
    return GoldenNode(*found,
                      m_place.empty() ? std::string(key) : m_place + "." + std::string(key));
}

std::optional<GoldenNode> GoldenNode::findAny(std::initializer_list<std::string_view> keys) const
{
    for (const std::string_view key : keys) {
        if (std::optional<GoldenNode> found = find(key))
            return found;
    }
    return std::nullopt;
}

std::vector<GoldenNode> GoldenNode::elements() const
{
    if (!isArray())
        refuse("is not a list");
    std::vector<GoldenNode> nodes;
    for (const GoldenJson& value : *m_value)
        nodes.emplace_back(value, m_place + "[" + std::to_string(nodes.size()) + "]");
    return nodes;
}

std::vector<std::pair<std::string, GoldenNode>> GoldenNode::members() const
{
    if (!isObject())
        refuse("is not an object");
    std::vector<std::pair<std::string, GoldenNode>> nodes;
    for (const auto& [key, value] : m_value->items())
        nodes.emplace_back(key, GoldenNode(value, m_place.empty() ? key : m_place + "." + key));
    return nodes;
}

void GoldenNode::noteOthers(std::initializer_list<std::string_view> known,
                            std::vector<std::string>& unknown) const
{
    for (const auto& [key, node] : members()) {
        if (std::ranges::find(known, key) == known.end())
            unknown.push_back(node.place());
    }
}

double GoldenNode::number() const
{
    if (!m_value->is_number() || !std::isfinite(m_value->get<double>()))
        refuse("is not a number");
    return m_value->get<double>();
}

std::int64_t GoldenNode::integer(std::int64_t low, std::int64_t high) const
{
    const double value = number();
    if (value != std::floor(value) || value < static_cast<double>(low) ||
        value > static_cast<double>(high))
        refuse("is not a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return static_cast<std::int64_t>(value);
}

std::string GoldenNode::text() const
{
    if (!isText())
        refuse("is not a text");
    return m_value->get<std::string>();
}

std::vector<double> GoldenNode::numbers() const
{
    std::vector<double> values;
    for (const GoldenNode& node : elements())
        values.push_back(node.number());
    return values;
}

std::vector<std::int64_t> GoldenNode::integers(std::int64_t low, std::int64_t high) const
{
    std::vector<std::int64_t> values;
    for (const GoldenNode& node : elements())
        values.push_back(node.integer(low, high));
    return values;
}

Vec3 GoldenNode::vec3() const
{
    const std::vector<double> values = numbers();
    if (values.size() != 3 || !std::ranges::all_of(values, [](double v) { return v > 0; }))
        refuse("is not three positive numbers");
    return {values[0], values[1], values[2]};
}

Index3 GoldenNode::index3() const
{
    const std::vector<std::int64_t> values = integers(1, 1 << 20);
    if (values.size() != 3)
        refuse("is not three numbers");
    return {static_cast<int>(values[0]), static_cast<int>(values[1]), static_cast<int>(values[2])};
}

std::vector<GoldenBox> goldenBoxes(const GoldenNode& node, const Index3& shape)
{
    std::vector<GoldenBox> boxes;
    std::int64_t position = 0;
    for (const GoldenNode& entry : node.elements()) {
        ++position;
        GoldenBox box;
        box.label = entry.isObject() ? entry.at("label").integer(1, 254) : position;
        const std::optional<GoldenNode> ends =
            entry.isObject() ? entry.find("box") : std::optional(entry);
        if (!ends || !ends->isArray() || ends->elements().empty()) {
            if (ends && !ends->isArray() && !ends->isNull())
                ends->refuse("is not a box");
            continue;
        }
        const std::vector<std::int64_t> values = ends->integers(0, 1 << 20);
        if (values.size() != 6)
            ends->refuse("is not the six ends of a box");
        for (std::size_t axis = 0; axis < 3; ++axis) {
            box.low[axis] = static_cast<int>(values[2 * axis]);
            box.high[axis] = static_cast<int>(values[2 * axis + 1]);
            if (box.high[axis] > shape[axis])
                ends->refuse("is not inside the volume");
        }
        boxes.push_back(box);
    }
    if (position > 254)
        node.refuse("has more than 254 boxes");
    return boxes;
}

std::size_t goldenVoxelCount(const GoldenNode& node, const Index3& shape)
{
    std::size_t count = 1;
    for (const int n : shape)
        count *= static_cast<std::size_t>(n);
    if (count > std::size_t{1} << 30)
        node.refuse("has more than 2^30 voxels");
    return count;
}

} // namespace fovea
