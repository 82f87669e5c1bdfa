"""The signatures of a request that the organ be convened, gathered one by one in the portal."""

from django.db import models
from django.db.models import Q

from cpia.scuola.models import DiIstituto, Persona
from organi_collegiali.models.organi import Mandato, OrganoCollegiale
from organi_collegiali.models.richieste import Richiesta


class RaccoltaFirme(DiIstituto):
    """A member asks that the organ be convened and the others sign, until they are enough.

    Then it is presented by itself and ``richiesta`` is what it became; who opened it may withdraw
    it before.
    """

    organo = models.ForeignKey(OrganoCollegiale, models.PROTECT, related_name="raccolte")
    persona = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    argomenti = models.TextField("argomenti da trattare")
    aperta_il = models.DateTimeField()
    ritirata_il = models.DateTimeField(null=True, blank=True)
    richiesta = models.OneToOneField(
        Richiesta, models.PROTECT, null=True, blank=True, related_name="raccolta"
    )

    class Meta:
        verbose_name_plural = "raccolte di firme"
        ordering = ["-aperta_il", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ritirata_il__isnull=True) | Q(richiesta__isnull=True),
                name="raccolta_ritirata_o_presentata",
            )
        ]

    def __str__(self) -> str:
        return f"raccolta di firme {self.pk}"

    @property
    def aperta(self) -> bool:
        """Whether one may still sign."""
        return self.ritirata_il is None and self.richiesta_id is None


class FirmaRaccolta(DiIstituto):
    """A member signs; taken back, the row is no more."""

    raccolta = models.ForeignKey(RaccoltaFirme, models.CASCADE, related_name="firme")
    mandato = models.ForeignKey(Mandato, models.PROTECT, related_name="+")
    firmata_il = models.DateTimeField()

    class Meta:
        verbose_name_plural = "firme raccolte"
        ordering = ["firmata_il", "id"]
        constraints = [
            models.UniqueConstraint("istituto", "raccolta", "mandato", name="firma_raccolta_unica")
        ]

    def __str__(self) -> str:
        return f"firma raccolta {self.pk}"
