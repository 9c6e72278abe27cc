/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "fz-gazetteer-format.h"
#include "fz-region.h"

G_BEGIN_DECLS

/* More names than this never begin at one character. */
#define FZ_GAZETTEER_MAX_MATCHES 8

/**
 * FzNameMatch:
 * @length: its bytes in the text
 * @name: which name it is
 * @flags: what else the name is
 *
 * A name that begins at a place of a text.
 */
typedef struct {
  gsize       length;
  guint       name;
  FzNameFlags flags;
} FzNameMatch;

/**
 * FzNameRef:
 * @region: what the name may stand for
 * @is_short: whether the name is a short one of it
 */
typedef struct {
  FzRegion region;
  gboolean is_short;
} FzNameRef;

guint       fz_gazetteer_match      (const char *text, const char *end,
                                     FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES]);
const char *fz_gazetteer_next       (const char *text, const char *end, guint *n_passed);
gboolean    fz_gazetteer_is_common  (const char *from, const char *to);
guint       fz_gazetteer_n_refs     (guint name);
guint       fz_gazetteer_n_past     (guint name);
FzNameRef   fz_gazetteer_ref        (guint name, guint index);
FzNameFlags fz_gazetteer_name_flags (guint name);

const FzGazetteerRegion *fz_gazetteer_find (FzRegion region);
const FzGazetteerRegion *fz_gazetteer_regions (guint *n);
const FzGazetteerFormer *fz_gazetteer_history (guint *n);
const char *fz_gazetteer_string     (guint32 offset);

G_END_DECLS
