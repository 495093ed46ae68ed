#include "model/training/Augmentation.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace fovea {

namespace {

// The standard's distributions differ between libraries; its engine does not.
double uniform(std::mt19937_64& random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

template <typename From, typename To, typename Change>
std::vector<To> cut(const Index3& size, const std::vector<From>& voxels, const Crop& crop,
                    const Change& change)
{
    const auto [depth, height, width] = crop.size;
    std::vector<To> out(static_cast<std::size_t>(depth) * static_cast<std::size_t>(height) *
                        static_cast<std::size_t>(width));
    const int first = std::max(0, -crop.start[2]);
    const int last = std::min(width, size[2] - crop.start[2]); // exclusive
    if (first >= last)
        return out;
    for (int d = 0; d < depth; ++d) {
        const int fromD = crop.start[0] + d;
        if (fromD < 0 || fromD >= size[0])
            continue;
        for (int h = 0; h < height; ++h) {
            const int fromH = crop.start[1] + h;
            if (fromH < 0 || fromH >= size[1])
                continue;
            const std::size_t row =
                (static_cast<std::size_t>(fromD) * static_cast<std::size_t>(size[1]) +
                 static_cast<std::size_t>(fromH)) *
                static_cast<std::size_t>(size[2]);
            const From* from =
                voxels.data() + row + static_cast<std::size_t>(crop.start[2] + first);
            const int toD = crop.flipped[0] ? depth - 1 - d : d;
            const int toH = crop.flipped[1] ? height - 1 - h : h;
            To* to =
                out.data() + (static_cast<std::size_t>(toD) * static_cast<std::size_t>(height) +
                              static_cast<std::size_t>(toH)) *
                                 static_cast<std::size_t>(width);
            if (crop.flipped[2]) {
                for (int w = first; w < last; ++w)
                    to[width - 1 - w] = change(*from++);
            } else {
                std::transform(from, from + (last - first), to + first, change);
            }
        }
    }
    return out;
}

} // namespace

Crop randomCrop(const TrainingCase& oneCase, const Index3& size, const Augmentation& augmentation,
                std::mt19937_64& random)
{
    Crop crop;
    crop.size = size;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const int room = std::max(0, oneCase.size[axis] - size[axis]);
        crop.start[axis] = static_cast<int>(random() % static_cast<std::uint64_t>(room + 1));
    }
    if (augmentation.cropJitter > 0) {
        const auto range = static_cast<std::uint64_t>(2 * augmentation.cropJitter + 1);
        for (int& start : crop.start)
            start += static_cast<int>(random() % range) - augmentation.cropJitter;
    }
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (augmentation.flips[axis] > 0)
            crop.flipped[axis] = uniform(random) < augmentation.flips[axis];
    }
    return crop;
}

std::vector<float> cropImage(const TrainingCase& oneCase, const Crop& crop)
{
    return cut<std::uint8_t, float>(oneCase.size, oneCase.image, crop, [](std::uint8_t v) {
        return static_cast<float>(v) * (1.0F / 255.0F);
    });
}

std::vector<std::uint8_t> cropLabels(const TrainingCase& oneCase, const Crop& crop)
{
    return cut<std::uint8_t, std::uint8_t>(oneCase.size, oneCase.labels, crop,
                                           [](std::uint8_t v) { return v; });
}

void changeIntensity(std::vector<float>& image, double intensity, std::mt19937_64& random)
{
    const auto gain = static_cast<float>(1 + intensity * (2 * uniform(random) - 1));
    const auto offset = static_cast<float>(intensity * (uniform(random) - 0.5));
    // Four bytes of one draw, added: near enough to a normal distribution, and cheap.
    constexpr double deviationOfSum = 147.8; // sqrt(4 * (256^2 - 1) / 12)
    const auto noise = static_cast<float>(0.1 * intensity / deviationOfSum);
    std::uint64_t bits = 0;
    for (std::size_t n = 0; n < image.size(); ++n) {
        if (n % 2 == 0)
            bits = random();
        const auto sum = static_cast<int>((bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) +
                                          (bits >> 24 & 255));
        bits >>= 32;
        image[n] = std::clamp(image[n] * gain + offset + noise * (static_cast<float>(sum) - 510.0F),
                              0.0F, 1.0F);
    }
}

std::string swapSides(std::string_view text)
{
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0)
            ++end;
        if (end == at) {
            out += text[at++];
            continue;
        }
        const std::string word(text.substr(at, end - at));
        std::string lower = word;
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (lower == "left" || lower == "right") {
            std::string other = lower == "left" ? "right" : "left";
            const auto isUpper = [](unsigned char c) { return std::isupper(c) != 0; };
            if (std::ranges::all_of(word, isUpper))
                std::ranges::transform(other, other.begin(), [](unsigned char c) {
                    return static_cast<char>(std::toupper(c));
                });
            else if (isUpper(static_cast<unsigned char>(word.front())))
                other.front() =
                    static_cast<char>(std::toupper(static_cast<unsigned char>(other.front())));
            out += other;
        } else {
            out += word;
        }
        at = end;
    }
    return out;
}

bool namesOneSide(std::string_view text)
{
    bool left = false, right = false;
    std::string word;
    const auto take = [&] {
        left = left || word == "left";
        right = right || word == "right";
        word.clear();
    };
    for (const char c : text) {
        const auto letter = static_cast<unsigned char>(c);
        if (std::isalpha(letter) != 0)
            word += static_cast<char>(std::tolower(letter));
        else
            take();
    }
    take();
    return left != right;
}

} // namespace fovea
