"""What two institutes of the network both see of an agreement."""

from django.db import models
from django.db.models import F, Q

from cpia.scuola.models import DiIstituto, Istituto
from patto_formativo.models.patti import Versione


class Condivisione(DiIstituto):
    """A version shown to the other school of an agreement, which ratifies it in its own section.

    The only row of two institutes: its policy names both columns, no third sees it. It carries all
    that the other school needs, and nothing else of the person: rows of the CPIA stay with it.
    What was shown does not change; only the ratification is written, by the other school. Words
    that the Commission approved again after a remark are shown in a row of their own.
    """

    altro_istituto = models.ForeignKey(Istituto, models.PROTECT, related_name="+")
    versione = models.ForeignKey(Versione, models.PROTECT, related_name="condivisioni")
    nominativo = models.CharField(max_length=160)
    contenuto = models.JSONField()
    impronta = models.CharField("SHA-256", max_length=64)
    condivisa_il = models.DateTimeField()
    ratificata_il = models.DateTimeField(null=True, blank=True)
    ratificata_da = models.CharField("chi l’ha registrata", max_length=160, blank=True)
    estremi = models.CharField("verbale o delibera della sezione", max_length=200, blank=True)
    rilievo = models.CharField("perché non si ratifica", max_length=400, blank=True)

    class Meta:
        verbose_name_plural = "patti condivisi"
        ordering = ["-condivisa_il", "-id"]
        constraints = [
            models.UniqueConstraint(
                "istituto", "versione", "impronta", name="condivisione_una_per_testo"
            ),
            models.CheckConstraint(
                condition=~Q(altro_istituto=F("istituto")), name="condivisione_con_altri"
            ),
            models.CheckConstraint(
                condition=Q(ratificata_il__isnull=True)
                | ~Q(ratificata_da="") & (~Q(estremi="") | ~Q(rilievo="")),
                name="condivisione_ratificata_con_estremi",
            ),
        ]
        indexes = [models.Index(fields=["altro_istituto"], name="condivisione_altro")]

    def __str__(self) -> str:
        return f"condivisione {self.pk}"
