/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FZ_SIGNATURE_BINS 8

/* A bin that no run fell into. */
#define FZ_SIGNATURE_NONE G_MAXUINT32

/**
 * FzSignature:
 * @minima: of each bin the least hash, or %FZ_SIGNATURE_NONE
 *
 * What is kept of a text to find others that share runs of characters with it.
 * The minima of different bins are never the same.
 */
typedef struct {
  guint32 minima[FZ_SIGNATURE_BINS];
} FzSignature;

void     fz_signature_make     (FzSignature *self, const gunichar *chars, gsize n_chars);
gboolean fz_signature_is_empty (const FzSignature *self);
gboolean fz_signature_equal    (const FzSignature *a, const FzSignature *b);
double   fz_signature_likeness (const FzSignature *a, const FzSignature *b);

/* The runs of one text, to be looked for in others. */
typedef struct _FzRunSet FzRunSet;

FzRunSet *fz_run_set_new       (const gunichar *chars, gsize n_chars);
void      fz_run_set_free      (FzRunSet *self);
gsize     fz_run_set_count     (const FzRunSet *self, const gunichar *chars, gsize n_chars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzRunSet, fz_run_set_free)

G_END_DECLS
