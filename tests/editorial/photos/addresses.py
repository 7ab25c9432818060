"""The addresses of a picture's files, and which of the files are there."""

from django.core.files.storage import default_storage


def addresses(photo):
    """Every address of the picture's files."""
    return [
        photo.address(width, ending)
        for width, _height in photo.sizes
        for ending in photo.door.endings
    ]


def statuses(client, photo):
    return {client.get(address).status_code for address in addresses(photo)}


def stored(photo):
    return [path for path in addresses(photo) if default_storage.exists(kept_as(path))]


def kept_as(address):
    return "photos/" + address.removeprefix("/media/").replace("/", "-")
