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
guint       fz_gazetteer_n_past     (guint name);

const FzGazetteerRegion *fz_gazetteer_find (FzRegion region);
const FzGazetteerRegion *fz_gazetteer_regions (guint *n);
const FzGazetteerFormer *fz_gazetteer_history (guint *n);
const char *fz_gazetteer_string     (guint32 offset);

/* Linked in by the assembler file that fz-gazetteer-compile writes. */
extern const guint8 fz_gazetteer_data[];

static inline const FzGazetteerHeader *
fz_gazetteer_header (void)
{
  return (const FzGazetteerHeader *) (const void *) fz_gazetteer_data;
}

static inline const void *
fz_gazetteer_section (guint32 offset)
{
  return fz_gazetteer_data + GUINT32_FROM_LE (offset);
}

static inline const FzGazetteerName *
fz_gazetteer_name (guint name)
{
  return (const FzGazetteerName *) fz_gazetteer_section (fz_gazetteer_header ()->names) + name;
}

/**
 * fz_gazetteer_n_refs:
 * @name: a name of a match
 *
 * Returns: how many regions have that name
 */
static inline guint
fz_gazetteer_n_refs (guint name)
{
  return GUINT16_FROM_LE (fz_gazetteer_name (name)->n_refs);
}

/**
 * fz_gazetteer_ref:
 * @name: a name of a match
 * @index: under fz_gazetteer_n_refs() and fz_gazetteer_n_past() together
 *
 * Returns: one of the regions that have the name
 */
static inline FzNameRef
fz_gazetteer_ref (guint name,
                  guint index)
{
  const uint32_t *refs = fz_gazetteer_section (fz_gazetteer_header ()->refs);
  guint32 ref = GUINT32_FROM_LE (refs[GUINT32_FROM_LE (fz_gazetteer_name (name)->first_ref) + index]);

  return (FzNameRef) { (ref >> 1) * FZ_REGION_TOWNSHIP_UNIT, (ref & 1) != 0 };
}

/**
 * fz_gazetteer_stands:
 * @code: the first six digits of a region's
 *
 * Returns: whether it is the code of a region, and not of a level that stands in
 *   codes for counting only
 */
static inline gboolean
fz_gazetteer_stands (guint64 code)
{
  return code / 32 < FZ_GAZETTEER_STANDS && (GUINT32_FROM_LE (fz_gazetteer_header ()->stands[code / 32]) & 1u << code % 32) != 0;
}

/**
 * fz_gazetteer_name_flags:
 * @name: a name of a match
 *
 * Returns: what else the name is
 */
static inline FzNameFlags
fz_gazetteer_name_flags (guint name)
{
  return (FzNameFlags) GUINT16_FROM_LE (fz_gazetteer_name (name)->flags);
}

G_END_DECLS
