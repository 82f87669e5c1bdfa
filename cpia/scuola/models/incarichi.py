"""Who holds which role."""

from django.db import models
from django.db.models import F, Q

from cpia.scuola.enums import Ruolo
from cpia.scuola.models.classi import Cattedra, Classe
from cpia.scuola.models.istituti import DiIstituto, Sede
from cpia.scuola.models.persone import Persona


class Incarico(DiIstituto):
    """Who holds which role, where, from when to when, by which act.

    What a person may do today follows from the incarichi in force today and from nothing else.
    """

    persona = models.ForeignKey(Persona, models.PROTECT, related_name="incarichi")
    ruolo = models.CharField(max_length=24, choices=Ruolo)
    sede = models.ForeignKey(Sede, models.PROTECT, null=True, blank=True, related_name="+")
    classe = models.ForeignKey(
        Classe, models.PROTECT, null=True, blank=True, related_name="incarichi"
    )
    cattedra = models.ForeignKey(
        Cattedra, models.PROTECT, null=True, blank=True, related_name="incarichi"
    )
    sostituisce = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="sostituzioni"
    )
    dal = models.DateField()
    al = models.DateField("fino al", null=True, blank=True)
    atto = models.CharField("atto di conferimento", max_length=200, blank=True)
    revocato_il = models.DateTimeField(null=True, blank=True)
    copiato_da = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="copia"
    )

    class Meta:
        verbose_name_plural = "incarichi"
        ordering = ["ruolo", "dal", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(al__isnull=True) | Q(al__gte=F("dal")), name="incarico_dal_al"
            ),
            models.CheckConstraint(
                condition=~Q(ruolo=Ruolo.DOCENTE) | Q(cattedra__isnull=False),
                name="incarico_docente_ha_cattedra",
            ),
            models.CheckConstraint(
                condition=~Q(ruolo=Ruolo.COORDINATORE) | Q(classe__isnull=False),
                name="incarico_coordinatore_ha_classe",
            ),
        ]
        indexes = [models.Index(fields=["persona", "ruolo"], name="incarico_persona_ruolo")]

    def __str__(self) -> str:
        return f"{self.get_ruolo_display()} dal {self.dal}"
