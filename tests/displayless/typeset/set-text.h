/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <pango/pangocairo.h>

#include "fz-typeset.h"

/* A paragraph and its lines, made as a test wants them. */
typedef struct {
  char        *text;
  FzParagraph *paragraph;
  GArray      *lines;       /* (element-type FzSetLine) */
} SetText;

#define SET_FAMILY "Noto Serif CJK SC"

void     set_text_init    (SetText *self, const char *family, const char *language, const char *text, gsize length,
                           const FzSetting *setting, double measure, FzBreaking breaking);
void     set_text_clear   (SetText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SetText, set_text_clear)

/* With the default family, in simplified Chinese, chosen all together. */
void     set_text_simple  (SetText *self, const char *text, const FzSetting *setting, double measure);

/* The setting of most tests: no indent, so that a line is counted from its start. */
FzSetting set_setting     (void);

const FzSetLine *set_line (const SetText *self, guint line);
char    *set_line_text    (const SetText *self, guint line);
/* How much of an em @rule gives, or takes, at the code point @at of the paragraph; 0
 * where it does nothing there. */
double   set_amount       (const SetText *self, FzSetRule rule, guint at);
guint    set_count        (const SetText *self, FzSetRule rule);
/* The lines of the text, parted by |. */
char    *set_lines        (const SetText *self);

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.002)
