// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for every set of instructions (Highway's foreach_target); the best is chosen when the program runs.
#include "csv/instructions.h"

#include <array>
#include <atomic>
#include <vector>

// AVX-512 is worth it where it has tables and compression of bytes (VBMI and VBMI2, which AVX3_DL stands for); its
// first processors have neither.
#define HWY_WANT_AVX3_DL
#define HWY_DISABLED_TARGETS (HWY_AVX3 | HWY_SSSE3)
#if defined(_MSC_VER)
#include <intrin.h>
#endif

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/instructions.cpp"
#include <hwy/foreach_target.h>
// Behind foreach_target.h, as Highway wants it.
#include "csv/letters-inl.h"
#include "csv/scan-inl.h"

#if HWY_ONCE
namespace navette::csv
{
namespace
{

#if HWY_ARCH_X86_64
#if defined(__GNUC__)
bool hasAvx2()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("fma");
}
bool hasAvx512()
{
    // VBMI2 came with all the rest that AVX3_DL asks for.
    return hasAvx2() && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
}
bool hasSse4()
{
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("aes");
}
#else
bool hasSse4()
{
    std::array<int, 4> found{};
    __cpuid(found.data(), 1);
    constexpr int wanted = 1 << 20 | 1 << 1 | 1 << 25; // SSE4.2, PCLMULQDQ, AES
    return (found[2] & wanted) == wanted;
}
bool hasAvx2()
{
    std::array<int, 4> first{};
    std::array<int, 4> found{};
    __cpuid(first.data(), 1);
    __cpuidex(found.data(), 7, 0);
    constexpr int system = 1 << 27 | 1 << 12;        // XGETBV, FMA
    constexpr int wanted = 1 << 5 | 1 << 3 | 1 << 8; // AVX2, BMI, BMI2
    return (first[2] & system) == system && (found[1] & wanted) == wanted && (_xgetbv(0) & 6) == 6;
}
bool hasAvx512()
{
    std::array<int, 4> found{};
    __cpuidex(found.data(), 7, 0);
    constexpr int wanted = 1 << 16 | 1 << 30; // AVX-512 F and BW
    constexpr int vbmi2 = 1 << 6;
    return hasAvx2() && (found[1] & wanted) == wanted && (found[2] & vbmi2) != 0 && (_xgetbv(0) & 0xE6) == 0xE6;
}
#endif
#endif

#define NAVETTE_INSTRUCTIONS(target)                                                                                   \
    {                                                                                                                  \
#target, N_##target::scan, N_##target::isUtf8, N_##target::hasC1, N_##target::narrow,                          \
            N_##target::replaceSeparators                                                                              \
    }

/// Those of this processor, the best first.
const std::vector<Instructions> &allInstructions()
{
    static const std::vector<Instructions> all = [] {
        std::vector<Instructions> found;
#if HWY_ARCH_X86_64
#if (HWY_TARGETS & HWY_AVX3_DL) && HWY_STATIC_TARGET != HWY_AVX3_DL
        if (hasAvx512())
            found.push_back(NAVETTE_INSTRUCTIONS(AVX3_DL));
#endif
#if (HWY_TARGETS & HWY_AVX2) && HWY_STATIC_TARGET != HWY_AVX2
        if (hasAvx2())
            found.push_back(NAVETTE_INSTRUCTIONS(AVX2));
#endif
#if (HWY_TARGETS & HWY_SSE4) && HWY_STATIC_TARGET != HWY_SSE4
        if (hasSse4())
            found.push_back(NAVETTE_INSTRUCTIONS(SSE4));
#endif
#endif
        // What the program is compiled for anyway: NEON on 64-bit ARM.
        found.push_back({"the compiler's", HWY_STATIC_DISPATCH(scan), HWY_STATIC_DISPATCH(isUtf8),
                         HWY_STATIC_DISPATCH(hasC1), HWY_STATIC_DISPATCH(narrow),
                         HWY_STATIC_DISPATCH(replaceSeparators)});
        return found;
    }();
    return all;
}

std::atomic<std::size_t> chosenInstructions = 0;

} // namespace

const Instructions &instructions()
{
    return allInstructions()[chosenInstructions.load(std::memory_order_relaxed)];
}

int instructionSets()
{
    return static_cast<int>(allInstructions().size());
}

const char *useInstructions(int set)
{
    chosenInstructions = set >= 0 && set < instructionSets() ? static_cast<std::size_t>(set) : 0;
    return instructions().name;
}

} // namespace navette::csv
#endif
