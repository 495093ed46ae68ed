#include "tests/fuzz/seeds.h"

#include "model/checkpoint/DefaultCatalog.h"
#include "tests/model/SmallModel.h"
#include "tests/model/TorchFileWriter.h"
#include "tests/unpack/ZipWriter.h"

#include <ATen/ops/full.h>

#include <fstream>

namespace fovea::fuzz {
namespace {

ParameterMap someTensors()
{
    return {{"a", at::full({2, 3}, 1.5)},
            {"b.weight", at::full({4}, -1.0).to(at::kHalf)},
            {"c", at::full({}, 3.0).to(at::kDouble)},
            {"empty", at::full({0, 2}, 1.0)}};
}

/// A literal with the zeros in it.
template <std::size_t Size> std::string whole(const char (&literal)[Size])
{
    return {literal, Size - 1};
}

/// Every other instruction that the machine knows, in streams that are read whole.
std::vector<std::string> oddPickles()
{
    return {whole("\x80\x04\x95\x10\0\0\0\0\0\0\0\x8c\x01x\x94]\x94(h\0K\x01M\x02\x01J\x01\0\0"
                  "\0e."),
            whole("(lp0\nI01\naI7\naL9L\naV\xc3\xa9\na."),
            whole("\x80\x02]q\0h\0a."),
            whole("\x80\x02(K\x01K\x02K\x03\x87\x86\x85t1N."),
            whole("\x80\x02}(U\x01xG@\x04\0\0\0\0\0\0X\x01\0\0\0y\x8a\x02\xff\xffu2s."),
            whole("\x80\x04\x8f(K\x01K\x02\x90(K\x03\x91\x86."),
            "\x80\x02"
            "cargparse\nNamespace\n)\x81}b.",
            "(iargparse\nNamespace\n.",
            "\x80\x04\x8c\x08"
            "argparse\x8c\x09Namespace\x93)R."};
}

std::vector<std::string> checkpoints()
{
    std::vector<std::string> out;
    for (const bool legacy : {false, true}) {
        for (const char* key : {"model", ""}) {
            for (const bool checksums : {false, true}) {
                testing::TorchFileOptions options;
                options.legacy = legacy;
                options.key = key;
                options.optimizer = *key != '\0';
                options.checksums = checksums;
                out.push_back(testing::torchFile(someTensors(), options));
            }
        }
    }
    return out;
}

std::vector<std::string> manifests()
{
    ModelManifest own = testing::smallPackage().manifest;
    own.anatomies = {{"lung", "Lung", {"lung_upper_lobe_left", "lung_lower_lobe_left"}},
                     {"heart", "Heart", {"heart"}},
                     {"esophagus", "Esophagus", {"esophagus"}}};
    return {manifestToJson(own), manifestToJson(testing::smallPackage().manifest),
            manifestToJson(releasedManifest()),
            R"({"network": {"heads": 3}, "preprocess": {"roi": [1, 2, 3]}})"};
}

/// Of testing::smallPackage(), changed whole and by low rank.
std::vector<std::string> adapters()
{
    const std::string name = "visual_encoder.blocks.0.attn.qkv.weight";
    const std::vector<ParameterMap> changes{
        {{"text_proj.bias", at::full({12}, 0.5)}},
        {{name + ".lora_A", at::full({2, 24}, 0.5)}, {name + ".lora_B", at::full({72, 2}, -0.5)}}};
    std::vector<std::string> out;
    for (const ParameterMap& tensors : changes) {
        const std::string json = R"({"format": 1, "parent": ")" + std::string(64, 'a') +
                                 R"(", "parentName": "Parent",
               "result": ")" + std::string(64, 'b') +
                                 R"(", "way": "lora", "seed": 1, "code": "0", "settings": {},
               "data": {"training": "", "validation": "", "trainingStudies": 6,
                        "validationStudies": 4}, "model": )" +
                                 manifestToJson(testing::smallPackage().manifest) + "}";
        out.push_back(json + '\0' + testing::safetensorsFile(tensors));
    }
    return out;
}

/// One of nnU-Net's figures.
std::string contents(const std::string& name)
{
    std::ifstream in(std::string(FOVEA_SOURCE_DIR) + "/tests/segment/golden/" + name,
                     std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

std::vector<std::string> seeds(std::string_view target)
{
    if (target == "pickle") {
        std::vector<std::string> all = oddPickles();
        all.push_back(testing::pickledModel(someTensors()));
        return all;
    }
    if (target == "zip" || target == "checkpoint")
        return checkpoints();
    if (target == "compressedZip")
        return {testing::zipOf({{"a/plans.json", std::string(2000, 'x') + "{}", true, {}, {}},
                                {"a/b.txt", "stored", false, {}, {}}})};
    if (target == "safetensors")
        return {testing::safetensorsFile(someTensors()),
                testing::safetensorsFile({{"x", at::full({1}, 2.0)}})};
    if (target == "manifest")
        return manifests();
    if (target == "plans")
        return {contents("plans-new-form.json"),
                contents("Dataset901_Tiny/nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres/"
                         "plans.json"),
                contents("Dataset901_Tiny/nnUNetTrainerNoMirroring__nnUNetPlans__3d_fullres/"
                         "dataset.json")};
    if (target == "adapter")
        return adapters();
    if (target == "vocabulary")
        return {testing::smallVocabulary(),
                "[UNK]\r\n[CLS]\r\n[SEP]\r\n##s\r\nlung\r\n\xe8\x82\xba\r\nlungs \xc3\xa9\xcc\x81"};
    return {};
}

} // namespace fovea::fuzz
