#include "app/cli/ModelVerification.h"

#include "app/cli/Table.h"
#include "app/text/errorText.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace fovea {

namespace {

struct VerificationText {
    Q_DECLARE_TR_FUNCTIONS(fovea::VerificationText)
};

QString quantityName(Quantity quantity)
{
    switch (quantity) {
    case Quantity::ParameterShapes:
        return VerificationText::tr("Parameter shapes");
    case Quantity::ImageWindows:
        return VerificationText::tr("Image windows");
    case Quantity::TokenCounts:
        return VerificationText::tr("Token counts");
    case Quantity::CropValues:
        return VerificationText::tr("Crop values");
    case Quantity::FeatureLevels:
        return VerificationText::tr("Feature levels");
    case Quantity::UnitVectors:
        return VerificationText::tr("Unit vectors");
    case Quantity::TextVectors:
        return VerificationText::tr("Text features");
    case Quantity::Scores:
        return VerificationText::tr("Scores");
    case Quantity::HalfUnitVectors:
        return VerificationText::tr("Unit vectors in half precision (1 − cosine)");
    case Quantity::HalfScores:
        return VerificationText::tr("Scores in half precision");
    case Quantity::AnatomiesPresent:
        return VerificationText::tr("Anatomies present");
    case Quantity::AnatomyLosses:
        return VerificationText::tr("Training loss per anatomy");
    case Quantity::TotalLoss:
        return VerificationText::tr("Training loss");
    case Quantity::GradientNorms:
        return VerificationText::tr("Gradient norms");
    case Quantity::VanishingGradients:
        return VerificationText::tr("Vanishing gradient norms");
    case Quantity::ResampledSizes:
        return VerificationText::tr("Resampled sizes");
    case Quantity::UnionCrops:
        return VerificationText::tr("Union crops");
    case Quantity::FinalSizes:
        return VerificationText::tr("Final sizes");
    case Quantity::ImageSums:
        return VerificationText::tr("Image sums");
    case Quantity::LabelCounts:
        return VerificationText::tr("Label counts");
    case Quantity::ImageSamples:
        return VerificationText::tr("Image samples");
    case Quantity::TokenIds:
        return VerificationText::tr("Token ids");
    case Quantity::Tokens:
        return VerificationText::tr("Tokens");
    case Quantity::Tensors:
        return VerificationText::tr("Tensors");
    case Quantity::VocabularySize:
        return VerificationText::tr("Vocabulary size");
    case Quantity::PromptVectors:
        return VerificationText::tr("Prompt vectors");
    case Quantity::WindowLogits:
        return VerificationText::tr("Logits of one window");
    case Quantity::WindowLabels:
        return VerificationText::tr("Voxels per label in one window");
    case Quantity::WindowStarts:
        return VerificationText::tr("Positions of the sliding window");
    case Quantity::WindowWeights:
        return VerificationText::tr("Weights within a window (units in the last place)");
    case Quantity::SlidLogits:
        return VerificationText::tr("Logits of the sliding window");
    case Quantity::SlidLabels:
        return VerificationText::tr("Voxels per label, sliding window");
    case Quantity::HalfSlidLogits:
        return VerificationText::tr("Logits of the sliding window, sums in half precision");
    case Quantity::HalfSlidLabels:
        return VerificationText::tr(
            "Share of voxels that differ, sliding window, sums in half precision");
    case Quantity::Orientations:
        return VerificationText::tr("Orientations");
    case Quantity::ZoomedImages:
        return VerificationText::tr("Resampled images");
    case Quantity::WholeHu:
        return VerificationText::tr("Resampled images in whole HU");
    case Quantity::LabelsBack:
        return VerificationText::tr("Labels on the original grid");
    case Quantity::NonzeroBoxes:
        return VerificationText::tr("Boxes of what is not 0");
    case Quantity::CropBoxes:
        return VerificationText::tr("Boxes of a mask and its margin");
    case Quantity::LabelPieces:
        return VerificationText::tr("Labels after small pieces are removed");
    case Quantity::SeparateAxes:
        return VerificationText::tr("Axes resampled apart");
    case Quantity::NormalizedImages:
        return VerificationText::tr("Normalized images");
    case Quantity::ResampledLogits:
        return VerificationText::tr("Logits on the original grid");
    case Quantity::SegmentedVoxels:
        return VerificationText::tr("Share of voxels that differ");
    case Quantity::HalfSegmentedVoxels:
        return VerificationText::tr("Share of voxels that differ, sums in half precision");
    case Quantity::LabelSamples:
        return VerificationText::tr("Share of sampled voxels that differ");
    }
    return {};
}

QString kindName(Verification::Kind kind)
{
    switch (kind) {
    case Verification::Kind::Network:
        return VerificationText::tr("network");
    case Verification::Kind::Preprocessing:
        return VerificationText::tr("preprocessing");
    case Verification::Kind::Tokenizer:
        return VerificationText::tr("tokenizer");
    case Verification::Kind::ModelPackage:
        return VerificationText::tr("model package");
    case Verification::Kind::Segmentation:
        return VerificationText::tr("segmentation");
    }
    return {};
}

const char* kindKey(Verification::Kind kind)
{
    switch (kind) {
    case Verification::Kind::Network:
        return "network";
    case Verification::Kind::Preprocessing:
        return "preprocessing";
    case Verification::Kind::Tokenizer:
        return "tokenizer";
    case Verification::Kind::ModelPackage:
        return "model_package";
    case Verification::Kind::Segmentation:
        return "segmentation";
    }
    return "";
}

const char* measureKey(Comparison::Measure measure)
{
    switch (measure) {
    case Comparison::Measure::Exact:
        return "exact";
    case Comparison::Measure::Absolute:
        return "absolute";
    case Comparison::Measure::Relative:
        return "relative";
    }
    return "";
}

QString scientific(double value)
{
    if (value == 0)
        return QStringLiteral("0");
    return std::isfinite(value) ? QString::number(value, 'g', 3) : VerificationText::tr("infinite");
}

QString toleranceText(const Comparison& comparison)
{
    switch (comparison.measure) {
    case Comparison::Measure::Exact:
        return VerificationText::tr("exact");
    case Comparison::Measure::Absolute:
        return scientific(comparison.tolerance);
    case Comparison::Measure::Relative:
        return VerificationText::tr("%1 relative").arg(scientific(comparison.tolerance));
    }
    return {};
}

QString verdict(bool passed)
{
    return passed ? VerificationText::tr("passed") : VerificationText::tr("FAILED");
}

nlohmann::json json(const Verification& verification)
{
    nlohmann::json out{{"kind", kindKey(verification.kind)},
                       {"passed", verification.passed()},
                       {"comparisons", nlohmann::json::array()},
                       {"not_compared", verification.notCompared},
                       {"fingerprint", nullptr}};
    if (!verification.fingerprint.empty())
        out["fingerprint"] = verification.fingerprint;
    for (const Comparison& comparison : verification.comparisons) {
        nlohmann::json entry{{"quantity", quantityKey(comparison.quantity)},
                             {"measure", measureKey(comparison.measure)},
                             {"values", comparison.values},
                             {"beyond", comparison.beyond},
                             {"largest_difference", nullptr},
                             {"tolerance", comparison.tolerance},
                             {"passed", comparison.passed()},
                             {"where", comparison.where}};
        if (std::isfinite(comparison.largestDifference))
            entry["largest_difference"] = comparison.largestDifference;
        out["comparisons"].push_back(std::move(entry));
    }
    return out;
}

Error failure(const std::string& file, const Comparison& comparison)
{
    return makeError(ErrorCode::VerificationFailed,
                     {file, quantityName(comparison.quantity).toStdString(),
                      scientific(comparison.largestDifference).toStdString(),
                      toleranceText(comparison).toStdString()},
                     comparison.where);
}

} // namespace

