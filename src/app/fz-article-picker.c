/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-article-picker.h"

#include <adwaita.h>
#include <string.h>

/* What the reader says of the articles that are selected, one or many: starred,
 * read, moved to the bin, filed elsewhere, and the page of one removed.  It is the
 * same among the regions, in the list of several regions and in what was found.
 *
 * What is selected of a list is a range of it.  A row that was never drawn is not
 * known: its range is asked of the library, and nobody waits for that here.  Which rows
 * those are is settled when the reader says it: the lists may be others by the answer. */

/* So many rows are looked at one by one; of more the library is asked at once. */
#define MOST_LOOKED_AT 512

G_DEFINE_INTERFACE (FzArticlePicker, fz_article_picker, GTK_TYPE_WIDGET)

typedef enum { TURN_ON, TURN_OFF, TOGGLE } Turn;

/* Rows of a list that have to be asked for, as it was when they were selected. */
typedef struct {
  FzQuery    query; /* its spans are kept with a reference */
  GtkBitset *positions;
} Range;

static void
range_free (gpointer data)
{
  Range *self = data;

  g_clear_pointer (&self->query.spans, g_array_unref);
  gtk_bitset_unref (self->positions);
  g_free (self);
}

static Range *
range_new (const FzPickedPart *part)
{
  Range *self = g_new0 (Range, 1);

  self->query = *fz_article_list_get_query (FZ_ARTICLE_LIST (part->list));
  if (self->query.spans)
    g_array_ref (self->query.spans);
  self->positions = gtk_bitset_ref (part->positions);
  return self;
}

typedef struct {
  GtkWidget *picker;
  FzLibrary *library; /* whose articles they are; the picker may have another one before all are known */
  FzMark     mark;
  Turn       turn;
  GPtrArray *ranges; /* (element-type Range): that are still to be asked for */
  GArray    *ids;
  guint      n_on[FZ_N_MARKS]; /* of how many each mark holds already */
} Marking;

static void
marking_free (Marking *self)
{
  g_object_unref (self->picker);
  g_object_unref (self->library);
  g_ptr_array_unref (self->ranges);
  g_array_unref (self->ids);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

static void
fz_article_picker_default_init (FzArticlePickerInterface *iface)
{
}

static FzLibrary *
library_of (GtkWidget *picker)
{
  return FZ_ARTICLE_PICKER_GET_IFACE (picker)->get_library (FZ_ARTICLE_PICKER (picker));
}

static GPtrArray *
parts_of (GtkWidget *picker)
{
  return FZ_ARTICLE_PICKER_GET_IFACE (picker)->get_parts (FZ_ARTICLE_PICKER (picker));
}

/**
 * fz_picked_part_new:
 * @list: a list
 * @positions: (transfer full): which of its rows are selected
 *
 * Returns: (transfer full): a part of what is selected
 */
FzPickedPart *
fz_picked_part_new (FzPagedList *list, GtkBitset *positions)
{
  FzPickedPart *self = g_new0 (FzPickedPart, 1);

  self->list = g_object_ref (list);
  self->positions = positions;
  return self;
}

/**
 * fz_picked_part_free:
 * @data: a part
 */
void
fz_picked_part_free (gpointer data)
{
  FzPickedPart *self = data;

  g_object_unref (self->list);
  gtk_bitset_unref (self->positions);
  g_free (self);
}

/* Takes the articles of a part that are known; answers whether they all are.  The
 * hits of a search all are: they were shown once. */
static gboolean
take_known (Marking *self, const FzPickedPart *part)
{
  guint n = (guint) gtk_bitset_get_size (part->positions), n_before = self->ids->len, n_on[FZ_N_MARKS];
  gboolean remembers = FZ_PAGED_LIST_GET_CLASS (part->list)->remembers;
  GtkBitsetIter iter;
  guint position;
  FzMarks marks;

  memcpy (n_on, self->n_on, sizeof n_on);
  for (gboolean more = (remembers || n <= MOST_LOOKED_AT) && gtk_bitset_iter_init_first (&iter, part->positions, &position);
       more; more = gtk_bitset_iter_next (&iter, &position))
    {
      FzArticleItem *item = fz_paged_list_peek (part->list, position);

      if (!item || !fz_article_item_get_marks (item, &marks))
        break;
      for (guint i = 0; i < FZ_N_MARKS; i++)
        self->n_on[i] += marks.marks[i] != FALSE;
      g_array_append_val (self->ids, marks.article);
    }
  if (self->ids->len == n_before + n)
    return TRUE;
  g_array_set_size (self->ids, n_before);
  memcpy (self->n_on, n_on, sizeof n_on);
  return FALSE;
}

static void
finish (Marking *self)
{
  gboolean on = self->turn == TOGGLE ? self->n_on[self->mark] < self->ids->len : self->turn == TURN_ON;
  GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data, self->ids->len, sizeof (gint64));

  if (self->ids->len > 0 && library_of (self->picker) == self->library)
    gtk_widget_activate_action (self->picker, "win.mark", "(@axub)", ids, (guint) self->mark, on);
  else
    g_variant_unref (g_variant_ref_sink (ids));
}

