#include "model/checkpoint/Sha256.h"

#include <openssl/evp.h>
#include <vector>

namespace fovea {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    bool good = false;

    State() { good = context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1; }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes)
{
    m_state->good =
        m_state->good && EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) == 1;
}

void Sha256::addText(std::string_view text)
{
    add(std::to_string(text.size()) + "\n");
    add(text);
}

Result<std::string> Sha256::hex()
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::vector<unsigned char> digest(EVP_MAX_MD_SIZE);
    unsigned int size = 0;
    const bool good =
        m_state->good && EVP_DigestFinal_ex(m_state->context, digest.data(), &size) == 1;
    m_state->good = false;
    if (!good)
        return makeError(ErrorCode::Internal, {}, "SHA-256 failed");
    std::string out;
    for (unsigned int n = 0; n < size; ++n) {
        out.push_back(digits[digest[n] >> 4U]);
        out.push_back(digits[digest[n] & 15U]);
    }
    return out;
}

} // namespace fovea
