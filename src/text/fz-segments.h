/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  FZ_SEGMENT_CHARACTER, /* what a reader takes for one character */
  FZ_SEGMENT_WORD,
  FZ_SEGMENT_SENTENCE,
} FzSegmentKind;

gsize fz_segment_start (FzSegmentKind kind, const char *text, gsize length, gsize byte);
gsize fz_segment_end   (FzSegmentKind kind, const char *text, gsize length, gsize byte);
gsize fz_segment_next  (FzSegmentKind kind, const char *text, gsize length, gsize byte);
gsize fz_segment_back  (FzSegmentKind kind, const char *text, gsize length, gsize byte);

G_END_DECLS
