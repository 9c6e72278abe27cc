/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"

G_BEGIN_DECLS

#define FZ_N_ROLES (FZ_ROLE_NOISE + 1)

/* Where in an article a line stands. */
typedef enum {
  FZ_PHASE_OPENS,    /* it opens an article */
  FZ_PHASE_HEAD,     /* no running text yet */
  FZ_PHASE_TEXT,     /* from the first running text or heading on */
  FZ_PHASE_OUTSIDE,  /* between articles: heads and feet of pages */
} FzPhase;

#define FZ_N_PHASES (FZ_PHASE_OUTSIDE + 1)

/* What a line is on its page: a role in a phase. */
typedef guint8 FzLabel;

#define FZ_N_LABELS (FZ_N_ROLES * FZ_N_PHASES)

static inline FzLabel
fz_label (FzRole role, FzPhase phase)
{
  return (FzLabel) (role * FZ_N_PHASES + phase);
}

static inline FzRole
fz_label_role (FzLabel label)
{
  return (FzRole) (label / FZ_N_PHASES);
}

static inline FzPhase
fz_label_phase (FzLabel label)
{
  return (FzPhase) (label % FZ_N_PHASES);
}

/* What a line leaves its article in for the next one. */
typedef enum {
  FZ_STAGE_HEAD,     /* no running text yet */
  FZ_STAGE_TEXT,
  FZ_STAGE_OUTSIDE,  /* no article is open, as above the first line of a page */
} FzStage;

#define FZ_N_STAGES (FZ_STAGE_OUTSIDE + 1)

gboolean fz_label_exists        (FzLabel label);
FzStage  fz_label_stage         (FzLabel label);
guint    fz_label_stages_before (FzLabel label);

G_END_DECLS
