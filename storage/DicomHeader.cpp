#include "storage/DicomHeader.h"

#include "storage/DicomFileStream.h"
#include "storage/dicomText.h"

#include <dcmtk/dcmdata/dcspchrs.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <mutex>

namespace fovea {

namespace {

constexpr Uint32 longestValueKept = 4096;

/// DCMTK's logger prints values of broken elements, which may be a patient's.
void silenceDcmtk()
{
    static std::once_flag once;
    std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

bool isPlausibleGroup(unsigned group)
{
    return group == 0x0002 || group == 0x0008;
}

/// The mark after the preamble, or a first element as a data set without preamble starts with.
bool looksLikeDicom(DicomFileStream& file)
{
    std::array<char, 132> start{};
    file.mark();
    const auto count = static_cast<std::size_t>(file.read(start.data(), start.size()));
    file.putback();
    if (hasDicomMark({start.data(), count}))
        return true;
    if (count < 12)
        return false;
    const auto byte = [&](int i) { return static_cast<unsigned char>(start[i]); };
    const unsigned little = byte(0) | (byte(1) << 8);
    const unsigned big = byte(1) | (byte(0) << 8);
    return isPlausibleGroup(little) || isPlausibleGroup(big);
}

bool isValidUtf8(const std::string& text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int following = lead < 0x80             ? 0
                              : (lead & 0xE0) == 0xC0 ? 1
                              : (lead & 0xF0) == 0xE0 ? 2
                              : (lead & 0xF8) == 0xF0 ? 3
                                                      : -1;
        if (following < 0 || lead == 0xC0 || lead == 0xC1 || lead > 0xF4 ||
            i + following >= text.size())
            return false;
        for (int k = 1; k <= following; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80)
                return false;
        }
        i += following + 1;
    }
    return true;
}

std::string fromLatin1(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out.push_back(c);
        } else {
            out.push_back(static_cast<char>(0xC0 | (byte >> 6)));
            out.push_back(static_cast<char>(0x80 | (byte & 0x3F)));
        }
    }
    return out;
}

bool isAscii(const std::string& text)
{
    return std::ranges::all_of(
        text, [](char c) { return c != 0x1B && static_cast<unsigned char>(c) < 0x80; });
}

std::string toUtf8(const std::string& raw, const std::string& characterSet)
{
    if (isAscii(raw))
        return raw;
    if (!characterSet.empty()) {
        // Japanese files switch back to ASCII without declaring it.
        for (const std::string& declared : {characterSet, characterSet + "\\ISO 2022 IR 6"}) {
            DcmSpecificCharacterSet converter;
            OFString converted;
            if (converter.selectCharacterSet(declared.c_str()).good() &&
                converter.convertString(raw.c_str(), converted, "\\^=").good() &&
                isValidUtf8(converted.c_str()))
                return converted.c_str();
        }
    }
    return isValidUtf8(raw) ? raw : fromLatin1(raw);
}

/// A UID below 2.25 made from values that the files of one study or series share; empty without a
/// frame of reference (the second part), which is the one that tells studies apart.
std::string substituteUid(const std::vector<std::string>& parts)
{
    if (parts.at(1).empty())
        return {};
    std::uint64_t hash = 0xCBF29CE484222325u; // FNV-1a, 64 bits.
    for (const std::string& part : parts) {
        for (const char c : part + '\n') {
            hash ^= static_cast<unsigned char>(c);
            hash *= 0x100000001B3u;
        }
    }
    return "2.25." + std::to_string(hash);
}

std::string firstValue(const std::string& text)
{
    return withoutPadding(text.substr(0, text.find('\\')));
}

/// A decimal string that is nothing but a number. DCMTK reads numbers through a stream of the C++
/// library's, which takes most of the time of asking for one.
std::optional<double> plainNumber(DcmElement& element, unsigned long position)
{
    OFString text;
    if (element.ident() != EVR_DS || element.getOFString(text, position).bad())
        return std::nullopt;
    double value = 0;
    const char* const end = text.c_str() + text.size();
    const auto [read, fault] = std::from_chars(text.c_str(), end, value);
    return fault == std::errc() && read == end ? std::optional(value) : std::nullopt;
}

std::string rawText(DcmElement* element)
{
    OFString value;
    if (!element || element->getOFStringArray(value).bad())
        return {};
    return std::string(value.c_str());
}

