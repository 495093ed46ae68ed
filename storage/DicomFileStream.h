#pragma once

#include "storage/FileDescriptor.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <filesystem>

// Internal to storage/: no public header includes it.

namespace fovea {

/// A file's bytes for DCMTK's parser, through one buffer that going back does not throw away.
/// DCMTK's own stream asks the system for its position before every element and reads again after
/// every look ahead, which takes longer than parsing. Cancels nothing, blocks as read() does; one
/// thread at a time.
class DicomFileStream : public DcmInputStream {
public:
    /// Opens the file; afterwards openError() says whether it could be read.
    explicit DicomFileStream(const std::filesystem::path& path);

    /// errno of opening; EISDIR for what is no regular file; 0: it is open.
    int openError() const { return m_bytes.openError(); }

    /// DCMTK's, so that long values are read from the file when they are asked for.
    DcmInputStreamFactory* newFactory() const override;

private:
    class Bytes : public DcmProducer {
    public:
        explicit Bytes(const std::filesystem::path& path);

        int openError() const { return m_openError; }
        OFBool good() const override { return m_status.good(); }
        OFCondition status() const override { return m_status; }
        OFBool eos() override { return m_position >= m_size; }
        offile_off_t avail() override { return m_size - m_position; }
        offile_off_t read(void* into, offile_off_t count) override;
        offile_off_t skip(offile_off_t count) override;
        void putback(offile_off_t count) override;

    private:
        /// From the file itself, as much as there is.
        offile_off_t readAt(offile_off_t position, char* into, offile_off_t count);

        FileDescriptor m_file;
        int m_openError = 0;
        OFCondition m_status = EC_Normal;
        offile_off_t m_size = 0;
        offile_off_t m_position = 0; ///< Of the next byte that is read.
        /// The buffer holds m_held bytes from m_first on.
        offile_off_t m_first = 0;
        offile_off_t m_held = 0;
        std::array<char, 16384> m_buffer; // Most headers; not initialised.
    };

    Bytes m_bytes;
    std::filesystem::path m_path;
};

} // namespace fovea
