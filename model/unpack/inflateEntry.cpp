#include "model/unpack/inflateEntry.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>
#include <zlib.h>

namespace fovea {
namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 20;

Error broken(const char* what)
{
    return makeError(ErrorCode::CheckpointBroken, {what});
}

/// Hands pieces on and keeps count of them.
class CheckedSink {
public:
    CheckedSink(const ZipDirectory::Entry& entry, const ByteSink& sink, const Progress& progress)
        : m_entry(entry)
        , m_sink(sink)
        , m_progress(progress)
    {
    }

    Status operator()(std::string_view piece)
    {
        if (m_progress.cancelled())
            return makeError(ErrorCode::Cancelled);
        if (piece.size() > m_entry.originalSize - m_size)
            return broken("a zip entry is larger than it says");
        m_size += piece.size();
        m_checksum = static_cast<std::uint32_t>(
            ::crc32_z(m_checksum, reinterpret_cast<const Bytef*>(piece.data()), piece.size()));
        if (Status status = m_sink(piece); !status)
            return status;
        m_progress.report(static_cast<double>(m_size) /
                          static_cast<double>(std::max<std::uint64_t>(m_entry.originalSize, 1)));
        return Done{};
    }

    Status finish() const
    {
        if (m_size != m_entry.originalSize || m_checksum != m_entry.checksum)
            return broken("a zip entry is damaged");
        return Done{};
    }

private:
    const ZipDirectory::Entry& m_entry;
    const ByteSink& m_sink;
    const Progress& m_progress;
    std::uint64_t m_size = 0;
    std::uint32_t m_checksum = 0;
};

Status copyStored(std::string_view bytes, CheckedSink& sink)
{
    while (!bytes.empty()) {
        if (Status status = sink(bytes.substr(0, pieceBytes)); !status)
            return status;
        bytes.remove_prefix(std::min(pieceBytes, bytes.size()));
    }
    return Done{};
}

Status inflateAll(z_stream& stream, std::string_view bytes, CheckedSink& sink)
{
    std::vector<char> piece(pieceBytes);
    int result = Z_OK;
    while (result != Z_STREAM_END) {
        if (stream.avail_in == 0) {
            const std::string_view next = bytes.substr(0, pieceBytes);
            bytes.remove_prefix(next.size());
            stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(next.data()));
            stream.avail_in = static_cast<uInt>(next.size());
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const uInt before = stream.avail_in;
        result = ::inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = piece.size() - stream.avail_out;
        const bool stuck = made == 0 && stream.avail_in == before && result != Z_STREAM_END;
        if ((result != Z_OK && result != Z_STREAM_END) || stuck)
            return broken("a zip entry is damaged");
        if (Status status = sink({piece.data(), made}); !status)
            return status;
    }
    return Done{};
}

} // namespace

Status inflateEntry(const ZipDirectory::Entry& entry, const ByteSink& sink,
                    const Progress& progress)
{
    CheckedSink checked(entry, sink, progress);
    if (!entry.deflated) {
        Status status = copyStored(entry.bytes, checked);
        return status ? checked.finish() : status;
    }
    z_stream stream{};
    // Negative: no zlib header, as in a zip.
    if (::inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return makeError(ErrorCode::OutOfMemory, {"zip entry"});
    const std::unique_ptr<z_stream, decltype(&::inflateEnd)> end(&stream, &::inflateEnd);
    Status status = inflateAll(stream, entry.bytes, checked);
    return status ? checked.finish() : status;
}

} // namespace fovea
