#pragma once

#include "model/domain/ImageGeometry.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A plans.json or dataset.json that cannot be used: what is wrong, with the member's place. Does
/// not leave model/segment/.
class BadPlans : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One value of such a file and where it stands in it. Reading it as what it is not throws
/// BadPlans. Refers to the parsed document, which must outlive it.
class PlansNode {
public:
    PlansNode(const nlohmann::json& value, std::string place)
        : m_value(&value)
        , m_place(std::move(place))
    {
    }

    const nlohmann::json& json() const { return *m_value; }
    bool isNull() const { return m_value->is_null(); }

    PlansNode at(const std::string& key) const;
    /// Empty where the member is missing or null.
    std::optional<PlansNode> find(const std::string& key) const;
    std::vector<PlansNode> elements() const;

    double number() const; ///< Finite.
    int integer(int low, int high) const;
    bool boolean() const;
    std::string text() const;
    /// A list of `count` integers; one integer stands for all of them.
    std::vector<int> integers(std::size_t count, int low, int high) const;
    /// Three integers; one integer stands for all of them.
    Index3 index3(int low, int high) const;
    Vec3 positiveVec3() const;

    [[noreturn]] void refuse(const std::string& why) const;

private:
    const nlohmann::json* m_value;
    std::string m_place;
};

} // namespace fovea
