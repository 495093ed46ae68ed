#pragma once

#include "model/domain/ImageGeometry.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fovea {

/// A golden file that does not have the form it should: what is wrong, with the member's place.
/// Does not leave model/verify/.
class BadGoldenFile : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Members keep the file's order.
using GoldenJson = nlohmann::ordered_json;

/// One value of a golden file and where it stands in it. Reading it as what it is not throws
/// BadGoldenFile. Refers to the parsed document, which must outlive it.
class GoldenNode {
public:
    GoldenNode(const GoldenJson& value, std::string place)
        : m_value(&value)
        , m_place(std::move(place))
    {
    }

    const std::string& place() const { return m_place; }
    const GoldenJson& json() const { return *m_value; }
    bool isObject() const { return m_value->is_object(); }
    bool isArray() const { return m_value->is_array(); }
    bool isText() const { return m_value->is_string(); }
    bool isNull() const { return m_value->is_null(); }
    bool is(const GoldenJson& value) const { return *m_value == value; }

    GoldenNode at(std::string_view key) const;
    /// Empty where the member is missing or null.
    std::optional<GoldenNode> find(std::string_view key) const;
    std::optional<GoldenNode> findAny(std::initializer_list<std::string_view> keys) const;
    /// The elements of an array.
    std::vector<GoldenNode> elements() const;
    /// The members of an object in the file's order; place() of each ends with its key.
    std::vector<std::pair<std::string, GoldenNode>> members() const;
    /// Adds the places of members other than `known` to `unknown`.
    void noteOthers(std::initializer_list<std::string_view> known,
                    std::vector<std::string>& unknown) const;

    double number() const; ///< Finite.
    std::int64_t integer(std::int64_t low, std::int64_t high) const;
    std::string text() const;
    std::vector<double> numbers() const;
    std::vector<std::int64_t> integers(std::int64_t low, std::int64_t high) const;
    Vec3 vec3() const;     ///< Each positive.
    Index3 index3() const; ///< Each at least 1.

    [[noreturn]] void refuse(const std::string& why) const;

private:
    const GoldenJson* m_value;
    std::string m_place;
};

/// A labelled box of voxels, [low, high) along each axis, slowest first.
struct GoldenBox {
    std::int64_t label = 0;
    std::array<int, 3> low{};
    std::array<int, 3> high{};
};

/// Boxes inside a volume of `shape` (slowest axis first): a list of [a0,a1,b0,b1,c0,c1], whose
/// label is their position + 1, or of {"label", "box"}. null, [] and boxes without a voxel are
/// allowed.
std::vector<GoldenBox> goldenBoxes(const GoldenNode& node, const Index3& shape);

/// Voxels of a shape; refuses more than 2^30.
std::size_t goldenVoxelCount(const GoldenNode& node, const Index3& shape);

} // namespace fovea
