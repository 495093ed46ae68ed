#include "model/training/TrainingAttention.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/_softmax_backward_data.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/softmax.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cmath>
#include <utility>

namespace fovea {

namespace {

/// The tensors of one call, head by head.
struct Heads {
    Heads(const at::Tensor& heads, at::Tensor added)
        : mask(std::move(added))
        , count(heads.size(1) * heads.size(2))
        , tokens(heads.size(3))
        , size(heads.size(4))
        , scale(1.0 / std::sqrt(static_cast<double>(size)))
        , flat(heads.reshape({3, count, tokens, size}))
    {
    }
    at::Tensor query(std::int64_t head) const { return flat[0][head] * scale; }
    at::Tensor key(std::int64_t head) const { return flat[1][head]; }
    at::Tensor value(std::int64_t head) const { return flat[2][head]; }
    at::Tensor weights(std::int64_t head) const
    {
        at::Tensor scores = at::mm(query(head), key(head).t());
        if (mask.defined())
            scores.add_(mask);
        return at::softmax(scores, -1);
    }

    at::Tensor mask;
    std::int64_t count;
    std::int64_t tokens;
    std::int64_t size;
    double scale;
    at::Tensor flat;
};

class Attention : public torch::autograd::Function<Attention> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& input,
                              const std::optional<at::Tensor>& mask)
    {
        const Heads heads(input, mask.value_or(at::Tensor()));
        const std::int64_t bytes =
            heads.count * heads.tokens * heads.tokens * static_cast<std::int64_t>(input.itemsize());
        at::Tensor kept;
        if (input.requires_grad() && bytes <= keptAttentionBytes)
            kept = at::empty({heads.count, heads.tokens, heads.tokens}, input.options());
        at::Tensor out = at::empty({heads.count, heads.tokens, heads.size}, input.options());
        for (std::int64_t head = 0; head < heads.count; ++head) {
            const at::Tensor weights = heads.weights(head);
            if (kept.defined())
                kept[head].copy_(weights);
            at::Tensor row = out[head];
            at::mm_out(row, weights, heads.value(head));
        }
        torch::autograd::variable_list saved(3);
        saved[0] = input;
        saved[1] = kept;
        saved[2] = heads.mask;
        context->save_for_backward(std::move(saved));
        return out.reshape({input.size(1), input.size(2), heads.tokens, heads.size});
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   const torch::autograd::variable_list& gradients)
    {
        const torch::autograd::variable_list saved = context->get_saved_variables();
        const Heads heads(saved[0], saved[2]);
        const at::Tensor above =
            gradients[0].reshape({heads.count, heads.tokens, heads.size}).contiguous();
        at::Tensor below = at::empty_like(heads.flat);
        for (std::int64_t head = 0; head < heads.count; ++head) {
            const at::Tensor weights = saved[1].defined() ? saved[1][head] : heads.weights(head);
            at::Tensor toValue = below[2][head];
            at::mm_out(toValue, weights.t(), above[head]);
            const at::Tensor toScores = at::_softmax_backward_data(
                at::mm(above[head], heads.value(head).t()), weights, -1, weights.scalar_type());
            at::Tensor toQuery = below[0][head];
            at::mm_out(toQuery, toScores, heads.key(head)).mul_(heads.scale);
            at::Tensor toKey = below[1][head];
            at::mm_out(toKey, toScores.t(), heads.query(head));
        }
        torch::autograd::variable_list result(2);
        result[0] = below.reshape(saved[0].sizes());
        return result;
    }
};

} // namespace

at::Tensor trainingAttention(const at::Tensor& heads, const std::optional<at::Tensor>& mask)
{
    return Attention::apply(heads, mask);
}

} // namespace fovea
