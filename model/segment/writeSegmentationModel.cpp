#include "model/segment/writeSegmentationModel.h"

#include "model/checkpoint/FileWriter.h"
#include "model/checkpoint/TorchWriter.h"

#include <nlohmann/json.hpp>

namespace fovea {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json architecture(const SegmentationConfig& config)
{
    const bool plain = config.architecture == SegmentationConfig::Architecture::PlainConvUNet;
    Json arguments{
        {"n_stages", config.stages()},
        {"features_per_stage", config.features},
        {"conv_op", "torch.nn.modules.conv.Conv3d"},
        {"kernel_sizes", config.kernels},
        {"strides", config.strides},
        {plain ? "n_conv_per_stage" : "n_blocks_per_stage", config.encoder},
        {"n_conv_per_stage_decoder", config.decoder},
        {"conv_bias", config.convolutionBias},
        {"norm_op", "torch.nn.modules.instancenorm.InstanceNorm3d"},
        {"norm_op_kwargs", {{"eps", config.normEps}, {"affine", true}}},
        {"dropout_op", nullptr},
        {"dropout_op_kwargs", nullptr},
        {"nonlin", "torch.nn.LeakyReLU"},
        {"nonlin_kwargs", {{"inplace", true}, {"negative_slope", config.negativeSlope}}}};
    return {
        {"network_class_name", std::string("dynamic_network_architectures.architectures.unet.") +
                                   (plain ? "PlainConvUNet" : "ResidualEncoderUNet")},
        {"arch_kwargs", std::move(arguments)},
        {"_kw_requires_import", {"conv_op", "norm_op", "dropout_op", "nonlin"}}};
}

Json resampling(const SegmentationResampling& rule, bool labels)
{
    Json out{{"is_seg", labels},
             {"order", rule.order},
             {"order_z", rule.orderZ},
             {"force_separate_z", nullptr}};
    if (rule.separateZ)
        out["force_separate_z"] = *rule.separateZ;
    return out;
}

Json configurationJson(const SegmentationConfig& config)
{
    constexpr const char* function = "resample_data_or_seg_to_shape";
    const bool ct = config.normalization == SegmentationConfig::Normalization::Ct;
    return {
        {"data_identifier", config.plansName + '_' + config.configuration},
        {"preprocessor_name", "DefaultPreprocessor"},
        {"batch_size", 1},
        {"patch_size", config.patch},
        {"spacing", config.spacingMm},
        {"normalization_schemes", Json::array({ct ? "CTNormalization" : "ZScoreNormalization"})},
        {"use_mask_for_norm", Json::array({false})},
        {"resampling_fn_data", function},
        {"resampling_fn_seg", function},
        {"resampling_fn_probabilities", function},
        {"resampling_fn_data_kwargs", resampling(config.dataResampling, false)},
        {"resampling_fn_seg_kwargs", resampling({1, 0, {}}, true)},
        {"resampling_fn_probabilities_kwargs", resampling(config.probabilityResampling, false)},
        {"architecture", architecture(config)},
        {"batch_dice", true}};
}

/// What the reference's predictor reads of a checkpoint.
TorchPickle checkpoint(const SegmentationConfig& config, const ParameterMap& parameters,
                       const Json& plans, const Json& dataset)
{
    TorchPickle pickle;
    pickle.beginDictionary();
    pickle.text("network_weights");
    pickle.beginOrderedDictionary();
    for (const ParameterShape& shape : segmentationParameters(config)) {
        const at::Tensor tensor = parameter(parameters, shape.name).contiguous();
        for (const std::string& name : allParameterNames(shape.name)) {
            pickle.text(name);
            pickle.tensor(tensor);
        }
    }
    pickle.endDictionary();
    pickle.text("init_args");
    pickle.json({{"plans", plans},
                 {"configuration", config.configuration},
                 {"fold", 0},
                 {"dataset_json", dataset}});
    pickle.text("trainer_name");
    pickle.text(SegmentationTrainer);
    pickle.text("inference_allowed_mirroring_axes");
    pickle.none();
    for (const char* unused : {"optimizer_state", "grad_scaler_state", "logging", "_best_ema"}) {
        pickle.text(unused);
        pickle.none();
    }
    pickle.endDictionary();
    return pickle;
}

} // namespace

nlohmann::json segmentationPlans(const SegmentationConfig& config)
{
    Json plans{{"dataset_name", config.datasetName},
               {"plans_name", config.plansName},
               {"image_reader_writer", config.imageReader},
               {"original_median_spacing_after_transp", config.spacingMm},
               {"transpose_forward", config.transposeForward},
               {"transpose_backward", config.transposeBackward},
               {"configurations", {{config.configuration, configurationJson(config)}}},
               {"experiment_planner_used", "ExperimentPlanner"},
               {"label_manager", "LabelManager"}};
    plans["foreground_intensity_properties_per_channel"]["0"] = {
        {"percentile_00_5", config.clipLow},
        {"percentile_99_5", config.clipHigh},
        {"min", config.clipLow},
        {"max", config.clipHigh},
        {"mean", config.mean},
        {"median", config.mean},
        {"std", config.std}};
    return plans;
}

nlohmann::json segmentationDataset(const SegmentationConfig& config,
                                   const SegmentationModelNotes& notes)
{
    Json labels{{"background", 0}};
    for (const SegmentationLabel& label : config.labels)
        labels[label.name] = label.value;
    return {{"name", config.datasetName},  {"description", notes.description},
            {"licence", notes.licence},    {"channel_names", {{"0", "CT"}}},
            {"labels", std::move(labels)}, {"numTraining", notes.trainingCases},
            {"file_ending", ".nii.gz"}};
}

std::vector<std::string> allParameterNames(const std::string& first)
{
    std::vector<std::string> names{first};
    // A block's convolution and norm are also the members of its sequence.
    for (const auto& [own, inSequence] :
         {std::pair{".conv.", ".all_modules.0."}, std::pair{".norm.", ".all_modules.1."}})
    {
        const std::size_t at = first.rfind(own);
        if (at == std::string::npos)
            continue;
        std::string twin = first;
        names.push_back(twin.replace(at, std::string_view(own).size(), inSequence));
    }
    // The decoder holds the encoder, whose strides it needs.
    if (first.starts_with("encoder.")) {
        for (std::size_t n = names.size(), i = 0; i < n; ++i)
            names.push_back("decoder." + names[i]);
    }
    return names;
}

Status writeSegmentationModel(const fs::path& folder, const SegmentationConfig& config,
                              const ParameterMap& parameters, const SegmentationModelNotes& notes)
{
    const fs::path training = folder / (std::string(SegmentationTrainer) + "__" + config.plansName +
                                        "__" + config.configuration);
    const fs::path fold = training / "fold_0";
    std::error_code error;
    fs::create_directories(fold, error);
    if (error)
        return makeError(ErrorCode::FileNotWritable, {fold.string()});
    const Json plans = segmentationPlans(config);
    const Json dataset = segmentationDataset(config, notes);
    if (Status status = writeTextFile(training / "plans.json", plans.dump(1) + '\n'); !status)
        return status;
    if (Status status = writeTextFile(training / "dataset.json", dataset.dump(1) + '\n'); !status)
        return status;
    if (Status status = writeTorchFile(fold / "checkpoint_final.pth",
                                       checkpoint(config, parameters, plans, dataset));
        !status)
        return status;
    for (const fs::path& one : {fold, training}) {
        if (Status status = syncFolder(one); !status)
            return status;
    }
    return Done{};
}

} // namespace fovea
