"""The application that web processes enqueue with and workers run.

    celery --app cpia.celery worker
    celery --app cpia.celery beat
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")

app = Celery("cpia")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Also in threads other than the one that imported this module.
app.set_default()
