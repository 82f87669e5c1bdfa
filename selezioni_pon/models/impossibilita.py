"""What is ascertained after a call that was not enough."""

from django.db import models
from django.db.models import F, Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from selezioni_pon.enums import MotivoImpossibilita
from selezioni_pon.models.avvisi import Avviso


class Impossibilita(DiIstituto):
    """What the dirigente ascertained after a call: it did not meet the need, and why.

    Without it no call goes to people further away (D.Lgs. 165/2001, art. 7 c. 6 lett. b).
    ``domande`` were received, ``idonei`` of them could have a post, ``coperti`` posts were taken.
    """

    avviso = models.OneToOneField(Avviso, models.PROTECT, related_name="impossibilita")
    motivo = models.CharField(max_length=16, choices=scelte(MotivoImpossibilita))
    domande = models.PositiveSmallIntegerField(default=0)
    idonei = models.PositiveSmallIntegerField(default=0)
    coperti = models.PositiveSmallIntegerField("posti coperti", default=0)
    atto = models.CharField("atto che lo accerta", max_length=200)
    testo = models.CharField("che cosa si è accertato", max_length=600, blank=True)
    accertata_il = models.DateField()
    registrata_il = models.DateTimeField()
    registrata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "impossibilità accertate"
        constraints = [
            models.CheckConstraint(
                condition=Q(idonei__lte=F("domande"), coperti__lte=F("idonei")),
                name="impossibilita_numeri",
            ),
            models.CheckConstraint(condition=~Q(atto=""), name="impossibilita_con_atto"),
        ]

    def __str__(self) -> str:
        return f"impossibilità {self.pk}"
