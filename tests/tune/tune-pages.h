/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-label-path.h"

/* The labelled pages that weights are found from, each in several forms. */

typedef enum {
  FORM_PRINTED, /* as it stands in the file */
  FORM_MARKED,  /* with # before its headlines, as some recognisers write */
  FORM_JOINED,  /* each paragraph on a line, as pages saved from the web are */
  FORM_VARIED,  /* as another would have set it */
  N_FORMS,
} Form;

typedef struct {
  char       *name;
  char       *text;
  FzLines    *lines;
  FzObserved *observed;
  FzLabel    *gold;
  guint      *next;   /* of each line: the one that its paragraph goes on with, or FZ_LINE_NONE */
  guint       times;  /* that it is learnt from in a round */
  guint       number; /* of the page, by name */
  Form        form;
} Page;

void tune_read_folder (GPtrArray *pages, const char *folder, const char *gold, guint times);
void tune_add_forms   (GPtrArray *pages);
void tune_cut_lines   (Page *page, const char *text, gsize length);
