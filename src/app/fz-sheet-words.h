/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-sheet.h"

G_BEGIN_DECLS

const char *fz_sheet_role_label      (FzRole role);
char       *fz_sheet_spoken_line     (const FzSheet *self, guint index);
char       *fz_sheet_joined_text     (const FzSheetLine *line, guint index);
char       *fz_sheet_article_title   (const FzSheet *self, guint32 article);
char       *fz_sheet_section_title   (const FzSheet *self, const FzSheetSection *section);
char       *fz_sheet_section_note    (const FzSheet *self, const FzSheetSection *section);
char       *fz_sheet_encoding_text   (const FzSheet *self);
char       *fz_sheet_summary         (const FzSheet *self);
char       *fz_sheet_date_text       (const FzSheet *self);
char       *fz_correction_what       (const FzCorrection *correction);
char       *fz_correction_where      (const FzCorrection *correction);

G_END_DECLS
