/* qp-random-bits.h: a small generator that gives the same numbers on every machine
 *
 * Copyright 2026 The Qianping authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). Good enough for drawing prices,
 * not for secrets.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} QpRandomBits;

static inline guint64
qp_random_bits_next (QpRandomBits *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ z >> 31;
}

/* from 0 to just below 1, 53 bits */
static inline double
qp_random_bits_unit (QpRandomBits *self)
{
  return (double) (qp_random_bits_next (self) >> 11) * 0x1p-53;
}

G_END_DECLS
