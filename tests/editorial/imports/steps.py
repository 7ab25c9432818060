"""An import of statistics without the newsroom: its lines, and what its check says."""

from alima_site.editorial.imports import IMPORTERS
from alima_site.editorial.imports.running import carry_out, check
from alima_site.editorial.models import ImportRun

IMPORTER = IMPORTERS["statistics"]
HEADER = ["Country code", "Indicator code", "Year", "Value", "Source code"]


def row(value, year=2024):
    return ["KE", "made_children", year, value, "made-source"]


def run_of(*rows, **options):
    return ImportRun.objects.create(
        kind="statistics", file_name="a.csv", lines=[[n, row] for n, row in enumerate(rows, 1)],
        **options,
    )  # fmt: skip


def outcomes(plan):
    return [entry.outcome for entry in plan.entries]


def done(run, user):
    """Carry out what a check has shown: None when it is done."""
    return carry_out(run, IMPORTER, user, check(run, IMPORTER, user).fingerprint)
