#pragma once

#include "model/domain/ImageGeometry.h"
#include "model/domain/Result.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// DCMTK's data set with the few accessors that the readers of this folder need. Internal to
// storage/: no public header includes it.

namespace fovea {

/// A parsed DICOM file. Values longer than 4 KB stay on disk until they are asked for, so a
/// declared length alone never allocates.
class DicomHeader {
public:
    enum class Extent {
        BeforePixelData, ///< Stops at (7FE0,0010).
        WholeFile,
    };

    /// NotDicom where neither a "DICM" mark nor a plausible first element is found; BrokenFile
    /// where the parser gives up; FileNotFound, FileNotReadable.
    static Result<DicomHeader> load(const std::filesystem::path& path, Extent extent);

    /// The same file for somebody who asks for many elements and changes none of them: found from
    /// an index, where DCMTK walks through all of them for each.
    DicomHeader indexed() const;

    DcmDataset& dataset() const { return *m_file->getDataset(); }
    DcmMetaInfo& metaInfo() const { return *m_file->getMetaInfo(); }
    /// The data set without the file meta information and preamble that it came with. Nothing else
    /// may be asked of this header afterwards.
    std::unique_ptr<DcmDataset> takeDataset()
    {
        return std::unique_ptr<DcmDataset>(m_file->getAndRemoveDataset());
    }

    /// Transfer syntax stated by the file, or else found by the parser.
    std::string transferSyntaxUid() const;
    /// SOP class of the data set; where it has no such element at all, of the file meta
    /// information.
    std::string sopClassUid() const;
    /// Of the data set, else of the file meta information.
    std::string sopInstanceUid() const;
    /// Where anonymisation left these empty, a stand-in that files of one series (study) share.
    std::string seriesInstanceUid() const;
    std::string studyInstanceUid() const;
    bool isDirectory() const;
    /// What the file says it is, for people: its modality, or where that says nothing the name of
    /// its SOP class ("SecondaryCaptureImageStorage"), or else that UID; empty where it says
    /// neither.
    std::string kind() const;

    /// UTF-8 without padding; empty where missing. Text in an undeclared or undecodable character
    /// set is kept if it is valid UTF-8 and else read as ISO 8859-1, which loses nothing.
    std::string text(const DcmTagKey& tag) const;
    std::string text(DcmItem& item, const DcmTagKey& tag) const;
    /// All values of an element.
    std::vector<std::string> texts(const DcmTagKey& tag) const;
    std::vector<std::string> texts(DcmItem& item, const DcmTagKey& tag) const;
    /// Of the data set itself; null where there is none.
    DcmElement* element(const DcmTagKey& tag) const;

private:
    struct Indexed {
        DcmTagKey tag;
        DcmElement* element;
    };

    /// As the file writes it, in UTF-8.
    std::string wholeText(DcmElement* element, DcmItem& item) const;

    std::shared_ptr<DcmFileFormat> m_file;
    /// By tag; null: not indexed.
    std::shared_ptr<const std::vector<Indexed>> m_index;
};

/// Null where there is none.
DcmElement* elementAt(DcmItem& item, const DcmTagKey& tag);
inline DcmElement* elementAt(const DicomHeader& header, const DcmTagKey& tag)
{
    return header.element(tag);
}

/// A finite decimal number at a value position. Empty for no element, as the next two.
std::optional<double> numberOf(DcmElement* element, unsigned long position = 0);
/// Exactly N finite numbers.
template <std::size_t N> std::optional<std::array<double, N>> numbersOf(DcmElement* element)
{
    std::array<double, N> out{};
    for (std::size_t i = 0; i < N; ++i) {
        const std::optional<double> value = numberOf(element, i);
        if (!value)
            return std::nullopt;
        out[i] = *value;
    }
    return out;
}
/// An integer of any VR (IS, US, SS, UL, SL).
std::optional<long> integerOf(DcmElement* element);

// The same of an item's element, or, in place of an item, of a header's data set.

template <typename Item>
std::optional<double> numberAt(Item& item, const DcmTagKey& tag, unsigned long position = 0)
{
    return numberOf(elementAt(item, tag), position);
}
template <std::size_t N, typename Item>
std::optional<std::array<double, N>> numbersAt(Item& item, const DcmTagKey& tag)
{
    return numbersOf<N>(elementAt(item, tag));
}
template <typename Item> std::optional<long> integerAt(Item& item, const DcmTagKey& tag)
{
    return integerOf(elementAt(item, tag));
}
/// Item `index` of a sequence; null where there is none.
DcmItem* itemAt(DcmItem& item, const DcmTagKey& sequence, long index = 0);
/// Whether the first bytes of a file hold the mark after the preamble (PS3.10, 7.1).
bool hasDicomMark(std::string_view start);
/// At most 64 digits, dots and (as some anonymisers write them) letters: safe in a file name.
bool isUid(const std::string& text);
/// Image Orientation (Patient) as two orthogonal unit vectors within 0.01, (row, column), made
/// exact.
std::optional<std::array<Vec3, 2>> orientationOf(DcmElement* orientation);

} // namespace fovea
