from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Static files under hashed names, compressed; imports inside script modules are renamed too."""

    support_js_module_import_aggregation = True