/// As it is stored: DCMTK's other way takes values apart and puts them together again, which for
/// text without a character set leaves out nothing but padding.
std::optional<std::string> asciiText(DcmElement* element)
{
    char* stored = nullptr;
    Uint32 length = 0;
    if (!element || element->getString(stored, length).bad() || !stored)
        return std::nullopt;
    std::string text(stored, strnlen(stored, length));
    return isAscii(text) ? std::optional(std::move(text)) : std::nullopt;
}

std::string rawText(DcmItem& item, const DcmTagKey& tag)
{
    return rawText(elementAt(item, tag));
}

} // namespace

bool hasDicomMark(std::string_view start)
{
    return start.size() >= 132 && start.substr(128, 4) == "DICM";
}

Result<DicomHeader> DicomHeader::load(const std::filesystem::path& path, Extent extent)
{
    silenceDcmtk();
    DicomFileStream stream(path);
    if (const int fault = stream.openError(); fault != 0)
        return makeError(fault == ENOENT || fault == ENOTDIR ? ErrorCode::FileNotFound
                                                             : ErrorCode::FileNotReadable,
                         {path.string()}, std::strerror(fault));
    if (!looksLikeDicom(stream))
        return makeError(ErrorCode::NotDicom, {path.string()});

    DicomHeader header;
    const DcmTagKey stop = extent == Extent::BeforePixelData ? DCM_PixelData : DCM_UndefinedTagKey;
    const auto read = [&](auto& object, DcmInputStream& from) {
        object.transferInit();
        const OFCondition status =
            object.readUntilTag(from, EXS_Unknown, EGL_noChange, longestValueKept, stop);
        object.transferEnd();
        return status;
    };
    header.m_file = std::make_shared<DcmFileFormat>();
    if (const OFCondition status = read(*header.m_file, stream); status.bad()) {
        // A data set without preamble and meta header, which auto-detection may take for garbage.
        header.m_file = std::make_shared<DcmFileFormat>();
        DicomFileStream again(path);
        const OFCondition second = read(header.dataset(), again);
        if (second.bad() || !header.dataset().tagExists(DCM_SOPInstanceUID))
            return makeError(ErrorCode::BrokenFile, {path.string()}, status.text());
    }
    return header;
}

DicomHeader DicomHeader::indexed() const
{
    auto index = std::make_shared<std::vector<Indexed>>();
    index->reserve(dataset().card());
    for (DcmObject* object = dataset().nextInContainer(nullptr); object;
         object = dataset().nextInContainer(object))
        index->push_back({object->getTag(), static_cast<DcmElement*>(object)});
    if (!std::ranges::is_sorted(*index, {}, &Indexed::tag))
        std::ranges::stable_sort(*index, {}, &Indexed::tag);
    DicomHeader header = *this;
    header.m_index = std::move(index);
    return header;
}

std::string DicomHeader::transferSyntaxUid() const
{
    const std::string stated = withoutPadding(rawText(metaInfo(), DCM_TransferSyntaxUID));
    if (!stated.empty())
        return stated;
    const DcmXfer found(dataset().getOriginalXfer());
    return found.getXferID() ? found.getXferID() : "";
}

std::string DicomHeader::sopClassUid() const
{
    if (element(DCM_SOPClassUID))
        return text(DCM_SOPClassUID);
    return withoutPadding(rawText(metaInfo(), DCM_MediaStorageSOPClassUID));
}

std::string DicomHeader::sopInstanceUid() const
{
    const std::string uid = text(DCM_SOPInstanceUID);
    return uid.empty() ? withoutPadding(rawText(metaInfo(), DCM_MediaStorageSOPInstanceUID)) : uid;
}

std::string DicomHeader::seriesInstanceUid() const
{
    const std::string uid = text(DCM_SeriesInstanceUID);
    return uid.empty()
               ? substituteUid({"series", text(DCM_FrameOfReferenceUID), text(DCM_PatientID),
                                text(DCM_Modality), text(DCM_SeriesNumber)})
               : uid;
}

std::string DicomHeader::studyInstanceUid() const
{
    const std::string uid = text(DCM_StudyInstanceUID);
    return uid.empty() ? substituteUid({"study", text(DCM_FrameOfReferenceUID), text(DCM_PatientID),
                                        text(DCM_StudyDate)})
                       : uid;
}

bool DicomHeader::isDirectory() const
{
    return element(DCM_DirectoryRecordSequence) ||
           withoutPadding(rawText(metaInfo(), DCM_MediaStorageSOPClassUID)) ==
               UID_MediaStorageDirectoryStorage;
}

