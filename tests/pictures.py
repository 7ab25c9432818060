"""Pictures to upload."""

from django.core.files.uploadedfile import SimpleUploadedFile


def uploaded(data: bytes, name: str = "a.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
