"""The worker of the portal, in which the app «prova» is registered too: for the tests to kill."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpia.settings")

import django

django.setup()

from cpia.avvisi import registri  # noqa: E402
from cpia.celery import app  # noqa: E402, F401


def _sempre_dovuto(_promemoria: object, _adesso: object) -> bool:
    return True


registri.controlli["prova"] = _sempre_dovuto
