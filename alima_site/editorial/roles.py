"""
Roles: who may do what with which kind of record. A model names its kind in `handled_as`; the
groups follow from the table below after every migration, whatever was changed by hand.
"""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth import get_permission_codename
from django.contrib.auth.management import create_permissions
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WRITER, PUBLISHER, DATA_STEWARD, ADMINISTRATOR = (
    "writer", "publisher", "data steward", "administrator"
)  # fmt: skip
ROLES = (WRITER, PUBLISHER, DATA_STEWARD, ADMINISTRATOR)
ROLE_NAMES = {
    WRITER: pgettext_lazy("role", "writer"),
    PUBLISHER: pgettext_lazy("role", "publisher"),
    DATA_STEWARD: pgettext_lazy("role", "data steward"),
    ADMINISTRATOR: pgettext_lazy("role", "administrator"),
}

# By kind of record and role; what a model has no permission for is left out, so that
# “import” is named once for those that can be. Deleting is for administrators, who may all.
RULES: dict[str, dict[str, str]] = {
    "text": {
        WRITER: "view add change",
        PUBLISHER: "view add change publish",
        DATA_STEWARD: "view",
    },
    "number": {
        WRITER: "view",
        PUBLISHER: "view add change publish",
        DATA_STEWARD: "view add change publish import",
    },
    # What texts and numbers stand on.
    "source": {
        WRITER: "view add change",
        PUBLISHER: "view add change publish",
        DATA_STEWARD: "view add change publish",
    },
    # Rows in the form of another record: taking one out is a change of that record.
    "part": {
        WRITER: "view add change delete",
        PUBLISHER: "view add change delete",
        DATA_STEWARD: "view",
    },
    # What visitors write to us holds personal data.
    "message": {PUBLISHER: "view change"},
    # Written by the site itself.
    "log": {WRITER: "view", PUBLISHER: "view", DATA_STEWARD: "view"},
    # Accounts, and what no rule is made for.
    "administration": {},
}
KINDS = {
    "text": _("Texts"),
    "number": _("Numbers"),
    "source": _("Sources and topics"),
    "part": _("Rows of a form"),
    "message": _("Messages of visitors"),
    "log": _("Written by the site"),
    "administration": _("Accounts and the rest"),
}
ACTIONS = {
    "view": _("read"),
    "add": _("write new ones"),
    "change": _("change"),
    "publish": _("publish and unpublish"),
    "import": _("import"),
    "delete": _("delete and restore"),
}


def kind_of(model: type[models.Model]) -> str:
    return getattr(model, "handled_as", "administration")


def may(role: str, action: str, model: type[models.Model]) -> bool:
    """Whether a role has that permission on a model."""
    if action not in model._meta.default_permissions:
        return False
    return role == ADMINISTRATOR or action in RULES[kind_of(model)].get(role, "").split()


def keep_roles(app_config: AppConfig, using: str, **kwargs: Any) -> None:
    """After each migration the groups hold of this app what the table says, and nothing else."""
    create_permissions(app_config, using=using, **kwargs)
    try:
        group_model = kwargs["apps"].get_model("auth", "Group")
        permission_model = kwargs["apps"].get_model("auth", "Permission")
    except LookupError:
        return
    here = permission_model.objects.using(using).filter(content_type__app_label=app_config.label)
    keys = {(p.content_type.model, p.codename): p.pk for p in here.select_related("content_type")}
    for role in ROLES:
        group, _made = group_model.objects.using(using).get_or_create(name=role)
        wanted = {
            keys[model._meta.model_name, get_permission_codename(action, model._meta)]
            for model in app_config.get_models()
            for action in model._meta.default_permissions
            if may(role, action, model)
        }
        had = set(
            group.permissions.filter(content_type__app_label=app_config.label).values_list(
                "pk", flat=True
            )
        )
        group.permissions.remove(*had - wanted)
        group.permissions.add(*wanted - had)
