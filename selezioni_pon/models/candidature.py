"""What somebody writes to apply: the draft, its titles, its files."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import (
    Cittadinanza,
    Deroga,
    EsenzioneAutorizzazione,
    Provenienza,
    TipoAllegato,
)
from selezioni_pon.models.avvisi import Avviso


class Candidatura(DiIstituto):
    """The application of somebody to a call, as it is being written: private until it is sent.

    What counts is what was sent last before the deadline (``Invio``); here one may go on writing.
    ``offerta`` is the pay asked for an hour, in euro; ``giorni_servizio`` the days of service in
    the institute, for the ties; ``cooperativa`` and ``amministrazione`` say for whom one works,
    and those with ``coop_`` what who works only with a cooperative declares of it.
    ``vesti`` are the parts before it of the person for whom it was loaded.
    """

    vesti: frozenset[str] = frozenset()

    avviso = models.ForeignKey(Avviso, models.PROTECT, related_name="candidature")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    provenienza = models.CharField("da dove ci si candida", max_length=24, blank=True,
                                   choices=scelte(Provenienza))  # fmt: skip
    cittadinanza = models.CharField(max_length=12, blank=True, choices=scelte(Cittadinanza))
    diritti_civili = models.BooleanField("gode dei diritti civili e politici", default=False)
    senza_condanne = models.BooleanField("non ha condanne penali", default=False)
    senza_procedimenti = models.BooleanField("non ha procedimenti penali", default=False)
    specializzazione = models.BooleanField("specializzazione universitaria", default=False)
    deroga = models.CharField(
        "perché senza", max_length=26, choices=scelte(Deroga), default=Deroga.NESSUNA.value
    )
    titolo_di_studio = models.CharField("titolo di studio", max_length=300, blank=True)
    giorni_servizio = models.PositiveIntegerField(
        "giorni di servizio nell’istituto", null=True, blank=True
    )
    cooperativa = models.CharField(max_length=200, blank=True)
    coop_sola = models.BooleanField("opera soltanto con la cooperativa", default=False)
    coop_finalita = models.BooleanField("ha una finalità educativa", default=False)
    coop_contributi = models.BooleanField("è in regola con i contributi", default=False)
    coop_offerta = models.BooleanField("il prezzo è della cooperativa", default=False)
    amministrazione = models.CharField(
        "amministrazione di appartenenza", max_length=200, blank=True
    )
    esenzione = models.CharField(
        "perché non serve l’autorizzazione", max_length=24,
        choices=scelte(EsenzioneAutorizzazione), default=EsenzioneAutorizzazione.NESSUNA.value,
    )  # fmt: skip
    offerta = models.DecimalField(
        "compenso orario chiesto, euro", max_digits=7, decimal_places=2, null=True, blank=True
    )
    proposta = models.TextField("proposta di progetto", max_length=20_000, blank=True)
    risponde_del_vero = models.BooleanField(
        "dichiara sotto la propria responsabilità", default=False
    )
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="foglio da firmare",
    )  # fmt: skip
    cominciata_il = models.DateTimeField()
    modificata_il = models.DateTimeField()
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "domanda"
        verbose_name_plural = "domande"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "avviso", "persona"], name="candidatura_una_a_testa"
            ),
            models.CheckConstraint(
                condition=Q(offerta__isnull=True) | Q(offerta__gte=0), name="candidatura_offerta"
            ),
        ]

    def __str__(self) -> str:
        return f"domanda {self.pk}"


class Risposta(DiIstituto):
    """What the draft declares of one item of the grid: ``valore`` as ``titolo_da`` reads it.

    ``voce`` is the number of the item in the grid; ``descrizione`` says which titles they are.
    """

    candidatura = models.ForeignKey(Candidatura, models.CASCADE, related_name="risposte")
    voce = models.CharField(max_length=20)
    valore = models.JSONField(default=dict)
    descrizione = models.TextField("quali sono", max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "risposte della domanda"
        ordering = ["candidatura", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "candidatura", "voce"], name="risposta_una_per_voce"
            )
        ]

    def __str__(self) -> str:
        return f"risposta {self.pk}"


class AllegatoCandidatura(DiIstituto):
    """A checked file: the evidence of an item (``voce``), a curriculum, what was signed.

    ``tolto_il``: no longer in the draft; what was sent with it keeps it.
    """

    candidatura = models.ForeignKey(Candidatura, models.PROTECT, related_name="allegati")
    tipo = models.CharField(max_length=20, choices=scelte(TipoAllegato))
    voce = models.CharField(max_length=20, blank=True)
    titolo = models.CharField(max_length=200, blank=True)
    file = models.FileField(upload_to="selezioni/", max_length=200)
    nome_file = models.CharField(max_length=160)
    tipo_contenuto = models.CharField(max_length=80)
    impronta = models.CharField("SHA-256", max_length=64)
    byte = models.PositiveIntegerField()
    caricato_il = models.DateTimeField()
    tolto_il = models.DateTimeField(null=True, blank=True)
    chiave = models.CharField("chiave del modulo", max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "allegati delle domande"
        ordering = ["candidatura", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "candidatura", "chiave"],
                condition=~Q(chiave=""),
                name="allegato_candidatura_uno_per_modulo",
            ),
            # Of each of these one at a time; of the evidence as much as one has.
            models.UniqueConstraint(
                fields=["istituto", "candidatura", "tipo"],
                condition=Q(tolto_il__isnull=True) & ~Q(tipo=TipoAllegato.PROVA.value),
                name="allegato_candidatura_uno_per_tipo",
            ),
            models.CheckConstraint(
                condition=Q(tipo=TipoAllegato.PROVA.value) | Q(voce=""),
                name="allegato_candidatura_voce",
            ),
        ]

    def __str__(self) -> str:
        return f"allegato {self.pk}"
