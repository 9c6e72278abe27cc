/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-labels.h"

/* What may stand where.  A headline stands above the text of its article, a
 * heading within it; between two articles stands what belongs to none. */

#define PHASE(phase) (1u << FZ_PHASE_##phase)

static const guint8 phases_of[FZ_N_ROLES] = {
  [FZ_ROLE_TITLE]    = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),  /* in the text: printed below the lead */
  [FZ_ROLE_KICKER]   = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_SUBTITLE] = PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_BYLINE]   = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_BODY]     = PHASE (OPENS) | PHASE (TEXT),
  [FZ_ROLE_HEADING]  = PHASE (TEXT),
  [FZ_ROLE_CAPTION]  = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_CREDIT]   = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_MASTHEAD] = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT) | PHASE (OUTSIDE),
  [FZ_ROLE_JUMP]     = PHASE (OPENS) | PHASE (HEAD) | PHASE (TEXT),
  [FZ_ROLE_NOISE]    = PHASE (HEAD) | PHASE (TEXT) | PHASE (OUTSIDE),
};

/**
 * fz_label_exists:
 * @label: a role in a phase
 *
 * Returns: whether a line of that role can stand in that phase
 */
gboolean
fz_label_exists (FzLabel label)
{
  return (phases_of[fz_label_role (label)] >> fz_label_phase (label) & 1) != 0;
}

/**
 * fz_label_stage:
 * @label: a label
 *
 * Returns: what the line leaves its article in
 */
FzStage
fz_label_stage (FzLabel label)
{
  if (fz_label_phase (label) == FZ_PHASE_OUTSIDE)
    return FZ_STAGE_OUTSIDE;
  if (fz_label_phase (label) == FZ_PHASE_TEXT || fz_label_role (label) == FZ_ROLE_BODY)
    return FZ_STAGE_TEXT;

  return FZ_STAGE_HEAD;
}

/**
 * fz_label_stages_before:
 * @label: a label
 *
 * Returns: bits of #FzStage: what the line above may have left its article in
 */
guint
fz_label_stages_before (FzLabel label)
{
  FzRole role = fz_label_role (label);

  switch (fz_label_phase (label))
    {
    case FZ_PHASE_HEAD:
      return 1u << FZ_STAGE_HEAD;
    case FZ_PHASE_TEXT:
      return 1u << FZ_STAGE_TEXT | (role == FZ_ROLE_BODY || role == FZ_ROLE_HEADING ? 1u << FZ_STAGE_HEAD : 0);
    case FZ_PHASE_OPENS:
    case FZ_PHASE_OUTSIDE:
    default:
      return 1u << FZ_STAGE_HEAD | 1u << FZ_STAGE_TEXT | 1u << FZ_STAGE_OUTSIDE;
    }
}
