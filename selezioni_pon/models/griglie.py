"""The scoring grids of a school: from those shipped, from one of its own, or from nothing."""

from django.db import models
from django.db.models import Q

from cpia.scuola.models import DiIstituto, Persona


class Griglia(DiIstituto):
    """A grid as data: ``dati`` has the shape of the files shipped (``rules.griglia.da_dati``).

    ``origine`` is the grid it was copied from, by origin and name, where it was one of those
    shipped. The first call published with it closes it (``chiusa_il``): who applied reads the
    criteria of then. Afterwards it is copied, never changed.
    """

    titolo = models.CharField(max_length=200)
    fonte = models.CharField("da quale atto", max_length=400)
    origine = models.CharField(max_length=120, blank=True)
    dati = models.JSONField(default=dict)
    chiusa_il = models.DateTimeField(null=True, blank=True)
    ritirata_il = models.DateTimeField(null=True, blank=True)
    modificata_il = models.DateTimeField()
    modificata_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "griglia di valutazione"
        verbose_name_plural = "griglie di valutazione"
        ordering = ["titolo", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "titolo"],
                condition=Q(chiusa_il__isnull=True, ritirata_il__isnull=True),
                name="griglia_bozza_unica_per_titolo",
            ),
            models.CheckConstraint(condition=~Q(titolo=""), name="griglia_con_titolo"),
        ]

    def __str__(self) -> str:
        return self.titolo
