#pragma once

#include "model/domain/Result.h"

#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include <new>
#include <string>

namespace fovea {

/// OutOfMemory or Internal, with what LibTorch says as detail.
inline Error errorFrom(const c10::Error& e)
{
    const std::string what = e.what_without_backtrace();
    if (what.find("not enough memory") != std::string::npos ||
        what.find("out of memory") != std::string::npos)
        return makeError(ErrorCode::OutOfMemory, {"network"}, what);
    return makeError(ErrorCode::Internal, {}, what);
}

/// Runs what calls LibTorch, under InferenceMode; its exceptions end here.
template <typename T, typename Work> Result<T> guarded(const Work& work)
{
    try {
        const c10::InferenceMode inference;
        return work();
    } catch (const c10::Error& e) {
        return errorFrom(e);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"network"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea
