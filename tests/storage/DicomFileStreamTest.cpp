#include "storage/DicomFileStream.h"

#include "storage/DicomHeader.h"
#include "storage/dicomText.h"
#include "tests/storage/SampleSeries.h"
#include "tests/storage/SharedData.h"
#include "tests/storage/Taken.h"
#include "tests/storage/TemporaryFolder.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <sys/stat.h>

using namespace fovea;
using namespace fovea::test;
namespace fs = std::filesystem;

namespace {

std::string dump(DcmDataset& data)
{
    std::ostringstream text;
    data.print(text);
    return text.str();
}

/// The file through DCMTK's own stream.
std::optional<std::string> dumpedByDcmtk(const fs::path& path, DicomHeader::Extent extent)
{
    DcmFileFormat file;
    const bool read =
        file.loadFileUntilTag(path.c_str(), EXS_Unknown, EGL_noChange, 4096, ERM_autoDetect,
                              extent == DicomHeader::Extent::BeforePixelData ? DCM_PixelData
                                                                             : DCM_UndefinedTagKey)
            .good();
    return read ? std::optional(dump(*file.getDataset())) : std::nullopt;
}

} // namespace

TEST(DicomFileStream, GivesTheBytesOfTheFileHoweverItIsRead)
{
    const TemporaryFolder folder;
    std::mt19937 random(7);
    std::string bytes(100'000, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    std::ofstream(folder / "bytes", std::ios::binary) << bytes;
    DicomFileStream stream(folder / "bytes");
    ASSERT_EQ(stream.openError(), 0);
    std::size_t position = 0;
    std::size_t mark = 0;
    std::string read;
    for (int step = 0; step < 20'000; ++step) {
        const bool far = random() % 50 == 0;
        const std::size_t count = random() % (far ? 40'000 : 300);
        const std::size_t there = std::min(count, bytes.size() - position);
        switch (random() % 4) {
        case 0:
            stream.mark();
            mark = position;
            break;
        case 1:
            ASSERT_EQ(static_cast<std::size_t>(stream.skip(static_cast<offile_off_t>(count))),
                      there);
            position += there;
            break;
        default:
            read.assign(count, '\0');
            ASSERT_EQ(static_cast<std::size_t>(
                          stream.read(read.data(), static_cast<offile_off_t>(count))),
                      there);
            ASSERT_EQ(read.substr(0, there), bytes.substr(position, there));
            position += there;
            break;
        }
        ASSERT_EQ(static_cast<std::size_t>(stream.avail()), bytes.size() - position);
        ASSERT_EQ(static_cast<bool>(stream.eos()), position == bytes.size());
        if (position == bytes.size() || random() % 3 == 0) {
            stream.putback();
            position = mark;
        }
        if (position > 90'000 || (position == bytes.size() && mark == position))
            break; // Never goes back further than the mark.
    }
    EXPECT_TRUE(stream.good());
    EXPECT_GT(position, 40'000u);
}

TEST(DicomFileStream, SaysWhatIsNoFile)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(DicomFileStream(folder / "gone").openError(), ENOENT);
    EXPECT_EQ(DicomFileStream(folder.path()).openError(), EISDIR);
    EXPECT_EQ(DicomFileStream(folder / "pipe").openError(), EISDIR) << "nobody writes into it";
    const auto code = [&](const char* name) {
        return DicomHeader::load(folder / name, DicomHeader::Extent::WholeFile).error().code;
    };
    EXPECT_EQ(code("gone"), ErrorCode::FileNotFound);
    EXPECT_EQ(code("pipe"), ErrorCode::FileNotReadable);
    std::ofstream(folder / "empty").flush();
    EXPECT_EQ(code("empty"), ErrorCode::NotDicom);
}

TEST(DicomFileStream, ParsesToTheSameAsDcmtksOwnStream)
{
    FOVEA_NEEDS_SHARED_DATA();
    int same = 0;
    for (const auto& entry : fs::recursive_directory_iterator(sharedData(""))) {
        if (!entry.is_regular_file() || entry.file_size() > 8'000'000)
            continue;
        for (const auto extent :
             {DicomHeader::Extent::BeforePixelData, DicomHeader::Extent::WholeFile})
        {
            const auto header = DicomHeader::load(entry.path(), extent);
            const auto expected = dumpedByDcmtk(entry.path(), extent);
            if (!expected || !header)
                continue;
            EXPECT_EQ(dump(header->dataset()), *expected) << entry.path();
            ++same;
        }
    }
    EXPECT_GT(same, 200);
}

TEST(DicomHeader, AnswersTheSameFromItsIndex)
{
    FOVEA_NEEDS_SHARED_DATA();
    int asked = 0;
    for (const auto& entry : fs::recursive_directory_iterator(sharedData(""))) {
        if (!entry.is_regular_file())
            continue;
        const auto header = DicomHeader::load(entry.path(), DicomHeader::Extent::BeforePixelData);
        if (!header)
            continue;
        const DicomHeader indexed = header->indexed();
        for (DcmObject* object = header->dataset().nextInContainer(nullptr); object;
             object = header->dataset().nextInContainer(object))
        {
            const DcmTagKey tag = object->getTag();
            ASSERT_EQ(indexed.element(tag), header->element(tag)) << tag << ' ' << entry.path();
            ++asked;
            OFString text; // As DCMTK puts values together again.
            header->dataset().findAndGetOFStringArray(tag, text);
            if (std::ranges::all_of(text, [](char c) { return c > 0 && c < 127 && c != 0x1B; })) {
                EXPECT_EQ(indexed.texts(tag), valuesOfText(text.c_str()))
                    << tag << ' ' << entry.path();
            }
        }
        for (const DcmTagKey& missing : {DcmTagKey(0x0001, 0x0001), DcmTagKey(0x7FFF, 0x0001)})
            EXPECT_EQ(indexed.element(missing), header->element(missing));
        EXPECT_EQ(indexed.text(DCM_PatientName), header->text(DCM_PatientName));
        EXPECT_EQ(indexed.sopInstanceUid(), header->sopInstanceUid());
        EXPECT_EQ(indexed.studyInstanceUid(), header->studyInstanceUid());
        EXPECT_EQ(indexed.seriesInstanceUid(), header->seriesInstanceUid());
        EXPECT_EQ(indexed.kind(), header->kind());
    }
    EXPECT_GT(asked, 5000);
}
