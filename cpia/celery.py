"""The application that web processes enqueue with and workers run.

celery --app cpia.celery worker
celery --app cpia.celery beat
"""

import os

from celery import Celery
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")

app = Celery("cpia")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Also in threads other than the one that imported this module.
app.set_default()


@worker_process_init.connect
def _scalda(**_: object) -> None:
    """Read the fonts when a process is born, so that its first print is as quick as the next."""
    from cpia.atti.pdf import scalda

    scalda()
