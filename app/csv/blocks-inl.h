// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// 64 bytes looked at together, with one bit for each.
#if defined(NAVETTE_CSV_BLOCKS) == defined(HWY_TARGET_TOGGLE) // once for every set of instructions
#ifdef NAVETTE_CSV_BLOCKS
#undef NAVETTE_CSV_BLOCKS
#else
#define NAVETTE_CSV_BLOCKS
#endif

#include <cstdint>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace navette::csv::HWY_NAMESPACE
{
namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::CappedTag<std::uint8_t, 64>;

template<class Mask>
HWY_INLINE std::uint64_t bitsOf(Bytes d, Mask mask)
{
#if HWY_TARGET == HWY_AVX3_DL
    static_cast<void>(d);
    return mask.raw;
#else
    std::uint64_t bits = 0;
    hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t *>(&bits));
    return bits;
#endif
}

HWY_INLINE hn::Mask<Bytes> isHigh(hn::Vec<Bytes> v)
{
    const hn::RebindToSigned<Bytes> d;
    return hn::RebindMask(Bytes(), hn::Lt(hn::BitCast(d, v), hn::Zero(d)));
}

/// From `first` to `first` + `span`, each the same in all lanes.
HWY_INLINE hn::Mask<Bytes> isWithin(hn::Vec<Bytes> v, hn::Vec<Bytes> first, hn::Vec<Bytes> span)
{
    const auto offset = hn::Sub(v, first);
    return hn::Eq(hn::Min(offset, span), offset);
}

} // namespace navette::csv::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
