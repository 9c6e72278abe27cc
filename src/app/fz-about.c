/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-about.h"

#include <glib/gi18n.h>

/**
 * fz_about_dialog_new:
 *
 * Returns: a dialog that says what Fangzhi is, who owns it and under which terms
 */
AdwDialog *
fz_about_dialog_new (void)
{
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (adw_about_dialog_new ());

  adw_about_dialog_set_application_name (about, _("Fangzhi"));
  adw_about_dialog_set_application_icon (about, FZ_APPLICATION_ID);
  adw_about_dialog_set_developer_name (about, _("The Fangzhi contributors"));
  adw_about_dialog_set_version (about, FZ_VERSION);
  adw_about_dialog_set_comments (about, _("Read newspaper pages by region, with the figures that they state"));
  adw_about_dialog_set_copyright (about, "© 2026 The Fangzhi contributors");
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  /* Translators: your name, one a line; it is shown in the about dialog */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  return ADW_DIALOG (about);
}
