/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-undo-toast.h"

#include <glib/gi18n.h>

/* What is taken for the way back is let go of at once, not when the toast has faded:
 * another file may be about to take the place of the library that it holds. */
static void
on_dismissed (AdwToast *toast, gpointer data)
{
  g_signal_handlers_disconnect_matched (toast, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, data);
}

/**
 * fz_undo_toast_new:
 * @text: what was done; no markup
 * @undo: called with the toast and @data where it is to be taken back
 * @data: for @undo
 * @free_data: frees @data as soon as the toast is dismissed
 *
 * Returns: (transfer floating): a toast with a way back
 */
AdwToast *
fz_undo_toast_new (const char *text, GCallback undo, gpointer data, GClosureNotify free_data)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect (toast, "dismissed", G_CALLBACK (on_dismissed), data);
  g_signal_connect_data (toast, "button-clicked", undo, data, free_data, G_CONNECT_DEFAULT);
  return toast;
}
