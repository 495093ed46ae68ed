#include "storage/DicomBuilding.h"

#include "storage/AtomicFile.h"
#include "storage/ContentHash.h"

#include <dcmtk/dcmdata/dcostrmb.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

namespace fovea {

namespace {

void check(const OFCondition& condition, const DcmTagKey& tag)
{
    if (condition.bad())
        throw DicomBuildFailure(std::string(tag.toString().c_str()) + ": " + condition.text());
}

} // namespace

std::string decimalString(double value)
{
    constexpr std::size_t maximum = 16;
    if (std::abs(value) < 1e-12) // Rounding residue of an axis; also turns -0 into 0.
        return "0";
    char text[64];
    const auto shortest = std::to_chars(text, text + sizeof text, value);
    if (static_cast<std::size_t>(shortest.ptr - text) <= maximum)
        return {text, shortest.ptr};
    for (int digits = 15; digits > 0; --digits) {
        const int length = std::snprintf(text, sizeof text, "%.*g", digits, value);
        if (static_cast<std::size_t>(length) <= maximum)
            return text;
    }
    return text;
}

std::string longString(const std::string& utf8)
{
    std::string text = utf8.substr(0, 64);
    if (utf8.size() > text.size()) {
        // Not in the middle of a character: drop a first byte whose continuation was cut off.
        const auto continues = [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
        };
        if (continues(utf8[64])) {
            while (!text.empty() && continues(text.back()))
                text.pop_back();
            if (!text.empty())
                text.pop_back();
        }
    }
    for (char& c : text) {
        if (c == '\\')
            c = '/';
        else if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    }
    return text;
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value)
{
    check(item.putAndInsertOFStringArray(tag, OFString(value.data(), value.size())), tag);
}

void put(DcmItem& item, const DcmTagKey& tag, std::uint16_t value)
{
    check(item.putAndInsertUint16(tag, value), tag);
}

void put(DcmItem& item, const DcmTagKey& tag, std::uint32_t value)
{
    check(item.putAndInsertUint32(tag, value), tag);
}

void putDecimals(DcmItem& item, const DcmTagKey& tag, std::initializer_list<double> values)
{
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : "\\") + decimalString(value);
    put(item, tag, text);
}

DcmItem& appendItem(DcmItem& item, const DcmTagKey& sequence)
{
    DcmItem* appended = nullptr;
    check(item.findOrCreateSequenceItem(sequence, appended, -2), sequence);
    return *appended;
}

void putCode(DcmItem& item, const DcmTagKey& sequence, const CodedConcept& code)
{
    DcmItem& entry = appendItem(item, sequence);
    put(entry, DCM_CodeValue, code.value);
    put(entry, DCM_CodingSchemeDesignator, code.scheme);
    put(entry, DCM_CodeMeaning, longString(code.meaning));
}

std::string uidOfBits(const std::string& root, std::uint64_t high, std::uint64_t low)
{
    high = (high & 0xffffffffffff0fffULL) | 0x4000ULL;
    low = (low & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    unsigned __int128 number = static_cast<unsigned __int128>(high) << 64 | low;
    std::string digits;
    for (; number != 0; number /= 10)
        digits += static_cast<char>('0' + static_cast<int>(number % 10));
    std::ranges::reverse(digits);
    return root + "." + digits;
}

std::string UidGenerator::uid(const std::string& what) const
{
    ContentHash hash;
    hash.add(std::to_string(m_seed) + '\n' + m_root + '\n' + what);
    return uidOfBits(m_root, hash.high(), hash.low());
}

Status checkUidRoot(const std::string& root)
{
    // 39 digits and a dot must fit into 64 characters.
    const bool characters =
        std::ranges::all_of(root, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    const bool components =
        !root.empty() && root.find("..") == root.npos && root.front() != '.' && root.back() != '.';
    if (!characters || !components || root.size() > 24)
        return makeError(ErrorCode::BadOption, {"uid root", "digits and dots, at most 24"});
    for (std::size_t start = 0; start < root.size();) {
        const std::size_t end = std::min(root.find('.', start), root.size());
        if (end - start > 1 && root[start] == '0')
            return makeError(ErrorCode::BadOption, {"uid root", "a component starts with 0"});
        start = end + 1;
    }
    return Done{};
}

std::uint64_t randomSeed()
{
    std::random_device random;
    return static_cast<std::uint64_t>(random()) << 32 | random();
}

Status writeDicomFile(DcmFileFormat& file, const std::filesystem::path& path,
                      E_TransferSyntax transferSyntax)
{
    Result<AtomicFile> target = AtomicFile::create(path);
    if (!target)
        return target.error();
    // Through a buffer rather than DCMTK's own file stream, which does not report a failing close.
    std::vector<char> buffer(std::size_t{1} << 20);
    DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
    // Anew: the object may have been written before under another SOPInstanceUID.
    if (const OFCondition valid = file.validateMetaInfo(transferSyntax, EWM_createNewMeta);
        valid.bad())
        return makeError(ErrorCode::Internal, {}, valid.text());
    file.transferInit();
    for (;;) {
        const OFCondition condition =
            file.write(stream, transferSyntax, EET_ExplicitLength, nullptr, EGL_recalcGL,
                       EPD_noChange, 0, 0, 0, EWM_fileformat);
        if (condition.bad() && condition != EC_StreamNotifyClient)
            return makeError(ErrorCode::Internal, {}, condition.text());
        void* bytes = nullptr;
        offile_off_t length = 0;
        stream.flushBuffer(bytes, length);
        if (Status written =
                target->write({static_cast<const char*>(bytes), static_cast<std::size_t>(length)});
            !written)
            return written;
        if (condition.good())
            break;
    }
    file.transferEnd();
    return target->commit();
}

ContentTime contentTimeNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    char date[16];
    char time[16];
    std::strftime(date, sizeof date, "%Y%m%d", &local);
    std::strftime(time, sizeof time, "%H%M%S", &local);
    return {date, time};
}

} // namespace fovea
