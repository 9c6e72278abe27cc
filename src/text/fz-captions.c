/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-captions.h"

#include "fz-cues.h"

/**
 * fz_caption_starts_with_date:
 * @text: a paragraph
 *
 * Returns: whether it starts as picture stories do, which say when they were
 *   taken: 3月10日，…; 近日，…
 */
gboolean
fz_caption_starts_with_date (FzText text)
{
  gsize n = 0;

  if (fz_cue_start (FZ_CUE_RECENT, text) > 0)
    return TRUE;

  while (n < 2 && n < text.length && g_ascii_isdigit (text.start[n]))
    n++;

  return n > 0 && fz_text_starts (fz_text_from (text, n), "月");
}
