#include "tests/fuzz/Mutator.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/targets.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>

namespace fovea::fuzz {
namespace {

/// One file per seed in <folder>/<target>, where FOVEA_FUZZ_SEEDS names a folder: what libFuzzer
/// starts from.
void writeSeeds(const std::filesystem::path& folder, const Target& target)
{
    const std::vector<std::string> inputs = seeds(target.name);
    std::filesystem::create_directories(folder / target.name);
    for (std::size_t n = 0; n < inputs.size(); ++n) {
        const auto path = folder / target.name / ("seed-" + std::to_string(n));
        std::ofstream out(path, std::ios::binary);
        out << inputs[n] << std::flush;
        ASSERT_TRUE(out.good()) << path;
    }
}

class Fuzz : public ::testing::TestWithParam<Target> {};

/// Goes on damaging for FOVEA_FUZZ_SECONDS, from FOVEA_FUZZ_SEED on. The input at hand lies in
/// fuzz-input-<target> of the working folder after a line with its size, so that a crash leaves its
/// cause.
void goOn(const Target& target, std::vector<std::string> inputs, int seconds)
{
    const char* seed = std::getenv("FOVEA_FUZZ_SEED");
    Mutator mutator(seed ? std::strtoull(seed, nullptr, 10) : 2);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    std::ofstream out(std::string("fuzz-input-") + target.name, std::ios::binary);
    const std::size_t seeds = inputs.size();
    std::size_t runs = 0;
    while (std::chrono::steady_clock::now() < end) {
        const std::string input = mutator.next(inputs);
        // Without cutting the file off each time, which file systems flush to disk.
        out.seekp(0);
        out << input.size() << '\n' << input << std::flush;
        target.run(input);
        // Without coverage to guide it: some of what was damaged once is damaged further.
        if (++runs % 64 == 0) {
            if (inputs.size() < 512)
                inputs.push_back(input);
            else
                inputs[seeds + runs / 64 % (512 - seeds)] = input;
        }
    }
    std::cout << target.name << ": " << runs << " runs\n";
}

TEST_P(Fuzz, SeedsAndTheirMutationsComeBack)
{
    const std::vector<std::string> inputs = seeds(GetParam().name);
    ASSERT_FALSE(inputs.empty());
    for (const std::string& input : inputs)
        GetParam().run(input);
    if (const char* folder = std::getenv("FOVEA_FUZZ_SEEDS"))
        return writeSeeds(folder, GetParam());
    Mutator mutator(1);
    for (int round = 0; round < GetParam().rounds; ++round)
        GetParam().run(mutator.next(inputs));
    if (const char* seconds = std::getenv("FOVEA_FUZZ_SECONDS"))
        goOn(GetParam(), inputs, std::atoi(seconds));
}

INSTANTIATE_TEST_SUITE_P(Targets, Fuzz, ::testing::ValuesIn(targets().begin(), targets().end()),
                         [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace fovea::fuzz
