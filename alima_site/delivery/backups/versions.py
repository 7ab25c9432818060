"""Whether a database, the code and a backup are of one version: by the migrations they know."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader


def code_version() -> list[str]:
    """The last migration of each app, as the code has them."""
    return sorted(".".join(node) for node in MigrationLoader(None).graph.leaf_nodes())


def is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
