/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-flow.h"

#include "fz-heights.h"

/* So many passages, and so many code points of them, are kept as they are set: more
 * than a screen shows.  A character as it is set takes some 96 bytes. */
#define KEPT_PASSAGES 256
#define KEPT_CHARS (1 << 18)

struct _FzFlow {
  PangoFontMap      *map;
  const FzFlowStyle *styles;
  guint              n_styles;
  FzFlowLook         look; /* with strings of its own */
  FzFace           **faces;
  FzManuscript      *manuscript;
  int                width;
  FzFlowRoom         room;  /* (nullable) */
  gpointer           room_data;

  FzHeights         *heights;
  guint8            *exact;  /* of each passage, whether its height is not estimated */
  guint              next;   /* all passages before it are exact */
  GHashTable        *set;    /* passage → Kept */
  GQueue             recent; /* of Kept, the last used first */
  gsize              kept_chars;
};

typedef struct {
  FzSetPassage passage;
  guint        index;
  GList        link;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  fz_paragraph_free (kept->passage.paragraph);
  g_array_unref (kept->passage.lines);
  g_free (kept);
}

static void
forget_set (FzFlow *self)
{
  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->set);
  self->kept_chars = 0;
}

/**
 * fz_flow_new:
 * @map: where fonts come from
 * @styles: (array length=n_styles): what the styles of manuscripts mean; they must
 *   outlive it
 *
 * Returns: (transfer full): an empty column
 */
FzFlow *
fz_flow_new (PangoFontMap *map, const FzFlowStyle *styles, guint n_styles)
{
  FzFlow *self = g_new0 (FzFlow, 1);

  self->map = g_object_ref (map);
  self->styles = styles;
  self->n_styles = n_styles;
  self->faces = g_new0 (FzFace *, n_styles);
  self->look = (FzFlowLook) { .size = 16, .leading = 1, .setting = FZ_SETTING_DEFAULT };
  self->width = 1;
  self->set = g_hash_table_new_full (NULL, NULL, NULL, kept_free);
  g_queue_init (&self->recent);
  return self;
}

static void
forget_faces (FzFlow *self)
{
  for (guint i = 0; i < self->n_styles; i++)
    g_clear_pointer (&self->faces[i], fz_face_free);
}

static void
free_look (FzFlowLook *look)
{
  g_free ((char *) look->family);
  g_free ((char *) look->latin);
  g_free ((char *) look->language);
}

void
fz_flow_free (FzFlow *self)
{
  forget_set (self);
  forget_faces (self);
  free_look (&self->look);
  g_hash_table_unref (self->set);
  g_clear_pointer (&self->heights, fz_heights_free);
  g_clear_pointer (&self->manuscript, fz_manuscript_unref);
  g_object_unref (self->map);
  g_free (self->faces);
  g_free (self->exact);
  g_free (self);
}

static guint
n_passages (const FzFlow *self)
{
  return self->manuscript != NULL ? fz_manuscript_n_passages (self->manuscript) : 0;
}

static const FzFlowStyle *
style_of (const FzFlow *self, const FzPassage *passage)
{
  return &self->styles[MIN (passage->style, self->n_styles - 1)];
}

/* Whether the paragraph of a passage goes on in the next. */
static gboolean
goes_on (const FzFlow *self, guint index)
{
  return index + 1 < n_passages (self) && fz_manuscript_get_passage (self->manuscript, index + 1)->goes_on;
}

/**
 * fz_flow_get_metrics:
 * @passage: its index
 * @metrics: (out): what its lines measure
 */
void
fz_flow_get_metrics (const FzFlow *self, guint passage, FzFlowMetrics *metrics)
{
  const FzPassage *own = fz_manuscript_get_passage (self->manuscript, passage);
  const FzFlowStyle *style = style_of (self, own);
  double em = self->look.size * style->scale;

  metrics->em = em;
  metrics->pitch = MAX (1, (int) (em * style->pitch * self->look.leading + .5));
  metrics->baseline = (metrics->pitch - em) / 2 + FZ_HAN_ASCENT * em + .5;
  metrics->above = own->goes_on ? 0 : (int) (style->above * self->look.size + .5);
  metrics->below = goes_on (self, passage) ? 0 : (int) (style->below * self->look.size + .5);
}

