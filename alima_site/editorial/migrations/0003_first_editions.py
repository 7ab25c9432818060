from django.db import migrations

KEPT = (
    "label_fr", "label_en", "value", "qualifier", "period_as_printed_fr", "period_as_printed_en",
    "period_start", "period_end", "as_of", "source_id", "is_current",
)


def keep_what_stands(apps, schema_editor):
    """The published versions of a site that exists already become its first editions."""
    editions = apps.get_model("editorial", "Edition").objects
    versions = apps.get_model("editorial", "FigureVersion").objects
    numbers = {}
    for version in versions.filter(state="published").select_related("figure").order_by("pk"):
        numbers[version.figure_id] = numbers.get(version.figure_id, 0) + 1
        editions.create(
            figure=version.figure,
            version=version,
            number=numbers[version.figure_id],
            begins_at=max(version.updated_at, version.publish_at or version.updated_at),
            unit=version.figure.unit,
            **{name: getattr(version, name) for name in KEPT},
        )


class Migration(migrations.Migration):

    dependencies = [("editorial", "0002_edition")]

    operations = [migrations.RunPython(keep_what_stands, migrations.RunPython.noop)]
