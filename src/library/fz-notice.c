/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-notice.h"

struct _FzNotice {
  GMainContext *context;
  GWeakRef      object;
  guint         signal_id;
  int           is_pending;
};

/**
 * fz_notice_new:
 * @object: what emits the signal
 * @signal_id: which, without arguments
 *
 * Returns: (transfer full): a notice for the caller's main context
 */
FzNotice *
fz_notice_new (GObject *object,
               guint    signal_id)
{
  FzNotice *self = g_atomic_rc_box_new0 (FzNotice);

  self->context = g_main_context_ref_thread_default ();
  self->signal_id = signal_id;
  g_weak_ref_init (&self->object, object);
  return self;
}

static void
notice_clear (gpointer data)
{
  FzNotice *self = data;

  g_weak_ref_clear (&self->object);
  g_main_context_unref (self->context);
}

/**
 * fz_notice_unref:
 * @notice: a notice, from any thread
 */
void
fz_notice_unref (gpointer notice)
{
  g_atomic_rc_box_release_full (notice, notice_clear);
}

static gboolean
emit (gpointer data)
{
  FzNotice *self = data;
  g_autoptr (GObject) object = g_weak_ref_get (&self->object);

  g_atomic_int_set (&self->is_pending, FALSE);
  if (object != NULL)
    g_signal_emit (object, self->signal_id, 0);
  return G_SOURCE_REMOVE;
}

/**
 * fz_notice_send:
 * @notice: a notice, from any thread
 *
 * Many of these between two turns of the main loop are told once.
 */
void
fz_notice_send (gpointer notice)
{
  FzNotice *self = notice;

  if (g_atomic_int_compare_and_exchange (&self->is_pending, FALSE, TRUE))
    fz_notice_attach (self->context, emit, g_atomic_rc_box_acquire (self), fz_notice_unref);
}

/**
 * fz_notice_attach:
 * @context: where @func is called
 * @func: called once
 * @data: for @func
 * @destroy: frees @data, there too
 *
 * The context is held meanwhile: @func may let go of all else that holds it
 * before the source is let go of here.
 */
void
fz_notice_attach (GMainContext   *context,
                  GSourceFunc     func,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  g_autoptr (GMainContext) held = g_main_context_ref (context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, held);
}
