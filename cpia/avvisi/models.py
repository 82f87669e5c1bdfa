"""What is due, who must be told, and the long work that somebody waits for."""

from django.db import models
from django.db.models import F, Q

from cpia.avvisi.enums import StatoLavoro, StatoPromemoria
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Cattedra, Classe, DiIstituto, Persona


class Scadenza(DiIstituto):
    """What is due by when, addressed to a role over a class or a subject, or to one person.

    Addressed to the role and not to its holder: a substitute finds it on the desk on the first
    day and no longer finds it after the last.
    """

    chiave = models.CharField(max_length=120)
    app = models.CharField(max_length=24)
    titolo = models.CharField(max_length=200)
    dettaglio = models.CharField(max_length=300, blank=True)
    verbo = models.CharField("parola del bottone", max_length=30, default="Apri")
    indirizzo = models.CharField(max_length=200)
    visibile_dal = models.DateField()
    entro_il = models.DateField("ultimo giorno utile")
    ruolo = models.CharField(max_length=24, choices=Ruolo, blank=True)
    classe = models.ForeignKey(Classe, models.PROTECT, null=True, blank=True, related_name="+")
    cattedra = models.ForeignKey(Cattedra, models.PROTECT, null=True, blank=True, related_name="+")
    persona = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")
    perche = models.JSONField(default=list)
    chiusa_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "scadenze"
        ordering = ["entro_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "chiave", name="scadenza_chiave_unica"),
            models.CheckConstraint(
                condition=~Q(ruolo="") | Q(persona__isnull=False), name="scadenza_di_qualcuno"
            ),
        ]
        indexes = [
            models.Index(
                fields=["istituto", "entro_il"],
                condition=Q(chiusa_il__isnull=True),
                name="scadenza_aperta",
            )
        ]

    def __str__(self) -> str:
        return self.titolo


class Promemoria(DiIstituto):
    """One row of the outbox: a notice that must reach one person, once.

    ``tipo`` names who knows whether it is still due (registered by the apps at start-up) and
    ``riferimento`` is what that check is asked about.
    """

    chiave = models.CharField(max_length=160)
    tipo = models.CharField(max_length=60)
    riferimento = models.CharField(max_length=120)
    destinatario = models.ForeignKey(Persona, models.PROTECT, related_name="promemoria")
    oggetto = models.CharField(max_length=200)
    testo = models.TextField()
    indirizzo = models.CharField(max_length=200)
    dovuto_il = models.DateTimeField()
    stato = models.CharField(
        max_length=16, choices=StatoPromemoria, default=StatoPromemoria.IN_ATTESA
    )
    tentativi = models.PositiveSmallIntegerField(default=0)
    prossimo_tentativo_il = models.DateTimeField()
    inviato_il = models.DateTimeField(null=True, blank=True)
    esito = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "promemoria"
        ordering = ["dovuto_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "chiave", name="promemoria_chiave_unica")
        ]
        indexes = [
            models.Index(
                fields=["istituto", "prossimo_tentativo_il"],
                condition=Q(stato=StatoPromemoria.IN_ATTESA),
                name="promemoria_da_inviare",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tipo} {self.riferimento}"


class Notifica(DiIstituto):
    """The notice as the person finds it in the portal."""

    promemoria = models.OneToOneField(Promemoria, models.PROTECT, related_name="notifica")
    destinatario = models.ForeignKey(Persona, models.PROTECT, related_name="notifiche")
    oggetto = models.CharField(max_length=200)
    testo = models.TextField()
    indirizzo = models.CharField(max_length=200)
    creata_il = models.DateTimeField()
    letta_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "notifiche"
        ordering = ["-creata_il", "-id"]
        indexes = [
            models.Index(
                fields=["istituto", "destinatario"],
                condition=Q(letta_il__isnull=True),
                name="notifica_da_leggere",
            )
        ]

    def __str__(self) -> str:
        return f"notifica {self.pk}"


class Lavoro(DiIstituto):
    """A long job somebody waits for: survives a lost broker, shows how far it is."""

    tipo = models.CharField("nome del task", max_length=80)
    riferimento = models.BigIntegerField()
    titolo = models.CharField(max_length=200)
    indirizzo = models.CharField("dove porta quando è finito", max_length=200, blank=True)
    stato = models.CharField(max_length=16, choices=StatoLavoro, default=StatoLavoro.IN_CODA)
    totale = models.PositiveIntegerField(default=0)
    fatti = models.PositiveIntegerField(default=0)
    errori = models.JSONField(default=list)
    richiesto_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    richiesto_il = models.DateTimeField()
    aggiornato_il = models.DateTimeField()
    finito_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "lavori"
        ordering = ["-richiesto_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fatti__lte=F("totale")), name="lavoro_fatti_entro_totale"
            ),
            models.UniqueConstraint(
                fields=["istituto", "tipo", "riferimento"],
                condition=Q(stato__in=[StatoLavoro.IN_CODA, StatoLavoro.IN_CORSO]),
                name="lavoro_uno_alla_volta",
            ),
        ]

    def __str__(self) -> str:
        return self.titolo
