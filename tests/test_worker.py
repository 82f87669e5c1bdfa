"""A real worker takes work from the real broker; mail goes through a real SMTP server."""

import os

from django.core.mail import send_mail

from cpia.celery import app


def test_the_settings_are_those_of_this_process(settings):
    assert os.environ["REDIS_URL"] == settings.REDIS_URL
    assert os.environ["EMAIL_URL"] == f"smtp://{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    assert os.environ["MEDIA_ROOT"] == settings.MEDIA_ROOT


def test_the_worker_knows_the_scheduled_tasks(worker):
    ((_, known),) = app.control.inspect(timeout=5, limit=1).registered().items()
    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert scheduled <= set(known)


def test_mail_goes_through_a_real_server(posta):
    send_mail("Convocazione", "È convocato il collegio.", "scuola@example.it", ["a@example.it"])
    (messaggio,) = posta.messaggi
    assert messaggio["Subject"] == "Convocazione"
    assert messaggio["X-Destinatari"] == "a@example.it"
    assert messaggio.get_content().strip() == "È convocato il collegio."


def test_every_test_starts_with_an_empty_mailbox(posta):
    assert posta.messaggi == []