static int
height_of (const FzFlow *self, guint index, guint n_lines, gboolean exact)
{
  FzFlowMetrics metrics;
  int lines;

  fz_flow_get_metrics (self, index, &metrics);
  lines = MAX (n_lines, 1) * metrics.pitch;
  if (self->room != NULL)
    lines = MAX (lines, self->room (index, lines, exact, self->room_data));
  return metrics.above + lines + metrics.below;
}

/* By the width of its characters: Han have three bytes and an em, Latin one and about
 * half an em. */
static int
estimate (const FzFlow *self, guint index)
{
  const FzPassage *passage = fz_manuscript_get_passage (self->manuscript, index);
  guint n = passage->end - passage->start;
  double han = (passage->byte_end - passage->byte - n) / 2.0;
  double ems = MIN (han, n) + (n - MIN (han, n)) / 2 + (style_of (self, passage)->body ? self->look.setting.indent : 0);
  double measure = MAX (4, (int) (self->width / (self->look.size * style_of (self, passage)->scale)));

  return height_of (self, index, ems / measure + .9, FALSE);
}

static void
start_anew (FzFlow *self)
{
  guint n = n_passages (self);
  g_autofree int *heights = g_new (int, n + 1);

  forget_set (self);
  g_clear_pointer (&self->heights, fz_heights_free);
  g_free (self->exact);
  self->exact = g_new0 (guint8, n + 1);
  self->next = 0;
  for (guint i = 0; i < n; i++)
    heights[i] = estimate (self, i);
  self->heights = fz_heights_new (heights, n);
}

/**
 * fz_flow_set_manuscript:
 * @manuscript: (nullable): what is set; it must not change any more
 */
void
fz_flow_set_manuscript (FzFlow *self, FzManuscript *manuscript)
{
  g_clear_pointer (&self->manuscript, fz_manuscript_unref);
  self->manuscript = manuscript != NULL ? fz_manuscript_ref (manuscript) : NULL;
  start_anew (self);
}

/**
 * fz_flow_set_look:
 * @look: copied
 */
void
fz_flow_set_look (FzFlow *self, const FzFlowLook *look)
{
  FzFlowLook old = self->look;

  self->look = *look;
  self->look.family = g_strdup (look->family);
  self->look.latin = g_strdup (look->latin);
  self->look.language = g_strdup (look->language);
  free_look (&old);
  forget_faces (self);
  start_anew (self);
}

/**
 * fz_flow_set_width:
 * @width: of the column
 */
void
fz_flow_set_width (FzFlow *self, int width)
{
  if (width == self->width)
    return;
  self->width = width;
  start_anew (self);
}

/**
 * fz_flow_set_room:
 * @room: (nullable): says how much room a passage takes that is more than its lines; what
 *   it says is asked for anew when this is called
 */
void
fz_flow_set_room (FzFlow *self, FzFlowRoom room, gpointer user_data)
{
  self->room = room;
  self->room_data = user_data;
  start_anew (self);
}

/** fz_flow_get_width: */
int
fz_flow_get_width (const FzFlow *self)
{
  return self->width;
}

/**
 * fz_flow_is_vertical:
 *
 * Returns: whether its lines run from top to bottom
 */
gboolean
fz_flow_is_vertical (const FzFlow *self)
{
  return self->look.setting.vertical;
}

/**
 * fz_flow_get_manuscript:
 *
 * Returns: (transfer none) (nullable): what is set
 */
FzManuscript *
fz_flow_get_manuscript (const FzFlow *self)
{
  return self->manuscript;
}

static FzFace *
face_of (FzFlow *self, guint style)
{
  const FzFlowStyle *own = &self->styles[style];

  if (self->faces[style] == NULL)
    {
      self->faces[style] = fz_face_new (self->map, self->look.family, self->look.size * own->scale, self->look.language);
      if (self->look.prepare != NULL)
        self->look.prepare (fz_face_get_context (self->faces[style]));
      fz_face_set_weight (self->faces[style], own->weight);
      fz_face_set_latin (self->faces[style], self->look.latin);
    }
  return self->faces[style];
}

