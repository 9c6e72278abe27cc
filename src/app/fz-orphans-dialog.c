/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-orphans-dialog.h"

#include <glib/gi18n.h>

/* The reader's marks and notes whose articles are gone: what was marked, what was
 * noted, and in which file it stood. */

/* More are not shown at once. */
#define MOST_SHOWN 1000

static GtkWidget *
orphan_row (const FzOrphan *orphan)
{
  const char *note = orphan->annotation->note;
  g_autofree char *below = note ? g_strjoin ("\n", note, orphan->source_name, NULL) : g_strdup (orphan->source_name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), orphan->annotation->quote);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
on_orphans (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwPreferencesGroup) group = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orphans = fz_library_orphans_finish (FZ_LIBRARY (source), result, &error);

  if (!orphans)
    adw_preferences_group_set_description (group, error->message);
  for (guint i = 0; orphans && i < orphans->len; i++)
    adw_preferences_group_add (group, orphan_row (orphans->pdata[i]));
}

/**
 * fz_orphans_dialog_new:
 * @library: whose they are
 *
 * Returns: a dialog that shows them as soon as the library has answered
 */
AdwDialog *
fz_orphans_dialog_new (FzLibrary *library)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("The words that these were made on stand in no article any more. A note finds "
                                           "its place again when its words come back."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Notes Without Articles"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  fz_library_orphans_async (library, MOST_SHOWN, NULL, on_orphans, g_object_ref (group));
  return dialog;
}
