from django.db import models


class ContentState(models.Model):
    """
    One row, whose stamp changes in the same transaction as any public content. What was
    rendered under another stamp may be out of date. The stamp is random, not counted: a
    database restored from a backup never comes back to one that was used since.
    """

    stamp = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.stamp
