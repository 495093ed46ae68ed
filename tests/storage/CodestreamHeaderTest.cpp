#include "storage/CodestreamHeader.h"

#include <gtest/gtest.h>
#include <vector>

using namespace fovea;

TEST(CodestreamHeader, ReadsTheJpegFrameHeader)
{
    const std::vector<std::uint8_t> stream{0xFF, 0xD8,                         // SOI
                                           0xFF, 0xE0, 0x00, 0x04, 0xAA, 0xBB, // APP0
                                           0xFF, 0xFF, 0xC3, 0x00, 0x0B, 0x0C, // SOF3, 12 bit
                                           0x01, 0x00, 0x02, 0x00, 0x01, 0x01, 0x11, 0x00};
    const auto header = readCodestreamHeader(stream);
    ASSERT_TRUE(header.has_value());
    EXPECT_EQ(header->width, 512);
    EXPECT_EQ(header->height, 256);
    EXPECT_EQ(header->components, 1);
    EXPECT_EQ(header->precision, 12);
}

TEST(CodestreamHeader, ReadsTheJpeg2000SizeSegment)
{
    std::vector<std::uint8_t> stream{0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20};
    const std::vector<std::uint8_t> size{
        0xFF, 0x4F, 0xFF, 0x51, 0x00, 0x29, 0x00, 0x00, 0x00, 0x00, 0x02, 0x08, 0x00, 0x00, 0x01,
        0x00, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00,
        0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x8F, 0x01, 0x01};
    stream.insert(stream.end(), size.begin(), size.end());
    const auto header = readCodestreamHeader(stream);
    ASSERT_TRUE(header.has_value());
    EXPECT_EQ(header->width, 512);
    EXPECT_EQ(header->height, 256);
    EXPECT_EQ(header->components, 1);
    EXPECT_EQ(header->precision, 16);
}

TEST(CodestreamHeader, FindsNothingInGarbage)
{
    EXPECT_FALSE(readCodestreamHeader({}).has_value());
    const std::vector<std::uint8_t> zeros(100, 0);
    EXPECT_FALSE(readCodestreamHeader(zeros).has_value());
    // Every truncation of a valid stream, and a segment that claims more than there is.
    const std::vector<std::uint8_t> stream{0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0xFF,
                                           0xC0, 0x00, 0x0B, 0x08, 0x00, 0x10};
    for (std::size_t length = 0; length <= stream.size(); ++length)
        EXPECT_FALSE(readCodestreamHeader(std::span(stream).first(length)).has_value());
}
