"""What people are looked for: the project, with its codes and its money."""

from django.db import models
from django.db.models import Q

from cpia.scuola.models import AnnoScolastico, DiIstituto


class Progetto(DiIstituto):
    """A project: ``cup`` is due where public money pays it (L. 3/2003, art. 11).

    ``disponibilita`` is the money for the people, in euro; empty where it is not written.
    """

    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    titolo = models.CharField(max_length=200)
    codice = models.CharField("codice del progetto", max_length=60, blank=True)
    cup = models.CharField("CUP", max_length=15, blank=True)
    finanziato = models.BooleanField("pagato con fondi pubblici dedicati", default=False)
    finalita = models.TextField("finalità da raggiungere", blank=True)
    attivita = models.TextField("attività da svolgere", blank=True)
    prodotti = models.TextField("prodotti finali", blank=True)
    disponibilita = models.DecimalField(
        "disponibilità, euro", max_digits=10, decimal_places=2, null=True, blank=True
    )
    versione = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "progetti"
        ordering = ["-anno_scolastico__inizio", "titolo"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "anno_scolastico", "titolo"], name="progetto_titolo_unico"
            ),
            models.CheckConstraint(
                condition=Q(disponibilita__isnull=True) | Q(disponibilita__gte=0),
                name="progetto_disponibilita",
            ),
        ]

    def __str__(self) -> str:
        return self.titolo
