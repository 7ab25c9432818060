"""States in the admin: the steps are buttons of a form and actions of a list."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from alima_site.editorial import states
from alima_site.editorial.admin_forms import EditorialForm
from alima_site.editorial.authorship import author_of, moment_of
from alima_site.editorial.conflicts import version_number
from alima_site.editorial.models import Content
from alima_site.editorial.preflight import refusals
from alima_site.editorial.states import STEPS, Step
from alima_site.editorial.where_used import uses_of


class StatesAdmin(admin.ModelAdmin):
    """Who may change a draft takes it to review; who may publish touches what is public."""

    form = EditorialForm
    # Templates of what stands beside the form, under the publication.
    panels: tuple[str, ...] = ("admin/panels/where_used.html",)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.request = request  # a class made for this request
        return form

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and not states.is_locked_for(request.user, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return states.may_publish(request.user, self.model)

    # The form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = kwargs.get("obj")
        form = context["adminform"].form
        if form.is_bound and form.only_wants_confirmation(context["errors"]):
            return self._confirm_step(request, record, form.step)
        context |= self._about(request, record or self.model())
        return super().render_change_form(request, context, *args, **kwargs)

    def _about(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """What the form says of a record beside its fields."""
        latest = record.history.select_related("history_user").first() if record.pk else None
        return {
            "version": version_number(record),
            "steps": states.steps_for(request.user, record),
            "state_words": states.in_words(record) if record.pk else "",
            "is_locked": states.is_locked_for(request.user, record),
            "uses": uses_of(record) if record.pk else [],
            "last_author": author_of(latest) if latest else "",
            "last_moment": moment_of(latest),
            "conflict": getattr(request, "conflict", None),
            "panels": self.panels,
        }

    def _confirm_step(self, request: HttpRequest, record: Any, step: Step) -> HttpResponse:
        """The pages that would change, with the whole form kept until it is confirmed."""
        left_out = ("csrfmiddlewaretoken", "_confirmed", "_back")
        kept = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in left_out
        ]
        return self._confirmation(request, step, [(record, uses_of(record))], kept)

    def _confirmation(
        self, request: HttpRequest, step: Step, affected: list[Any], kept: list[Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": step.label,
            "opts": self.opts,
            "step": step,
            "affected": affected,
            "kept": kept,
            "is_action": ACTION_CHECKBOX_NAME in request.POST,
        }
        return TemplateResponse(request, "admin/confirm_step.html", context)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        return self._after_step(request, obj) or super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        return self._after_step(request, obj) or super().response_change(request, obj)

    def _after_step(self, request: HttpRequest, record: Any) -> HttpResponse | None:
        """Back to the form, where the next step is; with the way to the page once it is public."""
        step = states.BY_NAME.get(request.POST.get("_step", ""))
        if step is None:
            return None
        done = step.done % {"record": record}
        if hasattr(record, "get_absolute_url") and record.is_published:
            link = format_html('<a href="{}">{}</a>', record.get_absolute_url(), _("See the page"))
            done = format_html("{} {}", done, link)
        self.message_user(request, done, messages.SUCCESS)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[record.pk]))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """All that would go along; the pages that would lose something are shown, too."""
        uses = [(record, uses_of(record)) for record in objs]
        request.used_by = uses  # type: ignore[attr-defined]
        return super().get_deleted_objects(objs, request)

    # The list

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if not issubclass(self.model, Content) or not self.has_change_permission(request):
            return actions
        steps = [s for s in STEPS if s.name != "publish" or self.has_publish_permission(request)]
        return {step.name: (_action_of(step), step.name, step.label) for step in steps} | actions

    def take_step(self, request: HttpRequest, records: models.QuerySet, step: Step) -> Any:
        """Take each record the step, or say why it stays; what is in use is confirmed first."""
        going = [record for record in records if step.is_open_to(request.user, record)]
        leaving = [record for record in going if step.takes_off_the_site(record)]
        if leaving and "_confirmed" not in request.POST:
            kept = [("action", step.name), *((ACTION_CHECKBOX_NAME, r.pk) for r in records)]
            affected = [(record, uses_of(record)) for record in leaving]
            return self._confirmation(request, step, affected, kept)
        if stay := [str(record) for record in records if record not in going]:
            words = {"step": step.label, "records": ", ".join(stay)}
            refused = _("“%(step)s” is not open to you for: %(records)s.") % words
            self.message_user(request, refused, messages.WARNING)
        for record in going:
            self._take_step(request, record, step)
        return None

    def _take_step(self, request: HttpRequest, record: Any, step: Step) -> None:
        record.state = step.after
        try:
            record.full_clean()
            if step.after == states.PUBLISHED and (why := refusals(record)):
                raise ValidationError([remark.text for remark in why])
        except ValidationError as error:
            sentence = f"{record}: {' '.join(error.messages)}"
            self.message_user(request, sentence, messages.ERROR)
            return
        record.save()
        self.log_change(request, record, str(step.label))
        self.message_user(request, step.done % {"record": record}, messages.SUCCESS)


def _action_of(step: Step) -> Any:
    def action(model_admin: Any, request: HttpRequest, records: models.QuerySet) -> Any:
        return model_admin.take_step(request, records, step)

    return action
