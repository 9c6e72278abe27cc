/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-labels.h"

#include <glib/gi18n.h>

/* In the order in which the kinds are listed. */
static const struct {
  FzFigureKind  kind;
  const char   *label;
} kinds[] = {
  { FZ_FIGURE_MONEY,    N_("Money") },
  { FZ_FIGURE_COUNT,    N_("Counts") },
  { FZ_FIGURE_PERCENT,  N_("Percentages") },
  { FZ_FIGURE_AREA,     N_("Areas") },
  { FZ_FIGURE_LENGTH,   N_("Lengths") },
  { FZ_FIGURE_MASS,     N_("Weights") },
  { FZ_FIGURE_VOLUME,   N_("Volumes") },
  { FZ_FIGURE_ENERGY,   N_("Energy") },
  { FZ_FIGURE_DURATION, N_("Durations") },
  { FZ_FIGURE_SPEED,    N_("Speeds") },
  { FZ_FIGURE_RATIO,    N_("Ratios") },
  { FZ_FIGURE_RANK,     N_("Ranks") },
  { FZ_FIGURE_OTHER,    N_("Other Figures") },
};

/* A range is printed with both of its ends and needs no word. */
static const struct {
  FzQualifiers  qualifier;
  const char   *label;
} qualifiers[] = {
  { FZ_QUALIFIER_APPROX, N_("about") },
  { FZ_QUALIFIER_OVER,   N_("over") },
  { FZ_QUALIFIER_UNDER,  N_("under") },
  { FZ_QUALIFIER_EACH,   N_("each") },
  { FZ_QUALIFIER_TARGET, N_("target") },
};

static const struct {
  const char *arrow;
  const char *label;
} changes[] = {
  [FZ_CHANGE_NONE] = { "", "" },
  [FZ_CHANGE_UP]   = { "↑", N_("up") },
  [FZ_CHANGE_DOWN] = { "↓", N_("down") },
};

static const struct {
  const char *label;
  const char *icon;
} verdicts[] = {
  [FZ_VERDICT_AUTO]      = { "", NULL },
  [FZ_VERDICT_CONFIRMED] = { N_("confirmed"), "object-select-symbolic" },
  [FZ_VERDICT_CORRECTED] = { N_("corrected"), "document-edit-symbolic" },
  [FZ_VERDICT_REJECTED]  = { N_("rejected"), "action-unavailable-symbolic" },
  [FZ_VERDICT_ADDED]     = { N_("added by you"), "list-add-symbolic" },
};

/** fz_figure_n_kinds: */
guint
fz_figure_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

/** fz_figure_nth_kind: */
FzFigureKind
fz_figure_nth_kind (guint n)
{
  return kinds[n].kind;
}

/**
 * fz_figure_kind_place:
 *
 * Returns: where figures of @kind stand among the others
 */
guint
fz_figure_kind_place (FzFigureKind kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) - 1 && kinds[i].kind != kind)
    i++;
  return i;
}

const char *
fz_figure_kind_label (FzFigureKind kind)
{
  return _(kinds[fz_figure_kind_place (kind)].label);
}

/**
 * fz_figure_dup_badges:
 *
 * Returns: (transfer full): what @set says, as words; may be empty
 */
char *
fz_figure_dup_badges (FzQualifiers set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (set & qualifiers[i].qualifier)
      g_string_append_printf (text, "%s%s", text->len ? " · " : "", _(qualifiers[i].label));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

const char *
fz_figure_change_arrow (FzChange change)
{
  return changes[change].arrow;
}

const char *
fz_figure_change_label (FzChange change)
{
  return change == FZ_CHANGE_NONE ? "" : _(changes[change].label);
}

const char *
fz_figure_verdict_label (FzVerdict verdict)
{
  return verdict == FZ_VERDICT_AUTO ? "" : _(verdicts[verdict].label);
}

/** fz_figure_verdict_icon: */
const char *
fz_figure_verdict_icon (FzVerdict verdict)
{
  return verdicts[verdict].icon;
}

/* A day that begins or ends its month or its year is told by these alone. */
static char *
dup_end (const GDate *day, gboolean years, gboolean months)
{
  if (years)
    return g_strdup_printf ("%d", g_date_get_year (day));
  if (months)
    return g_strdup_printf ("%d-%02d", g_date_get_year (day), g_date_get_month (day));
  return fz_interval_dup_day (day);
}

/**
 * fz_figure_dup_days:
 * @days: the days of a period
 *
 * Returns: (transfer full): them for a person, whole years and months without
 *   their days: 2023, 2023-01 – 2023-11; empty where they are not known
 */
char *
fz_figure_dup_days (const FzInterval *days)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;
  gboolean months, years;

  if (!fz_interval_is_known (days))
    return g_strdup ("");
  months = g_date_is_first_of_month (&days->since) && g_date_is_last_of_month (&days->until);
  years = months && g_date_get_month (&days->since) == 1 && g_date_get_month (&days->until) == 12;
  first = dup_end (&days->since, years, months);
  last = dup_end (&days->until, years, months);
  both = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  /* Translators: days that a newspaper does not name but that follow from it. */
  return days->doubt ? g_strdup_printf (_("probably %s"), both) : g_steal_pointer (&both);
}

/**
 * fz_figure_dup_against:
 *
 * Returns: (transfer full) (nullable): with what its change is compared and which
 *   days that is, for a person: compared 同比 · 2022
 */
char *
fz_figure_dup_against (const FzFigure *figure)
{
  g_autofree char *days = fz_figure_dup_days (&figure->against_days);

  if (figure->against == NULL)
    return NULL;
  if (*days == '\0')
    /* Translators: with what a change is compared, in the words of a newspaper: 同比, 比上年. */
    return g_strdup_printf (_("compared: %s"), figure->against);
  /* Translators: the words of a newspaper, and which days these are: compared: 同比 · 2022-01 – 2022-11. */
  return g_strdup_printf (_("compared: %s · %s"), figure->against, days);
}

/**
 * fz_figure_dup_region:
 *
 * Returns: (transfer full) (nullable): of which other region than the article's it is
 */
char *
fz_figure_dup_region (const FzFigure *figure)
{
  const char *name = figure->region != FZ_REGION_NONE ? fz_region_name (figure->region) : NULL;

  /* Translators: %s is the name of the region that a figure is of. */
  return name != NULL ? g_strdup_printf (_("of %s"), name) : NULL;
}
