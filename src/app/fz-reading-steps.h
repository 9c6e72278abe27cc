/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-manuscript.h"
#include "fz-segments.h"

G_BEGIN_DECLS

guint fz_reading_step           (const FzManuscript *text, FzSegmentKind kind, guint position, gboolean forward);
guint fz_reading_step_paragraph (const FzManuscript *text, guint position, gboolean forward);
void  fz_reading_segment        (const FzManuscript *text, FzSegmentKind kind, guint position, guint *start, guint *end);
void  fz_reading_paragraph      (const FzManuscript *text, guint position, guint *start, guint *end);

G_END_DECLS
