"""What a commission decided of every title, gave of its own, and found of an application."""

from django.db import models
from django.db.models import Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models.commissioni import Commissario
from selezioni_pon.models.invii import Invio, TitoloDichiarato


class DecisioneTitolo(DiIstituto):
    """What the commission decided of a declared title: ``ammesso`` is what counts.

    ``riaperta_per``: the complaint or the reason for which it was decided again.
    """

    titolo = models.OneToOneField(TitoloDichiarato, models.PROTECT, related_name="decisione")
    esito = models.CharField(max_length=10, choices=scelte(EsitoTitolo))
    ammesso = models.JSONField(null=True, blank=True)
    motivo = models.CharField(max_length=1000, blank=True)
    decisa_il = models.DateTimeField()
    decisa_da = models.ForeignKey(Commissario, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "decisioni sui titoli"
        constraints = [
            models.CheckConstraint(
                condition=Q(esito=EsitoTitolo.ACCETTATO.value) | ~Q(motivo=""),
                name="decisione_titolo_motivata",
            ),
            models.CheckConstraint(
                condition=Q(esito=EsitoTitolo.RIFIUTATO.value, ammesso__isnull=True)
                | ~Q(esito=EsitoTitolo.RIFIUTATO.value) & Q(ammesso__isnull=False),
                name="decisione_titolo_ammesso",
            ),
        ]

    def __str__(self) -> str:
        return f"decisione {self.pk}"


class PuntiCommissario(DiIstituto):
    """What one member alone gives for an item of the commission, seen by the others at the end."""

    commissario = models.ForeignKey(Commissario, models.PROTECT, related_name="punti")
    invio = models.ForeignKey(Invio, models.PROTECT, related_name="punti_singoli")
    voce = models.CharField(max_length=20)
    valore = models.JSONField(default=dict)
    dati_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "punti dei commissari"
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "commissario", "invio", "voce"], name="punti_una_volta"
            )
        ]

    def __str__(self) -> str:
        return f"punti {self.pk}"


class PuntiConcordati(DiIstituto):
    """What the commission gives together for an item of its own, with the reason."""

    invio = models.ForeignKey(Invio, models.PROTECT, related_name="punti_concordati")
    voce = models.CharField(max_length=20)
    valore = models.JSONField(default=dict)
    motivo = models.CharField(max_length=1000)
    dati_il = models.DateTimeField()
    dati_da = models.ForeignKey(Commissario, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "punti concordati"
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "invio", "voce"], name="concordati_uno_per_voce"
            ),
            models.CheckConstraint(condition=~Q(motivo=""), name="concordati_motivati"),
        ]

    def __str__(self) -> str:
        return f"punti concordati {self.pk}"


class Esame(DiIstituto):
    """The outcome of one application: admitted or not, why, and that its check is closed.

    ``esperienza_accertata``: experience stands in the place of the degree, and was ascertained.
    """

    invio = models.OneToOneField(Invio, models.PROTECT, related_name="esame")
    ammesso = models.BooleanField(default=True)
    motivo = models.CharField("perché è escluso", max_length=1000, blank=True)
    fonte = models.CharField(max_length=300, blank=True)
    esperienza_accertata = models.BooleanField(default=False)
    chiuso_il = models.DateTimeField(null=True, blank=True)
    chiuso_da = models.ForeignKey(
        Commissario, models.PROTECT, null=True, blank=True, related_name="+"
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "esame di una domanda"
        verbose_name_plural = "esami delle domande"
        constraints = [
            models.CheckConstraint(
                condition=Q(ammesso=True) | ~Q(motivo="") & ~Q(fonte=""),
                name="esame_escluso_con_motivo",
            )
        ]

    def __str__(self) -> str:
        return f"esame {self.pk}"
