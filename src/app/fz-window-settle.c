/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-window-private.h"

#include <glib/gi18n.h>

#include "fz-sheet-words.h"

/* A name that several regions have, and of which the reader says which it is: a
 * correction of its page.  A toast tells it and takes it back. */

static void
dismiss (FzWindow *self)
{
  AdwToast *toast = g_steal_pointer (&self->settled);

  if (toast)
    adw_toast_dismiss (toast);
}

static void
on_undo (FzWindow *self)
{
  fz_corrector_undo_of (self->corrector, self->settled_source);
}

static void
on_dismissed (FzWindow *self, AdwToast *toast)
{
  if (self->settled == toast)
    self->settled = NULL;
}

static void
tell (FzWindow *self, const FzCorrection *correction)
{
  g_autofree char *what = fz_correction_what (correction);

  self->settled = adw_toast_new (what);
  adw_toast_set_use_markup (self->settled, FALSE);
  /* What the reader did just now is told before what was told longer ago. */
  adw_toast_set_priority (self->settled, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->settled, _("_Undo"));
  g_signal_connect_object (self->settled, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settled, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->settled);
}

/* Of what was corrected since, this is not what is undone first.  What else was on
 * its way to the page is corrected before it. */
static void
on_corrected (FzWindow *self, gint64 source, guint64 act)
{
  g_autoptr (FzCorrection) correction = NULL;

  if (source != self->settled_source)
    return;
  dismiss (self);
  if (act != self->settling_act)
    return;
  correction = g_steal_pointer (&self->settling);
  if (correction)
    tell (self, correction);
}

/* It may have been refused, which the page view tells. */
static void
on_changed (FzWindow *self)
{
  if (!fz_corrector_is_busy (self->corrector))
    g_clear_pointer (&self->settling, fz_correction_free);
}

/* The reader chose what a name means. */
void
fz_window_settle_place (FzWindow *self, gint64 source, guint line, const char *value)
{
  GPtrArray *add = fz_corrections_new ();
  FzCorrection *correction = fz_correction_new (FZ_CORRECTION_PLACE, line, line, value);

  dismiss (self);
  g_clear_pointer (&self->settling, fz_correction_free);
  self->settling = fz_correction_copy (correction);
  self->settled_source = source;
  g_ptr_array_add (add, correction);
  self->settling_act = fz_corrector_do_to (self->corrector, source, add, fz_corrections_new ());
}

/* In another library there is nothing of it to be taken back. */
void
fz_window_forget_settled (FzWindow *self)
{
  dismiss (self);
  g_clear_pointer (&self->settling, fz_correction_free);
  self->settled_source = 0;
}

void
fz_window_settle_init (FzWindow *self)
{
  g_signal_connect_object (self->corrector, "corrected", G_CALLBACK (on_corrected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->corrector, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}
