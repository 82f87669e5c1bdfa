from django.db import models


class StatoPromemoria(models.TextChoices):
    IN_ATTESA = "in_attesa", "in attesa"
    NEL_RIEPILOGO = "nel_riepilogo", "aspetta il riepilogo del giorno"
    INVIATO = "inviato", "inviato"
    SUPERATO = "superato", "non più dovuto"
    NON_RIUSCITO = "non_riuscito", "non riuscito"


class StatoLavoro(models.TextChoices):
    IN_CODA = "in_coda", "in attesa"
    IN_CORSO = "in_corso", "in corso"
    FINITO = "finito", "finito"
    FERMATO = "fermato", "fermato"
    NON_RIUSCITO = "non_riuscito", "non riuscito"


class Posta(models.TextChoices):
    """How somebody wants the notices by mail; in the portal they are always at once."""

    SUBITO = "subito", "uno per uno, appena arrivano"
    RIEPILOGO = "riepilogo", "uno al giorno, tutti insieme"


class Riscontro(models.TextChoices):
    """What a circular asks of who receives it."""

    NESSUNO = "nessuno", "nessun riscontro"
    PRESA_VISIONE = "presa_visione", "presa visione"
    SI_NO = "si_no", "risposta sì o no"
    ADESIONE = "adesione", "adesione"


class Risposta(models.TextChoices):
    SI = "si", "sì"
    NO = "no", "no"


class TipoCircolare(models.TextChoices):
    PERSONALE = "personale", "al personale"
    FAMIGLIE = "famiglie", "alle famiglie e agli studenti"
    AVVISO = "avviso", "avviso"
