/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "fz-gazetteer-format.h"

/**
 * FzTrieKey:
 * @symbols: (array length=length): the name as symbols
 * @name: what unit.name of its last unit becomes
 */
typedef struct {
  guint16 symbols[32];
  guint   length;
  guint32 name;
} FzTrieKey;

GArray *fz_trie_build (GArray *keys);
