"""The tables of the search: plain rows, the same on every database. Rebuilt at any time."""

from django.db import models, router

from alima_site.portal.search.words import LONGEST


class RowQuerySet(models.QuerySet):
    def remove(self) -> None:
        """Delete in one statement: nothing hangs on these rows that a signal would tell of."""
        self._raw_delete(router.db_for_write(self.model))


class SearchEntry(models.Model):
    """A record as one language of the search knows it. Whether it is public is asked each time."""

    # The record that they are made of does.
    changes_pages = False

    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)
    slug = models.CharField(max_length=80)
    title = models.CharField(max_length=500)
    title_language = models.CharField(max_length=2)
    url = models.CharField(max_length=500)
    # With tokens in it, so that a figure is the current one whenever it is shown.
    text = models.TextField(blank=True)
    # How many words its name has: a short name says more of each.
    length = models.PositiveSmallIntegerField(default=0)

    objects = RowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "object_id", "language"], name="portal_searchentry_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word of an entry: where it stands, and through which other record it came there."""

    class Place(models.IntegerChoices):
        TEXT = 1
        TIED = 2
        ALSO = 3
        NAME = 4
        WHOLE = 5

    changes_pages = False

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="words")
    language = models.CharField(max_length=2)
    word = models.CharField(max_length=LONGEST)
    stem = models.CharField(max_length=LONGEST)
    # As it was written, for “did you mean”.
    form = models.CharField(max_length=LONGEST)
    place = models.PositiveSmallIntegerField(choices=Place)
    via_model = models.CharField(max_length=60, blank=True)
    via_id = models.BigIntegerField(null=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["word", "language"], name="portal_searchword_word"),
            models.Index(fields=["stem", "language"], name="portal_searchword_stem"),
            models.Index(fields=["via_model", "via_id"], name="portal_searchword_via"),
        ]

    def __str__(self) -> str:
        return self.form
