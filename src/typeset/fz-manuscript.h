/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passage is never longer, however long its paragraph. */
#define FZ_PASSAGE_MAX 4096

/**
 * FzPassage:
 * @start: its first code point in the manuscript
 * @end: one past its last; a line end is not part of it
 * @byte: @start in bytes
 * @byte_end: @end in bytes
 * @style: how it is to be set, in the terms of whoever wrote the manuscript
 * @flags: whatever else is to be known of it
 * @goes_on: whether its paragraph began in the passage before it
 *
 * A paragraph, or one of the passages that an endless paragraph is cut into.
 */
typedef struct {
  guint  start;
  guint  end;
  gsize  byte;
  gsize  byte_end;
  guint8 style;
  guint8 flags;
  guint8 goes_on;
} FzPassage;

typedef struct _FzManuscript FzManuscript;

FzManuscript    *fz_manuscript_new         (void);
FzManuscript    *fz_manuscript_ref         (FzManuscript *self);
void             fz_manuscript_unref       (FzManuscript *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzManuscript, fz_manuscript_unref)

void             fz_manuscript_append      (FzManuscript *self, guint8 style, guint8 flags, const char *text, gsize length);
guint            fz_manuscript_get_length  (const FzManuscript *self);
const char      *fz_manuscript_get_text    (const FzManuscript *self, gsize *length);
guint            fz_manuscript_n_passages  (const FzManuscript *self);
const FzPassage *fz_manuscript_get_passage (const FzManuscript *self, guint index);
guint            fz_manuscript_passage_at  (const FzManuscript *self, guint position);
gsize            fz_manuscript_byte_at     (const FzManuscript *self, guint position);
guint            fz_manuscript_position_at (const FzManuscript *self, gsize byte);
char            *fz_manuscript_dup         (const FzManuscript *self, guint start, guint end);

G_END_DECLS
