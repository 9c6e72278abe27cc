/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-details-dialog.h"

#include <glib/gi18n.h>

#include "fz-region-page.h"
#include "fz-sheet-acts.h"
#include "fz-sheet-words.h"

/* What is known of an article and of its page, to be corrected.  Each row is
 * applied by itself; one that the reader is writing in is left alone when the
 * page has been analysed anew.  What is applied before that is done waits for it:
 * it takes out what the page then says. */

enum { ROW_TITLE, ROW_KICKER, ROW_SUBTITLE, ROW_AUTHORS, ROW_NEWSPAPER, ROW_DATE, ROW_EDITION, ROW_SECTION, N_ROWS };

static const FzCorrectionKind kinds[N_ROWS] = {
  [ROW_TITLE] = FZ_CORRECTION_TITLE,
  [ROW_KICKER] = FZ_CORRECTION_KICKER,
  [ROW_SUBTITLE] = FZ_CORRECTION_SUBTITLE,
  [ROW_AUTHORS] = FZ_CORRECTION_AUTHORS,
  [ROW_NEWSPAPER] = FZ_CORRECTION_NEWSPAPER,
  [ROW_DATE] = FZ_CORRECTION_DATE,
  [ROW_EDITION] = FZ_CORRECTION_EDITION,
  [ROW_SECTION] = FZ_CORRECTION_SECTION,
};

struct _FzDetailsDialog {
  AdwDialog            parent_instance;

  AdwToastOverlay     *toasts;
  AdwNavigationView   *navigation;
  AdwPreferencesGroup *article_group;
  AdwPreferencesGroup *page_group;
  AdwActionRow        *region;
  GtkEditable         *rows[N_ROWS];
  char                *shown[N_ROWS]; /* what each row was given */
  gboolean             waits[N_ROWS]; /* to be applied to the page as it will be */
  gboolean             stale;         /* the page is being made anew */
  FzCorrector         *corrector;
  FzSheet             *sheet;
  guint                line;          /* that the article is known by */
};

G_DEFINE_FINAL_TYPE (FzDetailsDialog, fz_details_dialog, ADW_TYPE_DIALOG)

static guint32
article_index (FzDetailsDialog *self)
{
  return fz_articles_find_line (self->sheet->analysis->page->articles, self->line);
}

/* As fz_correction_read_authors() reads them. */
static char *
authors_text (const FzArticle *article)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < article->authors->len; i++)
    {
      const FzAuthor *author = article->authors->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i > 0 ? ";" : "", author->role, author->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_value (FzDetailsDialog *self, guint row, const char *value)
{
  gboolean edited = g_strcmp0 (gtk_editable_get_text (self->rows[row]), self->shown[row]) != 0;

  if (edited && self->shown[row] != NULL && g_strcmp0 (gtk_editable_get_text (self->rows[row]), value) != 0)
    return;
  g_set_str (&self->shown[row], value != NULL ? value : "");
  gtk_editable_set_text (self->rows[row], self->shown[row]);
  gtk_widget_remove_css_class (GTK_WIDGET (self->rows[row]), "error");
}

static void
show_region (FzDetailsDialog *self)
{
  const FzFacts *facts = fz_sheet_facts (self->sheet, article_index (self));
  g_auto (GStrv) path = facts != NULL ? fz_region_path (fz_facts_get_filed (facts)) : NULL;
  g_autofree char *text = path != NULL && *path != NULL ? g_strjoinv (" › ", path) : g_strdup (_("None"));

  adw_action_row_set_subtitle (self->region, text);
}

static void
show_all (FzDetailsDialog *self)
{
  const FzArticle *article = fz_sheet_article (self->sheet, article_index (self));
  const FzStoredSource *source = self->sheet->source;
  g_autofree char *authors = authors_text (article);
  g_autofree char *date = fz_sheet_date_text (self->sheet);
  g_autofree char *lines = g_strdup_printf (_("Number %u on the page, lines %u–%u"), article->number,
                                            article->first_line, article->last_line);
  const char *values[N_ROWS] = {
    article->title, article->kicker, article->subtitle, authors,
    source->newspaper.value, source->date.value, source->edition.value, source->section.value,
  };

  for (guint i = 0; i < N_ROWS; i++)
    show_value (self, i, values[i]);
  show_region (self);
  adw_preferences_group_set_description (self->article_group, lines);
  adw_preferences_group_set_description (self->page_group, date);
}

static guint
row_of (FzDetailsDialog *self, GtkEditable *editable)
{
  guint row = 0;

  while (row < N_ROWS - 1 && self->rows[row] != editable)
    row++;
  return row;
}

static void
correct (FzDetailsDialog *self, GPtrArray *add, GPtrArray *remove)
{
  self->stale = TRUE;
  fz_corrector_do (self->corrector, add, remove);
}

/* What a page says of itself is not taken away from it, only the reader's word. */
static void
take_back (FzDetailsDialog *self, FzCorrectionKind kind, guint row)
{
  g_autoptr (GPtrArray) any = fz_sheet_say (kind, 0, NULL);
  g_autoptr (GPtrArray) remove = fz_sheet_replaced (self->sheet, any);

  if (remove->len > 0)
    {
      g_set_str (&self->shown[row], "");
      correct (self, fz_corrections_new (), g_steal_pointer (&remove));
      return;
    }
  gtk_editable_set_text (self->rows[row], self->shown[row]);
  fz_details_dialog_tell (self, _("What the page says of itself can be changed, but not taken away"));
}

static void
say (FzDetailsDialog *self, FzCorrectionKind kind, const char *value)
{
  guint line = fz_correction_is_of_source (kind) ? 0 : self->line;
  GPtrArray *add = fz_sheet_say (kind, line, value);

  correct (self, add, fz_sheet_replaced (self->sheet, add));
}

static gboolean
check (FzDetailsDialog *self, FzCorrectionKind kind, const char *value, guint row)
{
  g_autoptr (FzCorrection) correction = NULL;
  g_autoptr (GError) error = NULL;

  correction = fz_correction_new (kind, fz_correction_is_of_source (kind) ? 0 : self->line,
                                  fz_correction_is_of_source (kind) ? 0 : self->line, value);
  if (fz_correction_check (correction, &error))
    return TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->rows[row]), "error");
  fz_details_dialog_tell (self, error->message);
  return FALSE;
}

