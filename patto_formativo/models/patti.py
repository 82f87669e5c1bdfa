"""The agreement: its versions, units, signatures, and what was asked to be changed."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Istituto, Persona, Utente
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta
from patto_formativo.enums import StatoPatto
from patto_formativo.models.corsisti import Corsista
from patto_formativo.models.offerta import UnitaApprendimento
from patto_formativo.rules.firme import Parte

# Versions that somebody may still change; the others stay as they are.
APERTE = [StatoPatto.BOZZA.value, StatoPatto.IN_NEGOZIAZIONE.value]
IN_VIGORE = [StatoPatto.SOTTOSCRITTO.value, StatoPatto.IN_CORSO.value]
CON_PAROLE = [
    StatoPatto.APPROVATO.value, *IN_VIGORE, StatoPatto.RINEGOZIATO.value, StatoPatto.CONCLUSO.value,
]  # fmt: skip


class Patto(DiIstituto):
    """The individual agreement of a person; ``altro_istituto`` when another school takes part."""

    corsista = models.OneToOneField(Corsista, models.PROTECT, related_name="patto")
    altro_istituto = models.ForeignKey(
        Istituto, models.PROTECT, null=True, blank=True, related_name="+"
    )
    creato_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "patti formativi"
        constraints = [
            models.CheckConstraint(
                condition=Q(altro_istituto__isnull=True) | ~Q(altro_istituto=F("istituto")),
                name="patto_altro_istituto",
            )
        ]

    def __str__(self) -> str:
        return f"patto {self.pk}"


class Versione(DiIstituto):
    """A version of an agreement: the hours, the plan, and once approved its exact words.

    ``ore`` and ``crediti`` map a competence to hours, as they were when the version was made;
    ``impronta`` is the SHA-256 of the PDF that is signed. ``revisione`` grows at every change of
    the draft.
    """

    patto = models.ForeignKey(Patto, models.PROTECT, related_name="versioni")
    numero = models.PositiveSmallIntegerField()
    stato = models.CharField(
        max_length=16, choices=scelte(StatoPatto), default=StatoPatto.BOZZA.value
    )
    ore_totali = models.DecimalField(max_digits=6, decimal_places=2)
    ore_accoglienza = models.DecimalField(max_digits=6, decimal_places=2)
    ore = models.JSONField(default=dict)
    crediti = models.JSONField(default=dict)
    anni = models.PositiveSmallIntegerField("durata in anni", default=1)
    quando = models.CharField("giorni, ore e aula", max_length=300, blank=True)
    note = models.TextField(blank=True)
    motivo = models.CharField("perché si rinegozia", max_length=300, blank=True)
    preparata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    modificata_il = models.DateTimeField()
    revisione = models.PositiveIntegerField(default=1)
    proposta_il = models.DateTimeField(null=True, blank=True)
    sezione = models.ForeignKey(
        OrganoCollegiale, models.PROTECT, null=True, blank=True, related_name="+",
        help_text="La sezione funzionale della Commissione che lo ratifica.",
    )  # fmt: skip
    approvata_il = models.DateTimeField(null=True, blank=True)
    seduta = models.ForeignKey(Seduta, models.PROTECT, null=True, blank=True, related_name="+")
    delibera = models.ForeignKey(Delibera, models.PROTECT, null=True, blank=True, related_name="+")
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    impronta = models.CharField("SHA-256", max_length=64, blank=True)
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sottoscritta_il = models.DateTimeField(null=True, blank=True)
    chiusa_il = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "versioni dei patti"
        ordering = ["patto", "-numero"]
        constraints = [
            models.UniqueConstraint("istituto", "patto", "numero", name="versione_numero_unico"),
            models.UniqueConstraint(
                fields=["istituto", "patto"],
                condition=Q(stato__in=[*APERTE, StatoPatto.APPROVATO.value]),
                name="versione_una_da_firmare",
            ),
            models.UniqueConstraint(
                fields=["istituto", "patto"],
                condition=Q(stato__in=IN_VIGORE),
                name="versione_una_in_vigore",
            ),
            models.CheckConstraint(condition=Q(anni__in=[1, 2]), name="versione_anni"),
            models.CheckConstraint(
                condition=~Q(stato__in=CON_PAROLE) | Q(approvata_il__isnull=False),
                name="versione_approvata_il",
            ),
            models.CheckConstraint(
                condition=~Q(stato__in=IN_VIGORE)
                | Q(sottoscritta_il__isnull=False, documento__isnull=False) & ~Q(impronta=""),
                name="versione_in_vigore_firmata",
            ),
            models.CheckConstraint(
                condition=Q(numero=1) | ~Q(motivo=""), name="versione_nuova_con_motivo"
            ),
        ]
        indexes = [models.Index(fields=["istituto", "stato"], name="versione_stato")]

    def __str__(self) -> str:
        return f"versione {self.numero}"


class UnitaDelPatto(DiIstituto):
    """A learning unit as this person follows it: the own hours, where it is followed, its proof.

    Its words are copies: the programme may be written again, what was approved may not.
    """

    versione = models.ForeignKey(Versione, models.CASCADE, related_name="unita")
    unita = models.ForeignKey(UnitaApprendimento, models.PROTECT, related_name="+")
    titolo = models.CharField(max_length=160)
    ordine = models.PositiveSmallIntegerField()
    competenze = models.JSONField(default=list)
    ore = models.DecimalField(max_digits=6, decimal_places=2)
    a_distanza = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    fruizione = models.CharField("dove si segue a distanza", max_length=160, blank=True)
    prova = models.CharField("prova che la certifica", max_length=160, blank=True)

    class Meta:
        verbose_name_plural = "unità dei patti"
        ordering = ["versione", "ordine", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "versione", "unita", name="unita_del_patto_unica"),
            models.CheckConstraint(
                condition=Q(ore__gte=0, a_distanza__gte=0), name="unita_del_patto_ore"
            ),
        ]

    def __str__(self) -> str:
        return f"unità {self.pk}"


class FirmaPatto(DiIstituto):
    """A signature as a recorded act: who, for which part, with which login, on which bytes."""

    versione = models.ForeignKey(Versione, models.PROTECT, related_name="firme")
    parte = models.CharField(max_length=14, choices=scelte(Parte))
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    utente = models.ForeignKey(Utente, models.PROTECT, null=True, blank=True, related_name="+")
    impronta = models.CharField("SHA-256 del PDF", max_length=64)
    su_carta = models.BooleanField("firmato sulla copia stampata", default=False)
    firmata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "firme dei patti"
        ordering = ["firmata_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "versione", "parte", name="firma_una_per_parte"),
            models.CheckConstraint(condition=~Q(impronta=""), name="firma_ha_impronta"),
            models.CheckConstraint(
                condition=Q(su_carta=True) | Q(utente__isnull=False), name="firma_con_credenziali"
            ),
        ]

    def __str__(self) -> str:
        return f"firma {self.pk}"


class RichiestaModifica(DiIstituto):
    """What one party asks to change, and the answer (Linee guida, fasi 4 and 5)."""

    versione = models.ForeignKey(Versione, models.PROTECT, related_name="richieste")
    chiede = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    testo = models.CharField(max_length=600)
    chiesta_il = models.DateTimeField()
    risposta = models.CharField(max_length=600, blank=True)
    risposta_il = models.DateTimeField(null=True, blank=True)
    risponde = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "richieste di modifica"
        ordering = ["-chiesta_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(risposta_il__isnull=True) | ~Q(risposta="") & Q(risponde__isnull=False),
                name="richiesta_risposta_con_testo",
            )
        ]

    def __str__(self) -> str:
        return f"richiesta {self.pk}"
