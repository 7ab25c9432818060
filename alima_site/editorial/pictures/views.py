"""The one way to a picture's files: by asking whether it may be seen."""

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponseNotModified,
)
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Photo
from alima_site.editorial.pictures import store

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
# A file never changes, but may have to go: browsers ask again after a minute, and nobody
# between them and the site keeps a copy.
KEPT = {"Cache-Control": "public, max-age=60, must-revalidate", "X-Accel-Expires": "0"}


@require_safe
def rendition(request: HttpRequest, key: str, width: int, ending: str) -> HttpResponseBase:
    """A rendition of a published picture; Http404 for any other, whoever asks."""
    photo = get_object_or_404(Photo.objects.published(), key=key)
    etag = f'"{photo.key}-{width}-{ending}"'
    if request.headers.get("If-None-Match") == etag and holds(photo, width, ending):
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = file_of(photo, width, ending)
    for name, value in (KEPT | {"ETag": etag}).items():
        response.headers[name] = value
    return response


def holds(photo: Photo, width: int, ending: str) -> bool:
    """Whether the picture has a file of that width and format."""
    return ending in photo.door.endings and width in (size[0] for size in photo.sizes)


def file_of(photo: Photo, width: int, ending: str) -> HttpResponseBase:
    """The stored file, named from the record alone; Http404 where the picture has none such."""
    if not holds(photo, width, ending):
        raise Http404
    try:
        return FileResponse(store.read(photo.key, f"{width}.{ending}"), content_type=TYPES[ending])
    except FileNotFoundError:
        raise Http404 from None
