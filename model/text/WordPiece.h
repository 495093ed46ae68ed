#pragma once

#include "model/domain/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fovea {

/// BERT's uncased WordPiece tokenizer, to the letter of Hugging Face's slow BertTokenizer: control
/// characters removed, CJK characters set apart, lower case, accents stripped (NFD without Mn),
/// punctuation split, greedy longest match with "##" pieces, words of more than 100 characters
/// unknown. Special tokens are looked up by name ([PAD], [UNK], [CLS], [SEP], [MASK]), and are kept
/// whole where they stand in a text. Immutable; safe to use from any thread.
class WordPiece {
public:
    /// `vocabulary` is the text of vocab.txt: one token a line, its number the line's. Needs [UNK],
    /// [CLS] and [SEP] (VocabularyBroken otherwise).
    static Result<WordPiece> create(std::string_view vocabulary);

    /// The pieces of a text, without [CLS] and [SEP]. Bytes that are not UTF-8 count as U+FFFD,
    /// which is dropped.
    std::vector<std::string> tokenize(std::string_view utf8) const;

    /// [CLS] pieces [SEP], cut to `maxLength` in all (at least 2).
    std::vector<std::int64_t> encode(std::string_view utf8, std::size_t maxLength = 384) const;

    std::size_t size() const { return m_size; }
    std::int64_t id(const std::string& token) const; ///< [UNK]'s where it is unknown.

private:
    WordPiece() = default;
    void tokenizeOrdinary(std::u32string_view text, std::vector<std::string>& pieces) const;
    void splitWord(const std::u32string& word, std::vector<std::string>& pieces) const;

    std::unordered_map<std::string, std::int64_t> m_ids;
    std::vector<std::pair<std::u32string, std::string>> m_special;
    std::int64_t m_unknown = 0;
    std::int64_t m_start = 0;
    std::int64_t m_end = 0;
    std::size_t m_size = 0;
};

} // namespace fovea
