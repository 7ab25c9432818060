from django.db import models


class LoadedRow(models.Model):
    """
    What `load_content` last wrote for one row of a content file. A value that
    differs from it in the database was changed by an editor, and is kept.
    """

    model = models.CharField(max_length=100)
    slug = models.CharField(max_length=80)
    # The record itself, whatever address word an editor gave it since.
    record_id = models.BigIntegerField()
    values = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model", "slug"], name="editorial_loadedrow_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.slug}"
