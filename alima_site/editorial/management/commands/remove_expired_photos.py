from typing import Any

from django.core.management.base import BaseCommand

from alima_site.editorial.models import Photo
from alima_site.editorial.pictures import store


class Command(BaseCommand):
    help = (
        "Delete the files of pictures whose consent has come to its end or was withdrawn, and "
        "files that belong to no picture. Run it every minute; a second run does nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        over = list(Photo.objects.consent_over().exclude(key=""))
        for photo in over:
            photo.save()  # without consent it gives up its files
        strays = store.remove_strays(
            set(Photo.objects.exclude(key="").values_list("key", flat=True))
        )
        if over or strays:
            self.stdout.write(f"{len(over)} pictures without consent, {strays} strays: removed.")
