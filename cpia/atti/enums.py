from django.db import models


class Verso(models.TextChoices):
    USCITA = "uscita", "in uscita"
    ENTRATA = "entrata", "in entrata"
    INTERNO = "interno", "interno"


class RegistroNumeri(models.TextChoices):
    """The series in which the office numbers its acts, each from 1 every calendar year."""

    PROTOCOLLO = "protocollo", "protocollo"
    ALBO = "albo", "repertorio dell’albo"
