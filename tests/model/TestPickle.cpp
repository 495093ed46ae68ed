#include "model/checkpoint/PickleGlobals.h"
#include "model/checkpoint/PickleMachine.h"

#include <gtest/gtest.h>
#include <map>

namespace fovea {
namespace {

TEST(Pickle, PlainValuesAreRead)
{
    // {'a': [1, -2, 2.5, True, None], 'b': (300, 'x')} in protocol 2.
    const std::string bytes =
        std::string("\x80\x02}(X\x01\0\0\0a](K\x01J\xfe\xff\xff\xffG@\x04\0\0\0\0\0\0\x88Ne", 31) +
        std::string("X\x01\0\0\0bM\x2c\x01X\x01\0\0\0x\x86u.", 18);
    const Result<PickleDocument> document = readPickle(bytes);
    ASSERT_TRUE(document);
    const PickleValue* list = document->root->find("a");
    ASSERT_TRUE(list && list->items.size() == 5);
    EXPECT_EQ(list->items[0]->integer, 1);
    EXPECT_EQ(list->items[1]->integer, -2);
    EXPECT_EQ(list->items[2]->real, 2.5);
    EXPECT_EQ(list->items[3]->kind, PickleValue::Kind::Bool);
    EXPECT_EQ(list->items[4]->kind, PickleValue::Kind::Nothing);
    EXPECT_EQ(document->root->find("b")->items[0]->integer, 300);
    EXPECT_EQ(document->consumed, bytes.size());
}

TEST(Pickle, CodeIsRefusedByNameAndDataIsLeftAlone)
{
    for (const auto& [bytes, name] : std::map<std::string, std::string>{
             {"cos\nsystem\n(S'x'\ntR.", "os.system"},
             {"\x80\x02"
              "cbuiltins\neval\n.",
              "builtins.eval"},
             {"\x80\x02"
              "cbuiltins\ngetattr\n.",
              "builtins.getattr"},
             {"\x80\x02"
              "ctorch.hub\nload\n.",
              "torch.hub.load"},
             {"(isubprocess\nPopen\n.", "subprocess.Popen"},
             {"\x80\x04\x8c\x05posix\x8c\x06system\x93.", "posix.system"}})
    {
        const Result<PickleDocument> document = readPickle(bytes);
        ASSERT_FALSE(document) << name;
        EXPECT_EQ(document.error().code, ErrorCode::CheckpointRefused);
        EXPECT_EQ(document.error().arguments, std::vector<std::string>{name});
    }
    const Result<PickleDocument> data = readPickle("\x80\x02"
                                                   "cargparse\nNamespace\n)\x81}b.");
    ASSERT_TRUE(data);
    EXPECT_EQ(data->root->kind, PickleValue::Kind::Opaque);
    EXPECT_EQ(data->root->text, "argparse.Namespace");
}

TEST(Pickle, OnlyAFixedListOfNamesRebuildsTensors)
{
    EXPECT_EQ(pickleGlobal("torch._utils._rebuild_tensor_v2"), PickleGlobal::RebuildTensor);
    EXPECT_EQ(pickleGlobal("torch.BFloat16Storage"), PickleGlobal::Storage);
    // Known, and not readable: no tensor is made of them.
    EXPECT_EQ(pickleGlobal("torch._utils._rebuild_tensor_v9"), PickleGlobal::Data);
    EXPECT_EQ(pickleGlobal("torch.QInt8Storage"), PickleGlobal::Data);
    EXPECT_EQ(pickleGlobal("torch.load"), PickleGlobal::Unknown);
    EXPECT_EQ(pickleGlobal("torch"), PickleGlobal::Unknown);
    EXPECT_EQ(pickleGlobal("builtins.set"), PickleGlobal::Data);
    EXPECT_EQ(pickleGlobal("builtins.setattr"), PickleGlobal::Unknown);
}

TEST(Pickle, AListThatHoldsItselfIsNoTrap)
{
    EXPECT_TRUE(readPickle(std::string("\x80\x02]q\0h\0a.", 9)));
}

TEST(Pickle, AFewBytesCannotAskForMuchMemory)
{
    // A long text taken for a class, again and again: each object would copy it.
    std::string bytes = "\x80\x02X" + std::string("\0\0\x10\0", 4) + std::string(1 << 20, 'x');
    for (int i = 0; i < 100000; ++i)
        bytes += "2)R0";
    const Result<PickleDocument> document = readPickle(bytes + ".");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::CheckpointBroken);
}

TEST(Pickle, ALongTrainingsLogIsRead)
{
    // Four thousand epochs log a NumPy scalar per class and epoch, each made by two calls.
    std::string bytes = "\x80\x02";
    bytes += "cnumpy.core.multiarray\nscalar\n" + std::string("q\0", 2) + "0";
    bytes += "c_codecs\nencode\nq\x01"
             "0";
    bytes += "X" + std::string("\x06\0\0\0latin1", 10) +
             "q\x02"
             "0";
    bytes += "}X" + std::string("\x04\0\0\0last", 8) + "]";
    const std::string scalar = std::string("h\0Nh\x01X\x08\0\0\0", 10) + "12345678h\x02\x86R\x86R"
                                                                         "a";
    constexpr int count = 500000;
    for (int i = 0; i < count; ++i)
        bytes += scalar;
    const Result<PickleDocument> document = readPickle(bytes + "s.");
    ASSERT_TRUE(document) << document.error().arguments.back();
    const PickleValue* list = document->root->find("last");
    ASSERT_TRUE(list);
    ASSERT_EQ(list->items.size(), std::size_t{count});
    EXPECT_EQ(list->items.back()->kind, PickleValue::Kind::Opaque);
    EXPECT_EQ(list->items.back()->text, "numpy.core.multiarray.scalar");
}

} // namespace
} // namespace fovea