/* Nothing is said of a part of what was selected. */
static void
tell (GtkWidget *picker, const GError *error)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (picker, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = overlay ? adw_toast_new (error->message) : NULL;

  if (!toast)
    return;
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
take_entry (Marking *self, const FzEntry *entry)
{
  self->n_on[FZ_MARK_READ] += entry->read != FALSE;
  self->n_on[FZ_MARK_STARRED] += entry->starred != FALSE;
  self->n_on[FZ_MARK_BINNED] += entry->binned != FALSE;
  g_array_append_val (self->ids, entry->id);
}

static void take_next (Marking *marking);

static void
on_range (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Marking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fz_library_list_finish (FZ_LIBRARY (source), result, &error);
  const Range *range = self->ranges->pdata[self->ranges->len - 1];
  guint first = gtk_bitset_get_minimum (range->positions);

  if (!entries)
    {
      tell (self->picker, error);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    if (gtk_bitset_contains (range->positions, first + i))
      take_entry (self, entries->pdata[i]);
  g_ptr_array_set_size (self->ranges, (int) self->ranges->len - 1);
  take_next (g_steal_pointer (&self));
}

/* Range by range, from the last. */
static void
take_next (Marking *marking)
{
  g_autoptr (Marking) self = marking;
  const Range *range = self->ranges->len > 0 ? self->ranges->pdata[self->ranges->len - 1] : NULL;
  guint first = range ? gtk_bitset_get_minimum (range->positions) : 0;

  if (!range)
    {
      finish (self);
      return;
    }
  fz_library_list_async (self->library, &range->query, first, gtk_bitset_get_maximum (range->positions) - first + 1, NULL,
                         on_range, self);
  g_steal_pointer (&self);
}

static Marking *
marking_new (GtkWidget *picker, FzMark mark, Turn turn)
{
  g_autoptr (GPtrArray) parts = parts_of (picker);
  Marking *self = g_new0 (Marking, 1);

  *self = (Marking) { g_object_ref (picker), g_object_ref (library_of (picker)), mark, turn,
                      g_ptr_array_new_with_free_func (range_free), g_array_new (FALSE, FALSE, sizeof (gint64)), { 0 } };
  for (guint i = 0; i < parts->len; i++)
    if (!take_known (self, parts->pdata[i]) && FZ_IS_ARTICLE_LIST (((const FzPickedPart *) parts->pdata[i])->list))
      g_ptr_array_add (self->ranges, range_new (parts->pdata[i]));
  return self;
}

static const struct {
  const char *action;
  FzMark      mark;
  Turn        turn;
} acts[] = {
  { "articles.star", FZ_MARK_STARRED, TURN_ON },
  { "articles.unstar", FZ_MARK_STARRED, TURN_OFF },
  { "articles.toggle-star", FZ_MARK_STARRED, TOGGLE },
  { "articles.mark-read", FZ_MARK_READ, TURN_ON },
  { "articles.mark-unread", FZ_MARK_READ, TURN_OFF },
  { "articles.toggle-read", FZ_MARK_READ, TOGGLE },
  { "articles.bin", FZ_MARK_BINNED, TURN_ON },
  { "articles.unbin", FZ_MARK_BINNED, TURN_OFF },
  { "articles.toggle-bin", FZ_MARK_BINNED, TOGGLE },
};

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; library_of (widget) && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, name))
      take_next (marking_new (widget, acts[i].mark, acts[i].turn));
}

/* The first article that is selected; the menu is that of one. */
static const FzEntry *
first_entry (GtkWidget *picker)
{
  g_autoptr (GPtrArray) parts = parts_of (picker);
  const FzPickedPart *part = parts->len > 0 ? parts->pdata[0] : NULL;
  FzArticleItem *item = part ? fz_paged_list_peek (part->list, gtk_bitset_get_minimum (part->positions)) : NULL;

  return item ? fz_article_item_get_entry (item) : NULL;
}

static void
file_under_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const FzEntry *entry = first_entry (widget);

  if (entry)
    gtk_widget_activate_action (widget, "win.file-article", "x", entry->id);
}

static void
remove_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const FzEntry *entry = first_entry (widget);

  if (entry)
    gtk_widget_activate_action (widget, "win.remove-source", "x", entry->source);
}

/**
 * fz_article_picker_install_actions:
 * @klass: the class of a picker
 *
 * Installs the actions.
 */
void
fz_article_picker_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (klass, acts[i].action, NULL, mark_action);
  gtk_widget_class_install_action (klass, "articles.file-under", NULL, file_under_action);
  gtk_widget_class_install_action (klass, "articles.remove-source", NULL, remove_source_action);
}

static guint
n_picked (const GPtrArray *parts)
{
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    n += (guint) gtk_bitset_get_size (((const FzPickedPart *) parts->pdata[i])->positions);
  return n;
}

/**
 * fz_article_picker_update:
 * @self: a picker
 *
 * Leaves in the menu what can be said of what is selected; of what is not known,
 * anything.  One article at a time is filed elsewhere.
 */
void
fz_article_picker_update (FzArticlePicker *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GPtrArray) parts = parts_of (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Marking seen = { .ids = ids };
  gboolean all = TRUE;

  for (guint i = 0; i < parts->len; i++)
    all = take_known (&seen, parts->pdata[i]) && all;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      guint n_on = seen.n_on[acts[i].mark];
      gboolean some = acts[i].turn == TURN_ON ? n_on < ids->len : n_on > 0;

      if (acts[i].turn != TOGGLE)
        gtk_widget_action_set_enabled (widget, acts[i].action, some || !all);
    }
  gtk_widget_action_set_enabled (widget, "articles.file-under", n_picked (parts) == 1);
  gtk_widget_action_set_enabled (widget, "articles.remove-source", n_picked (parts) == 1);
}
