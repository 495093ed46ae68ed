#include "model/engine/Engine.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

// A model library without LibTorch, loaded by its path as the real one is. A package is its
// model.json; a checkpoint is a text file that says what becomes of its import.

namespace fovea {
namespace {

namespace fs = std::filesystem;

std::string firstLine(const fs::path& file)
{
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

class FakeEngine final : public Engine {
public:
    explicit FakeEngine(const fs::path& package)
    {
        m_info.name = package.filename().string();
        m_info.fingerprint = m_info.name;
        m_info.anatomyIds = {"lung"};
        m_info.device = "cpu";
        m_answers = fs::exists(package / "answers");
        m_info.calibratedOn = firstLine(package / "calibratedOn");
        for (const char* anatomy : {"lung", "heart", "esophagus", "aorta", "trachea", "liver",
                                    "spleen", "kidneys", "stomach", "spinal_cord"})
            m_info.findings.push_back(
                {anatomy, "effusion", "Effusion", {"Effusion."}, {"Not Effusion."}});
        m_waiting = package / "relevanceWaits";
    }
    const ModelInfo& info() const override { return m_info; }
    /// A package with a file "answers" has one finding of score 0.25 for every anatomy. One with a
    /// file "calibratedOn" is calibrated on what its first line says, and its scores fall from
    /// anatomy to anatomy: 0.9, 0.6, 0.3, then 0.1; the threshold is 0.5.
    Result<StudyAnalysis> analyze(const Volume&, const LabelMap& labels, const Progress&) override
    {
        if (!m_answers)
            return makeError(ErrorCode::NoRegion);
        return answer(labels, 0.25);
    }
    /// What is new has score 0.75.
    Result<StudyAnalysis> reanalyze(const Volume& volume, const LabelMap& before,
                                    const LabelMap& after, const StudyAnalysis& stored,
                                    const Progress& progress) override
    {
        if (!m_answers)
            return analyze(volume, after, progress);
        StudyAnalysis merged = answer(after, 0.75);
        for (Finding& finding : merged.findings) {
            const auto voxels = [&](const LabelMap& map) {
                std::size_t count = 0;
                for (const Structure& structure : map.structures())
                    count += structure.anatomyId == finding.anatomyId ? structure.voxelCount : 0;
                return count;
            };
            for (const Finding& old : stored.findings) {
                if (old.anatomyId == finding.anatomyId && voxels(before) == voxels(after))
                    finding = old;
            }
        }
        return merged;
    }
    Result<ExplainedAnalysis> explain(const Volume&, const LabelMap&,
                                      const std::vector<RelevanceRequest>&,
                                      const Progress&) override
    {
        return makeError(ErrorCode::NoRegion);
    }
    /// 2 x 2 x 2 cells over the volume, of which the first one speaks against the finding, the
    /// third has nothing of the anatomy, and the one whose number is the length of the anatomy's
    /// id, modulo 4 and plus 4, is the peak with half of all. A file "relevanceWaits" in the
    /// package keeps the answer back until it is gone; being cancelled meanwhile writes
    /// "cancelled" into it.
    Result<RegionRelevance> relevance(const Volume& volume, const LabelMap&,
                                      const std::string& anatomyId,
                                      const std::vector<std::string>& positive,
                                      const std::vector<std::string>& negative,
                                      RelevanceMethod method, const Progress& progress) override
    {
        if (positive.empty() || negative.empty())
            return makeError(ErrorCode::EmptyText);
        progress.report(0.5);
        while (fs::exists(m_waiting)) {
            if (progress.cancelled()) {
                std::ofstream(m_waiting) << "cancelled\n";
                return makeError(ErrorCode::Cancelled);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        const ImageGeometry& grid = volume.geometry();
        RegionRelevance found;
        found.anatomyId = anatomyId;
        found.method = method;
        found.tokenGrid = {2, 2, 2};
        found.values = {-1.0F, 0.1F, 0.0F, 0.1F, 0.2F, 0.2F, 0.2F, 0.2F};
        found.values[4 + anatomyId.size() % 4] = 0.8F;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t along = 2 - axis; // Of a phantom: D is k, W is i.
            found.tokenStepMm[axis] =
                grid.axes[along] * (grid.spacingMm[along] * grid.size[along] / 2);
        }
        Vec3 first{};
        for (std::size_t a = 0; a < 3; ++a)
            first[a] = grid.size[a] / 4.0 - 0.5;
        found.tokenOriginMm = grid.indexToPatient(first);
        return found;
    }
    Result<std::vector<float>> embedText(const std::string&) override
    {
        return makeError(ErrorCode::EmptyText);
    }

private:
    StudyAnalysis answer(const LabelMap& labels, double score) const
    {
        StudyAnalysis analysis;
        analysis.modelFingerprint = m_info.fingerprint;
        for (const std::string& anatomy : labels.anatomyIds()) {
            Finding finding;
            finding.anatomyId = anatomy;
            finding.findingId = "effusion";
            finding.displayName = "Effusion";
            finding.score = score;
            if (!m_info.calibratedOn.empty()) {
                finding.score = std::max(0.1, 0.9 - 0.3 * double(analysis.findings.size()));
                finding.calibrated = finding.score;
                finding.threshold = 0.5;
                finding.promptRange = ScoreRange{0.05, 0.95};
            }
            analysis.findings.push_back(finding);
        }
        return analysis;
    }

    ModelInfo m_info;
    bool m_answers = false;
    fs::path m_waiting;
};

class FakeModelApi final : public ModelApi {
public:
    Result<std::unique_ptr<Engine>> load(const fs::path& package, const LoadOptions&) override
    {
        if (!fs::exists(package / "vocab.txt"))
            return makeError(ErrorCode::ModelBroken, {"vocab.txt", "missing"});
        return std::unique_ptr<Engine>(std::make_unique<FakeEngine>(package));
    }

    /// "endless" waits to be cancelled, "package PATH" copies that package, all else is refused.
    Result<ModelInfo> importCheckpoint(const ImportOptions& options,
                                       const Progress& progress) override
    {
        const std::string line = firstLine(options.checkpoint);
        progress.report(0.5);
        if (line == "endless") {
            while (!progress.cancelled())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return makeError(ErrorCode::Cancelled);
        }
        if (!line.starts_with("package "))
            return makeError(ErrorCode::CheckpointBroken, {"no checkpoint"});
        fs::create_directories(options.outputPackage);
        fs::copy(line.substr(8), options.outputPackage);
        std::ofstream(options.outputPackage / "manifest") << options.manifest.filename().string();
        return ModelInfo{"Imported", "", false, "", "", {"lung"}, "cpu", "fp32"};
    }

    Result<ModelInfo> train(const StudySource&, const StudySource&, const TrainOptions&,
                            const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<TuneResult> tune(const StudySource&, const StudySource&, const TuneOptions&,
                            const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    /// Heads take 1.5 GB, and what is wider 1 GB more each.
    Result<TuneEstimate> estimateTune(const TuneOptions& options, std::size_t,
                                      std::uint64_t largestStudyBytes) override
    {
        if (largestStudyBytes == 0)
            return makeError(ErrorCode::NoCases);
        TuneEstimate estimate;
        const std::uint64_t wider = options.way == TuneWay::All    ? 2
                                    : options.way == TuneWay::Lora ? 1
                                                                   : 0;
        estimate.peakBytes = 1'500'000'000 + wider * 1'000'000'000;
        estimate.steps = 2400;
        return estimate;
    }
    /// Copies the parent.
    Result<ModelInfo> applyAdapter(const fs::path& parent, const fs::path& adapter,
                                   const fs::path& output, const Progress& progress) override
    {
        progress.report(0.5);
        if (!fs::exists(adapter / "adapter.safetensors"))
            return makeError(ErrorCode::FileNotFound, {"adapter.safetensors"});
        fs::create_directories(output.parent_path());
        fs::copy(parent, output);
        return ModelInfo{"Tuned", "", false, "", "", {"lung"}, "cpu", "fp32"};
    }
    Result<ObjectiveComparison> compare(const StudySource&, const StudySource&, const StudySource&,
                                        const CompareOptions&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<Evaluation> evaluate(Engine&, const StudySource&, const EvaluateOptions&,
                                const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<BenchReport> bench(const BenchOptions&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<std::shared_ptr<const RegionIndex>> regionIndex(std::shared_ptr<const RegionVectors>,
                                                           const RegionIndexOptions&,
                                                           const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
    Result<Verification> verify(const fs::path&, const Progress&) override
    {
        return makeError(ErrorCode::NoCases);
    }
};

} // namespace
} // namespace fovea

extern "C" __attribute__((visibility("default"))) fovea::ModelApi* foveaModelApi()
{
    static fovea::FakeModelApi api;
    return &api;
}