std::string DicomHeader::kind() const
{
    constexpr std::size_t longestCode = 16; // CS, PS3.5 6.2.
    const std::string modality = text(DCM_Modality).substr(0, longestCode);
    if (!modality.empty() && modality != "CT")
        return modality;
    const std::string uid = sopClassUid();
    if (uid.empty())
        return modality;
    const char* name = dcmFindNameOfUID(uid.c_str());
    return name ? std::string(name) : uid.substr(0, 64);
}

std::string DicomHeader::text(const DcmTagKey& tag) const
{
    return firstValue(wholeText(element(tag), dataset()));
}

std::string DicomHeader::text(DcmItem& item, const DcmTagKey& tag) const
{
    return firstValue(wholeText(elementAt(item, tag), item));
}

std::vector<std::string> DicomHeader::texts(const DcmTagKey& tag) const
{
    return valuesOfText(wholeText(element(tag), dataset()));
}

std::vector<std::string> DicomHeader::texts(DcmItem& item, const DcmTagKey& tag) const
{
    return valuesOfText(wholeText(elementAt(item, tag), item));
}

std::string DicomHeader::wholeText(DcmElement* element, DcmItem& item) const
{
    if (std::optional<std::string> plain = asciiText(element))
        return std::move(*plain);
    std::string all = rawText(element);
    if (!isAscii(all)) { // Else no character set matters; most of a header is.
        std::string characterSet = rawText(item, DCM_SpecificCharacterSet);
        if (characterSet.empty())
            characterSet = rawText(dataset(), DCM_SpecificCharacterSet);
        all = toUtf8(all, characterSet);
    }
    return all;
}

DcmElement* DicomHeader::element(const DcmTagKey& tag) const
{
    if (!m_index)
        return elementAt(dataset(), tag);
    const auto found = std::ranges::lower_bound(*m_index, tag, {}, &Indexed::tag);
    return found != m_index->end() && found->tag == tag ? found->element : nullptr;
}

DcmElement* elementAt(DcmItem& item, const DcmTagKey& tag)
{
    DcmElement* element = nullptr;
    return item.findAndGetElement(tag, element).good() ? element : nullptr;
}

std::optional<double> numberOf(DcmElement* element, unsigned long position)
{
    if (!element)
        return std::nullopt;
    std::optional<double> value = plainNumber(*element, position);
    Float64 other = 0;
    if (!value && element->getFloat64(other, position).good())
        value = other;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<long> integerOf(DcmElement* element)
{
    Sint16 signed16 = 0;
    Uint16 unsigned16 = 0;
    Sint32 signed32 = 0;
    Uint32 unsigned32 = 0;
    if (!element)
        return std::nullopt;
    if (element->getUint16(unsigned16).good())
        return unsigned16;
    if (element->getSint16(signed16).good())
        return signed16;
    if (element->getSint32(signed32).good()) // SL and IS
        return signed32;
    if (element->getUint32(unsigned32).good())
        return static_cast<long>(unsigned32);
    return std::nullopt;
}

DcmItem* itemAt(DcmItem& item, const DcmTagKey& sequence, long index)
{
    // Negative numbers mean "last" or "new" to DCMTK.
    DcmItem* found = nullptr;
    if (index < 0 || item.findAndGetSequenceItem(sequence, found, index).bad())
        return nullptr;
    return found;
}

bool isUid(const std::string& text)
{
    return !text.empty() && text.size() <= 64 && text.front() != '.' &&
           std::ranges::all_of(text, [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) || c == '.';
           });
}

std::optional<std::array<Vec3, 2>> orientationOf(DcmElement* orientation)
{
    const auto values = numbersOf<6>(orientation);
    if (!values)
        return std::nullopt;
    const auto& v = *values;
    Vec3 row{v[0], v[1], v[2]};
    Vec3 column{v[3], v[4], v[5]};
    constexpr double tolerance = 0.01;
    if (std::abs(norm(row) - 1.0) > tolerance || std::abs(norm(column) - 1.0) > tolerance ||
        std::abs(dot(row, column)) > tolerance)
        return std::nullopt;
    row = row * (1.0 / norm(row));
    column = column - row * dot(row, column);
    column = column * (1.0 / norm(column));
    return std::array<Vec3, 2>{row, column};
}

} // namespace fovea
