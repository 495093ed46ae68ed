#include "model/checkpoint/ImportCheckpoint.h"

#include <ATen/ops/full.h>

#include "TorchFileWriter.h"
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace fovea {
namespace {

namespace fs = std::filesystem;

/// A line of /proc/self/status such as VmHWM, in bytes.
std::size_t memory(const std::string& line)
{
    std::ifstream status("/proc/self/status");
    std::string name;
    while (status >> name) {
        std::size_t kilobytes = 0;
        if (name == line + ":" && status >> kilobytes)
            return kilobytes * 1024;
    }
    return 0;
}

/// The peak from now on; false where the system does not let it be reset.
bool resetPeak()
{
    std::ofstream clear("/proc/self/clear_refs");
    clear << 5;
    clear.close();
    return clear && memory("VmHWM") < memory("VmRSS") + (std::size_t{8} << 20);
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

class CheckpointMemory : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = fs::temp_directory_path() / ("fovea-memory-" + std::string(info->name()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "text");
    }
    void TearDown() override { fs::remove_all(m_folder); }

    /// Writes a checkpoint of such a network and imports it; returns the file's size and how much
    /// the peak of the process's memory grew.
    std::pair<std::size_t, std::size_t> importOne(const NetworkConfig& config, bool legacy)
    {
        std::vector<testing::TensorToWrite> tensors;
        for (const ParameterShape& p : parameterShapes(config))
            tensors.push_back(
                {p.name, p.shape, at::kFloat, [p] { return at::full(p.shape, 0.01); }});
        testing::TorchFileOptions options;
        options.legacy = legacy;
        {
            std::ofstream out(m_folder / "model.pth", std::ios::binary);
            testing::writeTorchFile(out, tensors, options);
        }
        std::ofstream vocabulary(m_folder / "text/vocab.txt");
        vocabulary << "[PAD]\n[UNK]\n[CLS]\n[SEP]\n";
        for (int i = 4; i < config.vocabulary; ++i)
            vocabulary << "word" << i << '\n';
        vocabulary.close();
        std::ofstream(m_folder / "text/config.json")
            << R"({"hidden_size": )" << config.textHidden << R"(, "num_hidden_layers": )"
            << config.textLayers << R"(, "num_attention_heads": )" << config.textHeads
            << R"(, "intermediate_size": )" << config.textIntermediate << R"(, "vocab_size": )"
            << config.vocabulary << R"(, "max_position_embeddings": )" << config.maxPositions
            << R"(, "layer_norm_eps": 1e-12, "hidden_act": "gelu"})";
        std::ofstream(m_folder / "site.json")
            << R"({"network": {"heads": )" << config.heads << R"(, "poolingHeads": 4}})";

        const std::size_t before = memory("VmRSS");
        m_resets = resetPeak();
        const auto start = std::chrono::steady_clock::now();
        const Result<ModelPackage> imported =
            importCheckpoint({m_folder / "model.pth", m_folder / "text", m_folder / "site.json"},
                             m_folder / "package", Progress{});
        m_seconds = secondsSince(start);
        EXPECT_TRUE(imported) << ::testing::PrintToString(imported.error().arguments);
        return {fs::file_size(m_folder / "model.pth"), memory("VmHWM") - before};
    }

    fs::path m_folder;
    bool m_resets = false;
    double m_seconds = 0.0;
};

TEST_F(CheckpointMemory, AnImportNeedsAFractionOfTheCheckpointsSize)
{
    NetworkConfig config;
    config.hidden = 320;
    config.mlp = 1280;
    config.heads = 4;
    config.textHidden = 128;
    config.textHeads = 2;
    config.textIntermediate = 512;
    config.vocabulary = 1000;
    for (const bool legacy : {false, true}) {
        const auto [size, growth] = importOne(config, legacy);
        if (!m_resets)
            GTEST_SKIP() << "the peak of memory cannot be reset here";
        EXPECT_GT(size, std::size_t{60} << 20);
        // Held all at once it would grow by the size at least.
        EXPECT_LT(growth, size / 2) << size;
    }
}

/// The released network's size: 0.8 GB twice on disk. Run by hand for its figures.
TEST_F(CheckpointMemory, DISABLED_FiguresOfTheReleasedSize)
{
    for (const bool legacy : {false, true}) {
        const auto [size, growth] = importOne(NetworkConfig{}, legacy);
        std::cout << (legacy ? "legacy" : "zip") << " size " << (size >> 20) << " MB, growth "
                  << (growth >> 20) << " MB, peak " << (memory("VmHWM") >> 20) << " MB, import "
                  << m_seconds << " s\n";
        EXPECT_LT(memory("VmHWM"), size + size * 3 / 10);
        for (int round = 0; round < 4; ++round) {
            const auto start = std::chrono::steady_clock::now();
            const std::clock_t busy = std::clock();
            EXPECT_TRUE(readModelPackage(m_folder / "package"));
            std::cout << "open " << secondsSince(start) << " s, processors busy "
                      << static_cast<double>(std::clock() - busy) / CLOCKS_PER_SEC << " s\n";
        }
    }
}

} // namespace
} // namespace fovea
