/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-facts.h"

#include "fz-against.h"

#include <string.h>

static const char *const kind_names[] = {
  [FZ_FIGURE_MONEY] = "money",       [FZ_FIGURE_COUNT] = "count",
  [FZ_FIGURE_PERCENT] = "percent",   [FZ_FIGURE_AREA] = "area",
  [FZ_FIGURE_LENGTH] = "length",     [FZ_FIGURE_MASS] = "mass",
  [FZ_FIGURE_VOLUME] = "volume",     [FZ_FIGURE_ENERGY] = "energy",
  [FZ_FIGURE_DURATION] = "duration", [FZ_FIGURE_SPEED] = "speed",
  [FZ_FIGURE_RATIO] = "ratio",       [FZ_FIGURE_RANK] = "rank",
  [FZ_FIGURE_OTHER] = "other",
};

static const char *const programme_kind_names[] = {
  [FZ_PROGRAMME_PROGRAMME] = "programme",
  [FZ_PROGRAMME_PLATFORM] = "platform",
  [FZ_PROGRAMME_CAMPAIGN] = "campaign",
  [FZ_PROGRAMME_DOCUMENT] = "document",
};

static const char *const change_names[] = {
  [FZ_CHANGE_NONE] = "none",
  [FZ_CHANGE_UP] = "up",
  [FZ_CHANGE_DOWN] = "down",
};

static const char *const verdict_names[] = {
  [FZ_VERDICT_AUTO] = "auto",           [FZ_VERDICT_CONFIRMED] = "confirmed",
  [FZ_VERDICT_CORRECTED] = "corrected", [FZ_VERDICT_REJECTED] = "rejected",
  [FZ_VERDICT_ADDED] = "added",
};

/* By the number of the bit. */
static const char *const qualifier_names[] = {
  "approx", "over", "under", "each", "range", "target",
};

static const char *
name_at (const char *const *names, guint n_names, guint index)
{
  return index < n_names ? names[index] : NULL;
}

static int
index_of (const char *const *names, guint n_names, const char *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;

  return -1;
}

static void
place_clear (gpointer data)
{
  g_free (((FzPlace *) data)->surface);
}

static void
open_place_clear (gpointer data)
{
  g_free (((FzOpenPlace *) data)->surface);
  g_array_unref (((FzOpenPlace *) data)->candidates);
}

static void
programme_clear (gpointer data)
{
  g_free (((FzProgramme *) data)->name);
}

static GArray *
new_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (array, clear);
  return array;
}

/**
 * fz_facts_new:
 *
 * Facts that say nothing yet.  The arrays free what their elements own.
 *
 * Returns: (transfer full): new facts
 */
FzFacts *
fz_facts_new (void)
{
  FzFacts *self = g_new0 (FzFacts, 1);

  g_ref_count_init (&self->refs);
  self->region = FZ_REGION_NONE;
  self->past = FZ_REGION_NONE;
  self->seconds = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  self->places = new_array (sizeof (FzPlace), place_clear);
  self->open_places = new_array (sizeof (FzOpenPlace), open_place_clear);
  self->figures = new_array (sizeof (FzFigure), (GDestroyNotify) fz_figure_clear);
  self->programmes = new_array (sizeof (FzProgramme), programme_clear);
  return self;
}

/**
 * fz_facts_read:
 * @article: an article as it was cut from a page
 * @context: (nullable): what is known of the page
 *
 * Reads out the places, the figures and the named programmes of @article.
 * Positions count code points in the block that they stand in.
 *
 * Returns: (transfer full): the facts
 */
FzFacts *
fz_facts_read (const FzArticle      *article,
               const FzPlaceContext *context)
{
  FzFacts *self = fz_facts_new ();

  fz_places_find (self, article, context);
  fz_blocks_read (self, article);
  return self;
}

/**
 * fz_figure_tell_against:
 * @date: (nullable): the day of the page, ISO 8601; one that is only inferred
 *   says no year to count from
 *
 * Tells with which days the change of a figure is compared, by the days of its
 * period.
 */
void
fz_figure_tell_against (FzFigure *self, const char *date)
{
  GDate page;
  gboolean known = fz_interval_set_day (&page, date);

  self->against_days = (FzInterval) { 0 };
  if (self->against != NULL)
    fz_against_resolve (self->against, &self->days, known ? &page : NULL, &self->against_days);
}

/**
 * fz_figure_tell_days:
 * @date: (nullable): the day of the page, ISO 8601
 * @since: (nullable): the first day that it can be of, where @date is not known
 * @until: (nullable): the last
 *
 * Tells which days the period of a figure is, and which ones its change is
 * compared with.
 */
void
fz_figure_tell_days (FzFigure *self, const char *date, const char *since, const char *until)
{
  GDate first, last;
  gboolean known = fz_interval_set_day (&first, date != NULL ? date : since) &&
                   fz_interval_set_day (&last, date != NULL ? date : until);

  self->days = (FzInterval) { 0 };
  if (self->period != NULL)
    fz_interval_resolve_between (self->period, known ? &first : NULL, &last, &self->days);
  fz_figure_tell_against (self, date);
}

