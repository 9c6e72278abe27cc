/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-pane-private.h"

#include <glib/gi18n.h>

#include "fz-fact-text.h"
#include "fz-figure-dialog.h"

/* What the reader can do with figures: the actions of the group "figure".  What
 * becomes of it is in fz-figures-pane-kept.c. */

static const FzFigure *
selected_figure (FzFiguresPane *self)
{
  FzFigureItem *item = fz_figure_page_get_selected (self->figures);

  return item ? fz_figure_item_get_figure (item) : NULL;
}

static void
set_enabled (FzFiguresPane *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Another figure is selected, or other words, or something was said. */
void
fz_figures_pane_update_actions (FzFiguresPane *self)
{
  const FzFigure *figure = self->verdicts ? selected_figure (self) : NULL;
  FzVerdict verdict = figure ? figure->verdict : FZ_VERDICT_AUTO;
  guint start, end;

  set_enabled (self, "confirm", figure && verdict != FZ_VERDICT_CONFIRMED && verdict != FZ_VERDICT_ADDED);
  set_enabled (self, "correct", figure != NULL);
  set_enabled (self, "reject", figure && verdict != FZ_VERDICT_REJECTED && verdict != FZ_VERDICT_ADDED);
  set_enabled (self, "withdraw", figure && verdict != FZ_VERDICT_AUTO);
  set_enabled (self, "add", self->verdicts && fz_fact_text_get_selection (self->pane, &start, &end));
  set_enabled (self, "undo", self->verdicts && fz_figure_verdicts_can_undo (self->verdicts));
  set_enabled (self, "redo", self->verdicts && fz_figure_verdicts_can_redo (self->verdicts));
}

static void
judge (FzFiguresPane *self, FzVerdict verdict)
{
  FzFigureItem *item = fz_figure_page_get_selected (self->figures);
  const FzFigure *figure = selected_figure (self);
  g_autoptr (FzFigure) after = NULL;

  if (figure == NULL || self->verdicts == NULL)
    return;
  after = fz_figure_copy (figure);
  after->verdict = verdict;
  fz_figure_verdicts_judge (self->verdicts, fz_figure_item_get_article (item), figure, after);
}

static void
offer_undo (FzFiguresPane *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "figure.undo");
  fz_figure_page_say (self->figures, toast);
}

static void
on_confirm (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  judge (user_data, FZ_VERDICT_CONFIRMED);
}

static void
on_reject (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  judge (user_data, FZ_VERDICT_REJECTED);
  offer_undo (user_data, _("Figure rejected"));
}

static void
on_withdraw (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const FzFigure *figure = selected_figure (user_data);
  gboolean own = figure && figure->verdict == FZ_VERDICT_ADDED;

  judge (user_data, FZ_VERDICT_AUTO);
  if (own)
    offer_undo (user_data, _("Figure removed"));
}

/* The dialog stands over an article that may be another by then. */
typedef struct {
  FzFigureVerdicts *verdicts;
  gint64            article;
  FzFigure         *before; /* (nullable) */
} Editing;

static void
editing_free (gpointer data, GClosure *closure)
{
  Editing *editing = data;

  g_object_unref (editing->verdicts);
  g_clear_pointer (&editing->before, fz_figure_free);
  g_free (editing);
}

static void
on_applied (FzFigureDialog *dialog, const FzFigure *figure, Editing *editing)
{
  fz_figure_verdicts_judge (editing->verdicts, editing->article, editing->before, figure);
}

