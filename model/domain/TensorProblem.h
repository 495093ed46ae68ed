#pragma once

#include "model/domain/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace fovea {

/// What keeps one tensor of a checkpoint or package from being used.
struct TensorProblem {
    enum class Kind {
        Missing,
        Misshapen,   ///< expected, found: shapes such as "[4, 768]".
        Truncated,   ///< Fewer bytes are stored than its shape needs: the file is cut off.
        Damaged,     ///< Its bytes do not give the stored checksum, or its description is absurd.
        Unsupported, ///< found: the dtype or storage class, which is not floating point.
        NotFinite    ///< Holds NaN or infinite values.
    };
    Kind kind = Kind::Missing;
    std::string name;
    std::string expected;
    std::string found;

    /// One argument of ErrorCode::TensorsUnusable, and back (empty for anything else).
    std::string toArgument() const;
    static std::optional<TensorProblem> fromArgument(const std::string& argument);

    bool operator==(const TensorProblem&) const = default;
};

/// As many problems as a message can name.
inline constexpr std::size_t namedTensorProblems = 20;

/// ErrorCode::TensorsUnusable: how many there are, then the first namedTensorProblems of them. All
/// of them are in detail, a line each.
Error tensorsUnusable(const std::vector<TensorProblem>& problems);

} // namespace fovea
