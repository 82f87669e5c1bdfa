"""What was sent to apply, frozen: its titles and its files with it."""

from django.db import models
from django.db.models import Q

from cpia.atti.models import Documento, Protocollo
from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto
from selezioni_pon.enums import FormaFirma
from selezioni_pon.models.candidature import AllegatoCandidatura, Candidatura


class Invio(DiIstituto):
    """What was sent, as it was sent. Written once; the last one before the deadline counts.

    ``contenuto`` is all of it (the grid with its way to read marks too), ``impronta`` its SHA-256.
    ``offerta`` is in euro for an hour. ``sostituito_il``: a later one has taken its place;
    ``ritirato_il``: taken back by who sent it.
    """

    candidatura = models.ForeignKey(Candidatura, models.PROTECT, related_name="invii")
    numero = models.PositiveSmallIntegerField()
    inviato_il = models.DateTimeField()
    contenuto = models.JSONField(default=dict)
    impronta = models.CharField("SHA-256", max_length=64)
    firma = models.CharField(max_length=12, choices=scelte(FormaFirma))
    offerta = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    giorni_servizio = models.PositiveIntegerField(null=True, blank=True)
    sostituito_il = models.DateTimeField(null=True, blank=True)
    ritirato_il = models.DateTimeField(null=True, blank=True)
    documento = models.ForeignKey(
        Documento, models.PROTECT, null=True, blank=True, related_name="+"
    )
    protocollo = models.ForeignKey(
        Protocollo, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "invii delle domande"
        ordering = ["candidatura", "-numero"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "candidatura", "numero"], name="invio_numero_unico"
            ),
            models.UniqueConstraint(
                fields=["istituto", "candidatura"],
                condition=Q(sostituito_il__isnull=True, ritirato_il__isnull=True),
                name="invio_uno_in_vigore",
            ),
            models.CheckConstraint(condition=~Q(impronta=""), name="invio_con_impronta"),
        ]

    def __str__(self) -> str:
        return f"invio {self.pk}"


class TitoloDichiarato(DiIstituto):
    """What was sent of one item: never changed, whatever the commission decides of it."""

    invio = models.ForeignKey(Invio, models.PROTECT, related_name="titoli")
    voce = models.CharField(max_length=20)
    posto = models.PositiveSmallIntegerField("posto nella griglia")
    valore = models.JSONField(default=dict)
    descrizione = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "titoli dichiarati"
        ordering = ["invio", "posto"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "invio", "voce"], name="titolo_uno_per_voce"
            )
        ]

    def __str__(self) -> str:
        return f"titolo {self.pk}"


class AllegatoInviato(DiIstituto):
    """A file that went with what was sent, of one of its titles or of the whole."""

    invio = models.ForeignKey(Invio, models.PROTECT, related_name="allegati")
    allegato = models.ForeignKey(AllegatoCandidatura, models.PROTECT, related_name="+")
    titolo = models.ForeignKey(
        TitoloDichiarato, models.PROTECT, null=True, blank=True, related_name="prove"
    )

    class Meta:
        verbose_name_plural = "allegati inviati"
        ordering = ["invio", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "invio", "allegato"], name="allegato_inviato_una_volta"
            )
        ]

    def __str__(self) -> str:
        return f"allegato inviato {self.pk}"
