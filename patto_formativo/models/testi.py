"""The courtesy texts in the languages of who learns: who read them over."""

from django.db import models
from django.db.models import Q

from cpia.norme.enums import scelte
from cpia.scuola.models import DiIstituto, Persona
from patto_formativo.enums import Lingua


class TestoApprovato(DiIstituto):
    """A named mediator approved the texts of a language, as they were (``impronta``).

    Texts that changed since then are «not reviewed» again.
    """

    lingua = models.CharField(max_length=2, choices=scelte(Lingua))
    impronta = models.CharField("SHA-256 dei testi", max_length=64)
    mediatore = models.CharField(max_length=120)
    approvato_il = models.DateTimeField()
    registrato_da = models.ForeignKey(Persona, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "testi approvati"
        ordering = ["lingua", "-approvato_il"]
        constraints = [
            models.UniqueConstraint("istituto", "lingua", "impronta", name="testo_approvato_unico"),
            models.CheckConstraint(condition=~Q(mediatore=""), name="testo_approvato_da_qualcuno"),
        ]

    def __str__(self) -> str:
        return f"testi in {self.get_lingua_display()}"