static void
open_dialog (FzFiguresPane *self, gint64 article, const FzFigure *before, const FzFigure *after, const char *context)
{
  AdwDialog *dialog = fz_figure_dialog_new (after, context);
  Editing *editing = g_new0 (Editing, 1);

  editing->verdicts = g_object_ref (self->verdicts);
  editing->article = article;
  editing->before = before ? fz_figure_copy (before) : NULL;
  g_signal_connect_data (dialog, "applied", G_CALLBACK (on_applied), editing, editing_free, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_correct (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzFiguresPane *self = user_data;
  FzFigureItem *item = fz_figure_page_get_selected (self->figures);
  const FzFigure *figure = selected_figure (self);
  g_autoptr (FzFigure) after = NULL;

  if (figure == NULL || self->verdicts == NULL)
    return;
  after = fz_figure_copy (figure);
  if (after->verdict != FZ_VERDICT_ADDED)
    after->verdict = FZ_VERDICT_CORRECTED;
  open_dialog (self, fz_figure_item_get_article (item), figure, after, fz_figure_item_get_context (item));
}

/* Where the selection stands in its block; one over several is of none. */
static gboolean
take_span (const FzArticle *article, guint start, guint end, FzSpan *out)
{
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (article, i);

      if (start < block->start || end > block->end)
        continue;
      *out = (FzSpan) { i, start - block->start, end - block->start, fz_block_line_at (block, start - block->start) };
      return TRUE;
    }
  return FALSE;
}

/* The figure that is written in the selection, or all that is selected. */
static FzFigure *
new_figure (const FzArticle *article, const FzSpan *span)
{
  g_autofree char *block = fz_article_dup_block (article, span->block);
  g_autofree char *words = g_utf8_substring (block, span->start, span->end);
  FzFigure *figure = g_new0 (FzFigure, 1);
  guint start, end;

  figure->span = *span;
  if (fz_figure_find_words (words, &start, &end))
    {
      figure->span.start = span->start + start;
      figure->span.end = span->start + end;
    }
  figure->span.line = fz_block_line_at (fz_article_block (article, span->block), figure->span.start);
  figure->surface = g_utf8_substring (block, figure->span.start, figure->span.end);
  figure->verdict = FZ_VERDICT_ADDED;
  figure->ordinal = FZ_FIGURE_NEW;
  return figure;
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FzFiguresPane *self = user_data;
  const FzStored *part;
  g_autoptr (FzFigure) figure = NULL;
  FzSpan span;
  guint start, end;

  part = self->verdicts ? fz_fact_text_get_selection (self->pane, &start, &end) : NULL;
  if (part == NULL)
    return;
  if (!take_span (part->article, start, end, &span))
    {
      fz_figure_page_say (self->figures, adw_toast_new (_("Select words of one paragraph")));
      return;
    }
  figure = new_figure (part->article, &span);
  open_dialog (self, part->entry->id, NULL, figure, figure->surface);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_figure_verdicts_undo (FZ_FIGURES_PANE (user_data)->verdicts);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fz_figure_verdicts_redo (FZ_FIGURES_PANE (user_data)->verdicts);
}

static void
on_order (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  gboolean by_size = g_str_equal (g_variant_get_string (value, NULL), "size");

  g_simple_action_set_state (action, value);
  fz_figure_page_set_order (FZ_FIGURES_PANE (user_data)->figures,
                            by_size ? FZ_FIGURE_ORDER_SIZE : FZ_FIGURE_ORDER_TEXT);
}

static const GActionEntry entries[] = {
  { .name = "confirm",  .activate = on_confirm },
  { .name = "correct",  .activate = on_correct },
  { .name = "reject",   .activate = on_reject },
  { .name = "withdraw", .activate = on_withdraw },
  { .name = "add",      .activate = on_add },
  { .name = "undo",     .activate = on_undo },
  { .name = "redo",     .activate = on_redo },
  { .name = "order",    .parameter_type = "s", .state = "'text'", .change_state = on_order },
};

/* The selection is in the text, so its key counts wherever in the window it is
 * pressed. */
static void
add_key (FzFiguresPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>m"),
                                                          gtk_named_action_new ("figure.add")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Makes the group. */
void
fz_figures_pane_install_actions (FzFiguresPane *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "figure", G_ACTION_GROUP (self->actions));
  add_key (self);
  fz_figures_pane_update_actions (self);
}