static void
apply_row (FzDetailsDialog *self, guint row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->rows[row])));
  const char *value = *text ? text : NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->rows[row]), "error");
  if (g_strcmp0 (text, self->shown[row]) == 0)
    return;
  if (value == NULL && fz_correction_is_of_source (kinds[row]))
    take_back (self, kinds[row], row);
  else if (check (self, kinds[row], value, row))
    say (self, kinds[row], value);
}

/* One after another: each makes the page anew. */
static void
apply_waiting (FzDetailsDialog *self)
{
  for (guint row = 0; row < N_ROWS && !self->stale; row++)
    if (self->waits[row])
      {
        self->waits[row] = FALSE;
        apply_row (self, row);
      }
}

static void
on_apply (FzDetailsDialog *self, GtkEditable *editable)
{
  self->waits[row_of (self, editable)] = TRUE;
  if (!fz_corrector_is_busy (self->corrector))
    apply_waiting (self);
}

static void
on_failed (FzDetailsDialog *self)
{
  self->stale = FALSE;
  apply_waiting (self);
}

static void
on_region_chosen (FzDetailsDialog *self, const char *code)
{
  adw_navigation_view_pop (self->navigation);
  say (self, FZ_CORRECTION_REGION, *code ? code : NULL);
}

static void
on_region_activated (FzDetailsDialog *self)
{
  AdwNavigationPage *page = fz_region_page_new ();

  g_signal_connect_object (page, "chosen", G_CALLBACK (on_region_chosen), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

static void
fz_details_dialog_dispose (GObject *object)
{
  FzDetailsDialog *self = FZ_DETAILS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_DETAILS_DIALOG);
  g_clear_object (&self->corrector);
  g_clear_pointer (&self->sheet, fz_sheet_unref);
  for (guint i = 0; i < N_ROWS; i++)
    g_clear_pointer (&self->shown[i], g_free);
  G_OBJECT_CLASS (fz_details_dialog_parent_class)->dispose (object);
}

static void
fz_details_dialog_class_init (FzDetailsDialogClass *klass)
{
  static const char * const names[N_ROWS] = {
    "title", "kicker", "subtitle", "authors", "newspaper", "date", "edition", "section",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_details_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzDetailsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FzDetailsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FzDetailsDialog, article_group);
  gtk_widget_class_bind_template_child (widget_class, FzDetailsDialog, page_group);
  gtk_widget_class_bind_template_child (widget_class, FzDetailsDialog, region);
  for (guint i = 0; i < N_ROWS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (FzDetailsDialog, rows) + i * (gssize) sizeof (GtkEditable *));
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_region_activated);
}

static void
fz_details_dialog_init (FzDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_details_dialog_new:
 * @corrector: what corrections go to
 * @sheet: the page
 * @article: index of an article of it
 *
 * Returns: (transfer floating): a dialog
 */
FzDetailsDialog *
fz_details_dialog_new (FzCorrector *corrector, FzSheet *sheet, guint32 article)
{
  FzDetailsDialog *self = g_object_new (FZ_TYPE_DETAILS_DIALOG, NULL);

  self->corrector = g_object_ref (corrector);
  g_signal_connect_object (corrector, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  self->line = fz_article_anchor (fz_sheet_article (sheet, article));
  fz_details_dialog_set_sheet (self, sheet);
  return self;
}

/**
 * fz_details_dialog_set_sheet:
 * @sheet: the page as it is now
 */
void
fz_details_dialog_set_sheet (FzDetailsDialog *self, FzSheet *sheet)
{
  g_autoptr (FzSheet) former = NULL;

  g_return_if_fail (FZ_IS_DETAILS_DIALOG (self));

  former = g_steal_pointer (&self->sheet);
  self->sheet = fz_sheet_ref (sheet);
  self->stale = FALSE;
  show_all (self);
  apply_waiting (self);
}

/**
 * fz_details_dialog_tell:
 * @message: a sentence
 */
void
fz_details_dialog_tell (FzDetailsDialog *self, const char *message)
{
  AdwToast *toast;

  g_return_if_fail (FZ_IS_DETAILS_DIALOG (self));

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
