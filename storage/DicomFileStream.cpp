#include "storage/DicomFileStream.h"

#include <dcmtk/dcmdata/dcistrmf.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fovea {

DicomFileStream::Bytes::Bytes(const std::filesystem::path& path)
    // Without waiting for somebody to write into a pipe; files do not care.
    : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    struct stat status{};
    if (m_file.get() < 0 || ::fstat(m_file.get(), &status) != 0)
        m_openError = errno;
    else if (!S_ISREG(status.st_mode))
        m_openError = EISDIR;
    if (m_openError != 0)
        m_status = EC_InvalidStream;
    else
        m_size = status.st_size;
}

offile_off_t DicomFileStream::Bytes::readAt(offile_off_t position, char* into, offile_off_t count)
{
    offile_off_t done = 0;
    count = std::min(count, m_size - position); // Rather than be told once more that it ends.
    while (done < count) {
        const ssize_t got = ::pread(m_file.get(), into + done,
                                    static_cast<std::size_t>(count - done), position + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            m_status = EC_InvalidStream;
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

offile_off_t DicomFileStream::Bytes::read(void* into, offile_off_t count)
{
    if (m_status.bad() || !into)
        return 0;
    auto* out = static_cast<char*>(into);
    const auto capacity = static_cast<offile_off_t>(m_buffer.size());
    offile_off_t done = 0;
    while (done < count && m_position < m_size) {
        const offile_off_t within = m_position - m_first;
        if (within >= 0 && within < m_held) {
            const offile_off_t some = std::min(count - done, m_held - within);
            std::memcpy(out + done, m_buffer.data() + within, static_cast<std::size_t>(some));
            done += some;
            m_position += some;
            continue;
        }
        if (count - done >= capacity) {
            const offile_off_t some = readAt(m_position, out + done, count - done);
            m_position += some;
            return done + some;
        }
        m_held = readAt(m_position, m_buffer.data(), capacity);
        m_first = m_position;
        if (m_held == 0)
            break;
    }
    return done;
}

offile_off_t DicomFileStream::Bytes::skip(offile_off_t count)
{
    if (m_status.bad())
        return 0;
    const offile_off_t skipped = std::clamp(count, offile_off_t{0}, avail());
    m_position += skipped;
    return skipped;
}

void DicomFileStream::Bytes::putback(offile_off_t count)
{
    if (count > m_position)
        m_status = EC_PutbackFailed;
    else
        m_position -= count;
}

DicomFileStream::DicomFileStream(const std::filesystem::path& path)
    : DcmInputStream(&m_bytes) // Kept as a pointer only.
    , m_bytes(path)
    , m_path(path)
{
}

DcmInputStreamFactory* DicomFileStream::newFactory() const
{
    // Behind a decompressing filter, a position says nothing about the file.
    return currentProducer() == &m_bytes
               ? new DcmInputFileStreamFactory(OFFilename(m_path.c_str()), tell())
               : nullptr;
}

} // namespace fovea