/**
 * fz_facts_tell_days:
 *
 * Tells of all figures what fz_figure_tell_days() tells of one, and keeps @date.
 */
void
fz_facts_tell_days (FzFacts *self, const char *date, const char *since, const char *until)
{
  const FzFigure *previous = NULL;

  fz_interval_set_day (&self->page, date);
  for (guint i = 0; i < self->figures->len; i++)
    {
      FzFigure *figure = &g_array_index (self->figures, FzFigure, i);

      /* Most figures share their period with the one before. */
      if (previous != NULL && g_strcmp0 (figure->period, previous->period) == 0)
        {
          figure->days = previous->days;
          fz_figure_tell_against (figure, date);
        }
      else
        fz_figure_tell_days (figure, date, since, until);
      previous = figure;
    }
}

/**
 * fz_facts_ref:
 * @self: facts
 *
 * Returns: (transfer full): @self, with one more reference
 */
FzFacts *
fz_facts_ref (FzFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->refs);
  return self;
}

/**
 * fz_facts_unref:
 * @self: (transfer full): facts
 *
 * Drops a reference and, with the last, everything that the facts own.
 */
void
fz_facts_unref (FzFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->told, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_array_unref (self->seconds);
  g_array_unref (self->places);
  g_array_unref (self->open_places);
  g_array_unref (self->figures);
  g_array_unref (self->programmes);
  g_free (self);
}

/**
 * fz_figure_kind_name:
 * @kind: a kind of figure
 *
 * Returns: (nullable): its name in JSON and in the store
 */
const char *
fz_figure_kind_name (FzFigureKind kind)
{
  return name_at (kind_names, G_N_ELEMENTS (kind_names), kind);
}

/**
 * fz_figure_kind_from_name:
 * @name: (nullable): a name as fz_figure_kind_name() gives it
 *
 * Returns: the kind, or -1 for a stranger
 */
int
fz_figure_kind_from_name (const char *name)
{
  return index_of (kind_names, G_N_ELEMENTS (kind_names), name);
}

/**
 * fz_programme_kind_name:
 * @kind: a kind of programme
 *
 * Returns: (nullable): its name in JSON and in the store
 */
const char *
fz_programme_kind_name (FzProgrammeKind kind)
{
  return name_at (programme_kind_names, G_N_ELEMENTS (programme_kind_names), kind);
}

/**
 * fz_programme_kind_from_name:
 * @name: (nullable): a name as fz_programme_kind_name() gives it
 *
 * Returns: the kind, or -1 for a stranger
 */
int
fz_programme_kind_from_name (const char *name)
{
  return index_of (programme_kind_names, G_N_ELEMENTS (programme_kind_names), name);
}

/**
 * fz_change_name:
 * @change: a direction
 *
 * Returns: (nullable): its name in the store; JSON writes null for "none"
 */
const char *
fz_change_name (FzChange change)
{
  return name_at (change_names, G_N_ELEMENTS (change_names), change);
}

/**
 * fz_change_from_name:
 * @name: (nullable): a name as fz_change_name() gives it
 *
 * Returns: the direction, or -1 for a stranger
 */
int
fz_change_from_name (const char *name)
{
  return index_of (change_names, G_N_ELEMENTS (change_names), name);
}

/**
 * fz_verdict_name:
 * @verdict: what the reader says
 *
 * Returns: (nullable): its name in JSON and in the store
 */
const char *
fz_verdict_name (FzVerdict verdict)
{
  return name_at (verdict_names, G_N_ELEMENTS (verdict_names), verdict);
}

/**
 * fz_verdict_from_name:
 * @name: (nullable): a name as fz_verdict_name() gives it
 *
 * Returns: the verdict, or -1 for a stranger
 */
int
fz_verdict_from_name (const char *name)
{
  return index_of (verdict_names, G_N_ELEMENTS (verdict_names), name);
}

/**
 * fz_qualifier_name:
 * @one: exactly one bit
 *
 * Returns: (nullable): its name; %NULL for none, several or an unknown bit
 */
const char *
fz_qualifier_name (FzQualifiers one)
{
  for (guint bit = 0; bit < G_N_ELEMENTS (qualifier_names); bit++)
    if (one == (FzQualifiers) (1u << bit))
      return qualifier_names[bit];

  return NULL;
}

/**
 * fz_qualifier_from_name:
 * @name: (nullable): a name as fz_qualifier_name() gives it
 *
 * Returns: the bit, or 0 for a stranger
 */
FzQualifiers
fz_qualifier_from_name (const char *name)
{
  int bit = index_of (qualifier_names, G_N_ELEMENTS (qualifier_names), name);

  return bit < 0 ? (FzQualifiers) 0 : (FzQualifiers) (1u << bit);
}