/* The least measure at which a heading has no more lines than at its full one. */
static GArray *
break_balanced (const FzParagraph *paragraph, double measure)
{
  GArray *lines = fz_paragraph_break (paragraph, measure, FZ_BREAKING_AUTO);
  double least = measure / 2, most = measure;

  while (lines->len > 1 && lines->len < 6 && most - least > .5)
    {
      double middle = (least + most) / 2;
      GArray *closer = fz_paragraph_break (paragraph, middle, FZ_BREAKING_AUTO);

      if (closer->len > lines->len)
        {
          least = middle;
          g_array_unref (closer);
          continue;
        }
      most = middle;
      g_array_unref (lines);
      lines = closer;
    }
  return lines;
}

static Kept *
compose (FzFlow *self, guint index)
{
  const FzPassage *passage = fz_manuscript_get_passage (self->manuscript, index);
  const FzFlowStyle *style = style_of (self, passage);
  FzFace *face = face_of (self, style - self->styles);
  FzSetting setting = self->look.setting;
  Kept *kept = g_new0 (Kept, 1);
  double measure = self->width / (self->look.size * style->scale);
  gsize length;
  const char *text = fz_manuscript_get_text (self->manuscript, &length);

  setting.indent = style->body && !passage->goes_on ? setting.indent : 0;
  setting.justify = style->body && setting.justify;
  kept->index = index;
  kept->link.data = kept;
  kept->passage.paragraph = fz_paragraph_new (face, text + passage->byte, passage->byte_end - passage->byte, &setting);
  kept->passage.lines = style->body ? fz_paragraph_break (kept->passage.paragraph, measure, FZ_BREAKING_AUTO)
                                    : break_balanced (kept->passage.paragraph, measure);
  fz_heights_set (self->heights, index, height_of (self, index, kept->passage.lines->len, TRUE));
  self->exact[index] = TRUE;
  return kept;
}

static void
keep (FzFlow *self, Kept *kept)
{
  g_queue_push_head_link (&self->recent, &kept->link);
  g_hash_table_insert (self->set, GUINT_TO_POINTER (kept->index), kept);
  self->kept_chars += fz_paragraph_get_length (kept->passage.paragraph);
  while (self->recent.length > 1 && (self->recent.length > KEPT_PASSAGES || self->kept_chars > KEPT_CHARS))
    {
      Kept *last = g_queue_peek_tail (&self->recent);

      g_queue_unlink (&self->recent, &last->link);
      self->kept_chars -= fz_paragraph_get_length (last->passage.paragraph);
      g_hash_table_remove (self->set, GUINT_TO_POINTER (last->index));
    }
}

/**
 * fz_flow_set_passage:
 * @passage: its index
 *
 * Composes it, unless it was lately; its height is exact from now on.
 *
 * Returns: (transfer none): its lines
 */
const FzSetPassage *
fz_flow_set_passage (FzFlow *self, guint passage)
{
  Kept *kept = g_hash_table_lookup (self->set, GUINT_TO_POINTER (passage));

  if (kept == NULL)
    {
      kept = compose (self, passage);
      keep (self, kept);
      return &kept->passage;
    }
  g_queue_unlink (&self->recent, &kept->link);
  g_queue_push_head_link (&self->recent, &kept->link);
  return &kept->passage;
}

/**
 * fz_flow_settle:
 * @until: the monotonic time at which to stop
 *
 * Composes what was not yet, for its height alone.
 *
 * Returns: whether anything is left to do
 */
gboolean
fz_flow_settle (FzFlow *self, gint64 until)
{
  guint n = n_passages (self);

  for (; self->next < n && g_get_monotonic_time () < until; self->next++)
    if (!self->exact[self->next])
      kept_free (compose (self, self->next));
  return self->next < n;
}

/** fz_flow_get_height: */
gint64
fz_flow_get_height (const FzFlow *self)
{
  return self->heights != NULL ? fz_heights_above (self->heights, n_passages (self)) : 0;
}

/** fz_flow_get_top: */
gint64
fz_flow_get_top (const FzFlow *self, guint passage)
{
  return fz_heights_above (self->heights, passage);
}

/**
 * fz_flow_passage_at:
 * @y: a place in the column; beyond its ends the first or the last is taken
 *
 * Returns: the passage there; there must be one
 */
guint
fz_flow_passage_at (const FzFlow *self, gint64 y)
{
  return fz_heights_at (self->heights, y);
}
