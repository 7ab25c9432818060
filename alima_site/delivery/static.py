from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Static files under hashed names, compressed; the imports of script modules follow."""

    support_js_module_import_aggregation = True
