"""Who is not of the school and wants to apply: asked for, and proved by the mailbox."""

from django.db import models
from django.db.models import F, Q

from cpia.scuola.models import DiIstituto, Persona


class RegistrazioneCandidato(DiIstituto):
    """Somebody from outside asks to apply; nothing of it counts before the mailbox is proved.

    Of the code in the mail only the hash is kept. ``persona`` is written when it is confirmed;
    one never confirmed is deleted when it expires.
    """

    cognome = models.CharField(max_length=80)
    nome = models.CharField(max_length=80)
    codice_fiscale = models.CharField(max_length=16)
    email = models.EmailField()
    impronta_codice = models.CharField(max_length=64)
    chiesta_il = models.DateTimeField()
    scade_il = models.DateTimeField()
    confermata_il = models.DateTimeField(null=True, blank=True)
    persona = models.ForeignKey(Persona, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "registrazione di un candidato"
        verbose_name_plural = "registrazioni dei candidati"
        ordering = ["-chiesta_il", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["istituto", "impronta_codice"], name="registrazione_codice_unico"
            ),
            models.CheckConstraint(
                condition=Q(scade_il__gt=F("chiesta_il")), name="registrazione_scade_dopo"
            ),
            models.CheckConstraint(
                condition=Q(confermata_il__isnull=True) | Q(persona__isnull=False),
                name="registrazione_confermata_persona",
            ),
        ]

    def __str__(self) -> str:
        return f"registrazione {self.pk}"
