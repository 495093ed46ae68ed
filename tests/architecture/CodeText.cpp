#include "tests/architecture/CodeText.h"

#include <cctype>

namespace fovea::architecture {

namespace {

bool partOfAWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

class Stripper {
public:
    Stripper(std::string_view source, bool keepLiterals)
        : m_source(source)
        , m_keepLiterals(keepLiterals)
    {
    }

    std::string strip()
    {
        while (m_at < m_source.size()) {
            const char c = m_source[m_at];
            if (startsWith("//"))
                skip(m_source.find('\n', m_at), false);
            else if (startsWith("/*"))
                skip(past("*/", m_at + 2), false);
            else if (startsWith("R\"") && !afterAWord())
                skip(rawLiteralEnd(), m_keepLiterals);
            else if (c == '"' || (c == '\'' && !afterAWord())) // 1'000 is no character
                skip(literalEnd(c), m_keepLiterals);
            else
                m_out.push_back(m_source[m_at++]);
        }
        return m_out;
    }

private:
    bool startsWith(std::string_view text) const
    {
        return m_source.substr(m_at, text.size()) == text;
    }

    bool afterAWord() const { return m_at > 0 && partOfAWord(m_source[m_at - 1]); }

    std::size_t past(std::string_view end, std::size_t from) const
    {
        const std::size_t found = m_source.find(end, from);
        return found == std::string_view::npos ? found : found + end.size();
    }

    std::size_t literalEnd(char quote) const
    {
        std::size_t at = m_at + 1;
        while (at < m_source.size() && m_source[at] != quote && m_source[at] != '\n')
            at += m_source[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    std::size_t rawLiteralEnd() const
    {
        const std::size_t open = m_source.find('(', m_at);
        if (open == std::string_view::npos)
            return open;
        const std::string delimiter(m_source.substr(m_at + 2, open - m_at - 2));
        return past(")" + delimiter + "\"", open);
    }

    void skip(std::size_t end, bool keep)
    {
        for (; m_at < m_source.size() && m_at < end; ++m_at) {
            if (keep || m_source[m_at] == '\n')
                m_out.push_back(m_source[m_at]);
        }
        if (!keep)
            m_out.push_back(' ');
    }

    std::string_view m_source;
    bool m_keepLiterals;
    std::size_t m_at = 0;
    std::string m_out;
};

} // namespace

std::string withoutComments(std::string_view source)
{
    return Stripper(source, true).strip();
}

std::string codeOnly(std::string_view source)
{
    return Stripper(source, false).strip();
}

} // namespace fovea::architecture
