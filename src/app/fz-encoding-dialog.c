/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-encoding-dialog.h"

#include <glib/gi18n.h>

#include "fz-readings.h"
#include "fz-sheet-acts.h"

/* In which encoding a page is read: each with the words that it makes of it and
 * how many characters it cannot read. */
struct _FzEncodingDialog {
  AdwDialog            parent_instance;

  AdwPreferencesGroup *group;
  FzCorrector         *corrector;
  FzSheet             *sheet;
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (FzEncodingDialog, fz_encoding_dialog, ADW_TYPE_DIALOG)

static void
choose (FzEncodingDialog *self, GPtrArray *add, GPtrArray *remove)
{
  fz_corrector_do (self->corrector, add, remove);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzEncodingDialog *self = FZ_ENCODING_DIALOG (widget);
  GPtrArray *add = fz_sheet_say (FZ_CORRECTION_ENCODING, 0, g_variant_get_string (parameter, NULL));

  choose (self, add, fz_sheet_replaced (self->sheet, add));
}

/* As it was before the reader chose. */
static void
guess_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzEncodingDialog *self = FZ_ENCODING_DIALOG (widget);
  g_autoptr (GPtrArray) any = fz_sheet_say (FZ_CORRECTION_ENCODING, 0, NULL);

  choose (self, fz_corrections_new (), fz_sheet_replaced (self->sheet, any));
}

static gboolean
is_given (FzEncodingDialog *self)
{
  return self->sheet->analysis->page->given & (1u << FZ_CORRECTION_ENCODING);
}

static GtkWidget *
new_row (const char *title, const char *subtitle, gboolean chosen)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (!chosen)
    return row;
  check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chosen"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  return row;
}

static char *
describe (const FzReading *reading)
{
  g_autofree char *broken = NULL;

  if (reading->text == NULL)
    return g_strdup (_("Cannot be read in it"));
  if (reading->broken == 0)
    return g_strdup (reading->text);
  broken = g_strdup_printf (ngettext ("%u character could not be read", "%u characters could not be read",
                                      reading->broken), reading->broken);
  return g_strdup_printf ("%s\n%s", reading->text, broken);
}

static void
add_reading (FzEncodingDialog *self, const FzReading *reading)
{
  gboolean chosen = g_ascii_strcasecmp (reading->encoding, self->sheet->analysis->page->encoding) == 0;
  g_autofree char *text = describe (reading);
  g_autofree char *action = g_strdup_printf ("encoding-dialog.choose::%s", reading->encoding);
  GtkWidget *row = new_row (reading->encoding, text, chosen);

  gtk_widget_set_sensitive (row, reading->text != NULL);
  if (reading->text != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
  adw_preferences_group_add (self->group, row);
}

static void
on_readings (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzEncodingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = fz_readings_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (readings == NULL)
    adw_preferences_group_set_description (self->group, error->message);
  for (guint i = 0; readings != NULL && i < readings->len; i++)
    add_reading (self, readings->pdata[i]);
}

static void
add_guess (FzEncodingDialog *self)
{
  GtkWidget *row = new_row (_("Guess"), _("Fangzhi finds the encoding that makes the most sense"), FALSE);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "encoding-dialog.guess");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "encoding-dialog.guess", is_given (self));
  adw_preferences_group_add (self->group, row);
}

static void
fz_encoding_dialog_dispose (GObject *object)
{
  FzEncodingDialog *self = FZ_ENCODING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_ENCODING_DIALOG);
  g_clear_object (&self->corrector);
  g_clear_pointer (&self->sheet, fz_sheet_unref);
  G_OBJECT_CLASS (fz_encoding_dialog_parent_class)->dispose (object);
}

static void
fz_encoding_dialog_finalize (GObject *object)
{
  g_clear_object (&FZ_ENCODING_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (fz_encoding_dialog_parent_class)->finalize (object);
}

static void
fz_encoding_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (FZ_ENCODING_DIALOG (dialog)->cancellable);
}

static void
fz_encoding_dialog_class_init (FzEncodingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_encoding_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_encoding_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = fz_encoding_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-encoding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzEncodingDialog, group);
  gtk_widget_class_install_action (widget_class, "encoding-dialog.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "encoding-dialog.guess", NULL, guess_action);
}

static void
fz_encoding_dialog_init (FzEncodingDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_encoding_dialog_new:
 * @library: where the page is
 * @corrector: what the choice goes to
 * @sheet: the page
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
fz_encoding_dialog_new (FzLibrary *library, FzCorrector *corrector, FzSheet *sheet)
{
  FzEncodingDialog *self = g_object_new (FZ_TYPE_ENCODING_DIALOG, NULL);

  self->corrector = g_object_ref (corrector);
  self->sheet = fz_sheet_ref (sheet);
  add_guess (self);
  fz_readings_load_async (library, sheet->source->id, self->cancellable, on_readings, g_object_ref (self));
  return ADW_DIALOG (self);
}
