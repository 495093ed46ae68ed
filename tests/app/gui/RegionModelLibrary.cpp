#include "tests/app/work/FakeRegionModel.h"

#include <cmath>
#include <functional>

// A model library without LibTorch whose regions and texts have vectors, of two dimensions: enough
// to search, to mark and to try prompts with. Loaded by its path as the real one is.

namespace fovea {
namespace {

std::vector<float> unitVector(double angle)
{
    return {float(std::cos(angle)), float(std::sin(angle))};
}

/// Says something of its own about every study and every text, always the same.
class RegionEngine final : public test::FakeEngine {
public:
    RegionEngine()
        : FakeEngine("regions")
    {
        m_info.name = "Regions";
        m_info.device = "cpu";
        m_info.calibratedOn = "nowhere";
        const auto add = [this](const char* anatomy, const char* id, const char* name) {
            const std::string english(name);
            m_info.findings.push_back(
                {anatomy, id, english, {english + "."}, {"No " + english + "."}, 0.5});
        };
        add("lung", "emphysema", "Emphysema");
        add("lung", "pleural_effusion", "Pleural effusion");
        add("heart", "cardiomegaly", "Cardiomegaly");
    }
    Result<StudyAnalysis> analyze(const Volume& volume, const LabelMap& labels,
                                  const Progress&) override
    {
        StudyAnalysis analysis;
        analysis.modelFingerprint = m_info.fingerprint;
        long sum = 0;
        for (const std::int16_t hu : volume.voxels())
            sum += hu;
        for (const std::string& id : m_info.anatomyIds) {
            if (labels.labelsOf(id).empty())
                continue;
            RegionEmbedding region;
            region.anatomyId = id;
            region.vector =
                unitVector(0.3 + double(std::abs(sum + long(id.size())) % 1000) / 1000.0);
            region.attention = {1.0F};
            region.tokenGrid = {1, 1, 1};
            analysis.embeddings.push_back(region);
        }
        for (const ModelFinding& asked : m_info.findings) {
            const auto region = std::ranges::find(analysis.embeddings, asked.anatomyId,
                                                  &RegionEmbedding::anatomyId);
            if (region == analysis.embeddings.end())
                continue;
            Finding finding;
            finding.anatomyId = asked.anatomyId;
            finding.findingId = asked.findingId;
            finding.displayName = asked.displayName;
            const auto margin = double(region->vector[0]) - double(region->vector[1]);
            finding.score = 1.0 / (1.0 + std::exp(-margin / m_info.temperature));
            finding.threshold = asked.threshold;
            finding.calibrated = finding.score;
            analysis.findings.push_back(finding);
        }
        return analysis;
    }
    Result<std::vector<float>> embedText(const std::string& text) override
    {
        const auto said = FakeEngine::embedText(text);
        if (!said)
            return said;
        const double own =
            double(std::hash<std::string>()(text) % 100) / 400.0; // Below a right angle.
        return unitVector((*said)[0] > 0.5F ? own : 1.5708 - own);
    }
};

class RegionApi final : public test::FakeApi {
public:
    Result<std::unique_ptr<Engine>> load(const std::filesystem::path&, const LoadOptions&) override
    {
        return std::unique_ptr<Engine>(std::make_unique<RegionEngine>());
    }
};

} // namespace
} // namespace fovea

extern "C" __attribute__((visibility("default"))) fovea::ModelApi* foveaModelApi()
{
    static fovea::RegionApi api;
    return &api;
}
