#include "storage/RleFrame.h"

#include <cstring>
#include <gtest/gtest.h>
#include <vector>

using namespace fovea;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// A frame of these segments, with as many as the header says.
Bytes frameOf(const std::vector<Bytes>& segments, std::uint32_t says)
{
    Bytes stream(64, 0);
    const auto put = [&](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            stream.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
    };
    put(0, says);
    for (std::size_t n = 0; n < segments.size(); ++n) {
        put(4 * (n + 1), static_cast<std::uint32_t>(stream.size()));
        stream.insert(stream.end(), segments[n].begin(), segments[n].end());
    }
    return stream;
}

const Bytes high{0xFD, 0x01, 0x01, 0x02, 0x03};      // 1 1 1 1 2 3
const Bytes low{0x05, 10, 20, 30, 40, 50, 60, 0x00}; // Six bytes as they are, and padding.

} // namespace

TEST(RleFrame, PutsTheBytesOfEveryValueTogether)
{
    std::vector<char> out(12);
    ASSERT_TRUE(decodeRleFrame(frameOf({high, low}, 2), 2, out));
    std::vector<std::uint16_t> values(6);
    std::memcpy(values.data(), out.data(), out.size());
    EXPECT_EQ(values, (std::vector<std::uint16_t>{0x010A, 0x0114, 0x011E, 0x0128, 0x0232, 0x033C}));
    std::vector<char> bytes(6);
    ASSERT_TRUE(decodeRleFrame(frameOf({low}, 1), 1, bytes));
    EXPECT_EQ(bytes, (std::vector<char>{10, 20, 30, 40, 50, 60}));
}

TEST(RleFrame, RefusesWhatIsCutOffOrDeclaredOtherwise)
{
    std::vector<char> out(12);
    const Bytes whole = frameOf({high, low}, 2);
    for (std::size_t size = 0; size + 1 < whole.size(); ++size)
        EXPECT_FALSE(decodeRleFrame(std::span(whole).first(size), 2, out)) << size;
    EXPECT_FALSE(decodeRleFrame(frameOf({high, low}, 3), 2, out));
    EXPECT_FALSE(decodeRleFrame(frameOf({high}, 1), 2, out));
    EXPECT_FALSE(decodeRleFrame(frameOf({{0x00, 1}, low}, 2), 2, out)) << "fewer values";
    for (const std::uint8_t offset : {0, 63, 200}) {
        Bytes misplaced = whole;
        misplaced.at(4) = offset;
        EXPECT_FALSE(decodeRleFrame(misplaced, 2, out));
        misplaced = whole;
        misplaced.at(8) = offset;
        EXPECT_FALSE(decodeRleFrame(misplaced, 2, out));
    }
    Bytes far = whole;
    far.at(11) = 0xFF;
    EXPECT_FALSE(decodeRleFrame(far, 2, out));
}
