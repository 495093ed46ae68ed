#pragma once

#include "model/domain/Anatomy.h"
#include "model/domain/ImageGeometry.h"
#include "model/domain/Result.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

// What the writers of this folder share. Internal to storage/: no public header includes it.

namespace fovea {

/// Manufacturer of what this program writes from others' images.
inline constexpr const char* ownManufacturer = "Fovea";

/// DCMTK refused an element: a fault of the program, caught at the writers' border.
class DicomBuildFailure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A DS value: the shortest that is exact, else as many digits as 16 characters hold.
std::string decimalString(double value);

/// Text fit for an LO value: at most 64 bytes of whole UTF-8 characters, no backslash, no control
/// characters.
std::string longString(const std::string& utf8);

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value);
void put(DcmItem& item, const DcmTagKey& tag, std::uint16_t value);
void put(DcmItem& item, const DcmTagKey& tag, std::uint32_t value);
/// Backslash-separated DS.
void putDecimals(DcmItem& item, const DcmTagKey& tag, std::initializer_list<double> values);
/// A new item at the end of a sequence, which is made where missing; owned by `item`.
DcmItem& appendItem(DcmItem& item, const DcmTagKey& sequence);
/// One item with a code.
void putCode(DcmItem& item, const DcmTagKey& sequence, const CodedConcept& code);

/// `root`, a dot and the 128 bits as a decimal number, in the layout of a random (version 4) UUID,
/// as 2.25 asks for (ITU-T X.667): six of the bits are fixed.
std::string uidOfBits(const std::string& root, std::uint64_t high, std::uint64_t low);

/// New UIDs from a seed: equal for equal (root, seed, what).
class UidGenerator {
public:
    UidGenerator(std::string root, std::uint64_t seed)
        : m_root(std::move(root))
        , m_seed(seed)
    {
    }

    /// `what` tells UIDs of one seed apart, e.g. "instance 3".
    std::string uid(const std::string& what) const;

private:
    std::string m_root;
    std::uint64_t m_seed;
};

/// BadOption where the root is no UID or leaves no room.
Status checkUidRoot(const std::string& root);
std::uint64_t randomSeed();

/// Writes whole or not at all, with explicit lengths and file meta information made anew. Any other
/// transfer syntax than the default must be the one that the data set was read in: nothing is
/// encoded again.
Status writeDicomFile(DcmFileFormat& file, const std::filesystem::path& path,
                      E_TransferSyntax transferSyntax = EXS_LittleEndianExplicit);

/// Today and now, local time: YYYYMMDD and HHMMSS.
struct ContentTime {
    std::string date;
    std::string time;
};
ContentTime contentTimeNow();

} // namespace fovea
