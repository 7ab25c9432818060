"""What gunicorn serves: `gunicorn alima_site.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alima_site.settings")

django = get_wsgi_application()

from alima_site.delivery.page_store import PageStore  # noqa: E402  (needs the settings)

application = PageStore(django)
