/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-compare-dialog.h"

#include <glib/gi18n.h>

#include "fz-comparison.h"
#include "fz-highlight.h"
#include "fz-language.h"
#include "fz-reading-folio.h"
#include "fz-reading-look.h"
#include "fz-reading-styles.h"
#include "fz-reading-text.h"

/* Two papers' ways of telling a story, beside each other.  What differs has the
 * colour of a hit and a line below; that which is looked at has the stronger
 * colour, and is said in words. */

#define N_SIDES 2

struct _FzCompareDialog {
  AdwDialog          parent_instance;

  GtkStack          *stack;
  AdwStatusPage     *error;
  GtkBox            *page_a;
  GtkBox            *page_b;
  GtkLabel          *origin_a;
  GtkLabel          *origin_b;
  FzReadingView     *view_a;
  FzReadingView     *view_b;
  GtkWidget         *next;
  GtkLabel          *status;

  FzReadingSettings *settings;
  FzComparison      *comparison; /* (nullable): until it is loaded */
  gint64             other;
  GCancellable      *cancellable;
  guint              shown;      /* which difference is looked at; as many as there are: none yet */
};

G_DEFINE_FINAL_TYPE (FzCompareDialog, fz_compare_dialog, ADW_TYPE_DIALOG)

enum { PARTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static FzReadingView *
view_of (FzCompareDialog *self, guint side)
{
  return side == 0 ? self->view_a : self->view_b;
}

static const FzDifference *
difference_at (FzCompareDialog *self, guint index)
{
  return &g_array_index (self->comparison->differences, FzDifference, index);
}

/* Half a point below the reading pane's: two columns stand in the place of one. */
static double
text_size (FzCompareDialog *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (FZ_READING_POINTS - .5) / 72 * (dpi > 0 ? dpi / 1024.0 : 96);
}

static void
update_look (FzCompareDialog *self)
{
  GtkWidget *pages[] = { GTK_WIDGET (self->page_a), GTK_WIDGET (self->page_b) };

  for (guint i = 0; self->comparison != NULL && i < N_SIDES; i++)
    {
      const FzArticle *article = self->comparison->stored[i]->article;

      fz_reading_look_apply (self->settings, view_of (self, i), text_size (self), fz_text_language (article->text));
      fz_reading_look_color (self->settings, view_of (self, i), pages[i]);
    }
}

/* Also answers which of the hits of that side a difference is; it is none where
 * that side lacks what the other has. */
static guint
mark_differences (FzCompareDialog *self, guint side, guint shown)
{
  FzRanges *colours = fz_reading_view_get_layer (view_of (self, side), FZ_LAYER_HIT);
  FzRanges *lines = fz_reading_view_get_layer (view_of (self, side), FZ_LAYER_HIGHLIGHT);
  guint hit = G_MAXUINT;

  fz_ranges_clear (colours);
  fz_ranges_clear (lines);
  for (guint i = 0; i < self->comparison->differences->len; i++)
    {
      const FzDifference *difference = difference_at (self, i);

      if (difference->end[side] == difference->start[side])
        continue;
      if (i == shown)
        hit = fz_ranges_n (colours);
      fz_ranges_add (colours, difference->start[side], difference->end[side], 0);
      fz_ranges_add (lines, difference->start[side], difference->end[side], FZ_HIGHLIGHT_NOTE);
    }
  fz_reading_view_layer_changed (view_of (self, side), FZ_LAYER_HIGHLIGHT);
  return hit;
}

static char *
describe_difference (FzCompareDialog *self)
{
  g_autofree char *here = fz_comparison_dup_words (self->comparison, self->shown, 0);
  g_autofree char *there = fz_comparison_dup_words (self->comparison, self->shown, 1);

  if (*there == '\0')
    return g_strdup_printf (_("only the first has “%s”"), here);
  if (*here == '\0')
    return g_strdup_printf (_("only the second has “%s”"), there);
  return g_strdup_printf (_("“%s” in the first, “%s” in the second"), here, there);
}

static char *
describe (FzCompareDialog *self)
{
  guint n = self->comparison->differences->len;
  g_autofree char *words = NULL;

  if (n == 0)
    return g_strdup (_("Both tell it in the same words"));
  if (self->shown >= n)
    return g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  words = describe_difference (self);
  /* Which of how many, and what it is. */
  return g_strdup_printf (_("%u of %u: %s"), self->shown + 1, n, words);
}

static void
tell (FzCompareDialog *self)
{
  g_autofree char *text = describe (self);

  gtk_label_set_text (self->status, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->status), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Where one side lacks something, what stands around the gap is pointed out. */
static void
show_side (FzCompareDialog *self, guint side)
{
  const FzDifference *difference = difference_at (self, self->shown);
  guint start = difference->start[side], end = difference->end[side];
  FzReadingView *view = view_of (self, side);

  fz_reading_view_set_hit (view, mark_differences (self, side, self->shown));
  if (start == end)
    fz_reading_view_mark (view, start - MIN (start, 1), start + 1);
  else
    fz_reading_view_mark (view, start, start);
  fz_reading_view_show (view, start, MAX (end, start + 1));
}

/* From the last to the first and back, as find does. */
static void
on_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzCompareDialog *self = FZ_COMPARE_DIALOG (widget);
  gboolean on = g_variant_get_int32 (parameter) > 0;
  guint n = self->comparison != NULL ? self->comparison->differences->len : 0;

  if (n == 0)
    return;
  if (self->shown >= n)
    self->shown = on ? 0 : n - 1;
  else
    self->shown = (self->shown + (on ? 1 : n - 1)) % n;
  for (guint i = 0; i < N_SIDES; i++)
    show_side (self, i);
  tell (self);
}

static void
on_part (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzCompareDialog *self = FZ_COMPARE_DIALOG (widget);

  g_signal_emit (self, signals[PARTED], 0, self->other);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
show_article (FzCompareDialog *self, guint side)
{
  const FzStored *stored = self->comparison->stored[side];
  g_autoptr (FzManuscript) text = fz_reading_manuscript (stored->article);
  g_autofree char *origin = fz_reading_origin (stored->entry);
  GtkLabel *label = side == 0 ? self->origin_a : self->origin_b;

  gtk_label_set_text (label, origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), origin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view_of (self, side)), GTK_ACCESSIBLE_PROPERTY_LABEL, origin, -1);
  fz_reading_view_set_text (view_of (self, side), text);
  fz_reading_view_set_hit (view_of (self, side), mark_differences (self, side, G_MAXUINT));
}

