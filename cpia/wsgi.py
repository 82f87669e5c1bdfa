"""What the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

import cpia.celery  # noqa: F401 - pages that enqueue work need the application's broker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")
application = get_wsgi_application()