ModelVerification::ModelVerification(CommandParser parser)
    : m_parser(parser)
{
    m_parser.texts("files", m_files,
                   tr("Files of reference figures (JSON), or folders of model packages"), "FILE");
}

QString ModelVerification::text(const std::string& file, const Verification& verification)
{
    Table table({{tr("Quantity")},
                 {tr("Values"), Table::Align::Right},
                 {tr("Largest difference"), Table::Align::Right},
                 {tr("Tolerance"), Table::Align::Right},
                 {tr("Result")},
                 {tr("Where")}});
    for (const Comparison& comparison : verification.comparisons) {
        table.addRow({quantityName(comparison.quantity), QString::number(comparison.values),
                      scientific(comparison.largestDifference), toleranceText(comparison),
                      verdict(comparison.passed()),
                      comparison.largestDifference > 0 ? printable(comparison.where) : QString()});
    }
    QString out =
        tr("%1 (%2)").arg(printable(file), kindName(verification.kind)) + QLatin1Char('\n');
    if (!verification.fingerprint.empty())
        out += tr("Fingerprint: %1").arg(printable(verification.fingerprint)) + QLatin1Char('\n');
    out += table.text(2);
    for (const std::string& place : verification.notCompared)
        out += tr("Not compared: %1").arg(printable(place)) + QLatin1Char('\n');
    return out + tr("Result: %1").arg(verdict(verification.passed())) + QLatin1Char('\n');
}

Status ModelVerification::run(CommandContext& context) const
{
    const auto api = context.modelApi();
    if (!api)
        return api.error();
    std::optional<Error> unreadable;
    std::optional<Error> different;
    nlohmann::json files = nlohmann::json::array();
    QString report;
    for (const std::string& file : m_files) {
        const auto made = (*api)->verify(file, context.progress(tr("Verifying")));
        if (!made && made.error().code == ErrorCode::Cancelled)
            return made.error();
        nlohmann::json entry =
            made ? json(*made)
                 : nlohmann::json{{"passed", false},
                                  {"error", errorText(made.error()).toStdString()}};
        entry["file"] = file;
        files.push_back(std::move(entry));
        report += (report.isEmpty() ? QString() : QStringLiteral("\n")) +
                  (made ? text(file, *made) : errorText(made.error()) + QLatin1Char('\n'));
        if (!made && !unreadable)
            unreadable = made.error();
        if (made && !different && !made->passed())
            different = failure(file, *made->firstFailed());
    }
    if (context.json())
        context.console().print(
            nlohmann::json{{"passed", !unreadable && !different}, {"files", std::move(files)}});
    else
        context.console().print(report);
    if (unreadable)
        return *unreadable;
    if (different)
        return *different;
    return Done{};
}

} // namespace fovea
