#include "model/segment/PlansNode.h"

#include <cmath>

namespace fovea {

void PlansNode::refuse(const std::string& why) const
{
    throw BadPlans((m_place.empty() ? std::string("the file") : m_place) + " " + why);
}

PlansNode PlansNode::at(const std::string& key) const
{
    if (std::optional<PlansNode> found = find(key))
        return *found;
    refuse("has no “" + key + "”");
}

std::optional<PlansNode> PlansNode::find(const std::string& key) const
{
    if (!m_value->is_object())
        refuse("is not an object");
    const auto found = m_value->find(key);
    if (found == m_value->end() || found->is_null())
        return std::nullopt;
    return PlansNode(*found, m_place.empty() ? key : m_place + "." + key);
}

std::vector<PlansNode> PlansNode::elements() const
{
    if (!m_value->is_array())
        refuse("is not a list");
    std::vector<PlansNode> nodes;
    for (const nlohmann::json& value : *m_value)
        nodes.emplace_back(value, m_place + "[" + std::to_string(nodes.size()) + "]");
    return nodes;
}

double PlansNode::number() const
{
    if (!m_value->is_number() || !std::isfinite(m_value->get<double>()))
        refuse("is not a number");
    return m_value->get<double>();
}

int PlansNode::integer(int low, int high) const
{
    const double value = number();
    if (value != std::floor(value) || value < low || value > high)
        refuse("is not a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return static_cast<int>(value);
}

bool PlansNode::boolean() const
{
    if (!m_value->is_boolean())
        refuse("is neither true nor false");
    return m_value->get<bool>();
}

std::string PlansNode::text() const
{
    if (!m_value->is_string())
        refuse("is not a text");
    return m_value->get<std::string>();
}

std::vector<int> PlansNode::integers(std::size_t count, int low, int high) const
{
    if (m_value->is_number())
        return std::vector<int>(count, integer(low, high));
    if (m_value->is_array() && m_value->size() != count)
        refuse("has " + std::to_string(m_value->size()) + " entries instead of " +
               std::to_string(count));
    std::vector<int> values;
    for (const PlansNode& node : elements())
        values.push_back(node.integer(low, high));
    return values;
}

Index3 PlansNode::index3(int low, int high) const
{
    if (m_value->is_array() && m_value->size() != 3)
        refuse("is not of three axes: only 3-D networks are supported");
    const std::vector<int> values = integers(3, low, high);
    return {values[0], values[1], values[2]};
}

Vec3 PlansNode::positiveVec3() const
{
    const std::vector<PlansNode> nodes = elements();
    if (nodes.size() != 3)
        refuse("is not of three axes: only 3-D networks are supported");
    Vec3 values{};
    for (std::size_t a = 0; a < 3; ++a) {
        values[a] = nodes[a].number();
        if (values[a] < 1e-3 || values[a] > 1e3)
            nodes[a].refuse("is not a spacing in millimetres");
    }
    return values;
}

} // namespace fovea
