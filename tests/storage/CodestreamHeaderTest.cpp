#include "storage/CodestreamHeader.h"

#include <gtest/gtest.h>
#include <vector>

using namespace fovea;

TEST(CodestreamHeader, ReadsTheJpegFrameHeader)
{
    const std::vector<std::uint8_t> stream{0xFF, 0xD8,                         // SOI
                                           0xFF, 0xE0, 0x00, 0x04, 0xAA, 0xBB, // APP0
                                           0xFF, 0xFF, 0xC3, 0x00, 0x0B, 0x0C, // SOF3, 12 bit
                                           0x01, 0x00, 0x02, 0x00, 0x01, 0x01,
                                           0x11, 0x00, 0xFF, 0xDA, 0x00, 0x02, // SOS
                                           0x12, 0x34, 0xFF, 0xD9};            // EOI
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

TEST(CodestreamHeader, TakesNoJpegThatEndsTheLibrary)
{
    using Bytes = std::vector<std::uint8_t>;
    const Bytes start{0xFF, 0xD8};
    const Bytes frame{0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x01, 0x00, 0x02, 0x00, 0x01, 0x01, 0x11, 0x00};
    const Bytes table{0xFF, 0xC4, 0x00, 0x04, 0x00, 0x00};
    const Bytes scan{0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00};
    const auto jfif = [](std::uint8_t version) {
        return Bytes{0xFF,    0xE0, 0x00, 0x10, 'J', 'F', 'I', 'F', 0,
                     version, 2,    0,    0,    1,   0,   1,   0,   0};
    };
    const auto found = [](const std::vector<Bytes>& parts) {
        Bytes stream;
        for (const Bytes& part : parts)
            stream.insert(stream.end(), part.begin(), part.end());
        return readCodestreamHeader(stream).has_value();
    };
    const Bytes end{0xFF, 0xD9};
    EXPECT_TRUE(found({start, jfif(1), frame, table, scan, end}));
    EXPECT_FALSE(found({start, jfif(197), frame, table, scan, end}));
    EXPECT_FALSE(found({start, frame, {0x00}, table, scan, end})) << "bytes of no segment";
    EXPECT_FALSE(found({start, frame, {0xFF, 0x00}, table, scan, end}));
    EXPECT_FALSE(found({start, frame, table, end})) << "no scan";
    EXPECT_FALSE(found({start, table, scan, end})) << "no frame";
    EXPECT_FALSE(found({start, frame, frame, scan, end}));
    EXPECT_FALSE(found({start, start, frame, scan, end}));
    // The codec would look for the end for ever.
    const Bytes data{0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56};
    EXPECT_TRUE(found({start, frame, table, scan, data, end}));
    EXPECT_TRUE(found({start, frame, table, scan, data, table, scan, data, end, {0x00}}));
    EXPECT_FALSE(found({start, frame, table, scan, data})) << "no end";
    EXPECT_FALSE(found({start, frame, table, scan, data, {0xFF, 0xEB, 0xD9, 0x00}, end}))
        << "a segment that leads past the end";
    EXPECT_FALSE(found({start, frame, table, scan, {0xFF, 0x70}, end})) << "no data in a JPEG";
    const Bytes frameLs{0xFF, 0xF7, 0x00, 0x0B, 0x08, 0x01, 0x00,
                        0x02, 0x00, 0x01, 0x01, 0x11, 0x00};
    EXPECT_TRUE(found({start, frameLs, scan, {0xFF, 0x70}, end})) << "data in a JPEG-LS";
    EXPECT_FALSE(found({start, frameLs, scan, {0x12, 0x34}}));
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
