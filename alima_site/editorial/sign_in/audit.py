"""What is written into the audit list, and when."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth import signals as auth
from django.contrib.auth.models import Group, User
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from alima_site.editorial.models import AuditEntry
from alima_site.editorial.models.acts import author

Kind = AuditEntry.Kind
RIGHTS = ("is_active", "is_staff", "is_superuser", "username")


def record(kind: str, account: Any = "", by: Any = "", detail: str = "") -> None:
    AuditEntry.objects.create(
        kind=kind, account=str(account or ""), by=str(by or ""), detail=detail
    )


def known(name: str | None) -> str:
    """The account of that name, if there is one: people type passwords into the wrong field."""
    found = User.objects.filter(username=name or "").values_list("username", flat=True)
    return found.first() or ""


def _signed_in(user: Any, **kwargs: Any) -> None:
    device = getattr(user, "otp_device", None)
    record(Kind.SIGNED_IN, user, by=user, detail=device.name if device else "")


def _signed_out(user: Any, **kwargs: Any) -> None:
    if user:
        record(Kind.SIGNED_OUT, user, by=user)


def was_heard(request: Any) -> bool:
    """Whether the try was looked at; while one has to wait, tries are refused and not told."""
    return getattr(request, "axes_failures_since_start", None) is not None


def _refused(credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
    if request is None or was_heard(request):
        record(Kind.REFUSED, known(credentials.get("username")))


def _locked(username: str, request: Any, **kwargs: Any) -> None:
    if was_heard(request):
        record(Kind.LOCKED, known(username))


def _before_saving(instance: User, raw: bool = False, **kwargs: Any) -> None:
    old = None if raw else User.objects.filter(pk=instance.pk).first()
    instance._before = old  # type: ignore[attr-defined]


def _saved(instance: User, created: bool, raw: bool = False, **kwargs: Any) -> None:
    before = getattr(instance, "_before", None)
    names = [name for name in RIGHTS if before is None or _differs(name, before, instance)]
    if raw or not (names or before):
        return
    if names:
        detail = ", ".join(f"{name}: {getattr(instance, name)}" for name in names)
        record(Kind.ACCOUNT, instance, author(), detail)
    if before and before.password != instance.password:
        record(Kind.PASSWORD, instance, author())


def _differs(name: str, before: User, after: User) -> bool:
    return getattr(before, name) != getattr(after, name)


def _deleted(instance: User, **kwargs: Any) -> None:
    record(Kind.ACCOUNT, instance, author(), "deleted")


def _permissions(
    instance: Any, action: str, model: Any, pk_set: Any, reverse: bool = False, **kwargs: Any
) -> None:
    if action not in ("post_add", "post_remove", "pre_clear") or pk_set == set():
        return
    others = model._default_manager.filter(pk__in=pk_set or ()).order_by("pk")
    verb = {"post_add": "+", "post_remove": "−", "pre_clear": "− all"}[action]
    detail = f"{verb} " + ", ".join(str(other) for other in others)
    record(Kind.PERMISSIONS, instance, author(), detail.strip())


def connect() -> None:
    def on(signal: Any, receiver: Any, sender: Any = None) -> None:
        signal.connect(receiver, sender, dispatch_uid=f"audit {receiver.__name__} {sender}")

    on(auth.user_logged_in, _signed_in)
    on(auth.user_logged_out, _signed_out)
    on(auth.user_login_failed, _refused)
    on(user_locked_out, _locked)
    on(pre_save, _before_saving, User)
    on(post_save, _saved, User)
    on(post_delete, _deleted, User)
    for ties in (User.groups.through, User.user_permissions.through, Group.permissions.through):
        on(m2m_changed, _permissions, ties)