static void
show_comparison (FzCompareDialog *self, FzComparison *comparison)
{
  guint n = comparison->differences->len;

  self->comparison = comparison;
  self->shown = n;
  update_look (self);
  for (guint i = 0; i < N_SIDES; i++)
    show_article (self, i);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.step", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.part", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "articles");
  gtk_widget_grab_focus (n > 0 ? self->next : GTK_WIDGET (self->view_a));
  tell (self);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzCompareDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzComparison) comparison = fz_comparison_load_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (comparison != NULL)
    {
      show_comparison (self, g_steal_pointer (&comparison));
      return;
    }
  text = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error, text);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
fz_compare_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (FZ_COMPARE_DIALOG (dialog)->cancellable);
}

static void
fz_compare_dialog_dispose (GObject *object)
{
  FzCompareDialog *self = FZ_COMPARE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_COMPARE_DIALOG);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->comparison, fz_comparison_free);
  G_OBJECT_CLASS (fz_compare_dialog_parent_class)->dispose (object);
}

static void
fz_compare_dialog_finalize (GObject *object)
{
  g_clear_object (&FZ_COMPARE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (fz_compare_dialog_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, 0, "compare.step", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F3, GDK_SHIFT_MASK, "compare.step", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK, "compare.step", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compare.step", "i", -1);
}

static void
fz_compare_dialog_class_init (FzCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_compare_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_compare_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = fz_compare_dialog_closed;
  /* The other article is not the same story. */
  signals[PARTED] = g_signal_new ("parted", FZ_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (FZ_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, error);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, page_a);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, page_b);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, origin_a);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, origin_b);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, view_a);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, view_b);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, next);
  gtk_widget_class_bind_template_child (widget_class, FzCompareDialog, status);
  gtk_widget_class_install_action (widget_class, "compare.step", "i", on_step);
  gtk_widget_class_install_action (widget_class, "compare.part", NULL, on_part);
  add_keys (widget_class);
}

static void
fz_compare_dialog_init (FzCompareDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = fz_reading_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.step", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.part", FALSE);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_look), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fz_compare_dialog_new:
 * @library: where both are
 * @article: id of the one
 * @other: id of the other
 *
 * Returns: (transfer floating): a dialog that shows both as soon as they are loaded
 */
AdwDialog *
fz_compare_dialog_new (FzLibrary *library, gint64 article, gint64 other)
{
  FzCompareDialog *self = g_object_new (FZ_TYPE_COMPARE_DIALOG, NULL);

  self->other = other;
  fz_comparison_load_async (library, article, other, self->cancellable, on_compared, g_object_ref (self));
  return ADW_DIALOG (self);
}
