"""Files brought in."""

from django.db import models

from cpia.scuola.models.istituti import AnnoScolastico, DiIstituto
from cpia.scuola.models.persone import Persona


class Importazione(DiIstituto):
    """One file brought in: what it was, what it did, and how to take it back."""

    tipo = models.CharField(max_length=20)
    nome_file = models.CharField(max_length=200)
    impronta = models.CharField(max_length=64)
    righe = models.JSONField(default=list)
    mappa = models.JSONField(default=dict)
    anno_scolastico = models.ForeignKey(AnnoScolastico, models.PROTECT, related_name="+")
    autore = models.ForeignKey(Persona, models.PROTECT, related_name="+")
    caricata_il = models.DateTimeField()
    eseguita_il = models.DateTimeField(null=True, blank=True)
    annullata_il = models.DateTimeField(null=True, blank=True)
    effetti = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "importazioni"
        ordering = ["-caricata_il"]

    def __str__(self) -> str:
        return f"importazione {self.pk}"
