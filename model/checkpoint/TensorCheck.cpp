#include "model/checkpoint/TensorCheck.h"

#include "model/network/ParameterCheck.h"

#include <c10/util/Exception.h>

namespace fovea {

std::optional<TensorProblem> storedTensorProblem(const ParameterShape& expected,
                                                 const TensorFile& tensors,
                                                 const StoredTensor& entry)
{
    using Kind = TensorProblem::Kind;
    if (entry.problem) {
        TensorProblem problem = *entry.problem;
        problem.name = expected.name;
        return problem;
    }
    // Before the tensor is made: its shape may be absurd.
    if (entry.sizes != expected.shape)
        return TensorProblem{Kind::Misshapen, expected.name, shapeText(expected.shape),
                             shapeText(entry.sizes)};
    if (!TensorFile::intact(entry))
        return TensorProblem{Kind::Damaged, expected.name, {}, {}};
    at::Tensor tensor = tensors.tensor(entry);
    if (tensor.scalar_type() == at::kDouble) // what is finite there need not be as fp32
        tensor = tensor.to(at::kFloat);
    return parameterProblem(expected, tensor);
}

Status checkTensorFile(const NetworkConfig& network, const TensorFile& tensors,
                       const Progress& progress,
                       const std::function<void(const StoredTensor&)>& checked)
{
    const std::vector<ParameterShape> shapes = parameterShapes(network);
    std::vector<TensorProblem> problems;
    try {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (progress.cancelled())
                return makeError(ErrorCode::Cancelled);
            const auto entry = tensors.entries().find(shapes[i].name);
            if (entry == tensors.entries().end()) {
                problems.push_back({TensorProblem::Kind::Missing, shapes[i].name, {}, {}});
            } else {
                if (auto problem = storedTensorProblem(shapes[i], tensors, entry->second))
                    problems.push_back(std::move(*problem));
                if (checked)
                    checked(entry->second);
            }
            progress.report(static_cast<double>(i + 1) / static_cast<double>(shapes.size()));
        }
    } catch (const c10::Error& e) {
        return makeError(ErrorCode::Internal, {}, e.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"weights"});
    }
    if (!problems.empty())
        return tensorsUnusable(problems);
    return Done{};
}

} // namespace fovea
