from django.db import models


class StatoPromemoria(models.TextChoices):
    IN_ATTESA = "in_attesa", "in attesa"
    INVIATO = "inviato", "inviato"
    SUPERATO = "superato", "non più dovuto"
    NON_RIUSCITO = "non_riuscito", "non riuscito"


class StatoLavoro(models.TextChoices):
    IN_CODA = "in_coda", "in attesa"
    IN_CORSO = "in_corso", "in corso"
    FINITO = "finito", "finito"
    FERMATO = "fermato", "fermato"
    NON_RIUSCITO = "non_riuscito", "non riuscito"
