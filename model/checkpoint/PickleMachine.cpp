#include "model/checkpoint/PickleMachine.h"

#include "model/checkpoint/PickleBuilder.h"
#include "model/checkpoint/PickleStream.h"

#include <new>

namespace fovea {
namespace {

using Kind = PickleValue::Kind;

constexpr std::size_t maxDepth = 10'000'000;

/// Reads instructions and tells the builder. Opcodes by their letters in CPython's pickletools.
class Machine {
public:
    explicit Machine(std::string_view bytes)
        : m_stream(bytes)
        , m_builder(bytes.size())
    {
    }

    PickleDocument run()
    {
        for (;;) {
            const auto op = static_cast<unsigned char>(m_stream.number(1));
            if (op == '.')
                return m_builder.finish(m_stream.position());
            step(op);
            if (m_builder.depth() > maxDepth)
                stopPickle("pickle stack too deep");
        }
    }

private:
    void step(unsigned char op)
    {
        if (op == 0x80) { // PROTO
            if (m_stream.number(1) > 5)
                stopPickle("unknown pickle protocol");
        } else if (op == 0x95) { // FRAME
            m_stream.number(8);
        } else if (!stepScalar(op) && !stepContainer(op) && !stepObject(op) && !stepMemo(op)) {
            stopPickle("unknown pickle instruction");
        }
    }

    bool stepScalar(unsigned char op);
    bool stepContainer(unsigned char op);
    bool stepObject(unsigned char op);
    bool stepMemo(unsigned char op);
    void pushDecimal(std::string_view digits);
    void pushNamedGlobal();
    void pushStackGlobal();
    void pushInstance();

    PickleStream m_stream;
    PickleBuilder m_builder;
};

void Machine::pushDecimal(std::string_view digits)
{
    if (digits == "00" || digits == "01")
        m_builder.pushInteger(digits == "01", Kind::Bool);
    else
        m_builder.pushInteger(pickleDecimal(digits));
}

bool Machine::stepScalar(unsigned char op)
{
    switch (op) {
    case 'N':
        m_builder.push(Kind::Nothing);
        return true;
    case 0x88:
        m_builder.pushInteger(1, Kind::Bool);
        return true;
    case 0x89:
        m_builder.pushInteger(0, Kind::Bool);
        return true;
    case 'J':
        m_builder.pushInteger(static_cast<std::int32_t>(m_stream.number(4)));
        return true;
    case 'K':
        m_builder.pushInteger(static_cast<std::int64_t>(m_stream.number(1)));
        return true;
    case 'M':
        m_builder.pushInteger(static_cast<std::int64_t>(m_stream.number(2)));
        return true;
    case 0x8a:
        m_builder.pushLong(m_stream.take(m_stream.number(1)));
        return true;
    case 0x8b:
        m_builder.pushLong(m_stream.take(m_stream.number(4)));
        return true;
    case 'I':
    case 'L':
        pushDecimal(m_stream.line());
        return true;
    case 'G':
        m_builder.pushReal(pickleReal(m_stream.take(8)));
        return true;
    case 0x8c:
    case 'U':
    case 'C':
        m_builder.pushText(m_stream.take(m_stream.number(1)));
        return true;
    case 'X':
    case 'T':
    case 'B':
        m_builder.pushText(m_stream.take(m_stream.number(4)));
        return true;
    case 0x8d:
    case 0x8e:
    case 0x96:
        m_builder.pushText(m_stream.take(m_stream.number(8)));
        return true;
    case 'V':
        m_builder.pushText(m_stream.line());
        return true;
    default:
        return false;
    }
}

bool Machine::stepContainer(unsigned char op)
{
    switch (op) {
    case '(':
        m_builder.pushMark();
        return true;
    case '0':
        m_builder.pop();
        return true;
    case '1':
        m_builder.popToMark();
        return true;
    case '2':
        m_builder.pushTop();
        return true;
    case ']':
    case 0x8f: // a set is as good as a list here
        m_builder.push(Kind::List);
        return true;
    case ')':
        m_builder.push(Kind::Tuple);
        return true;
    case '}':
        m_builder.push(Kind::Dict);
        return true;
    case 'l':
    case 0x91:
        m_builder.pushSinceMark(Kind::List);
        return true;
    case 't':
        m_builder.pushSinceMark(Kind::Tuple);
        return true;
    case 'd':
        m_builder.pushSinceMark(Kind::Dict);
        return true;
    case 0x85:
    case 0x86:
    case 0x87:
        m_builder.pushTuple(op - 0x84U);
        return true;
    case 'a': {
        const PickleValue* item = m_builder.pop();
        m_builder.extendTop({item});
        return true;
    }
    case 's': {
        const PickleValue* value = m_builder.pop();
        const PickleValue* key = m_builder.pop();
        m_builder.extendTop({key, value});
        return true;
    }
    case 'e':
    case 0x90:
    case 'u': {
        const PickleBuilder::Items items = m_builder.popToMark();
        m_builder.extendTop(items);
        return true;
    }
    default:
        return false;
    }
}

void Machine::pushNamedGlobal()
{
    const std::string_view module = m_stream.line();
    m_builder.pushGlobal(module, m_stream.line());
}

void Machine::pushStackGlobal()
{
    const PickleValue* name = m_builder.pop();
    const PickleValue* module = m_builder.pop();
    if (name->kind != Kind::Text || module->kind != Kind::Text)
        stopPickle("pickle names something without a name");
    m_builder.pushGlobal(module->text, name->text);
}

/// INST: a class and its arguments above the mark.
void Machine::pushInstance()
{
    pushNamedGlobal();
    const PickleValue* what = m_builder.pop();
    m_builder.popToMark();
    m_builder.pushOpaque(what);
}

bool Machine::stepObject(unsigned char op)
{
    switch (op) {
    case 'c':
        pushNamedGlobal();
        return true;
    case 0x93:
        pushStackGlobal();
        return true;
    case 'R':
    case 0x81: {
        const PickleValue* arguments = m_builder.pop();
        const PickleValue* what = m_builder.pop();
        m_builder.reduce(what, arguments);
        return true;
    }
    case 0x92:
        m_builder.pop();
        m_builder.pop();
        m_builder.pushOpaque(m_builder.pop());
        return true;
    case 'i':
        pushInstance();
        return true;
    case 'o': {
        const PickleBuilder::Items items = m_builder.popToMark();
        if (items.empty())
            stopPickle("pickle makes an object of nothing");
        m_builder.pushOpaque(items.front());
        return true;
    }
    case 'b': // state of an object (a state_dict's _metadata among them): of no use here
        m_builder.pop();
        m_builder.top();
        return true;
    case 'Q':
        m_builder.pushPersistent(m_builder.pop());
        return true;
    default:
        return false;
    }
}

bool Machine::stepMemo(unsigned char op)
{
    switch (op) {
    case 'q':
        m_builder.store(m_stream.number(1));
        return true;
    case 'r':
        m_builder.store(m_stream.number(4));
        return true;
    case 0x94:
        m_builder.storeNext();
        return true;
    case 'h':
        m_builder.recall(m_stream.number(1));
        return true;
    case 'j':
        m_builder.recall(m_stream.number(4));
        return true;
    default:
        return false;
    }
}

} // namespace

Result<PickleDocument> readPickle(std::string_view bytes)
{
    try {
        return Machine(bytes).run();
    } catch (const PickleStop& stop) {
        return stop.error;
    } catch (const std::bad_alloc&) {
        return makeError(ErrorCode::OutOfMemory, {"checkpoint"});
    }
}

} // namespace fovea
