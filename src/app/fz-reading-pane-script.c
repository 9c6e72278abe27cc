/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include "fz-language.h"
#include "fz-reading-text.h"

/* An article in simplified or traditional characters, as the reader wants it.  A long
 * one is written so in a thread, and is seen as it is printed until that is done. */

/* Code points that take less than a frame. */
#define AT_ONCE 20000

static FzScript
script_of (const char *language)
{
  return g_str_equal (language, "zh-cn") ? FZ_SCRIPT_SIMPLIFIED : FZ_SCRIPT_TRADITIONAL;
}

/* What an article is shown in: one that is printed so is left alone. */
static FzScript
wanted_script (FzReadingPane *self, const char *text)
{
  FzScript script = fz_reading_settings_get_script (self->settings);

  return script == script_of (fz_text_language (text)) ? FZ_SCRIPT_AS_PRINTED : script;
}

/* Fonts go by the language of what is seen. */
static void
show (FzReadingPane *self, FzManuscript *shown)
{
  static const char * const languages[] = { NULL, "zh-cn", "zh-tw" };
  gsize length;
  gboolean as_printed = shown == fz_reading_view_get_text (self->view);

  fz_reading_pane_set_language (self, as_printed ? fz_text_language (fz_manuscript_get_text (shown, &length))
                                                 : languages[self->script]);
  if (shown != fz_reading_view_get_shown (self->view))
    fz_reading_view_show_as (self->view, shown);
}

typedef struct {
  FzManuscript *text; /* until the answer is there */
  FzScript      script;
} Work;

static void
convert (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = task_data;

  g_task_return_pointer (task, fz_reading_in_script (work->text, work->script), (GDestroyNotify) fz_manuscript_unref);
}

/* An answer counts only if nothing else was asked for since. */
static void
on_converted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzReadingPane) self = user_data;
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (FzManuscript) shown = g_task_propagate_pointer (G_TASK (result), NULL);

  if (shown != NULL && work->text == fz_reading_view_get_text (self->view) && work->script == self->script)
    show (self, shown);
  /* References are counted in this thread alone. */
  g_clear_pointer (&work->text, fz_manuscript_unref);
}

static void
convert_later (FzReadingPane *self, FzManuscript *text)
{
  /* The task may be let go of in its thread, where no widget can end. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_converted, g_object_ref (self));
  Work *work = g_new (Work, 1);

  *work = (Work) { fz_manuscript_ref (text), self->script };
  g_task_set_source_tag (task, convert_later);
  g_task_set_task_data (task, work, g_free);
  g_task_run_in_thread (task, convert);
}

/* What is seen is set in the fonts of a language. */
void
fz_reading_pane_set_language (FzReadingPane *self, const char *language)
{
  if (g_set_str (&self->language, language))
    fz_reading_pane_measure (self);
}

/* The text or what it is to be shown in is another. */
void
fz_reading_pane_show_script (FzReadingPane *self)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);
  g_autoptr (FzManuscript) shown = NULL;
  gsize length;
  FzScript script;

  if (text == NULL)
    return;
  script = wanted_script (self, fz_manuscript_get_text (text, &length));
  if (script == self->script && self->shown_text == text)
    return;
  self->script = script;
  self->shown_text = text;
  if (script == FZ_SCRIPT_AS_PRINTED || fz_manuscript_get_length (text) > AT_ONCE)
    show (self, text);
  else
    show (self, shown = fz_reading_in_script (text, script));
  if (script != FZ_SCRIPT_AS_PRINTED && shown == NULL)
    convert_later (self, text);
}
