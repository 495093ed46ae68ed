#include "model/verify/verify.h"

#include "model/engine/CpuSetup.h"
#include "model/verify/GoldenNode.h"
#include "model/verify/verifyNetwork.h"
#include "model/verify/verifyPackage.h"
#include "model/verify/verifyPreprocessing.h"
#include "model/verify/verifySegmentation.h"
#include "model/verify/verifyTokenizer.h"

#include <c10/util/Exception.h>

#include <fstream>
#include <new>

namespace fovea {
namespace {

namespace fs = std::filesystem;

/// By what the file holds, whatever it is called.
Result<Verification> verifyContents(const GoldenNode& file, const fs::path& path,
                                    const Progress& progress)
{
    if (isSegmentationFile(file))
        return verifySegmentation(file, path, progress);
    if (file.isObject()) {
        if (file.find("config"))
            return verifyNetwork(file, progress);
        if (file.findAny({"encodings", "truncated"}))
            return verifyTokenizer(file, path);
        if (const auto cases = file.find("cases"); cases && cases->isArray()) {
            Result<Verification> made = verifyPreprocessing(*cases, progress);
            if (made)
                file.noteOthers({"cases"}, made->notCompared);
            return made;
        }
    } else if (file.isArray() && !file.elements().empty() && file.elements().front().isObject() &&
               file.elements().front().find("size_ijk"))
    {
        return verifyPreprocessing(file, progress);
    }
    file.refuse("has no reference figures of a network (“config”), of preprocessing (“size_ijk”), "
                "of a tokenizer (“encodings”) or of a segmentation");
}

} // namespace

Result<Verification> verify(const fs::path& goldenFile, const Progress& progress)
{
    std::error_code error;
    if (!fs::exists(goldenFile, error))
        return makeError(ErrorCode::FileNotFound, {goldenFile.string()});
    try {
        prepareCpuForInference();
        if (fs::is_directory(goldenFile, error))
            return verifyPackage(goldenFile, progress);
        std::ifstream in(goldenFile, std::ios::binary);
        if (!in)
            return makeError(ErrorCode::FileNotReadable, {goldenFile.string()});
        const GoldenJson document = GoldenJson::parse(in);
        Result<Verification> made = verifyContents(GoldenNode(document, {}), goldenFile, progress);
        if (made && made->comparisons.empty()) {
            std::string others;
            for (const std::string& place : made->notCompared)
                others += (others.empty() ? "" : ", ") + place;
            throw BadGoldenFile("nothing in it can be compared by this version: " +
                                (others.empty() ? "it has no figures" : others));
        }
        progress.report(1.0);
        return made;
    } catch (const nlohmann::json::parse_error& e) {
        return makeError(ErrorCode::MetadataBroken,
                         {goldenFile.string(), "not valid JSON at byte " + std::to_string(e.byte)},
                         e.what());
    } catch (const BadGoldenFile& e) {
        return makeError(ErrorCode::MetadataBroken, {goldenFile.string(), e.what()});
    } catch (const c10::Error& e) {
        const std::string what = e.what_without_backtrace();
        if (what.find("not enough memory") != std::string::npos)
            return makeError(ErrorCode::OutOfMemory, {"verification"}, what);
        return makeError(ErrorCode::Internal, {}, what);
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"verification"});
    } catch (const std::exception& e) {
        return makeError(ErrorCode::Internal, {}, e.what());
    }
}

} // namespace fovea
