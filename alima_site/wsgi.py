"""What gunicorn serves: `gunicorn alima_site.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alima_site.settings")

django = get_wsgi_application()

from alima_site.delivery.page_store import PageStore  # noqa: E402  (needs the settings)

application = PageStore(django)

# What is loaded by now stays for good: the collector of garbage leaves it alone, and comes less
# often. Looking at all of it cost a page now and then a tenth of a second.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 10, 10)
