"""Records that stand in the form of another one and have a form of their own."""

from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from alima_site.editorial.admin_columns import plain_columns


class ShownRows(BaseInlineFormSet):
    """Rows that are listed in a form and changed elsewhere: nothing that is sent concerns them."""

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(None, None, **kwargs)
        self.new_objects: list[Any] = []
        self.changed_objects: list[Any] = []
        self.deleted_objects: list[Any] = []

    def is_valid(self) -> bool:
        return True

    def save(self, commit: bool = True) -> list[Any]:
        return []


class LinkedInline(admin.TabularInline):
    """Records that have a page of their own here: listed, with a link to change them."""

    formset = ShownRows
    extra = 0
    max_num = 0
    can_delete = False
    show_change_link = True

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return plain_columns(self.model, self.fields)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.get_fields(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
