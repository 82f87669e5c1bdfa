"""The commission of a call: who sits, what each declared."""

from django.db import models
from django.db.models import F, Q

from cpia.atti.models import Documento, Protocollo
from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.models import OrganoCollegiale
from selezioni_pon.models.avvisi import Avviso
from selezioni_pon.models.candidature import Candidatura


class Commissione(DiIstituto):
    """The commission of a call, named after its term. Its sittings and minutes are of ``organo``.

    ``chiusa_il``: its work is closed, and the ranking may be formed. ``vesti`` are the parts
    before it of the person for whom it was loaded.
    """

    vesti: frozenset[str] = frozenset()

    avviso = models.OneToOneField(Avviso, models.PROTECT, related_name="commissione")
    organo = models.OneToOneField(OrganoCollegiale, models.PROTECT, related_name="+")
    nominata_il = models.DateTimeField()
    nominata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    atto = models.CharField("atto di nomina", max_length=200, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )
    chiusa_il = models.DateTimeField(null=True, blank=True)
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "commissioni"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(chiusa_il__isnull=True) | Q(chiusa_il__gte=F("nominata_il")),
                name="commissione_chiusa_dopo",
            )
        ]

    def __str__(self) -> str:
        return f"commissione {self.pk}"


class Commissario(DiIstituto):
    """Who sits in a commission, or substitutes; the declaration comes before any reading.

    ``subentra_a``: the member whose place was taken, by the act in ``documento``; ``cessato_il``:
    out of the commission, with ``motivo_cessazione``. ``senza_condanne`` is None until declared.
    """

    commissione = models.ForeignKey(Commissione, models.PROTECT, related_name="commissari")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    presidente = models.BooleanField(default=False)
    supplente = models.BooleanField(default=False)
    subentra_a = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="subentro"
    )
    dichiarato_il = models.DateTimeField(null=True, blank=True)
    senza_condanne = models.BooleanField(null=True, blank=True)
    cessato_il = models.DateTimeField(null=True, blank=True)
    motivo_cessazione = models.CharField(max_length=400, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "commissari"
        ordering = ["supplente", "-presidente", "persona__cognome", "persona__nome", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "commissione", "persona"], name="commissario_una_volta"
            ),
            models.UniqueConstraint(
                fields=["istituto", "commissione"],
                condition=Q(presidente=True, cessato_il__isnull=True),
                name="commissione_un_presidente",
            ),
            models.CheckConstraint(
                condition=Q(dichiarato_il__isnull=True) | Q(senza_condanne__isnull=False),
                name="commissario_dichiarazione_intera",
            ),
            models.CheckConstraint(
                condition=Q(cessato_il__isnull=True) | ~Q(motivo_cessazione=""),
                name="commissario_cessato_con_motivo",
            ),
        ]

    def __str__(self) -> str:
        return f"commissario {self.pk}"


class Conflitto(DiIstituto):
    """With which applicant a member has declared a conflict of interest."""

    commissario = models.ForeignKey(Commissario, models.PROTECT, related_name="conflitti")
    candidatura = models.ForeignKey(Candidatura, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "conflitti dichiarati"
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "commissario", "candidatura"], name="conflitto_una_volta"
            )
        ]

    def __str__(self) -> str:
        return f"conflitto {self.pk}"
