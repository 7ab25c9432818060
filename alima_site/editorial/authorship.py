"""Who wrote a row of history, when and why, in words."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

# The reason of a reversion: the number of the version gone back to follows.
REVERTED = "reverted:"


def author_of(row: Any) -> str:
    """Who wrote a row of history."""
    user = row.history_user if row else None
    return (user.get_full_name() or user.get_username()) if user else _("the site itself")


def moment_of(row: Any) -> str:
    return date_format(localtime(row.history_date), "SHORT_DATETIME_FORMAT") if row else ""


def reason_of(row: Any) -> str:
    """Why, in the reader's language where the site itself gave the reason."""
    reason = row.history_change_reason or ""
    if reason.startswith(REVERTED):
        back_to = type(row).objects.filter(history_id=reason.removeprefix(REVERTED)).first()
        return _("Back to the version of %(date)s.") % {"date": moment_of(back_to)}
    return _(reason) if reason else ""
